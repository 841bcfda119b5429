#include "ui/viewmodels/deployments/database_vm.h"

#include "core/base/time_text.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {

using base::ErrorCode;
using Access = DatabaseState::Access;

DatabaseVm::DatabaseVm(services::OpsService& ops, services::ServerAccount& account, const base::Clock& clock,
                       std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent), m_ops(ops), m_account(account), m_clock(clock) {
  m_pause.setInterval(pause);
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, &DatabaseVm::refresh);
  connect(&account, &services::ServerAccount::changed, this, &DatabaseVm::readAccount);
  readAccount();
}

void DatabaseVm::change(const std::function<void(DatabaseState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

// The account also tells of workspaces; only another person or server begins anew.
void DatabaseVm::readAccount() {
  const auto& identity = m_account.identity();
  const auto who = identity ? identity->origin + ' ' + identity->account : std::string();
  if (who == m_who) return;
  m_who = who;
  ++m_asked;
  m_reading = false;
  change([&](DatabaseState& state) {
    state = {};
    if (identity) state.access = Access::Loading;
  });
  if (m_shown) refresh();
}

std::string DatabaseVm::origin() const {
  return m_account.identity() ? m_account.identity()->origin : std::string();
}

void DatabaseVm::setShown(bool shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  shown ? refresh() : m_pause.stop();
}

void DatabaseVm::refresh() {
  if (m_reading || m_state.access == Access::NotSignedIn) return;
  m_reading = true;
  m_pause.stop();
  m_ops.database(whileAlive(this, [this, asked = ++m_asked](base::Result<domain::DatabaseReport> report) {
    if (asked != m_asked) return;
    m_reading = false;
    take(std::move(report));
    if (m_shown) m_pause.start();
  }));
}

void DatabaseVm::take(base::Result<domain::DatabaseReport> report) {
  change([&](DatabaseState& state) {
    if (report) {
      const auto now = base::fromRfc3339(report->at).value_or(m_clock.wallNow());
      state = {.access = Access::Ready,
               .report = std::move(*report),
               .verdict = {},
               .readAt = m_clock.wallNow(),
               .error = {}};
      state.verdict = domain::judgeDatabase(*state.report, now);
      return;
    }
    const auto code = report.error().code;
    const bool refused = code == ErrorCode::Forbidden || code == ErrorCode::NotFound;
    // What somebody may not see any more is not shown on.
    if (refused) state = {};
    state.error = report.error();
    if (refused)
      state.access = code == ErrorCode::Forbidden ? Access::NotForYou : Access::NotOffered;
    else if (!state.report)
      state.access = Access::Failed;
  });
}

}  // namespace aiagent::ui
