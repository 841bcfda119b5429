// VariablesForm: a field for each {{variable}} of the prompt, of the kind its declaration asks for.
#pragma once

#include <map>
#include <QWidget>

#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/playground_vm.h"

class QFormLayout;
class QLabel;

namespace aiagent::ui {

class VariablesForm : public QWidget {
  Q_OBJECT

 public:
  VariablesForm(AgentVm& agent, PlaygroundVm& playground, QWidget* parent = nullptr);
  void focusFirstMissing();
  bool focusVariable(const std::string& name);  // false: the prompt has none of that name

 private:
  struct Field {
    QWidget* widget = nullptr;  // a line, a combo or a check box
    QLabel* problem = nullptr;
  };

  void render();
  void renderField(const domain::Variable& variable, const Field& field);
  void rebuild(const std::vector<domain::Variable>& variables);
  QWidget* buildField(const domain::Variable& variable);
  std::vector<domain::Variable> wanted() const;

  AgentVm& m_agent;
  PlaygroundVm& m_playground;
  QFormLayout* m_form;
  std::vector<domain::Variable> m_variables;  // as the fields were made for
  std::map<std::string, Field> m_fields;
};

}  // namespace aiagent::ui
