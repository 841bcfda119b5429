#include "core/store/cluster_history.h"

#include <gmock/gmock.h>

#include "core/store/sql.h"
#include "tests/support/temp_store.h"

namespace aiagent::store {
namespace {

using domain::ClusterFact;
using domain::ClusterFactKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

base::WallTime at(int minutes) {
  return base::wallTimeFromMillis(1'795'000'000'000) + std::chrono::minutes(minutes);
}

ClusterFact fact(int minutes, std::string reason = "x") {
  return {.time = at(minutes),
          .kind = ClusterFactKind::Verdict,
          .nameSpace = "aiagent",
          .object = "deployment/web",
          .uid = "u1",
          .reason = std::move(reason),
          .before = "healthy",
          .after = "failed",
          .detail = "why",
          .amount = 3};
}

class ClusterHistory : public testing::Test {
 protected:
  void keep(std::vector<ClusterFact> facts, base::WallTime until = at(0), const char* environment = "prod") {
    ASSERT_TRUE(store
                    .write([&](Connection& c) {
                      return keepClusterRecord(c, environment, {std::move(facts), std::nullopt, until});
                    })
                    .ok());
  }
  std::vector<ClusterFact> list(int from, int to, std::int64_t most = 100) {
    return *store.read([&](Connection& c) { return listClusterFacts(c, "prod", at(from), at(to), most); });
  }
  std::int64_t trim(ClusterHistoryLimits limits) {
    return *store.write([&](Connection& c) { return trimClusterHistory(c, limits); });
  }

  test::TempStore store;
};

TEST_F(ClusterHistory, facts_comeBackWhole_inTheirOrder_onceEach) {
  const ClusterFact gap{.time = at(1), .kind = ClusterFactKind::Gap, .until = at(9)};
  keep({fact(5), gap, fact(3)});
  keep({fact(5)});
  keep({fact(4)}, at(0), "staging");
  EXPECT_THAT(list(0, 10), ElementsAre(gap, fact(3), fact(5)));
  EXPECT_THAT(list(3, 4), ElementsAre(fact(3)));
  EXPECT_THAT(list(0, 10, 1), ElementsAre(fact(5)));
}

TEST_F(ClusterHistory, watchedUntil_neverGoesBack) {
  const auto until = [this] {
    return *store.read([](Connection& c) { return clusterWatchedUntil(c, "prod"); });
  };
  EXPECT_EQ(until(), base::WallTime{});
  keep({}, at(10));
  keep({}, at(5));
  EXPECT_EQ(until(), at(10));
  EXPECT_THAT(*store.read([](Connection& c) { return listClusterEnvironments(c); }), ElementsAre("prod"));
}

TEST_F(ClusterHistory, snapshotBefore_isTheNewestThatIsNotLater) {
  for (const int minute : {0, 60, 120})
    ASSERT_TRUE(store
                    .write([&](Connection& c) {
                      return keepClusterRecord(
                          c, "prod", {{}, ClusterSnapshot{at(minute), std::to_string(minute)}, at(minute)});
                    })
                    .ok());
  const auto before = [this](int minute) {
    return *store.read([&](Connection& c) { return clusterSnapshotBefore(c, "prod", at(minute)); });
  };
  EXPECT_EQ(before(119)->state, "60");
  EXPECT_EQ(before(120)->state, "120");
  EXPECT_FALSE(before(-1));
}

TEST_F(ClusterHistory, old_andTooMany_goInSlices) {
  std::vector<ClusterFact> facts;
  for (int i = 0; i < 20; ++i) facts.push_back(fact(i));
  keep(facts);
  EXPECT_EQ(trim({.before = at(10), .slice = 6}), 6);
  EXPECT_EQ(trim({.before = at(10), .slice = 6}), 4);
  EXPECT_EQ(trim({.before = at(10), .slice = 6}), 0);
  EXPECT_EQ(trim({.before = at(0), .mostFacts = 3}), 7);
  EXPECT_THAT(list(0, 100), SizeIs(3));
  EXPECT_EQ(list(0, 100).front().time, at(17));
}

TEST_F(ClusterHistory, oldSnapshots_areThinnedToOneADay_andGoWithTheirFacts) {
  const auto snapshot = [this](int minute) {
    ASSERT_TRUE(store
                    .write([&](Connection& c) {
                      return keepClusterRecord(c, "prod", {{}, ClusterSnapshot{at(minute), "x"}, at(minute)});
                    })
                    .ok());
  };
  const int day = 24 * 60;
  for (int minute = 0; minute < 3 * day; minute += 60) snapshot(minute);
  EXPECT_EQ(trim({.thinBefore = at(2 * day), .slice = 10}), 10);
  while (trim({.thinBefore = at(2 * day), .slice = 10}) > 0) {
  }
  const auto count = [this] {
    return *store.read([](Connection& c) {
      return base::Result<std::int64_t>(integerOf(c, "SELECT count(*) FROM cluster_snapshot"));
    });
  };
  EXPECT_LE(count(), 24 + 3);
  EXPECT_GE(count(), 24 + 2);
  keep({fact(day), fact(2 * day + 90), fact(2 * day + 91)}, at(3 * day));
  EXPECT_EQ(trim({.mostFacts = 2}), 1);
  EXPECT_FALSE(
      *store.read([&](Connection& c) { return clusterSnapshotBefore(c, "prod", at(2 * day + 80)); }));
  EXPECT_TRUE(
      *store.read([&](Connection& c) { return clusterSnapshotBefore(c, "prod", at(2 * day + 130)); }));
}

TEST_F(ClusterHistory, kindOfANewerProgram_isPassedOver) {
  keep({fact(1), fact(2)});
  ASSERT_TRUE(store
                  .write([](Connection& c) -> base::Result<void> {
                    Query(c, "UPDATE cluster_fact SET kind='later' WHERE time=?1").bind(at(1)).run();
                    return {};
                  })
                  .ok());
  EXPECT_THAT(list(0, 10), ElementsAre(fact(2)));
}

}  // namespace
}  // namespace aiagent::store
