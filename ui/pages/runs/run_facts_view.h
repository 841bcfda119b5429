// RunFactsView: groups of facts as a quiet two-column table, each value to be selected and copied.
#pragma once

#include <QScrollArea>
#include <vector>

#include "ui/viewmodels/run_details.h"

class QVBoxLayout;

namespace aiagent::ui {

class RunFactsView : public QScrollArea {
  Q_OBJECT

 public:
  explicit RunFactsView(QWidget* parent = nullptr);
  void show(const std::vector<RunFactGroup>& groups);

 private:
  void addGroup(QVBoxLayout* column, const RunFactGroup& group);
  std::vector<RunFactGroup> m_shown;
};

}  // namespace aiagent::ui
