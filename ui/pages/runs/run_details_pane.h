// RunDetailsPane: one run: what was said, how it went, what was asked, and what can be done with it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/viewmodels/runs_vm.h"

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace aiagent::ui {

class CommandRegistry;
class ElidedLabel;
class EmptyState;
class MessageStrip;
class MetaLabel;
class RunConversationView;
class RunFactsView;
class RunRequestView;

class RunDetailsPane : public QWidget {
  Q_OBJECT

 public:
  // Its commands work in all of `page`.
  RunDetailsPane(RunsVm& runs, CommandRegistry& registry, QWidget& page, QWidget* parent = nullptr);

  RunConversationView* conversation() const { return m_conversation; }
  void showTab(int tab);

 Q_SIGNALS:
  void agentWanted(const aiagent::domain::AgentId& agent);
  void versionWanted(const aiagent::domain::VersionId& version);
  void continueWanted(const aiagent::domain::RunId& run);
  void settingsWanted(const QString& section);

 private:
  void build();
  QWidget* buildHeader();
  QWidget* buildWaiting();
  void buildMenu();
  void addCommands(CommandRegistry& registry, QWidget* page);
  void bind();
  void render();
  void renderHeader();
  void renderContent();
  void renderStrip();
  void renderWaiting();
  void fillAgainMenu();
  void onStrip(const QString& button);
  std::optional<base::Error> shownError() const;
  void exportAs(ExportFormat format);
  void copyText(const QString& text);
  bool opened() const { return m_runs.state().details != nullptr; }

  RunsVm& m_runs;
  MessageStrip* m_strip = nullptr;
  QStackedWidget* m_stack = nullptr;
  QWidget* m_content = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_blank = nullptr;
  ElidedLabel* m_title = nullptr;
  MetaLabel* m_meta = nullptr;
  QPushButton* m_again = nullptr;
  QPushButton* m_without = nullptr;
  QPushButton* m_continue = nullptr;
  QPushButton* m_resume = nullptr;
  QPushButton* m_stop = nullptr;
  QToolButton* m_more = nullptr;
  QWidget* m_waiting = nullptr;
  QLabel* m_waitingText = nullptr;
  QTimer m_second;
  QTabBar* m_tabs = nullptr;
  QStackedWidget* m_views = nullptr;
  RunConversationView* m_conversation = nullptr;
  RunFactsView* m_facts = nullptr;
  RunRequestView* m_request = nullptr;
  std::shared_ptr<const RunDetails> m_shown;
  domain::RunId m_dismissed;       // the run whose error the person has closed
  QList<QAction*> m_wholeActions;  // need the whole conversation
  QAction *m_againAction = nullptr, *m_continueAction = nullptr, *m_deleteAction = nullptr,
          *m_agentAction = nullptr, *m_versionAction = nullptr;
};

}  // namespace aiagent::ui
