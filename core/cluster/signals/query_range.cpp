#include "core/cluster/signals/query_range.h"

#include <algorithm>

namespace aiagent::cluster {
namespace {

using std::chrono::seconds;

constexpr int kKnownSteps[] = {10,  15,   20,   30,   60,   120,   180,   300,  600,
                               900, 1200, 1800, 3600, 7200, 10800, 21600, 43200};
constexpr std::int64_t kDay = 86'400;

seconds knownStep(std::int64_t least) {
  for (const int step : kKnownSteps)
    if (step >= least) return seconds(step);
  return seconds((least + kDay - 1) / kDay * kDay);
}

}  // namespace

seconds chooseStep(const StepOptions& options) {
  const auto range = std::max<std::int64_t>(options.range.count(), 1);
  const auto pixels = std::max(options.pixels, 1);
  // Both ends of a range have a point.
  const auto byCount = range / (kMostPoints - 1) + 1;
  const auto byWidth = (range + pixels - 1) / pixels;
  const auto byScrape = 2 * std::max<std::int64_t>(options.scrape.count(), 1);
  return knownStep(std::max({byCount, byWidth, byScrape}));
}

seconds rateWindow(seconds step, seconds scrape) {
  return std::max(step, 4 * scrape);
}

QueryRange queryRange(base::WallTime now, const StepOptions& options) {
  const auto step = chooseStep(options);
  const auto end = now.time_since_epoch() / step * step;
  const auto start = (now - options.range).time_since_epoch() / step * step;
  return {base::WallTime(start), base::WallTime(end), step};
}

}  // namespace aiagent::cluster
