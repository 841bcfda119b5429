#include "core/cluster/signals/usage_ring.h"

#include <gtest/gtest.h>

namespace aiagent::cluster {
namespace {

using wire::KubeKind;
using wire::KubeMetrics;

KubeMetrics pod(const char* name, std::int64_t seconds, std::vector<wire::KubeUsage> usage) {
  return {"n", name, base::WallTime(base::Milliseconds(seconds * 1000)), {}, std::move(usage)};
}

bool add(UsageRing& ring, const std::vector<KubeMetrics>& pods) {
  const auto point = usageOf({.nameSpace = "n"}, pods);
  return point && ring.add(*point);
}

TEST(UsageRing, containers_areSummedExactly) {
  UsageRing ring;
  EXPECT_TRUE(add(ring, {pod("a", 100, {{"x", "250m", "1Gi"}, {"y", "5137000n", "1024Ki"}}),
                         pod("b", 90, {{"x", "1", "0"}})}));
  ASSERT_EQ(ring.cpu().size(), 1u);
  EXPECT_DOUBLE_EQ(ring.cpu()[0].at, 100);
  EXPECT_DOUBLE_EQ(ring.cpu()[0].value, 1.255137);
  EXPECT_DOUBLE_EQ(ring.memory()[0].value, 1074790400.0);
}

TEST(UsageRing, olderAnswers_areDropped) {
  UsageRing ring;
  EXPECT_TRUE(add(ring, {pod("a", 100, {{"x", "1", "1"}})}));
  EXPECT_FALSE(add(ring, {pod("a", 100, {{"x", "2", "1"}})}));
  EXPECT_FALSE(add(ring, {pod("a", 70, {{"x", "2", "1"}})}));
  EXPECT_FALSE(add(ring, {}));
  EXPECT_EQ(ring.cpu().size(), 1u);
}

TEST(UsageRing, ring_keepsADay) {
  UsageRing ring;
  for (std::int64_t i = 1; i <= std::int64_t(UsageRing::kMost) + 10; ++i)
    add(ring, {pod("a", i, {{"x", "1", "1"}})});
  EXPECT_EQ(ring.cpu().size(), UsageRing::kMost);
  EXPECT_DOUBLE_EQ(ring.cpu().front().at, 11);
}

TEST(UsageRing, wrongQuantities_countAsNothing) {
  UsageRing ring;
  EXPECT_TRUE(add(ring, {pod("a", 5, {{"x", "lots", "-5"}, {"y", "", "7"}})}));
  EXPECT_EQ(ring.cpu()[0].value, 0);
  EXPECT_EQ(ring.memory()[0].value, 7);
}

TEST(UsageRing, workload_hasOnlyItsPods) {
  const SignalScope api{"n", "api", KubeKind::Deployment};
  EXPECT_TRUE(ownsPod(api, "api-5d8f7c9b4-x2v7k"));
  EXPECT_FALSE(ownsPod(api, "api-web-5d8f7c9b4-x2v7k"));
  EXPECT_FALSE(ownsPod(api, "api"));
  EXPECT_FALSE(ownsPod(api, "apix-5d8f7c9b4-x2v7k"));
  EXPECT_TRUE(ownsPod({"n", "db", KubeKind::StatefulSet}, "db-0"));
  EXPECT_FALSE(ownsPod({"n", "db", KubeKind::StatefulSet}, "db-x"));
  EXPECT_TRUE(ownsPod({"n", "log", KubeKind::DaemonSet}, "log-x2v7k"));
  EXPECT_TRUE(ownsPod({"n", "job", KubeKind::Job}, "job-123-abc"));
  EXPECT_TRUE(ownsPod({.nameSpace = "n"}, "anything"));
}

}  // namespace
}  // namespace aiagent::cluster
