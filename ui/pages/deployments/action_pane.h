// ActionPane: one act on the cluster, before it is made and until its end is known: what would change, what
// to know before saying yes, and what stays as it is.
#pragma once

#include <QScrollArea>

#include "ui/viewmodels/deployments/actions_vm.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace aiagent::ui {

class MessageStrip;
class MetaLabel;

class ActionPane : public QScrollArea {
  Q_OBJECT

 public:
  explicit ActionPane(ActionsVm& actions, QWidget* parent = nullptr);

  void takeFocus();
  // What the target's verdict is now, for after the act.
  void setVerdict(const QString& verdict);

 Q_SIGNALS:
  void armWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;  // Esc: as Cancel

 private:
  void build();
  void render();
  void renderPlan(const cluster::ActionState& action);
  void renderChanges(const cluster::ActionState& action);
  void renderStrip(const cluster::ActionState& action);

  ActionsVm& m_actions;
  QLabel* m_title = nullptr;
  MetaLabel* m_stage = nullptr;
  MessageStrip* m_strip = nullptr;
  QVBoxLayout* m_notes = nullptr;
  QVBoxLayout* m_changes = nullptr;
  QPushButton* m_confirm = nullptr;
  QPushButton* m_cancel = nullptr;
  std::vector<cluster::FieldChange> m_shownChanges;
  QStringList m_shownNotes;
  QString m_verdict;
};

}  // namespace aiagent::ui
