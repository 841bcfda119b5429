// ClusterFact: something that happened in a cluster, as the release history keeps it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace aiagent::domain {

enum class ClusterFactKind : std::uint8_t {
  Appeared,  // a workload is there
  Deleted,   // and is not any more
  Revision,  // another one became current: before and after are images, amount its number
  Scaled,    // before and after are wanted replicas
  RolloutBegun,
  RolloutDone,
  RolloutFailed,
  Verdict,      // of a workload: before and after are words, reason and detail why
  Environment,  // the verdict of all together
  OomKilled,    // a container
  CrashLoop,    // a container began to
  Warning,      // an event of the cluster: amount says how often
  Autoscaled,   // before and after are wanted replicas
  NodeNotReady,
  NodeReady,
  AlertFired,  // of Prometheus: after is its severity, detail what it says
  AlertEnded,
  Gap,  // from `time` to `until` nobody watched: silence says nothing
};
std::string_view toWord(ClusterFactKind kind);
std::optional<ClusterFactKind> clusterFactKindFromWord(std::string_view word);

struct ClusterFact {
  base::WallTime time{};
  ClusterFactKind kind = ClusterFactKind::Appeared;
  std::string nameSpace = {}, object = {}, uid = {};  // object: "deployment/agent-api"
  std::string reason = {};                            // a stable word, of ours or of the cluster
  std::string before = {}, after = {};
  std::string detail = {};  // a change's cause, a verdict's evidence, an event's message
  std::int64_t amount = 0;
  base::WallTime until{};  // of a Gap
  bool operator==(const ClusterFact&) const = default;
};

}  // namespace aiagent::domain
