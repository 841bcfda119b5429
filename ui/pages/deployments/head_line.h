// HeadLine: figures of an environment in one line, or in as many as they need.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/viewmodels/deployments/head_figures.h"

class QLabel;

namespace aiagent::ui {

class ElidedLabel;
class MetaLabel;

class HeadLine : public QWidget {
  Q_OBJECT

 public:
  explicit HeadLine(QWidget* parent = nullptr);
  void render(const std::vector<HeadFigure>& figures);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Cell {
    QWidget* whole = nullptr;
    MetaLabel* name = nullptr;
    QLabel* icon = nullptr;
    ElidedLabel* value = nullptr;
  };
  Cell makeCell();
  void renderCell(Cell& cell, const HeadFigure& figure);

  std::vector<Cell> m_cells;
  std::vector<HeadFigure> m_shown;
};

}  // namespace aiagent::ui
