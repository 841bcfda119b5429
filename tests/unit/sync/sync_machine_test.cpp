#include "core/sync/sync_machine.h"

#include <gmock/gmock.h>

namespace aiagent::sync {
namespace {

using base::Milliseconds;

// Does nothing but answer: what is told is what the machine asked for.
class Driven : public testing::Test {
 protected:
  void SetUp() override {
    doing.reset();
    armed.reset();
    passed = {};
    take(machine.emplace().start());
  }

  void take(const std::vector<Action>& actions) {
    for (const auto& action : actions) {
      if (const auto* timer = std::get_if<ArmTimer>(&action)) {
        armed = timer->delay;
        continue;
      }
      EXPECT_FALSE(doing.has_value()) << "two things at a time";
      doing = action;
    }
    const auto phase = machine->state().phase;
    const bool stopped = phase == Phase::SignIn || phase == Phase::Revoked || phase == Phase::Upgrade;
    EXPECT_TRUE(doing || armed || stopped) << "nothing would ever happen again";
  }
  void tell(const Event& event) { take(machine->on(event, base::Instant(passed))); }
  void answer(const Event& event) {
    doing.reset();
    tell(event);
  }
  void fail(Trouble trouble) { answer(Failed{std::move(trouble)}); }
  void fire() {
    passed += *armed;
    armed.reset();
    tell(TimerFired{});
  }
  template <class T>
  bool does() const {
    return doing && std::holds_alternative<T>(*doing);
  }
  void settle() {
    while (doing) answerWell();
  }
  void answerWell() {
    if (does<Pull>())
      answer(Pulled{.complete = true});
    else if (does<Push>())
      answer(Pushed{});
    else
      answer(Done{});
  }

  std::optional<SyncMachine> machine;
  std::optional<Action> doing;
  std::optional<Milliseconds> armed;
  Milliseconds passed{0};
};

TEST_F(Driven, start_pullsThenPushesThenRests) {
  EXPECT_TRUE(does<Pull>());
  answer(Pulled{.complete = true});
  EXPECT_TRUE(does<Push>());
  answer(Pushed{});
  EXPECT_FALSE(doing);
  EXPECT_TRUE(machine->atRest());
  EXPECT_EQ(machine->state(), State{Phase::UpToDate});
  EXPECT_GE(*armed, Milliseconds(30'000));
  EXPECT_LE(*armed, Milliseconds(60'000));
}

TEST_F(Driven, pageThatIsNotTheLast_isFollowedByTheNext) {
  answer(Pulled{.complete = false});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, pageThatHasToWaitForAnAnswer_isAskedForAfterIt) {
  answer(Pulled{.pushFirst = true});
  EXPECT_TRUE(does<Push>());
  answer(Pushed{.sent = 1});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, edited_pushes_andThenLooksWhatCameOfIt) {
  settle();
  tell(Edited{});
  EXPECT_TRUE(does<Push>());
  answer(Pushed{.sent = 1});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, answerThatToldAll_needsNoLook) {
  settle();
  tell(Edited{});
  answer(Pushed{.sent = 1, .caughtUp = true});
  EXPECT_TRUE(does<Push>());
  answer(Pushed{.sent = 0});
  EXPECT_TRUE(machine->atRest());
  EXPECT_EQ(machine->state(), State{Phase::UpToDate});
}

TEST_F(Driven, pokedWhileItPushes_looksAlthoughTheAnswerToldAll) {
  settle();
  tell(Edited{});
  tell(Poked{});
  answer(Pushed{.sent = 1, .caughtUp = true});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, manyEdits_areSentWithoutALookBetweenEachTwo_butNotWithoutAny) {
  settle();
  tell(Edited{});
  int pushes = 0;
  for (; does<Push>() && pushes < 100; ++pushes) answer(Pushed{.sent = 250, .more = true});
  EXPECT_TRUE(does<Pull>());
  EXPECT_GT(pushes, 4);
  EXPECT_LT(pushes, 100);
  answer(Pulled{.complete = true});
  EXPECT_TRUE(does<Push>());
  answer(Pushed{.sent = 250, .more = true});
  EXPECT_TRUE(does<Push>());
  answer(Pushed{.sent = 250, .pullWanted = true, .more = true});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, editedWhileItPulls_waitsItsTurn) {
  tell(Edited{});
  EXPECT_TRUE(does<Pull>());
  answer(Pulled{.complete = true});
  EXPECT_TRUE(does<Push>());
}

TEST_F(Driven, pokedWhileItPulls_looksAgain) {
  settle();
  tell(Poked{});
  EXPECT_TRUE(does<Pull>());
  tell(Poked{});  // of something that the answer under way may not have seen
  answer(Pulled{.complete = true});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, liveOpensWhileItPulls_looksAgain) {
  EXPECT_TRUE(does<Pull>());
  tell(LiveChanged{true});
  answer(Pulled{.complete = true});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, editedAfterNothingWasPlanned_plansAgain) {
  answer(Pulled{.complete = true});
  EXPECT_TRUE(does<Push>());
  tell(Edited{});
  answer(Pushed{.sent = 0});
  EXPECT_TRUE(does<Push>());
  answer(Pushed{.sent = 0});
  EXPECT_TRUE(machine->atRest());
}

TEST_F(Driven, poked_pulls) {
  settle();
  tell(Poked{});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, liveChanged_looksOnce_andSeldomThen) {
  settle();
  tell(LiveChanged{.open = true});
  EXPECT_TRUE(does<Pull>());
  settle();
  EXPECT_GE(*armed, Milliseconds(300'000));
}

TEST_F(Driven, streamThatFailsAgainAndAgain_doesNotPutOffTheLook) {
  settle();
  const Milliseconds untouched{1};
  armed = untouched;
  for (int i = 0; i < 5; ++i) tell(LiveChanged{.open = false});
  EXPECT_EQ(armed, untouched);
  fire();
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, offline_doesNothing_untilThereIsANetwork) {
  settle();
  tell(NetworkChanged{.online = false});
  EXPECT_EQ(machine->state().phase, Phase::Offline);
  tell(Edited{});
  EXPECT_FALSE(doing);
  tell(NetworkChanged{.online = true});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, offline_isTriedWhenAsked_andStaysOfflineWhenThatFails) {
  settle();
  tell(NetworkChanged{.online = false});
  tell(Asked{});
  ASSERT_TRUE(does<Pull>());
  fail({.kind = TroubleKind::Network, .reason = "connection_failed"});
  EXPECT_FALSE(doing);
  EXPECT_EQ(machine->state().phase, Phase::Offline);
  fire();
  EXPECT_TRUE(doing);
}

TEST_F(Driven, offline_isForgotten_whenTheServerAnswersAllTheSame) {
  settle();
  tell(NetworkChanged{.online = false});
  fire();
  settle();
  EXPECT_EQ(machine->state().phase, Phase::UpToDate);
  tell(Edited{});
  EXPECT_TRUE(does<Push>());
}

// 53: sleep, another network, a VPN.
TEST_F(Driven, networkChanges_whileItWaits_looksAtOnce) {
  for (int i = 0; i < 6; ++i) {
    fail({.kind = TroubleKind::Network, .reason = "timeout"});
    fire();
  }
  fail({.kind = TroubleKind::Network, .reason = "network_changed"});
  EXPECT_FALSE(doing);
  tell(NetworkChanged{.online = true});
  EXPECT_TRUE(doing);
}

TEST_F(Driven, rewound_takesAnotherNameAtOnce) {
  answer(Pulled{.complete = true, .rewound = true});
  EXPECT_TRUE(does<NewClient>());
  answer(Done{});
  EXPECT_TRUE(does<Pull>());
}

TEST_F(Driven, resync_fetchesEverything_underAnotherNameWhereTheHistoryIsNew) {
  fail({.kind = TroubleKind::Resync, .reason = "cursor_below_floor"});
  EXPECT_TRUE(does<Replace>());
  answer(Done{});
  settle();
  tell(Poked{});
  fail({.kind = TroubleKind::Resync, .reason = "epoch_changed"});
  EXPECT_TRUE(does<NewClient>());
  answer(Done{});
  ASSERT_TRUE(does<Replace>());
  EXPECT_EQ(std::get<Replace>(*doing).reason, "epoch_changed");
}

TEST_F(Driven, digestThatDoesNotFit_isReplacedOnce_thenSeldom) {
  answer(Pulled{.complete = true, .digestFits = false});
  EXPECT_TRUE(does<Replace>());
  answer(Done{});
  answer(Pulled{.complete = true, .digestFits = false});
  EXPECT_FALSE(doing);
  EXPECT_EQ(machine->state().phase, Phase::Waiting);
  EXPECT_EQ(*armed, Milliseconds(300'000));
}

TEST_F(Driven, whatAPersonHasToMend_stops_untilItIsMended) {
  const std::pair<TroubleKind, Phase> cases[] = {{TroubleKind::SignIn, Phase::SignIn},
                                                 {TroubleKind::Revoked, Phase::Revoked},
                                                 {TroubleKind::Upgrade, Phase::Upgrade}};
  for (const auto& [kind, phase] : cases) {
    SetUp();
    fail({.kind = kind, .reason = "word"});
    EXPECT_EQ(machine->state().phase, phase);
    tell(Edited{});
    tell(TimerFired{});
    EXPECT_FALSE(doing);
    tell(SignedIn{});
    EXPECT_TRUE(does<Pull>());
  }
}

TEST_F(Driven, failures_waitTwiceAsLongEachTime_withinBounds) {
  auto most = Milliseconds(1'000);
  for (int i = 0; i < 30; ++i) {
    fail({.kind = TroubleKind::Busy, .reason = "busy"});
    ASSERT_FALSE(doing);
    EXPECT_GE(*armed, Milliseconds(500));
    EXPECT_LE(*armed, std::min(most, Milliseconds(300'000)));
    most *= most < Milliseconds(300'000) ? 2 : 1;
    fire();
  }
}

// 53: whoever was away for half a minute agrees with the others five seconds later.
TEST_F(Driven, withoutAConnection_waitsAnEighthOfTheTimeAway_withinBounds) {
  const auto began = passed;
  for (int i = 0; i < 200; ++i) {
    fail({.kind = TroubleKind::Network, .reason = "timeout"});
    ASSERT_FALSE(doing);
    const auto most = i == 0 ? Milliseconds(1'000)
                             : std::clamp((passed - began) / 8, Milliseconds(2'000), Milliseconds(300'000));
    EXPECT_GE(*armed, most / 2);
    EXPECT_LE(*armed, most);
    fire();
  }
  EXPECT_GT(passed - began, std::chrono::hours(4));
}

TEST_F(Driven, connectionThatCameBack_isMissedAnewFromItsNextLoss) {
  for (int i = 0; i < 50; ++i) {
    fail({.kind = TroubleKind::Network, .reason = "timeout"});
    fire();
  }
  settle();
  tell(Poked{});
  fail({.kind = TroubleKind::Network, .reason = "timeout"});
  EXPECT_LE(*armed, Milliseconds(1'000));
}

TEST_F(Driven, serverThatRefusesAfterATimeAway_isAskedAgainSoon) {
  for (int i = 0; i < 20; ++i) {
    fail({.kind = TroubleKind::Network, .reason = "timeout"});
    fire();
  }
  fail({.kind = TroubleKind::Busy, .reason = "busy"});
  EXPECT_LE(*armed, Milliseconds(1'000));
  fire();
  fail({.kind = TroubleKind::Network, .reason = "timeout"});
  EXPECT_LE(*armed, Milliseconds(1'000));
}

TEST_F(Driven, retryAfter_isObeyed) {
  fail({.kind = TroubleKind::Busy, .reason = "busy", .retryAfter = Milliseconds(900'000)});
  EXPECT_GE(*armed, Milliseconds(900'000));
}

TEST_F(Driven, pullThatFails_keepsNoPushBack) {
  fail({.kind = TroubleKind::Network, .reason = "timeout"});
  fire();
  EXPECT_TRUE(does<Push>());
  fail({.kind = TroubleKind::Network, .reason = "timeout"});
  fire();
  EXPECT_TRUE(does<Pull>());
}

// I19: whatever the server says for hours, and however often somebody types.
TEST_F(Driven, requests_areFewUnderEveryTrouble) {
  for (const auto kind : {TroubleKind::Network, TroubleKind::Busy, TroubleKind::Refused, TroubleKind::Resync,
                          TroubleKind::Rewound, TroubleKind::Storage}) {
    int requests = 0;
    SetUp();
    while (passed < std::chrono::hours(2) && requests < 10'000) {
      if (does<Pull>() || does<Push>()) {
        ++requests;
        fail({.kind = kind, .reason = "epoch_changed"});
      } else if (doing) {
        answer(Done{});
      } else {
        tell(Edited{});
        if (!doing) fire();
      }
    }
    EXPECT_LE(requests, 120) << int(kind);
  }
}

// One of the two goes well each time: that must not make the other's tries more frequent.
TEST_F(Driven, requests_areFewWhereOnlyPullsOrOnlyPushesFail) {
  for (const auto kind : {TroubleKind::Network, TroubleKind::Busy, TroubleKind::Refused, TroubleKind::Resync,
                          TroubleKind::Rewound, TroubleKind::Storage}) {
    for (const bool pulls : {true, false}) {
      int requests = 0;
      SetUp();
      while (passed < std::chrono::hours(2) && requests < 10'000) {
        requests += does<Pull>() || does<Push>() ? 1 : 0;
        if (pulls ? does<Pull>() : does<Push>())
          fail({.kind = kind, .reason = "epoch_changed"});
        else if (doing)
          answerWell();
        else
          fire();
      }
      EXPECT_LE(requests, 240) << int(kind) << (pulls ? " of pulls" : " of pushes");
    }
  }
}

}  // namespace
}  // namespace aiagent::sync
