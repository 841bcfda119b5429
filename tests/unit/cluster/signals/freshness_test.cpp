#include "core/cluster/signals/freshness.h"

#include <gtest/gtest.h>

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;

const base::WallTime kNow(base::Milliseconds(1'795'416'000'000));

SignalFreshness aged(std::chrono::seconds age, bool failed = false) {
  return freshnessOf(kNow - age, kNow, 30s, failed);
}

TEST(Freshness, age_isJudgedByTheMeasurements) {
  EXPECT_EQ(aged(0s), SignalFreshness::Live);
  EXPECT_EQ(aged(-5s), SignalFreshness::Live) << "a clock that is a little wrong";
  EXPECT_EQ(aged(90s), SignalFreshness::Live);
  EXPECT_EQ(aged(91s), SignalFreshness::Lagging);
  EXPECT_EQ(aged(300s), SignalFreshness::Lagging);
  EXPECT_EQ(aged(301s), SignalFreshness::Stale);
}

TEST(Freshness, failedQuestion_isNeverLive) {
  EXPECT_EQ(aged(0s, true), SignalFreshness::Lagging);
  EXPECT_EQ(aged(301s, true), SignalFreshness::Stale);
  EXPECT_EQ(freshnessOf(wire::kNoTime, kNow, 30s, true), SignalFreshness::Failed);
  EXPECT_EQ(freshnessOf(wire::kNoTime, kNow, 30s, false), SignalFreshness::Loading);
}

TEST(Freshness, words_areStable) {
  EXPECT_EQ(toWord(SignalFreshness::Loading), "loading");
  EXPECT_EQ(toWord(SignalFreshness::Stale), "stale");
  EXPECT_EQ(toWord(SignalFreshness::Failed), "failed");
}

}  // namespace
}  // namespace aiagent::cluster
