// VariablesForm: a field for each {{variable}} of the prompt.
#pragma once

#include <map>
#include <QWidget>

#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/playground_vm.h"

class QFormLayout;
class QLineEdit;

namespace aiagent::ui {

class VariablesForm : public QWidget {
  Q_OBJECT

 public:
  VariablesForm(AgentVm& agent, PlaygroundVm& playground, QWidget* parent = nullptr);
  void focusFirstMissing();

 private:
  void render();
  void rebuild(const std::vector<std::string>& names);

  AgentVm& m_agent;
  PlaygroundVm& m_playground;
  QFormLayout* m_form;
  std::vector<std::string> m_names;
  std::map<std::string, QLineEdit*> m_fields;
};

}  // namespace aiagent::ui
