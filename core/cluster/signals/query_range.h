// Which points to ask a Prometheus for (contract D13). Pure.
#pragma once

#include <chrono>

#include "core/base/clock.h"

namespace aiagent::cluster {

// Prometheus refuses more points than this of one series (web/api/v1/api.go).
inline constexpr int kMostPoints = 11'000;

struct StepOptions {
  std::chrono::seconds range{3600};  // how far back
  std::chrono::seconds scrape{30};   // how often the server measures
  int pixels = 600;                  // how wide it is shown
};

// No finer than two measurements or one pixel, rounded up to a length that people know (30 s, 1 min, 2 min
// …), and never so fine that the range has more than kMostPoints.
std::chrono::seconds chooseStep(const StepOptions& options);

// Over how long a counter's rate is taken: the step, so that nothing between two points is lost, and at least
// four measurements.
std::chrono::seconds rateWindow(std::chrono::seconds step, std::chrono::seconds scrape);

struct QueryRange {
  base::WallTime start{}, end{};  // both are multiples of the step, so that points stay where they are
  std::chrono::seconds step{60};
  bool operator==(const QueryRange&) const = default;
};

QueryRange queryRange(base::WallTime now, const StepOptions& options);

}  // namespace aiagent::cluster
