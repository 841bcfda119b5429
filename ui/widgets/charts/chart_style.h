// Colours, dashes and marks of charts, from the tokens of the theme. Series differ in all three, so that they
// can be told apart without colour.
#pragma once

#include <QBrush>
#include <QPen>

#include "ui/widgets/controls/tokens.h"

class QPainter;
class QPolygonF;
class QWidget;

namespace aiagent::widgets {

class ChartStyle {
 public:
  // Of a widget, on its own ground. `unit`: what a pixel is at 100 %.
  ChartStyle(const QWidget& widget, double unit);

  const ui::Tokens& tokens() const { return m_tokens; }
  double unit() const { return m_unit; }

  QColor seriesColour(std::size_t place, bool stale) const;
  QPen seriesPen(std::size_t place, bool stale) const;
  QPen anomalyPen() const;
  QPen gridPen() const;
  QPen markPen() const;
  QPen crosshairPen() const;
  QColor band() const;

  // A line of such a pen, in short pieces: the painter's time for one of many points grows faster than they
  // do. One point alone is a dot.
  static void drawLine(QPainter& painter, const QPolygonF& line, QPen pen);

  // Circle, square, triangle or diamond, with a rim of the ground so that it stands out of its line.
  void drawPoint(QPainter& painter, const QPointF& at, std::size_t place, bool stale) const;

 private:
  QPen pen(const QColor& colour, double width) const;
  ui::Tokens m_tokens;
  QColor m_ground;
  double m_unit;
};

}  // namespace aiagent::widgets
