#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/utf8.h"
#include "core/cluster/actions/revisions.h"
#include "core/cluster/actions/writes.h"
#include "core/cluster/quantity.h"

namespace aiagent::cluster {
namespace {

using wire::KubeKind;
using wire::Tree;

// ---------------------------------------------------------------- who else writes

// The first of these labels or annotations that says something.
std::string markOf(const Tree& object, const char* map, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (auto value = textAt(object, {"metadata", map, name}); !value.empty()) return value;
  return {};
}

void addOwners(const Tree& object, ActionPlan& plan) {
  auto argo = markOf(object, "annotations", {"argocd.argoproj.io/tracking-id"});
  if (argo.empty()) argo = markOf(object, "labels", {"argocd.argoproj.io/instance"});
  const auto flux =
      markOf(object, "labels", {"kustomize.toolkit.fluxcd.io/name", "helm.toolkit.fluxcd.io/name"});
  auto helm = markOf(object, "annotations", {"meta.helm.sh/release-name"});
  if (helm.empty() && markOf(object, "labels", {"app.kubernetes.io/managed-by"}) == "Helm")
    helm = markOf(object, "labels", {"app.kubernetes.io/instance"});
  if (!argo.empty()) plan.findings.push_back({true, "gitops_argocd", argo.substr(0, argo.find(':')), {}});
  if (!flux.empty()) plan.findings.push_back({true, "gitops_flux", flux, {}});
  if (!helm.empty()) plan.findings.push_back({true, "gitops_helm", helm, {}});
  if (plan.notUndone.empty()) return;
  if (at(object, {"metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"}))
    plan.findings.push_back({false, "last_applied_stays", {}, {}});
}

// ---------------------------------------------------------------- capacity

Quantity perPod(const Tree& podTemplate, const char* which, const char* resource) {
  Quantity sum;
  for (const auto& container : listAt(podTemplate, {"spec", "containers"})) {
    const auto* value = at(container, {"resources", which, resource});
    if (const auto one = value ? Quantity::parse(value->asText()) : std::nullopt) sum += *one;
  }
  return sum;
}

// How much of a quota's resource one pod takes; zero for what is not of pods.
Quantity takenBy(const Tree& podTemplate, const std::string& resource) {
  if (resource == "pods" || resource == "count/pods") return Quantity::whole(1);
  for (const char* name : {"cpu", "memory", "ephemeral-storage"}) {
    if (resource == name || resource == std::string("requests.") + name)
      return perPod(podTemplate, "requests", name);
    if (resource == std::string("limits.") + name) return perPod(podTemplate, "limits", name);
  }
  return {};
}

// By doubling: the number comes from a person, or from a server.
Quantity times(Quantity each, int pods) {
  Quantity sum;
  for (; pods > 0; pods /= 2) {
    if (pods % 2 == 1) sum += each;
    each += each;
  }
  return sum;
}

void addQuota(const Tree& quota, const Tree& podTemplate, int pods, ActionPlan& plan) {
  const auto* hard = at(quota, {"status", "hard"});
  for (const auto& [resource, limit] : hard ? hard->members() : wire::Record()) {
    const auto* used = at(quota, {"status", "used", resource});
    const auto most = Quantity::parse(limit.asText());
    auto needed = used ? Quantity::parse(used->asText()) : std::nullopt;
    const auto each = takenBy(podTemplate, resource);
    if (!most || !needed || each.zero()) continue;
    *needed += times(each, pods);
    if (*needed <= *most) continue;
    plan.findings.push_back({true, "quota_short", resource, used->asText() + "/" + limit.asText()});
  }
}

void addNodes(const wire::List& nodes, ActionPlan& plan) {
  const auto away = std::count_if(nodes.begin(), nodes.end(), [](const Tree& node) {
    return !isReady(node) || flagAt(node, {"spec", "unschedulable"});
  });
  if (away > 0)
    plan.findings.push_back({true, "nodes_away", std::to_string(away), std::to_string(nodes.size())});
}

// How many more pods there are while a rollout goes on.
int surgeOf(const Tree& object, int replicas) {
  const auto* surge = at(object, {"spec", "strategy", "rollingUpdate", "maxSurge"});
  if (!surge) return 0;
  if (surge->integer()) return int(std::clamp<std::int64_t>(*surge->integer(), 0, 10'000));
  const double percent = std::atof(surge->asText().c_str());
  return int(std::ceil(double(replicas) * std::clamp(percent, 0.0, 100.0) / 100));
}

int morePods(const Action& action, const Tree& object) {
  const int now = int(std::clamp<std::int64_t>(numberAt(object, {"spec", "replicas"}, 1), 0, 1'000'000));
  if (action.kind == ActionKind::Scale) return std::max(0, action.replicas - now);
  if (action.kind == ActionKind::RunNow) return 1;
  return action.kind == ActionKind::Restart || action.kind == ActionKind::RollBack ? surgeOf(object, now) : 0;
}

// ---------------------------------------------------------------- single kinds

void addScaleFindings(const Action& action, const ActionView& view, ActionPlan& plan) {
  if (action.replicas == 0) plan.findings.push_back({true, "scale_to_zero", action.name, {}});
  const auto* scalers = view.list(Around::Autoscalers);
  if (!scalers) return plan.findings.push_back({false, "autoscalers_unknown", {}, {}});
  for (const auto& one : *scalers)
    if (textAt(one, {"spec", "scaleTargetRef", "kind"}) == wire::toWord(action.target) &&
        textAt(one, {"spec", "scaleTargetRef", "name"}) == action.name)
      plan.findings.push_back({true, "autoscaler_owns_replicas", textAt(one, {"metadata", "name"}),
                               std::to_string(numberAt(one, {"spec", "minReplicas"}, 1)) + "–" +
                                   std::to_string(numberAt(one, {"spec", "maxReplicas"}))});
}

bool selects(const Tree& budget, const Tree& pod) {
  const auto* selector = at(budget, {"spec", "selector"});
  if (!selector || at(*selector, {"matchExpressions"})) return false;
  return hasAll(at(pod, {"metadata", "labels"}), pairsAt(*selector, {"matchLabels"}));
}

void addPodFindings(const Action& action, const ActionView& view, ActionPlan& plan) {
  if (listAt(view.object, {"metadata", "ownerReferences"}).empty())
    plan.findings.push_back({true, "pod_comes_not_back", action.name, {}});
  const auto* budgets = view.list(Around::Budgets);
  if (!budgets) return plan.findings.push_back({false, "budgets_unknown", {}, {}});
  for (const auto& one : *budgets)
    if (selects(one, view.object) && numberAt(one, {"status", "disruptionsAllowed"}) < 1)
      plan.findings.push_back({true, "budget_used_up", textAt(one, {"metadata", "name"}), {}});
}

// ---------------------------------------------------------------- events

// What the server warned of last, each reason once.
void addEvents(const wire::List& events, ActionPlan& plan) {
  constexpr std::size_t kMost = 3;
  std::map<std::string, std::string> reasons;
  for (const auto& one : events) {
    if (textAt(one, {"type"}) != "Warning" || reasons.size() == kMost) continue;
    reasons[textAt(one, {"reason"})] = base::utf8Prefix(textAt(one, {"message"}), 300);
  }
  for (auto& [reason, message] : reasons)
    plan.findings.push_back({true, "warned_lately", reason, std::move(message)});
}

// ---------------------------------------------------------------- images

bool isLatest(const std::string& image) {
  if (image.find('@') != std::string::npos) return false;
  const auto colon = image.find(':', image.rfind('/') == std::string::npos ? 0 : image.rfind('/'));
  return colon == std::string::npos || image.substr(colon) == ":latest";
}

}  // namespace

void addImages(const Tree* from, const Tree* to, ActionPlan& plan) {
  if (!to) return;
  for (const auto& image : imagesOf(to))
    if (isLatest(image)) plan.findings.push_back({true, "image_latest", image, {}});
  if (from && imagesOf(from) == imagesOf(to)) plan.findings.push_back({true, "images_same", {}, {}});
}

void addCapacity(const ActionView& view, const Tree* from, int pods, ActionPlan& plan) {
  const auto* quotas = view.list(Around::Quotas);
  if (quotas && from && pods > 0)
    for (const auto& quota : *quotas) addQuota(quota, *from, pods, plan);
  if (const auto* nodes = view.list(Around::Nodes)) addNodes(*nodes, plan);
}

void addPreflight(const Action& action, const ActionView& view, ActionPlan& plan) {
  const auto* podTemplate = action.target == KubeKind::CronJob
                                ? at(view.object, {"spec", "jobTemplate", "spec", "template"})
                                : at(view.object, {"spec", "template"});
  addCapacity(view, podTemplate, morePods(action, view.object), plan);
  if (const auto* events = view.list(Around::Events)) addEvents(*events, plan);
  if (action.kind == ActionKind::Restart) addImages(nullptr, podTemplate, plan);
  if (action.kind == ActionKind::Scale) addScaleFindings(action, view, plan);
  if (action.kind == ActionKind::DeletePod) addPodFindings(action, view, plan);
  if (action.kind == ActionKind::RunNow && !listAt(view.object, {"status", "active"}).empty())
    plan.findings.push_back({true, "runs_already", action.name, {}});
  if (action.kind != ActionKind::DeletePod && action.kind != ActionKind::RunNow) addOwners(view.object, plan);
}

}  // namespace aiagent::cluster
