// Whether a rollout is done, exactly as `kubectl rollout status` decides and words it (kubectl
// pkg/polymorphichelpers/rollout_status.go; contract D7). What kubectl lacks is rollout_verdict.h's.
#pragma once

#include <string>

#include "core/wire/kube_workload_rows.h"

namespace aiagent::cluster {

struct RolloutStatus {
  std::string message;  // kubectl's words, without the newline; after "error: " when `failed`
  bool done = false;    // kubectl ends with status 0
  bool failed = false;  // kubectl ends with status 1
  bool operator==(const RolloutStatus&) const = default;
};

RolloutStatus rolloutStatus(const wire::DeploymentRow& row);
RolloutStatus rolloutStatus(const wire::StatefulSetRow& row);
RolloutStatus rolloutStatus(const wire::DaemonSetRow& row);

}  // namespace aiagent::cluster
