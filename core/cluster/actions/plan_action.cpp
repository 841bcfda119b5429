#include <algorithm>

#include "core/cluster/actions/writes.h"
#include "core/cluster/kube_kinds.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using base::Result;
using wire::KubeKind;
using wire::Record;
using wire::Tree;

constexpr char kRestartedAt[] = "kubectl.kubernetes.io/restartedAt";
constexpr int kMostReplicas = 1'000'000;

bool fits(ActionKind kind, KubeKind target) {
  switch (kind) {
    case ActionKind::Restart:
    case ActionKind::RollBack:
      return target == KubeKind::Deployment || target == KubeKind::StatefulSet ||
             target == KubeKind::DaemonSet || target == KubeKind::Rollout;
    case ActionKind::Scale:
      return target == KubeKind::Deployment || target == KubeKind::StatefulSet || target == KubeKind::Rollout;
    case ActionKind::Pause:
    case ActionKind::Resume: return target == KubeKind::Deployment || target == KubeKind::Rollout;
    case ActionKind::SwitchService: return target == KubeKind::Service;
    case ActionKind::RunNow: return target == KubeKind::CronJob;
    case ActionKind::DeletePod: return target == KubeKind::Pod;
    default: return target == KubeKind::Rollout;
  }
}

// As kubectl's "2006-01-02T15:04:05Z07:00".
std::string secondsText(base::WallTime time) {
  auto text = base::toIso8601(time);
  const auto dot = text.find('.');
  return dot == std::string::npos ? text : text.substr(0, dot) + "Z";
}

Result<void> planRestart(const Action& action, const ActionView& view, ActionPlan& plan) {
  if (flagAt(view.object, {"spec", "paused"}))
    return refused("act_paused", action.title(), ErrorCode::Conflict);
  JsonPatch patch(plan.resourceVersion);
  const auto when = secondsText(action.at);
  const std::string metadata = "/spec/template/metadata";
  if (action.target == KubeKind::Rollout)
    patch.add("/spec/restartAt", when);
  else if (!at(view.object, {"spec", "template", "metadata"}))
    patch.add(metadata, Record{{"annotations", Record{{kRestartedAt, when}}}});
  else
    patch.addText(at(view.object, {"spec", "template", "metadata", "annotations"}), metadata + "/annotations",
                  kRestartedAt, when);
  plan.steps.push_back(jsonPatchStep(action, patch));
  return {};
}

Result<void> planScale(const Action& action, const ActionView& view, ActionPlan& plan) {
  if (action.replicas < 0 || action.replicas > kMostReplicas)
    return refused("act_bad_replicas", std::to_string(action.replicas), ErrorCode::InvalidInput);
  if (numberAt(view.object, {"spec", "replicas"}, 1) == action.replicas)
    return refused("act_same_replicas", std::to_string(action.replicas), ErrorCode::Conflict);
  JsonPatch patch(plan.resourceVersion);
  patch.add("/spec/replicas", std::int64_t{action.replicas});
  plan.steps.push_back(jsonPatchStep(action, patch));
  return {};
}

Result<void> planPause(const Action& action, const ActionView& view, ActionPlan& plan) {
  const bool isPaused = flagAt(view.object, {"spec", "paused"}), wanted = action.kind == ActionKind::Pause;
  if (isPaused == wanted)
    return refused(wanted ? "act_paused" : "act_not_paused", action.title(), ErrorCode::Conflict);
  JsonPatch patch(plan.resourceVersion);
  patch.add("/spec/paused", wanted);
  plan.steps.push_back(jsonPatchStep(action, patch));
  return {};
}

// As `kubectl create job --from` makes it: owned by the cron job, and marked as made by hand.
Tree jobFrom(const Tree& cronJob, const std::string& name) {
  const auto* labels = at(cronJob, {"spec", "jobTemplate", "metadata", "labels"});
  const auto* annotations = at(cronJob, {"spec", "jobTemplate", "metadata", "annotations"});
  Tree notes(Record{{"cronjob.kubernetes.io/instantiate", "manual"}});
  if (annotations)
    for (const auto& [key, value] : annotations->members()) put(notes, key, value);
  const Record owner{{"apiVersion", "batch/v1"},
                     {"kind", "CronJob"},
                     {"name", textAt(cronJob, {"metadata", "name"})},
                     {"uid", textAt(cronJob, {"metadata", "uid"})},
                     {"controller", true}};
  Tree metadata(Record{{"name", name},
                       {"namespace", textAt(cronJob, {"metadata", "namespace"})},
                       {"annotations", std::move(notes)},
                       {"ownerReferences", wire::List{Tree(owner)}}});
  if (labels) put(metadata, "labels", *labels);
  const auto* spec = at(cronJob, {"spec", "jobTemplate", "spec"});
  return Record{{"apiVersion", "batch/v1"},
                {"kind", "Job"},
                {"metadata", std::move(metadata)},
                {"spec", spec ? *spec : Tree(Record())}};
}

Result<void> planRun(const Action& action, const ActionView& view, ActionPlan& plan) {
  // A name has at most 63 letters, as it becomes a label.
  const auto name =
      action.name.substr(0, 44) + "-manual-" + std::to_string(base::toMillis(action.at) / 1'000);
  ActionStep step;
  step.access = accessFor(KubeKind::Job, "create", action.nameSpace, {});
  step.write = {.method = "POST",
                .path = pathOf(KubeKind::Job, action.nameSpace),
                .contentType = "application/json",
                .body = wire::compactJson(jobFrom(view.object, name))};
  plan.steps.push_back(std::move(step));
  return {};
}

// The uid alone is held: a pod's version changes with every breath of its status.
Result<void> planDelete(const Action& action, const ActionView&, ActionPlan& plan) {
  ActionStep step;
  step.access = accessFor(KubeKind::Pod, "delete", action.nameSpace, action.name);
  step.write = {
      .method = "DELETE",
      .path = pathOf(KubeKind::Pod, action.nameSpace, action.name),
      .contentType = "application/json",
      .body = wire::compactJson(Record{
          {"apiVersion", "v1"}, {"kind", "DeleteOptions"}, {"preconditions", Record{{"uid", plan.uid}}}})};
  plan.steps.push_back(std::move(step));
  return {};
}

Result<void> planSteps(const Action& action, const ActionView& view, ActionPlan& plan) {
  switch (action.kind) {
    case ActionKind::Restart: return planRestart(action, view, plan);
    case ActionKind::Scale: return planScale(action, view, plan);
    case ActionKind::Pause:
    case ActionKind::Resume: return planPause(action, view, plan);
    case ActionKind::RollBack: return planRollback(action, view, plan);
    case ActionKind::SwitchService: return planSwitch(action, view, plan);
    case ActionKind::RunNow: return planRun(action, view, plan);
    case ActionKind::DeletePod: return planDelete(action, view, plan);
    default: return planRolloutStatus(action, view, plan);
  }
}

}  // namespace

Result<ActionPlan> planAction(const Action& action, const ActionView& view) {
  if (!fits(action.kind, action.target))
    return refused("act_unsupported", action.title(), ErrorCode::InvalidInput);
  ActionPlan plan{.steps = {},
                  .uid = textAt(view.object, {"metadata", "uid"}),
                  .resourceVersion = textAt(view.object, {"metadata", "resourceVersion"}),
                  .findings = {},
                  .notUndone = {}};
  if (plan.uid.empty() || plan.resourceVersion.empty())
    return refused("act_unreadable", action.title(), ErrorCode::BadResponse);
  if (const auto planned = planSteps(action, view, plan); !planned) return planned.error();
  addPreflight(action, view, plan);
  return plan;
}

}  // namespace aiagent::cluster
