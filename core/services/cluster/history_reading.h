// What a recorded time looked like, from what the profile keeps. Needs no cluster.
#pragma once

#include <optional>
#include <string>

#include "core/cluster/history/history_state.h"
#include "core/store/cluster_history.h"

namespace aiagent::services {

// Inside a read of the store. `name`: under which the history is kept (historyName). Nothing: nothing is
// known of that time. Errors of the store's readers.
base::Result<std::optional<cluster::HistoryState>> historyAt(store::Connection& connection,
                                                             const std::string& name, base::WallTime time);

}  // namespace aiagent::services
