// The release history on the command line: which one is meant, and how it is shown.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/domain/cluster_fact.h"
#include "core/services/cluster/history_recorder.h"

namespace aiagent::cli {

using services::historyName;

std::string factJson(const domain::ClusterFact& fact);
// "3 -> 5"; "" for a fact that changes nothing.
std::string changeText(const domain::ClusterFact& fact);

// Facts of [from, to] to `then`, which is not called on a failure: that was told, and the command is
// finished.
void readFacts(Context& context, const std::string& environment, base::WallTime from, base::WallTime to,
               const Finish& finish, std::function<void(std::vector<domain::ClusterFact>)> then);

}  // namespace aiagent::cli
