// InboxItemView: one item of the inbox: what happened, the texts, and what can be decided.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/viewmodels/inbox_vm.h"
#include "ui/viewmodels/sync_vm.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace aiagent::ui {

class ContestedFieldView;
class MetaLabel;

class InboxItemView : public QWidget {
  Q_OBJECT

 public:
  InboxItemView(InboxVm& inbox, SyncVm& sync, QWidget* parent = nullptr);

  void focusFirst();

 Q_SIGNALS:
  void agentWanted(const aiagent::domain::AgentId& agent);

 private:
  struct Action {
    QPushButton* button;
    InboxDecision decision;
  };
  void build();
  QBoxLayout* buildActions();
  void addAction(QBoxLayout* row, InboxDecision decision, const QString& text, const QString& help);
  void render();
  void showDetail(const InboxDetail& detail);
  void showTexts(const InboxDetail& detail);
  void renderMeta(const store::InboxItem& item);
  void renderActions(const InboxDetail& detail);
  void copyText() const;

  InboxVm& m_inbox;
  SyncVm& m_sync;
  QLabel* m_title = nullptr;
  QLabel* m_reason = nullptr;
  MetaLabel* m_meta = nullptr;
  QLabel* m_readOnly = nullptr;
  QPushButton* m_open = nullptr;
  QPushButton* m_copy = nullptr;
  std::vector<Action> m_actions;
  QScrollArea* m_scroll = nullptr;
  std::vector<ContestedFieldView*> m_fields;
  std::shared_ptr<const InboxDetail> m_shown;
};

}  // namespace aiagent::ui
