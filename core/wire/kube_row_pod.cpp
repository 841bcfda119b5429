#include <algorithm>
#include <array>

#include "core/wire/kube_row_reader.h"

namespace aiagent::wire {

std::string_view toWord(PodPhase phase) {
  constexpr std::array<std::string_view, 6> kWords = {"Unknown",   "Pending", "Running",
                                                      "Succeeded", "Failed",  ""};
  return kWords[std::size_t(phase)];
}

}  // namespace aiagent::wire

namespace aiagent::wire::kube {
namespace {

// What the spec and the status say of containers, until both are read: either may come first.
struct Parts {
  std::vector<ContainerRow> specs, statuses;
  std::vector<Name> gates;
  Conditions conditions;
};

enum class Group { Init, App, Ephemeral };

Group groupOf(const ContainerRow& container) {
  if (container.role == ContainerRole::App) return Group::App;
  return container.role == ContainerRole::Ephemeral ? Group::Ephemeral : Group::Init;
}

void readContainer(Reading& in, Value value, ContainerRow& container) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "name") return in.name(member, container.name);
    if (key == "image") return in.name(member, container.image);
    if (key == "resources")
      return readResources(
          in, member,
          {container.cpuRequest, container.memoryRequest, container.cpuLimit, container.memoryLimit});
    if (key == "restartPolicy" && container.role == ContainerRole::Init) {
      if (in.text(member) == "Always") container.role = ContainerRole::Sidecar;
      return;
    }
    readContainerSecurity(in, key, member, container.security);
  });
}

void readContainers(Reading& in, Value value, ContainerRole role, std::vector<ContainerRow>& into) {
  in.elements(value, [&](Value element) {
    ContainerRow container{.role = role};
    readContainer(in, element, container);
    into.push_back(std::move(container));
  });
}

void readTerminated(Reading& in, Value value, ContainerRow& row) {
  row.state = ContainerState::Terminated;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "exitCode") in.number(member, row.exitCode);
    if (key == "signal") in.number(member, row.signal);
    if (key == "reason") in.name(member, row.reason);
    if (key == "message") in.name(member, row.message);
    if (key == "startedAt") in.time(member, row.since);
    if (key == "finishedAt") in.time(member, row.finished);
  });
}

void readState(Reading& in, Value value, ContainerRow& row) {
  in.members(value, [&](std::string_view state, Value details) {
    if (state == "terminated") return readTerminated(in, details, row);
    if (state == "waiting") row.state = ContainerState::Waiting;
    if (state == "running") row.state = ContainerState::Running;
    in.members(details, [&](std::string_view key, Value member) {
      if (key == "reason") in.name(member, row.reason);
      if (key == "message") in.name(member, row.message);
      if (key == "startedAt") in.time(member, row.since);
    });
  });
}

void readLastState(Reading& in, Value value, ContainerRow& row) {
  in.members(value, [&](std::string_view state, Value details) {
    if (state != "terminated") return;
    row.ended = true;
    in.members(details, [&](std::string_view key, Value member) {
      if (key == "exitCode") in.number(member, row.lastExitCode);
      if (key == "reason") in.name(member, row.lastReason);
      if (key == "startedAt") in.time(member, row.lastStarted);
      if (key == "finishedAt") in.time(member, row.lastFinished);
    });
  });
}

void readStatuses(Reading& in, Value value, ContainerRole role, std::vector<ContainerRow>& into) {
  in.elements(value, [&](Value element) {
    ContainerRow row{.role = role, .hasStatus = true};
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "name") return in.name(member, row.name);
      if (key == "state") return readState(in, member, row);
      if (key == "lastState") return readLastState(in, member, row);
      if (key == "ready") return in.flag(member, row.ready);
      if (key == "started") return in.flag(member, row.started);
      if (key == "restartCount") return in.number(member, row.restarts);
    });
    into.push_back(std::move(row));
  });
}

void readGates(Reading& in, Value value, Parts& parts) {
  in.elements(value, [&](Value element) {
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "conditionType") parts.gates.push_back(in.intern(in.text(member)));
    });
  });
}

void readSpec(Reading& in, Value value, PodRow& row, Parts& parts) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "containers") return readContainers(in, member, ContainerRole::App, parts.specs);
    if (key == "initContainers") return readContainers(in, member, ContainerRole::Init, parts.specs);
    if (key == "ephemeralContainers")
      return readContainers(in, member, ContainerRole::Ephemeral, parts.specs);
    if (key == "nodeName") return in.name(member, row.node);
    if (key == "serviceAccountName") return in.name(member, row.serviceAccount);
    if (key == "priorityClassName") return in.name(member, row.priorityClass);
    if (key == "restartPolicy") return in.name(member, row.restartPolicy);
    if (key == "readinessGates") return readGates(in, member, parts);
    readPodSecurity(in, key, member, row.security);
  });
}

void readPhase(Reading& in, Value value, PodRow& row) {
  const auto word = in.text(value);
  constexpr std::array kPhases = {PodPhase::Unknown, PodPhase::Pending, PodPhase::Running,
                                  PodPhase::Succeeded, PodPhase::Failed};
  for (const auto phase : kPhases)
    if (word == toWord(phase)) {
      row.phase = phase;
      return;
    }
  if (word.empty()) return;
  row.phase = PodPhase::Other;
  row.phaseWord = in.intern(word);
}

void readStatus(Reading& in, Value value, PodRow& row, Parts& parts) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "phase") return readPhase(in, member, row);
    if (key == "reason") return in.name(member, row.reason);
    if (key == "message") return in.name(member, row.message);
    if (key == "podIP") return in.text(member, row.ip);
    if (key == "startTime") return in.time(member, row.started);
    if (key == "nominatedNodeName") return in.name(member, row.nominatedNode);
    if (key == "conditions") return in.conditions(member, parts.conditions);
    if (key == "containerStatuses") return readStatuses(in, member, ContainerRole::App, parts.statuses);
    if (key == "initContainerStatuses") return readStatuses(in, member, ContainerRole::Init, parts.statuses);
    if (key == "ephemeralContainerStatuses")
      return readStatuses(in, member, ContainerRole::Ephemeral, parts.statuses);
  });
}

bool usual(const Condition& condition) {
  constexpr std::array<std::string_view, 5> kUsual = {"Ready", "PodScheduled", "Initialized",
                                                      "ContainersReady", "PodReadyToStartContainers"};
  return condition.status == Truth::True &&
         std::find(kUsual.begin(), kUsual.end(), condition.type.view()) != kUsual.end();
}

void takeConditions(PodRow& row, Parts& parts) {
  for (auto& condition : parts.conditions) {
    const bool yes = condition.status == Truth::True;
    if (condition.type == "Ready") {
      row.ready = yes;
      row.readyChanged = condition.changed;
    }
    if (condition.type == "Initialized") row.initialized = yes;
    if (condition.type == "PodScheduled" && condition.reason == "SchedulingGated") row.gated = true;
    row.gatesReady = std::uint8_t(row.gatesReady + (yes && std::find(parts.gates.begin(), parts.gates.end(),
                                                                     condition.type) != parts.gates.end()));
  }
  row.gatesTotal = std::uint8_t(std::min<std::size_t>(parts.gates.size(), 255));
  std::erase_if(parts.conditions, usual);
  row.conditions.assign(std::make_move_iterator(parts.conditions.begin()),
                        std::make_move_iterator(parts.conditions.end()));
}

void takeSpec(ContainerRow& status, ContainerRow& spec) {
  status.role = spec.role;
  status.image = std::move(spec.image);
  status.security = spec.security;
  status.cpuRequest = std::move(spec.cpuRequest);
  status.memoryRequest = std::move(spec.memoryRequest);
  status.cpuLimit = std::move(spec.cpuLimit);
  status.memoryLimit = std::move(spec.memoryLimit);
}

void takeContainers(PodRow& row, Parts& parts) {
  row.containers.reserve(std::max(parts.specs.size(), parts.statuses.size()));
  for (const auto group : {Group::Init, Group::App, Group::Ephemeral}) {
    for (auto& status : parts.statuses) {
      if (groupOf(status) != group) continue;
      const auto spec = std::find_if(parts.specs.begin(), parts.specs.end(), [&](const ContainerRow& each) {
        return !each.hasStatus && groupOf(each) == group && each.name == status.name;
      });
      if (spec != parts.specs.end()) {
        takeSpec(status, *spec);
        spec->hasStatus = true;  // has found its status
      }
      row.containers.push_back(std::move(status));
    }
    for (auto& spec : parts.specs)
      if (groupOf(spec) == group && !spec.hasStatus) row.containers.push_back(std::move(spec));
  }
}

std::uint8_t countOf(const Parts& parts, Group group) {
  const auto count = std::count_if(parts.specs.begin(), parts.specs.end(),
                                   [&](const ContainerRow& each) { return groupOf(each) == group; });
  return std::uint8_t(std::min<std::ptrdiff_t>(count, 255));
}

}  // namespace

PodRow readPod(Reading& in, Value object) {
  PodRow row;
  Parts parts;
  row.head.kind = KubeKind::Pod;
  in.members(object, [&](std::string_view key, Value value) {
    if (key == "metadata") readHead(in, value, row.head);
    if (key == "spec") readSpec(in, value, row, parts);
    if (key == "status") readStatus(in, value, row, parts);
  });
  row.initCount = countOf(parts, Group::Init);
  row.appCount = countOf(parts, Group::App);
  takeContainers(row, parts);
  takeConditions(row, parts);
  return row;
}

}  // namespace aiagent::wire::kube
