#include "core/server/rate_limiter.h"

#include <gtest/gtest.h>

namespace aiagent::server {
namespace {

using namespace std::chrono_literals;
const RateLimiter::Instant kStart{};

TEST(RateLimiter, take_moreThanTheBurst_saysHowLongToWait) {
  RateLimiter limiter(0.5, 3);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(limiter.take("a", kStart));
  EXPECT_EQ(limiter.take("a", kStart), 2s);
  EXPECT_EQ(limiter.take("a", kStart + 1s), 1s);
  EXPECT_FALSE(limiter.take("a", kStart + 2s));
}

TEST(RateLimiter, take_otherKey_hasItsOwn) {
  RateLimiter limiter(1, 1);
  EXPECT_FALSE(limiter.take("a", kStart));
  EXPECT_FALSE(limiter.take("b", kStart));
  EXPECT_TRUE(limiter.take("a", kStart));
}

TEST(RateLimiter, take_zero_neverRefuses) {
  RateLimiter limiter(0, 0);
  for (int i = 0; i < 1000; ++i) EXPECT_FALSE(limiter.take("a", kStart));
}

TEST(RateLimiter, take_manyKeys_forgetsThoseThatAreFull) {
  RateLimiter limiter(1, 2);
  for (int i = 0; i < 100000; ++i)
    EXPECT_FALSE(limiter.take(std::to_string(i), kStart + std::chrono::milliseconds(i)));
  EXPECT_LT(limiter.size(), 40000u);
}

}  // namespace
}  // namespace aiagent::server
