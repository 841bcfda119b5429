// EnvironmentSession: one environment that is open: its kubeconfig read, its cluster watched, and who one is
// there.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/cluster/actions/arming.h"
#include "core/cluster/kubeconfig.h"
#include "core/domain/environment.h"
#include "core/services/background.h"
#include "core/services/cluster/certificate_probe.h"
#include "core/services/cluster/cluster_actions.h"
#include "core/services/cluster/cluster_identity.h"
#include "core/services/cluster/cluster_watch.h"
#include "core/services/cluster/environment_service.h"
#include "core/services/cluster/history_recorder.h"
#include "core/services/cluster/kube_proxy_http.h"
#include "core/services/cluster/login_path.h"
#include "core/services/cluster/signals_service.h"

namespace aiagent::services {

// What sessions stand on; all of it must outlive them.
struct ClusterGround {
  store::Store& store;  // for the release history and the audit log
  EnvironmentService& environments;
  LoginPath& path;
  std::function<KubeSurroundings(ExecPlugins*)> surroundings;
  // Makes what runs the programs that a kubeconfig names, found by `path`.
  std::function<std::unique_ptr<ExecPlugins>(std::string path, AskConsent ask)> makePlugins;
  ports::TlsProbe* tls = nullptr;  // null: nobody looks at certificates from here
};

struct SessionState {
  enum class Stage { Opening, Watching, Failed };
  Stage stage = Stage::Opening;
  std::vector<cluster::ConfigProblem> problems;  // of what its context uses; hints among them
  std::optional<base::Error> error;              // why it cannot be watched
  std::string context, server, nameSpace;        // empty before the kubeconfig is read
  std::optional<ClusterIdentity> identity;       // empty: not told yet
  std::optional<ExecWish> wish;                  // a program would run, and waits for the person's word

  bool operator==(const SessionState& other) const;
};

// Call from one thread with an event loop; signals come there.
class EnvironmentSession : public QObject {
  Q_OBJECT

 public:
  EnvironmentSession(domain::Environment environment, ClusterGround ground, QObject* parent = nullptr);
  ~EnvironmentSession() override;

  // Begins, or begins anew: the kubeconfig is read again, what was refused is asked for again.
  void open();
  const domain::Environment& environment() const { return m_environment; }
  const SessionState& state() const { return m_state; }
  // Null before Watching. Another object after open().
  ClusterWatch* watch() const { return m_watch.get(); }
  KubeClient* client() const { return m_client.get(); }
  // What the client stands on, for others that ask the same cluster.
  KubeSurroundings surroundings() const { return m_ground.surroundings(m_plugins.get()); }

  // Traffic, errors, latency and saturation; asked for from the first call on. Null before Watching.
  SignalsService* signals();
  // What certificates its public hosts show, looked at from the first call on. Null before Watching, while it
  // is switched off, and where the cluster is reached through a proxy: its hosts are then another network's.
  CertificateProbe* certificates();
  void setProbing(bool on);
  bool isProxied() const { return m_client && !m_client->access().proxyUrl.empty(); }
  // What is done to it. Null before Watching.
  ClusterActions* actions() const { return m_actions.get(); }
  // It is read-only until it is armed; opening it anew keeps that.
  cluster::Arming& arming() { return m_arming; }
  // The name under which its release history is kept; empty before the kubeconfig is read.
  const std::string& history() const { return m_history; }

  // The answer to `state().wish`. Always: kept, for exactly this wish.
  void answer(bool allow, bool always);

 Q_SIGNALS:
  void stateChanged();
  void watchChanged();  // rows or their freshness, certificates, or there is another watch
  void closing();       // watch(), client(), signals(), certificates() and actions() go now
  void historyKept();   // something new stands in its release history

 private:
  void close();
  void begin(const std::string& path);
  void take(base::Result<cluster::ResolvedAccess> told);
  void connectTo(cluster::ClusterAccess access);
  void askWho();
  void aimProbe();
  void fail(base::Error error);
  void ask(const ExecWish& wish, std::function<void(bool)> told);
  void change(const std::function<void(SessionState&)>& edit);

  const domain::Environment m_environment;
  ClusterGround m_ground;
  std::unique_ptr<Background> m_background;
  SessionState m_state;
  std::function<void(bool)> m_told;  // of the wish
  int m_opening = 0;                 // counts open(): what an older one began is not taken
  std::unique_ptr<ExecPlugins> m_plugins;
  std::unique_ptr<KubeClient> m_client;
  std::unique_ptr<ClusterWatch> m_watch;
  std::unique_ptr<KubeCall> m_who;
  std::unique_ptr<KubeProxyHttp> m_inside;  // reaches a Prometheus that only the cluster does
  std::unique_ptr<SignalsService> m_signals;
  std::unique_ptr<CertificateProbe> m_certificates;
  std::vector<ports::TlsTarget> m_targets;  // of m_certificates
  bool m_probing = true;
  std::unique_ptr<HistoryRecorder> m_recorder;
  std::unique_ptr<ClusterActions> m_actions;
  cluster::Arming m_arming;
  std::string m_history;
};

}  // namespace aiagent::services
