// DeploymentsVm: the environments of this computer, the one that is looked at, and how it is.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QTimer>
#include <vector>

#include "core/services/cluster/environment_session.h"
#include "ui/viewmodels/deployments/cluster_table_model.h"

namespace aiagent::ui {

// What is known of one environment that was opened.
struct EnvironmentGlance {
  cluster::Verdict verdict;  // Unknown before anything is known, and while what is shown is stale
  cluster::Freshness freshness = cluster::Freshness::Loading;
  base::WallTime asOf{};
  bool operator==(const EnvironmentGlance&) const = default;
};

struct DeploymentsState {
  bool loaded = false;
  std::vector<domain::Environment> environments;               // production first
  domain::EnvironmentId current;                               // null: there is none
  services::SessionState session;                              // of the current one
  std::map<domain::EnvironmentId, EnvironmentGlance> glances;  // of those that were opened
  bool probing = true;               // public hosts are asked for their certificates
  std::optional<base::Error> error;  // of what was tried last

  const domain::Environment* environment() const;  // the current one; null: there is none
  const EnvironmentGlance* glance() const;
  bool operator==(const DeploymentsState&) const = default;
};

// A context that a kubeconfig offers.
struct ContextChoice {
  QString name, server, nameSpace;
  bool isCurrent = false;
};
struct ContextChoices {
  std::vector<ContextChoice> contexts;
  std::vector<cluster::ConfigProblem> problems;
  std::optional<base::Error> error;
};

class DeploymentsVm : public QObject {
  Q_OBJECT

 public:
  // What `ground` names must outlive it.
  DeploymentsVm(services::ClusterGround ground, QObject* parent = nullptr);
  ~DeploymentsVm() override;

  const DeploymentsState& state() const { return m_state; }
  // Of the current environment; null: there is none. Kept while its environment stays as it is.
  services::EnvironmentSession* session() const;
  const base::Clock& clock() const { return m_clock; }
  // Of the profile: what is private to this person goes there.
  const std::filesystem::path& folder() const { return m_ground.store.profile(); }
  // The server's time of the current environment, as far as it is known.
  base::WallTime serverNow() const;

  void load();
  // Opens it where it was not yet. Others that were opened stay watched, so that their verdicts stay true.
  void open(const domain::EnvironmentId& id);
  void reopen();   // reads the kubeconfig again, and connects anew
  void refresh();  // asks for everything now
  void wake();     // the computer slept, or has another network
  void answer(bool allow, bool always);
  // Whether public hosts are asked for their certificates from this computer; kept, for all environments.
  void setProbing(bool on);

  void save(domain::Environment environment, services::Done<domain::Environment> done);
  void remove(const domain::EnvironmentId& id);
  void clearError();
  // What the table shows now, as CSV; state().error says why it could not be written.
  void exportTable(const ClusterTableModel& table, const QString& path);
  // The environment as it is now and its last day, as one page of HTML; state().error as above.
  void exportReport(const QString& path);
  // What the kubeconfig at `file` (empty: the usual places) offers; read beside the event loop.
  void askContexts(const QString& file, std::function<void(ContextChoices)> done);
  // Reads an env file; beside the event loop. InvalidInput: domain::environmentFromFile().
  void readEnvFile(const QString& file, services::Done<domain::Environment> done);

 Q_SIGNALS:
  void stateChanged();
  void sessionChanged();  // session() is another one

 private:
  void readEnvironments();
  void readSession();
  void readProbing();
  void written(base::Result<void> outcome);
  void probingIs(bool on);
  void look();
  EnvironmentGlance glanceAt(services::EnvironmentSession& session) const;
  void change(const std::function<void(DeploymentsState&)>& edit);

  services::ClusterGround m_ground;
  const base::Clock& m_clock;
  std::unique_ptr<services::Background> m_background;
  std::map<domain::EnvironmentId, std::unique_ptr<services::EnvironmentSession>> m_sessions;
  DeploymentsState m_state;
  QTimer m_soon;    // gathers changes of watches
  QTimer m_steady;  // verdicts change with time too
};

}  // namespace aiagent::ui
