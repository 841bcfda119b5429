#include "core/cluster/signals/anomalies.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"

namespace aiagent::cluster {
namespace {

constexpr double kDay = 86'400, kMonday = 1'700'438'400;  // 2023-11-20T00:00Z
const BandOptions kTraffic = bandOptions(SignalKind::Traffic, SignalUnit::PerSecond);

// As people work: little at night, much at noon, half of it at weekends; with noise.
double usual(double time, bool weekend = true) {
  const double hour = std::fmod(time, kDay) / 3600;
  const double value = 100 + 80 * std::sin((hour - 6) / 12 * 3.14159265);
  const int day = int((time - kMonday) / kDay + 7000) % 7;
  return weekend && day >= 5 ? value / 2 : value;
}

Points history(int days, bool weekend = true, double step = 1800) {
  Points points;
  std::uint64_t seed = 7;
  for (double at = kMonday - days * kDay; at < kMonday; at += step) {
    const double noise = double(base::splitMix64(seed) % 1000) / 1000 - 0.5;
    points.push_back({at, usual(at, weekend) + 4 * noise});
  }
  return points;
}

TEST(Anomalies, shortHistory_isNotEnough) {
  EXPECT_EQ(SeasonalBand({}, kTraffic).season(), Season::None);
  const SeasonalBand band(history(2, false), kTraffic);
  EXPECT_EQ(band.season(), Season::None);
  EXPECT_FALSE(band.at(kMonday).has_value());
  EXPECT_TRUE(findAnomalies({{kMonday, 1e9}, {kMonday + 60, 1e9}, {kMonday + 120, 1e9}}, band).empty());
}

TEST(Anomalies, someDays_areJudgedByTheHourOfTheDay) {
  const SeasonalBand band(history(5, false), kTraffic);
  EXPECT_EQ(band.season(), Season::Day);
  const auto noon = band.at(kMonday + 12 * 3600).value(), night = band.at(kMonday).value();
  EXPECT_NEAR(noon.middle, 180, 6);
  EXPECT_NEAR(night.middle, 20, 6);
  EXPECT_LT(noon.high - noon.low, 90);
  EXPECT_GE(night.low, 0);
}

TEST(Anomalies, threeWeeks_areJudgedByTheHourOfTheWeek) {
  const SeasonalBand band(history(28), kTraffic);
  EXPECT_EQ(band.season(), Season::Week);
  EXPECT_NEAR(band.at(kMonday + 5 * kDay + 12 * 3600)->middle, 90, 6) << "Saturday";
  EXPECT_NEAR(band.at(kMonday + 12 * 3600)->middle, 180, 6);
}

TEST(Anomalies, band_hasNoSteps) {
  const SeasonalBand band(history(28), kTraffic);
  for (double at = kMonday; at < kMonday + kDay; at += 60)
    EXPECT_LT(std::abs(band.at(at)->middle - band.at(at + 60)->middle), 3) << at;
}

TEST(Anomalies, outage_isFoundWithWhatWasExpected) {
  const SeasonalBand band(history(28), kTraffic);
  Points day;
  for (double at = kMonday; at < kMonday + kDay / 2; at += 300) day.push_back({at, usual(at)});
  EXPECT_TRUE(findAnomalies(day, band).empty());
  for (std::size_t i = 100; i < 110; ++i) day[i].value = i == 109 ? 0 : 5;
  const auto found = findAnomalies(day, band);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].begin, day[100].at);
  EXPECT_EQ(found[0].end, day[109].at);
  EXPECT_FALSE(found[0].above);
  EXPECT_FALSE(found[0].ongoing);
  EXPECT_EQ(found[0].seen, 0);
  EXPECT_GT(found[0].expected.low, 50);
}

TEST(Anomalies, twoPoints_areNoneAndTheLastOnesGoOn) {
  const SeasonalBand band(history(28), kTraffic);
  const auto spike = [&](int count) {
    Points points{{kMonday, usual(kMonday)}};
    for (int i = 1; i <= count; ++i) points.push_back({kMonday + 60 * i, 5000});
    return findAnomalies(points, band);
  };
  EXPECT_TRUE(spike(2).empty());
  ASSERT_EQ(spike(3).size(), 1u);
  EXPECT_TRUE(spike(3)[0].ongoing);
  EXPECT_TRUE(spike(3)[0].above);
}

TEST(Anomalies, fewerErrors_areNone) {
  Points past;
  for (double at = kMonday - 28 * kDay; at < kMonday; at += 1800) past.push_back({at, 0.2});
  const SeasonalBand band(past, bandOptions(SignalKind::Errors, SignalUnit::Share));
  Points none, many;
  for (int i = 0; i < 5; ++i) none.push_back({kMonday + i * 60, 0}), many.push_back({kMonday + i * 60, 0.9});
  EXPECT_TRUE(findAnomalies(none, band).empty());
  EXPECT_EQ(findAnomalies(many, band).size(), 1u);
}

TEST(Anomalies, wrongHistory_leavesTheBand) {
  auto points = history(28);
  for (std::size_t i = 0; i < points.size(); i += 5) points[i].value = 1e7;
  const SeasonalBand band(points, kTraffic);
  EXPECT_NEAR(band.at(kMonday + 12 * 3600)->middle, 180, 20);
}

TEST(Anomalies, wildTimes_areLeftOut) {
  auto points = history(28);
  points.push_back({-1e300, 5});
  points.push_back({NAN, 5});
  points.push_back({1e300, 5});
  const SeasonalBand band(points, kTraffic);
  EXPECT_EQ(band.season(), Season::Week);
  for (const double at : {-5.0, 1e300, double(NAN), 0.0}) EXPECT_EQ(band.at(at).has_value(), at == 0) << at;
}

TEST(Anomalies, gapsAreNoPoints) {
  const SeasonalBand band(history(28), kTraffic);
  const Points points{{kMonday, NAN}, {kMonday + 60, 5000}, {kMonday + 120, NAN}, {kMonday + 180, 5000}};
  EXPECT_TRUE(findAnomalies(points, band).empty());
  EXPECT_EQ(band.along(points).size(), 4u);
}

}  // namespace
}  // namespace aiagent::cluster
