// A pod in a few hundred bytes: what status, verdict, resources and the security column need.
#pragma once

#include "core/wire/kube_head.h"

namespace aiagent::wire {

// What a pod template says that pod security standards ask about (contract D19), one bit a fact. A bit that
// depends on a default is set only when the field is there.
namespace security {
enum Fact : std::uint32_t {
  Privileged = 1u << 0,
  EscalationAllowed = 1u << 1,   // allowPrivilegeEscalation: true
  EscalationDenied = 1u << 2,    // allowPrivilegeEscalation: false
  NonRoot = 1u << 3,             // runAsNonRoot: true
  NonRootOff = 1u << 4,          // runAsNonRoot: false
  UserZero = 1u << 5,            // runAsUser: 0
  DropsAll = 1u << 6,            // capabilities.drop has ALL
  AddsBaseline = 1u << 7,        // adds a capability that baseline allows and restricted does not
  AddsOther = 1u << 8,           // adds one that baseline refuses
  SeccompConfined = 1u << 9,     // RuntimeDefault or Localhost
  SeccompUnconfined = 1u << 10,  // Unconfined
  HostPort = 1u << 11,
  ProcMount = 1u << 12,       // other than Default
  SeLinux = 1u << 13,         // a type, user or role that baseline refuses
  AppArmor = 1u << 14,        // Unconfined
  HostProcess = 1u << 15,     // windowsOptions.hostProcess
  HostNamespaces = 1u << 16,  // hostNetwork, hostPID or hostIPC
  HostUsersOff = 1u << 17,    // hostUsers: false
  HostPath = 1u << 18,        // a volume of that kind
  OtherVolume = 1u << 19,     // a kind that restricted refuses and baseline allows
  UnsafeSysctl = 1u << 20,    // one that baseline refuses
  ReadOnlyRoot = 1u << 21,    // readOnlyRootFilesystem: true; no standard asks for it
  HostProbe = 1u << 22,       // a probe or hook that names a host
  Windows = 1u << 23,         // spec.os.name is windows: Linux-only rules do not hold
};
using Facts = std::uint32_t;
}  // namespace security

enum class ContainerRole : std::uint8_t {
  App,
  Init,
  Sidecar,
  Ephemeral
};  // Sidecar: an init that is restarted
enum class ContainerState : std::uint8_t { Unknown, Waiting, Running, Terminated };

struct ContainerRow {
  Name name, image;
  ContainerRole role = ContainerRole::App;
  ContainerState state = ContainerState::Unknown;
  bool hasStatus = false;  // the kubelet has told about it
  bool ready = false, started = false;
  bool ended = false;       // lastState.terminated is there
  std::int16_t signal = 0;  // of the present state
  std::int32_t restarts = 0;
  std::int32_t exitCode = 0;  // of the present state, when Terminated
  Name reason, message;       // of the present state
  base::WallTime since{};     // startedAt of Running or Terminated
  base::WallTime finished{};  // of Terminated
  Name lastReason;            // lastState.terminated
  std::int32_t lastExitCode = 0;
  security::Facts security = 0;
  base::WallTime lastStarted{}, lastFinished{};
  Name cpuRequest, memoryRequest, cpuLimit, memoryLimit;  // as written ("100m"); empty: none
  bool operator==(const ContainerRow&) const = default;
};

enum class PodPhase : std::uint8_t { Unknown, Pending, Running, Succeeded, Failed, Other };
std::string_view toWord(PodPhase phase);

struct PodRow {
  KubeHead head;
  Name node, serviceAccount, priorityClass;
  Name reason, message;  // of the status ("Evicted", "NodeLost")
  Name phaseWord;        // only when the phase is Other
  std::string ip;
  base::WallTime started{};
  PodPhase phase = PodPhase::Unknown;
  bool gated = false;                           // waits for its scheduling gates
  bool initialized = false;                     // condition Initialized is True
  bool ready = false;                           // condition Ready is True
  std::uint8_t initCount = 0;                   // spec.initContainers, sidecars among them
  std::uint8_t appCount = 0;                    // spec.containers; at most 255 of each are counted
  std::uint8_t gatesReady = 0, gatesTotal = 0;  // readiness gates
  Name restartPolicy, nominatedNode;
  security::Facts security = 0;   // of the pod itself; containers have their own
  base::WallTime readyChanged{};  // since when it is ready, or not
  // Those that are not as they should be: what is true of every healthy pod is not kept.
  Conditions conditions;
  // In the order of the status (which kubectl reads), inits first; those without a status behind.
  std::vector<ContainerRow> containers;
  bool operator==(const PodRow&) const = default;
};

}  // namespace aiagent::wire
