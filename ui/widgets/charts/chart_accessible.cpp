#include "ui/widgets/charts/chart_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include "ui/widgets/charts/sparkline.h"
#include "ui/widgets/charts/time_chart.h"

namespace aiagent::widgets {
namespace {

class ChartItem final : public QAccessibleWidget {
 public:
  explicit ChartItem(TimeChart* chart) : QAccessibleWidget(chart, QAccessible::Chart), m_chart(chart) {}

  QString text(QAccessible::Text kind) const override {
    if (kind == QAccessible::Description) return m_chart->summary();
    if (kind == QAccessible::Value) return m_chart->readout();
    return QAccessibleWidget::text(kind);
  }

 private:
  TimeChart* m_chart;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
  if (auto* chart = qobject_cast<TimeChart*>(object)) return new ChartItem(chart);
  if (auto* line = qobject_cast<Sparkline*>(object)) return new QAccessibleWidget(line, QAccessible::Graphic);
  return nullptr;
}

}  // namespace

void installChartAccessibility() {
  static const bool installed = (QAccessible::installFactory(makeInterface), true);
  Q_UNUSED(installed)
}

void tellCrosshair(TimeChart* chart) {
  if (!QAccessible::isActive()) return;
  QAccessibleValueChangeEvent moved(chart, chart->readout());
  QAccessible::updateAccessibility(&moved);
}

}  // namespace aiagent::widgets
