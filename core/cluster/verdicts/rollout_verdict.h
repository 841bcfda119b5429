// How a workload is: as kubectl decides (rollout_status.h), and what kubectl does not see (contract D7): new
// pods that fail before the deadline, pods that fail after it, a deadline that an undo left behind, and soak.
#pragma once

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_workload_rows.h"

namespace aiagent::cluster {

// What is known around a workload. Pointers are valid during the call.
struct WorkloadView {
  base::WallTime now{};                                  // the server's
  std::vector<const wire::ReplicaSetRow*> sets = {};     // of a Deployment; empty: not known
  std::vector<const wire::PodRow*> pods = {};            // its own ones; empty: not known, or none
  base::WallTime changed{};                              // when its spec was last changed, as far as was seen
  std::chrono::seconds soak = std::chrono::seconds(60);  // a finished rollout is watched this long
};

Verdict deploymentVerdict(const wire::DeploymentRow& row, const WorkloadView& view);
Verdict statefulSetVerdict(const wire::StatefulSetRow& row, const WorkloadView& view);
Verdict daemonSetVerdict(const wire::DaemonSetRow& row, const WorkloadView& view);

// The set that has the deployment's template now, as the controller finds it; nullptr: none of these.
const wire::ReplicaSetRow* newReplicaSet(const wire::DeploymentRow& row,
                                         const std::vector<const wire::ReplicaSetRow*>& sets);

// Annotation deployment.kubernetes.io/revision; 0 when it is missing (contract D9).
std::int64_t revisionOf(const wire::KubeHead& head);

// How many must be available for condition Available: percentages of maxUnavailable are rounded down, of
// maxSurge up; both zero mean one unavailable.
int minimumAvailable(const wire::DeploymentRow& row);
int surgeOf(const wire::DeploymentRow& row);

}  // namespace aiagent::cluster
