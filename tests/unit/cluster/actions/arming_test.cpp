#include "core/cluster/actions/arming.h"

#include <gtest/gtest.h>

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;

constexpr base::Instant kStart{1h};

TEST(Arming, holdsTenMinutes_andNotLonger) {
  Arming arming;
  EXPECT_FALSE(arming.token(kStart));
  ASSERT_TRUE(arming.arm({.environment = "dev", .name = "Development"}, kStart));
  EXPECT_EQ(arming.left(kStart), 10min);
  EXPECT_TRUE(arming.token(kStart + 10min - 1ms));
  EXPECT_FALSE(arming.token(kStart + 10min));
}

TEST(Arming, tokenIsForItsEnvironment_andEndsWithIt) {
  Arming arming;
  ASSERT_TRUE(arming.arm({.environment = "dev", .name = "Development"}, kStart));
  const auto token = *arming.token(kStart);
  EXPECT_TRUE(token.holds("dev", kStart));
  EXPECT_FALSE(token.holds("prod", kStart));
  EXPECT_FALSE(token.holds("dev", kStart + 10min));
  EXPECT_FALSE(ArmingToken().holds("", kStart));
}

TEST(Arming, production_wantsTheNameToTheLetter_andAReason) {
  Arming arming;
  ArmingWish wish{.environment = "prod", .name = "Production", .production = true};
  EXPECT_EQ(arming.arm(wish, kStart).error().providerCode, "arm_wrong_name");
  wish.typedName = "production";
  EXPECT_EQ(arming.arm(wish, kStart).error().providerCode, "arm_wrong_name");
  wish.typedName = "Production";
  wish.reason = " \t";
  EXPECT_EQ(arming.arm(wish, kStart).error().providerCode, "arm_no_reason");
  EXPECT_FALSE(arming.token(kStart));
  wish.reason = "errors since the release ";
  ASSERT_TRUE(arming.arm(wish, kStart));
  EXPECT_EQ(arming.token(kStart)->reason(), "errors since the release");
}

TEST(Arming, failedTry_disarms) {
  Arming arming;
  ASSERT_TRUE(arming.arm({.environment = "prod", .name = "P"}, kStart));
  EXPECT_FALSE(arming.arm({.environment = "prod", .name = "P", .production = true}, kStart));
  EXPECT_FALSE(arming.token(kStart));
}

}  // namespace
}  // namespace aiagent::cluster
