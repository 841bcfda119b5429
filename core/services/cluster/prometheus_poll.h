// PrometheusPoll: asks a Prometheus for all signals of a namespace, once a call. SignalsService's own.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cluster/signals/query_range.h"
#include "core/cluster/signals/signal_queries.h"
#include "core/services/cluster/prometheus_client.h"
#include "core/services/cluster/signals_state.h"

namespace aiagent::services {

// Each answer changes `state` and calls `changed`, each question that fails does so for its own part alone.
// Call from one thread; `client`, `clock` and `state` must outlive this.
class PrometheusPoll {
 public:
  PrometheusPoll(PrometheusClient& client, const base::Clock& clock, SignalsOptions options,
                 SignalsState& state, std::function<void()> changed);
  ~PrometheusPoll();

  // Asks for everything that is due; `done` comes when all of it was answered, not after stop().
  void run(std::function<void()> done);
  void stop();
  // stop(), and from now on this range.
  void setRange(std::chrono::seconds range);
  // Freshness by the time that passed since.
  void age();

 private:
  struct Watched {                          // one signal
    std::optional<std::size_t> place = {};  // of the source that answered, in signalQueries()
    bool newestTold = false;                // when the newest measurement is from
    std::optional<base::Instant> nextSearch = {}, nextLearning = {};
    std::optional<cluster::QueryRange> asked = {};  // whose points are there
    std::optional<base::Error> refused = {};        // a question of the search that goes on
    cluster::SeasonalBand band = {};
  };
  using Taker = std::function<void(base::Result<wire::PromAnswer>)>;

  void ask(const std::string& expression, const std::optional<cluster::QueryRange>& range, Taker take);
  void keep(const std::function<std::unique_ptr<PrometheusCall>(int)>& begin);
  void answered(int call);
  void update(cluster::SignalKind kind);
  void search(cluster::SignalKind kind, std::size_t place);
  void takePoints(cluster::SignalKind kind, std::size_t place, base::Result<wire::PromAnswer> answer);
  void nothingFound(cluster::SignalKind kind);
  void askLatest(cluster::SignalKind kind);
  void askNewest(cluster::SignalKind kind);
  void learn(cluster::SignalKind kind);
  void judge(cluster::SignalKind kind);
  void askBudget();
  void askShares(const std::vector<std::chrono::seconds>& windows);
  void takeShares(const std::vector<std::chrono::seconds>& windows, base::Result<wire::PromAnswer> answer);
  void askAlerts();
  void askAlertSeries();
  void takeAlerts(base::Result<std::vector<wire::PromAlert>> alerts);

  SignalState& stateOf(cluster::SignalKind kind) { return m_state.each.at(std::size_t(kind)); }
  Watched& watched(cluster::SignalKind kind) { return m_watched.at(std::size_t(kind)); }
  cluster::SignalQuery queryOf(cluster::SignalKind kind) const;
  std::vector<cluster::SignalQuery> queriesOf(cluster::SignalKind kind) const;
  bool due(std::optional<base::Instant>& next, base::Milliseconds interval);

  PrometheusClient& m_client;
  const base::Clock& m_clock;
  SignalsOptions m_options;
  SignalsState& m_state;
  std::function<void()> m_changed, m_done;
  cluster::QueryRange m_range;
  std::vector<Watched> m_watched;
  cluster::ErrorShares m_shares;
  std::map<std::chrono::seconds, base::Instant> m_sharesAt;
  std::chrono::seconds m_observed{0};
  cluster::BurnMemory m_burning;
  std::optional<base::Instant> m_nextShort, m_nextLong;
  bool m_alertsAsSeries = false;                                     // it has no /api/v1/alerts
  std::map<std::string, std::vector<cluster::SignalKind>> m_newest;  // asked for, by whom
  std::map<int, std::unique_ptr<PrometheusCall>> m_calls;
  int m_lastCall = 0;
};

}  // namespace aiagent::services
