// ClusterTableView: one or several tables of the cluster, one shown at a time, with a filter and a line that
// says how far what is shown can be believed.
#pragma once

#include <memory>
#include <QWidget>
#include <vector>

#include "ui/pages/deployments/cluster_tree.h"
#include "ui/viewmodels/deployments/cluster_table_vm.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace aiagent::ui {

class MessageStrip;

class ClusterTableView : public QWidget {
  Q_OBJECT

 public:
  // `name` is for screen readers.
  ClusterTableView(const QString& name, const std::vector<TableSubject>& subjects, QWidget* parent = nullptr);

  void setSession(services::EnvironmentSession* session);
  // Ages are counted and what is costly is read only while it is looked at.
  void setActive(bool active);
  // What the server says of its database, for tables that tell of it. Must outlive this.
  void setDatabase(DatabaseVm* database);
  void focusSearch();
  void copySelection();
  QTreeView* table() const;
  ClusterTableVm& current() const { return *m_tables[std::size_t(m_current)].vm; }
  // The selected row; null: none.
  const ClusterRow* selected() const;
  bool select(const std::string& id);

 Q_SIGNALS:
  void selectionChanged();
  void activated();                   // Return or a double click
  void menuWanted(const QPoint& at);  // of the selected row; on the screen
  void stateChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Table {
    std::unique_ptr<ClusterTableVm> vm;
    ClusterTree* view = nullptr;
    cluster::Freshness freshness = cluster::Freshness::Loading;  // as it was painted
  };
  void build(const QString& name, const std::vector<TableSubject>& subjects);
  ClusterTree* buildTable(const Table& table, const QString& name);
  void show(int table);
  void render();
  QString stateText(const ClusterTableState& state) const;

  std::vector<Table> m_tables;
  int m_current = 0;
  bool m_active = false;
  QLineEdit* m_filter = nullptr;
  QComboBox* m_kind = nullptr;
  QCheckBox* m_problems = nullptr;
  QLabel* m_state = nullptr;
  QLabel* m_note = nullptr;
  QStackedWidget* m_stack = nullptr;
  QLabel* m_empty = nullptr;
};

}  // namespace aiagent::ui
