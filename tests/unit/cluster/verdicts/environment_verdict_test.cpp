#include "core/cluster/verdicts/environment_verdict.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "core/cluster/verdicts/rollout_verdict.h"
#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;

const Verdict kWell = verdict(VerdictKind::Healthy, "Available");
const Verdict kCrash = verdict(VerdictKind::Degraded, "CrashLooping");
const Verdict kDead = verdict(VerdictKind::Failed, "ProgressDeadlineExceeded");
const Verdict kRolling = verdict(VerdictKind::Progressing, "Updating");

struct Environment : testing::Test {
  EnvironmentVerdict environment;
  base::Instant now{};

  void tell(const Verdict& verdict, const std::string& key = "a") {
    environment.on(key, "deployment/" + key, verdict, now);
  }
  VerdictKind kind() const { return environment.at(now).kind; }
};

TEST_F(Environment, nothingTold_isUnknown) {
  EXPECT_EQ(kind(), VerdictKind::Unknown);
}

TEST_F(Environment, worst_countsAndIsNamed) {
  tell(kWell, "a");
  tell(kRolling, "b");
  tell(kDead, "c");
  const auto found = environment.at(now);
  EXPECT_EQ(found.kind, VerdictKind::Failed);
  EXPECT_EQ(found.reason, "ProgressDeadlineExceeded");
  ASSERT_EQ(found.evidence.size(), 1u);
  EXPECT_EQ(found.evidence[0].field, "deployment/c");
  environment.remove("c");
  EXPECT_EQ(kind(), VerdictKind::Progressing);
}

TEST_F(Environment, failure_countsAtOnce) {
  tell(kDead);
  EXPECT_EQ(kind(), VerdictKind::Failed);
}

TEST_F(Environment, degraded_countsWhenItHasLastedAndIsNeverHealthyBefore) {
  tell(kCrash);
  EXPECT_EQ(kind(), VerdictKind::Progressing);
  EXPECT_EQ(environment.nextChange(now), now + 15min);
  now += 15min - 1s;
  EXPECT_EQ(kind(), VerdictKind::Progressing);
  now += 1s;
  EXPECT_EQ(kind(), VerdictKind::Degraded);
}

TEST_F(Environment, blinking_isOneFaultAndNotMany) {
  for (int i = 0; i < 40; ++i) {
    tell(kCrash);
    now += 20s;
    tell(kWell);
    EXPECT_NE(kind(), VerdictKind::Healthy) << i;
    now += 10s;
  }
  EXPECT_EQ(kind(), VerdictKind::Degraded) << "twenty minutes of it";
}

TEST_F(Environment, recovery_countsAfterAWhile) {
  tell(kDead);
  now += 5min;
  tell(kWell);
  EXPECT_EQ(kind(), VerdictKind::Failed);
  now += 59s;
  EXPECT_EQ(kind(), VerdictKind::Failed);
  now += 1s;
  EXPECT_EQ(kind(), VerdictKind::Healthy);
  EXPECT_EQ(environment.nextChange(now), std::nullopt);
}

TEST_F(Environment, shortFaultAfterARecovery_startsAnew) {
  tell(kCrash);
  now += 20min;
  tell(kWell);
  now += 10min;
  tell(kCrash);
  EXPECT_EQ(kind(), VerdictKind::Progressing);
}

TEST_F(Environment, progressThatNeverEnds_degrades) {
  tell(kRolling);
  now += 14min;
  tell(kRolling);
  EXPECT_EQ(kind(), VerdictKind::Progressing);
  now += 1min;
  EXPECT_EQ(kind(), VerdictKind::Degraded);
}

TEST_F(Environment, stale_isNeverHealthy) {
  tell(kWell);
  environment.setStale(true);
  EXPECT_EQ(environment.at(now).kind, VerdictKind::Unknown);
  EXPECT_EQ(environment.at(now).reason, "NotLive");
  tell(kDead);
  EXPECT_EQ(kind(), VerdictKind::Failed) << "what was known to be broken stays so";
  environment.setStale(false);
  EXPECT_EQ(kind(), VerdictKind::Failed);
}

TEST_F(Environment, manyAlike_areCounted) {
  for (int i = 0; i < 9; ++i) tell(kDead, std::string(1, char('a' + i)));
  const auto found = environment.at(now);
  EXPECT_EQ(found.reason, "Worst");
  ASSERT_EQ(found.evidence.size(), 6u);
  EXPECT_EQ(found.evidence.back().value, "9");
}

TEST_F(Environment, betterButStillBad_showsWhatItIsNow) {
  tell(kDead);
  now += 1min;
  tell(kCrash);
  EXPECT_EQ(kind(), VerdictKind::Degraded);
  EXPECT_EQ(environment.kindOf("a", now), VerdictKind::Degraded);
  EXPECT_EQ(environment.kindOf("z", now), std::nullopt);
}

// A recorded watch at its own pace; what the environment says after each event, repeats left out.
std::vector<std::string> replayed(const std::string& path) {
  EnvironmentVerdict environment;
  std::istringstream times(tests::kubeFixture(path + ".ms"));
  std::vector<std::string> words;
  for (const auto& frame : tests::kubeWatchFixture(path, wire::KubeKind::Deployment)) {
    int millis = 0;
    times >> millis;
    const base::Instant now = base::Instant{} + std::chrono::milliseconds(millis);
    const auto& row = std::get<wire::DeploymentRow>(frame.row);
    auto latest = row.head.created;
    for (const auto& condition : row.conditions) latest = std::max(latest, condition.updated);
    environment.on(row.head.uid, "deployment/" + row.head.name,
                   deploymentVerdict(row, {.now = latest, .soak = 0s}), now);
    const std::string word(toWord(environment.at(now).kind));
    if (words.empty() || words.back() != word) words.push_back(word);
  }
  return words;
}

TEST(EnvironmentReplay, crashLoop_doesNotBlink) {
  // The deployment itself goes fourteen times between healthy, degraded and failed.
  EXPECT_EQ(replayed("watch/rollout-crashloop.deployment.jsonl"),
            (std::vector<std::string>{"progressing", "healthy", "progressing", "failed", "degraded", "failed",
                                      "degraded", "failed"}));
}

TEST(EnvironmentReplay, goodRollout_andFailedOne) {
  EXPECT_EQ(replayed("watch/rollout-good.deployment.jsonl"),
            (std::vector<std::string>{"progressing", "healthy"}));
  EXPECT_EQ(replayed("watch/rollout-failed-image.deployment.jsonl"),
            (std::vector<std::string>{"progressing", "failed"}));
}

}  // namespace
}  // namespace aiagent::cluster
