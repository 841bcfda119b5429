#include "core/runs/run_machine.h"

#include <gmock/gmock.h>

#include "tests/unit/runs/run_driver.h"

namespace aiagent::runs {
namespace {

using base::ErrorCode;
using base::Milliseconds;
using domain::RunStatus;
using namespace std::chrono_literals;

TEST(RunMachine, ordinaryRun_endsCompletedWithItsText) {
  RunDriver driver;
  driver.start();
  EXPECT_EQ(driver.count<SendRequest>(), 1);
  EXPECT_EQ(driver.run().status, RunStatus::Running);
  driver.pass(40ms);
  driver.streamBegins("req_1");
  driver.give(wire::Started{"resp_1", "m-2026"});
  driver.pass(10ms);
  driver.text("Hel");
  driver.pass(5ms);
  driver.text("lo");
  driver.completes("Hello");
  EXPECT_TRUE(driver.machine.finished());
  const auto& run = driver.run();
  EXPECT_EQ(run.status, RunStatus::Completed);
  EXPECT_EQ(run.text(), "Hello");
  EXPECT_EQ(run.requestId, "req_1");
  EXPECT_EQ(run.responseId, "resp_1");
  EXPECT_EQ(run.modelAnswered, "answered");
  EXPECT_EQ(run.usage, (domain::Usage{5, {}, {}, 2, {}, 7, false}));
  EXPECT_EQ(run.timings.sent, 0ms);
  EXPECT_EQ(run.timings.firstByte, 40ms);
  EXPECT_EQ(run.timings.firstToken, 50ms);
  EXPECT_EQ(run.timings.lastToken, 55ms);
  EXPECT_EQ(run.timings.finished, 55ms);
  EXPECT_FALSE(run.error.has_value());
  EXPECT_EQ(driver.count<Finish>(), 1);
  EXPECT_EQ(driver.count<CloseConnection>(), 0);  // the body ends by itself
  EXPECT_FALSE(driver.runs(RunTimer::Idle));
  EXPECT_FALSE(driver.runs(RunTimer::Checkpoint));
}

TEST(RunMachine, afterTheEnd_answersNothing) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.completes("x");
  const auto before = driver.actions.size();
  driver.text("more");
  driver.transportEnds(ErrorCode::Interrupted);
  driver.give(Event(CancelRequested{}));
  driver.give(Event(TimerFired{RunTimer::Idle}));
  driver.give(Event(RetryNow{}));
  driver.start();
  EXPECT_EQ(driver.actions.size(), before);
  EXPECT_EQ(driver.run().text(), "x");
}

TEST(RunMachine, cancelInEveryPhase_keepsWhatArrived) {
  const std::vector<std::function<void(RunDriver&)>> kPhases = {[](RunDriver&) {},
                                                                [](RunDriver& driver) { driver.start(); },
                                                                [](RunDriver& driver) {
                                                                  driver.start();
                                                                  driver.headArrives(500);
                                                                },
                                                                [](RunDriver& driver) {
                                                                  driver.start();
                                                                  driver.headArrives(500);
                                                                  driver.transportEnds();
                                                                },  // waits for a retry
                                                                [](RunDriver& driver) {
                                                                  driver.start();
                                                                  driver.streamBegins();
                                                                },
                                                                [](RunDriver& driver) {
                                                                  driver.start();
                                                                  driver.streamBegins();
                                                                  driver.text("half");
                                                                },
                                                                [](RunDriver& driver) {
                                                                  driver.start();
                                                                  driver.streamBegins();
                                                                  driver.text("half");
                                                                  driver.itemDone(0, "half");
                                                                }};
  for (std::size_t phase = 0; phase < kPhases.size(); ++phase) {
    RunDriver driver;
    kPhases[phase](driver);
    driver.give(Event(CancelRequested{}));
    EXPECT_EQ(driver.run().status, RunStatus::Cancelled) << phase;
    EXPECT_EQ(driver.count<Finish>(), 1) << phase;
    EXPECT_EQ(driver.run().text(), phase >= 5 ? "half" : "") << phase;
    EXPECT_EQ(driver.count<CloseConnection>(), phase == 0 || phase == 3 ? 0 : 1) << phase;
    for (const auto timer : {RunTimer::Idle, RunTimer::Retry, RunTimer::Grace, RunTimer::Checkpoint})
      EXPECT_FALSE(driver.runs(timer)) << phase;
    EXPECT_FALSE(driver.run().error.has_value()) << phase;
  }
}

TEST(RunMachine, incompleteWithoutText_tellsTheLimit) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  wire::Ended ended{.status = RunStatus::Incomplete, .usage = {5, {}, {}, 64, 64, 69, false}};
  ended.error = base::Error{.code = ErrorCode::OutputLimit, .subject = "max_output_tokens"};
  driver.give(wire::ModelEvent(ended));
  EXPECT_EQ(driver.run().status, RunStatus::Incomplete);
  EXPECT_EQ(driver.run().error->code, ErrorCode::OutputLimit);
  EXPECT_EQ(driver.run().text(), "");
  EXPECT_EQ(driver.run().usage.reasoning, 64);
  EXPECT_FALSE(driver.run().usage.estimated);
}

TEST(RunMachine, failedTerminal_tellsTheServersError) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.text("half");
  wire::Ended ended{.status = RunStatus::Failed};
  ended.error = base::Error{.code = ErrorCode::RateLimited, .said = "Slow down"};
  driver.give(wire::ModelEvent(ended));
  EXPECT_EQ(driver.run().status, RunStatus::Failed);
  EXPECT_EQ(driver.run().error->said, "Slow down");
  EXPECT_EQ(driver.run().text(), "half");
  EXPECT_TRUE(driver.run().usage.estimated);
}

TEST(RunMachine, errorInTheStream_failsAndClosesAndKeepsTheText) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.text("half");
  driver.give(wire::StreamError{base::Error{.code = ErrorCode::ServerError, .said = "boom"}});
  EXPECT_EQ(driver.run().status, RunStatus::Failed);
  EXPECT_EQ(driver.run().error->said, "boom");
  EXPECT_EQ(driver.run().text(), "half");
  EXPECT_EQ(driver.count<CloseConnection>(), 1);
  EXPECT_EQ(driver.count<SendRequest>(), 1);
}

TEST(RunMachine, streamThatEndsEarly_isInterrupted) {
  for (const auto error : {std::optional<ErrorCode>(), std::optional(ErrorCode::Interrupted),
                           std::optional(ErrorCode::ConnectionFailed)}) {
    RunDriver driver;
    driver.start();
    driver.streamBegins();
    driver.text("one ");
    driver.text("two ");
    driver.transportEnds(error);
    EXPECT_EQ(driver.run().status, RunStatus::Interrupted);
    EXPECT_EQ(driver.run().error->code, ErrorCode::Interrupted);
    EXPECT_EQ(driver.run().text(), "one two ");
    EXPECT_TRUE(driver.run().usage.estimated);
    EXPECT_GT(*driver.run().usage.output, 0);
    EXPECT_EQ(driver.count<SendRequest>(), 1);
  }
}

TEST(RunMachine, transportCancelledByTheService_isCancelled) {
  RunDriver driver;
  driver.start();
  driver.transportEnds(ErrorCode::Cancelled);
  EXPECT_EQ(driver.run().status, RunStatus::Cancelled);
}

// ---- timers

TEST(RunMachine, silence_endsTheRunAfterTheIdleTimeout) {
  RunDriver driver;
  driver.start();
  driver.pass(300s);  // before the head the HTTP client's own timeout counts
  EXPECT_FALSE(driver.machine.finished());
  driver.streamBegins();
  driver.text("half");
  driver.pass(119'999ms);
  EXPECT_FALSE(driver.machine.finished());
  driver.pass(1ms);
  EXPECT_EQ(driver.run().status, RunStatus::Interrupted);
  EXPECT_EQ(driver.run().error->code, ErrorCode::Timeout);
  EXPECT_EQ(driver.count<CloseConnection>(), 1);
}

TEST(RunMachine, keepalivesAndBytes_areLife) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  for (int i = 0; i < 10; ++i) {
    driver.pass(100s);
    if (i % 2)
      driver.give(Event(BytesArrived{}));
    else
      driver.give(wire::InProgress{});
  }
  EXPECT_FALSE(driver.machine.finished());
  driver.pass(120s);
  EXPECT_EQ(driver.run().error->code, ErrorCode::Timeout);
}

TEST(RunMachine, idleTimer_isNotWoundUpForEveryByte) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  const auto before = driver.count<StartTimer>();
  for (int i = 0; i < 100; ++i) driver.give(Event(BytesArrived{}));
  EXPECT_EQ(driver.count<StartTimer>(), before);
}

TEST(RunMachine, itemsDoneWithoutTerminalEvent_completeAfterTheGrace) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.itemAdded(0);
  driver.text("Hello");
  EXPECT_FALSE(driver.runs(RunTimer::Grace));
  driver.itemDone(0, "Hello");
  EXPECT_EQ(driver.left(RunTimer::Grace), 5s);
  driver.pass(4s);
  driver.give(wire::InProgress{});  // still alive: the terminal event may come yet
  EXPECT_EQ(driver.left(RunTimer::Grace), 5s);
  driver.pass(5s);
  EXPECT_EQ(driver.run().status, RunStatus::Completed);
  EXPECT_TRUE(driver.run().usage.estimated);
  EXPECT_EQ(driver.count<CloseConnection>(), 1);
}

TEST(RunMachine, grace_stopsWhenMoreBegins) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.itemDone(0, "Hello");
  driver.itemAdded(1);
  EXPECT_FALSE(driver.runs(RunTimer::Grace));
  driver.pass(60s);
  EXPECT_FALSE(driver.machine.finished());
}

TEST(RunMachine, grace_doesNotRunWhereMoreMustFollow) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.itemDone(0, "", true, "reasoning");
  driver.itemDone(1, "Let me look that up.", true);  // commentary
  EXPECT_FALSE(driver.runs(RunTimer::Grace));
  driver.itemDone(2, "Here it is.");
  EXPECT_TRUE(driver.runs(RunTimer::Grace));
}

TEST(RunMachine, finishReasonOfAChat_completesAfterTheGraceOrAtTheCut) {
  for (const bool cut : {false, true}) {
    RunDriver driver;
    driver.start();
    driver.streamBegins();
    driver.text("Hello");
    driver.give(wire::Ending{RunStatus::Incomplete, base::Error{.code = ErrorCode::OutputLimit}});
    if (cut)
      driver.transportEnds(ErrorCode::Interrupted);
    else
      driver.pass(5s);
    EXPECT_EQ(driver.run().status, RunStatus::Incomplete);
    EXPECT_EQ(driver.run().error->code, ErrorCode::OutputLimit);
    EXPECT_TRUE(driver.run().usage.estimated);
  }
}

TEST(RunMachine, doneMarkAfterAllItems_completes) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.text("Hello");
  driver.give(wire::StreamDone{});
  EXPECT_FALSE(driver.machine.finished());
  driver.itemDone(0, "Hello");
  driver.give(wire::StreamDone{});
  EXPECT_EQ(driver.run().status, RunStatus::Completed);
}

TEST(RunMachine, growingText_isCheckpointedAtMostEvery250ms) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  for (int i = 0; i < 100; ++i) {
    driver.text("x");
    driver.pass(10ms);
  }
  EXPECT_EQ(driver.count<SaveCheckpoint>(), 4);
  driver.pass(10s);
  EXPECT_EQ(driver.count<SaveCheckpoint>(), 4);  // nothing new, nothing to save
  EXPECT_FALSE(driver.runs(RunTimer::Checkpoint));
}

TEST(RunMachine, started_isMadeDurableAtOnce) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.give(Event(wire::SequencedEvent{4, wire::Started{"resp_1", "m"}}));
  EXPECT_EQ(driver.count<SaveCheckpoint>(), 1);
  EXPECT_EQ(driver.run().responseId, "resp_1");
  EXPECT_EQ(driver.run().lastSequence, 4);
}

// ---- usage

TEST(RunMachine, usageNotTold_isEstimated) {
  RunDriver driver(queuedRun("What is the weather like today?", "You are a friendly assistant."));
  driver.start();
  driver.streamBegins();
  driver.text("It is raining cats and dogs today.");
  driver.give(wire::ModelEvent(wire::Ended{}));
  const auto& usage = driver.run().usage;
  EXPECT_TRUE(usage.estimated);
  EXPECT_THAT(*usage.output, testing::AllOf(testing::Ge(6), testing::Le(10)));
  EXPECT_THAT(*usage.input, testing::AllOf(testing::Ge(15), testing::Le(30)));
  EXPECT_EQ(*usage.total, *usage.input + *usage.output);
}

TEST(RunMachine, inputOfAConversation_isNotGuessed) {
  for (const bool known : {false, true}) {
    auto record = queuedRun();
    record.request.parent = domain::RunId{.uuid = {.bytes = {1}}};
    RunOptions options;
    if (known) options.inputTokens = 1234;
    RunDriver driver(std::move(record), std::move(options));
    driver.start();
    driver.streamBegins();
    driver.text("Hello");
    driver.transportEnds();
    EXPECT_EQ(driver.run().usage.input, known ? std::optional<std::int64_t>(1234) : std::nullopt);
    EXPECT_EQ(driver.run().usage.total.has_value(), known);
  }
}

TEST(RunMachine, runThatNeverReachedTheModel_hasNoUsage) {
  RunDriver driver;
  driver.start();
  driver.transportEnds(ErrorCode::TlsFailed);
  EXPECT_EQ(driver.run().usage, domain::Usage{});
}

// ---- data that cannot be read

TEST(RunMachine, malformedData_failsUnlessTheSnapshotMakesUpForIt) {
  RunDriver saved, holed, garbage;
  for (auto* driver : {&saved, &holed, &garbage}) {
    driver->start();
    driver->streamBegins();
    driver->give(wire::Malformed{});
  }
  saved.text("Hel");
  saved.completes("Hello");
  EXPECT_EQ(saved.run().status, RunStatus::Completed);
  EXPECT_EQ(saved.run().text(), "Hello");
  holed.text("Hel");
  holed.give(wire::ModelEvent(wire::Ended{}));
  EXPECT_EQ(holed.run().status, RunStatus::Failed);
  EXPECT_EQ(holed.run().error->code, ErrorCode::BadResponse);
  EXPECT_EQ(holed.run().text(), "Hel");
  garbage.give(wire::Malformed{});
  garbage.transportEnds();
  EXPECT_EQ(garbage.run().status, RunStatus::Failed);
  EXPECT_EQ(garbage.run().error->code, ErrorCode::BadResponse);
}

TEST(RunMachine, malformedDataAtTheVeryEnd_isACutOrNothing) {
  RunDriver cut, ended;
  for (auto* driver : {&cut, &ended}) {
    driver->start();
    driver->streamBegins();
    driver->text("Hello");
  }
  cut.give(wire::Malformed{});
  cut.transportEnds();
  EXPECT_EQ(cut.run().status, RunStatus::Interrupted);
  ended.give(wire::Ending{});
  ended.give(wire::Malformed{});  // its usage, cut
  ended.give(wire::InProgress{});
  ended.transportEnds();
  EXPECT_EQ(ended.run().status, RunStatus::Completed);
}

// ---- resuming

TEST(RunMachine, resumedRun_goesOnWhereItWas) {
  RunDriver first;
  first.start();
  first.streamBegins();
  first.give(Event(wire::SequencedEvent{0, wire::Started{"resp_1", "m"}}));
  first.itemDone(0, "", true, "reasoning");
  first.give(Event(wire::SequencedEvent{5, wire::PieceDelta{{1, 0}, domain::PartKind::Text, "Hel"}}));
  first.transportEnds(ErrorCode::Interrupted);

  auto record = first.run();
  RunDriver second(record);
  second.start();
  second.streamBegins();
  EXPECT_EQ(second.run().status, RunStatus::Running);
  EXPECT_FALSE(second.run().error.has_value());
  second.give(Event(
      wire::SequencedEvent{5, wire::PieceDelta{{1, 0}, domain::PartKind::Text, "Hel"}}));  // a repetition
  second.give(Event(wire::SequencedEvent{6, wire::PieceDelta{{1, 0}, domain::PartKind::Text, "lo"}}));
  EXPECT_EQ(second.run().text(), "Hello");
  EXPECT_EQ(second.run().messages.size(), record.messages.size());
  EXPECT_EQ(second.run().messages.back().id, record.messages.back().id);
}

TEST(RunMachine, sequenceNumbersThatRestart_areNoRepetition) {
  RunDriver driver;
  driver.start();
  driver.streamBegins();
  driver.give(Event(wire::SequencedEvent{9, wire::InProgress{}}));
  driver.give(Event(wire::SequencedEvent{0, wire::PieceDelta{{0, 0}, domain::PartKind::Text, "x"}}));
  EXPECT_EQ(driver.run().text(), "x");
  EXPECT_EQ(driver.run().lastSequence, 9);
}

}  // namespace
}  // namespace aiagent::runs
