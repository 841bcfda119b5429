// AgentsPage: library, editor and playground side by side; on narrower windows the playground becomes a tab
// of the editor, and on the narrowest the library folds away behind a button.
#pragma once

#include <memory>

#include "core/services/settings_service.h"
#include "ui/pages/page.h"
#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/answer_check_vm.h"
#include "ui/viewmodels/knowledge_vm.h"
#include "ui/viewmodels/library_vm.h"
#include "ui/viewmodels/lint_vm.h"
#include "ui/viewmodels/model_list_vm.h"
#include "ui/viewmodels/playground_vm.h"
#include "ui/viewmodels/tool_calls_vm.h"
#include "ui/viewmodels/versions_vm.h"

class QSplitter;
class QTabBar;
class QToolButton;
class QStackedWidget;

namespace aiagent::ui {

class CommandRegistry;
class EditorPane;
class LibraryPane;
class PlaygroundPane;

struct AgentsPageSetup {
  services::AgentService& agents;
  services::VersionService& versions;
  services::RunService& runs;
  services::ProviderService& providers;
  services::ModelService& models;
  services::SettingsService& settings;
  services::ToolService& tools;
  services::KnowledgeService& knowledge;
  CommandRegistry& registry;
};

class AgentsPage : public Page {
  Q_OBJECT

 public:
  explicit AgentsPage(AgentsPageSetup setup, QWidget* parent = nullptr);
  ~AgentsPage() override;

  // An agent's id; "new"; "run:<id>" goes on with that run; "version:<id>" opens that version.
  void go(const QString& target) override;
  // Opens the agent and merges the proposal into its draft as soon as it is loaded (VersionsVm::propose).
  void propose(DraftProposal proposal);
  void focusSearch() override;
  QList<QWidget*> panes() const override;
  void setReadOnly(const QString& reason) override;
  // Others may change the library, too: the editor says who did last.
  void setShared(bool shared);
  void flush(std::function<void()> done) override;

  LibraryVm& library() { return m_library; }
  AgentVm& agent() { return m_agent; }
  VersionsVm& versions() { return m_versions; }
  KnowledgeVm& knowledge() { return m_knowledge; }
  LintVm& lint() { return m_lint; }
  PlaygroundVm& playground() { return m_playground; }
  ToolCallsVm& toolCalls() { return m_toolCalls; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Width { Wide, Middle, Narrow };

  void build();
  void bind();
  void arrange(Width width);
  void showTab(int tab);
  void openSelected();
  void applyWanted();
  // `then` as soon as the agent is open.
  void open(const domain::AgentId& id, std::function<void()> then);
  void goOnWith(const domain::RunId& run);
  void openVersion(const domain::VersionId& version);
  void toggleLibrary();
  void restore();
  void keepSplitter();

  AgentsPageSetup m_setup;
  LibraryVm m_library;
  AgentVm m_agent;
  VersionsVm m_versions;
  KnowledgeVm m_knowledge;
  LintVm m_lint;
  PlaygroundVm m_playground;
  ToolCallsVm m_toolCalls;
  AnswerCheckVm m_answerCheck;
  ModelListVm m_modelList;
  LibraryPane* m_libraryPane = nullptr;
  EditorPane* m_editorPane = nullptr;
  PlaygroundPane* m_playgroundPane = nullptr;
  QSplitter* m_splitter = nullptr;
  QWidget* m_bar = nullptr;
  QToolButton* m_libraryButton = nullptr;
  QTabBar* m_tabs = nullptr;
  Width m_width = Width::Wide;
  bool m_arranged = false;
  bool m_settled = false;
  bool m_libraryOpen = false;                                                 // on a narrow window
  std::optional<std::pair<domain::AgentId, std::function<void()>>> m_wanted;  // open()
  bool m_mayWrite = true;
  bool m_nameWanted = false;  // the agent that is being opened is new
};

}  // namespace aiagent::ui
