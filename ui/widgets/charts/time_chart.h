// TimeChart: one or several series over time, with what was expected of them and what happened meanwhile.
#pragma once

#include <optional>
#include <QWidget>

#include "ui/widgets/charts/chart_data.h"
#include "ui/widgets/charts/chart_line.h"

class QPainter;

namespace aiagent::widgets {

class ChartStyle;

// The pointer, or Left and Right (ten points with Control, Home, End), move a crosshair from point to point;
// what stands there is written beside it and said to a screen reader. Escape takes it away.
class TimeChart : public QWidget {
  Q_OBJECT

 public:
  explicit TimeChart(QWidget* parent = nullptr);

  // The title is its accessible name; a page writes it above the chart.
  void setTitle(const QString& title) { setAccessibleName(title); }
  void setData(ChartData data);
  const ChartData& data() const { return m_data; }
  void setUnit(ChartUnit unit);
  // What is written where there are no points: "No Prometheus is set up".
  void setEmptyText(const QString& text);

  // At the measured time nearest to this; nothing: none. Several charts may follow one another.
  void setCrosshair(std::optional<double> at);
  std::optional<double> crosshair() const { return m_crosshair; }

  // "p95 120 ms, p99 300 ms": the latest values.
  QString summary() const;
  // What stands at the crosshair, a line for each fact; empty without one.
  QString readout() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void crosshairMoved(std::optional<double> at);  // by a person

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Place {  // of one series in the legend
    QRectF rect;
    QString text;
  };
  void arrange();
  double arrangeLegend(double width);
  void moveTo(std::optional<double> at);
  void step(int by);
  QString write(double value) const;
  double unit() const;
  double margin() const { return 5 * unit(); }  // so that the ring of the focus touches nothing
  double inside(double x, double wide) const;
  QFont smallFont() const;
  QString legendText(const ChartSeries& series) const;
  bool isEmpty() const { return m_times.empty(); }

  void paintGrid(QPainter& painter, const ChartStyle& style) const;
  void paintBand(QPainter& painter, const ChartStyle& style) const;
  void paintMarks(QPainter& painter, const ChartStyle& style) const;
  void paintSeries(QPainter& painter, const ChartStyle& style) const;
  void paintAnomalies(QPainter& painter, const ChartStyle& style) const;
  void paintLegend(QPainter& painter, const ChartStyle& style) const;
  void paintCrosshair(QPainter& painter, const ChartStyle& style) const;
  void paintReadout(QPainter& painter, const ChartStyle& style) const;
  QRectF drawn(const QRectF& rect) const;  // mirrored where the language is

  ChartData m_data;
  ChartUnit m_unit;
  QString m_emptyText;
  std::optional<double> m_crosshair;
  std::vector<double> m_times;  // of all points that were measured, rising
  std::vector<double> m_valueTicks, m_timeTicks;
  std::vector<Place> m_legend;
  ChartFrame m_frame;
};

}  // namespace aiagent::widgets
