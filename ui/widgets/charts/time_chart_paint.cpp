#include <algorithm>
#include <cmath>
#include <QPainter>
#include <QPainterPath>
#include <QPaintEvent>

#include "ui/widgets/charts/chart_scale.h"
#include "ui/widgets/charts/chart_style.h"
#include "ui/widgets/charts/time_chart.h"

namespace aiagent::widgets {
namespace {

constexpr double kGap = 8, kSample = 22;

// On whole pixels, so that a hairline is one.
double sharp(double at) {
  return std::floor(at) + 0.5;
}

void drawLines(QPainter& painter, const std::vector<QPolygonF>& lines, const QPen& pen) {
  for (const auto& line : lines) ChartStyle::drawLine(painter, line, pen);
}

}  // namespace

void TimeChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(smallFont());
  const ChartStyle style(*this, unit());
  paintGrid(painter, style);
  if (isEmpty()) {
    painter.setPen(style.tokens().muted);
    painter.drawText(m_frame.rect, int(Qt::AlignCenter) | Qt::TextWordWrap, m_emptyText);
  } else {
    painter.save();
    painter.setClipRect(m_frame.rect.adjusted(-kGap, -kGap, kGap, kGap));
    paintBand(painter, style);
    paintSeries(painter, style);
    paintAnomalies(painter, style);
    painter.restore();
    paintMarks(painter, style);
    paintLegend(painter, style);
    if (m_crosshair) paintCrosshair(painter, style);
  }
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(style.tokens().accent);
  painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

// Where a label of that width begins that stands in the middle over `x`, and does not leave the widget.
double TimeChart::inside(double x, double wide) const {
  return std::clamp(x - wide / 2, margin(), std::max(margin(), width() - margin() - wide));
}

void TimeChart::paintGrid(QPainter& painter, const ChartStyle& style) const {
  const QFontMetricsF metrics(painter.font());
  const auto& plot = m_frame.rect;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(style.gridPen());
  for (const double tick : m_valueTicks) {
    const double y = sharp(m_frame.y(tick));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
  }
  for (const double tick : m_timeTicks) {
    const double x = sharp(m_frame.x(tick));
    painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + kGap * unit() / 2));
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(style.tokens().muted);
  const double line = metrics.height(), labels = plot.left() - kGap * unit();
  for (const double tick : m_valueTicks) {
    QRectF place(margin(), m_frame.y(tick) - line / 2, labels - margin(), line);
    if (isRightToLeft()) place = QRectF(plot.right() + kGap * unit(), place.top(), width(), line);
    painter.drawText(place, int(isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                     isEmpty() ? QString() : write(tick));
  }
  for (const double tick : m_timeTicks) {
    const QString text = timeTickText(tick, m_data.start, m_data.end);
    const double wide = metrics.horizontalAdvance(text);
    const double left = inside(m_frame.x(tick), wide);
    painter.drawText(QPointF(left, height() - margin() - metrics.descent()), text);
  }
}

void TimeChart::paintBand(QPainter& painter, const ChartStyle& style) const {
  // What stands apart by a gap is another piece.
  for (std::size_t i = 0; i < m_data.band.size();) {
    QPolygonF above, below;
    do {
      const auto& each = m_data.band[i];
      above << QPointF(m_frame.x(each.at), m_frame.y(std::min(each.high, m_frame.high)));
      below << QPointF(m_frame.x(each.at), m_frame.y(std::min(each.low, m_frame.high)));
    } while (++i < m_data.band.size() &&
             (m_data.step <= 0 || m_data.band[i].at - m_data.band[i - 1].at <= 1.5 * m_data.step));
    std::reverse(below.begin(), below.end());
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.band());
    painter.drawPolygon(above + below);
  }
}

void TimeChart::paintSeries(QPainter& painter, const ChartStyle& style) const {
  painter.setBrush(Qt::NoBrush);
  // The first is the most important, and on top.
  for (std::size_t i = m_data.series.size(); i-- > 0;) {
    const auto& series = m_data.series[i];
    drawLines(painter, chartLines(series.points, m_data.step, m_frame), style.seriesPen(i, series.stale));
  }
  for (std::size_t i = m_data.series.size(); i-- > 0;)
    if (const auto* last = lastMeasured(m_data.series[i].points))
      style.drawPoint(painter, m_frame.of(*last), i, m_data.series[i].stale);
}

// The stretch of the line is thicker, and a bar under it says where it is also without colour.
void TimeChart::paintAnomalies(QPainter& painter, const ChartStyle& style) const {
  if (m_data.series.empty()) return;
  for (const auto& anomaly : m_data.anomalies) {
    std::vector<ChartPoint> points;
    for (const auto& point : m_data.series.front().points)
      if (point.at >= anomaly.begin && point.at <= anomaly.end) points.push_back(point);
    painter.setBrush(Qt::NoBrush);
    drawLines(painter, chartLines(points, m_data.step, m_frame), style.anomalyPen());
    const double from = m_frame.x(anomaly.begin), to = m_frame.x(anomaly.end), high = 3 * unit();
    const double left = std::min(from, to), wide = std::max(std::abs(to - from), high);
    painter.fillRect(QRectF(left, m_frame.rect.bottom() - high, wide, high), style.tokens().negative);
  }
}

// Labels that would stand on the one before are left out; the readout has them.
void TimeChart::paintMarks(QPainter& painter, const ChartStyle& style) const {
  const QFontMetricsF metrics(painter.font());
  const double line = metrics.height();
  double taken = -1e9;
  for (const auto& mark : m_data.marks) {
    if (!(mark.at >= m_data.start && mark.at <= m_data.end)) continue;
    const double x = sharp(m_frame.x(mark.at));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(style.markPen());
    painter.drawLine(QPointF(x, m_frame.rect.top() - line / 4), QPointF(x, m_frame.rect.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    const double wide = metrics.horizontalAdvance(mark.label);
    const double left = inside(x, wide);
    const bool room = isRightToLeft() ? taken < 0 || left + wide + kGap < taken : left > taken + kGap;
    if (!room) continue;
    taken = isRightToLeft() ? left : left + wide;
    painter.setPen(style.tokens().muted);
    painter.drawText(QPointF(left, m_frame.rect.top() - line / 4 - metrics.descent()), mark.label);
  }
}

void TimeChart::paintLegend(QPainter& painter, const ChartStyle& style) const {
  const QFontMetricsF metrics(painter.font());
  for (std::size_t i = 0; i < m_legend.size(); ++i) {
    const bool stale = m_data.series[i].stale;
    const QRectF line =
        drawn({m_legend[i].rect.left(), m_legend[i].rect.top(), kSample * unit(), m_legend[i].rect.height()});
    painter.setPen(style.seriesPen(i, stale));
    painter.drawLine(QPointF(line.left(), line.center().y()), QPointF(line.right(), line.center().y()));
    style.drawPoint(painter, line.center(), i, stale);
    const QRectF text = drawn(m_legend[i].rect.adjusted((kSample + kGap) * unit(), 0, 0, 0));
    painter.setPen(stale ? style.tokens().muted : style.tokens().text);
    painter.drawText(text, int(isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                     metrics.elidedText(m_legend[i].text, Qt::ElideRight, text.width() + 1));
  }
}

void TimeChart::paintCrosshair(QPainter& painter, const ChartStyle& style) const {
  const double x = sharp(m_frame.x(*m_crosshair));
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(style.crosshairPen());
  painter.drawLine(QPointF(x, m_frame.rect.top()), QPointF(x, m_frame.rect.bottom()));
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = m_data.series.size(); i-- > 0;)
    for (const auto& point : m_data.series[i].points)
      if (point.at == *m_crosshair && std::isfinite(point.value))
        style.drawPoint(painter, m_frame.of(point), i, m_data.series[i].stale);
  paintReadout(painter, style);
}

// Beside the crosshair, on the side with more room.
void TimeChart::paintReadout(QPainter& painter, const ChartStyle& style) const {
  const QFontMetricsF metrics(painter.font());
  const double gap = kGap * unit(), x = m_frame.x(*m_crosshair);
  const bool leftOf = x > m_frame.rect.center().x();
  const double room = (leftOf ? x : width() - x) - 4 * gap;
  const auto flags = int(isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextWordWrap;
  const QString text = readout();
  QRectF box = metrics.boundingRect(QRectF(0, 0, std::max(room, 40.0), height()), flags, text);
  box.setWidth(std::ceil(box.width()) + 1);
  // One that is higher than the plot begins further up.
  const double high = box.height() + gap;
  const double top = std::max(0.0, std::min(m_frame.rect.top(), height() - 1 - high));
  const QRectF frame(leftOf ? x - gap - box.width() - 2 * gap : x + gap, top, box.width() + 2 * gap, high);
  painter.setPen(style.tokens().border);
  painter.setBrush(style.tokens().raised);
  painter.drawRoundedRect(frame.translated(0.5, 0.5), 3, 3);
  painter.setPen(style.tokens().text);
  painter.drawText(frame.adjusted(gap, gap / 2, -gap, -gap / 2), flags, text);
}

}  // namespace aiagent::widgets
