// ParameterForm: the model parameters that are set, one row each, and a menu that adds others.
#pragma once

#include <map>
#include <QWidget>

#include "ui/viewmodels/agent_vm.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace aiagent::ui {

class ParameterForm : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterForm(AgentVm& agent, QWidget* parent = nullptr);

  // Goes to the field of a parameter that is set; false: it is not.
  bool focusParameter(const QString& name);

 private:
  struct Row {
    QLabel* label;
    QWidget* field;  // a combo for words, else a line
    QToolButton* remove;
    QLabel* problem;
  };
  void render();
  void rebuildRows();
  Row buildRow(const ParameterField& field, int at);
  QWidget* buildField(const ParameterField& field);
  static QLineEdit* lineOf(QWidget* field);
  void renderRow(Row& row, const ParameterField& field);
  void fillMenu();
  void askForName();

  AgentVm& m_agent;
  QGridLayout* m_grid;
  QToolButton* m_add;
  QLabel* m_none;
  QLineEdit* m_name;
  std::vector<std::string> m_names;  // of the rows, in order
  std::map<std::string, Row> m_rows;
};

}  // namespace aiagent::ui
