#include "core/services/cluster/history_recorder.h"

#include <algorithm>
#include <QPointer>
#include <utility>

namespace aiagent::services {
namespace {

using cluster::Freshness;
using wire::KubeKind;

constexpr std::size_t kMostPending = 20'000;  // facts that wait for a store which cannot write
constexpr int kLookShare = 200;               // looking takes this part of a core at most

constexpr std::size_t kMostLookedAt = 4'000;  // of a kind in one look
// They are many, and only what changed of them can be a fact.
constexpr KubeKind kMany[] = {KubeKind::Pod, KubeKind::Event, KubeKind::Node};

// Takes them out.
std::vector<std::string> some(std::unordered_set<std::string>& all) {
  std::vector<std::string> taken;
  while (!all.empty() && taken.size() < kMostLookedAt)
    taken.push_back(std::move(all.extract(all.begin()).value()));
  return taken;
}

struct Kept {
  std::optional<store::ClusterSnapshot> snapshot;
  base::WallTime watchedUntil{};
};

}  // namespace

std::string historyName(const cluster::ClusterAccess& access, const std::string& nameSpace) {
  return access.server + '/' + (nameSpace.empty() ? "*" : nameSpace);
}

const std::vector<KubeKind>& recordedKinds() {
  static const std::vector<KubeKind> kinds = {KubeKind::ReplicaSet, KubeKind::Event,
                                              KubeKind::HorizontalPodAutoscaler, KubeKind::Node};
  return kinds;
}

HistoryRecorder::HistoryRecorder(Surroundings around, RecorderOptions options, QObject* parent)
    : QObject(parent), m_around(around), m_options(std::move(options)) {
  for (const auto kind : kMany) {
    m_news[kind];
    if (const auto* feed = around.watch.feed(kind))
      for (const auto& [uid, row] : feed->table().rows()) noteChanges(kind, {.added = {uid}});
  }
  connect(&around.watch, &ClusterWatch::rowsChanged, this, &HistoryRecorder::noteChanges);
}

HistoryRecorder::~HistoryRecorder() = default;

void HistoryRecorder::start() {
  m_around.store.read<Kept>(
      [environment = m_options.environment](store::Connection& connection) -> base::Result<Kept> {
        const auto until = store::clusterWatchedUntil(connection, environment);
        if (!until) return until.error();
        auto snapshot = store::clusterSnapshotBefore(connection, environment, *until);
        if (!snapshot) return snapshot.error();
        return Kept{std::move(*snapshot), *until};
      },
      [guard = QPointer<HistoryRecorder>(this)](base::Result<Kept> kept) {
        if (!guard) return;
        if (!kept) Q_EMIT guard->failed(kept.error());
        kept ? guard->goOn(std::move(kept->snapshot), kept->watchedUntil) : guard->goOn({}, {});
      });
}

void HistoryRecorder::goOn(std::optional<store::ClusterSnapshot> last, base::WallTime watchedUntil) {
  if (last)
    if (auto snapshot = cluster::readSnapshot(last->state))
      m_observer.continueFrom(std::move(*snapshot), watchedUntil);
  m_started = true;
  connect(&m_around.watch, &ClusterWatch::changed, this, [this] { schedule(m_options.settle); });
  schedule(m_options.settle);
  trim();
}

void HistoryRecorder::setAlerts(std::optional<std::vector<wire::PromAlert>> alerts) {
  if (std::exchange(m_alerts, alerts) != alerts && m_started) schedule(m_options.settle);
}

void HistoryRecorder::schedule(base::Milliseconds delay) {
  if (m_timer) return;
  m_timer = m_around.scheduler.after(std::max(delay, m_pace), [this] {
    const auto fired = std::move(m_timer);
    const auto begun = m_around.clock.now();
    look();
    m_pace = std::chrono::duration_cast<base::Milliseconds>((m_around.clock.now() - begun) * kLookShare);
  });
}

// All that can be seen is known now. A kind that may not be seen is no reason to record nothing.
bool HistoryRecorder::isKnown() const {
  bool any = false;
  for (const auto kind : cluster::workloadKinds()) {
    if (!m_around.watch.feed(kind)) continue;
    if (m_around.watch.isHidden(kind)) continue;
    if (!m_around.watch.isKnown(kind)) return false;
    any = true;
  }
  return any;
}

void HistoryRecorder::noteChanges(KubeKind kind, const cluster::TableDiff& diff) {
  const auto found = m_news.find(kind);
  if (found == m_news.end()) return;
  auto& uids = found->second;
  uids.insert(diff.added.begin(), diff.added.end());
  uids.insert(diff.changed.begin(), diff.changed.end());
  for (const auto& uid : diff.removed) uids.erase(uid);
}

std::size_t HistoryRecorder::toLookAt() const {
  std::size_t all = 0;
  for (const auto& [kind, uids] : m_news) all += uids.size();
  return all;
}

void HistoryRecorder::look() {
  m_heartbeat = m_around.scheduler.after(m_options.heartbeat, [this] {
    const auto fired = std::move(m_heartbeat);
    look();
  });
  const auto& watch = m_around.watch;
  cluster::HistoryView view{.now = watch.serverNow(),
                            .known = isKnown(),
                            .workloads = &watch.judged(),
                            .environment = m_around.watch.verdict(),
                            .table = [&watch](KubeKind kind) -> const cluster::KindTable* {
                              const auto* feed = watch.feed(kind);
                              return feed && !watch.isHidden(kind) && watch.isKnown(kind) ? &feed->table()
                                                                                          : nullptr;
                            },
                            .alerts = m_alerts ? &*m_alerts : nullptr};
  bool isMore = false;
  for (auto& [kind, uids] : m_news) {
    auto& news = view.news[kind];
    if (view.known && view.table(kind)) news = some(uids);
    isMore = isMore || news.size() == kMostLookedAt;
  }
  auto facts = m_observer.look(view);
  if (isMore) schedule(m_options.settle);
  if (m_observer.watchedUntil() == base::WallTime{}) return;
  const auto& state = m_observer.state();
  if (view.known && state.time - m_snapshot >= m_options.snapshot) {
    m_snapshot = state.time;
    m_pending.snapshot = store::ClusterSnapshot{state.time, cluster::snapshotJson(state)};
    if (m_pending.watchedUntil != base::WallTime{}) trim();
  }
  m_pending.watchedUntil = m_observer.watchedUntil();
  if (!facts.empty()) Q_EMIT recorded(facts);
  std::move(facts.begin(), facts.end(), std::back_inserter(m_pending.facts));
  if (m_pending.facts.size() > kMostPending)
    m_pending.facts.erase(m_pending.facts.begin(), m_pending.facts.end() - std::ptrdiff_t(kMostPending));
  write();
}

void HistoryRecorder::write() {
  if (m_writing || m_pending.watchedUntil == base::WallTime{}) return;
  m_writing = true;
  auto record = std::make_shared<store::ClusterRecord>(std::exchange(m_pending, {}));
  m_around.store.write<void>(
      [environment = m_options.environment, record](store::Connection& connection) {
        return store::keepClusterRecord(connection, environment, *record);
      },
      [guard = QPointer<HistoryRecorder>(this), record](base::Result<void> end) {
        if (guard) guard->written(*record, std::move(end));
      });
}

void HistoryRecorder::written(const store::ClusterRecord& record, base::Result<void> end) {
  m_writing = false;
  if (!end) {
    // It goes with the next look.
    m_pending.facts.insert(m_pending.facts.begin(), record.facts.begin(), record.facts.end());
    if (!m_pending.snapshot) m_pending.snapshot = record.snapshot;
    m_pending.watchedUntil = std::max(m_pending.watchedUntil, record.watchedUntil);
    if (!std::exchange(m_failing, true)) Q_EMIT failed(end.error());
  } else {
    m_failing = false;
    if (!record.facts.empty()) Q_EMIT kept();
    if (m_pending.watchedUntil != base::WallTime{}) return write();
  }
  if (m_finish) std::exchange(m_finish, nullptr)(std::move(end));
}

void HistoryRecorder::finish(std::function<void(base::Result<void>)> done) {
  m_finish = std::move(done);
  // What is not known now stays unseen.
  for (auto left = std::size_t(-1); m_started && toLookAt() < left;) {
    left = toLookAt();
    look();
  }
  if (!m_writing) std::exchange(m_finish, nullptr)({});
}

// A slice at a time, until nothing is left to go.
void HistoryRecorder::trim() {
  if (std::exchange(m_trimming, true)) return;
  const auto now = m_around.clock.wallNow();
  const store::ClusterHistoryLimits limits{.before = now - m_options.keep,
                                           .thinBefore = now - m_options.keepHourly,
                                           .mostFacts = m_options.mostFacts};
  m_around.store.write<std::int64_t>(
      [limits](store::Connection& connection) { return store::trimClusterHistory(connection, limits); },
      [guard = QPointer<HistoryRecorder>(this)](base::Result<std::int64_t> gone) {
        if (!guard) return;
        guard->m_trimming = false;
        if (gone && *gone > 0) guard->trim();
      });
}

}  // namespace aiagent::services
