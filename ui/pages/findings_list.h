// FindingsList: what the linter found, under the editor: a sentence each, its place, and a fix where one is
// certain. Hidden while there is nothing.
#pragma once

#include <QScrollArea>
#include <QStringList>
#include <vector>

#include "ui/viewmodels/lint_vm.h"

class QVBoxLayout;

namespace aiagent::ui {

class FindingsList : public QScrollArea {
  Q_OBJECT

 public:
  explicit FindingsList(LintVm& lint, QWidget* parent = nullptr);

  // To the next (+1) or previous (-1) finding, round the ends; goes nowhere when there is none.
  void step(int step);

 Q_SIGNALS:
  void placeWanted(int finding);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void render();
  QWidget* buildRow(int finding);
  void fitHeight();
  void choose(int finding);

  LintVm& m_lint;
  QVBoxLayout* m_column;
  QStringList m_shown;  // what the rows were built from
  std::vector<QWidget*> m_rows;
  int m_current = -1;
};

}  // namespace aiagent::ui
