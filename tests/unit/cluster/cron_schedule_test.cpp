#include "core/cluster/cron_schedule.h"

#include <gtest/gtest.h>

#include "core/wire/kube_time.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;

const auto kMonday = wire::kubeTime("2026-11-23T07:43:10Z");

std::string next(std::string_view text, base::WallTime from = kMonday) {
  const auto schedule = CronSchedule::parse(text);
  if (!schedule) return "no schedule";
  const auto time = schedule->next(from);
  return time ? base::toIso8601(*time).substr(0, 16) : "never";
}

TEST(CronSchedule, next_isTheFirstMinuteThatFits) {
  EXPECT_EQ(next("* * * * *"), "2026-11-23T07:44");
  EXPECT_EQ(next("*/15 * * * *"), "2026-11-23T07:45");
  EXPECT_EQ(next("0 3 * * *"), "2026-11-24T03:00");
  EXPECT_EQ(next("30 6 * * 1-5"), "2026-11-24T06:30");
  EXPECT_EQ(next("0 0 1 * *"), "2026-12-01T00:00");
  EXPECT_EQ(next("0 0 29 2 *"), "2028-02-29T00:00");
  EXPECT_EQ(next("5,10 8 * jan,DEC sun"), "2026-12-06T08:05");
  EXPECT_EQ(next("0 0 * * 7"), "2026-11-29T00:00") << "7 is Sunday too";
  EXPECT_EQ(next("3/20 * * * *"), "2026-11-23T08:03");
  EXPECT_EQ(next("0 0 30 2 *"), "never");
}

TEST(CronSchedule, twoRestrictedDays_areEither) {
  EXPECT_EQ(next("0 0 25 * fri"), "2026-11-25T00:00");
  EXPECT_EQ(next("0 0 28 * wed"), "2026-11-25T00:00");
}

TEST(CronSchedule, wordsAndZones_areRead) {
  EXPECT_EQ(next("@hourly"), "2026-11-23T08:00");
  EXPECT_EQ(next("@weekly"), "2026-11-29T00:00");
  EXPECT_EQ(next("CRON_TZ=Europe/Berlin 0 3 * * *"), "2026-11-24T03:00");
  EXPECT_EQ(CronSchedule::parse("@every 1h30m")->longestGap(kMonday), 90min);
}

TEST(CronSchedule, longestGap_sparesTheWeekend) {
  EXPECT_EQ(CronSchedule::parse("* * * * *")->longestGap(kMonday), 1min);
  EXPECT_EQ(CronSchedule::parse("0 3 * * *")->longestGap(kMonday), 24h);
  EXPECT_EQ(CronSchedule::parse("0 3 * * 1-5")->longestGap(kMonday), 72h);
  EXPECT_EQ(CronSchedule::parse("0 0 30 2 *")->longestGap(kMonday), std::nullopt);
}

TEST(CronSchedule, anythingElse_isNone) {
  for (const auto* text : {"", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *",
                           "* * * 13 *", "* * * * 8", "a * * * *", "5-3 * * * *", "*/0 * * * *", "1- * * * *",
                           "@never", "@every x", "@every 5", "-1 * * * *", "TZ=X"})
    EXPECT_FALSE(CronSchedule::parse(text).has_value()) << text;
}

}  // namespace
}  // namespace aiagent::cluster
