// VariablesSection: the agent's declared variables as a table that is edited by keys.
#pragma once

#include <QWidget>

#include "ui/viewmodels/agent_vm.h"

class QLabel;
class QTableWidget;
class QToolButton;

namespace aiagent::ui {

class VariablesSection : public QWidget {
  Q_OBJECT

 public:
  explicit VariablesSection(AgentVm& agent, QWidget* parent = nullptr);
  void focusTable();
  void pushNow();  // ends the edit of a cell

 private:
  enum Column { Name, Type, Description, Example, Default, Choices, ColumnCount };

  void build();
  void bind();
  void render();
  void renderRow(int row, const domain::Variable& variable);
  void renderProblem();
  void onEdited(int row);
  void add();
  void remove();

  AgentVm& m_agent;
  QTableWidget* m_table = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_remove = nullptr;
  QLabel* m_problem = nullptr;
  bool m_rendering = false;
};

}  // namespace aiagent::ui
