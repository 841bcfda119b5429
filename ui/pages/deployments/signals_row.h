// SignalsRow: the golden signals of an environment in one row: each with its line, its latest value and,
// where it is not live, its age.
#pragma once

#include <QWidget>
#include <vector>

#include "core/services/cluster/signals_state.h"

class QLabel;
class QToolButton;

namespace aiagent::widgets {
class Sparkline;
}

namespace aiagent::ui {

class MetaLabel;

class SignalsRow : public QWidget {
  Q_OBJECT

 public:
  explicit SignalsRow(QWidget* parent = nullptr);

  // `now`: of the clock that the state's times are of. Null: nothing is asked.
  void render(const services::SignalsState* state, base::WallTime now);

 Q_SIGNALS:
  void rangeChosen(std::chrono::seconds range);

 private:
  struct Cell {
    cluster::SignalKind kind;
    MetaLabel* name = nullptr;
    widgets::Sparkline* line = nullptr;
    MetaLabel* value = nullptr;
    QWidget* whole = nullptr;
  };
  Cell makeCell(cluster::SignalKind kind);
  void renderCell(Cell& cell, const services::SignalsState& state, base::WallTime now);

  std::vector<Cell> m_cells;
  std::vector<std::pair<std::chrono::seconds, QToolButton*>> m_ranges;
};

// As charts count time.
inline double chartTime(base::WallTime time) {
  return double(base::toMillis(time)) / 1000.0;
}

// Words for how old a signal is; empty while it is live.
QString signalAge(const services::SignalState& signal, base::WallTime now);

}  // namespace aiagent::ui
