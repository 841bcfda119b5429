#include "core/wire/kube_discovery.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/kube_fixtures.h"

namespace aiagent::wire {
namespace {

using tests::kubeFixture;

const KubeResource* find(const std::vector<KubeResource>& all, std::string_view fullName) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.fullName() == fullName; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> namesOf(const std::vector<KubeResource>& all) {
  std::vector<std::string> names;
  for (const auto& one : all) names.push_back(one.fullName());
  return names;
}

TEST(KubeDiscovery, recordedCoreGroup_isReadWhole) {
  const auto core = readAggregatedDiscovery(kubeFixture("discovery/api.aggregated.json"));
  ASSERT_TRUE(core.has_value());
  const auto* maps = find(core->resources, "configmaps");
  ASSERT_NE(maps, nullptr);
  EXPECT_EQ(*maps, (KubeResource{"", "v1", "configmaps", "configmap", "ConfigMap", {"cm"}, true}));
  ASSERT_NE(find(core->resources, "nodes"), nullptr);
  EXPECT_FALSE(find(core->resources, "nodes")->namespaced);
  EXPECT_EQ(find(core->resources, "bindings"), nullptr) << "can only be created";
  EXPECT_TRUE(core->stale.empty());
}

TEST(KubeDiscovery, recordedGroups_haveTheirPreferredVersion) {
  const auto groups = readAggregatedDiscovery(kubeFixture("discovery/apis.aggregated.json"));
  ASSERT_TRUE(groups.has_value());
  const auto* scalers = find(groups->resources, "horizontalpodautoscalers.autoscaling");
  ASSERT_NE(scalers, nullptr);
  EXPECT_EQ(scalers->groupVersion(), "autoscaling/v2");
  EXPECT_EQ(scalers->shortNames, std::vector<std::string>{"hpa"});
  ASSERT_NE(find(groups->resources, "leases.coordination.k8s.io"), nullptr);
  EXPECT_EQ(find(groups->resources, "tokenreviews.authentication.k8s.io"), nullptr);
  for (const auto& one : groups->resources) {
    EXPECT_EQ(one.plural.find('/'), std::string::npos) << one.plural;
    EXPECT_FALSE(one.kind.empty() || one.version.empty() || one.group.empty()) << one.plural;
  }
}

// The old way of the same server tells the same.
TEST(KubeDiscovery, recordedResourceLists_sayWhatAggregatedDiscoverySays) {
  const auto aggregated = readAggregatedDiscovery(kubeFixture("discovery/api.aggregated.json"));
  auto core = readResourceList(kubeFixture("discovery/api-v1.json"), {"", "v1"});
  ASSERT_TRUE(core.has_value());
  std::vector<KubeResource> all;
  addResources(all, std::move(*core));
  EXPECT_EQ(all, aggregated->resources);

  const auto groups = readAggregatedDiscovery(kubeFixture("discovery/apis.aggregated.json"));
  const auto apps = readResourceList(kubeFixture("discovery/apis-apps-v1.json"), {"apps", "v1"});
  ASSERT_TRUE(apps.has_value());
  ASSERT_EQ(apps->size(), 5u);
  for (const auto& one : *apps) {
    ASSERT_NE(find(groups->resources, one.fullName()), nullptr) << one.plural;
    EXPECT_EQ(*find(groups->resources, one.fullName()), one);
  }
}

TEST(KubeDiscovery, recordedGroupLists_tellEveryVersion) {
  const auto core = readGroupVersions(kubeFixture("discovery/api.json"));
  EXPECT_EQ(core, (std::vector<KubeGroupVersion>{{"", "v1"}}));
  const auto groups = readGroupVersions(kubeFixture("discovery/apis.json"));
  ASSERT_TRUE(groups.has_value());
  EXPECT_NE(std::find(groups->begin(), groups->end(), KubeGroupVersion{"apps", "v1"}), groups->end());
}

TEST(KubeDiscovery, preferredVersion_comesFirst) {
  const auto groups = readGroupVersions(
      R"({"kind":"APIGroupList","groups":[{"preferredVersion":{"version":"v2"},"name":"g",
          "versions":[{"version":"v1"},{"version":"v2"},{"version":""}]}]})");
  EXPECT_EQ(groups, (std::vector<KubeGroupVersion>{{"g", "v2"}, {"g", "v1"}}));
}

TEST(KubeDiscovery, whatOnlyAnOlderVersionHas_isTakenFromThat) {
  const auto found = readAggregatedDiscovery(
      R"({"items":[{"versions":[
            {"resources":[{"resource":"as","responseKind":{"kind":"A"},"verbs":["list"]},
                          {"resource":"cs","responseKind":{"kind":"C"},"verbs":["get"]}],"version":"v2"},
            {"version":"v1","resources":[{"resource":"as","responseKind":{"kind":"A"},"verbs":["list"]},
                          {"resource":"bs","responseKind":{"kind":"B"},"verbs":["get","list"],"scope":"Namespaced"},
                          {"resource":"cs","responseKind":{"kind":"C"},"verbs":["list"]}]}],
          "metadata":{"name":"g"}}],"apiVersion":"apidiscovery.k8s.io/v2beta1","kind":"APIGroupDiscoveryList"})");
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(namesOf(found->resources), (std::vector<std::string>{"as.g", "bs.g", "cs.g"}));
  EXPECT_EQ(found->resources[0].version, "v2");
  EXPECT_EQ(found->resources[1].version, "v1");
  EXPECT_TRUE(found->resources[1].namespaced);
}

TEST(KubeDiscovery, staleGroup_isToldAndHidesNoOther) {
  const auto found = readAggregatedDiscovery(
      R"({"kind":"APIGroupDiscoveryList","items":[
            {"metadata":{"name":"metrics.k8s.io"},"versions":[{"version":"v1beta1","freshness":"Stale"}]},
            {"metadata":{"name":"g"},"versions":[{"version":"v1","freshness":"Current",
             "resources":[{"resource":"as","responseKind":{"kind":"A"},"verbs":["list"]}]}]}]})");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(namesOf(found->resources), std::vector<std::string>{"as.g"});
  EXPECT_EQ(found->stale, (std::vector<KubeGroupVersion>{{"metrics.k8s.io", "v1beta1"}}));
}

TEST(KubeDiscovery, partsWithoutNames_areLeftOut) {
  const auto found = readAggregatedDiscovery(
      R"({"kind":"APIGroupDiscoveryList","items":[null,{"metadata":{"name":"g"},"versions":[
            {"resources":[{"resource":"as","responseKind":{"kind":"A"},"verbs":["list"]}]},
            {"version":"v1","resources":[{"resource":"","responseKind":{"kind":"A"},"verbs":["list"]},
             {"resource":"b/status","responseKind":{"kind":"B"},"verbs":["list"]},
             {"resource":"cs","responseKind":null,"verbs":["list"]},3]}]}]})");
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->resources.empty());
}

TEST(KubeDiscovery, otherBodies_areNone) {
  for (const auto& body :
       {std::string(), std::string("{}"), std::string(R"({"kind":"APIGroupDiscoveryList","items":[)"),
        kubeFixture("discovery/api.json"), kubeFixture("healthy/pdb.json")})
    EXPECT_FALSE(readAggregatedDiscovery(body).has_value());
  EXPECT_FALSE(readGroupVersions(kubeFixture("discovery/api.aggregated.json")).has_value());
  EXPECT_FALSE(readResourceList(kubeFixture("discovery/apis.json"), {"g", "v1"}).has_value());
}

// ---------------------------------------------------------------- names

std::vector<KubeResource> some() {
  return {{"", "v1", "events", "event", "Event", {"ev"}, true},
          {"events.k8s.io", "v1", "events", "event", "Event", {"ev"}, true},
          {"a.example", "v1", "widgets", "widget", "Widget", {"w"}, true},
          {"b.example", "v2", "widgets", "widget", "Widget", {"wi"}, true},
          {"c.example", "v1", "ws", "w2", "W2", {"events"}, false}};
}

TEST(KubeDiscovery, wordsOfAllSorts_nameAKind) {
  const auto all = some();
  for (const char* word : {"widgets.a.example", "Widgets.A.Example", "widgets.v1.a.example", "w"})
    EXPECT_EQ(namesOf(resourcesNamed(all, word)), std::vector<std::string>{"widgets.a.example"}) << word;
  for (const char* word : {"wi", "widgets.b.example"})
    EXPECT_EQ(namesOf(resourcesNamed(all, word)), std::vector<std::string>{"widgets.b.example"}) << word;
  EXPECT_EQ(namesOf(resourcesNamed(all, "W2")), std::vector<std::string>{"ws.c.example"});
  EXPECT_EQ(namesOf(resourcesNamed(all, "events.events.k8s.io")),
            std::vector<std::string>{"events.events.k8s.io"});
  EXPECT_TRUE(resourcesNamed(all, "nothing").empty());
  EXPECT_TRUE(resourcesNamed(all, "").empty());
}

TEST(KubeDiscovery, ambiguousWord_namesAll_butTheCoreGroupGoesBefore) {
  const auto all = some();
  EXPECT_EQ(resourcesNamed(all, "Widget").size(), 2u);
  EXPECT_EQ(namesOf(resourcesNamed(all, "event")), std::vector<std::string>{"events"});
  EXPECT_EQ(namesOf(resourcesNamed(all, "events")), std::vector<std::string>{"events"})
      << "not by a short name";
}

}  // namespace
}  // namespace aiagent::wire
