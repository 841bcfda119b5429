// RunFactsView: groups of facts in two columns that all of them share; each
// value can be selected and copied.
#pragma once

#include <QScrollArea>
#include <vector>

#include "ui/viewmodels/run_details.h"

class QGridLayout;

namespace aiagent::ui {

class RunFactsView : public QScrollArea {
  Q_OBJECT

 public:
  explicit RunFactsView(QWidget* parent = nullptr);
  void show(const std::vector<RunFactGroup>& groups);

 Q_SIGNALS:
  void versionWanted();  // the one the run used

 private:
  void addGroup(QGridLayout* grid, QWidget* parent, const RunFactGroup& group);
  QWidget* valueOf(const RunFact& fact, QWidget* parent);
  std::vector<RunFactGroup> m_shown;
};

}  // namespace aiagent::ui
