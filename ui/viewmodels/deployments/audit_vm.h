// AuditVm: what was done to an environment from this computer, as the append-only log has it. Needs no
// cluster.
#pragma once

#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/store/cluster_audit.h"
#include "core/store/store.h"
#include "ui/viewmodels/deployments/cluster_table_model.h"

namespace aiagent::ui {

struct AuditState {
  bool loaded = false;
  std::size_t total = 0;  // acts of the environment, before the filter
  std::size_t shown = 0;
  std::optional<base::Error> error;
  bool operator==(const AuditState&) const = default;
};

std::vector<ClusterColumn> auditColumns();
ClusterRow rowOf(const store::AuditEntry& entry);

class AuditVm : public QObject {
  Q_OBJECT

 public:
  // Both must outlive it.
  AuditVm(store::Store& store, const base::Clock& clock, QObject* parent = nullptr);

  // Acts are kept under the environment's id by the window, and under its context by the command line.
  void setEnvironment(const std::string& id, const std::string& context);
  void load();
  void setFilter(const QString& text);

  const AuditState& state() const { return m_state; }
  ClusterTableModel& model() { return m_model; }
  const store::AuditEntry* entry(const std::string& id) const;  // by a row's id; null: it is gone

 Q_SIGNALS:
  void stateChanged();

 private:
  void take(base::Result<std::vector<store::AuditEntry>> entries);
  void count();

  store::Store& m_store;
  const base::Clock& m_clock;
  std::string m_environment, m_context;
  std::vector<store::AuditEntry> m_entries;
  ClusterTableModel m_model;
  AuditState m_state;
  int m_asked = 0;  // an older answer is not taken
};

}  // namespace aiagent::ui
