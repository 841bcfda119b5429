// SignalsView: the golden signals as charts, with what is usual, what was not, and the error budget.
#pragma once

#include <QScrollArea>
#include <vector>

#include "core/services/cluster/signals_state.h"
#include "ui/widgets/charts/chart_data.h"

class QGridLayout;
class QLabel;

namespace aiagent::widgets {
class TimeChart;
}

namespace aiagent::ui {

class SignalsView : public QScrollArea {
  Q_OBJECT

 public:
  explicit SignalsView(QWidget* parent = nullptr);

  void render(const services::SignalsState& state, base::WallTime now);
  // Releases, drawn over each chart.
  void setMarks(std::vector<widgets::ChartMark> marks);

 private:
  struct Chart {
    std::vector<cluster::SignalKind> kinds;
    QLabel* title = nullptr;
    QLabel* note = nullptr;
    widgets::TimeChart* chart = nullptr;
    QWidget* whole = nullptr;
  };
  Chart makeChart(std::vector<cluster::SignalKind> kinds, const QString& title);
  void renderChart(Chart& chart, const services::SignalsState& state, base::WallTime now);
  void arrange();
  void renderBudget(const services::SignalsState& state);
  void renderAlerts(const services::SignalsState& state);

  std::vector<Chart> m_charts;
  QGridLayout* m_grid = nullptr;
  std::vector<QWidget*> m_arranged;  // what is in the grid
  std::vector<widgets::ChartMark> m_marks;
  QLabel* m_source = nullptr;
  QLabel* m_budget = nullptr;
  QLabel* m_burn = nullptr;
  QLabel* m_alerts = nullptr;
};

}  // namespace aiagent::ui
