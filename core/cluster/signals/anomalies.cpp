#include "core/cluster/signals/anomalies.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace aiagent::cluster {
namespace {

constexpr double kHour = 3600;
constexpr double kNormal =
    1.4826;  // MAD times this estimates the standard deviation of a normal distribution
constexpr int kDayHours = 24, kWeekHours = 7 * 24;
constexpr std::size_t kLeastTimes = 3;  // days or weeks that an hour needs

double medianOf(std::vector<double>& values) {
  const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

// What was measured in one hour of the day or the week.
struct Sample {
  std::vector<double> values;
  std::set<std::int64_t> times;  // which days or weeks
};

bool isTime(double at) {
  return at >= 0 && at < 1e12;
}

int hourOf(double time, int hours) {
  return int(std::int64_t(std::floor(time / kHour)) % hours);
}

bool outside(double value, const BandPoint& band, bool belowCounts) {
  return value > band.high || (belowCounts && value < band.low);
}

double distance(double value, const BandPoint& band) {
  return value > band.high ? value - band.high : band.low - value;
}

}  // namespace

BandOptions bandOptions(SignalKind kind, SignalUnit unit) {
  BandOptions options;
  options.belowCounts = kind == SignalKind::Traffic;
  switch (kind) {
    case SignalKind::Traffic: options.leastWidth = 0.2; break;
    case SignalKind::Errors: options.leastWidth = 0.005; break;
    case SignalKind::LatencyP50:
    case SignalKind::LatencyP95:
    case SignalKind::LatencyP99: options.leastWidth = 0.02; break;
    case SignalKind::Cpu:
    case SignalKind::Memory: options.leastWidth = unit == SignalUnit::Bytes ? 32e6 : 0.05; break;
  }
  return options;
}

SeasonalBand::SeasonalBand(const Points& history, const BandOptions& options) : m_options(options) {
  const auto fits = [](const wire::PromPoint& point) { return isTime(point.at); };
  const auto first = std::find_if(history.begin(), history.end(), fits);
  if (first == history.end()) return;
  const auto last = std::find_if(history.rbegin(), history.rend(), fits);
  m_history = std::chrono::seconds(std::int64_t(last->at - first->at));
  if (learn(history, kWeekHours, 1)) {
    m_season = Season::Week;
  } else if (learn(history, kDayHours, 0.5)) {
    m_season = Season::Day;
  } else {
    m_hours.clear();
  }
}

bool SeasonalBand::learn(const Points& history, int hours, double enough) {
  std::vector<Sample> samples{std::size_t(hours)};
  for (const auto& point : history) {
    if (!std::isfinite(point.value) || !isTime(point.at)) continue;
    auto& sample = samples[std::size_t(hourOf(point.at, hours))];
    sample.values.push_back(point.value);
    sample.times.insert(std::int64_t(point.at / (kHour * hours)));
  }
  m_hours.assign(std::size_t(hours), std::nullopt);
  int known = 0;
  for (std::size_t i = 0; i < m_hours.size(); ++i) {
    auto& values = samples[i].values;
    if (samples[i].times.size() < kLeastTimes) continue;
    const double middle = medianOf(values);
    for (auto& value : values) value = std::abs(value - middle);
    const double half = m_options.width * kNormal * medianOf(values);
    m_hours[i] =
        Hour{middle, std::max({half, m_options.leastShare * std::abs(middle), m_options.leastWidth})};
    ++known;
  }
  return known >= enough * hours;
}

// Between the middles of two hours, so that the band has no steps.
std::optional<BandPoint> SeasonalBand::at(double time) const {
  if (m_hours.empty() || !isTime(time)) return std::nullopt;
  const int hours = int(m_hours.size());
  const auto& own = m_hours[std::size_t(hourOf(time, hours))];
  if (!own) return std::nullopt;
  const double before = std::floor(time / kHour - 0.5);
  const double share = time / kHour - 0.5 - before;
  const auto& first = m_hours[std::size_t(hourOf(std::max(0.0, before) * kHour, hours))];
  const auto& second = m_hours[std::size_t(hourOf((before + 1) * kHour, hours))];
  Hour hour = *own;
  if (first && second)
    hour = {first->middle + (second->middle - first->middle) * share,
            first->half + (second->half - first->half) * share};
  return BandPoint{time, std::max(0.0, hour.middle - hour.half), hour.middle, hour.middle + hour.half};
}

std::vector<BandPoint> SeasonalBand::along(const Points& points) const {
  std::vector<BandPoint> band;
  for (const auto& point : points)
    if (const auto expected = at(point.at)) band.push_back(*expected);
  return band;
}

std::vector<Anomaly> findAnomalies(const Points& points, const SeasonalBand& band) {
  std::vector<Anomaly> found;
  std::optional<Anomaly> open;
  int length = 0;
  const auto close = [&] {
    if (open && length >= kLeastOutside) found.push_back(*open);
    open.reset();
    length = 0;
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& point = points[i];
    const auto expected = band.at(point.at);
    const bool counts = expected && !std::isnan(point.value);
    if (!counts || !outside(point.value, *expected, band.options().belowCounts)) {
      close();
      continue;
    }
    const bool above = point.value > expected->high;
    if (open && open->above != above) close();
    if (!open)
      open = Anomaly{.begin = point.at, .above = above, .seen = point.value, .expected = *expected};
    else if (distance(point.value, *expected) > distance(open->seen, open->expected))
      open->seen = point.value, open->expected = *expected;
    open->end = point.at;
    open->ongoing = i + 1 == points.size();
    ++length;
  }
  close();
  return found;
}

}  // namespace aiagent::cluster
