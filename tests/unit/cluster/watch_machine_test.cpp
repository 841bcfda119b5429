#include "core/cluster/watch_machine.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using base::Milliseconds;
using wire::FrameType;

base::Error status(int code, std::string reason = {}) {
  const auto kind = code == 401   ? ErrorCode::Credentials
                    : code == 403 ? ErrorCode::Forbidden
                    : code == 429 ? ErrorCode::RateLimited
                    : code >= 500 ? ErrorCode::ServerError
                                  : ErrorCode::RequestRejected;
  return {.code = kind, .httpStatus = code, .providerCode = std::move(reason)};
}
const base::Error kRefused{.code = ErrorCode::ConnectionFailed};
const base::Error kCut{.code = ErrorCode::Interrupted};

// Rules of the contract by their numbers (D4.1 to D4.12).
class Watching : public testing::Test {
 protected:
  void SetUp() override { restart({}); }
  void restart(WatchOptions options) {
    call.reset();
    armed.reset();
    take(machine.emplace(options).start(at()));
  }

  base::Instant at() const { return base::Instant(passed); }
  void take(const std::vector<WatchAction>& actions) {
    for (const auto& action : actions) {
      if (const auto* timer = std::get_if<ArmTimer>(&action))
        armed = timer->delay;
      else if (const auto* drop = std::get_if<Drop>(&action))
        call.reset(), newConnection = drop->connection, ++drops;
      else if (std::holds_alternative<TakeStaged>(action))
        ++taken;
      else if (std::holds_alternative<BeginStaging>(action))
        ++begun;
      else {
        EXPECT_FALSE(call) << "two calls at a time";
        call = action;
      }
    }
    EXPECT_TRUE(call || armed) << "nothing would ever happen again";
  }
  void tell(const WatchEvent& event) { take(machine->on(event, at())); }
  // The call has ended with it.
  void answer(const WatchEvent& event) {
    call.reset();
    tell(event);
  }
  void fire() {
    passed += *armed;
    armed.reset();
    tell(TimerFired{});
  }
  void frame(FrameType type, const std::string& version, bool end = false) {
    tell(FrameCame{type, version, end, {}});
  }
  void error(int code, const std::string& reason = {}) {
    FrameCame event{.type = FrameType::Error};
    event.status.code = code;
    event.status.reason = reason;
    tell(event);
  }
  // Everything is here and a stream is open, at version 100.
  void live() {
    tell(StreamOpened{});
    frame(FrameType::Added, "90");
    frame(FrameType::Bookmark, "100", true);
    ASSERT_EQ(machine->state().freshness, Freshness::Live);
  }
  // As live(), with a server that cannot begin a watch with the list.
  void liveByList() {
    answer(CallFailed{status(422, "Invalid")});
    answer(PageCame{"100", ""});
    tell(StreamOpened{});
  }
  template <class T>
  const T* does() const {
    return call ? std::get_if<T>(&*call) : nullptr;
  }
  Freshness freshness() const { return machine->state().freshness; }

  std::optional<WatchMachine> machine;
  std::optional<WatchAction> call;
  std::optional<Milliseconds> armed;
  Milliseconds passed{1'000'000};
  bool newConnection = false;
  int drops = 0, taken = 0, begun = 0;
};

TEST_F(Watching, D4_1_beginsWithAWatchThatListsFirst) {
  ASSERT_TRUE(does<Watch>());
  EXPECT_TRUE(does<Watch>()->initialEvents);
  EXPECT_EQ(does<Watch>()->resourceVersion, "");
  EXPECT_GE(does<Watch>()->timeoutSeconds, 300);
  EXPECT_LE(does<Watch>()->timeoutSeconds, 600);
  EXPECT_TRUE(machine->staging());
  EXPECT_EQ(freshness(), Freshness::Loading);
}

TEST_F(Watching, D4_1_rowsAreShownWhenTheInitialEventsEnd_andNotBefore) {
  tell(StreamOpened{});
  for (int i = 0; i < 100; ++i) frame(FrameType::Added, std::to_string(200 - i));
  frame(FrameType::Bookmark, "150");
  EXPECT_EQ(taken, 0);
  EXPECT_TRUE(machine->staging());
  frame(FrameType::Bookmark, "210", true);
  EXPECT_EQ(taken, 1);
  EXPECT_FALSE(machine->staging());
  EXPECT_EQ(freshness(), Freshness::Live);
  EXPECT_EQ(machine->state().heard, at());
}

TEST_F(Watching, D4_1_serverThatRefusesIt_isListed) {
  for (const int code : {400, 422}) {
    restart({});
    answer(CallFailed{status(code, "Invalid")});
    ASSERT_TRUE(does<List>()) << code;
    EXPECT_EQ(does<List>()->resourceVersion, "0");
    EXPECT_EQ(does<List>()->limit, 0);
    answer(PageCame{"100", ""});
    ASSERT_TRUE(does<Watch>());
    EXPECT_FALSE(does<Watch>()->initialEvents);
    EXPECT_EQ(does<Watch>()->resourceVersion, "100");
    EXPECT_EQ(freshness(), Freshness::Live);
  }
}

// As one says whose storage cannot tell how far it is: under status 200, and whenever it is asked.
TEST_F(Watching, D4_1_serverThatCannotBeginWithTheList_isListed) {
  tell(StreamOpened{});
  error(500, "InternalError");
  ASSERT_TRUE(does<List>());
  EXPECT_EQ(drops, 1);
  answer(PageCame{"100", ""});
  EXPECT_EQ(freshness(), Freshness::Live);
  ASSERT_TRUE(does<Watch>());
  EXPECT_FALSE(does<Watch>()->initialEvents);
}

// A server that does not know the parameter sends what there is, and nothing that ends it.
TEST_F(Watching, D4_1_serverThatNeverEndsTheInitialEvents_isListed) {
  tell(StreamOpened{});
  frame(FrameType::Added, "7");
  fire();
  ASSERT_TRUE(does<List>());
  EXPECT_EQ(drops, 1);
  answer(PageCame{"100", ""});
  EXPECT_FALSE(does<Watch>()->initialEvents);
}

TEST_F(Watching, D4_1_initialEventsThatBreakOffAgainAndAgain_areListedInstead) {
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(does<Watch>()) << i;
    tell(StreamOpened{});
    frame(FrameType::Added, "7");
    answer(StreamEnded{kCut});
    fire();
  }
  EXPECT_TRUE(does<List>());
  EXPECT_EQ(taken, 0);
}

TEST_F(Watching, D4_2_listAgain_beginsAtWhatWasSeenLast) {
  liveByList();
  frame(FrameType::Modified, "130");
  frame(FrameType::Unreadable, "");
  fire();
  ASSERT_TRUE(does<List>());
  EXPECT_EQ(does<List>()->resourceVersion, "130");
  EXPECT_EQ(does<List>()->limit, 0);
}

TEST_F(Watching, D4_2_versionThatIsGoneOrFromTheFuture_isListedAtOnceWithoutOne) {
  for (const auto& error : {status(410, "Expired"), status(504, "ResourceVersionTooLarge")}) {
    restart({});
    answer(CallFailed{status(422, "Invalid")});
    answer(CallFailed{error});
    ASSERT_TRUE(does<List>());
    EXPECT_EQ(does<List>()->resourceVersion, std::nullopt);
    EXPECT_EQ(does<List>()->limit, 500);
    answer(CallFailed{error});
    EXPECT_FALSE(call) << "the second time it waits";
  }
}

TEST_F(Watching, D4_3_pagesEndWithTheToken_notWithTheirSize) {
  answer(CallFailed{status(422, "Invalid")});
  answer(PageCame{"100", "next"});
  ASSERT_TRUE(does<List>());
  EXPECT_EQ(does<List>()->continueToken, "next");
  EXPECT_EQ(taken, 0);
  answer(PageCame{"100", ""});
  EXPECT_EQ(taken, 1);
}

TEST_F(Watching, D4_3_tokenThatDied_beginsAnew) {
  answer(CallFailed{status(422, "Invalid")});
  answer(PageCame{"100", "next"});
  answer(CallFailed{status(410, "Expired")});
  ASSERT_TRUE(does<List>());
  EXPECT_EQ(does<List>()->continueToken, "");
}

TEST_F(Watching, D4_4_streamWhoseTimeIsOver_isOpenedAgainFromTheLastVersion) {
  live();
  passed += std::chrono::minutes(6);
  frame(FrameType::Modified, "105");
  answer(StreamEnded{});
  ASSERT_TRUE(does<Watch>());
  EXPECT_EQ(does<Watch>()->resourceVersion, "105");
  EXPECT_FALSE(does<Watch>()->initialEvents);
  EXPECT_EQ(freshness(), Freshness::Live);
  EXPECT_EQ(taken, 1) << "without a list";
}

TEST_F(Watching, D4_5_errorsInTheStream_areAsThoseBeforeIt) {
  live();
  error(410, "Expired");
  ASSERT_TRUE(does<Watch>());
  EXPECT_TRUE(does<Watch>()->initialEvents);
  EXPECT_EQ(does<Watch>()->resourceVersion, "");
}

TEST_F(Watching, D4_6_versionsOfInitialEvents_areNotResumedFrom) {
  tell(StreamOpened{});
  frame(FrameType::Added, "900");
  answer(StreamEnded{kCut});
  fire();
  EXPECT_EQ(does<Watch>()->resourceVersion, "");
}

TEST_F(Watching, D4_6_deletedAndBookmark_moveTheVersion) {
  live();
  frame(FrameType::Deleted, "101");
  frame(FrameType::Bookmark, "120");
  passed += std::chrono::minutes(6);
  answer(StreamEnded{});
  EXPECT_EQ(does<Watch>()->resourceVersion, "120");
}

TEST_F(Watching, D4_7_goneWhileLive_keepsWhatIsShown_asStale_untilTheListIsWhole) {
  live();
  error(410, "Expired");
  EXPECT_EQ(freshness(), Freshness::Stale);
  EXPECT_EQ(taken, 1);
  tell(StreamOpened{});
  frame(FrameType::Added, "300");
  EXPECT_EQ(freshness(), Freshness::Stale);
  frame(FrameType::Bookmark, "301", true);
  EXPECT_EQ(taken, 2);
  EXPECT_EQ(freshness(), Freshness::Live);
}

TEST_F(Watching, D4_7_tooManyRequestsOrNoConnection_waitsAndWatchesOn_withoutAList) {
  for (const auto& trouble : {status(429), kRefused, status(500), status(504)}) {
    restart({});
    live();
    begun = 0;
    answer(StreamEnded{kCut});
    fire();
    answer(CallFailed{trouble});
    ASSERT_FALSE(call);
    fire();
    ASSERT_TRUE(does<Watch>());
    EXPECT_EQ(does<Watch>()->resourceVersion, "100");
    EXPECT_EQ(begun, 0);
  }
}

TEST_F(Watching, D4_7_whatIsNotAllowed_stops_andSaysSo) {
  answer(CallFailed{status(403, "Forbidden")});
  ASSERT_TRUE(does<List>()) << "who may not watch may be allowed to list";
  answer(CallFailed{status(403, "Forbidden")});
  EXPECT_EQ(freshness(), Freshness::Denied);
  EXPECT_EQ(machine->state().trouble->httpStatus, 403);
  EXPECT_GE(*armed, std::chrono::minutes(5));
}

// A server that has begun anew refuses everybody until it has read who may what.
TEST_F(Watching, D4_7_refusalOfWhatWasSeen_isTriedAgainSoon_andSeldomerEachTime) {
  live();
  answer(StreamEnded{kCut});
  fire();
  auto last = Milliseconds(0);
  for (int i = 0; i < 8; ++i) {
    ASSERT_TRUE(does<Watch>()) << i;
    answer(CallFailed{status(403, "Forbidden")});
    ASSERT_TRUE(does<List>()) << i;
    answer(CallFailed{status(403, "Forbidden")});
    EXPECT_EQ(freshness(), Freshness::Denied);
    EXPECT_LE(*armed, std::max(2 * last, Milliseconds(5'000)));
    EXPECT_GE(*armed, last);
    last = *armed;
    fire();
  }
  EXPECT_EQ(last, std::chrono::minutes(5));
  live();
  error(401, "Unauthorized");
  EXPECT_LE(*armed, Milliseconds(5'000)) << "it begins anew";
}

TEST_F(Watching, D4_7_credentialThatEnded_isStale_andGoesOnWithANewOne) {
  live();
  error(401, "Unauthorized");
  EXPECT_FALSE(call);
  EXPECT_EQ(freshness(), Freshness::Stale);
  tell(CredentialRenewed{});
  EXPECT_TRUE(does<Watch>());
}

TEST_F(Watching, D4_8_waitsGrow_withinBounds_andBeginAnewAfterTwoHealthyMinutes) {
  live();
  answer(StreamEnded{kCut});
  auto least = Milliseconds(800);
  for (int i = 0; i < 12; ++i) {
    EXPECT_GE(*armed, least);
    EXPECT_LE(*armed, 2 * least);
    least = std::min(2 * least, Milliseconds(30'000));
    fire();
    answer(CallFailed{kRefused});
  }
  fire();
  tell(StreamOpened{});
  passed += std::chrono::minutes(3);
  frame(FrameType::Modified, "101");
  answer(StreamEnded{kCut});
  EXPECT_LE(*armed, Milliseconds(1'600));
}

TEST_F(Watching, D4_8_streamThatEndsAtOnceWithNothing_isAFailure) {
  live();
  passed += std::chrono::minutes(6);
  answer(StreamEnded{});
  tell(StreamOpened{});
  answer(StreamEnded{});
  EXPECT_FALSE(call);
  EXPECT_GE(*armed, Milliseconds(800));
}

TEST_F(Watching, D4_9_silence_isSuspiciousAfterNinetySeconds_andDeadAfterHundredAndFifty) {
  live();
  frame(FrameType::Bookmark, "100");
  fire();
  EXPECT_EQ(freshness(), Freshness::Lagging);
  ASSERT_TRUE(does<Watch>());
  EXPECT_EQ(does<Watch>()->resourceVersion, "100");
  EXPECT_FALSE(newConnection);
  fire();
  EXPECT_EQ(freshness(), Freshness::Stale);
  EXPECT_TRUE(newConnection);
  EXPECT_EQ(passed, Milliseconds(1'000'000 + 150'000));
  ASSERT_TRUE(does<Watch>());
  tell(StreamOpened{});
  EXPECT_EQ(freshness(), Freshness::Stale) << "a head alone says nothing";
  frame(FrameType::Bookmark, "101");
  EXPECT_EQ(freshness(), Freshness::Live);
}

TEST_F(Watching, D4_9_headsWithoutFrames_becomeStale_whereNoListComesEither) {
  live();
  frame(FrameType::Bookmark, "100");
  fire();
  tell(StreamOpened{});
  EXPECT_EQ(freshness(), Freshness::Lagging);
  for (int i = 0; i < 4; ++i) {
    fire();
    if (does<Watch>()) {
      tell(StreamOpened{});
      continue;
    }
    if (does<List>()) answer(CallFailed{{.code = ErrorCode::Timeout}});
    EXPECT_EQ(freshness(), Freshness::Stale);
  }
  EXPECT_EQ(freshness(), Freshness::Stale);
}

// Events are sent without any, and by older servers whatever has not changed since they began.
TEST_F(Watching, D4_9_streamWithoutBookmarks_isHeldAgainstAList_andStaysLive) {
  live();
  for (int i = 0; i < 10; ++i) {
    fire();
    ASSERT_TRUE(does<List>()) << i;
    EXPECT_EQ(does<List>()->resourceVersion, std::to_string(100 + i));
    EXPECT_EQ(does<List>()->limit, 0);
    EXPECT_EQ(freshness(), Freshness::Live);
    EXPECT_FALSE(newConnection);
    answer(PageCame{std::to_string(101 + i), ""});
    EXPECT_EQ(machine->state().heard, at());
    ASSERT_TRUE(does<Watch>());
    EXPECT_FALSE(does<Watch>()->initialEvents);
    EXPECT_EQ(does<Watch>()->resourceVersion, std::to_string(101 + i));
    tell(StreamOpened{});
  }
  EXPECT_EQ(taken, 11);
}

TEST_F(Watching, D4_9_listInPlaceOfBookmarks_thatDoesNotCome_lagsAndIsStale) {
  live();
  fire();
  ASSERT_TRUE(does<List>());
  answer(CallFailed{{.code = ErrorCode::Timeout}});
  EXPECT_EQ(freshness(), Freshness::Lagging);
  fire();
  answer(CallFailed{{.code = ErrorCode::Timeout}});
  EXPECT_EQ(freshness(), Freshness::Stale);
}

TEST_F(Watching, D4_9_bookmarksThatEnd_areFollowedByAListOverANewConnection) {
  live();
  frame(FrameType::Bookmark, "100");
  fire();
  ASSERT_TRUE(does<Watch>());
  tell(StreamOpened{});
  EXPECT_EQ(freshness(), Freshness::Lagging);
  fire();
  ASSERT_TRUE(does<List>());
  EXPECT_TRUE(newConnection);
  EXPECT_EQ(freshness(), Freshness::Lagging);
  answer(PageCame{"101", ""});
  EXPECT_EQ(freshness(), Freshness::Live);
}

TEST_F(Watching, D4_1_headThatDoesNotCome_waits_andIsListedInTheEnd) {
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(does<Watch>()) << i;
    fire();
    ASSERT_FALSE(call);
    fire();
  }
  EXPECT_TRUE(does<List>());
}

TEST_F(Watching, pluginThatMayNotRun_isStale_notDenied_andTriedAgainWhenItWakes) {
  live();
  answer(StreamEnded{kCut});
  fire();
  answer(CallFailed{{.code = ErrorCode::Forbidden, .providerCode = "exec_denied"}});
  EXPECT_EQ(freshness(), Freshness::Stale);
  ASSERT_FALSE(call);
  tell(Woke{});
  EXPECT_TRUE(call);
}

TEST_F(Watching, D4_9_serverThatNeverAnswersAgain_isTriedForEver_andNeverLive) {
  live();
  frame(FrameType::Bookmark, "100");
  for (int i = 0; i < 50; ++i) {
    fire();
    EXPECT_NE(freshness(), Freshness::Live);
    EXPECT_TRUE(does<Watch>());
  }
}

TEST_F(Watching, D4_9_bookmarks_keepItLive) {
  live();
  for (int i = 0; i < 20; ++i) {
    passed += Milliseconds(60'000);
    frame(FrameType::Bookmark, std::to_string(101 + i));
    if (passed >= Milliseconds(1'000'000) + *armed) {
      armed.reset();
      tell(TimerFired{});
    }
    EXPECT_EQ(freshness(), Freshness::Live);
  }
  EXPECT_EQ(drops, 0);
}

TEST_F(Watching, D6_whoMayListAndNotWatch_isPolled) {
  answer(CallFailed{status(403, "Forbidden")});
  answer(PageCame{"100", ""});
  EXPECT_EQ(freshness(), Freshness::Polled);
  EXPECT_FALSE(call);
  fire();
  ASSERT_TRUE(does<List>());
  answer(CallFailed{kRefused});
  EXPECT_EQ(freshness(), Freshness::Stale);
  fire();
  answer(PageCame{"101", ""});
  EXPECT_EQ(freshness(), Freshness::Polled);
}

TEST_F(Watching, D6_whoIsPolled_isWatchedOnceThatIsAllowed) {
  for (const bool knowsInitialEvents : {true, false}) {
    restart({});
    if (!knowsInitialEvents) {
      liveByList();
      answer(StreamEnded{kCut});
      fire();
    }
    answer(CallFailed{status(403, "Forbidden")});
    const auto pollUntilWatched = [&] {
      int lists = 0;
      for (; !does<Watch>() && lists < 100; ++lists) {
        EXPECT_TRUE(does<List>());
        answer(PageCame{std::to_string(100 + lists), ""});
        EXPECT_EQ(freshness(), Freshness::Polled);
        fire();
      }
      return lists;
    };
    if (!knowsInitialEvents) {
      EXPECT_EQ(pollUntilWatched(), 1)
          << "it was allowed a moment ago: a server that begins refuses everybody";
      answer(CallFailed{status(403, "Forbidden")});
    }
    EXPECT_EQ(pollUntilWatched(), 20) << "five minutes";
    EXPECT_EQ(freshness(), Freshness::Polled);
    ASSERT_TRUE(does<Watch>());
    EXPECT_EQ(does<Watch>()->initialEvents, knowsInitialEvents);
    answer(CallFailed{status(403, "Forbidden")});
    ASSERT_TRUE(does<List>());
    answer(PageCame{"200", ""});
    EXPECT_EQ(freshness(), Freshness::Polled) << "still not";
  }
}

TEST_F(Watching, kindThatTheServerDoesNotHave_isAbsent_andAskedForSeldom) {
  answer(CallFailed{status(404, "NotFound")});
  EXPECT_EQ(freshness(), Freshness::Absent);
  EXPECT_GE(*armed, std::chrono::minutes(5));
  fire();
  EXPECT_TRUE(does<Watch>());
}

TEST_F(Watching, brokenStream_lagsFirst_andIsStaleWhenItCannotBeOpened) {
  live();
  answer(StreamEnded{kCut});
  EXPECT_EQ(freshness(), Freshness::Lagging);
  fire();
  answer(CallFailed{kRefused});
  EXPECT_EQ(freshness(), Freshness::Stale);
}

TEST_F(Watching, sleepOrAnotherNetwork_opensAnewOverNewConnections) {
  live();
  passed += std::chrono::hours(8);
  tell(Woke{});
  EXPECT_EQ(freshness(), Freshness::Lagging);
  EXPECT_TRUE(newConnection);
  ASSERT_TRUE(does<Watch>());
  EXPECT_EQ(does<Watch>()->resourceVersion, "100");
}

TEST_F(Watching, wokeWhileItWaits_triesAtOnce) {
  live();
  answer(StreamEnded{kCut});
  ASSERT_FALSE(call);
  tell(Woke{});
  EXPECT_TRUE(does<Watch>());
}

TEST_F(Watching, unreadableObject_isListedAnew_withoutHammering) {
  liveByList();
  for (int i = 0; i < 5; ++i) {
    frame(FrameType::Unreadable, "");
    ASSERT_FALSE(call);
    fire();
    ASSERT_TRUE(does<List>());
    answer(PageCame{"200", ""});
    tell(StreamOpened{});
  }
  EXPECT_GT(passed, Milliseconds(1'000'000 + 10'000));
}

TEST_F(Watching, callsAreFew_underEveryTrouble) {
  for (const auto& trouble :
       {status(410, "Expired"), status(504, "ResourceVersionTooLarge"), status(429), status(500), status(403),
        status(401), status(404), status(422), kRefused, kCut}) {
    restart({});
    const auto began = passed;
    int calls = 0;
    while (passed - began < std::chrono::hours(1) && calls < 1'000) {
      if (call) {
        ++calls;
        answer(CallFailed{trouble});
      } else {
        fire();
      }
    }
    EXPECT_LE(calls, 400) << trouble.httpStatus;
  }
}

}  // namespace
}  // namespace aiagent::cluster
