// Whom a Service serves with, above all after its selector was switched (contract D15).
#pragma once

#include <vector>

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_network_rows.h"
#include "core/wire/kube_pod_row.h"

namespace aiagent::cluster {

// Healthy "EndpointsReady": every ready endpoint is a pod that the selector wants. Progressing
// "EndpointsFollow": pods that it does not want (any more), or that are not known, are still among them.
// Failed "NoReadyEndpoints". Unknown "NoSelector": its endpoints are somebody else's affair. `slices` may be
// of other Services too.
Verdict serviceVerdict(const wire::ServiceRow& row, const std::vector<const wire::EndpointSliceRow*>& slices,
                       const std::vector<const wire::PodRow*>& pods);

}  // namespace aiagent::cluster
