// HistoryObserver: looks at a namespace again and again, and says what happened meanwhile. Pure: no store,
// clock or network.
//
// The first look tells only what differs from the state it was given: what happened while nobody watched.
// What is not known now (denied, stale, not there yet) is passed over, never taken for deleted; when that
// lasts it becomes a Gap. Pods' ends and events have the cluster's own times, so that two programs that watch
// record the same fact. Call from one thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/cluster/history/history_state.h"
#include "core/cluster/workloads.h"
#include "core/wire/prometheus_answer.h"

namespace aiagent::cluster {

struct HistoryView {
  base::WallTime now{};  // the server's
  bool known = false;    // what workloads rest on is known now
  const std::vector<Workload>* workloads = nullptr;
  Verdict environment = {};
  // Null: not known now, or not watched.
  std::function<const KindTable*(wire::KubeKind)> table;
  // Uids of what was told as new or changed since a look knew its kind, of pods, events and nodes; a kind
  // that is not in it: all of its table.
  std::map<wire::KubeKind, std::vector<std::string>> news = {};
  const std::vector<wire::PromAlert>* alerts = nullptr;  // null: not known now
};

struct HistoryLimits {
  std::chrono::seconds silence{60};  // not knowing for longer is a gap
  std::chrono::hours oldest{24};     // ends of containers and events from before are no news
};

class HistoryObserver {
 public:
  explicit HistoryObserver(HistoryLimits limits = {}) : m_limits(limits) {}

  // The state that was kept last, and up to when somebody watched; before the first look.
  void continueFrom(HistorySnapshot last, base::WallTime watchedUntil);

  std::vector<domain::ClusterFact> look(const HistoryView& view);

  // As it was at the last look that knew.
  const HistorySnapshot& state() const { return m_state; }
  // Up to when it is known; the beginning: nothing was.
  base::WallTime watchedUntil() const { return m_watched; }

 private:
  using Facts = std::vector<domain::ClusterFact>;
  void noteGap(const HistoryView& view);
  void noteWorkloads(const HistoryView& view);
  void noteWorkload(const HistoryView& view, const Workload& one);
  void noteAppeared(const HistoryView& view, const Workload& one, WorkloadThen now);
  void noteRollout(const HistoryView& view, const WorkloadThen& before, const WorkloadThen& now,
                   const Workload& one);
  void noteDeleted(const HistoryView& view);
  void noteEnvironment(const HistoryView& view);
  void notePods(const HistoryView& view);
  void notePod(const HistoryView& view, const wire::PodRow& pod);
  void noteEvents(const HistoryView& view);
  void noteEvent(const HistoryView& view, const wire::EventRow& event, const std::string& uid);
  void noteAutoscalers(const HistoryView& view);
  void noteNodes(const HistoryView& view);
  void noteNode(const HistoryView& view, const wire::NodeRow& node, const std::string& uid);
  void noteAlerts(const HistoryView& view);
  bool isNews(base::WallTime time, const HistoryView& view) const;

  const HistoryLimits m_limits;
  HistorySnapshot m_state;
  base::WallTime m_watched{};
  bool m_begun = false;
  std::set<std::string> m_rolling;                          // uids of workloads within a rollout
  std::set<std::string> m_ends, m_looping;                  // of containers
  std::map<std::string, std::int64_t> m_events;             // uid -> count that was told
  std::map<std::string, int> m_scalers;                     // uid -> wanted replicas
  std::map<std::string, bool> m_nodes;                      // uid -> ready
  std::unordered_map<std::string, std::string> m_versions;  // of workloads that were noted, by uid
  Facts m_facts;
};

}  // namespace aiagent::cluster
