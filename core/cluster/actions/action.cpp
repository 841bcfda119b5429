#include "core/cluster/actions/action.h"

#include <algorithm>
#include <cctype>

#include "core/cluster/kube_kinds.h"

namespace aiagent::cluster {

using wire::KubeKind;
using wire::Tree;

std::string_view toWord(ActionKind kind) {
  switch (kind) {
    case ActionKind::Restart: return "restart";
    case ActionKind::Scale: return "scale";
    case ActionKind::Pause: return "pause";
    case ActionKind::Resume: return "resume";
    case ActionKind::RollBack: return "rollback";
    case ActionKind::SwitchService: return "switch";
    case ActionKind::Promote: return "promote";
    case ActionKind::PromoteFully: return "promote-full";
    case ActionKind::Abort: return "abort";
    case ActionKind::Retry: return "retry";
    case ActionKind::RunNow: return "run";
    case ActionKind::DeletePod: return "delete";
  }
  return "";
}

std::string Action::title() const {
  std::string word(wire::toWord(target));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  return word + '/' + name;
}

const wire::List* ActionView::list(Around which) const {
  const auto found = around.find(which);
  return found == around.end() ? nullptr : &found->second;
}

namespace {

std::string selected(std::string path, const std::string& selector) {
  return selector.empty() ? path : path + "?labelSelector=" + queryText(selector);
}

// More nodes than that are not looked at: their objects are large, and the answer would be late.
constexpr char kSomeNodes[] = "?limit=200";

std::string revisionsPath(const Action& action) {
  auto path = pathOf(KubeKind::StatefulSet, action.nameSpace);
  return path.substr(0, path.rfind('/')) + "/controllerrevisions";
}

std::vector<Lookup> lookupsOfRollback(const Action& action, const std::string& selector) {
  const bool isSet = action.target == KubeKind::StatefulSet || action.target == KubeKind::DaemonSet;
  const auto path = isSet ? revisionsPath(action) : pathOf(KubeKind::ReplicaSet, action.nameSpace);
  return {{isSet ? Around::ControllerRevisions : Around::ReplicaSets, selected(path, selector)},
          {Around::Jobs, pathOf(KubeKind::Job, action.nameSpace)}};
}

std::vector<Lookup> capacityLookups(const Action& action) {
  return {{Around::Quotas, pathOf(KubeKind::ResourceQuota, action.nameSpace)},
          {Around::Nodes, pathOf(KubeKind::Node, {}) + kSomeNodes}};
}

std::vector<Lookup> lookupsOfSwitch(const Action& action, const Tree& service) {
  const auto pods = pathOf(KubeKind::Pod, action.nameSpace);
  auto selector = pairsAt(service, {"spec", "selector"});
  if (selector.empty()) return {};
  const auto now = selectorText(selector);
  for (const auto& [name, value] : action.selector) {
    const auto found = std::find_if(selector.begin(), selector.end(),
                                    [&, name = name](const auto& one) { return one.first == name; });
    if (found == selector.end())
      selector.emplace_back(name, value);
    else
      found->second = value;
  }
  return {{Around::PodsNow, selected(pods, now)}, {Around::PodsThen, selected(pods, selectorText(selector))}};
}

void append(std::vector<Lookup>& all, std::vector<Lookup> more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

namespace {

// A name is escaped in the query; those of Kubernetes have no commas.
Lookup eventsOf(const Action& action, const Tree& object) {
  return {Around::Events, pathOf(KubeKind::Event, action.nameSpace) + "?fieldSelector=" +
                              queryText("involvedObject.uid=" + textAt(object, {"metadata", "uid"}))};
}

}  // namespace

std::vector<Lookup> lookupsFor(const Action& action, const Tree& object) {
  std::vector<Lookup> all;
  switch (action.kind) {
    case ActionKind::RollBack:
      append(all, lookupsOfRollback(action, selectorText(at(object, {"spec", "selector"}))));
      append(all, capacityLookups(action));
      all.push_back(eventsOf(action, object));
      break;
    case ActionKind::Restart:
      append(all, capacityLookups(action));
      all.push_back(eventsOf(action, object));
      break;
    case ActionKind::Scale:
      append(all, capacityLookups(action));
      all.push_back(eventsOf(action, object));
      all.push_back({Around::Autoscalers, pathOf(KubeKind::HorizontalPodAutoscaler, action.nameSpace)});
      break;
    case ActionKind::SwitchService: append(all, lookupsOfSwitch(action, object)); break;
    case ActionKind::DeletePod:
      all.push_back({Around::Budgets, pathOf(KubeKind::PodDisruptionBudget, action.nameSpace)});
      break;
    case ActionKind::RunNow:
      all.push_back({Around::Quotas, pathOf(KubeKind::ResourceQuota, action.nameSpace)});
      break;
    default: break;
  }
  return all;
}

namespace {

constexpr char kManager[] = "?fieldManager=aiagent";

std::string managed(const KubeWrite& write) {
  return write.method == "DELETE" ? write.path : write.path + kManager;
}

}  // namespace

KubeWrite realOf(const KubeWrite& write) {
  auto real = write;
  real.path = managed(write);
  return real;
}

KubeWrite dryRunOf(const KubeWrite& write) {
  auto tried = write;
  if (write.method == "DELETE")
    tried.body.replace(0, 1, R"({"dryRun":["All"],)");
  else
    tried.path = managed(write) + "&dryRun=All";
  return tried;
}

bool sameForActing(const Action& action, const Tree& then, const Tree& now) {
  const auto relevant = [&](const Tree& object) {
    const auto* metadata = object.find("metadata");
    auto head = metadata ? *metadata : Tree(wire::Record());
    for (const char* name : {"managedFields", "resourceVersion", "generation"}) head = without(head, name);
    auto rest = without(object, "status");
    put(rest, "metadata", std::move(head));
    if (const auto* spec = object.find("spec"); spec && action.kind != ActionKind::Scale)
      put(rest, "spec", without(*spec, "replicas"));
    return rest;
  };
  return sameJson(relevant(then), relevant(now));
}

}  // namespace aiagent::cluster
