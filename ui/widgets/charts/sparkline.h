// Sparkline: how something went, in the height of a line of text: no axes, its last value as a dot.
#pragma once

#include <QWidget>

#include "ui/widgets/charts/chart_data.h"

namespace aiagent::widgets {

struct SparklineData {
  double start = 0, end = 0, step = 0;  // as in ChartData
  std::vector<ChartPoint> points;
  bool stale = false;
  bool operator==(const SparklineData&) const = default;
};

// Gaps are gaps; where there is nothing at all, a dotted line says so. A screen reader hears the accessible
// name and description that the page gives it.
class Sparkline : public QWidget {
  Q_OBJECT

 public:
  explicit Sparkline(QWidget* parent = nullptr);
  void setData(SparklineData data);
  const SparklineData& data() const { return m_data; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  SparklineData m_data;
};

}  // namespace aiagent::widgets
