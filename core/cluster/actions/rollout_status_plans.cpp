// Argo Rollouts: promote, promote fully, abort, retry (contract D15). Merge patches of the sub-resource
// "status"; with the version in them a stale one answers 409.
#include "core/cluster/actions/writes.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using base::Result;
using wire::Record;
using wire::Tree;

constexpr char kMerge[] = "application/merge-patch+json";

void addStatusPatch(const Action& action, Record status, ActionPlan& plan) {
  const Record body{{"metadata", Record{{"resourceVersion", plan.resourceVersion}}},
                    {"status", std::move(status)}};
  plan.steps.push_back(patchStep(action, kMerge, wire::compactJson(body), "status"));
}

// Without a version where another request goes before it, which changes it.
void addUnpause(const Action& action, const ActionView& view, ActionPlan& plan) {
  if (!flagAt(view.object, {"spec", "paused"})) return;
  Record body{{"spec", Record{{"paused", false}}}};
  if (plan.steps.empty())
    body.insert(body.begin(), {"metadata", Record{{"resourceVersion", plan.resourceVersion}}});
  plan.steps.push_back(patchStep(action, kMerge, wire::compactJson(body)));
}

bool isAborted(const ActionView& view) {
  return flagAt(view.object, {"status", "abort"});
}

bool isWhole(const ActionView& view) {
  const auto now = textAt(view.object, {"status", "currentPodHash"});
  return !now.empty() && now == textAt(view.object, {"status", "stableRS"});
}

std::int64_t nextStep(const ActionView& view) {
  const auto last = std::int64_t(listAt(view.object, {"spec", "strategy", "canary", "steps"}).size());
  const auto now = numberAt(view.object, {"status", "currentStepIndex"});
  return now < last ? now + 1 : now;
}

Result<void> planPromote(const Action& action, const ActionView& view, ActionPlan& plan) {
  const auto analysis = textAt(view.object, {"status", "canary", "currentStepAnalysisRunStatus", "status"});
  const bool isPaused = !listAt(view.object, {"status", "pauseConditions"}).empty();
  if (isPaused && analysis == "Inconclusive" && flagAt(view.object, {"status", "controllerPause"}))
    addStatusPatch(
        action,
        {{"controllerPause", false}, {"pauseConditions", Tree()}, {"currentStepIndex", nextStep(view)}},
        plan);
  else if (isPaused)
    addStatusPatch(action, {{"pauseConditions", Tree()}}, plan);
  else if (analysis == "Running" || analysis == "Pending")
    addStatusPatch(action, {{"pauseConditions", Tree()}, {"currentStepIndex", nextStep(view)}}, plan);
  addUnpause(action, view, plan);
  if (plan.steps.empty()) return refused("act_not_waiting", action.title(), ErrorCode::Conflict);
  return {};
}

}  // namespace

Result<void> planRolloutStatus(const Action& action, const ActionView& view, ActionPlan& plan) {
  if (action.kind == ActionKind::Retry) {
    if (!isAborted(view)) return refused("act_not_aborted", action.title(), ErrorCode::Conflict);
    addStatusPatch(action, {{"abort", false}}, plan);
    return {};
  }
  // Promoting what was aborted does nothing useful, and aborting it again neither.
  if (isAborted(view)) return refused("act_aborted", action.title(), ErrorCode::Conflict);
  if (action.kind == ActionKind::Promote) return planPromote(action, view, plan);
  if (isWhole(view) && !flagAt(view.object, {"spec", "paused"}))
    return refused("act_fully_promoted", action.title(), ErrorCode::Conflict);
  if (action.kind == ActionKind::Abort) {
    addStatusPatch(action, {{"abort", true}}, plan);
    plan.findings.push_back({true, "abort_keeps_spec", action.name, {}});
    return {};
  }
  if (!isWhole(view)) addStatusPatch(action, {{"promoteFull", true}}, plan);
  addUnpause(action, view, plan);
  return {};
}

}  // namespace aiagent::cluster
