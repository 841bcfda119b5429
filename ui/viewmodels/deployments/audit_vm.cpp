#include "ui/viewmodels/deployments/audit_vm.h"

#include <algorithm>
#include <QCoreApplication>
#include <utility>

#include "ui/format/text.h"
#include "ui/viewmodels/deployments/row_builder.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using store::AuditEntry;
using Entries = std::vector<AuditEntry>;

constexpr int kMostEntries = 5'000;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(AuditRows)
};

// The words of the log are stable; those that are not known are shown as they are.
QString outcomeText(const AuditEntry& entry) {
  if (entry.phase == store::AuditPhase::Intent) return Texts::tr("begun; its end was not seen");
  if (entry.outcome == "done") return Texts::tr("done");
  if (entry.outcome == "failed") return Texts::tr("failed");
  if (entry.outcome == "refused") return Texts::tr("refused");
  if (entry.outcome == "cancelled") return Texts::tr("cancelled");
  if (entry.outcome == "dry-run-failed") return Texts::tr("the trial failed");
  if (entry.outcome == "unknown") return Texts::tr("sent; nobody heard what became of it");
  return format::text(entry.outcome);
}

}  // namespace

std::vector<ClusterColumn> auditColumns() {
  return {{Texts::tr("When"), CellKind::Age},    {Texts::tr("Act"), CellKind::Text},
          {Texts::tr("Object"), CellKind::Text}, {Texts::tr("Outcome"), CellKind::Text},
          {Texts::tr("Who"), CellKind::Text},    {Texts::tr("Reason"), CellKind::Text}};
}

ClusterRow rowOf(const AuditEntry& entry) {
  return RowBuilder()
      .called(entry.act.toString(), entry.target)
      .age(entry.at)
      .text(entry.action)
      .text(entry.nameSpace.empty() ? entry.target : entry.nameSpace + '/' + entry.target)
      .text(format::utf8(outcomeText(entry)))
      .text(entry.identity)
      .text(entry.reason)
      .take();
}

AuditVm::AuditVm(store::Store& store, const base::Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_clock(clock), m_model(auditColumns()) {
  m_model.sort(0, Qt::AscendingOrder);  // the youngest first
}

void AuditVm::setEnvironment(const std::string& id, const std::string& context) {
  if (m_environment == id && m_context == context) return;
  m_environment = id;
  m_context = context;
  m_state.loaded = false;
  load();
}

void AuditVm::load() {
  if (m_environment.empty()) return take(Entries());
  m_store.read<Entries>(
      [names = std::pair(m_environment, m_context)](store::Connection& connection) -> base::Result<Entries> {
        auto own = store::loadAudit(connection, names.first, kMostEntries);
        if (!own || names.second.empty()) return own;
        auto byContext = store::loadAudit(connection, names.second, kMostEntries);
        if (!byContext) return byContext;
        std::move(byContext->begin(), byContext->end(), std::back_inserter(*own));
        return own;
      },
      whileAlive(this, [this, asked = ++m_asked](base::Result<Entries> entries) {
        if (asked == m_asked) take(std::move(entries));
      }));
}

void AuditVm::take(base::Result<Entries> entries) {
  m_state.loaded = true;
  m_state.error = entries ? std::nullopt : std::optional(entries.error());
  if (entries) {
    m_entries = std::move(*entries);
    std::vector<ClusterRow> rows;
    for (const auto& entry : m_entries) rows.push_back(rowOf(entry));
    m_model.setNow(m_clock.wallNow());
    m_model.update(std::move(rows));
  }
  count();
}

void AuditVm::setFilter(const QString& text) {
  m_model.setFilter(text);
  count();
}

void AuditVm::count() {
  m_state.total = m_model.total();
  m_state.shown = std::size_t(m_model.rowCount());
  Q_EMIT stateChanged();
}

const AuditEntry* AuditVm::entry(const std::string& id) const {
  const auto at =
      std::ranges::find_if(m_entries, [&id](const AuditEntry& one) { return one.act.toString() == id; });
  return at == m_entries.end() ? nullptr : &*at;
}

}  // namespace aiagent::ui
