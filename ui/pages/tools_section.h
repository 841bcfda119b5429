// ToolsSection: the agent's tools as a list with a form, beside the JSON that holds them.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/tool_list_form.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace aiagent::ui {

class ToolsSection : public QWidget {
  Q_OBJECT

 public:
  // `json`: the editor of the whole text, which is shown on demand and where the list cannot be read.
  ToolsSection(AgentVm& agent, QWidget* json, QWidget* parent = nullptr);
  void focusTools();

 private:
  enum Page { Nothing, Function, Mcp, Fixed };

  void build(QWidget* json);
  QWidget* buildBar();
  QWidget* buildList();
  QWidget* buildFunction();
  QWidget* buildMcp();
  void bind();
  void bindForms();
  void render();
  void renderList();
  void renderForm();
  void write(const std::string& json);
  void writeFunction();
  void writeMcp();
  void select(int row);

  AgentVm& m_agent;
  ToolListForm m_form;  // of the text that is shown
  QToolButton* m_addFunction = nullptr;
  QToolButton* m_addServer = nullptr;
  QToolButton* m_remove = nullptr;
  QToolButton* m_asJson = nullptr;
  std::vector<QCheckBox*> m_hosted;
  QStackedWidget* m_views = nullptr;  // list, JSON
  QListWidget* m_list = nullptr;
  QStackedWidget* m_pages = nullptr;
  QLineEdit* m_name = nullptr;
  QPlainTextEdit* m_description = nullptr;
  QPlainTextEdit* m_parameters = nullptr;
  QLabel* m_parametersProblem = nullptr;
  QCheckBox* m_strict = nullptr;
  QLineEdit* m_label = nullptr;
  QLineEdit* m_url = nullptr;
  QLineEdit* m_allowed = nullptr;
  QComboBox* m_approval = nullptr;
  QLabel* m_fixed = nullptr;
  int m_shown = -1;  // place of the tool in the form
  bool m_rendering = false;
};

}  // namespace aiagent::ui
