#include "core/cluster/verdicts/pod_status.h"

#include <algorithm>

#include "core/cluster/human_duration.h"

namespace aiagent::cluster {
namespace {

using wire::ContainerRole;
using wire::ContainerRow;
using wire::ContainerState;
using wire::PodPhase;
using wire::PodRow;

std::string phaseWord(const PodRow& pod) {
  return std::string(pod.phase == PodPhase::Other ? pod.phaseWord.view() : wire::toWord(pod.phase));
}

std::string endWord(const ContainerRow& container) {
  if (!container.reason.empty()) return std::string(container.reason.view());
  if (container.signal != 0) return "Signal:" + std::to_string(container.signal);
  return "ExitCode:" + std::to_string(container.exitCode);
}

bool isInit(const ContainerRow& container) {
  return container.role == ContainerRole::Init || container.role == ContainerRole::Sidecar;
}

void countRestarts(PodStatus& status, const ContainerRow& container) {
  status.restarts += container.restarts;
  status.lastRestart = std::max(status.lastRestart, container.lastFinished);
}

// The word of an init container that is not through; "" when it is, or a sidecar that runs.
std::string initWord(const ContainerRow& container, int index, int count) {
  const bool ended = container.state == ContainerState::Terminated;
  if (ended && container.exitCode == 0) return {};
  if (container.role == ContainerRole::Sidecar && container.started) return {};
  if (ended) return "Init:" + endWord(container);
  if (container.state == ContainerState::Waiting && !container.reason.empty() &&
      container.reason != "PodInitializing")
    return "Init:" + std::string(container.reason.view());
  return "Init:" + std::to_string(index) + "/" + std::to_string(count);
}

// True: an init container holds the pod up. Restarts of inits count only as long as it does, those of
// sidecars always: the second status is for these.
bool readInits(const PodRow& pod, PodStatus& status, PodStatus& sidecars) {
  int index = -1;
  for (const auto& container : pod.containers) {
    if (!isInit(container) || !container.hasStatus) continue;
    ++index;
    countRestarts(status, container);
    if (container.role == ContainerRole::Sidecar) countRestarts(sidecars, container);
    auto word = initWord(container, index, pod.initCount);
    if (!word.empty()) {
      status.word = std::move(word);
      return true;
    }
    if (container.role == ContainerRole::Sidecar && container.started && container.ready) ++status.ready;
  }
  return false;
}

// A pod whose last word is Completed has either others that run or one that failed.
std::string completedWord(const PodRow& pod, bool running) {
  if (running && pod.ready) return "Running";
  for (const auto& container : pod.containers)
    if (container.role == ContainerRole::App && container.state == ContainerState::Terminated &&
        container.exitCode != 0)
      return endWord(container);
  return running ? "NotReady" : "Completed";
}

void readContainers(const PodRow& pod, PodStatus& status) {
  bool running = false;
  for (auto each = pod.containers.rbegin(); each != pod.containers.rend(); ++each) {
    if (each->role != ContainerRole::App || !each->hasStatus) continue;
    countRestarts(status, *each);
    if (each->state == ContainerState::Waiting && !each->reason.empty()) {
      status.word = each->reason.view();
    } else if (each->state == ContainerState::Terminated) {
      status.word = endWord(*each);
    } else if (each->state == ContainerState::Running && each->ready) {
      running = true;
      ++status.ready;
    }
  }
  if (status.word == "Completed") status.word = completedWord(pod, running);
}

}  // namespace

std::string PodStatus::readyText() const {
  return std::to_string(ready) + "/" + std::to_string(total);
}

std::string PodStatus::restartsText(base::WallTime now) const {
  auto text = std::to_string(restarts);
  if (restarts == 0 || !wire::told(lastRestart)) return text;
  return text + " (" + ageText(lastRestart, now) + " ago)";
}

PodStatus podStatus(const PodRow& pod) {
  PodStatus status, sidecars;
  status.word = pod.reason.empty() ? phaseWord(pod) : std::string(pod.reason.view());
  if (pod.gated) status.word = "SchedulingGated";
  status.total =
      pod.appCount +
      int(std::count_if(pod.containers.begin(), pod.containers.end(),
                        [](const ContainerRow& each) { return each.role == ContainerRole::Sidecar; }));
  const bool initializing = readInits(pod, status, sidecars);
  if (!initializing || pod.initialized) {
    status.restarts = sidecars.restarts;
    status.lastRestart = sidecars.lastRestart;
    readContainers(pod, status);
  }
  const bool ended = pod.phase == PodPhase::Succeeded || pod.phase == PodPhase::Failed;
  if (pod.head.terminating() && pod.reason == "NodeLost")
    status.word = "Unknown";
  else if (pod.head.terminating() && !ended)
    status.word = "Terminating";
  return status;
}

}  // namespace aiagent::cluster
