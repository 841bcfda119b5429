#include <gmock/gmock.h>

#include "tests/unit/cluster/actions/recorded_view.h"

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using wire::KubeKind;

ActionView rollout(const std::string& spec, const std::string& status) {
  return {.object = parsed(R"({"metadata":{"uid":"u","resourceVersion":"7"},"spec":)" + spec +
                           R"(,"status":)" + status + "}")};
}

// "status {…}" of each step.
std::vector<std::string> stepsOf(ActionKind kind, const ActionView& view) {
  const auto plan = planAction(actionOn(kind, KubeKind::Rollout, "web"), view);
  if (!plan) return {plan.error().providerCode};
  std::vector<std::string> steps;
  for (const auto& step : plan->steps) steps.push_back(step.access.subresource + " " + step.write.body);
  return steps;
}

constexpr char kSteps[] = R"({"strategy":{"canary":{"steps":[{"setWeight":20},{"pause":{}}]}}})";

TEST(RolloutStatusPlans, promoteOfAPause_clearsItsConditions) {
  EXPECT_THAT(
      stepsOf(ActionKind::Promote, rollout(kSteps, R"({"pauseConditions":[{"reason":"CanaryPauseStep"}]})")),
      ElementsAre(R"(status {"metadata":{"resourceVersion":"7"},"status":{"pauseConditions":null}})"));
}

TEST(RolloutStatusPlans, promoteWithinAnAnalysis_goesOnAStep) {
  EXPECT_THAT(
      stepsOf(
          ActionKind::Promote,
          rollout(
              kSteps,
              R"({"currentStepIndex":1,"canary":{"currentStepAnalysisRunStatus":{"status":"Running"}}})")),
      ElementsAre(
          R"(status {"metadata":{"resourceVersion":"7"},"status":{"pauseConditions":null,"currentStepIndex":2}})"));
}

TEST(RolloutStatusPlans, promoteOfAnInconclusiveOne_endsTheControllersPause) {
  EXPECT_THAT(
      stepsOf(ActionKind::Promote,
              rollout(kSteps, R"({"currentStepIndex":2,"controllerPause":true,"pauseConditions":[{}],)"
                              R"("canary":{"currentStepAnalysisRunStatus":{"status":"Inconclusive"}}})")),
      ElementsAre(R"(status {"metadata":{"resourceVersion":"7"},"status":)"
                  R"({"controllerPause":false,"pauseConditions":null,"currentStepIndex":2}})"));
}

TEST(RolloutStatusPlans, pauseInTheSpec_isASecondRequest) {
  EXPECT_THAT(stepsOf(ActionKind::Promote, rollout(R"({"paused":true})", R"({"pauseConditions":[{}]})")),
              ElementsAre(R"(status {"metadata":{"resourceVersion":"7"},"status":{"pauseConditions":null}})",
                          R"( {"spec":{"paused":false}})"));
  EXPECT_THAT(stepsOf(ActionKind::Promote, rollout(R"({"paused":true})", "{}")),
              ElementsAre(R"( {"metadata":{"resourceVersion":"7"},"spec":{"paused":false}})"));
}

TEST(RolloutStatusPlans, promoteFully_isRefusedWhenItIs) {
  EXPECT_THAT(stepsOf(ActionKind::PromoteFully, rollout("{}", R"({"currentPodHash":"b","stableRS":"a"})")),
              ElementsAre(R"(status {"metadata":{"resourceVersion":"7"},"status":{"promoteFull":true}})"));
  EXPECT_THAT(stepsOf(ActionKind::PromoteFully, rollout("{}", R"({"currentPodHash":"a","stableRS":"a"})")),
              ElementsAre("act_fully_promoted"));
}

TEST(RolloutStatusPlans, abortAndRetry_areTheFlag) {
  EXPECT_THAT(stepsOf(ActionKind::Abort, rollout("{}", R"({"currentPodHash":"b","stableRS":"a"})")),
              ElementsAre(R"(status {"metadata":{"resourceVersion":"7"},"status":{"abort":true}})"));
  EXPECT_THAT(stepsOf(ActionKind::Retry, rollout("{}", R"({"abort":true})")),
              ElementsAre(R"(status {"metadata":{"resourceVersion":"7"},"status":{"abort":false}})"));
}

TEST(RolloutStatusPlans, whatMakesNoSense_isRefused) {
  EXPECT_THAT(stepsOf(ActionKind::Promote, rollout("{}", R"({"abort":true})")), ElementsAre("act_aborted"));
  EXPECT_THAT(stepsOf(ActionKind::Promote, rollout(kSteps, "{}")), ElementsAre("act_not_waiting"));
  EXPECT_THAT(stepsOf(ActionKind::Retry, rollout("{}", "{}")), ElementsAre("act_not_aborted"));
}

TEST(RolloutStatusPlans, undo_isARollbackToTheSetBefore) {
  auto view = rollout(R"({"template":{"spec":{"containers":[{"name":"a","image":"a:2"}]}}})", "{}");
  const auto set = [](const char* revision, const char* image) {
    return parsed(std::string(R"({"metadata":{"name":"s","annotations":{"rollout.argoproj.io/revision":")") +
                  revision +
                  R"("},"ownerReferences":[{"controller":true,"uid":"u"}]},"spec":{"template":)"
                  R"({"metadata":{"labels":{"rollouts-pod-template-hash":"x"}},"spec":{"containers":)"
                  R"([{"name":"a","image":")" +
                  image + R"("}]}}}})");
  };
  view.around[Around::ReplicaSets] = wire::List{set("2", "a:2"), set("1", "a:1")};
  EXPECT_THAT(
      stepsOf(ActionKind::RollBack, view),
      ElementsAre(
          R"( [{"op":"test","path":"/metadata/resourceVersion","value":"7"},{"op":"add","path":"/spec/template",)"
          R"("value":{"metadata":{},"spec":{"containers":[{"name":"a","image":"a:1"}]}}},)"
          R"({"op":"add","path":"/metadata/annotations","value":{"kubernetes.io/change-cause":)"
          R"("rolled back to revision 1 by jane: bad image"}}])"));
  put(*const_cast<wire::Tree*>(view.object.find("spec")), "workloadRef", wire::Record());
  EXPECT_THAT(stepsOf(ActionKind::RollBack, view), ElementsAre("act_workload_ref"));
}

}  // namespace
}  // namespace aiagent::cluster
