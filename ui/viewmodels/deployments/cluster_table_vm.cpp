#include "ui/viewmodels/deployments/cluster_table_vm.h"

#include <utility>

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using services::ClusterWatch;
using wire::KubeKind;

constexpr int kGatherMs = 250;
constexpr int kSecondMs = 1'000;
// Verdicts of kinds may change by nothing but time: looked at anew this often, in seconds.
constexpr int kJudgeAnew = 15;

// Kinds that the cells of a kind are worked out from.
std::vector<KubeKind> neededFor(KubeKind kind) {
  switch (kind) {
    case KubeKind::Service: return {kind, KubeKind::EndpointSlice};
    case KubeKind::HorizontalPodAutoscaler: return {kind, KubeKind::VerticalPodAutoscaler};
    default: return {kind};
  }
}

}  // namespace

ClusterTableVm::ClusterTableVm(KubeKind kind, QObject* parent)
    : QObject(parent), m_kind(kind), m_model(kind == KubeKind::Other ? workloadColumns() : columnsOf(kind)) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kGatherMs);
  m_second.setInterval(kSecondMs);
  connect(&m_soon, &QTimer::timeout, this, &ClusterTableVm::takeWorkloads);
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
  bind();
  if (active) tick();
}

// The watch is another one after a session was opened anew.
void ClusterTableVm::bind() {
  auto* watch = m_session ? m_session->watch() : nullptr;
  if (watch != m_watch) {
    if (m_watch) m_watch->disconnect(this);
    m_watch = nullptr;
    m_model.update({});
  }
  if (!watch || !m_active || watch == m_watch) return readState();
  m_watch = watch;
  m_model.setNow(watch->serverNow());
  if (ofWorkloads()) {
    connect(watch, &ClusterWatch::changed, this, [this] {
      if (!m_soon.isActive()) m_soon.start();
    });
    return takeWorkloads();
  }
  watch->watchAlso(neededFor(m_kind));
  const auto* feed = watch->feed(m_kind);
  connect(feed, &services::KindFeed::rowsChanged, this, &ClusterTableVm::take);
  connect(feed, &services::KindFeed::stateChanged, this, &ClusterTableVm::readState);
  takeAll();
}

void ClusterTableVm::take(const cluster::TableDiff& diff) {
  const auto* feed = m_watch ? m_watch->feed(m_kind) : nullptr;
  if (!feed) return;
  std::vector<ClusterRow> rows;
  for (const auto* list : {&diff.added, &diff.changed})
    for (const auto& id : *list)
      if (const auto* row = feed->table().find(id)) {
        rows.push_back(rowOf(*row, *m_watch));
        rows.back().id = id;
      }
  m_model.apply(std::move(rows), diff.removed);
  readState();
}

void ClusterTableVm::takeAll() {
  const auto* feed = m_watch ? m_watch->feed(m_kind) : nullptr;
  std::vector<ClusterRow> rows;
  if (feed) {
    rows.reserve(feed->table().size());
    for (const auto& [id, row] : feed->table().rows()) {
      rows.push_back(rowOf(row, *m_watch));
      rows.back().id = id;
    }
  }
  m_model.update(std::move(rows));
  readState();
}

void ClusterTableVm::takeWorkloads() {
  if (!m_watch) return;
  std::vector<ClusterRow> rows;
  for (const auto& one : m_watch->workloads()) rows.push_back(rowOf(one, *m_watch));
  m_model.update(std::move(rows));
  readState();
}

// Of workloads the worst of all kinds that they are judged by.
void ClusterTableVm::readState() {
  ClusterTableState next;
  if (m_watch) {
    const auto kinds = ofWorkloads() ? services::judgedKinds() : std::vector{m_kind};
    bool first = true;
    for (const auto kind : kinds) {
      const auto* feed = m_watch->feed(kind);
      if (!feed) continue;
      const auto& state = feed->state();
      if (ofWorkloads() && state.freshness == Freshness::Absent) continue;  // not every cluster has them
      if (ofWorkloads() && kind == KubeKind::Rollout && state.freshness == Freshness::Denied) continue;
      if (first || services::lessFresh(state.freshness, next.freshness)) {
        next.freshness = state.freshness;
        next.trouble = state.trouble;
      }
      next.asOf = first ? feed->asOf() : std::min(next.asOf, feed->asOf());
      first = false;
    }
  }
  next.total = m_model.total();
  next.shown = std::size_t(m_model.rowCount());
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void ClusterTableVm::count() {
  if (m_state.shown == std::size_t(m_model.rowCount()) && m_state.total == m_model.total()) return;
  m_state.shown = std::size_t(m_model.rowCount());
  m_state.total = m_model.total();
  Q_EMIT stateChanged();
}

void ClusterTableVm::tick() {
  if (!m_watch) return;
  m_model.setNow(m_watch->serverNow());
  if (++m_ticks % kJudgeAnew != 0) return;
  if (ofWorkloads())
    takeWorkloads();
  else
    takeAll();
}

}  // namespace aiagent::ui
