#include "ui/viewmodels/deployments/history_vm.h"

#include <algorithm>
#include <utility>

#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using base::Result;
using domain::ClusterFact;

constexpr std::int64_t kMostFacts = 2'000;  // of a list that a person reads
constexpr std::int64_t kMostToReplay = 100'000;

struct Kept {
  std::optional<store::ClusterSnapshot> snapshot;
  std::vector<ClusterFact> facts;
  base::WallTime watchedUntil{};
};

Result<Kept> readKept(store::Connection& connection, const std::string& name, base::WallTime time) {
  auto snapshot = store::clusterSnapshotBefore(connection, name, time);
  if (!snapshot) return snapshot.error();
  const auto until = store::clusterWatchedUntil(connection, name);
  if (!until) return until.error();
  const auto from = *snapshot ? (*snapshot)->time : time;
  auto facts = store::listClusterFacts(connection, name, from, time, kMostToReplay);
  if (!facts) return facts.error();
  return Kept{std::move(*snapshot), std::move(*facts), *until};
}

}  // namespace

HistoryVm::HistoryVm(store::Store& store, const base::Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock) {}

void HistoryVm::setHistory(const std::string& name) {
  if (std::exchange(m_name, name) == name) return;
  ++m_asked;
  ++m_looked;
  m_state = {};
  Q_EMIT stateChanged();
  load();
}

void HistoryVm::setSpan(std::chrono::hours span) {
  if (std::exchange(m_span, span) != span) load();
}

void HistoryVm::load() {
  if (m_name.empty()) return;
  const auto to = m_clock.wallNow();
  const auto from = to - m_span;
  using Facts = std::vector<ClusterFact>;
  m_store.read<Facts>(
      [name = m_name, from, to](store::Connection& connection) {
        // A server's clock may be ahead of this computer's.
        return store::listClusterFacts(connection, name, from, to + std::chrono::hours(1), kMostFacts);
      },
      whileAlive(this, [this, from, to, asked = ++m_asked](Result<Facts> facts) {
        if (asked != m_asked) return;
        m_state.loaded = true;
        m_state.from = from;
        m_state.to = to;
        m_state.error = facts ? std::nullopt : std::optional(facts.error());
        if (facts) {
          std::reverse(facts->begin(), facts->end());
          m_state.facts = std::move(*facts);
        }
        Q_EMIT stateChanged();
      }));
}

void HistoryVm::lookAt(std::optional<base::WallTime> time) {
  m_state.at = time;
  const int looked = ++m_looked;
  if (!time) m_state.then.reset();
  Q_EMIT stateChanged();
  if (!time || m_name.empty()) return;
  m_store.read<Kept>(
      [name = m_name, at = *time](store::Connection& connection) { return readKept(connection, name, at); },
      whileAlive(this, [this, looked, at = *time](Result<Kept> kept) {
        if (looked != m_looked) return;
        m_state.then.reset();
        m_state.error = kept ? std::nullopt : std::optional(kept.error());
        const auto base =
            kept && kept->snapshot ? cluster::readSnapshot(kept->snapshot->state) : std::nullopt;
        if (base) m_state.then = cluster::stateAt(at, *base, kept->facts, kept->watchedUntil);
        Q_EMIT stateChanged();
      }));
}

}  // namespace aiagent::ui
