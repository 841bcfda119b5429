// CasesSection: examples kept with the agent: what is asked, with which values, and what a good answer does.
#pragma once

#include <map>
#include <QWidget>

#include "ui/viewmodels/agent_vm.h"

class QFormLayout;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace aiagent::ui {

class CasesSection : public QWidget {
  Q_OBJECT

 public:
  explicit CasesSection(AgentVm& agent, QWidget* parent = nullptr);
  void focusList();

 Q_SIGNALS:
  void tryWanted(const aiagent::domain::TestCase& testCase);

 private:
  void build();
  QWidget* buildForm();
  void bind();
  void render();
  void renderForm();
  void rebuildVariables(const std::vector<std::string>& names);
  int current() const;
  void edit(const std::function<void(domain::TestCase&)>& edit);
  void add();
  void remove();

  AgentVm& m_agent;
  QListWidget* m_list = nullptr;
  QToolButton* m_add = nullptr;
  QToolButton* m_remove = nullptr;
  QPushButton* m_try = nullptr;
  QStackedWidget* m_stack = nullptr;
  QLineEdit* m_name = nullptr;
  QPlainTextEdit* m_input = nullptr;
  QPlainTextEdit* m_expect = nullptr;
  QFormLayout* m_form = nullptr;
  std::vector<std::string> m_names;  // of the variables' fields
  std::map<std::string, QLineEdit*> m_fields;
  bool m_rendering = false;
};

}  // namespace aiagent::ui
