// PlaygroundPane: tries the agent beside its editor.
#pragma once

#include <QWidget>

#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/answer_check_vm.h"
#include "ui/viewmodels/playground_vm.h"
#include "ui/viewmodels/tool_calls_vm.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace aiagent::ui {

class CommandRegistry;
class MessageStrip;
class MetaLabel;
class ToolCallsPane;
class TranscriptPane;
class VariablesForm;

class PlaygroundPane : public QWidget {
  Q_OBJECT

 public:
  struct ViewModels {
    AgentVm& agent;
    PlaygroundVm& playground;
    ToolCallsVm& toolCalls;
    AnswerCheckVm& answerCheck;
  };
  PlaygroundPane(ViewModels viewModels, CommandRegistry& registry, QWidget* parent = nullptr);

  void focusMessage();
  void focusSearch();

 Q_SIGNALS:
  void aboutToRun();                       // text that waits in other panes is to be handed over
  void fieldWanted(const QString& field);  // of the editor
  void settingsWanted(const QString& section);
  void detailsWanted(const aiagent::domain::RunId& run);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  QWidget* buildHeader();
  QWidget* buildMessage();
  QWidget* buildFind();
  void addCommands(CommandRegistry& registry);
  void bind();
  void bindTranscript();
  void render();
  void renderHeader();
  void renderMessage();
  void renderStrip();
  void renderCheck();
  void onStrip(const QString& button);
  void run();
  void escape();

  AgentVm& m_agent;
  PlaygroundVm& m_playground;
  ToolCallsVm& m_calls;
  AnswerCheckVm& m_answerCheck;
  MetaLabel* m_model = nullptr;
  QToolButton* m_fresh = nullptr;
  QToolButton* m_details = nullptr;
  VariablesForm* m_variables = nullptr;
  TranscriptPane* m_transcript = nullptr;
  ToolCallsPane* m_toolCalls = nullptr;
  MetaLabel* m_check = nullptr;
  QWidget* m_find = nullptr;
  MessageStrip* m_strip = nullptr;
  QLabel* m_editing = nullptr;
  QPlainTextEdit* m_message = nullptr;
  QPushButton* m_run = nullptr;
  QPushButton* m_stop = nullptr;
  MetaLabel* m_cost = nullptr;
  bool m_rendering = false;
};

}  // namespace aiagent::ui
