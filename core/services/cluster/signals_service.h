// SignalsService: traffic, errors, latency and saturation of one namespace, its error budget and its alerts.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <QObject>

#include "core/cluster/signals/usage_ring.h"
#include "core/services/cluster/kube_client.h"
#include "core/services/cluster/prometheus_client.h"
#include "core/services/cluster/prometheus_poll.h"
#include "core/services/cluster/signals_state.h"

namespace aiagent::services {

// From a Prometheus where there is one; else cpu and memory from metrics.k8s.io, as far as it was watched.
// Each round begins an interval after the last one ended, so that a slow server is not asked more than it
// answers. Whatever fails shows in the state, and in nothing else.
//
// Call from one thread with an event loop; the signal comes there, a few times a second at most.
class SignalsService : public QObject {
  Q_OBJECT

 public:
  SignalsService(PrometheusServer server, PrometheusSurroundings around, SignalsOptions options,
                 QObject* parent = nullptr);
  // Without a Prometheus. `cluster` must outlive this.
  SignalsService(KubeClient& cluster, PrometheusSurroundings around, SignalsOptions options,
                 QObject* parent = nullptr);
  ~SignalsService() override;

  void start();
  // Asks now: somebody wants to see it, or the computer slept.
  void refresh();
  // 1 h, 6 h, 24 h, 7 d. Points of the range before stay until the new ones are there.
  void setRange(std::chrono::seconds range);

  const SignalsState& state() const { return m_state; }

 Q_SIGNALS:
  void changed();

 private:
  void prepare();
  void poll();
  void rest();
  void askUsage();
  void takeAnswer(base::Result<KubeAnswer> answer);
  void takeUsage(base::Result<std::optional<cluster::UsagePoint>> usage);
  void showUsage();
  void publishSoon();

  PrometheusSurroundings m_around;
  SignalsOptions m_options;
  SignalsState m_state;
  std::unique_ptr<PrometheusClient> m_prometheus;
  std::unique_ptr<PrometheusPoll> m_poll;  // goes before its client
  KubeClient* m_cluster = nullptr;
  std::unique_ptr<KubeCall> m_call;
  Background m_background;  // a large cluster's answer takes longer than a frame to read
  cluster::UsageRing m_usage;
  std::unique_ptr<ports::Timer> m_next, m_signal;
  bool m_started = false;
};

}  // namespace aiagent::services
