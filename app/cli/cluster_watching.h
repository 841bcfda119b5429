// A namespace watched for as long as a command runs, and what the commands show of it alike.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/cluster_access.h"
#include "core/services/cluster/cluster_watch.h"
#include "core/wire/json_text.h"

namespace aiagent::cli {

// A watch with what it stands on.
struct Watching {
  std::shared_ptr<ClusterConnection> connection;
  std::unique_ptr<services::ClusterWatch> watch;
  std::unique_ptr<ports::Timer> deadline, again, patience;
  bool late = false;  // --wait is over: what is known now is all
  bool over = false;
  bool told = false;  // something was shown
  bool settled() const { return late || watch->settled(); }
};
using WatchingPtr = std::shared_ptr<Watching>;

// `look` after each change and every few seconds, as ages count, until it says that it has seen enough. Null:
// told why not, and finished. It holds itself until then.
WatchingPtr watchUntil(Context& context, const Arguments& arguments, const Finish& finish,
                       services::ClusterWatchOptions options, std::function<bool(Watching&)> look);
// Nothing is looked at any more. Whoever ends a command before `look` has seen enough calls it: the watch
// would outlive what it stands on.
void endWatch(Watching& watching);
// Why a kind is not known; a Timeout where it was only waited for in vain.
base::Error whyUnknown(const services::KindFeed& feed);
// Nothing: no whole number of seconds.
std::optional<int> secondsOf(const std::string& text);
// clusterOptions(), --all-namespaces and --wait.
std::vector<OptionSpec> watchOptions();

// "verdict", "reason", "evidence".
wire::JsonObject& addVerdict(wire::JsonObject& object, const cluster::Verdict& verdict);
std::string workloadJson(const services::WatchedWorkload& one);
std::string timeText(base::WallTime time);  // "" for a time that is not told

// Columns as wide as their widest cell.
void printRows(Context& context, const std::vector<std::vector<std::string>>& rows);
// Why not everything is known, to standard error: a sentence for the kinds that have it in common.
void tellTroubles(Context& context, const services::ClusterWatch& watch);
// The first reason why nothing at all is known; nothing: something is.
std::optional<base::Error> whyNothing(const services::ClusterWatch& watch);

}  // namespace aiagent::cli
