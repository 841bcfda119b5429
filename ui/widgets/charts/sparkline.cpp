#include "ui/widgets/charts/sparkline.h"

#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QPainter>
#include <utility>

#include "ui/widgets/charts/chart_accessible.h"
#include "ui/widgets/charts/chart_line.h"
#include "ui/widgets/charts/chart_style.h"

namespace aiagent::widgets {
namespace {

double unitOf(const QWidget& widget) {
  return std::max(1.0, widget.fontMetrics().height() / 18.0);
}

// From nothing, or from below it, so that a small change looks small.
void fit(ChartFrame& frame, const std::vector<ChartPoint>& points) {
  double low = 0, high = 0;
  for (const auto& point : points) {
    if (!std::isfinite(point.value)) continue;
    low = std::min(low, point.value);
    high = std::max(high, point.value);
  }
  frame.low = low;
  frame.high = high > low ? high : low + 1;
}

}  // namespace

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {
  installChartAccessibility();
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setData(SparklineData data) {
  if (data == m_data) return;
  m_data = std::move(data);
  update();
}

QSize Sparkline::sizeHint() const {
  const int line = fontMetrics().height();
  return {line * 7, line * 3 / 2};
}

QSize Sparkline::minimumSizeHint() const {
  const int line = fontMetrics().height();
  return {line * 3, line};
}

void Sparkline::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) updateGeometry();
}

void Sparkline::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const ChartStyle style(*this, unitOf(*this));
  const double room = 5 * style.unit();  // for the dot and the width of the line
  ChartFrame frame{.rect = QRectF(rect()).adjusted(room, room, -room, -room),
                   .start = m_data.start,
                   .end = m_data.end,
                   .mirrored = isRightToLeft()};
  fit(frame, m_data.points);
  const auto* last = lastMeasured(m_data.points);
  if (!last) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(style.markPen());
    painter.drawLine(frame.rect.bottomLeft(), frame.rect.bottomRight());
    return;
  }
  for (const auto& line : chartLines(m_data.points, m_data.step, frame))
    ChartStyle::drawLine(painter, line, style.seriesPen(0, m_data.stale));
  style.drawPoint(painter, frame.of(*last), 0, m_data.stale);
}

}  // namespace aiagent::widgets
