// Retries, and one scripted exchange replayed with a failure at each of its steps.
#include <gmock/gmock.h>

#include "core/runs/run_machine.h"
#include "core/wire/answer_json.h"
#include "tests/unit/runs/run_driver.h"

namespace aiagent::runs {
namespace {

using base::ErrorCode;
using base::Milliseconds;
using domain::RunStatus;
using namespace std::chrono_literals;

void answerWith(RunDriver& driver, int status, std::string_view body, std::optional<bool> shouldRetry = {},
                std::optional<Milliseconds> retryAfter = {}) {
  driver.headArrives(status, shouldRetry, retryAfter);
  driver.give(Event(BytesArrived{}));
  driver.give(Event(BodyArrived{wire::errorFromAnswer(status, "application/json", body)}));
  driver.transportEnds();
}

constexpr std::string_view kError =
    R"({"error":{"message":"oops","type":"server_error","param":null,"code":null}})";

TEST(RunMachineRetry, statuses_areRetriedTwiceOrNever) {
  for (const int status : {408, 409, 429, 500, 502, 503, 529}) {
    RunDriver driver;
    driver.start();
    for (int attempt = 1; attempt <= 2; ++attempt) {
      answerWith(driver, status, kError);
      ASSERT_NE(driver.last<ShowWaiting>(), nullptr) << status;
      EXPECT_EQ(driver.last<ShowWaiting>()->attempt, attempt);
      EXPECT_EQ(driver.last<ShowWaiting>()->delay, attempt == 1 ? 500ms : 1000ms);
      EXPECT_EQ(driver.count<SendRequest>(), attempt);
      driver.pass(1s);
      EXPECT_EQ(driver.count<SendRequest>(), attempt + 1);
    }
    answerWith(driver, status, kError);
    EXPECT_EQ(driver.run().status, RunStatus::Failed) << status;
    EXPECT_EQ(driver.run().retries, 2);
    EXPECT_EQ(driver.run().error->httpStatus, status);
    EXPECT_EQ(driver.run().error->said, "oops");
    EXPECT_EQ(driver.run().requestId, "req_e");
  }
  for (const int status : {302, 400, 401, 403, 404, 407, 422}) {
    RunDriver driver;
    driver.start();
    answerWith(driver, status, kError);
    EXPECT_EQ(driver.run().status, RunStatus::Failed) << status;
    EXPECT_EQ(driver.count<SendRequest>(), 1) << status;
  }
}

TEST(RunMachineRetry, afterARetry_theRunIsAnOrdinaryOne) {
  RunDriver driver;
  driver.start();
  answerWith(driver, 503, kError, {}, 300ms);
  driver.pass(300ms);
  driver.streamBegins("req_2");
  driver.text("after a wait");
  driver.completes("after a wait");
  EXPECT_EQ(driver.run().status, RunStatus::Completed);
  EXPECT_EQ(driver.run().retries, 1);
  EXPECT_EQ(driver.run().requestId, "req_2");
  EXPECT_EQ(driver.run().timings.sent, 300ms);
  EXPECT_FALSE(driver.run().error.has_value());
}

TEST(RunMachineRetry, serversWait_isKept) {
  RunDriver driver;
  driver.start();
  answerWith(driver, 429, kError, {}, 20s);
  EXPECT_EQ(driver.left(RunTimer::Retry), 20s);
  EXPECT_EQ(driver.last<ShowWaiting>()->reason.retryAfter, 20s);
}

TEST(RunMachineRetry, waitOverAMinute_isLeftToThePerson) {
  RunDriver driver;
  driver.start();
  answerWith(driver, 429, kError, {}, 61s);
  EXPECT_EQ(driver.run().status, RunStatus::Failed);
  EXPECT_EQ(driver.run().error->code, ErrorCode::RateLimited);
}

TEST(RunMachineRetry, xShouldRetry_isObeyed) {
  RunDriver no, yes;
  no.start();
  answerWith(no, 500, kError, false);
  EXPECT_EQ(no.run().status, RunStatus::Failed);
  yes.start();
  answerWith(yes, 400, kError, true);
  EXPECT_TRUE(yes.runs(RunTimer::Retry));
}

TEST(RunMachineRetry, billing_isNeverRetried) {
  for (const auto* code :
       {"credit_balance_exhausted", "organization_usage_limit_exceeded", "organization_spend_limit_exceeded",
        "project_spend_limit_exceeded", "insufficient_quota"}) {
    RunDriver driver;
    driver.start();
    answerWith(driver, 429,
               R"({"error":{"message":"m","type":"insufficient_quota","param":null,"code":")" +
                   std::string(code) + R"("}})",
               true, 1ms);
    EXPECT_EQ(driver.run().status, RunStatus::Failed) << code;
    EXPECT_EQ(driver.run().error->code, ErrorCode::Billing) << code;
    EXPECT_EQ(driver.run().error->providerCode, code);
  }
}

TEST(RunMachineRetry, transportErrorsBeforeTheHead_areRetriedOnlyWhenNothingWasSent) {
  for (const auto& [code, retried] :
       std::initializer_list<std::pair<ErrorCode, bool>>{{ErrorCode::ConnectionFailed, true},
                                                         {ErrorCode::Timeout, false},
                                                         {ErrorCode::TlsFailed, false},
                                                         {ErrorCode::ProxyRefused, false},
                                                         {ErrorCode::Internal, false}}) {
    RunDriver driver;
    driver.start();
    driver.transportEnds(code);
    EXPECT_EQ(driver.runs(RunTimer::Retry), retried) << int(code);
    if (!retried) {
      EXPECT_EQ(driver.run().error->code, code);
    }
    driver.pass(500ms);
    EXPECT_EQ(driver.count<SendRequest>(), retried ? 2 : 1);
  }
}

TEST(RunMachineRetry, errorWithoutABody_isToldByItsStatus) {
  RunDriver driver;
  driver.start();
  driver.headArrives(401);
  driver.transportEnds(ErrorCode::Interrupted);
  EXPECT_EQ(driver.run().error->code, ErrorCode::Credentials);
}

TEST(RunMachineRetry, errorBodyThatHangs_isGivenUp) {
  RunDriver driver;
  driver.start();
  driver.headArrives(400);
  driver.pass(120s);
  EXPECT_EQ(driver.run().error->code, ErrorCode::RequestRejected);
  EXPECT_EQ(driver.count<CloseConnection>(), 1);
}

TEST(RunMachineRetry, retryNow_sendsAtOnceAndOnlyOnce) {
  RunDriver driver;
  driver.start();
  driver.give(Event(RetryNow{}));
  EXPECT_EQ(driver.count<SendRequest>(), 1);
  answerWith(driver, 500, kError);
  driver.give(Event(RetryNow{}));
  EXPECT_EQ(driver.count<SendRequest>(), 2);
  EXPECT_FALSE(driver.runs(RunTimer::Retry));
  driver.give(Event(RetryNow{}));
  driver.pass(10s);
  EXPECT_EQ(driver.count<SendRequest>(), 2);
}

TEST(RunMachineRetry, jitter_shortensTheWaitByAQuarterAtMost) {
  RunOptions options;
  options.jitter = [] { return 0.999; };
  RunDriver driver(queuedRun(), std::move(options));
  driver.start();
  answerWith(driver, 500, kError);
  EXPECT_THAT(driver.last<ShowWaiting>()->delay, testing::AllOf(testing::Ge(375ms), testing::Lt(380ms)));
}

TEST(RunMachineRetry, staleEndOfTheFailedExchange_changesNothing) {
  RunDriver driver;
  driver.start();
  driver.headArrives(500);
  driver.give(Event(BodyArrived{base::Error{.code = ErrorCode::ServerError, .httpStatus = 500}}));
  EXPECT_EQ(driver.count<CloseConnection>(), 1);
  driver.transportEnds(ErrorCode::Cancelled);  // because it was closed
  EXPECT_TRUE(driver.runs(RunTimer::Retry));
  EXPECT_FALSE(driver.machine.finished());
}

TEST(RunMachineRetry, answerThatIsNoStream_failsWithoutASecondRequest) {
  RunDriver html, nothing;
  html.start();
  html.headArrives(200);
  html.give(Event(BytesArrived{}));
  html.give(Event(BodyArrived{wire::errorFromAnswer(200, "text/html", "<html>")}));
  EXPECT_EQ(html.run().status, RunStatus::Failed);
  EXPECT_EQ(html.run().error->code, ErrorCode::BadResponse);
  EXPECT_EQ(html.run().error->subject, "text/html");
  nothing.start();
  nothing.headArrives(200, true);
  nothing.transportEnds();
  EXPECT_EQ(nothing.run().error->code, ErrorCode::BadResponse);
  EXPECT_EQ(nothing.count<SendRequest>(), 1);
}

// ---- a failure at every step

using Step = std::function<void(RunDriver&)>;

const std::vector<Step>& ordinaryExchange() {
  static const std::vector<Step> kSteps = {
      [](RunDriver& driver) {
        driver.give(Event(HeadArrived{200, true, "req_1", {}, {}}));
      },
      [](RunDriver& driver) { driver.give(Event(BytesArrived{})); },
      [](RunDriver& driver) {
        driver.give(wire::Started{"resp_1", "m"});
      },
      [](RunDriver& driver) { driver.itemAdded(0); },
      [](RunDriver& driver) { driver.text("one "); },
      [](RunDriver& driver) { driver.text("two "); },
      [](RunDriver& driver) {
        driver.give(wire::PieceDone{{0, 0}, domain::PartKind::Text, "one two "});
      },
      [](RunDriver& driver) { driver.itemDone(0, "one two "); },
      [](RunDriver& driver) { driver.completes("one two "); }};
  return kSteps;
}

struct Failure {
  const char* name;
  Step happen;
  std::optional<RunStatus> afterHead;  // the status it leads to once the head has arrived
};

const std::vector<Failure>& failures() {
  static const std::vector<Failure> kFailures = {
      {"cut", [](RunDriver& driver) { driver.transportEnds(ErrorCode::ConnectionFailed); },
       RunStatus::Interrupted},
      {"clean end", [](RunDriver& driver) { driver.transportEnds(); }, RunStatus::Interrupted},
      {"cancel", [](RunDriver& driver) { driver.give(Event(CancelRequested{})); }, RunStatus::Cancelled},
      {"error event",
       [](RunDriver& driver) { driver.give(wire::StreamError{base::Error{.code = ErrorCode::ServerError}}); },
       RunStatus::Failed},
      {"silence", [](RunDriver& driver) { driver.pass(1h); }, std::nullopt}};
  return kFailures;
}

TEST(RunMachineFailures, failureAtEveryStep_endsTheRunOnceAndKeepsTheText) {
  const auto& steps = ordinaryExchange();
  for (const auto& failure : failures()) {
    for (std::size_t before = 1; before < steps.size(); ++before) {
      RunDriver driver;
      driver.start();
      for (std::size_t i = 0; i < before; ++i) steps[i](driver);
      failure.happen(driver);
      driver.pass(1h);
      const auto& run = driver.run();
      const auto what = std::string(failure.name) + " before step " + std::to_string(before);
      ASSERT_TRUE(driver.machine.finished()) << what;
      EXPECT_EQ(driver.count<Finish>(), 1) << what;
      EXPECT_EQ(driver.count<SendRequest>(), 1) << what;
      EXPECT_TRUE(domain::isFinal(run.status)) << what;
      if (failure.afterHead) {
        EXPECT_EQ(run.status, *failure.afterHead) << what;
      }
      EXPECT_EQ(run.text(), before >= 6 ? "one two " : before == 5 ? "one " : "") << what;
      EXPECT_EQ(run.status == RunStatus::Completed || run.status == RunStatus::Cancelled,
                !run.error.has_value())
          << what;
      EXPECT_TRUE(run.timings.finished.has_value()) << what;
      EXPECT_TRUE(std::holds_alternative<Finish>(driver.actions.back())) << what;
    }
  }
}

TEST(RunMachineFailures, silenceAfterTheLastItem_completesAndBeforeIt_timesOut) {
  const auto& steps = ordinaryExchange();
  for (std::size_t before = 1; before < steps.size(); ++before) {
    RunDriver driver;
    driver.start();
    for (std::size_t i = 0; i < before; ++i) steps[i](driver);
    driver.pass(1h);
    EXPECT_EQ(driver.run().status, before == 8 ? RunStatus::Completed : RunStatus::Interrupted) << before;
  }
}

}  // namespace
}  // namespace aiagent::runs
