#include "core/base/ids.h"

#include <gtest/gtest.h>

namespace aiagent::base {
namespace {

class SteppedClock final : public Clock {
 public:
  WallTime wallNow() const override { return wall; }
  Instant now() const override { return {}; }
  WallTime wall = wallTimeFromMillis(1'700'000'000'000);
};

TEST(Uuid, toString_parsed_isTheSame) {
  SteppedClock clock;
  UuidSource source(clock);
  const auto uuid = source.next();
  EXPECT_EQ(Uuid::parse(uuid.toString()), uuid);
}

TEST(Uuid, parse_malformed_isRefused) {
  EXPECT_FALSE(Uuid::parse(""));
  EXPECT_FALSE(Uuid::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c3"));
  EXPECT_FALSE(Uuid::parse("0193f0a2x7c4e-7d3a-9b1c-5f2e8a6d4c31"));
  EXPECT_FALSE(Uuid::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4cg1"));
}

TEST(UuidSource, next_carriesTimeVersionAndVariant) {
  SteppedClock clock;
  UuidSource source(clock, [] { return ~0ull; });
  EXPECT_EQ(source.next().toString(), "018bcfe5-6800-77ff-bfff-ffffffffffff");
}

TEST(UuidSource, next_clockStepsBackOrStands_stillRises) {
  SteppedClock clock;
  UuidSource source(clock, [] { return ~0ull; });
  Uuid last = source.next();
  for (int i = 0; i < 10'000; ++i) {
    if (i == 5'000) clock.wall -= std::chrono::hours(1);
    const Uuid next = source.next();
    ASSERT_LT(last, next);
    last = next;
  }
}

TEST(Clock, toIso8601_isUtcWithMilliseconds) {
  EXPECT_EQ(toIso8601(wallTimeFromMillis(1'700'000'000'123)), "2023-11-14T22:13:20.123Z");
}

}  // namespace
}  // namespace aiagent::base
