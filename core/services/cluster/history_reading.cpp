#include "core/services/cluster/history_reading.h"

namespace aiagent::services {
namespace {

constexpr std::int64_t kMostFacts = 100'000;  // since a snapshot, of which there is one a day at least

}  // namespace

base::Result<std::optional<cluster::HistoryState>> historyAt(store::Connection& connection,
                                                             const std::string& name, base::WallTime time) {
  using State = std::optional<cluster::HistoryState>;
  const auto snapshot = store::clusterSnapshotBefore(connection, name, time);
  if (!snapshot) return snapshot.error();
  const auto base = *snapshot ? cluster::readSnapshot((*snapshot)->state) : std::nullopt;
  if (!base) return State();
  const auto until = store::clusterWatchedUntil(connection, name);
  if (!until) return until.error();
  const auto facts = store::listClusterFacts(connection, name, (*snapshot)->time, time, kMostFacts);
  if (!facts) return facts.error();
  return State(cluster::stateAt(time, *base, *facts, *until));
}

}  // namespace aiagent::services
