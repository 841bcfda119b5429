// An action from the command line: planned and tried, shown, confirmed, made, and its outcome waited for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/cluster_access.h"
#include "core/cluster/actions/action_machine.h"

namespace aiagent::cli {

// clusterOptions() with --dry-run, --reason, --yes, --no-wait and --timeout.
std::vector<OptionSpec> actionOptions();

// "deploy/api" -> Deployment, "api"; a word without a slash is of `plain`. Nothing: no such kind, or no name.
struct ActionTarget {
  wire::KubeKind kind = wire::KubeKind::Other;
  std::string name;
};
std::optional<ActionTarget> actionTarget(const std::string& word,
                                         wire::KubeKind plain = wire::KubeKind::Other);

// Namespace, time, identity and reason are filled in here. Ends with the exit of finishWithCluster(), with 12
// when nobody heard what became of a request, and after a real act as verify() does.
void act(Context& context, const Arguments& arguments, const Finish& finish, cluster::Action action);

// Waits until the target is as it should be, from what is the case at or after `version` on: 0 healthy,
// paused or still watched, 10 degraded for ten seconds, 11 failed, 12 when the time is over. `json` is the
// line so far without its end: the verdict is added, and it is printed.
struct Verification {
  wire::KubeKind kind = wire::KubeKind::Other;
  std::string name, version;
  base::WallTime since{};           // the act
  base::WallTime progressBefore{};  // ActionState's
  std::string json;
};
void verify(Context& context, const Arguments& arguments, const Finish& finish, Verification wanted);

}  // namespace aiagent::cli
