#include "app/tools/fake_cluster/world.h"

#include <gmock/gmock.h>

#include <thread>

#include "app/tools/fake_cluster/patches.h"
#include "app/tools/fake_cluster/responder.h"
#include "core/cluster/actions/object.h"
#include "core/wire/tree_json.h"
#include "tests/unit/fake_cluster/recorded.h"

namespace aiagent::fake_cluster {
namespace {

using cluster::listAt;
using cluster::numberAt;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using wire::Tree;

Tree parsed(std::string_view json) {
  return wire::parseJson(json).value();
}

TEST(Patches, jsonPatch_testsAndAdds_byEscapedNames) {
  auto object = parsed(R"({"m":{"a/b":"1"},"l":[1,2]})");
  EXPECT_TRUE(applyJsonPatch(
      object, parsed(R"([{"op":"test","path":"/m/a~1b","value":"1"},{"op":"add","path":"/m/c","value":2},)"
                     R"({"op":"add","path":"/l/-","value":3},{"op":"remove","path":"/m/a~1b"}])")));
  EXPECT_EQ(wire::compactJson(*object.find("m")), R"({"c":2})");
  EXPECT_FALSE(applyJsonPatch(object, parsed(R"([{"op":"test","path":"/m/c","value":"2"}])")));
  EXPECT_FALSE(applyJsonPatch(object, parsed(R"([{"op":"add","path":"/x/y","value":1}])")));
}

TEST(Patches, mergePatch_nullRemoves) {
  auto object = parsed(R"({"a":{"b":1,"c":2}})");
  applyMergePatch(object, parsed(R"({"a":{"b":null,"d":3}})"));
  EXPECT_EQ(wire::compactJson(object), R"({"a":{"c":2,"d":3}})");
}

TEST(Patches, strategicPatch_replacesWhereItSays_andMergesByName) {
  auto object = parsed(R"({"t":{"old":1},"c":[{"name":"a","x":1},{"name":"b"}]})");
  applyStrategicPatch(object, parsed(R"({"t":{"$patch":"replace","new":2},"c":[{"name":"a","y":2}]})"));
  EXPECT_EQ(wire::compactJson(object), R"({"t":{"new":2},"c":[{"name":"a","x":1,"y":2},{"name":"b"}]})");
}

class WrittenWorld : public testing::Test {
 protected:
  Answer ask(const std::string& method, const std::string& target, const std::string& body = {},
             const std::string& type = "application/json-patch+json") {
    auto reply =
        Responder(recorded(), script).respond({method, Target(target), {"admin", "", ""}, "", body, type});
    return std::get<Answer>(reply);
  }
  Tree get(const std::string& target) { return parsed(ask("GET", target).body); }
  template <class Condition>
  bool soon(Condition condition) {
    for (int i = 0; i < 100 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return condition();
  }

  Script script{{{"admin", "admin"}}};
  const std::string space = "/apis/apps/v1/namespaces/aiagent/";
  const std::string api = space + "deployments/agent-api";
  const std::string pods = "/api/v1/namespaces/aiagent/pods";
};

TEST_F(WrittenWorld, dryRun_answersWhatWouldBe_andChangesNothing) {
  const auto before = ask("GET", api).body;
  const auto tried = ask("PATCH", api + "?dryRun=All", R"([{"op":"add","path":"/spec/replicas","value":5}])");
  EXPECT_EQ(tried.status, 200);
  EXPECT_EQ(numberAt(parsed(tried.body), {"spec", "replicas"}), 5);
  EXPECT_EQ(numberAt(get(api), {"spec", "replicas"}), 3);
}

TEST_F(WrittenWorld, staleVersion_is422OfAJsonPatch_and409OfAMergePatch) {
  EXPECT_EQ(ask("PATCH", api, R"([{"op":"test","path":"/metadata/resourceVersion","value":"1"}])").status,
            422);
  EXPECT_EQ(
      ask("PATCH", api, R"({"metadata":{"resourceVersion":"1"}})", "application/merge-patch+json").status,
      409);
}

TEST_F(WrittenWorld, scale_isFollowedByPods) {
  ASSERT_EQ(ask("PATCH", api, R"([{"op":"add","path":"/spec/replicas","value":5}])").status, 200);
  EXPECT_TRUE(soon([&] { return numberAt(get(api), {"status", "availableReplicas"}) == 5; }));
  EXPECT_EQ(listAt(get(pods + "?labelSelector=app%3Dagent-api"), {"items"}).size(), 5u);
}

TEST_F(WrittenWorld, undo_numbersTheOldSetAnew_andTakesTheFailingPodAway) {
  script.take(R"({"scene":"degraded"})");
  const auto old = get(space + "replicasets/agent-api-7f445fdfbc");
  auto podTemplate = *cluster::at(old, {"spec", "template"});
  cluster::put(podTemplate, "metadata", parsed(R"({"labels":{"app":"agent-api","tier":"backend"}})"));
  const auto patch =
      R"([{"op":"add","path":"/spec/template","value":)" + wire::compactJson(podTemplate) + "}]";
  ASSERT_EQ(ask("PATCH", api, patch).status, 200);
  EXPECT_TRUE(soon([&] { return numberAt(get(api), {"status", "updatedReplicas"}) == 3; }));
  EXPECT_EQ(cluster::textAt(get(space + "replicasets/agent-api-7f445fdfbc"),
                            {"metadata", "annotations", "deployment.kubernetes.io/revision"}),
            "4");
  const auto left = ask("GET", pods + "?labelSelector=app%3Dagent-api").body;
  EXPECT_THAT(left, Not(HasSubstr("1.6.0-missing")));
}

TEST_F(WrittenWorld, deletedPod_goesAndHasASuccessor_dryRunKeepsIt) {
  const auto pod = pods + "/agent-api-7fdfd6b96d-8jqtk";
  EXPECT_EQ(ask("DELETE", pod, R"({"dryRun":["All"],"kind":"DeleteOptions"})").status, 200);
  EXPECT_EQ(ask("GET", pod).body.find("deletionTimestamp"), std::string::npos);
  EXPECT_EQ(ask("DELETE", pod, R"({"preconditions":{"uid":"another"}})").status, 409);
  EXPECT_EQ(ask("DELETE", pod, R"({"kind":"DeleteOptions"})").status, 200);
  EXPECT_TRUE(soon([&] { return ask("GET", pod).status == 404; }));
  EXPECT_EQ(listAt(get(pods + "?labelSelector=app%3Dagent-api"), {"items"}).size(), 3u);
}

TEST_F(WrittenWorld, changes_areLinesOfALaterVersion_andResetTakesThemBack) {
  ask("PATCH", api, R"([{"op":"add","path":"/spec/paused","value":true}])");
  const auto lines = script.world().linesAfter(space + "deployments", "778");
  ASSERT_FALSE(lines.empty());
  EXPECT_THAT(lines[0].text, HasSubstr(R"({"type":"MODIFIED","object":{"kind":"Deployment")"));
  EXPECT_THAT(script.world().linesAfter(space + "deployments", lines[0].version), IsEmpty());
  script.take(R"({"reset":true})");
  EXPECT_FALSE(script.world().list(space + "deployments"));
}

}  // namespace
}  // namespace aiagent::fake_cluster
