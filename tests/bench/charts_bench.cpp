// What charts cost to paint, on the offscreen platform: at most a frame (16 ms) each.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <vector>

#include "ui/widgets/charts/sparkline.h"
#include "ui/widgets/charts/time_chart.h"

namespace {

using namespace aiagent::widgets;

constexpr double kStart = 1'795'737'600;

std::vector<ChartPoint> wave(int count, double step) {
  std::vector<ChartPoint> points;
  for (int i = 0; i < count; ++i)
    points.push_back({kStart + i * step, 100 + 50 * std::sin(i / 40.0) + i * 37 % 11});
  return points;
}

ChartData chartOf(int series, int count) {
  const double step = 86'400.0 * 7 / count;
  ChartData data{.start = kStart, .end = kStart + count * step, .step = step};
  for (int i = 0; i < series; ++i) data.series.push_back({QString::number(i), wave(count, step), false});
  for (const auto& point : data.series.front().points) data.band.push_back({point.at, 60, 170});
  return data;
}

// Median and longest of a hundred.
void print(const char* what, QWidget& widget, const std::function<void(int)>& before) {
  QImage image(widget.size(), QImage::Format_ARGB32_Premultiplied);
  std::vector<double> times;
  for (int i = 0; i < 100; ++i) {
    QElapsedTimer clock;
    clock.start();
    before(i);
    widget.render(&image);
    times.push_back(double(clock.nsecsElapsed()) / 1e6);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-45s median %6.2f ms, longest %6.2f ms\n", what, times[50], times.back());
}

void measure(const char* what, int series, int count) {
  TimeChart chart;
  chart.resize(900, 260);
  const ChartData one = chartOf(series, count);
  ChartData other = one;
  other.series.front().points.front().value += 1;
  print(what, chart, [&](int i) {
    chart.setData(i % 2 ? one : other);
    chart.setCrosshair(one.start + (one.end - one.start) * i / 100);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  measure("chart, 1 series of 61 points, new data", 1, 61);
  measure("chart, 3 series of 600 points, new data", 3, 600);
  measure("chart, 4 series of 11,000 points, new data", 4, 11'000);
  Sparkline line;
  line.resize(140, 30);
  line.setData({.start = kStart, .end = kStart + 60 * 600, .step = 60, .points = wave(600, 60)});
  print("sparkline of 600 points", line, [](int) {});
  return 0;
}
