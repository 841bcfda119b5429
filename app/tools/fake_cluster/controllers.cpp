#include "app/tools/fake_cluster/controllers.h"

#include <algorithm>

#include "core/base/sha256.h"
#include "core/cluster/actions/object.h"

namespace aiagent::fake_cluster {
namespace {

using cluster::at;
using cluster::listAt;
using cluster::numberAt;
using cluster::put;
using cluster::textAt;
using wire::Record;
using wire::Tree;

constexpr std::chrono::milliseconds kObserved{150}, kRolled{600};
constexpr char kHash[] = "pod-template-hash";
constexpr char kRevision[] = "deployment.kubernetes.io/revision";

// Sets a value some records down; they are made where they are missing.
void set(Tree& object, std::initializer_list<std::string_view> path, Tree value) {
  std::vector<std::string_view> names(path);
  auto* here = &object;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    if (!here->find(names[i])) put(*here, names[i], Record());
    here = const_cast<Tree*>(here->find(names[i]));
  }
  put(*here, names.back(), std::move(value));
}

// "…/namespaces/aiagent/" of a list's path, in another API.
std::string sibling(const std::string& list, const std::string& api, const char* resource) {
  const auto begin = list.find("/namespaces/");
  return api + list.substr(begin, list.rfind('/') - begin + 1) + resource;
}

std::string podsOf(const std::string& list) {
  return sibling(list, "/api/v1", "pods");
}

std::string slicesOf(const std::string& list) {
  return sibling(list, "/apis/discovery.k8s.io/v1", "endpointslices");
}

std::string setsOf(const std::string& list) {
  return sibling(list, "/apis/apps/v1", "replicasets");
}

Tree condition(const char* type, const char* status, const char* reason) {
  return Record{{"type", type},
                {"status", status},
                {"reason", reason},
                {"message", reason},
                {"lastUpdateTime", nowText()},
                {"lastTransitionTime", nowText()}};
}

Tree owner(const char* kind, const Tree& object) {
  return Record{{"apiVersion", "apps/v1"},
                {"kind", kind},
                {"name", textAt(object, {"metadata", "name"})},
                {"uid", textAt(object, {"metadata", "uid"})},
                {"controller", true},
                {"blockOwnerDeletion", true}};
}

Tree withoutHash(Tree podTemplate) {
  if (const auto* labels = at(podTemplate, {"metadata", "labels"}))
    set(podTemplate, {"metadata", "labels"}, cluster::without(*labels, kHash));
  return podTemplate;
}

// ---------------------------------------------------------------- pods

// A ready pod of that set.
Tree podOf(World& world, const Tree& set_, int number) {
  const auto name = textAt(set_, {"metadata", "name"}) + "-new" + std::to_string(number);
  const auto* podTemplate = at(set_, {"spec", "template"});
  Tree pod(Record{{"metadata", *at(*podTemplate, {"metadata"})}, {"spec", *at(*podTemplate, {"spec"})}});
  set(pod, {"metadata", "name"}, name);
  set(pod, {"metadata", "namespace"}, textAt(set_, {"metadata", "namespace"}));
  set(pod, {"metadata", "uid"}, world.newUid());
  set(pod, {"metadata", "creationTimestamp"}, nowText());
  set(pod, {"metadata", "ownerReferences"}, wire::List{owner("ReplicaSet", set_)});
  set(pod, {"spec", "nodeName"}, "hollow-node-1");
  wire::List statuses;
  for (const auto& container : listAt(pod, {"spec", "containers"}))
    statuses.emplace_back(Record{{"name", textAt(container, {"name"})},
                                 {"image", textAt(container, {"image"})},
                                 {"ready", true},
                                 {"started", true},
                                 {"restartCount", std::int64_t{0}},
                                 {"state", Record{{"running", Record{{"startedAt", nowText()}}}}}});
  wire::List conditions;
  for (const char* type : {"PodScheduled", "Initialized", "ContainersReady", "Ready"})
    conditions.push_back(condition(type, "True", ""));
  set(pod, {"status"}, Record{{"phase", "Running"}, {"startTime", nowText()}});
  set(pod, {"status", "conditions"}, std::move(conditions));
  set(pod, {"status", "containerStatuses"}, std::move(statuses));
  return pod;
}

// A pod of a set whose image nobody has.
Tree waitingPod(World& world, const Tree& set_) {
  auto pod = podOf(world, set_, 0);
  auto& status = *const_cast<Tree*>(pod.find("status"));
  put(status, "phase", "Pending");
  put(status, "conditions",
      wire::List{condition("PodScheduled", "True", ""), condition("Ready", "False", "ContainersNotReady")});
  for (auto& one : const_cast<Tree*>(status.find("containerStatuses"))->mutableItems()) {
    put(one, "ready", false);
    put(one, "state", Record{{"waiting", Record{{"reason", "ImagePullBackOff"}, {"message", "not found"}}}});
  }
  return pod;
}

bool isMissing(const Tree& set_) {
  return wire::compactJson(*at(set_, {"spec", "template"})).find("-missing\"") != std::string::npos;
}

// So many ready pods, and no other.
void fillSet(World& world, const std::string& pods, const Tree& set_, std::int64_t wanted) {
  static int number = 0;
  std::int64_t have = 0;
  for (const auto& pod : world.ownedBy(pods, textAt(set_, {"metadata", "uid"}))) {
    if (cluster::isReady(pod) && have < wanted)
      ++have;
    else
      world.remove(pods, textAt(pod, {"metadata", "name"}));
  }
  for (; have < wanted; ++have) world.save(pods, podOf(world, set_, ++number));
}

// ---------------------------------------------------------------- Deployments

std::int64_t revisionOf(const Tree& set_) {
  return std::atoll(textAt(set_, {"metadata", "annotations", kRevision}).c_str());
}

Tree newSet(World& world, const Tree& deployment) {
  const auto* podTemplate = at(deployment, {"spec", "template"});
  const auto hash = base::sha256Hex(wire::compactJson(*podTemplate)).substr(0, 10);
  Tree made(Record{{"metadata", Record()}, {"spec", Record{{"template", *podTemplate}}}});
  set(made, {"spec", "selector"}, *at(deployment, {"spec", "selector"}));
  set(made, {"spec", "selector", "matchLabels", kHash}, hash);
  set(made, {"spec", "template", "metadata", "labels", kHash}, hash);
  set(made, {"metadata", "name"}, textAt(deployment, {"metadata", "name"}) + '-' + hash);
  set(made, {"metadata", "namespace"}, textAt(deployment, {"metadata", "namespace"}));
  set(made, {"metadata", "uid"}, world.newUid());
  set(made, {"metadata", "creationTimestamp"}, nowText());
  set(made, {"metadata", "generation"}, std::int64_t{1});
  set(made, {"metadata", "labels"}, *at(made, {"spec", "template", "metadata", "labels"}));
  set(made, {"metadata", "ownerReferences"}, wire::List{owner("Deployment", deployment)});
  return made;
}

// The set of the template as it is now: found again and numbered anew, or made.
Tree currentSet(World& world, const std::string& sets, const Tree& deployment) {
  const auto all = world.ownedBy(sets, textAt(deployment, {"metadata", "uid"}));
  std::int64_t newest = 0;
  for (const auto& one : all) newest = std::max(newest, revisionOf(one));
  const auto found = std::find_if(all.begin(), all.end(), [&](const Tree& one) {
    return cluster::sameJson(withoutHash(*at(one, {"spec", "template"})),
                             *at(deployment, {"spec", "template"}));
  });
  auto current = found == all.end() ? newSet(world, deployment) : *found;
  if (found == all.end() || revisionOf(current) < newest)
    set(current, {"metadata", "annotations", kRevision}, std::to_string(newest + 1));
  const auto cause = textAt(deployment, {"metadata", "annotations", "kubernetes.io/change-cause"});
  if (!cause.empty()) set(current, {"metadata", "annotations", "kubernetes.io/change-cause"}, cause);
  return current;
}

void scaleSet(World& world, const std::string& sets, Tree set_, std::int64_t replicas) {
  set(set_, {"spec", "replicas"}, replicas);
  for (const char* name : {"replicas", "readyReplicas", "availableReplicas", "fullyLabeledReplicas"})
    set(set_, {"status", name}, replicas);
  set(set_, {"status", "observedGeneration"}, numberAt(set_, {"metadata", "generation"}, 1));
  world.save(sets, std::move(set_));
}

void setCounts(Tree& deployment, std::int64_t replicas) {
  for (const char* name : {"replicas", "updatedReplicas", "readyReplicas", "availableReplicas"})
    set(deployment, {"status", name}, replicas);
  put(*const_cast<Tree*>(deployment.find("status")), "unavailableReplicas", std::int64_t{0});
}

void observe(Tree& deployment, Tree progressing) {
  set(deployment, {"status", "observedGeneration"}, numberAt(deployment, {"metadata", "generation"}));
  set(deployment, {"status", "conditions"},
      wire::List{condition("Available", "True", "MinimumReplicasAvailable"), std::move(progressing)});
}

void beginRollout(World& world, const std::string& list, const std::string& name) {
  auto* there = world.find(list, name);
  if (!there) return;
  auto deployment = *there;
  if (cluster::flagAt(deployment, {"spec", "paused"})) {
    observe(deployment, condition("Progressing", "Unknown", "DeploymentPaused"));
    return world.save(list, std::move(deployment));
  }
  auto current = currentSet(world, setsOf(list), deployment);
  set(deployment, {"metadata", "annotations", kRevision},
      textAt(current, {"metadata", "annotations", kRevision}));
  const bool isFound = at(current, {"spec", "replicas"});
  if (isFound)
    world.save(setsOf(list), std::move(current));
  else
    scaleSet(world, setsOf(list), std::move(current), 0);
  // Where the set is there already, the controller keeps the conditions until the first progress, a deadline
  // that was exceeded too (getNewReplicaSet; contract D7).
  if (isFound)
    set(deployment, {"status", "observedGeneration"}, numberAt(deployment, {"metadata", "generation"}));
  else
    observe(deployment, condition("Progressing", "True", "ReplicaSetUpdated"));
  set(deployment, {"status", "updatedReplicas"}, std::int64_t{0});
  world.save(list, std::move(deployment));
}

// The old pods serve on beside one that cannot start, until the deadline.
void failRollout(World& world, const std::string& list, Tree deployment, const Tree& current) {
  const auto wanted = numberAt(deployment, {"spec", "replicas"}, 1);
  scaleSet(world, setsOf(list), current, 0);
  world.save(podsOf(list), waitingPod(world, current));
  observe(deployment, condition("Progressing", "False", "ProgressDeadlineExceeded"));
  setCounts(deployment, wanted);
  set(deployment, {"status", "replicas"}, wanted + 1);
  set(deployment, {"status", "updatedReplicas"}, std::int64_t{1});
  set(deployment, {"status", "unavailableReplicas"}, std::int64_t{1});
  world.save(list, std::move(deployment));
}

void endRollout(World& world, const std::string& list, const std::string& name) {
  auto* there = world.find(list, name);
  if (!there || cluster::flagAt(*there, {"spec", "paused"})) return;
  auto deployment = *there;
  const auto wanted = numberAt(deployment, {"spec", "replicas"}, 1);
  const auto current = currentSet(world, setsOf(list), deployment);
  if (isMissing(current)) return failRollout(world, list, std::move(deployment), current);
  for (const auto& one : world.ownedBy(setsOf(list), textAt(deployment, {"metadata", "uid"}))) {
    const bool isCurrent = textAt(one, {"metadata", "uid"}) == textAt(current, {"metadata", "uid"});
    scaleSet(world, setsOf(list), one, isCurrent ? wanted : 0);
    fillSet(world, podsOf(list), one, isCurrent ? wanted : 0);
  }
  observe(deployment, condition("Progressing", "True", "NewReplicaSetAvailable"));
  setCounts(deployment, wanted);
  world.save(list, std::move(deployment));
}

// Whatever else has a generation is simply seen.
void observeOther(World& world, const std::string& list, const std::string& name) {
  auto* there = world.find(list, name);
  if (!there || !at(*there, {"status", "observedGeneration"})) return;
  auto object = *there;
  const auto* seen = at(object, {"status", "observedGeneration"});
  const auto generation = numberAt(object, {"metadata", "generation"});
  set(object, {"status", "observedGeneration"},
      seen->text() ? Tree(std::to_string(generation)) : Tree(generation));
  world.save(list, std::move(object));
}

// The endpoints of a Service are the ready pods that it selects.
void fillSlices(World& world, const std::string& list, const std::string& name) {
  const auto* service = world.find(list, name);
  if (!service) return;
  const auto selector = cluster::pairsAt(*service, {"spec", "selector"});
  wire::List endpoints;
  for (const auto& pod : world.items(podsOf(list)))
    if (cluster::hasAll(at(pod, {"metadata", "labels"}), selector) && cluster::isReady(pod))
      endpoints.emplace_back(
          Record{{"addresses", wire::List{"10.0.0.1"}},
                 {"conditions", Record{{"ready", true}, {"serving", true}, {"terminating", false}}},
                 {"targetRef", Record{{"kind", "Pod"},
                                      {"name", textAt(pod, {"metadata", "name"})},
                                      {"uid", textAt(pod, {"metadata", "uid"})}}}});
  for (auto slice : world.ownedBy(slicesOf(list), textAt(*service, {"metadata", "uid"}))) {
    set(slice, {"endpoints"}, endpoints);
    world.save(slicesOf(list), std::move(slice));
  }
}

}  // namespace

void specChanged(World& world, const WorldChange& change, const World::Load& load) {
  const auto name = textAt(change.after, {"metadata", "name"});
  if (change.kind == "Service") {
    world.adopt(slicesOf(change.list), load);
    world.adopt(podsOf(change.list), load);
    return world.later(kObserved, [=, list = change.list](World& all) { fillSlices(all, list, name); });
  }
  if (change.kind != "Deployment")
    return world.later(kObserved, [=, list = change.list](World& all) { observeOther(all, list, name); });
  world.adopt(setsOf(change.list), load);
  world.adopt(podsOf(change.list), load);
  world.later(kObserved, [=, list = change.list](World& all) { beginRollout(all, list, name); });
  world.later(kRolled, [=, list = change.list](World& all) { endRollout(all, list, name); });
}

void created(World& world, const WorldChange& change, const World::Load&) {
  if (change.kind != "Job") return;
  world.later(kRolled, [name = textAt(change.after, {"metadata", "name"}), list = change.list](World& all) {
    auto* there = all.find(list, name);
    if (!there) return;
    auto job = *there;
    set(job, {"status"},
        Record{{"succeeded", std::int64_t{1}},
               {"startTime", nowText()},
               {"completionTime", nowText()},
               {"conditions", wire::List{condition("Complete", "True", "CompletionsReached")}}});
    all.save(list, std::move(job));
  });
}

void deleted(World& world, const WorldChange& change, const World::Load& load) {
  const auto sets = setsOf(change.list);
  if (change.kind == "Pod") world.adopt(sets, load);
  world.later(kObserved, [=](World& all) {
    all.remove(change.list, textAt(change.after, {"metadata", "name"}));
    if (change.kind != "Pod") return;
    const auto& owners = listAt(change.after, {"metadata", "ownerReferences"});
    const auto* owned = owners.empty() ? nullptr : all.find(sets, textAt(owners[0], {"name"}));
    if (owned) fillSet(all, change.list, Tree(*owned), numberAt(*owned, {"spec", "replicas"}));
  });
}

}  // namespace aiagent::fake_cluster
