#include "core/cluster/actions/revisions.h"

#include <gmock/gmock.h>

#include "tests/unit/cluster/actions/recorded_view.h"

namespace aiagent::cluster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using wire::KubeKind;
using wire::Tree;

ActionView failedRollout() {
  ActionView view{.object = objectNamed("degraded/deployments.json", "agent-api")};
  view.around[Around::ReplicaSets] = itemsOf("degraded/replicasets.json");
  view.around[Around::Jobs] = itemsOf("healthy/jobs.json");
  return view;
}

Action rollback(std::int64_t revision = 0) {
  auto action = actionOn(ActionKind::RollBack, KubeKind::Deployment, "agent-api");
  action.revision = revision;
  return action;
}

Tree& specOf(ActionView& view) {
  return *const_cast<Tree*>(view.object.find("spec"));
}

TEST(Revisions, ofAFailedRollout_areInOrder_withTheCurrentOne) {
  const auto all = revisionsOf(KubeKind::Deployment, failedRollout());
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].number, 1);
  EXPECT_EQ(all[0].cause, "release 1.4.0");
  EXPECT_EQ(all[1].cause, "release 1.5.0");
  EXPECT_THAT(all[1].images, Contains("registry.example.com/aiagent/agent-api:1.5.0"));
  EXPECT_FALSE(all[1].current);
  EXPECT_TRUE(all[2].current);
}

TEST(PlanRollback, without_aNumber_isTheOneBefore) {
  const auto view = failedRollout();
  const auto plan = planAction(rollback(), view);
  ASSERT_TRUE(plan);
  const auto operations = parsed(plan->steps[0].write.body).items();
  ASSERT_EQ(operations.size(), 3u);
  EXPECT_EQ(wire::compactJson(operations[0]),
            R"({"op":"test","path":"/metadata/resourceVersion","value":"1019"})");
  EXPECT_EQ(textAt(operations[1], {"path"}), "/spec/template");
  EXPECT_EQ(at(operations[1], {"value", "metadata", "labels", "pod-template-hash"}), nullptr);
  EXPECT_EQ(textAt(listAt(operations[1], {"value", "spec", "containers"})[0], {"image"}),
            "registry.example.com/aiagent/agent-api:1.5.0");
  EXPECT_EQ(wire::compactJson(operations[2]),
            R"({"op":"add","path":"/metadata/annotations/kubernetes.io~1change-cause",)"
            R"("value":"rolled back to revision 2 by jane: bad image"})");
}

TEST(PlanRollback, foreignAnnotations_areNotTouched) {
  const auto plan = planAction(rollback(1), failedRollout());
  EXPECT_THAT(plan->steps[0].write.body, Not(HasSubstr("\"/metadata/annotations\"")));
}

TEST(PlanRollback, whatStays_isNamed) {
  const auto plan = planAction(rollback(), failedRollout());
  EXPECT_THAT(plan->notUndone,
              ElementsAre(NotUndone{"configmaps", {"agent-config"}}, NotUndone{"secrets", {"agent-secrets"}},
                          NotUndone{"services"}, NotUndone{"autoscalers"}, NotUndone{"database_schema"}));
  EXPECT_THAT(plan->findings, Contains(Finding{false, "revision", "2", "release 1.5.0"}));
  EXPECT_THAT(wordsOf(*plan), Contains("last_applied_stays"));
}

TEST(PlanRollback, migrationSinceTheRevision_isAWarning) {
  auto view = failedRollout();
  view.around[Around::Jobs] = wire::List{
      parsed(R"({"metadata":{"name":"db-migrate-7"},"status":{"completionTime":"2999-01-01T00:00:00Z"}})")};
  EXPECT_THAT(planAction(rollback(), view)->findings,
              Contains(Finding{true, "schema_migrated_since", "db-migrate-7", "2999-01-01T00:00:00Z"}));
}

TEST(PlanRollback, refusals_haveTheirWords) {
  auto paused = failedRollout();
  put(specOf(paused), "paused", true);
  EXPECT_EQ(refusalOf(rollback(), paused), "act_paused");
  EXPECT_EQ(refusalOf(rollback(9), failedRollout()), "act_revision_unknown");
  EXPECT_EQ(refusalOf(rollback(3), failedRollout()), "act_same_template");
  auto fresh = failedRollout();
  fresh.around[Around::ReplicaSets] = {};
  EXPECT_EQ(refusalOf(rollback(), fresh), "act_no_history");
  put(specOf(fresh), "revisionHistoryLimit", std::int64_t{0});
  EXPECT_EQ(refusalOf(rollback(), fresh), "act_history_off");
}

TEST(PlanRollback, setsOfOthers_areNoRevisions) {
  auto view = failedRollout();
  put(*const_cast<Tree*>(view.object.find("metadata")), "uid", "another");
  EXPECT_EQ(refusalOf(rollback(), view), "act_no_history");
}

TEST(PlanRollback, reasonWithControlCharacters_isOneLine) {
  auto action = rollback();
  action.reason = "bad\nimage\x1b[31m";
  EXPECT_THAT(planAction(action, failedRollout())->steps[0].write.body, HasSubstr("bad image [31m"));
}

class StatefulRollback : public testing::Test {
 protected:
  StatefulRollback() {
    view.object = objectNamed("healthy/statefulsets.json", "vector-db");
    auto older = objectNamed("healthy/controllerrevisions.json", "vector-db-d465fccd5"), newer = older;
    put(newer, "revision", std::int64_t{2});
    auto& container = const_cast<Tree*>(at(older, {"data", "spec", "template", "spec", "containers"}))
                          ->mutableItems()
                          .front();
    put(container, "image", "db:1");
    view.around[Around::ControllerRevisions] = wire::List{newer, older};
  }
  ActionView view;
};

TEST_F(StatefulRollback, isAStrategicPatchThatReplacesTheTemplate) {
  const auto plan = planAction(actionOn(ActionKind::RollBack, KubeKind::StatefulSet, "vector-db"), view);
  ASSERT_TRUE(plan);
  const auto& write = plan->steps[0].write;
  EXPECT_EQ(write.contentType, "application/strategic-merge-patch+json");
  const auto body = parsed(write.body);
  EXPECT_EQ(textAt(body, {"spec", "template", "$patch"}), "replace");
  EXPECT_EQ(textAt(body, {"metadata", "resourceVersion"}), plan->resourceVersion);
  EXPECT_EQ(textAt(body, {"metadata", "annotations", "kubernetes.io/change-cause"}),
            "rolled back to revision 1 by jane: bad image");
}

TEST_F(StatefulRollback, currentRevision_isRecognised) {
  const auto all = revisionsOf(KubeKind::StatefulSet, view);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_FALSE(all[0].current);
  EXPECT_TRUE(all[1].current);
  auto action = actionOn(ActionKind::RollBack, KubeKind::StatefulSet, "vector-db");
  action.revision = 2;
  EXPECT_EQ(refusalOf(action, view), "act_same_template");
}

}  // namespace
}  // namespace aiagent::cluster
