#include "ui/widgets/charts/chart_line.h"

#include <algorithm>
#include <cmath>

namespace aiagent::widgets {
namespace {

bool isGap(const ChartPoint& before, const ChartPoint& after, double step) {
  return step > 0 && after.at - before.at > 1.5 * step;
}

// The points of one column of pixels, in their order.
class Column {
 public:
  explicit Column(QPolygonF& line) : m_line(line) {}
  ~Column() { flush(); }
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;

  void add(const QPointF& point) {
    if (!m_points.empty() && std::floor(point.x()) != std::floor(m_points.front().x())) flush();
    m_points.push_back(point);
  }

 private:
  void flush() {
    if (m_points.size() > 2) {
      const auto [low, high] = std::minmax_element(
          m_points.begin(), m_points.end(), [](const auto& a, const auto& b) { return a.y() < b.y(); });
      m_line << *std::min(low, high) << *std::max(low, high);
    } else {
      for (const auto& point : m_points) m_line << point;
    }
    m_points.clear();
  }

  QPolygonF& m_line;
  std::vector<QPointF> m_points;
};

}  // namespace

double ChartFrame::x(double at) const {
  const double share = end > start ? (at - start) / (end - start) : 0;
  return rect.left() + rect.width() * (mirrored ? 1 - share : share);
}

double ChartFrame::y(double value) const {
  const double share = high > low ? (value - low) / (high - low) : 0;
  return rect.bottom() - rect.height() * share;
}

double ChartFrame::timeAt(double x) const {
  const double share = rect.width() > 0 ? (x - rect.left()) / rect.width() : 0;
  return start + (end - start) * (mirrored ? 1 - share : share);
}

std::vector<QPolygonF> chartLines(const std::vector<ChartPoint>& points, double step,
                                  const ChartFrame& frame) {
  std::vector<QPolygonF> lines;
  for (std::size_t i = 0; i < points.size();) {
    if (!std::isfinite(points[i].value)) {
      ++i;
      continue;
    }
    QPolygonF line;
    {
      Column column(line);
      do column.add(frame.of(points[i]));
      while (++i < points.size() && std::isfinite(points[i].value) && !isGap(points[i - 1], points[i], step));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

const ChartPoint* lastMeasured(const std::vector<ChartPoint>& points) {
  const auto found = std::find_if(points.rbegin(), points.rend(),
                                  [](const ChartPoint& point) { return std::isfinite(point.value); });
  return found == points.rend() ? nullptr : &*found;
}

}  // namespace aiagent::widgets
