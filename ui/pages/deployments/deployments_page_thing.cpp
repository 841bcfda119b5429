// The page and one thing of the cluster: its log, what is done with it, its signals.
#include <algorithm>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include "core/cluster/resource_version.h"
#include "core/cluster/verdicts/rollout_verdict.h"
#include "ui/format/signal_words.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/action_pane.h"
#include "ui/pages/deployments/arming_bar.h"
#include "ui/pages/deployments/audit_view.h"
#include "ui/pages/deployments/cluster_table_view.h"
#include "ui/pages/deployments/deployments_page.h"
#include "ui/pages/deployments/head_line.h"
#include "ui/pages/deployments/log_pane.h"
#include "ui/pages/deployments/signals_row.h"
#include "ui/pages/deployments/signals_view.h"
#include "ui/pages/deployments/thing_actions.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"

namespace aiagent::ui {
namespace {

using format::text;
using services::EnvironmentSession;
using wire::KubeKind;

constexpr int kTailLines = 2'000;  // of each container, to begin with

}  // namespace

void DeploymentsPage::sessionIs(EnvironmentSession* session) {
  closeLogs();
  if (m_session) m_session->disconnect(this);
  if (m_session) m_session->disconnect(&m_history);
  m_session = session;
  for (auto& section : m_sections)
    if (section.table) section.table->setSession(session);
  m_otherKinds.setSession(session);
  m_actions.setSession(session, m_deployments.clock());
  if (m_files) m_files->setEnvironment(session ? m_deployments.state().environment() : nullptr, session);
  m_arming->hide();
  m_signals = nullptr;
  if (session) {
    connect(session, &EnvironmentSession::closing, this, [this] {
      closeLogs();
      m_signals = nullptr;
    });
    connect(session, &EnvironmentSession::watchChanged, this, [this] {
      m_history.setHistory(m_session ? m_session->history() : std::string());
      followLogs();
      if (!m_signals) renderSignals();  // else they tell by themselves, and are looked at each second
    });
    connect(session, &EnvironmentSession::historyKept, &m_history, [this] { loadHistory(); });
    m_history.setHistory(session->history());
    m_audit.setEnvironment(session->environment().id.toString(), session->environment().context);
  }
  renderSignals();
  renderDetails();
}

// ---------------------------------------------------------------- logs

void DeploymentsPage::openLogs() {
  const auto* row = selected();
  if (!row || !m_session || !m_session->client()) return;
  m_logWish = cluster::LogWish{.kind = row->kind, .name = row->name, .nameSpace = row->nameSpace};
  m_session->watch()->watchAlso({KubeKind::Pod, KubeKind::ReplicaSet});
  const auto folder = (m_deployments.folder() / "clusters" / "logs").string();
  m_log.open(
      [session = m_session, folder](bool previous) {
        services::LogFeedOptions options{.spillFolder = folder};
        options.log.previous = previous;
        options.log.tailLines = kTailLines;
        return std::make_unique<services::LogFeed>(*session->client(), session->surroundings(), options);
      },
      sourcesOfLogs());
  m_logPane->setTitle(text(wire::toWord(row->kind)) + QLatin1Char('/') + text(row->name));
  m_logWhole->show();
}

std::vector<cluster::LogSource> DeploymentsPage::sourcesOfLogs() const {
  const auto* pods = m_session->watch()->feed(KubeKind::Pod);
  const auto* sets = m_session->watch()->feed(KubeKind::ReplicaSet);
  if (!pods) return {};
  return cluster::logSources(*m_logWish, pods->table(), sets ? &sets->table() : nullptr);
}

// Pods come and go; the lines of those that are gone stay.
void DeploymentsPage::followLogs() {
  if (m_logWish && m_session && m_session->watch() && m_log.state().opened) m_log.setSources(sourcesOfLogs());
}

void DeploymentsPage::closeLogs() {
  m_logWish.reset();
  m_log.close();
  if (m_logWhole) m_logWhole->hide();
}

// ---------------------------------------------------------------- acting

void DeploymentsPage::bindActing() {
  connect(&m_actions, &ActionsVm::stateChanged, this, [this] {
    renderArming();
    renderDetails();
    if (m_auditView && m_auditView->isVisible()) m_audit.load();
  });
  followFont(m_arm, [this] { keepArmWhole(); });
  connect(m_arm, &QPushButton::clicked, this, [this] {
    if (m_actions.state().isArmed()) return m_actions.disarm();
    openArming();
  });
  connect(m_action, &ActionPane::armWanted, this, &DeploymentsPage::openArming);
  connect(m_thing, &ThingActions::logsWanted, this, &DeploymentsPage::openLogs);
  connect(m_signalsRow, &SignalsRow::rangeChosen, this, [this](std::chrono::seconds range) {
    if (m_signals) m_signals->setRange(range);
  });
}

void DeploymentsPage::openArming() {
  if (const auto* environment = m_deployments.state().environment()) m_arming->begin(text(environment->name));
}

// Who one is gives way, and never what one may do.
void DeploymentsPage::keepArmWhole() {
  const auto shown = m_arm->text().remove(QLatin1Char('&'));
  m_arm->setMinimumWidth(m_arm->fontMetrics().horizontalAdvance(shown) + 2 * kGapGroups);
}

void DeploymentsPage::renderArming() {
  const auto& state = m_actions.state();
  const auto left = std::chrono::duration_cast<std::chrono::seconds>(state.armedFor).count();
  syncEnabled(m_arm, state.mayArm);
  syncText(m_arm, state.isArmed()
                      ? tr("Disarm · %1:%2").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'))
                      : tr("Read-only · A&rm…"));
  keepArmWhole();
  m_arm->setToolTip(state.isArmed() ? tr("Make it read-only again now")
                                    : tr("Nothing can be changed from here until you arm the environment"));
}

// Those that a rollback can go to, the newest first.
std::vector<std::int64_t> DeploymentsPage::revisionsOf(const ClusterRow& row) const {
  std::vector<std::int64_t> revisions;
  const auto* sets =
      m_session && m_session->watch() ? m_session->watch()->feed(KubeKind::ReplicaSet) : nullptr;
  if (!sets || row.kind != KubeKind::Deployment) return revisions;
  for (const auto& [uid, any] : sets->table().rows())
    if (const auto& head = wire::headOf(any); head.owner.uid == row.id)
      if (const auto revision = cluster::revisionOf(head); revision > 0) revisions.push_back(revision);
  std::sort(revisions.rbegin(), revisions.rend());
  return revisions;
}

// How the target of the last act is now; empty while what is known of it is from before the act.
QString DeploymentsPage::verdictOfTarget() const {
  const auto& action = m_actions.state().action;
  if (!action || !m_session || !m_session->watch()) return {};
  for (const auto& one : m_session->watch()->workloads())
    if (!cluster::isBefore(one.workload.version, action->resourceVersion) &&
        one.workload.kind == action->action.target && one.workload.name == action->action.name &&
        one.workload.nameSpace == action->action.nameSpace) {
      const auto reason = format::reasonText(one.workload.verdict.reason);
      const auto name = format::verdictName(one.workload.verdict.kind);
      return reason.isEmpty() ? name : tr("%1 – %2").arg(name, reason);
    }
  return {};
}

// ---------------------------------------------------------------- signals

void DeploymentsPage::renderFigures() {
  if (!m_headLine) return;
  auto* watch = m_session ? m_session->watch() : nullptr;
  syncVisible(m_headLine, watch != nullptr);
  if (!watch || !isVisible()) return;
  watch->watchAlso({KubeKind::Service, KubeKind::Ingress, KubeKind::Certificate});
  const auto* database = databaseOf(m_database.get(), m_session->environment());
  m_headLine->render(headFigures({*m_session, *watch, database}, m_signals ? &m_signals->state() : nullptr));
}

void DeploymentsPage::renderSignals() {
  if (!m_signalsRow || !isVisible()) return;
  // Only what is looked at is asked for.
  if (!m_signals && m_session) {
    m_signals = m_session->signals();
    if (m_signals)
      connect(m_signals, &services::SignalsService::changed, this, &DeploymentsPage::renderSignals);
  }
  const auto now = m_deployments.serverNow();
  m_signalsRow->render(m_signals ? &m_signals->state() : nullptr, now);
  renderFigures();
  if (!m_signals || !m_signalsView || m_tables->currentWidget() != m_signalsView) return;
  std::vector<widgets::ChartMark> marks;
  for (const auto& fact : m_history.state().facts)
    if (fact.kind == domain::ClusterFactKind::Revision)
      marks.push_back(
          {chartTime(fact.time), text(fact.object), tr("%1: %2").arg(text(fact.object), text(fact.after))});
  m_signalsView->setMarks(std::move(marks));
  m_signalsView->render(m_signals->state(), now);
}

}  // namespace aiagent::ui
