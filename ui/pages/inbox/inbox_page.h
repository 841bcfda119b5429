// InboxPage: the state of sync, and what it could not decide by itself.
#pragma once

#include "core/services/settings_service.h"
#include "ui/pages/page.h"
#include "ui/viewmodels/inbox_vm.h"
#include "ui/viewmodels/sync_vm.h"

class QListView;
class QSplitter;
class QStackedWidget;

namespace aiagent::ui {

class EmptyState;
class InboxItemView;
class MessageStrip;
class SyncStatusView;

// All of it must outlive the page.
struct InboxPageSetup {
  services::Profile& library;
  services::SyncService& sync;
  services::AgentService& agents;
  services::ServerAccount& account;
  services::PeopleService* people;  // null: nobody is named
  SyncVm& state;
};

class InboxPage : public Page {
  Q_OBJECT

 public:
  explicit InboxPage(InboxPageSetup setup, QWidget* parent = nullptr);

  // "status" goes to the state of sync.
  void go(const QString& target) override;
  QList<QWidget*> panes() const override;
  // Writes what was decided last.
  void flush(std::function<void()> done) override;

  InboxVm& inbox() { return m_inbox; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  QWidget* buildList(QWidget* parent);
  void bind();
  void render();
  void renderStrips();
  void renderEmpty();

  InboxPageSetup m_setup;
  InboxVm m_inbox;
  SyncStatusView* m_status = nullptr;
  MessageStrip* m_decided = nullptr;
  MessageStrip* m_lost = nullptr;
  QStackedWidget* m_stack = nullptr;
  QSplitter* m_splitter = nullptr;
  QListView* m_list = nullptr;
  InboxItemView* m_item = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_loading = nullptr;
  bool m_syncing = false;
};

}  // namespace aiagent::ui
