#include "core/runs/retry_policy.h"

#include <gtest/gtest.h>

#include "core/runs/run_machine.h"

namespace aiagent::runs {
namespace {

using base::Milliseconds;
using namespace std::chrono_literals;

const base::WallTime kNow = base::wallTimeFromMillis(1'795'474'513'000);  // Mon, 23 Nov 2026 22:55:13 GMT

TEST(RetryAfterFromHeaders, everyForm_isRead) {
  EXPECT_EQ(retryAfterFromHeaders("300", "20", kNow), 300ms);
  EXPECT_EQ(retryAfterFromHeaders("12.7", "", kNow), 12ms);
  EXPECT_EQ(retryAfterFromHeaders("", "20", kNow), 20s);
  EXPECT_EQ(retryAfterFromHeaders("", " 1.5 ", kNow), 1500ms);
  EXPECT_EQ(retryAfterFromHeaders("", "0", kNow), 0ms);
  EXPECT_EQ(retryAfterFromHeaders("", "86400", kNow), 24h);
  EXPECT_EQ(retryAfterFromHeaders("", "Mon, 23 Nov 2026 22:55:43 GMT", kNow), 30s);
  EXPECT_EQ(retryAfterFromHeaders("", "Sun, 22 Nov 2026 22:55:43 GMT", kNow), 0s);
  EXPECT_EQ(retryAfterFromHeaders("x", "7", kNow), 7s);
}

TEST(RetryAfterFromHeaders, anythingElse_isNotTold) {
  for (const auto* text : {"", "soon", "-1", "1e3", "inf", "nan", "5s", "Mon, 23 Nov 2026 25:55:43 GMT",
                           "Mon, 31 Feb 2026 22:55:43 GMT", "Mon, 23 Xxx 2026 22:55:43 GMT",
                           "Mon, 23 Nov 2026 22:55:43 CET", "Monday, 23-Nov-26 22:55:43 GMT"})
    EXPECT_EQ(retryAfterFromHeaders("", text, kNow), std::nullopt) << text;
  EXPECT_TRUE(retryAfterFromHeaders("", "99999999999999999999999", kNow).has_value());
}

FailedTry failed(int status, int retriesSoFar = 0) {
  return {.error = {.code = base::ErrorCode::ServerError, .httpStatus = status},
          .shouldRetry = {},
          .retryAfter = {},
          .retriesSoFar = retriesSoFar};
}

TEST(WaitBeforeRetry, backoff_doublesUpToEightSeconds) {
  const Milliseconds kExpected[] = {500ms, 1s, 2s, 4s, 8s, 8s, 8s};
  for (int i = 0; i < 7; ++i) EXPECT_EQ(waitBeforeRetry(failed(500, i), 10, 0), kExpected[i]) << i;
  EXPECT_EQ(waitBeforeRetry(failed(500, 1'000'000), 2'000'000, 0), 8s);
  EXPECT_EQ(waitBeforeRetry(failed(500), 2, 1.0), 375ms);
}

TEST(WaitBeforeRetry, atTheLimitOfTries_givesUp) {
  EXPECT_FALSE(waitBeforeRetry(failed(500, 2), 2, 0).has_value());
  EXPECT_FALSE(waitBeforeRetry(failed(500), 0, 0).has_value());
}

}  // namespace
}  // namespace aiagent::runs
