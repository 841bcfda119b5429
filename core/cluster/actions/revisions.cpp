#include "core/cluster/actions/revisions.h"

#include <algorithm>
#include <charconv>

#include "core/cluster/actions/writes.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using base::Result;
using wire::KubeKind;
using wire::Record;
using wire::Tree;

bool isSet(KubeKind kind) {
  return kind == KubeKind::StatefulSet || kind == KubeKind::DaemonSet;
}

std::int64_t numberFrom(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Tree withoutHash(const Tree& podTemplate, std::string_view label) {
  const auto* labels = at(podTemplate, {"metadata", "labels"});
  if (!labels) return podTemplate;
  auto metadata = *podTemplate.find("metadata");
  auto left = without(*labels, label);
  if (left.members().empty())
    metadata = without(metadata, "labels");
  else
    put(metadata, "labels", std::move(left));
  auto cleaned = podTemplate;
  put(cleaned, "metadata", std::move(metadata));
  return cleaned;
}

// creationTimestamp null stands in templates of older servers and says nothing.
bool sameTemplate(const Tree& a, const Tree& b) {
  const auto plain = [](const Tree& one) {
    auto copy = one;
    const auto* metadata = one.find("metadata");
    put(copy, "metadata", metadata ? without(*metadata, "creationTimestamp") : Tree(Record()));
    return copy;
  };
  return sameJson(plain(a), plain(b));
}

Revision fromReplicaSet(const Tree& set, bool isRollout) {
  const auto* podTemplate = at(set, {"spec", "template"});
  return {.number = numberFrom(textAt(
              set, {"metadata", "annotations",
                    isRollout ? "rollout.argoproj.io/revision" : "deployment.kubernetes.io/revision"})),
          .name = textAt(set, {"metadata", "name"}),
          .created = textAt(set, {"metadata", "creationTimestamp"}),
          .cause = textAt(set, {"metadata", "annotations", kChangeCause}),
          .images = imagesOf(podTemplate),
          .podTemplate = podTemplate ? withoutHash(*podTemplate, isRollout ? "rollouts-pod-template-hash"
                                                                           : "pod-template-hash")
                                     : Tree()};
}

Revision fromControllerRevision(const Tree& one) {
  const auto* podTemplate = at(one, {"data", "spec", "template"});
  return {.number = numberAt(one, {"revision"}),
          .name = textAt(one, {"metadata", "name"}),
          .created = textAt(one, {"metadata", "creationTimestamp"}),
          .cause = textAt(one, {"metadata", "annotations", kChangeCause}),
          .images = imagesOf(podTemplate),
          .podTemplate = podTemplate ? without(*podTemplate, "$patch") : Tree()};
}

}  // namespace

std::vector<std::string> imagesOf(const Tree* podTemplate) {
  std::vector<std::string> images;
  if (!podTemplate) return images;
  for (const auto& container : listAt(*podTemplate, {"spec", "containers"}))
    images.push_back(textAt(container, {"image"}));
  return images;
}

std::vector<Revision> revisionsOf(KubeKind kind, const ActionView& view) {
  std::vector<Revision> all;
  const auto* list = view.list(isSet(kind) ? Around::ControllerRevisions : Around::ReplicaSets);
  const auto uid = textAt(view.object, {"metadata", "uid"});
  const auto* now = at(view.object, {"spec", "template"});
  if (!list) return all;
  for (const auto& one : *list) {
    if (!isOwnedBy(one, uid)) continue;
    auto revision =
        isSet(kind) ? fromControllerRevision(one) : fromReplicaSet(one, kind == KubeKind::Rollout);
    revision.current = now && sameTemplate(revision.podTemplate, *now);
    all.push_back(std::move(revision));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Revision& a, const Revision& b) { return a.number < b.number; });
  return all;
}

namespace {

// Null: there is none of that number; 0 is the one before the newest.
const Revision* wanted(const std::vector<Revision>& all, std::int64_t number) {
  if (number == 0) return all.size() < 2 ? nullptr : &all[all.size() - 2];
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Revision& one) { return one.number == number; });
  return found == all.end() ? nullptr : &*found;
}

Result<Revision> chosen(const Action& action, const ActionView& view) {
  const auto all = revisionsOf(action.target, view);
  if (const auto* found = wanted(all, action.revision)) {
    if (!found->podTemplate.isRecord()) return refused("act_unreadable", found->name, ErrorCode::BadResponse);
    if (found->current)
      return refused("act_same_template", std::to_string(found->number), ErrorCode::Conflict);
    return *found;
  }
  if (numberAt(view.object, {"spec", "revisionHistoryLimit"}, 10) == 0)
    return refused("act_history_off", action.title(), ErrorCode::NotFound);
  if (action.revision == 0) return refused("act_no_history", action.title(), ErrorCode::NotFound);
  return refused("act_revision_unknown", std::to_string(action.revision), ErrorCode::NotFound);
}

// Annotations stay as they are but for the cause: kubectl would replace them by those of the old set, and
// lose what was added since.
ActionStep deploymentStep(const Action& action, const ActionView& view, const Revision& revision) {
  JsonPatch patch(textAt(view.object, {"metadata", "resourceVersion"}));
  patch.add("/spec/template", revision.podTemplate);
  patch.addText(at(view.object, {"metadata", "annotations"}), "/metadata/annotations", kChangeCause,
                changeCause(action, revision.number));
  return jsonPatchStep(action, patch);
}

// A ControllerRevision's data is the patch itself; with the version in it a stale one answers 409.
ActionStep setStep(const Action& action, const ActionView& view, const Revision& revision) {
  auto podTemplate = revision.podTemplate;
  put(podTemplate, "$patch", "replace");
  const Record metadata{{"resourceVersion", textAt(view.object, {"metadata", "resourceVersion"})},
                        {"annotations", Record{{kChangeCause, changeCause(action, revision.number)}}}};
  const Record body{{"metadata", metadata}, {"spec", Record{{"template", std::move(podTemplate)}}}};
  return patchStep(action, "application/strategic-merge-patch+json", wire::compactJson(body));
}

// Names of what a template takes from ConfigMaps or Secrets.
void addNames(const Tree& podTemplate, bool secrets, std::vector<std::string>& names) {
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const auto& container : listAt(podTemplate, {"spec", "containers"})) {
    for (const auto& from : listAt(container, {"envFrom"}))
      add(textAt(from, {secrets ? "secretRef" : "configMapRef", "name"}));
    for (const auto& variable : listAt(container, {"env"}))
      add(textAt(variable, {"valueFrom", secrets ? "secretKeyRef" : "configMapKeyRef", "name"}));
  }
  for (const auto& volume : listAt(podTemplate, {"spec", "volumes"}))
    add(secrets ? textAt(volume, {"secret", "secretName"}) : textAt(volume, {"configMap", "name"}));
}

void addNotUndone(const Tree& podTemplate, ActionPlan& plan) {
  NotUndone maps{"configmaps"}, secrets{"secrets"};
  addNames(podTemplate, false, maps.names);
  addNames(podTemplate, true, secrets.names);
  plan.notUndone = {std::move(maps), std::move(secrets), {"services"}, {"autoscalers"}, {"database_schema"}};
}

bool isMigration(const std::string& name) {
  return name.find("migrat") != std::string::npos;
}

// A migration that ran after the revision was made may have left a schema that it does not know.
void addSchemaHint(const ActionView& view, const Revision& revision, ActionPlan& plan) {
  const auto* jobs = view.list(Around::Jobs);
  bool found = false;
  for (const auto& job : jobs ? *jobs : wire::List()) {
    const auto name = textAt(job, {"metadata", "name"}), done = textAt(job, {"status", "completionTime"});
    // Times of Kubernetes are all written alike, so that their texts are in order.
    if (!isMigration(name) || done.empty() || done <= revision.created) continue;
    plan.findings.push_back({true, "schema_migrated_since", name, done});
    found = true;
  }
  if (!found) plan.findings.push_back({false, "schema_unknown", {}, {}});
}

}  // namespace

Result<void> planRollback(const Action& action, const ActionView& view, ActionPlan& plan) {
  if (flagAt(view.object, {"spec", "paused"}))
    return refused("act_paused", action.title(), ErrorCode::Conflict);
  if (at(view.object, {"spec", "workloadRef"}))
    return refused("act_workload_ref", action.title(), ErrorCode::Conflict);
  auto revision = chosen(action, view);
  if (!revision) return revision.error();
  plan.steps.push_back(isSet(action.target) ? setStep(action, view, *revision)
                                            : deploymentStep(action, view, *revision));
  plan.findings.push_back({false, "revision", std::to_string(revision->number), revision->cause});
  addImages(at(view.object, {"spec", "template"}), &revision->podTemplate, plan);
  if (imagesOf(at(view.object, {"spec", "template"})) != revision->images)
    addSchemaHint(view, *revision, plan);
  addNotUndone(revision->podTemplate, plan);
  return {};
}

}  // namespace aiagent::cluster
