#include "core/cluster/verdicts/rollout_verdict.h"

#include <algorithm>
#include <charconv>

#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/pod_group.h"
#include "core/cluster/verdicts/pod_verdict.h"
#include "core/cluster/verdicts/rollout_status.h"

namespace aiagent::cluster {
namespace {

using wire::Condition;
using wire::DeploymentRow;
using wire::findCondition;
using wire::IntOrPercent;
using wire::Truth;

int resolved(const std::optional<IntOrPercent>& share, int replicas, bool roundUp) {
  // What the server fills in where nothing is said.
  const auto amount = share.value_or(IntOrPercent{25, true});
  if (!amount.percent) return amount.value;
  const auto product = std::int64_t(amount.value) * replicas;
  return int((product + (roundUp ? 99 : 0)) / 100);
}

int unavailableOf(const DeploymentRow& row) {
  if (row.strategy == "Recreate" || row.replicas == 0) return 0;
  const int allowed = std::min(resolved(row.maxUnavailable, row.replicas, false), row.replicas);
  return allowed == 0 && resolved(row.maxSurge, row.replicas, true) == 0 ? 1 : allowed;
}

std::string of(std::int64_t count, std::int64_t whole) {
  return std::to_string(count) + " of " + std::to_string(whole);
}

// What one verdict on a deployment looks at.
struct Judged {
  const DeploymentRow& row;
  const WorkloadView& view;
  const Condition* progressing;
  const Condition* failure;
  bool enough;  // as many available as the strategy asks for

  bool onceComplete() const { return progressing && progressing->reason == "NewReplicaSetAvailable"; }
};

Verdict counted(Verdict result, const DeploymentRow& row) {
  result.add("status.updatedReplicas", of(row.updated, row.replicas),
             "all replicas must be of the newest template");
  result.add("status.availableReplicas", of(row.available, row.replicas),
             "at least " + std::to_string(minimumAvailable(row)) + " must be available");
  if (row.total > row.updated)
    result.add("status.replicas", std::to_string(row.total), "more than updated: old pods are still there");
  if (row.terminating.value_or(0) > 0)
    result.add("status.terminatingReplicas", std::to_string(*row.terminating), "pods that are ending");
  return result;
}

// ---- the deadline

std::chrono::seconds deadlineOf(const DeploymentRow& row) {
  return std::chrono::seconds(row.progressDeadlineSeconds.value_or(600));
}

// The controller keeps the old condition after an undo to a set that exists, until the first progress; for
// one deadline it says nothing about what was changed since.
bool deadlineIsOld(const Judged& in) {
  return wire::told(in.view.changed) && wire::told(in.progressing->updated) &&
         in.progressing->updated < in.view.changed && in.view.now - in.view.changed <= deadlineOf(in.row);
}

std::optional<Verdict> deadlineVerdict(const Judged& in) {
  if (!in.progressing || in.progressing->reason != "ProgressDeadlineExceeded") return std::nullopt;
  if (deadlineIsOld(in))
    return verdict(VerdictKind::Progressing, "DeadlineOfEarlierChange")
        .with("conditions[Progressing].lastUpdateTime", base::toIso8601(in.progressing->updated),
              "the deadline passed before the last change at " + base::toIso8601(in.view.changed));
  auto result = verdict(VerdictKind::Failed, "ProgressDeadlineExceeded")
                    .with("conditions[Progressing].reason", in.progressing->reason,
                          "no progress within " + humanDuration(deadlineOf(in.row)));
  if (!in.progressing->message.empty())
    result.add("conditions[Progressing].message", in.progressing->message, "the controller's own words");
  return counted(std::move(result), in.row);
}

// Pods that could not even be made: quota, admission, pod security. No pod tells of it.
std::optional<Verdict> creationVerdict(const Judged& in) {
  if (!in.failure || in.failure->status != Truth::True) return std::nullopt;
  if (in.row.total >= in.row.replicas && in.row.updated >= in.row.replicas)
    return std::nullopt;  // not any more
  auto result =
      verdict(in.enough ? VerdictKind::Degraded : VerdictKind::Failed,
              in.failure->reason.empty() ? "ReplicaFailure" : in.failure->reason.view())
          .with("conditions[ReplicaFailure].message", in.failure->message, "pods could not be created");
  return counted(std::move(result), in.row);
}

// ---- pods

// Those of the newest set where that is known, else all.
PodGroup groupOf(const Judged& in) {
  const auto* newest = newReplicaSet(in.row, in.view.sets);
  return PodGroup(in.view.pods, in.view.now, newest ? newest->head.uid : std::string(), deadlineOf(in.row));
}

std::optional<Verdict> failingVerdict(const Judged& in, std::string_view reason) {
  const auto failing = groupOf(in).failing();
  if (!failing) return std::nullopt;
  auto result = verdict(in.row.available == 0 ? VerdictKind::Failed : VerdictKind::Degraded, reason);
  result.evidence = failing->evidence;
  return counted(std::move(result), in.row);
}

// ---- the steps

Verdict pausedVerdict(const Judged& in) {
  auto result =
      verdict(in.enough ? VerdictKind::Paused : VerdictKind::Degraded,
              in.enough ? "Paused" : "PausedAndUnavailable")
          .with("spec.paused", "true", "nothing is rolled out until it is resumed; the deadline rests");
  return counted(std::move(result), in.row);
}

Verdict zeroVerdict(const Judged& in) {
  const bool gone = in.row.total == 0;
  return verdict(gone ? VerdictKind::Healthy : VerdictKind::Progressing,
                 gone ? "ScaledToZero" : "ScalingDown")
      .with("spec.replicas", "0", "nothing is meant to run")
      .with("status.replicas", std::to_string(in.row.total), "none must be left");
}

// All are of the newest template and there, and some are not available: either they start, or they were lost.
Verdict unavailableVerdict(const Judged& in) {
  const auto group = groupOf(in);
  // A status that comes later than its pods is no loss of them.
  if (group.onlyStarting() || group.ready() > in.row.available)
    return counted(verdict(VerdictKind::Progressing, "BecomingAvailable"), in.row);
  const auto kind = in.row.available == 0 ? VerdictKind::Failed : VerdictKind::Degraded;
  auto result = verdict(kind, in.row.available == 0 ? "NothingAvailable" : "Unavailable")
                    .with("conditions[Progressing].reason", "NewReplicaSetAvailable",
                          "a finished rollout never fails again: only the counts tell");
  return counted(std::move(result), in.row);
}

std::string_view stepOf(const DeploymentRow& row, bool onceComplete) {
  if (row.updated < row.replicas) return onceComplete ? "ScalingUp" : "Updating";
  if (row.total > row.updated) return "RemovingOld";
  return "BecomingAvailable";
}

Verdict unfinishedVerdict(const Judged& in) {
  if (auto failing = failingVerdict(in, in.onceComplete() ? "PodsFailing" : "NewPodsFailing"))
    return *failing;
  const bool allThere = in.row.updated >= in.row.replicas && in.row.total <= in.row.updated;
  if (allThere && in.onceComplete()) return unavailableVerdict(in);
  auto result = verdict(VerdictKind::Progressing, stepOf(in.row, in.onceComplete()));
  result.add("rollout", rolloutStatus(in.row).message, "as kubectl rollout status words it");
  if (!in.row.progressDeadlineSeconds)
    result.add("spec.progressDeadlineSeconds", "", "without a deadline a stuck rollout never fails");
  return counted(std::move(result), in.row);
}

Verdict finishedVerdict(const Judged& in) {
  if (auto failing = failingVerdict(in, "PodsFailing")) return *failing;
  if (in.row.total > in.row.replicas)
    return counted(verdict(VerdictKind::Progressing, "ScalingDown"), in.row);
  const auto soaked = in.onceComplete() && wire::told(in.progressing->updated)
                          ? in.view.now - in.progressing->updated
                          : base::Milliseconds::max();
  const bool soaking = soaked < in.view.soak;
  auto result =
      verdict(soaking ? VerdictKind::Progressing : VerdictKind::Healthy, soaking ? "Soaking" : "Available");
  if (soaking)
    result.add("conditions[Progressing].lastUpdateTime", base::toIso8601(in.progressing->updated),
               "a rollout is watched for " + humanDuration(in.view.soak) + " after it finished");
  return counted(std::move(result), in.row);
}

}  // namespace

std::int64_t revisionOf(const wire::KubeHead& head) {
  const auto text = head.annotations.at("deployment.kubernetes.io/revision");
  std::int64_t revision = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), revision);
  return fault == std::errc() && end == text.data() + text.size() ? revision : 0;
}

int minimumAvailable(const DeploymentRow& row) {
  return row.replicas - unavailableOf(row);
}

int surgeOf(const DeploymentRow& row) {
  return row.strategy == "Recreate" ? 0 : resolved(row.maxSurge, row.replicas, true);
}

const wire::ReplicaSetRow* newReplicaSet(const DeploymentRow& row,
                                         const std::vector<const wire::ReplicaSetRow*>& sets) {
  const wire::ReplicaSetRow* found = nullptr;
  const auto older = [&](const wire::ReplicaSetRow* set) {
    return !found || set->head.created < found->head.created;
  };
  for (const auto* set : sets)
    if (set->head.owner.uid == row.head.uid && set->podTemplate.digest == row.podTemplate.digest &&
        older(set))
      found = set;
  if (found) return found;
  for (const auto* set : sets)
    if (set->head.owner.uid == row.head.uid && revisionOf(set->head) != 0 &&
        revisionOf(set->head) == revisionOf(row.head))
      found = set;
  return found;
}

Verdict deploymentVerdict(const DeploymentRow& row, const WorkloadView& view) {
  if (row.head.malformed) return malformedVerdict();
  if (row.head.terminating())
    return verdict(VerdictKind::Progressing, "Deleting")
        .with("metadata.deletionTimestamp", base::toIso8601(row.head.deleted), "it is being deleted");
  const Judged in{row, view, findCondition(row.conditions, "Progressing"),
                  findCondition(row.conditions, "ReplicaFailure"), row.available >= minimumAvailable(row)};
  if (row.head.generation > row.observedGeneration)
    return verdict(VerdictKind::Progressing, "NotObserved")
        .with("status.observedGeneration", of(row.observedGeneration, row.head.generation),
              "the status is of an earlier spec");
  if (auto found = deadlineVerdict(in)) return *found;
  if (auto found = creationVerdict(in)) return *found;
  if (row.paused) return pausedVerdict(in);
  if (row.replicas == 0) return zeroVerdict(in);
  return rolloutStatus(row).done ? finishedVerdict(in) : unfinishedVerdict(in);
}

}  // namespace aiagent::cluster
