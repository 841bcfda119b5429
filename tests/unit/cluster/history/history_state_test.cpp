#include "core/cluster/history/history_state.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using domain::ClusterFact;
using domain::ClusterFactKind;

base::WallTime at(int minutes) {
  return base::wallTimeFromMillis(1'795'000'000'000) + std::chrono::minutes(minutes);
}

HistorySnapshot snapshot() {
  HistorySnapshot made{.time = at(0), .verdict = "healthy", .reason = "AllHealthy", .workloads = {}};
  made.workloads["u1"] = {.kind = "Deployment",
                          .nameSpace = "aiagent",
                          .name = "web",
                          .uid = "u1",
                          .revision = 4,
                          .images = "web:1",
                          .wanted = 3,
                          .verdict = "healthy",
                          .reason = "Complete",
                          .changeCause = "a \"cause\"",
                          .since = at(-5)};
  made.alerts["Burns\npod=a"] = {"aiagent", "alert/Burns", "critical", "It \"burns\".", at(-3)};
  return made;
}

ClusterFact fact(int minutes, ClusterFactKind kind, std::string after, std::string uid = "u1") {
  return {.time = at(minutes),
          .kind = kind,
          .object = "deployment/web",
          .uid = std::move(uid),
          .after = std::move(after)};
}

TEST(HistoryState, snapshot_comesBackAsItWas) {
  EXPECT_EQ(readSnapshot(snapshotJson(snapshot())), snapshot());
  EXPECT_FALSE(readSnapshot("[]"));
  EXPECT_FALSE(readSnapshot("{\"workloads\":3}"));
  EXPECT_TRUE(readSnapshot(R"({"workloads":[{"uid":7},{}],"later":1})")->workloads.empty());
}

TEST(HistoryState, factsUpToTheTime_makeTheState) {
  auto revision = fact(1, ClusterFactKind::Revision, "web:2");
  revision.amount = 5;
  const std::vector facts = {
      revision, fact(2, ClusterFactKind::Scaled, "6"), fact(3, ClusterFactKind::Verdict, "failed"),
      fact(4, ClusterFactKind::Environment, "failed"), fact(5, ClusterFactKind::Deleted, "")};
  const auto state = stateAt(at(4), snapshot(), facts, at(60));
  const auto& web = state.then.workloads.at("u1");
  EXPECT_EQ(web.revision, 5);
  EXPECT_EQ(web.images, "web:2");
  EXPECT_EQ(web.wanted, 6);
  EXPECT_EQ(web.verdict, "failed");
  EXPECT_EQ(web.since, at(3));
  EXPECT_EQ(state.then.verdict, "failed");
  EXPECT_EQ(state.known, at(4));
  EXPECT_TRUE(state.watched);
  EXPECT_TRUE(stateAt(at(5), snapshot(), facts, at(60)).then.workloads.empty());
  EXPECT_EQ(stateAt(at(0), snapshot(), facts, at(60)).then, snapshot());
}

TEST(HistoryState, alerts_areThoseThatFiredThen) {
  auto fired = fact(10, ClusterFactKind::AlertFired, "warning", "Slow\n");
  fired.object = "alert/Slow";
  const std::vector facts{fired, fact(20, ClusterFactKind::AlertEnded, {}, "Burns\npod=a")};
  EXPECT_EQ(stateAt(at(5), snapshot(), facts, at(60)).then.alerts.size(), 1u);
  const auto both = stateAt(at(15), snapshot(), facts, at(60)).then.alerts;
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both.at("Slow\n").object, "alert/Slow");
  EXPECT_EQ(both.at("Slow\n").since, at(10));
  EXPECT_EQ(stateAt(at(25), snapshot(), facts, at(60)).then.alerts.size(), 1u);
}

TEST(HistoryState, workloadThatAppeared_isThere) {
  auto appeared = fact(1, ClusterFactKind::Appeared, "new:1", "u2");
  appeared.object = "statefulset/db";
  const auto state =
      stateAt(at(9), snapshot(), {appeared, fact(1, ClusterFactKind::Scaled, "2", "u2")}, at(60));
  const auto& db = state.then.workloads.at("u2");
  EXPECT_EQ(db.object(), "statefulset/db");
  EXPECT_EQ(db.images, "new:1");
  EXPECT_EQ(db.wanted, 2);
}

TEST(HistoryState, timeThatNobodyWatched_saysSo) {
  const ClusterFact gap{.time = at(10), .kind = ClusterFactKind::Gap, .until = at(70)};
  EXPECT_TRUE(stateAt(at(9), snapshot(), {gap}, at(80)).watched);
  EXPECT_FALSE(stateAt(at(30), snapshot(), {gap}, at(80)).watched);
  EXPECT_TRUE(stateAt(at(75), snapshot(), {gap}, at(80)).watched);
  EXPECT_FALSE(stateAt(at(90), snapshot(), {gap}, at(80)).watched);
}

}  // namespace
}  // namespace aiagent::cluster
