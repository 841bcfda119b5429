// HistoryRecorder: keeps what happens in a watched namespace in the profile's release history.
#pragma once

#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/cluster/history/history_observer.h"
#include "core/services/cluster/cluster_watch.h"
#include "core/store/cluster_history.h"
#include "core/store/store.h"

namespace aiagent::services {

struct RecorderOptions {
  std::string environment;               // the name that the history is kept under; it stays
  base::Milliseconds settle{500};        // changes are looked at together
  base::Milliseconds heartbeat{30'000};  // calm is recorded too
  std::chrono::hours snapshot{1};
  std::chrono::hours keep{90 * 24};
  std::chrono::hours keepHourly{7 * 24};  // snapshots; then one a day
  std::int64_t mostFacts = 200'000;
};

// The name under which the history of a namespace is kept; an empty namespace is all of them. The same for
// the window and the command line.
std::string historyName(const cluster::ClusterAccess& access, const std::string& nameSpace);

// Kinds that a watch should have beside those of workloads, so that all facts are seen.
const std::vector<wire::KubeKind>& recordedKinds();

// Facts are written together, one batch at a time; what cannot be written waits, and is tried again. Call
// from one thread with an event loop; signals come there. All that it is given must outlive it.
class HistoryRecorder : public QObject {
  Q_OBJECT

 public:
  struct Surroundings {
    ClusterWatch& watch;
    store::Store& store;
    ports::Scheduler& scheduler;
    const base::Clock& clock;
  };
  HistoryRecorder(Surroundings around, RecorderOptions options, QObject* parent = nullptr);
  ~HistoryRecorder() override;

  // Reads what was kept last, and goes on from there.
  void start();
  // What a Prometheus tells; nothing: it is not known now.
  void setAlerts(std::optional<std::vector<wire::PromAlert>> alerts);
  // Looks now, and calls `done` when all that was seen is kept, or cannot be.
  void finish(std::function<void(base::Result<void>)> done);

 Q_SIGNALS:
  void recorded(const std::vector<aiagent::domain::ClusterFact>& facts);
  void kept();                                     // facts of before are in the store now
  void failed(const aiagent::base::Error& error);  // of writing; once until it works again

 private:
  void goOn(std::optional<store::ClusterSnapshot> last, base::WallTime watchedUntil);
  void schedule(base::Milliseconds delay);
  void look();
  void noteChanges(wire::KubeKind kind, const cluster::TableDiff& diff);
  bool isKnown() const;
  std::size_t toLookAt() const;
  void write();
  void written(const store::ClusterRecord& record, base::Result<void> end);
  void trim();

  Surroundings m_around;
  const RecorderOptions m_options;
  cluster::HistoryObserver m_observer;
  store::ClusterRecord m_pending;
  std::optional<std::vector<wire::PromAlert>> m_alerts;
  // Uids of pods, events and nodes that are to be looked at: in a large cluster, looking at all each time
  // would cost more than everything else.
  std::map<wire::KubeKind, std::unordered_set<std::string>> m_news;
  base::WallTime m_snapshot{};  // of the last one
  base::Milliseconds m_pace{};  // looks of a large cluster take long, and come more rarely
  std::unique_ptr<ports::Timer> m_timer, m_heartbeat;
  std::function<void(base::Result<void>)> m_finish;
  bool m_started = false, m_writing = false, m_failing = false, m_trimming = false;
};

}  // namespace aiagent::services
