// Horizontal autoscalers: why they do not scale, and who else pulls at the same thing (contract D10).
#pragma once

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_cluster_rows.h"

namespace aiagent::cluster {

// The TARGETS column of kubectl: "cpu: 42%/70%", "cpu: <unknown>/70%", "… + 2 more".
std::string metricsText(const wire::HorizontalPodAutoscalerRow& row);

// What else is in the namespace; pointers are valid during the call.
struct AutoscalerView {
  std::vector<const wire::HorizontalPodAutoscalerRow*> horizontal = {};
  std::vector<const wire::VerticalPodAutoscalerRow*> vertical = {};
};

Verdict autoscalerVerdict(const wire::HorizontalPodAutoscalerRow& row, const AutoscalerView& view = {});

}  // namespace aiagent::cluster
