#include "app/cli/cluster_history.h"

#include "app/cli/cluster_watching.h"
#include "core/store/cluster_history.h"

namespace aiagent::cli {

using domain::ClusterFact;

std::string factJson(const ClusterFact& fact) {
  return wire::JsonObject()
      .text("time", base::toIso8601(fact.time))
      .text("kind", domain::toWord(fact.kind))
      .text("namespace", fact.nameSpace)
      .text("object", fact.object)
      .text("reason", fact.reason)
      .textOrNull("before", fact.before)
      .textOrNull("after", fact.after)
      .textOrNull("detail", fact.detail)
      .integer("amount", fact.amount)
      .textOrNull("until", timeText(fact.until))
      .take();
}

std::string changeText(const ClusterFact& fact) {
  if (fact.kind == domain::ClusterFactKind::Gap) return "-> " + base::toIso8601(fact.until);
  if (fact.before.empty()) return fact.after;
  return fact.before + " -> " + fact.after;
}

void readFacts(Context& context, const std::string& environment, base::WallTime from, base::WallTime to,
               const Finish& finish, std::function<void(std::vector<ClusterFact>)> then) {
  using Facts = std::vector<ClusterFact>;
  context.profile().store().read<Facts>(
      [environment, from, to](store::Connection& connection) {
        return store::listClusterFacts(connection, environment, from, to);
      },
      [&context, finish, then = std::move(then)](base::Result<Facts> facts) {
        facts ? then(std::move(*facts)) : finishWith(context, facts.error(), finish);
      });
}

}  // namespace aiagent::cli
