// A series as the lines that are drawn of it.
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <vector>

#include "ui/widgets/charts/chart_data.h"

namespace aiagent::widgets {

// Where times and values are in a rectangle. Times run with the language: from the right where it does.
struct ChartFrame {
  QRectF rect;
  double start = 0, end = 1, low = 0, high = 1;
  bool mirrored = false;

  double x(double at) const;
  double y(double value) const;
  double timeAt(double x) const;
  QPointF of(const ChartPoint& point) const { return {x(point.at), y(point.value)}; }
};

// One line for each stretch without a gap; of several points in one column of pixels, the least and the
// greatest. A point alone is a line of one.
std::vector<QPolygonF> chartLines(const std::vector<ChartPoint>& points, double step,
                                  const ChartFrame& frame);

// The last that was measured, or null.
const ChartPoint* lastMeasured(const std::vector<ChartPoint>& points);

}  // namespace aiagent::widgets
