#include "ui/pages/deployments/deployments_page.h"

#include <algorithm>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/cluster_words.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/cluster_table_view.h"
#include "ui/pages/deployments/details_pane.h"
#include "ui/pages/deployments/environment_bar.h"
#include "ui/pages/deployments/environment_form.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/section_bar.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using cluster::VerdictKind;
using format::text;
using wire::KubeKind;
using Stage = services::SessionState::Stage;

constexpr int kSecondMs = 1'000;
constexpr int kDetailsWidth = 380;
constexpr std::size_t kMostEvents = 8;
constexpr int kVerdictIcon = 22;
constexpr char kAllowOnce[] = "allow-once";
constexpr char kAllowAlways[] = "allow-always";
constexpr char kRefuse[] = "refuse";
constexpr char kAgain[] = "again";
constexpr char kChange[] = "change";
constexpr char kRemove[] = "remove";
constexpr char kLeave[] = "leave";

// A program and its arguments as somebody would type them.
QString commandLine(const std::vector<std::string>& program) {
  QStringList words;
  for (const auto& word : program) {
    const auto shown = text(cluster::displayableHint(word));
    words << (shown.isEmpty() || shown.contains(QLatin1Char(' '))
                  ? QLatin1Char('"') + shown + QLatin1Char('"')
                  : shown);
  }
  return words.join(QLatin1Char(' '));
}

}  // namespace

DeploymentsPage::DeploymentsPage(services::ClusterGround ground, QWidget* parent)
    : Page(parent), m_deployments(std::move(ground)) {
  m_sections = {{tr("Workloads"), {KubeKind::Other}},
                {tr("Pods"), {KubeKind::Pod}},
                {tr("Events"), {KubeKind::Event}},
                {tr("Autoscaling"),
                 {KubeKind::HorizontalPodAutoscaler, KubeKind::VerticalPodAutoscaler,
                  KubeKind::PodDisruptionBudget, KubeKind::ResourceQuota}},
                {tr("Network"),
                 {KubeKind::Service, KubeKind::Ingress, KubeKind::Gateway, KubeKind::HttpRoute,
                  KubeKind::NetworkPolicy, KubeKind::Certificate}},
                {tr("Jobs"), {KubeKind::CronJob, KubeKind::Job}},
                {tr("Cluster"), {KubeKind::Node, KubeKind::Namespace, KubeKind::ReplicaSet}}};
  m_second.setInterval(kSecondMs);
  build();
  bind();
  openSection(0);
  render();
}

DeploymentsPage::~DeploymentsPage() {
  // The tables look at sessions that the view-model owns, which is gone before they are.
  for (auto& section : m_sections)
    if (section.view) section.view->setSession(nullptr);
}

// ---------------------------------------------------------------- building

void DeploymentsPage::build() {
  setAccessibleName(tr("Deployments"));
  m_stack = new QStackedWidget(this);
  m_empty = new EmptyState(m_stack);
  m_form = new EnvironmentForm(m_deployments, m_stack);
  m_whole = new QWidget(m_stack);
  auto* column = new QVBoxLayout(m_whole);
  column->setContentsMargins(kPageMargin, kGapRelated, kPageMargin, kGapGroups);
  column->setSpacing(kGapRelated);
  buildHead(column);
  m_strip = new MessageStrip(m_whole);
  column->addWidget(m_strip);
  column->addWidget(buildVerdict());
  m_sectionBar = new SectionBar(m_whole);
  for (const auto& section : m_sections) m_sectionBar->add(section.title);
  column->addWidget(m_sectionBar);
  column->addWidget(buildBody(), 1);
  for (auto* page : {static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_form), m_whole})
    m_stack->addWidget(page);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
}

void DeploymentsPage::buildHead(QVBoxLayout* column) {
  m_bar = new EnvironmentBar(m_whole);
  m_add = iconButton(QStringLiteral("list-add"), tr("New environment"), m_whole);
  m_identity = new MetaLabel(m_whole);
  m_identity->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  m_updated = new MetaLabel(m_whole);
  m_updated->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  m_refresh = iconButton(QStringLiteral("view-refresh"), tr("Ask the cluster now"), m_whole);
  m_more = iconButton(QStringLiteral("overflow-menu"), tr("More actions"), m_whole);
  m_more->setPopupMode(QToolButton::InstantPopup);
  buildMenu();
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_bar, 3);
  row->addWidget(m_add);
  row->addWidget(m_identity, 3);
  row->addWidget(m_updated, 1);
  row->addWidget(m_refresh);
  row->addWidget(m_more);
  column->addLayout(row);
}

void DeploymentsPage::buildMenu() {
  auto* menu = new QMenu(m_more);
  menu->addAction(icon(QStringLiteral("document-edit")), tr("&Change the Environment…"), this, [this] {
    if (const auto* environment = m_deployments.state().environment()) beginForm(*environment);
  });
  menu->addAction(icon(QStringLiteral("network-connect")), tr("&Read the Kubeconfig Again"), this,
                  [this] { m_deployments.reopen(); });
  menu->addSeparator();
  menu->addAction(icon(QStringLiteral("document-save")), tr("&Export the Table as CSV…"), this,
                  &DeploymentsPage::exportCsv);
  menu->addSeparator();
  menu->addAction(icon(QStringLiteral("edit-delete")), tr("Re&move the Environment…"), this, [this] {
    m_asksRemoval = true;
    renderStrip();
  });
  m_more->setMenu(menu);
}

QWidget* DeploymentsPage::buildVerdict() {
  auto* part = new QWidget(m_whole);
  m_icon = new QLabel(part);
  m_verdict = sectionTitle({}, part);
  m_whyButton = new QToolButton(part);
  m_whyButton->setText(tr("&Why"));
  m_whyButton->setToolTip(tr("What this rests on"));
  m_whyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_whyButton->setIcon(icon(QStringLiteral("go-next")));
  m_whyButton->setAutoRaise(true);
  m_counts = new MetaLabel(part);
  m_counts->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(part);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_icon);
  row->addWidget(m_verdict);
  row->addWidget(m_whyButton);
  row->addWidget(m_counts, 1);
  return part;
}

QWidget* DeploymentsPage::buildBody() {
  m_splitter = new QSplitter(Qt::Horizontal, m_whole);
  m_splitter->setChildrenCollapsible(false);
  m_tables = new QStackedWidget(m_splitter);
  m_details = new DetailsPane(m_splitter);
  m_splitter->addWidget(m_tables);
  m_splitter->addWidget(m_details);
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setStretchFactor(1, 0);
  m_splitter->setSizes({kDetailsWidth * 2, kDetailsWidth});
  m_details->hide();
  return m_splitter;
}

ClusterTableView* DeploymentsPage::viewOf(Section& section) {
  if (section.view) return section.view;
  section.view = new ClusterTableView(section.title, section.kinds, m_tables);
  m_tables->addWidget(section.view);
  section.view->setSession(m_deployments.session());
  connect(section.view, &ClusterTableView::selectionChanged, this, [this] {
    m_why = false;
    renderDetails();
  });
  connect(section.view, &ClusterTableView::stateChanged, this, &DeploymentsPage::renderDetails);
  return section.view;
}

void DeploymentsPage::bind() {
  connect(&m_deployments, &DeploymentsVm::stateChanged, this, &DeploymentsPage::render);
  connect(&m_deployments, &DeploymentsVm::sessionChanged, this, [this] {
    for (auto& section : m_sections)
      if (section.view) section.view->setSession(m_deployments.session());
    renderDetails();
  });
  connect(m_bar, &EnvironmentBar::chosen, this, [this](const domain::EnvironmentId& id) {
    m_asksRemoval = false;
    m_deployments.open(id);
  });
  connect(m_add, &QToolButton::clicked, this, [this] { beginForm({}); });
  connect(m_empty, &EmptyState::stepTaken, this, [this] { beginForm({}); });
  connect(m_refresh, &QToolButton::clicked, this, [this] { m_deployments.refresh(); });
  connect(m_form, &EnvironmentForm::ended, this, [this] {
    m_stack->setCurrentWidget(m_whole);
    render();
  });
  connect(m_sectionBar, &SectionBar::chosen, this,
          [this](int section) { openSection(section < 0 ? m_section : section); });
  connect(m_whyButton, &QToolButton::clicked, this, &DeploymentsPage::showWhy);
  connect(m_details, &DetailsPane::closed, this, [this] {
    m_why = false;
    current()->table()->clearSelection();
    current()->table()->setCurrentIndex({});
    current()->table()->setFocus(Qt::OtherFocusReason);
    renderDetails();
  });
  connect(&m_second, &QTimer::timeout, this, &DeploymentsPage::renderAges);
  connect(m_strip, &MessageStrip::dismissed, &m_deployments, &DeploymentsVm::clearError);
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    m_asksRemoval = false;
    if (button == QLatin1String(kAllowOnce)) m_deployments.answer(true, false);
    if (button == QLatin1String(kAllowAlways)) m_deployments.answer(true, true);
    if (button == QLatin1String(kRefuse)) m_deployments.answer(false, false);
    if (button == QLatin1String(kAgain)) m_deployments.reopen();
    if (button == QLatin1String(kRemove)) removeCurrent();
    if (button == QLatin1String(kChange))
      if (const auto* environment = m_deployments.state().environment()) beginForm(*environment);
    renderStrip();
  });
}

// ---------------------------------------------------------------- what is looked at

ClusterTableView* DeploymentsPage::current() const {
  return m_sections[std::size_t(m_section)].view;
}

void DeploymentsPage::openSection(int section) {
  if (section < 0 || section >= int(m_sections.size())) return;
  if (auto* old = m_sections[std::size_t(m_section)].view; old && section != m_section) old->setActive(false);
  m_section = section;
  auto* view = viewOf(m_sections[std::size_t(section)]);
  m_tables->setCurrentWidget(view);
  view->setActive(isVisible());
  m_sectionBar->setOpened(section);
  setFirst(view->table());
  m_why = false;
  renderDetails();
}

void DeploymentsPage::go(const QString& target) {
  if (target == QLatin1String("new")) return beginForm({});
  if (const auto id = domain::EnvironmentId::parse(format::utf8(target))) m_deployments.open(*id);
}

void DeploymentsPage::focusSearch() {
  if (m_stack->currentWidget() == m_whole) current()->focusSearch();
}

QList<QWidget*> DeploymentsPage::panes() const {
  return {m_bar, current()->table(), m_details};
}

QColor DeploymentsPage::frameColour() const {
  const auto* environment = m_deployments.state().environment();
  return environment ? stageColour(environment->stage, tokensFor(palette())) : QColor();
}

void DeploymentsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_deployments.load();
  current()->setActive(true);
  m_second.start();
}

void DeploymentsPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  current()->setActive(false);
  m_second.stop();
}

void DeploymentsPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_strip) renderVerdict();
}

void DeploymentsPage::beginForm(const domain::Environment& environment) {
  m_form->begin(environment);
  m_stack->setCurrentWidget(m_form);
}

void DeploymentsPage::removeCurrent() {
  m_deployments.remove(m_deployments.state().current);
}

void DeploymentsPage::exportCsv() {
  const auto* environment = m_deployments.state().environment();
  const auto name =
      (environment ? text(environment->name) : QStringLiteral("cluster")) + QStringLiteral(".csv");
  const auto path = QFileDialog::getSaveFileName(this, tr("Export the table"), name, tr("CSV files (*.csv)"));
  if (path.isEmpty()) return;
  QSaveFile file(path);
  const auto bytes = current()->csv().toUtf8();
  const bool kept = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
  if (!kept)
    m_strip->tell({.kind = StripKind::Negative,
                   .sentence = tr("The table could not be written to %1: %2").arg(path, file.errorString())});
}

void DeploymentsPage::showWhy() {
  m_why = true;
  renderDetails();
}

// ---------------------------------------------------------------- rendering

void DeploymentsPage::render() {
  const auto& state = m_deployments.state();
  if (m_stack->currentWidget() != m_form) {
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
  renderHead();
  renderVerdict();
  renderStrip();
  renderDetails();
  renderAges();
  Q_EMIT frameChanged();
}

void DeploymentsPage::renderHead() {
  const auto& state = m_deployments.state();
  m_bar->render(state);
  const auto& session = state.session;
  QString who;
  if (session.identity && !session.identity->name.empty())
    who = session.identity->fromServer
              ? tr("as %1 · read-only").arg(text(session.identity->name))
              : tr("as %1, says the kubeconfig · read-only").arg(text(session.identity->name));
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
  m_icon->setPixmap(verdictIcon(kind).pixmap(kVerdictIcon, kVerdictIcon));
  const auto reason = glance ? format::reasonText(glance->verdict.reason) : QString();
  const bool plain = kind == VerdictKind::Healthy || reason.isEmpty();
  syncText(m_verdict,
           plain ? format::verdictName(kind) : tr("%1: %2").arg(format::verdictName(kind), reason));
  const auto tokens = tokensFor(palette());
  auto colours = m_verdict->palette();
  const auto colour = verdictColour(kind, tokens);
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
    return;
  }
  const auto now = m_deployments.clock().wallNow();
  const bool live = glance->freshness == Freshness::Live;
  syncText(m_updated, live ? tr("live")
                           : tr("%1, %2").arg(format::freshnessName(glance->freshness),
                                              format::relativeTime(glance->asOf, now)));
  m_updated->setToolTip(tr("%1\nKnown to be all at %2")
                            .arg(format::freshnessHelp(glance->freshness), format::exactTime(glance->asOf)));
}

void DeploymentsPage::renderStrip() {
  const auto& state = m_deployments.state();
  const auto& session = state.session;
  StripMessage message;
  if (m_asksRemoval && state.environment()) {
    message = {.kind = StripKind::Caution,
               .sentence = tr("Remove “%1” from this list? Nothing in the cluster changes.")
                               .arg(text(state.environment()->name)),
               .buttons = {{QLatin1String(kRemove), tr("Remove")}, {QLatin1String(kLeave), tr("Leave It")}},
               .closable = false};
  } else if (session.wish) {
    message = {
        .kind = StripKind::Caution,
        .sentence = tr("To sign in at %1, the kubeconfig wants to run a program on this computer. Allow "
                       "it only if you trust the kubeconfig.")
                        .arg(text(session.wish->server)),
        .quotation = commandLine(session.wish->program),
        .buttons = {{QLatin1String(kAllowOnce), tr("Run It Now")},
                    {QLatin1String(kAllowAlways), tr("Always Allow")},
                    {QLatin1String(kRefuse), tr("Do Not Run")}},
        .closable = false};
  } else if (session.stage == Stage::Failed && !session.problems.empty()) {
    message = {.kind = StripKind::Negative,
               .sentence = format::sentenceFor(session.problems.front()),
               .buttons = {{QLatin1String(kChange), tr("Change the Environment…")},
                           {QLatin1String(kAgain), tr("Read It Again")}},
               .closable = false};
    QStringList others;
    for (std::size_t i = 1; i < session.problems.size(); ++i)
      others << format::sentenceFor(session.problems[i]);
    message.quotation = others.join(QLatin1Char('\n'));
  } else if (session.stage == Stage::Failed && session.error) {
    message = {.kind = StripKind::Negative,
               .sentence = format::explainCluster(*session.error).text(),
               .buttons = {{QLatin1String(kChange), tr("Change the Environment…")},
                           {QLatin1String(kAgain), tr("Read It Again")}},
               .closable = false};
  } else if (const auto* open = m_deployments.session(); open && open->watch()) {
    for (const auto kind : services::judgedKinds()) {
      const auto* feed = open->watch()->feed(kind);
      const auto& known = feed->state();
      if (!known.trouble || open->watch()->isKnown(kind)) continue;
      const bool denied = known.freshness == Freshness::Denied;
      message = {.kind = denied ? StripKind::Caution : StripKind::Negative,
                 .sentence = denied ? tr("Not everything may be seen here, so the verdict is Unknown: %1")
                                          .arg(format::explainCluster(*known.trouble).text())
                                    : format::explainCluster(*known.trouble).text(),
                 .buttons = {{QLatin1String(kAgain), tr("Connect Again")}},
                 .closable = false};
      break;
    }
  }
  if (message.sentence.isEmpty() && state.error)
    message = {.kind = StripKind::Negative, .sentence = format::explain(*state.error).text()};
  syncStrip(m_strip, message);
}

// ---------------------------------------------------------------- details

void DeploymentsPage::renderDetails() {
  if (!m_details) return;
  const auto* row = m_section < int(m_sections.size()) && current() ? current()->selected() : nullptr;
  if (!m_why && !row) return syncVisible(m_details, false);
  m_details->show(m_why ? detailsOfEnvironment() : detailsOfRow());
  syncVisible(m_details, true);
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
  const auto* row = current()->selected();
  const auto& model = current()->current().model();
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
