#include "ui/viewmodels/deployments/cluster_table_vm.h"

#include <algorithm>
#include <iterator>
#include <QElapsedTimer>
#include <utility>

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using services::ClusterWatch;
using wire::KubeKind;

constexpr int kGatherMs = 250;
constexpr int kGatherLargeMs = 1'000;
constexpr int kWorkShare = 200;        // working a table out takes this part of a core at most,
constexpr int kMostWorkPause = 3'000;  // but is done so often all the same
constexpr int kSecondMs = 1'000;
// Verdicts of kinds may change by nothing but time: looked at anew this often, in seconds.
constexpr int kJudgeAnew = 15;
// A table of more rows is filled in slices, and its changes are gathered.
constexpr std::size_t kLarge = 1'000;
constexpr std::size_t kSlice = 500;
// So that a table of 30,000 rows is judged anew within a minute.
constexpr int kSlicesEachSecond = 1;

// Kinds that the cells of a kind are worked out from.
std::vector<KubeKind> neededFor(KubeKind kind) {
  switch (kind) {
    case KubeKind::Service: return {kind, KubeKind::EndpointSlice};
    case KubeKind::HorizontalPodAutoscaler: return {kind, KubeKind::VerticalPodAutoscaler};
    default: return {kind};
  }
}

}  // namespace

ClusterTableVm::ClusterTableVm(TableSubject subject, QObject* parent)
    : QObject(parent),
      m_subject(subject),
      m_model(subject.topic == TableTopic::Objects ? columnsOf(subject.kind) : columnsOf(subject.topic)) {
  m_soon.setSingleShot(true);
  m_second.setInterval(kSecondMs);
  m_slices.setInterval(0);
  connect(&m_soon, &QTimer::timeout, this, [this] { isWorkedOut() ? takeWorkedOut() : takeGathered(); });
  connect(&m_slices, &QTimer::timeout, this, &ClusterTableVm::takeSlices);
  connect(&m_second, &QTimer::timeout, this, &ClusterTableVm::tick);
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(&m_model, signal, this, &ClusterTableVm::count);
}

void ClusterTableVm::setSession(services::EnvironmentSession* session) {
  if (m_session == session) return;
  if (m_session) m_session->disconnect(this);
  m_session = session;
  if (session) connect(session, &services::EnvironmentSession::watchChanged, this, &ClusterTableVm::bind);
  bind();
}

void ClusterTableVm::setActive(bool active) {
  if (std::exchange(m_active, active) == active) return;
  if (active)
    m_second.start();
  else
    m_second.stop();
  const bool bound = m_watch != nullptr;
  bind();
  if (!active) {
    m_soon.stop();
    return m_slices.stop();
  }
  // What changed while nobody looked.
  if (bound) isWorkedOut() ? takeWorkedOut() : takeGathered();
  if (!m_unmade.empty()) takeSlices();
  tick();
}

// The watch is another one after a session was opened anew.
void ClusterTableVm::bind() {
  auto* watch = m_session ? m_session->watch() : nullptr;
  if (watch != m_watch) {
    if (m_watch) m_watch->disconnect(this);
    m_watch = nullptr;
    m_soon.stop();
    m_slices.stop();
    m_unmade.clear();
    m_judgeAnew.clear();
    m_gathered = {};
    m_model.update({});
  }
  if (watch && watch == m_watch && isWorkedOut()) takeSoon();
  if (!watch || !m_active || watch == m_watch) return readState();
  m_watch = watch;
  m_model.setNow(watch->serverNow());
  if (isWorkedOut()) return bindWorkedOut();
  watch->watchAlso(neededFor(m_subject.kind));
  const auto* feed = watch->feed(m_subject.kind);
  connect(feed, &services::KindFeed::rowsChanged, this, &ClusterTableVm::take);
  connect(feed, &services::KindFeed::stateChanged, this, &ClusterTableVm::readState);
  takeAll();
}

void ClusterTableVm::bindWorkedOut() {
  const auto of = kindsOf(m_subject.topic);
  m_watch->watchAlso(of.essential);
  m_watch->watchAlso(of.beside);
  connect(m_watch, &ClusterWatch::changed, this, &ClusterTableVm::takeSoon);
  takeWorkedOut();
}

// Of all that it is worked out from, in their order.
std::vector<Freshness> ClusterTableVm::freshness() const {
  std::vector<Freshness> all;
  const auto of = kindsOf(m_subject.topic);
  for (const auto* kinds : {&of.essential, &of.beside})
    for (const auto kind : *kinds) {
      const auto* feed = m_watch->feed(kind);
      all.push_back(feed ? feed->state().freshness : Freshness::Loading);
    }
  return all;
}

// A kind that came or was lost is shown at once.
void ClusterTableVm::takeSoon() {
  if (!m_watch || !m_active) return;
  const int pause = freshness() != m_workedFrom ? kGatherMs : m_pause;
  if (!m_soon.isActive() || m_soon.remainingTime() > pause) m_soon.start(pause);
}

void ClusterTableVm::setDatabase(DatabaseVm* database) {
  m_database = database;
  if (isWorkedOut()) connect(database, &DatabaseVm::stateChanged, this, &ClusterTableVm::takeSoon);
}

TopicGround ClusterTableVm::ground() const {
  return {*m_session, *m_watch, databaseOf(m_database, m_session->environment())};
}

std::vector<KubeKind> ClusterTableVm::kinds() const {
  return isWorkedOut() ? kindsOf(m_subject.topic).essential : std::vector{m_subject.kind};
}

// Each change of a large table costs a painting of what is shown of it.
void ClusterTableVm::take(const cluster::TableDiff& diff) {
  m_gathered.add(diff);
  if (!m_active) return;
  if (m_model.total() <= kLarge) return takeGathered();
  if (!m_soon.isActive()) m_soon.start(kGatherLargeMs);
}

void ClusterTableVm::takeGathered() {
  const auto* feed = m_watch ? m_watch->feed(m_subject.kind) : nullptr;
  if (!feed) return;
  auto diff = m_gathered.take();
  auto ids = std::move(diff.added);
  std::move(diff.changed.begin(), diff.changed.end(), std::back_inserter(ids));
  if (ids.size() > kSlice) {
    m_model.apply({}, diff.removed);
    std::move(ids.begin(), ids.end(), std::back_inserter(m_unmade));
    return takeSlices();
  }
  m_taking = true;
  m_model.apply(made(ids), diff.removed);
  m_taking = false;
  readState();
}

std::vector<ClusterRow> ClusterTableVm::made(const std::vector<std::string>& ids) const {
  const auto* feed = m_watch->feed(m_subject.kind);
  std::vector<ClusterRow> rows;
  rows.reserve(ids.size());
  for (const auto& id : ids)
    if (const auto* row = feed->table().find(id)) {
      rows.push_back(rowOf(*row, *m_watch));
      rows.back().id = id;
    }
  return rows;
}

void ClusterTableVm::takeAll() {
  const auto* feed = m_watch ? m_watch->feed(m_subject.kind) : nullptr;
  m_unmade.clear();
  std::vector<std::string> gone;
  for (const auto& [id, row] : m_model.all())
    if (!feed || !feed->table().find(id)) gone.push_back(id);
  m_model.apply({}, gone);
  if (feed)
    for (const auto& [id, row] : feed->table().rows()) m_unmade.push_back(id);
  takeSlices();
}

// One slice now, the others in later turns of the event loop.
void ClusterTableVm::takeSlices() {
  m_watch ? takeSlice(m_unmade) : m_unmade.clear();
  if (m_unmade.empty())
    m_slices.stop();
  else if (!m_slices.isActive())
    m_slices.start();
  readState();
}

void ClusterTableVm::takeSlice(std::vector<std::string>& ids) {
  const auto count = std::min(kSlice, ids.size());
  const std::vector<std::string> slice(ids.end() - std::ptrdiff_t(count), ids.end());
  ids.resize(ids.size() - count);
  m_model.apply(made(slice), {});
}

void ClusterTableVm::takeWorkedOut() {
  if (!m_watch || !m_session) return;
  m_workedFrom = freshness();
  QElapsedTimer took;
  took.start();
  m_model.update(rowsOf(m_subject.topic, ground()));
  readState();
  const auto pause = took.nsecsElapsed() * kWorkShare / 1'000'000;
  m_pause = int(std::clamp<qint64>(pause, kGatherMs, kMostWorkPause));
}

// Of what is worked out from several kinds, the worst of those that it is about.
void ClusterTableVm::readState() {
  ClusterTableState next;
  if (m_watch) {
    bool first = true;
    for (const auto kind : kinds()) {
      const auto* feed = m_watch->feed(kind);
      if (!feed) continue;
      const auto& state = feed->state();
      if (isWorkedOut() && state.freshness == Freshness::Absent) continue;  // not every cluster has them
      if (isWorkedOut() && kind == KubeKind::Rollout && state.freshness == Freshness::Denied) continue;
      if (first || services::lessFresh(state.freshness, next.freshness)) {
        next.freshness = state.freshness;
        next.trouble = state.trouble;
      }
      next.asOf = first ? feed->asOf() : std::min(next.asOf, feed->asOf());
      first = false;
    }
    if (isWorkedOut() && m_session) next.note = noteOf(m_subject.topic, ground());
  }
  next.total = m_model.total();
  next.shown = std::size_t(m_model.rowCount());
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ClusterTableVm::count() {
  if (m_taking) return;  // told once, when all is taken
  if (m_state.shown == std::size_t(m_model.rowCount()) && m_state.total == m_model.total()) return;
  m_state.shown = std::size_t(m_model.rowCount());
  m_state.total = m_model.total();
  Q_EMIT stateChanged();
}

void ClusterTableVm::tick() {
  if (!m_watch) return;
  m_model.setNow(m_watch->serverNow());
  for (int i = 0; i < kSlicesEachSecond && !m_judgeAnew.empty(); ++i) takeSlice(m_judgeAnew);
  if (++m_ticks % kJudgeAnew != 0 || !m_judgeAnew.empty()) return;
  if (isWorkedOut()) return takeWorkedOut();
  if (m_model.total() <= kLarge) return takeAll();
  for (const auto& [id, row] : m_model.all()) m_judgeAnew.push_back(id);
}

}  // namespace aiagent::ui
