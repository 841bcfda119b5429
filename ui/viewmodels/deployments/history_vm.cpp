#include "ui/viewmodels/deployments/history_vm.h"

#include <algorithm>
#include <utility>

#include "core/services/cluster/history_reading.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using base::Result;
using domain::ClusterFact;

constexpr std::int64_t kMostFacts = 2'000;  // of a list that a person reads

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
  using State = std::optional<cluster::HistoryState>;
  m_store.read<State>(
      [name = m_name, at = *time](store::Connection& connection) {
        return services::historyAt(connection, name, at);
      },
      whileAlive(this, [this, looked](Result<State> then) {
        if (looked != m_looked) return;
        m_state.error = then ? std::nullopt : std::optional(then.error());
        m_state.then = then ? std::move(*then) : std::nullopt;
        Q_EMIT stateChanged();
      }));
}

}  // namespace aiagent::ui
