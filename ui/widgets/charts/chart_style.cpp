#include "ui/widgets/charts/chart_style.h"

#include <algorithm>
#include <cmath>
#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <QWidget>

namespace aiagent::widgets {
namespace {

constexpr std::size_t kShapes = 4;
constexpr qsizetype kPiece = 12;  // points that are drawn at once
constexpr double kRadius = 3.5;

QPolygonF shapeOf(std::size_t place, const QPointF& at, double radius) {
  switch (place % kShapes) {
    case 1: return QRectF(at.x() - radius * 0.9, at.y() - radius * 0.9, radius * 1.8, radius * 1.8);
    case 2:
      return QPolygonF({at + QPointF(0, -radius * 1.15), at + QPointF(radius * 1.1, radius * 0.85),
                        at + QPointF(-radius * 1.1, radius * 0.85)});
    default:
      return QPolygonF({at + QPointF(0, -radius * 1.3), at + QPointF(radius * 1.3, 0),
                        at + QPointF(0, radius * 1.3), at + QPointF(-radius * 1.3, 0)});
  }
}

}  // namespace

ChartStyle::ChartStyle(const QWidget& widget, double unit)
    : m_tokens(ui::tokensFor(widget.palette())),
      m_ground(widget.palette().color(widget.backgroundRole())),
      m_unit(unit) {}

QPen ChartStyle::pen(const QColor& colour, double width) const {
  return QPen(colour, width * m_unit, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin);
}

QColor ChartStyle::seriesColour(std::size_t place, bool stale) const {
  if (stale) return m_tokens.muted;
  switch (place % kShapes) {
    case 0: return m_tokens.accent;
    case 1: return m_tokens.caution;
    case 2: return m_tokens.positive;
    default: return m_tokens.text;
  }
}

QPen ChartStyle::seriesPen(std::size_t place, bool stale) const {
  auto made = pen(seriesColour(place, stale), 1.75);
  switch (place % kShapes) {
    case 1: made.setDashPattern({5, 2.5}); break;
    case 2: made.setDashPattern({1, 2.5}); break;
    case 3: made.setDashPattern({6, 2.5, 1, 2.5}); break;
    default: break;
  }
  return made;
}

QPen ChartStyle::anomalyPen() const {
  return pen(m_tokens.negative, 3.25);
}

// A hairline, however large the text is.
QPen ChartStyle::gridPen() const {
  return QPen(ui::blended(m_ground, m_tokens.border, 0.6), 1);
}

QPen ChartStyle::markPen() const {
  auto made = pen(m_tokens.muted, 1);
  made.setCapStyle(Qt::FlatCap);
  made.setDashPattern({3, 3});
  return made;
}

QPen ChartStyle::crosshairPen() const {
  return QPen(m_tokens.text, 1);
}

QColor ChartStyle::band() const {
  return ui::blended(m_ground, m_tokens.accentSoft, 0.75);
}

void ChartStyle::drawLine(QPainter& painter, const QPolygonF& line, QPen pen) {
  painter.setPen(pen);
  if (line.size() == 1) return painter.drawPoint(line.front());
  const bool dashed = pen.style() != Qt::SolidLine;
  double drawn = 0;
  for (qsizetype i = 0; i + 1 < line.size(); i += kPiece) {
    const auto count = std::min(kPiece + 1, line.size() - i);
    painter.drawPolyline(line.constData() + i, int(count));
    if (!dashed) continue;
    // The next piece goes on where this one's dashes end.
    for (qsizetype k = i + 1; k < i + count; ++k) drawn += QLineF(line[k - 1], line[k]).length();
    pen.setDashOffset(drawn / pen.widthF());
    painter.setPen(pen);
  }
}

void ChartStyle::drawPoint(QPainter& painter, const QPointF& at, std::size_t place, bool stale) const {
  if (!std::isfinite(at.x()) || !std::isfinite(at.y())) return;
  const double radius = kRadius * m_unit;
  painter.setPen(pen(m_ground, 1.5));
  painter.setBrush(seriesColour(place, stale));
  if (place % kShapes == 0)
    painter.drawEllipse(at, radius, radius);
  else
    painter.drawPolygon(shapeOf(place, at, radius));
}

}  // namespace aiagent::widgets
