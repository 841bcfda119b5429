#include "core/cluster/verdicts/pod_verdict.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/pod_status.h"

namespace aiagent::cluster {
namespace {

using wire::ContainerRow;
using wire::ContainerState;
using wire::PodPhase;
using wire::PodRow;

struct Judged {
  const PodRow& pod;
  base::WallTime now;
  const PodWindows& windows;

  bool within(base::WallTime time, std::chrono::seconds window) const {
    return wire::told(time) && now - time <= window;
  }
};

std::string at(const ContainerRow& container, std::string_view field) {
  return "containers[" + std::string(container.name.view()) + "]." + std::string(field);
}

std::string endText(std::string_view reason, int exitCode, base::WallTime finished, base::WallTime now) {
  auto text = std::string(reason.empty() ? "ended" : reason) + ", exit code " + std::to_string(exitCode);
  return wire::told(finished) ? text + ", " + ageText(finished, now) + " ago" : text;
}

// ---- one container

std::optional<Verdict> waitingVerdict(const ContainerRow& container) {
  if (container.state != ContainerState::Waiting || !fatalWaiting(container.reason)) return std::nullopt;
  // The first failure to pull is often followed by a success; the back-off is not.
  const auto kind = container.reason == "ErrImagePull" || container.reason == "CrashLoopBackOff"
                        ? VerdictKind::Degraded
                        : VerdictKind::Failed;
  auto result = verdict(kind, container.reason)
                    .with(at(container, "state.waiting.reason"), container.reason,
                          "a container waits for a reason that does not pass by itself");
  if (!container.message.empty())
    result.add(at(container, "state.waiting.message"), container.message, "the kubelet's own words");
  return result;
}

// Memory that ran out, now or lately: often only the last state tells (contract D8).
std::optional<Verdict> oomVerdict(const ContainerRow& container, const Judged& in) {
  const bool present = container.state == ContainerState::Terminated && container.reason == "OOMKilled";
  const bool lately =
      container.lastReason == "OOMKilled" && in.within(container.lastFinished, in.windows.oom);
  if (!present && !lately) return std::nullopt;
  const auto finished = present ? container.finished : container.lastFinished;
  const auto code = present ? container.exitCode : container.lastExitCode;
  auto result = verdict(VerdictKind::Degraded, "OOMKilled")
                    .with(at(container, present ? "state.terminated" : "lastState.terminated"),
                          endText("OOMKilled", code, finished, in.now),
                          "an OOM kill counts for " + humanDuration(in.windows.oom));
  result.add(at(container, "restartCount"), std::to_string(container.restarts), "restarts of this container");
  if (!container.memoryLimit.empty())
    result.add(at(container, "resources.limits.memory"), container.memoryLimit, "the limit it ran into");
  return result;
}

std::optional<Verdict> crashVerdict(const ContainerRow& container, const Judged& in) {
  const bool failedLast = container.ended && container.lastExitCode != 0;
  const bool failedNow = container.state == ContainerState::Terminated && container.exitCode != 0;
  if (failedNow && in.pod.restartPolicy != "Never" && in.within(container.finished, in.windows.crashLoop))
    return verdict(VerdictKind::Degraded, container.restarts > 0 ? "CrashLooping" : "Crashed")
        .with(at(container, "state.terminated"),
              endText(container.reason, container.exitCode, container.finished, in.now),
              "an end with a fault within " + humanDuration(in.windows.crashLoop));
  if (!failedLast || !in.within(container.lastFinished, in.windows.crashLoop)) return std::nullopt;
  return verdict(VerdictKind::Degraded, container.restarts > 1 ? "CrashLooping" : "Restarted")
      .with(at(container, "lastState.terminated"),
            endText(container.lastReason, container.lastExitCode, container.lastFinished, in.now),
            "an end with a fault within " + humanDuration(in.windows.crashLoop))
      .with(at(container, "restartCount"), std::to_string(container.restarts), "two or more are a loop");
}

std::optional<Verdict> containerVerdict(const ContainerRow& container, const Judged& in) {
  if (auto found = waitingVerdict(container)) {
    // Why it loops says more than that it does.
    if (container.reason == "CrashLoopBackOff")
      if (auto oom = oomVerdict(container, in)) {
        oom->add(at(container, "state.waiting.reason"), container.reason, "it is restarted ever later");
        return oom;
      }
    if (container.reason == "CrashLoopBackOff") found->reason = "CrashLooping";
    return found;
  }
  if (auto found = oomVerdict(container, in)) return found;
  return crashVerdict(container, in);
}

// ---- the pod

Verdict endedVerdict(const PodRow& pod) {
  if (pod.phase == PodPhase::Succeeded)
    return verdict(VerdictKind::Healthy, "Completed")
        .with("status.phase", "Succeeded", "all its containers ended well");
  const auto word = podStatus(pod).word;
  auto result = verdict(VerdictKind::Failed, word.empty() ? "Failed" : word)
                    .with("status.phase", "Failed", "a container ended with a fault and is not restarted");
  if (!pod.message.empty()) result.add("status.message", pod.message, "the kubelet's own words");
  return result;
}

Verdict endingVerdict(const Judged& in) {
  const bool stuck = in.now - in.pod.head.deleted > in.windows.endGrace;
  return verdict(stuck ? VerdictKind::Degraded : VerdictKind::Progressing,
                 stuck ? "StuckTerminating" : "Terminating")
      .with("metadata.deletionTimestamp", base::toIso8601(in.pod.head.deleted),
            "a pod is gone by the time its deletion set");
}

Verdict pendingVerdict(const Judged& in) {
  const auto* scheduled = wire::findCondition(in.pod.conditions, "PodScheduled");
  if (in.pod.gated)
    return verdict(VerdictKind::Paused, "SchedulingGated")
        .with("spec.schedulingGates", "present", "a gate holds it back");
  if (scheduled && scheduled->status == wire::Truth::False)
    return verdict(VerdictKind::Degraded, "Unschedulable")
        .with("conditions[PodScheduled].message", scheduled->message, "no node takes this pod");
  const bool late = wire::told(in.pod.head.created) && in.now - in.pod.head.created > in.windows.start;
  return verdict(late ? VerdictKind::Degraded : VerdictKind::Progressing, late ? "SlowStart" : "Starting")
      .with("status.phase", "Pending", "a pod may take " + humanDuration(in.windows.start) + " to start");
}

Verdict notReadyVerdict(const Judged& in) {
  const bool lost = lostReadiness(in.pod);
  const bool late = !wire::told(in.pod.head.created) || in.now - in.pod.head.created > in.windows.start;
  const auto* ready = wire::findCondition(in.pod.conditions, "Ready");
  auto result = verdict(lost || late ? VerdictKind::Degraded : VerdictKind::Progressing,
                        lost || late ? "NotReady" : "Starting")
                    .with("conditions[Ready].status",
                          ready && ready->status == wire::Truth::Unknown ? "Unknown" : "False",
                          lost ? "it was ready before"
                               : "a pod may take " + humanDuration(in.windows.start) + " to become ready");
  if (ready && !ready->reason.empty())
    result.add("conditions[Ready].reason", ready->reason, "why it is not ready");
  return result;
}

Verdict byPhase(const Judged& in) {
  switch (in.pod.phase) {
    case PodPhase::Pending: return pendingVerdict(in);
    case PodPhase::Running:
      if (!in.pod.ready) return notReadyVerdict(in);
      return verdict(VerdictKind::Healthy, "Ready")
          .with("conditions[Ready].status", "True", "all its containers are ready");
    default: break;
  }
  return verdict(VerdictKind::Unknown, "PhaseUnknown")
      .with("status.phase", podStatus(in.pod).word, "the node does not tell how this pod is");
}

}  // namespace

bool plainlyWell(const PodRow& pod) {
  if (pod.phase != PodPhase::Running || !pod.ready || pod.head.malformed || pod.head.terminating() ||
      !pod.reason.empty())
    return false;
  return std::all_of(pod.containers.begin(), pod.containers.end(), [](const ContainerRow& each) {
    const bool isDone =
        each.state == ContainerState::Terminated && each.exitCode == 0 && each.reason == "Completed";
    return (each.state == ContainerState::Running || isDone) && !each.ended && each.lastReason.empty();
  });
}

bool fatalWaiting(std::string_view reason) {
  constexpr std::array<std::string_view, 11> kFatal = {
      "CrashLoopBackOff",     "ErrImagePull",      "ImagePullBackOff",    "ErrImageNeverPull",
      "InvalidImageName",     "ImageInspectError", "RegistryUnavailable", "CreateContainerConfigError",
      "CreateContainerError", "RunContainerError", "PostStartHookError"};
  return std::find(kFatal.begin(), kFatal.end(), reason) != kFatal.end();
}

bool lostReadiness(const PodRow& pod) {
  const auto* ready = wire::findCondition(pod.conditions, "Ready");
  if (!ready || ready->status == wire::Truth::True || !wire::told(ready->changed)) return false;
  // The kubelet says "not ready" before the containers run; later means that it said "ready" in between.
  return std::any_of(pod.containers.begin(), pod.containers.end(), [&](const ContainerRow& each) {
    return each.role == wire::ContainerRole::App && each.state == ContainerState::Running &&
           wire::told(each.since) && ready->changed > each.since + std::chrono::seconds(1);
  });
}

Verdict podVerdict(const PodRow& pod, base::WallTime now, const PodWindows& windows) {
  const Judged in{pod, now, windows};
  if (pod.head.malformed) return malformedVerdict();
  if (pod.reason == "NodeLost")
    return verdict(VerdictKind::Unknown, "NodeLost")
        .with("status.reason", "NodeLost", "its node does not answer");
  // A pod that somebody deletes often ends with a fault; that says nothing against it.
  if (pod.head.terminating()) return endingVerdict(in);
  if (pod.phase == PodPhase::Succeeded || pod.phase == PodPhase::Failed) return endedVerdict(pod);
  std::optional<Verdict> worst;
  for (const auto& container : pod.containers) {
    if (container.role == wire::ContainerRole::Ephemeral) continue;
    auto found = containerVerdict(container, in);
    if (found && (!worst || worse(found->kind, worst->kind))) worst = std::move(found);
  }
  return worst ? *worst : byPhase(in);
}

}  // namespace aiagent::cluster
