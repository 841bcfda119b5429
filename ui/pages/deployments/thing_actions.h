// What can be done with a thing of the cluster from its details: its log, and the acts that its kind allows.
#pragma once

#include <optional>
#include <QWidget>
#include <vector>

#include "ui/viewmodels/deployments/actions_vm.h"
#include "ui/viewmodels/deployments/cluster_table_model.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace aiagent::ui {

class ThingActions : public QWidget {
  Q_OBJECT

 public:
  explicit ThingActions(ActionsVm& actions, QWidget* parent = nullptr);

  // Null: of nothing. `revisions` are those that a rollback can go to, the newest first.
  void render(const ClusterRow* row, const std::vector<std::int64_t>& revisions);

  // The same things to do, for a menu at the row itself.
  void addTo(QMenu& menu);

 Q_SIGNALS:
  void logsWanted();

 private:
  void fillMenu();
  void add(QMenu* menu, cluster::ActionKind kind, const QString& text, std::int64_t revision = 0);
  void addWith(cluster::ActionKind kind, const QString& text, const QString& question,
               const QString& example);
  void plan(cluster::Action action);
  void ask();

  ActionsVm& m_actions;
  cluster::Action m_target;  // its kind, namespace and name
  std::vector<std::int64_t> m_revisions;
  bool m_isFilled = false;  // the menu is of m_target
  QToolButton* m_logs = nullptr;
  QToolButton* m_act = nullptr;
  QMenu* m_menu = nullptr;
  QWidget* m_asking = nullptr;  // for an act that needs a figure or a label
  QLabel* m_question = nullptr;
  QLineEdit* m_answer = nullptr;
  QPushButton* m_try = nullptr;
  cluster::ActionKind m_asked = cluster::ActionKind::Scale;
};

bool hasLogs(wire::KubeKind kind);

}  // namespace aiagent::ui
