// Stateful sets and daemon sets: as kubectl decides, and the pods beside it.
#include <algorithm>

#include "core/cluster/verdicts/pod_group.h"
#include "core/cluster/verdicts/rollout_status.h"
#include "core/cluster/verdicts/rollout_verdict.h"

namespace aiagent::cluster {
namespace {

std::string of(std::int64_t count, std::int64_t whole) {
  return std::to_string(count) + " of " + std::to_string(whole);
}

template <class Row>
std::optional<Verdict> notJudged(const Row& row) {
  if (row.head.malformed) return malformedVerdict();
  if (row.head.terminating())
    return verdict(VerdictKind::Progressing, "Deleting")
        .with("metadata.deletionTimestamp", base::toIso8601(row.head.deleted), "it is being deleted");
  if (row.observedGeneration == 0 || row.head.generation > row.observedGeneration)
    return verdict(VerdictKind::Progressing, "NotObserved")
        .with("status.observedGeneration", of(row.observedGeneration, row.head.generation),
              "the status is of an earlier spec");
  return std::nullopt;
}

// Pods that fail, or are missing though none is starting.
std::optional<Verdict> podsVerdict(const WorkloadView& view, int ready, int wanted) {
  const PodGroup group(view.pods, view.now);
  if (const auto failing = group.failing()) {
    auto result =
        verdict(ready == 0 && wanted > 0 ? VerdictKind::Failed : VerdictKind::Degraded, "PodsFailing");
    result.evidence = failing->evidence;
    return result;
  }
  return std::nullopt;
}

Verdict counted(Verdict result, std::string_view field, int count, int wanted) {
  result.add(field, of(count, wanted), "all must be");
  return result;
}

// Whether what is not ready can be starting: known from the pods, else from the update that is under way.
// Pods and status come over streams of their own: more that are ready than the status knows are news to it.
Verdict missing(const WorkloadView& view, int ready, bool updating) {
  const PodGroup group(view.pods, view.now);
  const bool starting = updating || group.onlyStarting() || group.ready() > ready;
  if (starting) return verdict(VerdictKind::Progressing, updating ? "Updating" : "BecomingAvailable");
  return verdict(ready == 0 ? VerdictKind::Failed : VerdictKind::Degraded,
                 ready == 0 ? "NothingAvailable" : "Unavailable");
}

}  // namespace

Verdict statefulSetVerdict(const wire::StatefulSetRow& row, const WorkloadView& view) {
  if (auto found = notJudged(row)) return *found;
  if (auto found = podsVerdict(view, row.ready, row.replicas))
    return counted(*found, "status.readyReplicas", row.ready, row.replicas);
  if (row.replicas == 0)
    return verdict(row.total == 0 ? VerdictKind::Healthy : VerdictKind::Progressing,
                   row.total == 0 ? "ScaledToZero" : "ScalingDown")
        .with("status.replicas", std::to_string(row.total), "none must be left");
  const bool rolling = row.strategy == "RollingUpdate" || row.strategy.empty();
  const bool differs = row.updateRevision != row.currentRevision;
  const int wanted = std::max(0, row.replicas - row.partition.value_or(0));
  const bool updating = rolling && differs && row.updated < wanted;
  if (row.ready < row.replicas)
    return counted(missing(view, row.ready, updating || row.total < row.replicas), "status.readyReplicas",
                   row.ready, row.replicas);
  if (updating)
    return counted(verdict(VerdictKind::Progressing, "Updating"), "status.updatedReplicas", row.updated,
                   wanted);
  auto result =
      counted(verdict(VerdictKind::Healthy, "Available"), "status.readyReplicas", row.ready, row.replicas);
  if (differs && row.partition.value_or(0) > 0)
    result =
        std::move(result).with("spec.updateStrategy.rollingUpdate.partition", std::to_string(*row.partition),
                               "pods below this number keep the earlier revision");
  if (differs && !rolling)
    result = std::move(result).with("spec.updateStrategy.type", row.strategy,
                                    "pods are renewed only when somebody deletes them");
  return result;
}

Verdict daemonSetVerdict(const wire::DaemonSetRow& row, const WorkloadView& view) {
  if (auto found = notJudged(row)) return *found;
  if (auto found = podsVerdict(view, row.ready, row.desired))
    return counted(*found, "status.numberReady", row.ready, row.desired);
  const bool rolling = row.strategy == "RollingUpdate" || row.strategy.empty();
  if (rolling && row.updated < row.desired)
    return counted(verdict(VerdictKind::Progressing, "Updating"), "status.updatedNumberScheduled",
                   row.updated, row.desired);
  if (row.available < row.desired)
    return counted(missing(view, row.available, row.scheduled < row.desired), "status.numberAvailable",
                   row.available, row.desired);
  auto result = counted(verdict(VerdictKind::Healthy, row.desired == 0 ? "NoNodes" : "Available"),
                        "status.numberAvailable", row.available, row.desired);
  if (row.misscheduled > 0)
    result.add("status.numberMisscheduled", std::to_string(row.misscheduled),
               "pods run on nodes that should have none");
  return result;
}

}  // namespace aiagent::cluster
