// What the page shows of its state.
#include <algorithm>
#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include "core/cluster/believed.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/action_pane.h"
#include "ui/pages/deployments/cluster_table_view.h"
#include "ui/pages/deployments/deployments_page.h"
#include "ui/pages/deployments/details_pane.h"
#include "ui/pages/deployments/environment_bar.h"
#include "ui/pages/deployments/environment_form.h"
#include "ui/pages/deployments/session_strip.h"
#include "ui/pages/deployments/thing_actions.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/sync.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using cluster::VerdictKind;
using format::text;
using wire::KubeKind;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(DeploymentsHead)
};

constexpr std::size_t kMostEvents = 8;
constexpr int kVerdictIcon = 22;

bool isOfWorkload(const cluster::Evidence& evidence) {
  return evidence.field.find('/') < evidence.field.size();
}

// "Failed – cronjob/reindex: Its last success is too long ago". The first evidence of an environment's
// verdict names what decides it; evidence without a slash is of no workload.
QString headline(const cluster::Verdict& verdict) {
  const auto name = format::verdictName(verdict.kind);
  const auto reason = format::reasonText(verdict.reason);
  if (verdict.kind == VerdictKind::Healthy || reason.isEmpty()) return name;
  const auto subjects = std::ranges::count_if(verdict.evidence, isOfWorkload);
  if (subjects == 0 || verdict.kind == VerdictKind::Unknown) return Texts::tr("%1: %2").arg(name, reason);
  const auto subject = text(verdict.evidence.front().field);
  return subjects > 1 ? Texts::tr("%1 – %2 and others").arg(name, subject)
                      : Texts::tr("%1 – %2: %3").arg(name, subject, reason);
}

}  // namespace

// ---------------------------------------------------------------- rendering

void DeploymentsPage::render() {
  const auto& state = m_deployments.state();
  const bool isAlone = m_filesAlone && m_stack->currentWidget() == m_filesAlone && !state.environment();
  if (m_stack->currentWidget() != m_form && !isAlone) {
    QWidget* shown = state.environment() ? m_whole : static_cast<QWidget*>(m_empty);
    if (m_stack->currentWidget() != shown) m_stack->setCurrentWidget(shown);
  }
  if (state.loaded)
    m_empty->set(QStringLiteral("network-server"), tr("No environment yet"),
                 tr("An environment is a place where the hosted side runs: a part of a Kubernetes cluster. "
                    "Its health, its releases and what can be done about them then stand here."),
                 tr("New Environment…"));
  else
    m_empty->set(QStringLiteral("network-server"), QString(), QString());
  for (auto* command : m_commands) command->setEnabled(state.environment() != nullptr);
  // What nobody sees is not laid out; the frame around the window stays true.
  if (isVisible()) {
    renderHead();
    renderArming();
    renderSignals();
    renderVerdict();
    renderStrip();
    renderDetails();
    renderAges();
  }
  Q_EMIT frameChanged();
}

void DeploymentsPage::renderHead() {
  const auto& state = m_deployments.state();
  m_probing->setChecked(state.probing);
  m_report->setEnabled(state.session.stage == services::SessionState::Stage::Watching);
  m_bar->render(state);
  const auto& session = state.session;
  QString who;
  if (session.identity && !session.identity->name.empty())
    who = session.identity->fromServer ? tr("as %1").arg(text(session.identity->name))
                                       : tr("as %1, says the kubeconfig").arg(text(session.identity->name));
  syncText(m_identity, who);
  QStringList where;
  if (!session.context.empty()) where << tr("Context: %1").arg(text(session.context));
  if (!session.server.empty()) where << tr("Server: %1").arg(text(session.server));
  if (!session.nameSpace.empty()) where << tr("Namespace: %1").arg(text(session.nameSpace));
  m_identity->setToolTip(where.join(QLatin1Char('\n')));
}

void DeploymentsPage::renderVerdict() {
  const auto& state = m_deployments.state();
  const auto* glance = state.glance();
  const auto kind = glance ? glance->verdict.kind : VerdictKind::Unknown;
  const bool believed = !glance || cluster::isBelieved(glance->freshness);
  m_icon->setPixmap(
      verdictIcon(kind).pixmap(kVerdictIcon, kVerdictIcon, believed ? QIcon::Normal : QIcon::Disabled));
  auto words = glance ? headline(glance->verdict) : format::verdictName(kind);
  if (!believed && glance->asOf != base::WallTime{} && kind != VerdictKind::Unknown)
    words = tr("%1 (%2)").arg(words, format::relativeTime(glance->asOf, m_deployments.clock().wallNow()));
  syncText(m_verdict, words);
  m_verdict->setToolTip(words);
  const auto tokens = tokensFor(palette());
  auto colours = m_verdict->palette();
  const auto colour = believed ? verdictColour(kind, tokens) : tokens.muted;
  if (colours.color(QPalette::WindowText) != colour) {
    colours.setColor(QPalette::WindowText, colour);
    m_verdict->setPalette(colours);
  }
  syncEnabled(m_whyButton, glance != nullptr);
}

void DeploymentsPage::renderAges() {
  const auto& state = m_deployments.state();
  const auto* glance = state.glance();
  if (!glance || glance->asOf == base::WallTime{}) {
    syncText(m_updated, QString());
    m_updated->setToolTip({});
    m_updated->setMinimumWidth(0);
    return;
  }
  const auto now = m_deployments.clock().wallNow();
  const bool live = glance->freshness == Freshness::Live;
  if (!cluster::isBelieved(glance->freshness)) renderVerdict();
  syncText(m_updated, live ? tr("live")
                           : tr("%1, %2").arg(format::freshnessName(glance->freshness),
                                              format::relativeTime(glance->asOf, now)));
  // It is never cut; who one is gives way.
  m_updated->setMinimumWidth(m_updated->fontMetrics().horizontalAdvance(m_updated->fullText()) + 2);
  m_updated->setToolTip(tr("%1\nKnown to be all at %2")
                            .arg(format::freshnessHelp(glance->freshness), format::exactTime(glance->asOf)));
}

void DeploymentsPage::renderStrip() {
  syncStrip(m_strip, sessionStrip(m_deployments.state(), m_deployments.session(), m_asksRemoval));
}

// ---------------------------------------------------------------- details

void DeploymentsPage::renderDetails() {
  if (!m_thing) return;
  const auto* row = selected();
  const bool acting = m_actions.state().action.has_value();
  const bool began = acting && m_side->currentWidget() != m_action;
  const bool ended = !acting && m_side->currentWidget() == m_action;
  m_side->setCurrentWidget(acting ? static_cast<QWidget*>(m_action) : m_details);
  const bool open = row && row->id != m_closed;
  syncVisible(m_side, acting || m_why || open);
  // What was pressed is gone with its pane: the focus goes to what took its place.
  if (began) m_action->takeFocus();
  if (ended && table()) table()->table()->setFocus(Qt::OtherFocusReason);
  if (m_why || row) m_details->show(m_why ? detailsOfEnvironment() : detailsOfRow());
  const bool isThing = row && !m_why;
  m_thing->render(isThing ? row : nullptr, isThing ? revisionsOf(*row) : std::vector<std::int64_t>());
  if (acting) m_action->setVerdict(verdictOfTarget());
}

Details DeploymentsPage::detailsOfEnvironment() const {
  const auto& state = m_deployments.state();
  Details details;
  if (const auto* environment = state.environment()) {
    details.title = text(environment->name);
    details.subtitle = stageName(environment->stage);
    if (!environment->api.empty()) details.facts.emplace_back(tr("Hosted API"), text(environment->api));
    if (!environment->repository.empty())
      details.facts.emplace_back(tr("Pipeline"), text(environment->repository));
  }
  if (!state.session.context.empty()) details.facts.emplace_back(tr("Context"), text(state.session.context));
  if (!state.session.server.empty()) details.facts.emplace_back(tr("Server"), text(state.session.server));
  if (!state.session.nameSpace.empty())
    details.facts.emplace_back(tr("Namespace"), text(state.session.nameSpace));
  if (const auto* glance = state.glance()) {
    details.hasVerdict = true;
    details.verdict = glance->verdict;
  }
  return details;
}

Details DeploymentsPage::detailsOfRow() const {
  const auto* row = selected();
  const auto& model = table()->current().model();
  Details details;
  details.title = text(row->name);
  details.subtitle = row->nameSpace.empty()
                         ? text(wire::toWord(row->kind))
                         : tr("%1 in %2").arg(text(wire::toWord(row->kind)), text(row->nameSpace));
  details.hasVerdict = row->hasVerdict;
  details.verdict = row->verdict;
  for (int column = 0; column < model.columnCount(); ++column) {
    const auto& about = model.columns()[std::size_t(column)];
    const auto value = model.cellText(*row, column);
    if (about.kind != CellKind::Verdict && !value.isEmpty() && value != details.title)
      details.facts.emplace_back(about.title, value);
  }
  if (row->kind != KubeKind::Event) addEvents(details, row->id);
  return details;
}

void DeploymentsPage::addEvents(Details& details, const std::string& uid) const {
  auto* session = m_deployments.session();
  if (!session || !session->watch()) return;
  session->watch()->watchAlso({KubeKind::Event});
  std::vector<const wire::EventRow*> about;
  for (const auto& [id, any] : session->watch()->feed(KubeKind::Event)->table().rows())
    if (const auto* event = std::get_if<wire::EventRow>(&any); event && event->aboutUid == uid)
      about.push_back(event);
  std::ranges::sort(about, [](const auto* a, const auto* b) { return a->last > b->last; });
  if (about.size() > kMostEvents) about.resize(kMostEvents);
  const auto now = m_deployments.serverNow();
  for (const auto* event : about) {
    const auto times =
        event->count > 1
            ? tr("%1, %n times", nullptr, event->count).arg(format::relativeTime(event->last, now))
            : format::relativeTime(event->last, now);
    details.events.push_back({times, text(event->reason.view()), text(event->message),
                              format::exactTime(event->last), event->warning()});
  }
}

}  // namespace aiagent::ui
