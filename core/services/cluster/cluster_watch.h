// ClusterWatch: one namespace of a cluster (or all), watched, with its workloads judged.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/cluster/verdicts/environment_verdict.h"
#include "core/cluster/workloads.h"
#include "core/services/cluster/kind_feed.h"
#include "core/services/random_seed.h"

namespace aiagent::services {

struct WatchedWorkload {
  cluster::Workload workload;
  cluster::Freshness freshness = cluster::Freshness::Loading;  // the worst of what it rests on
  base::WallTime asOf{};  // when the oldest of that was last known to be all
  bool operator==(const WatchedWorkload&) const = default;
};

struct ClusterWatchOptions {
  std::string nameSpace;  // empty: all of them
  // Which kinds; those of workloads and what they rest on without a choice.
  std::vector<wire::KubeKind> kinds = {};
  // Everybody's waits are of other lengths: all who watch a server lose it in the same moment.
  cluster::WatchOptions watch = {.seed = randomSeed()};
};

// Call from one thread with an event loop; signals come there. The client and what is around it must outlive
// it.
class ClusterWatch : public QObject {
  Q_OBJECT

 public:
  ClusterWatch(KubeClient& client, const KubeSurroundings& around, ClusterWatchOptions options,
               QObject* parent = nullptr);
  ~ClusterWatch() override;

  void start();
  // These too, from now on; those that are watched already stay.
  void watchAlso(const std::vector<wire::KubeKind>& kinds);
  void wake();
  void refresh();

  // Null: it is not watched.
  const KindFeed* feed(wire::KubeKind kind) const;
  // Every kind is known, or known to be denied, absent or out of reach.
  bool settled() const;
  // All of this kind is known now, as far as the server tells; not: denied, stale, not there yet. A kind that
  // not every cluster has may be missing.
  bool isKnown(wire::KubeKind kind) const;
  // What is there of it may not be seen (any more): nothing is said of it, not even that it is gone.
  bool isHidden(wire::KubeKind kind) const;
  // Judged now, so that ages count. Where that is costly it is done so often only that it takes little of a
  // core, and changed() comes when what changed meanwhile can be judged.
  std::vector<WatchedWorkload> workloads() const;
  // The same without how fresh each is; until the next turn of the event loop.
  const std::vector<cluster::Workload>& judged() const;
  // The worst of all workloads, held (cluster::EnvironmentVerdict). Stale: Unknown.
  cluster::Verdict verdict();
  // The server's time, as far as it told.
  base::WallTime serverNow() const;

 Q_SIGNALS:
  void changed();
  // Before changed(): which rows of a kind.
  void rowsChanged(aiagent::wire::KubeKind kind, const aiagent::cluster::TableDiff& diff);

 private:
  KindFeed& addFeed(wire::KubeKind kind);
  void noteChanges(const KindFeed& feed, const cluster::TableDiff& diff);
  void noteSpecs(const KindFeed& feed, const cluster::TableDiff& diff);
  void tellWhenJudged();
  void judge() const;
  std::pair<cluster::Freshness, base::WallTime> believed(wire::KubeKind kind) const;

  KubeClient& m_client;
  const KubeSurroundings m_around;
  const base::Clock& m_clock;
  const ClusterWatchOptions m_options;
  // The feeds go first, then the thread that reads for them, then the names.
  base::Interner m_names;
  std::unique_ptr<Background> m_background;
  std::map<wire::KubeKind, std::unique_ptr<KindFeed>> m_feeds;
  // Of kinds that are rolled out, by uid: the generation last seen, and when another one came.
  std::map<std::string, std::pair<std::int64_t, base::WallTime>> m_specs;
  cluster::EnvironmentVerdict m_environment;
  std::unordered_set<std::string> m_told;  // keys told to m_environment
  mutable std::vector<cluster::Workload> m_judged;
  mutable std::uint64_t m_judging = 0;  // counts them
  std::uint64_t m_toldJudging = 0;      // that m_environment was told of
  mutable base::Instant m_judgeNext{};  // before it m_judged stands
  std::unique_ptr<ports::Timer> m_later;
  bool m_started = false;
};

// Those that must be known for a verdict of the environment: workloads, and what they rest on.
std::vector<wire::KubeKind> judgedKinds();

// From best to worst.
bool lessFresh(cluster::Freshness a, cluster::Freshness b);

}  // namespace aiagent::services
