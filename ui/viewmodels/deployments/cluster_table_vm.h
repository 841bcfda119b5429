// ClusterTableVm: one table of the deployment dashboard: which rows of the cluster that is open it shows, and
// how far they can be believed.
#pragma once

#include <optional>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <vector>

#include "core/services/cluster/environment_session.h"
#include "ui/viewmodels/deployments/cluster_table_model.h"
#include "ui/viewmodels/deployments/table_topics.h"

namespace aiagent::ui {

struct ClusterTableState {
  cluster::Freshness freshness = cluster::Freshness::Loading;
  base::WallTime asOf{};               // when this was last known to be all; the beginning: never
  std::optional<base::Error> trouble;  // why it is not live
  std::size_t total = 0;               // rows, before filters
  std::size_t shown = 0;
  QString note;  // what is in the table, and what is not known; may be empty

  bool operator==(const ClusterTableState&) const = default;
};

class ClusterTableVm : public QObject {
  Q_OBJECT

 public:
  explicit ClusterTableVm(TableSubject subject, QObject* parent = nullptr);

  // Null: nothing is open, the table is empty. The session must outlive it or be taken away before.
  void setSession(services::EnvironmentSession* session);
  // What the server says of its database, for tables that tell of it. Must outlive this.
  void setDatabase(DatabaseVm* database);
  // Only a table that is looked at reads what is costly and counts ages.
  void setActive(bool active);

  const TableSubject& subject() const { return m_subject; }
  ClusterTableModel& model() { return m_model; }
  const ClusterTableModel& model() const { return m_model; }
  const ClusterTableState& state() const { return m_state; }

 Q_SIGNALS:
  void stateChanged();

 private:
  bool isWorkedOut() const { return m_subject.topic != TableTopic::Objects; }
  std::vector<wire::KubeKind> kinds() const;
  TopicGround ground() const;
  void bind();
  void bindWorkedOut();
  std::vector<cluster::Freshness> freshness() const;
  void takeSoon();
  void take(const cluster::TableDiff& diff);
  void takeAll();
  void takeGathered();
  std::vector<ClusterRow> made(const std::vector<std::string>& ids) const;
  void takeSlice(std::vector<std::string>& ids);
  void takeSlices();
  void takeWorkedOut();
  void readState();
  void count();
  void tick();

  const TableSubject m_subject;
  ClusterTableModel m_model;
  ClusterTableState m_state;
  QPointer<services::EnvironmentSession> m_session;
  QPointer<services::ClusterWatch> m_watch;
  DatabaseVm* m_database = nullptr;
  QTimer m_soon;    // gathers changes of what is worked out
  QTimer m_second;  // ages
  QTimer m_slices;  // rows of a large table that are not made yet: a few in each turn of the event loop
  std::vector<std::string> m_unmade;     // their ids
  std::vector<std::string> m_judgeAnew;  // those that are made again for their verdicts, some each second
  cluster::DiffGatherer m_gathered;      // changes of a large table
  int m_ticks = 0;
  int m_pause = 0;  // ms until it is worked out again
  std::vector<cluster::Freshness> m_workedFrom;
  bool m_active = false;
  bool m_taking = false;
};

}  // namespace aiagent::ui
