#include "core/cluster/signals/query_range.h"

#include <gtest/gtest.h>

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

TEST(QueryRange, step_isOfTwoMeasurementsOrOnePixel) {
  struct Case {
    seconds range, scrape;
    int pixels;
    seconds step;
  };
  for (const auto& one : {Case{1h, 30s, 600, 60s}, Case{1h, 15s, 600, 30s}, Case{6h, 30s, 600, 60s},
                          Case{24h, 30s, 600, 180s}, Case{168h, 30s, 600, 1200s}, Case{1h, 30s, 1, 3600s},
                          Case{1h, 60s, 2000, 120s}, Case{24h * 365, 30s, 600, 24h}, Case{0s, 0s, 0, 10s}})
    EXPECT_EQ(chooseStep({one.range, one.scrape, one.pixels}), one.step) << one.range.count();
}

TEST(QueryRange, everyRange_hasAtMostElevenThousandPoints) {
  for (const auto range : {1h, 6h, 24h, 168h, 24h * 30, 24h * 365, 24h * 3650})
    for (const int pixels : {1, 600, 100'000}) {
      const auto step = chooseStep({range, 1s, pixels});
      EXPECT_LE(seconds(range) / step + 1, kMostPoints) << range.count() << " h, " << pixels;
    }
  EXPECT_EQ(chooseStep({seconds(10 * (kMostPoints - 1)), 1s, 100'000}), 15s) << "both ends have a point";
}

TEST(QueryRange, points_stayWhereTheyAre) {
  const base::WallTime now(base::Milliseconds(1'700'000'123'456));
  const auto range = queryRange(now, {1h, 30s, 600});
  EXPECT_EQ(range.step, 60s);
  EXPECT_EQ(base::toMillis(range.end) % 60'000, 0);
  EXPECT_LE(range.end, now);
  EXPECT_GT(range.end + 60s, now);
  EXPECT_EQ(range.end - range.start, 1h);
  EXPECT_EQ(queryRange(range.end + 59s, {1h, 30s, 600}), range);
}

TEST(QueryRange, rateWindow_coversTheStepAndFourMeasurements) {
  EXPECT_EQ(rateWindow(60s, 30s), 120s);
  EXPECT_EQ(rateWindow(1800s, 30s), 1800s);
}

}  // namespace
}  // namespace aiagent::cluster
