// What a namespace looked like at a time: a snapshot, and the facts since. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/cluster_fact.h"

namespace aiagent::cluster {

struct WorkloadThen {
  std::string kind, nameSpace, name, uid;  // kind as Kubernetes spells it
  std::int64_t revision = 0;               // 0: it has none
  std::string images;
  int wanted = 0;  // replicas
  std::string verdict, reason;
  std::string changeCause;
  base::WallTime since{};      // when this verdict began, as far as was seen
  std::string object() const;  // "deployment/agent-api"
  bool operator==(const WorkloadThen&) const = default;
};

struct AlertThen {
  std::string nameSpace, object, severity, summary;  // object: "alert/HighErrorRate"
  base::WallTime since{};
  bool operator==(const AlertThen&) const = default;
};

struct HistorySnapshot {
  base::WallTime time{};
  std::string verdict, reason;                    // of all together
  std::map<std::string, WorkloadThen> workloads;  // by uid
  std::map<std::string, AlertThen> alerts = {};   // that fired, by name and labels
  bool operator==(const HistorySnapshot&) const = default;
};

// As it is kept, and back; nothing for what is no snapshot. What a newer program added is passed over.
std::string snapshotJson(const HistorySnapshot& snapshot);
std::optional<HistorySnapshot> readSnapshot(std::string_view json);

struct HistoryState {
  HistorySnapshot then;    // of that time
  base::WallTime known{};  // when something was last recorded before it
  bool watched = false;    // false: nobody watched then, and it may have been otherwise
};
// `facts` in their order, those since `base` at least; later ones are passed over. `watchedUntil`: up to
// where somebody watched.
HistoryState stateAt(base::WallTime time, const HistorySnapshot& base,
                     const std::vector<domain::ClusterFact>& facts, base::WallTime watchedUntil);

}  // namespace aiagent::cluster
