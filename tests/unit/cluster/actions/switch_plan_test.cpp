#include <gmock/gmock.h>

#include "tests/unit/cluster/actions/recorded_view.h"

namespace aiagent::cluster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using wire::KubeKind;

class SwitchPlan : public testing::Test {
 protected:
  SwitchPlan() {
    action.selector = {{"slot", "green"}};
    view.object = objectNamed("healthy/services.json", "agent-web");
    const auto pods = itemsOf("healthy/pods.json");
    view.around[Around::PodsNow] = selectedFrom(pods, {{"app", "agent-web"}, {"slot", "blue"}});
    view.around[Around::PodsThen] = selectedFrom(pods, {{"app", "agent-web"}, {"slot", "green"}});
  }
  Action action = actionOn(ActionKind::SwitchService, KubeKind::Service, "agent-web");
  ActionView view;
};

TEST_F(SwitchPlan, changesTheNamedMemberOnly) {
  const auto plan = planAction(action, view);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->steps[0].write.body, R"([{"op":"test","path":"/metadata/resourceVersion","value":"381"},)"
                                       R"({"op":"add","path":"/spec/selector/slot","value":"green"}])");
  EXPECT_THAT(plan->findings, Contains(Finding{false, "capacity_ready", "2", "2"}));
  EXPECT_THAT(plan->notUndone, Contains(NotUndone{"open_connections"}));
}

TEST_F(SwitchPlan, looksAtPodsOfBothSides) {
  const auto lookups = lookupsFor(action, view.object);
  ASSERT_EQ(lookups.size(), 2u);
  EXPECT_EQ(lookups[0].path, "/api/v1/namespaces/aiagent/pods?labelSelector=app%3Dagent-web%2Cslot%3Dblue");
  EXPECT_EQ(lookups[1].path, "/api/v1/namespaces/aiagent/pods?labelSelector=app%3Dagent-web%2Cslot%3Dgreen");
}

TEST_F(SwitchPlan, tooFewReadyPods_areRefused) {
  view.around[Around::PodsThen].pop_back();
  EXPECT_EQ(refusalOf(action, view), "act_capacity");
  action.needed = 1;
  EXPECT_EQ(refusalOf(action, view), "planned");
  action.needed = 0;
  view.around[Around::PodsNow].clear();
  view.around[Around::PodsThen].clear();
  EXPECT_EQ(refusalOf(action, view), "act_capacity");  // nothing would serve
}

TEST_F(SwitchPlan, podsThatMayNotBeSeen_areNoCapacity) {
  view.around.erase(Around::PodsThen);
  EXPECT_EQ(refusalOf(action, view), "act_capacity_unknown");
}

TEST_F(SwitchPlan, sameOrNoSelector_isRefused) {
  action.selector = {{"slot", "blue"}};
  EXPECT_EQ(refusalOf(action, view), "act_same_selector");
  view.object = parsed(R"({"metadata":{"uid":"a","resourceVersion":"1"},"spec":{}})");
  EXPECT_EQ(refusalOf(action, view), "act_no_selector");
}

}  // namespace
}  // namespace aiagent::cluster
