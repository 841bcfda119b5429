// RunListPane: search, filters and the list of runs.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/viewmodels/runs_vm.h"

class QActionGroup;
class QComboBox;
class QLineEdit;
class QListView;
class QStackedWidget;
class QToolButton;

namespace aiagent::ui {

class EmptyState;
class MessageStrip;

class RunListPane : public QWidget {
  Q_OBJECT

 public:
  explicit RunListPane(RunsVm& runs, QWidget* parent = nullptr);

  void focusSearch();
  void focusList();

 Q_SIGNALS:
  void chosen();            // Return or a double click: on to the run itself
  void agentsPageWanted();  // there is nothing here yet

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void buildFilters();
  void buildList();
  void bind();
  void bindAgent();
  void render();
  void renderFilters();
  void renderEmpty();
  void syncSelection();

  RunsVm& m_runs;
  QLineEdit* m_search = nullptr;
  QToolButton* m_status = nullptr;
  QActionGroup* m_statusChoices = nullptr;
  QComboBox* m_agent = nullptr;
  std::vector<AgentChoice> m_shownAgents;
  QStackedWidget* m_stack = nullptr;
  QListView* m_list = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_loading = nullptr;
  QTimer m_typed;  // a search waits for a pause in typing
  QTimer m_agentTyped;
  QTimer m_minute;  // "5 min ago" grows old
  bool m_syncing = false;
};

}  // namespace aiagent::ui
