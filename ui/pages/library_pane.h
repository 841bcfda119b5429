// LibraryPane: search, filters and the list of agents.
#pragma once

#include <QWidget>

#include "ui/viewmodels/library_vm.h"

class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QLabel;

namespace aiagent::ui {

class CommandRegistry;
class ElidedButton;
class EmptyState;
class MessageStrip;

class LibraryPane : public QWidget {
  Q_OBJECT

 public:
  LibraryPane(LibraryVm& library, CommandRegistry& registry, QWidget* parent = nullptr);

  void focusSearch();
  void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
  void focusList();
  QListView* list() const { return m_list; }

 Q_SIGNALS:
  void importWanted();
  void exportWanted(const QString& target);  // an agent's id; "all"
  void chosen();  // an agent was chosen on purpose (Return, double click, click): the editor may take over

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void buildFilters();
  void buildList();
  void bind();
  void addCommands(CommandRegistry& registry);
  void render();
  void renderEmpty();
  void renderStrip();
  void syncSelection();
  void showContextMenu(const QPoint& at);
  void rebuildTagMenu();
  void addExchangeCommands(CommandRegistry& registry, QWidget* owner);
  domain::AgentId current() const;

  LibraryVm& m_library;
  CommandRegistry& m_registry;
  QLineEdit* m_search = nullptr;
  QToolButton* m_new = nullptr;
  QToolButton* m_more = nullptr;
  ElidedButton* m_tag = nullptr;
  ElidedButton* m_order = nullptr;
  QLabel* m_note = nullptr;
  MessageStrip* m_strip = nullptr;
  QStackedWidget* m_stack = nullptr;
  QListView* m_list = nullptr;
  EmptyState* m_empty = nullptr;
  QPushButton* m_import = nullptr;  // shown while there is no agent
  QStringList m_tagsShown;
  bool m_syncing = false;
  bool m_readOnly = false;
};

}  // namespace aiagent::ui
