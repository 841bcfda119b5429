#include "core/domain/cluster_fact.h"

#include <algorithm>
#include <array>

namespace aiagent::domain {
namespace {

constexpr std::array<std::string_view, 18> kWords = {
    "appeared",       "deleted",        "revision",    "scaled",      "rollout_begun", "rollout_done",
    "rollout_failed", "verdict",        "environment", "oom_killed",  "crash_loop",    "warning",
    "autoscaled",     "node_not_ready", "node_ready",  "alert_fired", "alert_ended",   "gap"};

}  // namespace

std::string_view toWord(ClusterFactKind kind) {
  return kWords[std::size_t(kind)];
}

std::optional<ClusterFactKind> clusterFactKindFromWord(std::string_view word) {
  const auto found = std::find(kWords.begin(), kWords.end(), word);
  if (found == kWords.end()) return std::nullopt;
  return ClusterFactKind(found - kWords.begin());
}

}  // namespace aiagent::domain
