#include "core/services/cluster/cluster_watch.h"

#include <algorithm>
#include <utility>

#include "core/cluster/kube_kinds.h"

namespace aiagent::services {
namespace {

using cluster::Freshness;
using wire::KubeKind;

// Judging may take this part of a core, so that a change is judged within so many times what it takes (30,000
// pods: within a second); what takes less than a moment is done whenever somebody asks.
constexpr int kJudgeShare = 200;
constexpr base::Milliseconds kMoment{2};

int rank(Freshness freshness) {
  switch (freshness) {
    case Freshness::Live: return 0;
    case Freshness::Absent: return 1;  // nothing to be told of it: that is known
    case Freshness::Polled: return 2;
    case Freshness::Lagging: return 3;
    case Freshness::Denied: return 4;
    case Freshness::Stale: return 5;
    case Freshness::Loading: return 6;
  }
  return 6;
}

// Whose verdict asks when the spec changed.
bool isRolledOut(KubeKind kind) {
  return kind == KubeKind::Deployment || kind == KubeKind::StatefulSet || kind == KubeKind::DaemonSet;
}

// What a verdict of this kind rests on besides the object itself.
std::vector<KubeKind> restsOn(KubeKind kind) {
  if (kind == KubeKind::Deployment) return {KubeKind::ReplicaSet, KubeKind::Pod};
  if (kind == KubeKind::StatefulSet || kind == KubeKind::DaemonSet) return {KubeKind::Pod};
  return {};
}

}  // namespace

std::vector<KubeKind> judgedKinds() {
  auto kinds = cluster::workloadKinds();
  kinds.push_back(KubeKind::ReplicaSet);
  return kinds;
}

bool lessFresh(Freshness a, Freshness b) {
  return rank(a) > rank(b);
}

ClusterWatch::ClusterWatch(KubeClient& client, const KubeSurroundings& around, ClusterWatchOptions options,
                           QObject* parent)
    : QObject(parent),
      m_client(client),
      m_around(around),
      m_clock(around.clock),
      m_options(std::move(options)),
      m_background(std::make_unique<Background>(around.scheduler)) {
  for (const auto kind : m_options.kinds.empty() ? judgedKinds() : m_options.kinds) addFeed(kind);
}

KindFeed& ClusterWatch::addFeed(KubeKind kind) {
  const FeedSurroundings feeds{m_client, *m_background, m_names, m_around.scheduler, m_around.clock};
  auto watch = m_options.watch;
  watch.seed = watch.seed * 31 + std::uint64_t(kind);
  auto feed = std::make_unique<KindFeed>(kind, m_options.nameSpace, feeds, watch);
  connect(feed.get(), &KindFeed::stateChanged, this, [this] {
    m_judgeNext = {};  // what may not be seen any more is not shown a moment longer
    Q_EMIT changed();
  });
  connect(feed.get(), &KindFeed::rowsChanged, this,
          [this, raw = feed.get()](const cluster::TableDiff& diff) { noteChanges(*raw, diff); });
  return *m_feeds.emplace(kind, std::move(feed)).first->second;
}

ClusterWatch::~ClusterWatch() {
  m_feeds.clear();
}

void ClusterWatch::start() {
  m_started = true;
  for (const auto& [kind, feed] : m_feeds) feed->start();
}

void ClusterWatch::watchAlso(const std::vector<KubeKind>& kinds) {
  for (const auto kind : kinds) {
    if (m_feeds.contains(kind)) continue;
    auto& feed = addFeed(kind);
    if (m_started) feed.start();
  }
}

void ClusterWatch::wake() {
  for (const auto& [kind, feed] : m_feeds) feed->wake();
}

void ClusterWatch::refresh() {
  for (const auto& [kind, feed] : m_feeds) feed->refresh();
}

const KindFeed* ClusterWatch::feed(KubeKind kind) const {
  const auto found = m_feeds.find(kind);
  return found == m_feeds.end() ? nullptr : found->second.get();
}

bool ClusterWatch::settled() const {
  return std::all_of(m_feeds.begin(), m_feeds.end(), [](const auto& one) {
    const auto& state = one.second->state();
    return state.freshness != Freshness::Loading || state.trouble.has_value();
  });
}

// What may not be seen, or is not there: rows of before say nothing of now.
bool ClusterWatch::isHidden(KubeKind kind) const {
  const auto* one = feed(kind);
  return !one || one->state().freshness == Freshness::Denied || one->state().freshness == Freshness::Absent;
}

bool ClusterWatch::isKnown(KubeKind kind) const {
  const auto* one = feed(kind);
  if (!one) return false;
  switch (one->state().freshness) {
    case Freshness::Live:
    case Freshness::Lagging:
    case Freshness::Polled: return true;
    // Not every cluster has it, and who may not ask is told that it is not allowed.
    case Freshness::Denied:
    case Freshness::Absent: return kind == KubeKind::Rollout;
    default: return false;
  }
}

// The deadline of an undone rollout stands until the first progress (contract D7): when a spec changed while
// it was watched is what tells it from a true one.
void ClusterWatch::noteSpecs(const KindFeed& feed, const cluster::TableDiff& diff) {
  const auto now = serverNow();
  for (const auto* list : {&diff.added, &diff.changed})
    for (const auto& uid : *list) {
      const auto* row = feed.table().find(uid);
      if (!row) continue;
      const auto generation = wire::headOf(*row).generation;
      auto [spec, fresh] = m_specs.try_emplace(uid, generation, base::WallTime{});
      if (!fresh && spec->second.first != generation) spec->second = {generation, now};
    }
  for (const auto& uid : diff.removed) m_specs.erase(uid);
}

void ClusterWatch::noteChanges(const KindFeed& feed, const cluster::TableDiff& diff) {
  if (isRolledOut(feed.kind())) noteSpecs(feed, diff);
  Q_EMIT rowsChanged(feed.kind(), diff);
  tellWhenJudged();
  Q_EMIT changed();
}

// Who looks before that is given what was judged last, and would not look again.
void ClusterWatch::tellWhenJudged() {
  const auto now = m_clock.now();
  if (m_later || now >= m_judgeNext) return;
  const auto wait = std::chrono::ceil<base::Milliseconds>(m_judgeNext - now);
  m_later = m_around.scheduler.after(wait, [this] {
    const auto fired = std::move(m_later);
    Q_EMIT changed();
  });
}

base::WallTime ClusterWatch::serverNow() const {
  return m_clock.wallNow() + m_client.clockOffset().value_or(base::Milliseconds(0));
}

std::pair<Freshness, base::WallTime> ClusterWatch::believed(KubeKind kind) const {
  const auto* own = feed(kind);
  if (!own) return {Freshness::Loading, {}};
  std::pair worst{own->state().freshness, own->asOf()};
  for (const auto other : restsOn(kind)) {
    const auto* under = feed(other);
    if (isHidden(other)) continue;  // it was not used
    if (lessFresh(under->state().freshness, worst.first)) worst.first = under->state().freshness;
    worst.second = std::min(worst.second, under->asOf());
  }
  return worst;
}

void ClusterWatch::judge() const {
  const auto begun = m_clock.now();
  const cluster::WorkloadTables tables{
      .table = [this](KubeKind kind) -> const cluster::KindTable* {
        const auto* one = feed(kind);
        return one && one->asOf() != base::WallTime{} && !isHidden(kind) ? &one->table() : nullptr;
      },
      .now = serverNow(),
      .changed =
          [this](const std::string& uid) {
            const auto found = m_specs.find(uid);
            return found == m_specs.end() ? base::WallTime{} : found->second.second;
          }};
  m_judged = cluster::judgeWorkloads(tables);
  ++m_judging;
  const auto end = m_clock.now();
  const auto cost = end - begun;
  m_judgeNext = cost < kMoment ? base::Instant{} : end + cost * kJudgeShare;
}

const std::vector<cluster::Workload>& ClusterWatch::judged() const {
  if (m_clock.now() >= m_judgeNext) judge();
  return m_judged;
}

std::vector<WatchedWorkload> ClusterWatch::workloads() const {
  std::map<KubeKind, std::pair<Freshness, base::WallTime>> known;
  std::vector<WatchedWorkload> watched;
  const auto& all = judged();
  watched.reserve(all.size());
  for (const auto& workload : all) {
    const auto [one, isNew] = known.try_emplace(workload.kind);
    if (isNew) one->second = believed(workload.kind);
    watched.push_back({workload, one->second.first, one->second.second});
  }
  return watched;
}

cluster::Verdict ClusterWatch::verdict() {
  const auto now = m_clock.now();
  const auto& all = judged();
  if (std::exchange(m_toldJudging, m_judging) != m_judging) {
    std::unordered_set<std::string> told;
    for (const auto& workload : all) {
      m_environment.on(workload.uid, workload.title(), workload.verdict, now);
      told.insert(workload.uid);
    }
    for (const auto& key : m_told)
      if (!told.contains(key)) m_environment.remove(key);
    m_told = std::move(told);
  }
  bool stale = false;
  for (const auto kind : judgedKinds()) stale = stale || !isKnown(kind);
  m_environment.setStale(stale);
  return m_environment.at(now);
}

}  // namespace aiagent::services
