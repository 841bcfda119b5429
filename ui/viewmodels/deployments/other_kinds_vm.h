// OtherKindsVm: the kinds of the open cluster that have no table of their own, and the objects of one of them
// as the server shows them. Read again and again while somebody looks, never watched.
#pragma once

#include <memory>
#include <optional>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <string>
#include <vector>

#include "core/services/cluster/environment_session.h"
#include "core/services/cluster/resource_tables.h"
#include "ui/viewmodels/deployments/cluster_table_model.h"

namespace aiagent::ui {

// An object that was opened.
struct OpenedObject {
  std::string id;                    // its row's
  std::string title;                 // "ConfigMap/settings"
  std::string text;                  // JSON; kept when a later reading fails
  std::optional<base::Error> error;  // of the last reading
  bool operator==(const OpenedObject&) const = default;
};

struct OtherKindsState {
  bool open = false;  // a cluster is
  bool kindsKnown = false;
  std::vector<wire::KubeResource> kinds;  // by name
  std::vector<std::string> unanswered;    // groups that do not answer
  std::optional<base::Error> kindsError;  // of the last asking
  int chosen = -1;                        // of `kinds`; -1: none
  base::WallTime readAt{};                // the table, by this computer's clock; the beginning: not yet
  std::optional<base::Error> error;       // of its last reading
  cluster::Freshness freshness = cluster::Freshness::Loading;  // Polled, or Stale after an error
  bool complete = true;                                        // the table has all
  std::optional<std::int64_t> remaining;                       // how many more there are, where that is told
  std::size_t total = 0, shown = 0;                            // rows, before and after the filter
  std::optional<OpenedObject> object;

  const wire::KubeResource* kind() const { return chosen < 0 ? nullptr : &kinds[std::size_t(chosen)]; }
  bool operator==(const OtherKindsState&) const = default;
};

class OtherKindsVm : public QObject {
  Q_OBJECT

 public:
  // `clock` must outlive it. `pause`: between two readings.
  explicit OtherKindsVm(const base::Clock& clock, std::chrono::milliseconds pause = std::chrono::seconds(30),
                        QObject* parent = nullptr);
  ~OtherKindsVm() override;

  // Null: nothing is open. The session must outlive it or be taken away before.
  void setSession(services::EnvironmentSession* session);
  // Only while it is looked at anything is read.
  void setShown(bool shown);
  void refresh();
  void choose(int kind);  // of state().kinds
  void setFilter(const QString& text);
  void openObject(const std::string& rowId);
  void closeObject();

  const OtherKindsState& state() const { return m_state; }
  const base::Clock& clock() const { return m_clock; }
  std::chrono::milliseconds pause() const { return m_pause.intervalAsDuration(); }
  // Null before a kind was read. Another one after modelChanged().
  ClusterTableModel* model() const { return m_model.get(); }
  // Columns that the server wants to be shown only where there is room.
  const std::vector<int>& extraColumns() const { return m_extra; }
  void countAges();  // by the server's clock

 Q_SIGNALS:
  void stateChanged();
  void modelAboutToChange();
  void modelChanged();

 private:
  void bind();
  void drop();
  void endCalls();
  void read();
  void askKinds();
  void takeKinds(base::Result<services::ClusterKinds> found);
  void askTable();
  void takeTable(base::Result<services::ResourceTable> table);
  void showTable(const services::ResourceTable& table);
  void setModel(std::unique_ptr<ClusterTableModel> model);
  void askObject();
  void takeObject(base::Result<std::string> text);
  void count(OtherKindsState& state) const;
  services::KubeClient* client() const { return m_session ? m_session->client() : nullptr; }
  std::string placeOf(const wire::KubeResource& kind) const;
  void change(const std::function<void(OtherKindsState&)>& edit);

  const base::Clock& m_clock;
  OtherKindsState m_state;
  QPointer<services::EnvironmentSession> m_session;
  services::KubeClient* m_client = nullptr;  // whom the state is of; compared only
  std::unique_ptr<services::KubeCall> m_kindsCall, m_tableCall, m_objectCall;
  std::unique_ptr<ClusterTableModel> m_model;
  std::vector<wire::KubeColumn> m_columns;  // of the model
  std::vector<int> m_extra;
  std::string m_wanted;  // the kind that was chosen last ("configmaps"), for another cluster too
  QString m_filter;
  QTimer m_pause;
  bool m_shown = false;
};

// As a table of the dashboard: an "Age" whose creation is told counts on, numbers sort as such.
std::vector<ClusterColumn> columnsOf(const services::ResourceTable& table);
std::vector<ClusterRow> rowsOf(const services::ResourceTable& table);

}  // namespace aiagent::ui
