// The release history of clusters: facts, hourly snapshots, and up to when somebody watched. Errors are those
// of Store::write and Store::read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/cluster_fact.h"

namespace aiagent::store {

class Connection;

struct ClusterSnapshot {
  base::WallTime time{};
  std::string state;  // JSON, opaque here
  bool operator==(const ClusterSnapshot&) const = default;
};

// What one look found, kept together. Facts that are there already are passed over.
struct ClusterRecord {
  std::vector<domain::ClusterFact> facts;
  std::optional<ClusterSnapshot> snapshot;
  base::WallTime watchedUntil{};  // never goes back
};
base::Result<void> keepClusterRecord(Connection& connection, std::string_view environment,
                                     const ClusterRecord& record);

// In their order, those of [from, to]; with `most` the newest ones.
base::Result<std::vector<domain::ClusterFact>> listClusterFacts(Connection& connection,
                                                                std::string_view environment,
                                                                base::WallTime from, base::WallTime to,
                                                                std::int64_t most = 10'000);
// The newest that is not after `time`.
base::Result<std::optional<ClusterSnapshot>> clusterSnapshotBefore(Connection& connection,
                                                                   std::string_view environment,
                                                                   base::WallTime time);
// The beginning: nobody ever watched.
base::Result<base::WallTime> clusterWatchedUntil(Connection& connection, std::string_view environment);
// Those of which something is kept, by name.
base::Result<std::vector<std::string>> listClusterEnvironments(Connection& connection);

struct ClusterHistoryLimits {
  base::WallTime before{};           // older ones go
  base::WallTime thinBefore{};       // of older snapshots the first of each day stays
  std::int64_t mostFacts = 200'000;  // of all environments; the oldest beyond go
  std::int64_t slice = 2'000;        // rows at a time, so that no write waits for long
};
// A snapshot goes with the facts that followed it: what is left never claims more than is known. How many
// rows went; 0: nothing is left to be done.
base::Result<std::int64_t> trimClusterHistory(Connection& connection, const ClusterHistoryLimits& limits);

}  // namespace aiagent::store
