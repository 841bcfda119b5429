// What a chart shows. Times are seconds since 1970; a value that is no number was not measured.
#pragma once

#include <functional>
#include <QString>
#include <vector>

namespace aiagent::widgets {

struct ChartPoint {
  double at = 0, value = 0;
  bool operator==(const ChartPoint&) const = default;
};

struct ChartSeries {
  QString name;
  std::vector<ChartPoint> points;  // times rise
  bool stale = false;              // drawn grey
  bool operator==(const ChartSeries&) const = default;
};

// What was to be expected of the first series.
struct ChartBand {
  double at = 0, low = 0, high = 0;
  bool operator==(const ChartBand&) const = default;
};

// A stretch of the first series that was not as expected.
struct ChartAnomaly {
  double begin = 0, end = 0;
  QString text;  // "12 per second where 80 to 140 are usual"
  bool operator==(const ChartAnomaly&) const = default;
};

// Something that happened: a release.
struct ChartMark {
  double at = 0;
  QString label;  // short: "1.8.2"
  QString text;   // for the readout; empty: the label
  bool operator==(const ChartMark&) const = default;
};

struct ChartData {
  double start = 0, end = 0;        // what the chart is wide
  double step = 0;                  // between two points; more than one and a half of it is a gap. 0: nowhere
  std::vector<ChartSeries> series;  // four can be told apart
  std::vector<ChartBand> band;
  std::vector<ChartAnomaly> anomalies;
  std::vector<ChartMark> marks;
  bool operator==(const ChartData&) const = default;
};

// How values are written, and where an axis of them has its lines.
struct ChartUnit {
  std::function<QString(double)> write;  // empty: as a plain number
  bool binary = false;                   // bytes: lines at powers of two
};

}  // namespace aiagent::widgets
