// Blue and green through a Service's selector, with a guard: what would serve must be ready first.
#include <algorithm>

#include "core/cluster/actions/writes.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using base::Result;

int readyIn(const wire::List& pods) {
  return int(std::count_if(pods.begin(), pods.end(), isReady));
}

Result<void> guardCapacity(const Action& action, const ActionView& view, ActionPlan& plan) {
  const auto* now = view.list(Around::PodsNow);
  const auto* then = view.list(Around::PodsThen);
  if (!then || (!now && action.needed <= 0))
    return refused("act_capacity_unknown", action.title(), ErrorCode::Forbidden);
  const int ready = readyIn(*then);
  const int needed = action.needed > 0 ? action.needed : std::max(1, readyIn(*now));
  if (ready < needed)
    return refused("act_capacity", std::to_string(ready) + '/' + std::to_string(needed), ErrorCode::Conflict);
  plan.findings.push_back({false, "capacity_ready", std::to_string(ready), std::to_string(needed)});
  return {};
}

}  // namespace

Result<void> planSwitch(const Action& action, const ActionView& view, ActionPlan& plan) {
  const auto* selector = at(view.object, {"spec", "selector"});
  if (!selector || selector->members().empty() || action.selector.empty())
    return refused("act_no_selector", action.title(), ErrorCode::InvalidInput);
  if (hasAll(selector, action.selector))
    return refused("act_same_selector", selectorText(action.selector), ErrorCode::Conflict);
  if (const auto enough = guardCapacity(action, view, plan); !enough) return enough;
  JsonPatch patch(plan.resourceVersion);
  for (const auto& [name, value] : action.selector) patch.addText(selector, "/spec/selector", name, value);
  plan.steps.push_back(jsonPatchStep(action, patch));
  plan.findings.push_back({false, "switch_takes_time", {}, {}});
  plan.notUndone = {{"open_connections"}, {"database_schema"}};
  return {};
}

}  // namespace aiagent::cluster
