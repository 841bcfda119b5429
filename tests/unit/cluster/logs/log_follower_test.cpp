#include "core/cluster/logs/log_follower.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using base::Milliseconds;

constexpr std::int64_t kStamp = 1'795'592'610'372'616'166;  // 2026-11-25T07:43:30.372616166Z

base::Error refusal(int status, std::string said = {}) {
  const auto code = status == 403   ? ErrorCode::Forbidden
                    : status == 401 ? ErrorCode::Credentials
                    : status == 404 ? ErrorCode::NotFound
                    : status >= 500 ? ErrorCode::ServerError
                                    : ErrorCode::RequestRejected;
  return {.code = code, .said = std::move(said), .httpStatus = status};
}
const base::Error kCut{.code = ErrorCode::Interrupted};
constexpr const char* kNoPod = "pods \"web-1\" not found";
constexpr const char* kNodeKnowsNoPod = "the server could not find the requested resource ( pods/log web-1)";

class FollowedLog : public testing::Test {
 protected:
  void start(LogOptions options = {}) { take(machine.emplace(std::move(options)).start(at())); }
  base::Instant at() const { return base::Instant(passed); }
  void take(const std::vector<LogAction>& actions) {
    for (const auto& action : actions) {
      if (const auto* timer = std::get_if<ArmLogTimer>(&action))
        armed = timer->delay;
      else if (const auto* drop = std::get_if<DropLog>(&action))
        call.reset(), newConnection = drop->connection, ++drops;
      else {
        EXPECT_FALSE(call) << "two streams at a time";
        call = std::get<OpenLog>(action);
        ++opens;
      }
    }
    const bool over = isOver(machine->state().state);
    EXPECT_TRUE(call || armed || over) << "nothing would ever happen again";
  }
  void tell(const LogEvent& event) { take(machine->on(event, at())); }
  void answer(const LogEvent& event) {  // that ends the stream
    call.reset();
    tell(event);
  }
  void fire() {
    ASSERT_TRUE(armed);
    passed += *armed;
    armed.reset();
    tell(LogTimerFired{});
  }
  LogState state() const { return machine->state().state; }
  Freshness freshness() const { return machine->state().freshness; }

  std::optional<LogFollower> machine;
  std::optional<OpenLog> call;
  std::optional<Milliseconds> armed;
  Milliseconds passed{1'000'000};
  int drops = 0, opens = 0;
  bool newConnection = false;
};

TEST_F(FollowedLog, begun_asksForItsTail_andIsLiveOnceItIsOpen) {
  start({.tailLines = 100});
  EXPECT_EQ(call, (OpenLog{.tailLines = 100, .sinceTime = {}}));
  EXPECT_EQ(freshness(), Freshness::Loading);
  tell(LogOpened{});
  EXPECT_EQ(state(), LogState::Following);
  EXPECT_EQ(freshness(), Freshness::Live);
}

TEST_F(FollowedLog, brokenStream_goesOnFromItsLastSecond) {
  start({.tailLines = 100});
  tell(LogOpened{});
  tell(LogCame{kStamp});
  answer(LogEnded{kCut});
  EXPECT_EQ(state(), LogState::Reconnecting);
  EXPECT_EQ(freshness(), Freshness::Lagging);
  fire();
  EXPECT_EQ(call, (OpenLog{.tailLines = {}, .sinceTime = "2026-11-25T07:43:30Z"}));
  answer(LogFailed{{.code = ErrorCode::ConnectionFailed}});
  EXPECT_EQ(freshness(), Freshness::Stale);
  fire();
  tell(LogOpened{});
  EXPECT_EQ(freshness(), Freshness::Live);
  EXPECT_FALSE(machine->state().trouble);
}

TEST_F(FollowedLog, brokenBeforeAnyLine_asksForItsTailAgain) {
  start({.tailLines = 5});
  tell(LogOpened{});
  answer(LogEnded{kCut});
  fire();
  EXPECT_EQ(call->tailLines, 5);
}

TEST_F(FollowedLog, unreachableServer_isAskedMoreAndMoreSeldom) {
  start();
  Milliseconds longest{};
  for (int i = 0; i < 12; ++i) {
    answer(LogFailed{{.code = ErrorCode::ConnectionFailed}});
    EXPECT_LE(*armed, Milliseconds(60'000));
    longest = std::max(longest, *armed);
    fire();
  }
  EXPECT_GE(longest, Milliseconds(30'000));
}

TEST_F(FollowedLog, serverThatSaysHowLong_isGivenThatTime) {
  start();
  auto busy = refusal(429);
  busy.retryAfter = Milliseconds(20'000);
  answer(LogFailed{busy});
  EXPECT_GE(*armed, Milliseconds(20'000));
}

TEST_F(FollowedLog, containerThatEnded_offersItsPreviousRun_andItsNextIsFound) {
  start();
  tell(LogOpened{});
  tell(LogCame{kStamp});
  answer(LogEnded{});
  EXPECT_EQ(state(), LogState::Ended);
  EXPECT_TRUE(machine->state().mayHavePrevious);
  fire();
  tell(LogOpened{});
  EXPECT_EQ(state(), LogState::Ended) << "these may be the same lines once more";
  answer(LogEnded{});
  fire();
  tell(LogOpened{});
  tell(LogCame{kStamp + 1});
  EXPECT_EQ(state(), LogState::Following);
  EXPECT_FALSE(machine->state().mayHavePrevious);
}

TEST_F(FollowedLog, nextRunThatIsSilent_countsAsRunningOnceItsStreamStays) {
  start();
  tell(LogOpened{});
  answer(LogEnded{});
  fire();
  tell(LogOpened{});
  EXPECT_EQ(*armed, Milliseconds(2'000));
  fire();
  EXPECT_EQ(state(), LogState::Following);
  EXPECT_TRUE(call);
}

TEST_F(FollowedLog, waitingContainer_isWaitedFor_withTheServersWords) {
  start();
  answer(
      LogFailed{refusal(400, "container \"api\" in pod \"web-1\" is waiting to start: ContainerCreating")});
  EXPECT_EQ(state(), LogState::Waiting);
  EXPECT_EQ(freshness(), Freshness::Live);
  EXPECT_NE(machine->state().trouble->said.find("waiting to start"), std::string::npos);
  fire();
  EXPECT_TRUE(call);
}

TEST_F(FollowedLog, podThatNoNodeRuns_isWaitedFor) {
  start();
  tell(LogOpened{.empty = true});
  answer(LogEnded{});
  EXPECT_EQ(state(), LogState::Waiting);
  EXPECT_TRUE(armed);
}

TEST_F(FollowedLog, refusalsThatStay_endIt) {
  start();
  answer(LogFailed{refusal(400, "container nope is not valid for pod web-1")});
  EXPECT_EQ(state(), LogState::NoContainer);
  start({.previous = true});
  EXPECT_TRUE(call->previous);
  answer(LogFailed{refusal(400, "previous terminated container \"api\" in pod \"web-1\" not found")});
  EXPECT_EQ(state(), LogState::NoPrevious);
}

TEST_F(FollowedLog, denied_isSaid_andAskedAgainEveryFiveMinutes) {
  start();
  answer(LogFailed{refusal(403)});
  EXPECT_EQ(state(), LogState::Denied);
  EXPECT_EQ(freshness(), Freshness::Denied);
  EXPECT_EQ(*armed, Milliseconds(300'000));
  tell(LogAsked{});
  EXPECT_TRUE(call);
}

TEST_F(FollowedLog, podThatIsGone_endsIt_afterItsLastLines) {
  start();
  tell(LogOpened{});
  tell(LogPodGone{});
  EXPECT_EQ(state(), LogState::Following);
  tell(LogCame{kStamp});
  answer(LogEnded{});
  EXPECT_EQ(state(), LogState::Gone);
  EXPECT_EQ(freshness(), Freshness::Absent);
}

TEST_F(FollowedLog, podThatIsGone_isNotHeardForEver) {
  start();
  tell(LogOpened{});
  tell(LogPodGone{});
  fire();
  EXPECT_EQ(state(), LogState::Gone);
  EXPECT_EQ(drops, 1);
}

TEST_F(FollowedLog, podNotFound_isGone) {
  start();
  answer(LogFailed{refusal(404, kNoPod)});
  EXPECT_EQ(state(), LogState::Gone);
  tell(LogAsked{});
  EXPECT_FALSE(call);
}

// A kubelet that has not been told of the pod yet.
TEST_F(FollowedLog, podThatItsNodeDoesNotKnow_isWaitedFor_untilItIsSeenDeleted) {
  start();
  answer(LogFailed{refusal(404, kNodeKnowsNoPod)});
  EXPECT_EQ(state(), LogState::Waiting);
  fire();
  ASSERT_TRUE(call);
  tell(LogOpened{});
  tell(LogCame{kStamp});
  EXPECT_EQ(state(), LogState::Following);
  answer(LogEnded{kCut});
  fire();
  answer(LogFailed{refusal(404, kNodeKnowsNoPod)});
  EXPECT_EQ(state(), LogState::Reconnecting) << "the node's kubelet was begun anew";
  fire();
  EXPECT_TRUE(call);
  answer(LogFailed{refusal(404, kNodeKnowsNoPod)});
  tell(LogPodGone{});
  EXPECT_EQ(state(), LogState::Gone);
  start({.follow = false});
  answer(LogFailed{refusal(404, kNodeKnowsNoPod)});
  EXPECT_EQ(state(), LogState::NoContainer) << "who asks once is told";
}

TEST_F(FollowedLog, finishedPod_isWholeAtItsEnd) {
  start();
  tell(LogPodFinished{});
  tell(LogOpened{});
  tell(LogCame{kStamp});
  answer(LogEnded{});
  EXPECT_EQ(state(), LogState::Whole);
}

TEST_F(FollowedLog, logThatIsNotFollowed_isWholeAtItsEnd) {
  start({.follow = false});
  EXPECT_FALSE(call->follow);
  tell(LogOpened{});
  answer(LogEnded{});
  EXPECT_EQ(state(), LogState::Whole);
}

TEST_F(FollowedLog, previousRun_isReadOnce_thoughItIsToBeFollowed) {
  start({.follow = true, .previous = true});
  EXPECT_FALSE(call->follow);
  tell(LogOpened{});
  tell(LogCame{kStamp});
  answer(LogEnded{});
  EXPECT_EQ(state(), LogState::Whole);
}

TEST_F(FollowedLog, silentStream_isOpenedAnewAfterAWhile) {
  start();
  tell(LogOpened{});
  tell(LogCame{kStamp});
  fire();
  EXPECT_EQ(drops, 1);
  EXPECT_EQ(call->sinceTime, "2026-11-25T07:43:30Z");
  EXPECT_EQ(state(), LogState::Following);
}

TEST_F(FollowedLog, sleep_leavesTheOldConnection) {
  start();
  tell(LogOpened{});
  tell(LogWoke{});
  EXPECT_TRUE(newConnection);
  EXPECT_TRUE(call);
  EXPECT_EQ(freshness(), Freshness::Lagging);
}

TEST_F(FollowedLog, lateEvents_ofADroppedStream_changeNothing) {
  start();
  answer(LogFailed{refusal(404, kNoPod)});
  tell(LogOpened{});
  tell(LogCame{kStamp});
  tell(LogEnded{});
  tell(LogTimerFired{});
  tell(LogWoke{});
  EXPECT_EQ(state(), LogState::Gone);
  EXPECT_EQ(opens, 1);
}

}  // namespace
}  // namespace aiagent::cluster
