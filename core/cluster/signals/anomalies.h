// What a signal usually is at this time of the day or of the week, and where it was something else. Pure.
//
// Median and median absolute deviation (MAD): half of what was measured may be wrong, and the band still
// holds.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "core/cluster/signals/signal.h"
#include "core/wire/prometheus_answer.h"

namespace aiagent::cluster {

using Points = std::vector<wire::PromPoint>;  // times rise; NaN: nothing was measured

struct BandOptions {
  double width = 4;          // half of the band, in standard deviations as MAD estimates them
  double leastShare = 0.15;  // half of the band is at least this share of the middle,
  double leastWidth = 0;     // and at least this
  bool belowCounts = true;   // less than usual is also told: of traffic, not of errors
};

BandOptions bandOptions(SignalKind kind, SignalUnit unit);

// None: too little is known. A band by the hour of the day needs points of three days in most of its hours,
// one by the hour of the week of three weeks in each. In UTC: a change of clocks moves people by an hour.
enum class Season : std::uint8_t { None, Day, Week };

struct BandPoint {
  double at = 0;  // seconds since 1970
  double low = 0, middle = 0, high = 0;
  bool operator==(const BandPoint&) const = default;
};

class SeasonalBand {
 public:
  SeasonalBand() = default;
  SeasonalBand(const Points& history, const BandOptions& options);

  Season season() const { return m_season; }
  // From the first to the last point that it was made of.
  std::chrono::seconds history() const { return m_history; }
  // Nothing: nothing is known of that hour.
  std::optional<BandPoint> at(double time) const;
  // Where each point of `points` should have been; those of which nothing is known are left out.
  std::vector<BandPoint> along(const Points& points) const;
  const BandOptions& options() const { return m_options; }

 private:
  struct Hour {
    double middle = 0, half = 0;
  };
  bool learn(const Points& history, int hours, double enough);

  BandOptions m_options;
  Season m_season = Season::None;
  std::chrono::seconds m_history{0};
  std::vector<std::optional<Hour>> m_hours;  // 24, or 168 from Thursday (1970 began on one)
};

// At least three points in a row outside of the band. It explains itself: what was seen, what was to be
// expected, and since when. It is a hint for people, never an alarm by itself.
struct Anomaly {
  double begin = 0, end = 0;  // times of its first and last point
  bool ongoing = false;       // its last point is the last of all
  bool above = false;         // else below
  double seen = 0;            // the value that was furthest out
  BandPoint expected;         // then
  bool operator==(const Anomaly&) const = default;
};

inline constexpr int kLeastOutside = 3;

std::vector<Anomaly> findAnomalies(const Points& points, const SeasonalBand& band);

}  // namespace aiagent::cluster
