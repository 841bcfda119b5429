// EditorPane: everything a person can edit about an agent.
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/knowledge_vm.h"
#include "ui/viewmodels/lint_vm.h"
#include "ui/viewmodels/model_list_vm.h"
#include "ui/viewmodels/versions_vm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace aiagent::widgets {
class PromptEdit;
}

namespace aiagent::ui {

class CommandRegistry;
class CasesSection;
class EmptyState;
class FindingsList;
class KnowledgeSection;
class MessageStrip;
class MetaLabel;
class ParameterForm;
class SectionBar;
class TextPusher;
class ToolsSection;
class VariablesSection;
class VersionsPane;

struct EditorPaneSetup {
  AgentVm& agent;
  VersionsVm& versions;
  KnowledgeVm& knowledge;
  LintVm& lint;
  ModelListVm& models;
  CommandRegistry& registry;
};

class EditorPane : public QWidget {
  Q_OBJECT

 public:
  explicit EditorPane(EditorPaneSetup setup, QWidget* parent = nullptr);

  void focusName();  // with all of it selected: a new agent
  void focusPrompt();
  void focusModel();
  void focusField(const QString& field);  // by the name errors use, or a parameter's
  void setKnownTags(const QStringList& tags);
  // Without a first step of its own where the library beside it offers the same.
  void setEmptyLibrary(bool empty);
  // Why nothing may be saved; drafts are this device's own and may be typed all the same. Empty: it may.
  void setReadOnly(const QString& reason);
  // Says who saved the agent last, and when.
  void setShared(bool shared);
  void openVersion(const domain::VersionId& version);  // of the agent that is open
  void pushAll();                                      // hands over text that waits for a pause in typing

 Q_SIGNALS:
  void newWanted();
  void improveWanted();  // by a model, for a goal
  void libraryWanted();
  void caseWanted(const aiagent::domain::TestCase& testCase);  // to be tried

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum Section { Variables, Parameters, Tools, Output, Starters, Cases, Knowledge };

  void build();
  QWidget* buildHeader();
  QWidget* buildMessageRow();
  QWidget* buildFields();
  QWidget* buildFacts();
  QWidget* buildPrompt();
  QWidget* buildSections();
  void addSections();
  void addCommands(CommandRegistry& registry);
  void addSaveCommands(CommandRegistry& registry, QWidget* page);
  void addReviewCommands(CommandRegistry& registry, QWidget* page);
  void bind();
  void bindFields();
  void render();
  void renderFields(bool fresh);
  void renderTools();
  void renderMarks();
  void renderStrip();
  void renderVersion();
  void renderLastChange();
  void renderFindings();
  void followCaret(bool typed);
  void describeSaving();
  void save(const QString& message);
  void askForMessage(bool asked);
  void showVersions(bool shown);
  void goToFinding(int finding);
  void showSection(int section);
  void onStrip(const QString& button);

  AgentVm& m_agent;
  VersionsVm& m_versions;
  KnowledgeVm& m_knowledge;
  LintVm& m_lint;
  ModelListVm& m_models;
  QStackedWidget* m_stack = nullptr;
  QStackedWidget* m_body = nullptr;  // the fields, or the versions in their place
  VersionsPane* m_versionsPane = nullptr;
  EmptyState* m_empty = nullptr;
  QLineEdit* m_name = nullptr;
  QLabel* m_draftMark = nullptr;
  QToolButton* m_version = nullptr;
  MetaLabel* m_lastChange = nullptr;
  QPushButton* m_save = nullptr;
  QAction* m_saveAction = nullptr;
  QAction* m_messageAction = nullptr;
  QToolButton* m_saveMore = nullptr;
  QWidget* m_messageRow = nullptr;
  QLineEdit* m_message = nullptr;
  QToolButton* m_more = nullptr;
  MessageStrip* m_strip = nullptr;
  QPlainTextEdit* m_description = nullptr;
  QLineEdit* m_tags = nullptr;
  QComboBox* m_model = nullptr;
  MetaLabel* m_promptMeta = nullptr;
  widgets::PromptEdit* m_prompt = nullptr;
  FindingsList* m_findings = nullptr;
  QSplitter* m_split = nullptr;
  SectionBar* m_sectionBar = nullptr;
  QStackedWidget* m_sections = nullptr;
  VariablesSection* m_variables = nullptr;
  ParameterForm* m_parameters = nullptr;
  ToolsSection* m_toolList = nullptr;
  CasesSection* m_cases = nullptr;
  KnowledgeSection* m_knowledgeSection = nullptr;
  QPlainTextEdit* m_tools = nullptr;
  QPlainTextEdit* m_schema = nullptr;
  QPlainTextEdit* m_starters = nullptr;
  QLabel* m_toolsProblem = nullptr;
  QLabel* m_schemaProblem = nullptr;
  std::vector<TextPusher*> m_pushers;
  bool m_rendering = false;
  int m_promptRevision = 0;
  QString m_readOnly;
  bool m_emptyLibrary = false;
  bool m_shared = false;
  QTimer m_age;  // the last change grows older
  domain::AgentId m_shown;
};

}  // namespace aiagent::ui
