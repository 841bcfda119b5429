// HistoryVm: the release history of one environment, as this computer kept it: what happened, and what it
// looked like at a time. Needs no cluster.
#pragma once

#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/cluster/history/history_state.h"
#include "core/store/cluster_history.h"
#include "core/store/store.h"

namespace aiagent::ui {

struct HistoryVmState {
  bool loaded = false;
  std::vector<domain::ClusterFact> facts;  // the youngest first
  base::WallTime from{}, to{};             // what the timeline reaches over
  std::optional<base::WallTime> at;        // nothing: now
  std::optional<cluster::HistoryState>
      then;  // how it was at `at`; nothing: not read yet, or nothing is known
  std::optional<base::Error> error;
};

class HistoryVm : public QObject {
  Q_OBJECT

 public:
  // Both must outlive it.
  HistoryVm(store::Store& store, const base::Clock& clock, QObject* parent = nullptr);

  const HistoryVmState& state() const { return m_state; }
  const base::Clock& clock() const { return m_clock; }
  // By the name under which it is kept; empty: none.
  void setHistory(const std::string& name);
  void load();
  // How far back the timeline reaches.
  void setSpan(std::chrono::hours span);
  void lookAt(std::optional<base::WallTime> time);

 Q_SIGNALS:
  void stateChanged();

 private:
  store::Store& m_store;
  const base::Clock& m_clock;
  std::string m_name;
  std::chrono::hours m_span{24};
  int m_asked = 0, m_looked = 0;  // an older answer is not taken
  HistoryVmState m_state;
};

}  // namespace aiagent::ui
