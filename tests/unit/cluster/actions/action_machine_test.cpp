#include "core/cluster/actions/action_machine.h"

#include <gmock/gmock.h>

#include "tests/unit/cluster/actions/recorded_view.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using wire::KubeKind;
using wire::Tree;

constexpr base::Instant kNow{std::chrono::hours(1)};

base::Error status(int code, ErrorCode word = ErrorCode::RequestRejected) {
  return {.code = word, .detail = "scripted", .httpStatus = code};
}

// A server in a few lines: what it has, what it refuses, and what it was asked.
class ActionMachineTest : public testing::Test {
 protected:
  ActionMachineTest() {
    object = objectNamed("degraded/deployments.json", "agent-api");
    tried = object;
    put(*const_cast<Tree*>(at(tried, {"spec"})), "replicas", std::int64_t{5});
    action = actionOn(ActionKind::Scale, KubeKind::Deployment, "agent-api");
    action.replicas = 5;
  }

  void begin() {
    machine.emplace(action, who, access);
    run(machine->start());
  }
  void on(const ActionEvent& event) { run(machine->on(event, kNow)); }
  void confirm() { on(Confirmed{}); }

  void run(std::vector<ActionCommand> commands) {
    for (const auto& command : commands) {
      if (const auto* wish = std::get_if<AskServer>(&command)) serve(*wish);
      if (const auto* record = std::get_if<KeepRecord>(&command)) keep(*record);
    }
  }
  void keep(const KeepRecord& record) {
    records.push_back(record.intent ? "intent" : record.outcome + " " + record.error);
    plan = record.plan;
    on(RecordKept{record.intent ? recordOutcome : base::Result<void>()});
  }
  void serve(const AskServer& wish) {
    asked.push_back((wish.real ? "REAL " : "") + wish.request.method + " " + wish.request.path);
    if (onAsk) onAsk(wish);
    if (silent) return;
    on(Answered{wish.id, answerTo(wish)});
  }
  base::Result<Tree> answerTo(const AskServer& wish) {
    if (failAt && failAt->first == int(asked.size()) - 1) return failAt->second;
    const auto& path = wish.request.path;
    if (path == kAccessReview)
      return parsed(allowed ? R"({"status":{"allowed":true}})"
                            : R"({"status":{"allowed":false,"reason":"no"}})");
    if (path == kWho) return parsed(R"({"status":{"userInfo":{"username":"jane@x"}}})");
    if (wish.real && !realErrors.empty()) return take(realErrors);
    if (path.find("dryRun") != std::string::npos && !dryErrors.empty()) return take(dryErrors);
    if (wish.request.method != "GET") return tried;
    if (path.find("/agent-api") != std::string::npos || path.find("/rollouts/web") != std::string::npos)
      return object;
    return status(403, ErrorCode::Forbidden);
  }
  static base::Error take(std::vector<base::Error>& errors) {
    auto first = errors.front();
    errors.erase(errors.begin());
    return first;
  }
  void touch(const char* version) {
    put(*const_cast<Tree*>(at(object, {"metadata"})), "resourceVersion", version);
  }
  ActionStage stage() const { return machine->state().stage; }
  std::string word() const { return machine->state().error ? machine->state().error->providerCode : ""; }
  int count(const std::string& part) const {
    return int(std::count_if(asked.begin(), asked.end(),
                             [&](const auto& one) { return one.find(part) != std::string::npos; }));
  }

  static constexpr char kAccessReview[] = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  static constexpr char kWho[] = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
  Action action;
  std::string who = "jane", plan;
  Tree object, tried;
  AccessCache access;
  bool allowed = true, silent = false;
  std::vector<base::Error> dryErrors, realErrors;
  std::optional<std::pair<int, base::Error>> failAt;  // of the asked
  base::Result<void> recordOutcome;
  std::function<void(const AskServer&)> onAsk;
  std::optional<ActionMachine> machine;
  std::vector<std::string> asked, records;
};

TEST_F(ActionMachineTest, untilConfirmed_nothingIsSentForReal) {
  begin();
  EXPECT_EQ(stage(), ActionStage::Planned);
  EXPECT_EQ(count("REAL"), 0);
  EXPECT_THAT(machine->state().changes, ElementsAre(FieldChange{"spec.replicas", "3", "5"}));
  EXPECT_THAT(records, IsEmpty());
}

TEST_F(ActionMachineTest, confirmed_isLookedAtKeptAndSent_inThisOrder) {
  begin();
  asked.clear();
  confirm();
  EXPECT_EQ(stage(), ActionStage::Done);
  EXPECT_THAT(
      asked,
      ElementsAre("GET /apis/apps/v1/namespaces/aiagent/deployments/agent-api",
                  "REAL PATCH /apis/apps/v1/namespaces/aiagent/deployments/agent-api?fieldManager=aiagent"));
  EXPECT_THAT(records, ElementsAre("intent", "done "));
  EXPECT_THAT(plan, HasSubstr(R"("path":"spec.replicas","before":"3","after":"5")"));
}

TEST_F(ActionMachineTest, deadlineFromBeforeTheAct_isKnown) {
  begin();
  EXPECT_EQ(machine->state().progressBefore, wire::kNoTime);
  confirm();
  EXPECT_EQ(machine->state().progressBefore, wire::kubeTime("2026-11-23T07:44:02Z"));
}

TEST_F(ActionMachineTest, confirmedTwice_isSentOnce) {
  begin();
  confirm();
  confirm();
  EXPECT_EQ(count("REAL"), 1);
}

TEST_F(ActionMachineTest, unknownIdentity_isAskedFor) {
  who.clear();
  begin();
  EXPECT_EQ(count(kWho), 1);
  EXPECT_EQ(machine->state().action.by, "jane@x");
}

TEST_F(ActionMachineTest, withoutTheRight_nothingIsTried) {
  allowed = false;
  begin();
  EXPECT_EQ(stage(), ActionStage::Refused);
  EXPECT_EQ(word(), "act_denied");
  EXPECT_EQ(count("PATCH"), 0);
  EXPECT_THAT(records, ElementsAre("refused act_denied"));
}

TEST_F(ActionMachineTest, right_isAskedForOnceInFiveMinutes) {
  begin();
  begin();
  EXPECT_EQ(count(kAccessReview), 1);
}

TEST_F(ActionMachineTest, refusalOfThePlan_isKept) {
  action.replicas = 3;
  begin();
  EXPECT_EQ(stage(), ActionStage::Refused);
  EXPECT_THAT(records, ElementsAre("refused act_same_replicas"));
}

TEST_F(ActionMachineTest, failedDryRun_endsBeforeAnythingIsSent) {
  dryErrors = {status(400)};
  begin();
  EXPECT_EQ(stage(), ActionStage::NotTried);
  confirm();
  EXPECT_EQ(count("REAL"), 0);
  EXPECT_THAT(records, ElementsAre("dry-run-failed request_rejected"));
}

TEST_F(ActionMachineTest, dryRunOfAStaleVersion_isPlannedAnew) {
  dryErrors = {status(422)};
  onAsk = [this](const AskServer& wish) {
    if (wish.request.path.find("dryRun") != std::string::npos && !dryErrors.empty()) touch("2000");
  };
  begin();
  EXPECT_EQ(stage(), ActionStage::Planned);
  EXPECT_EQ(machine->state().plan.resourceVersion, "2000");
}

TEST_F(ActionMachineTest, invalidRequest_isNotTakenForAStaleOne) {
  dryErrors = {status(422)};
  begin();
  EXPECT_EQ(stage(), ActionStage::NotTried);
  EXPECT_EQ(machine->state().error->httpStatus, 422);
}

TEST_F(ActionMachineTest, statusThatChangedMeanwhile_isNoReasonToAskAgain) {
  begin();
  touch("2000");
  put(object, "status", wire::Record());
  confirm();
  EXPECT_EQ(stage(), ActionStage::Done);
  EXPECT_THAT(machine->state().plan.steps[0].write.body, HasSubstr("\"2000\""));
}

TEST_F(ActionMachineTest, specThatSomebodyChangedMeanwhile_isNotOverwritten) {
  begin();
  touch("2000");
  put(*const_cast<Tree*>(at(object, {"spec"})), "paused", true);
  confirm();
  EXPECT_EQ(word(), "act_changed");
  EXPECT_EQ(count("REAL"), 0);
  EXPECT_THAT(records, ElementsAre("dry-run-failed act_changed"));
}

TEST_F(ActionMachineTest, objectMadeAgainUnderItsName_isAnotherOne) {
  begin();
  put(*const_cast<Tree*>(at(object, {"metadata"})), "uid", "another");
  confirm();
  EXPECT_EQ(word(), "act_changed");
}

TEST_F(ActionMachineTest, changeInTheLastMoment_failsTheTest_andIsLookedAtAgain) {
  begin();
  realErrors = {status(422)};
  onAsk = [this](const AskServer& wish) {
    if (wish.real) touch("2000");
  };
  confirm();
  EXPECT_EQ(stage(), ActionStage::Done);
  EXPECT_EQ(count("REAL"), 2);
  EXPECT_THAT(records, ElementsAre("intent", "done "));
}

TEST_F(ActionMachineTest, changeOfTheSpecInTheLastMoment_isToldAsChanged) {
  begin();
  realErrors = {status(409, ErrorCode::Conflict)};
  onAsk = [this](const AskServer& wish) {
    if (!wish.real) return;
    touch("2000");
    put(*const_cast<Tree*>(at(object, {"spec"})), "paused", true);
  };
  confirm();
  EXPECT_EQ(stage(), ActionStage::Failed);
  EXPECT_EQ(word(), "act_changed");
  EXPECT_THAT(records, ElementsAre("intent", "failed act_changed"));
}

TEST_F(ActionMachineTest, lostAnswer_isUnknown_neverDoneOrFailed) {
  begin();
  realErrors = {status(0, ErrorCode::Timeout)};
  confirm();
  EXPECT_EQ(stage(), ActionStage::Unknown);
  EXPECT_THAT(records, ElementsAre("intent", "unknown timeout"));
}

TEST_F(ActionMachineTest, intentThatCannotBeKept_isNotSent) {
  begin();
  recordOutcome = base::Error{.code = ErrorCode::StorageFull};
  confirm();
  EXPECT_EQ(stage(), ActionStage::Refused);
  EXPECT_EQ(count("REAL"), 0);
}

TEST_F(ActionMachineTest, cancelled_atEachStepBeforeSending_sendsNothing) {
  silent = true;
  begin();
  on(CancelAsked{});
  EXPECT_EQ(stage(), ActionStage::Cancelled);
  silent = false;
  begin();
  on(CancelAsked{});
  confirm();
  EXPECT_EQ(stage(), ActionStage::Cancelled);
  EXPECT_EQ(count("REAL"), 0);
  EXPECT_THAT(records, ElementsAre("cancelled cancelled", "cancelled cancelled"));
}

TEST_F(ActionMachineTest, cancelledWhileSending_isUnknown) {
  begin();
  onAsk = [this](const AskServer& wish) { silent = wish.real; };
  confirm();
  EXPECT_EQ(stage(), ActionStage::Sending);
  on(CancelAsked{});
  EXPECT_EQ(stage(), ActionStage::Unknown);
}

// Whatever fails at whichever step: at most one outcome, nothing real without an intent, and never "done" of
// what did not answer.
TEST_F(ActionMachineTest, failureAtEachStep_endsOnce_andNeverAsDoneOfALostRequest) {
  for (const auto code :
       {ErrorCode::Timeout, ErrorCode::ServerError, ErrorCode::Forbidden, ErrorCode::NotFound}) {
    for (int step = 0; step < 12; ++step) {
      asked.clear();
      records.clear();
      access = {};
      failAt = {step, status(code == ErrorCode::Forbidden ? 403 : 500, code)};
      begin();
      confirm();
      const int real = count("REAL");
      EXPECT_LE(real, 1);
      EXPECT_TRUE(real == 0 || records.front() == "intent");
      EXPECT_TRUE(isEnd(stage())) << step;
      EXPECT_EQ(
          std::count_if(records.begin(), records.end(), [](const auto& one) { return one != "intent"; }), 1);
      const bool isLost = step < int(asked.size()) && asked[std::size_t(step)].rfind("REAL", 0) == 0;
      EXPECT_FALSE(isLost && stage() == ActionStage::Done);
    }
  }
}

TEST_F(ActionMachineTest, twoRequests_aBrokenSecond_isHalfDone) {
  action = actionOn(ActionKind::Promote, KubeKind::Rollout, "web");
  object = parsed(R"({"metadata":{"uid":"u","resourceVersion":"7"},"spec":{"paused":true},)"
                  R"("status":{"pauseConditions":[{"reason":"CanaryPauseStep"}]}})");
  tried = object;
  onAsk = [this](const AskServer& wish) {
    if (count("REAL") == 2 && wish.real) realErrors = {status(403, ErrorCode::Forbidden)};
  };
  begin();
  confirm();
  EXPECT_EQ(stage(), ActionStage::Failed);
  EXPECT_EQ(word(), "act_half_done");
  EXPECT_EQ(count("REAL"), 2);
}

}  // namespace
}  // namespace aiagent::cluster
