#include "ui/pages/deployments/deployments_page.h"

#include <algorithm>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/cluster_words.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/action_pane.h"
#include "ui/pages/deployments/arming_bar.h"
#include "ui/pages/deployments/audit_view.h"
#include "ui/pages/deployments/cluster_table_view.h"
#include "ui/pages/deployments/database_view.h"
#include "ui/pages/deployments/details_pane.h"
#include "ui/pages/deployments/environment_bar.h"
#include "ui/pages/deployments/environment_form.h"
#include "ui/pages/deployments/files_view.h"
#include "ui/pages/deployments/head_line.h"
#include "ui/pages/deployments/history_view.h"
#include "ui/pages/deployments/log_pane.h"
#include "ui/pages/deployments/other_kinds_view.h"
#include "ui/pages/deployments/session_strip.h"
#include "ui/pages/deployments/signals_row.h"
#include "ui/pages/deployments/signals_view.h"
#include "ui/pages/deployments/thing_actions.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/section_bar.h"

namespace aiagent::ui {
namespace {

using format::text;
using wire::KubeKind;

constexpr int kSecondMs = 1'000;
constexpr int kDetailsWidth = 380;
constexpr int kAskDatabaseMs = 300'000;

// Views are made when they are opened; Tab still meets them before what stands beside and below them.
void orderTabs(std::initializer_list<QWidget*> parts) {
  QWidget* last = nullptr;
  for (auto* part : parts)
    for (auto* child : part->findChildren<QWidget*>()) {
      if (!(child->focusPolicy() & Qt::TabFocus)) continue;
      if (last) QWidget::setTabOrder(last, child);
      last = child;
    }
}

}  // namespace

DeploymentsPage::DeploymentsPage(services::ClusterGround ground, QWidget* parent)
    : Page(parent),
      m_deployments(ground),
      m_history(ground.store, m_deployments.clock()),
      m_audit(ground.store, m_deployments.clock()),
      m_log(ground.surroundings(nullptr).scheduler),
      m_otherKinds(m_deployments.clock()) {
  m_sections = {
      {QStringLiteral("workloads"), tr("Workloads"), {TableTopic::Workloads}},
      {QStringLiteral("pods"), tr("Pods"), {KubeKind::Pod}},
      {QStringLiteral("events"), tr("Events"), {KubeKind::Event}},
      {QStringLiteral("autoscaling"),
       tr("Autoscaling"),
       {KubeKind::HorizontalPodAutoscaler, KubeKind::VerticalPodAutoscaler, KubeKind::PodDisruptionBudget,
        KubeKind::ResourceQuota}},
      {QStringLiteral("network"),
       tr("Network"),
       {KubeKind::Service, TableTopic::Certificates, KubeKind::Ingress, KubeKind::Gateway,
        KubeKind::HttpRoute, KubeKind::NetworkPolicy}},
      {QStringLiteral("jobs"), tr("Jobs"), {KubeKind::CronJob, KubeKind::Job}},
      {QStringLiteral("backups"), tr("Backups"), {TableTopic::Backups}},
      {QStringLiteral("posture"), tr("Posture"), {TableTopic::Posture}},
      {QStringLiteral("cluster"), tr("Cluster"), {KubeKind::Node, KubeKind::Namespace, KubeKind::ReplicaSet}},
      {QStringLiteral("more"),
       tr("More Kinds"),
       {},
       [this] { return m_otherKindsView = new OtherKindsView(m_otherKinds, m_tables); }},
      {QStringLiteral("signals"),
       tr("Signals"),
       {},
       [this] { return m_signalsView = new SignalsView(m_tables); }},
      {QStringLiteral("history"),
       tr("History"),
       {},
       [this] { return m_historyView = new HistoryView(m_history, m_tables); }},
      {QStringLiteral("audit"), tr("Audit"), {}, [this] {
         return m_auditView = new AuditView(m_audit, m_tables);
       }}};
  m_second.setInterval(kSecondMs);
  build();
  bind();
  bindActing();
  openSection(0);
  render();
}

void DeploymentsPage::offerDatabase(services::OpsService& ops, services::ServerAccount& account) {
  m_database = std::make_unique<DatabaseVm>(ops, account, m_deployments.clock());
  m_sections.push_back({QStringLiteral("database"), tr("Database"), {}, [this] {
                          auto* view = new DatabaseView(*m_database, m_tables);
                          connect(view, &DatabaseView::signInWanted, this, [this] {
                            Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("server"));
                          });
                          return view;
                        }});
  m_sectionBar->add(m_sections.back().title);
  for (auto& section : m_sections)
    if (section.table) section.table->setDatabase(m_database.get());
  m_askDatabase.setInterval(kAskDatabaseMs);
  connect(&m_askDatabase, &QTimer::timeout, this, &DeploymentsPage::askDatabase);
  connect(m_database.get(), &DatabaseVm::stateChanged, this, &DeploymentsPage::renderFigures);
}

// Of the database's backups; while its own section is open it asks by itself.
void DeploymentsPage::askDatabase() {
  const auto* environment = m_deployments.state().environment();
  if (m_database && environment && isVisible() && databaseOf(m_database.get(), *environment))
    m_database->refresh();
}

DeploymentsPage::~DeploymentsPage() {
  // The tables look at sessions that the view-model owns, which is gone before they are.
  sessionIs(nullptr);
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
  m_arming = new ArmingBar(m_actions, m_whole);
  column->addWidget(m_strip);
  column->addWidget(m_arming);
  column->addWidget(buildVerdict());
  m_headLine = new HeadLine(m_whole);
  column->addWidget(m_headLine);
  m_signalsRow = new SignalsRow(m_whole);
  column->addWidget(m_signalsRow);
  m_sectionBar = new SectionBar(m_whole);
  m_sectionBar->setClosable(false);
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
  m_arm = new QPushButton(tr("A&rm…"), m_whole);
  m_updated = new MetaLabel(m_whole);
  m_updated->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  m_refresh = iconButton(QStringLiteral("view-refresh"), tr("Ask the cluster now"), m_whole);
  m_more = iconButton(QStringLiteral("overflow-menu"), tr("More actions"), m_whole);
  m_more->setPopupMode(QToolButton::InstantPopup);
  buildMenu();
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_bar);
  row->addWidget(m_add);
  row->addWidget(m_identity, 1);
  row->addWidget(m_arm);
  row->addWidget(m_updated);
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
  m_probing = menu->addAction(tr("&Look at Certificates from This Computer"));
  m_probing->setCheckable(true);
  connect(m_probing, &QAction::triggered, &m_deployments, &DeploymentsVm::setProbing);
  menu->addSeparator();
  m_export = menu->addAction(icon(QStringLiteral("document-save")), tr("&Export the Table as CSV…"), this,
                             &DeploymentsPage::exportCsv);
  m_report = menu->addAction(tr("Save a Re&port as HTML…"), this, &DeploymentsPage::exportReport);
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
  auto* row = new QHBoxLayout(part);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_icon);
  row->addWidget(m_verdict);
  row->addWidget(m_whyButton);
  row->addStretch(1);
  return part;
}

QWidget* DeploymentsPage::buildBody() {
  auto* stacked = new QSplitter(Qt::Vertical, m_whole);
  stacked->setChildrenCollapsible(false);
  m_splitter = new QSplitter(Qt::Horizontal, stacked);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(kGapRelated);
  m_tables = new QStackedWidget(m_splitter);
  m_side = new QStackedWidget(m_splitter);
  m_details = new DetailsPane(m_side);
  m_action = new ActionPane(m_actions, m_side);
  m_side->addWidget(m_details);
  m_side->addWidget(m_action);
  m_splitter->addWidget(m_tables);
  m_splitter->addWidget(m_side);
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setStretchFactor(1, 0);
  m_splitter->setSizes({kDetailsWidth * 2, kDetailsWidth});
  m_side->hide();
  stacked->addWidget(m_splitter);
  stacked->addWidget(buildLogs());
  stacked->setStretchFactor(0, 1);
  stacked->setStretchFactor(1, 1);
  m_thing = new ThingActions(m_actions, m_details);
  m_details->setActions(m_thing);
  return stacked;
}

QWidget* DeploymentsPage::buildLogs() {
  m_logWhole = new QWidget(m_whole);
  m_logPane = new LogPane(m_log, m_logWhole);
  auto* close = iconButton(QStringLiteral("window-close"), tr("Close the log"), m_logWhole);
  connect(close, &QToolButton::clicked, this, &DeploymentsPage::closeLogs);
  auto* row = new QHBoxLayout(m_logWhole);
  row->setContentsMargins(0, kGapRelated, 0, 0);
  row->setSpacing(kGapInside);
  row->addWidget(m_logPane, 1);
  row->addWidget(close, 0, Qt::AlignTop);
  m_logWhole->hide();
  return m_logWhole;
}

QWidget* DeploymentsPage::makeView(Section& section) {
  if (section.view) return section.view;
  if (!section.tables.empty()) {
    section.view = section.table = new ClusterTableView(section.title, section.tables, m_tables);
    if (m_database) section.table->setDatabase(m_database.get());
    section.table->setSession(m_deployments.session());
    connect(section.table, &ClusterTableView::selectionChanged, this, [this] {
      m_why = false;
      m_closed.clear();
      renderDetails();
    });
    connect(section.table, &ClusterTableView::menuWanted, this, &DeploymentsPage::openRowMenu);
    connect(section.table, &ClusterTableView::stateChanged, this, &DeploymentsPage::renderDetails);
    connect(section.table, &ClusterTableView::activated, this, [this] {
      m_closed.clear();
      renderDetails();
      if (m_side->isVisible()) m_side->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
  } else {
    section.view = section.make();
  }
  m_tables->addWidget(section.view);
  orderTabs({section.view, m_side, m_logWhole});
  return section.view;
}

void DeploymentsPage::bind() {
  connect(&m_deployments, &DeploymentsVm::stateChanged, this, &DeploymentsPage::render);
  connect(&m_deployments, &DeploymentsVm::sessionChanged, this,
          [this] { sessionIs(m_deployments.session()); });
  connect(m_bar, &EnvironmentBar::chosen, this, [this](const domain::EnvironmentId& id) {
    m_asksRemoval = false;
    m_deployments.open(id);
  });
  connect(m_add, &QToolButton::clicked, this, [this] { beginForm({}); });
  connect(m_empty, &EmptyState::stepTaken, this, [this] { beginForm({}); });
  connect(m_refresh, &QToolButton::clicked, this, [this] {
    m_deployments.refresh();
    m_otherKinds.refresh();
  });
  connect(&m_otherKinds, &OtherKindsVm::modelChanged, this,
          [this] { m_export->setEnabled(exported() != nullptr); });
  connect(m_form, &EnvironmentForm::ended, this, [this] {
    m_stack->setCurrentWidget(m_whole);
    render();
  });
  connect(m_sectionBar, &SectionBar::chosen, this,
          [this](int section) { openSection(section < 0 ? m_section : section); });
  connect(m_whyButton, &QToolButton::clicked, this, &DeploymentsPage::showWhy);
  connect(m_details, &DetailsPane::closed, this, [this] {
    m_why = false;
    m_closed = selected() ? selected()->id : std::string();
    if (auto* shown = table()) shown->table()->setFocus(Qt::OtherFocusReason);
    renderDetails();
  });
  connect(&m_second, &QTimer::timeout, this, [this] {
    renderAges();
    renderSignals();  // and the figures: what is not heard of grows old
  });
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

ClusterTableView* DeploymentsPage::table() const {
  return m_sections[std::size_t(m_section)].table;
}

const ClusterRow* DeploymentsPage::selected() const {
  return table() ? table()->selected() : nullptr;
}

void DeploymentsPage::openSection(int section) {
  if (section < 0 || section >= int(m_sections.size())) return;
  if (auto* old = table(); old && section != m_section) old->setActive(false);
  m_section = section;
  m_tables->setCurrentWidget(makeView(m_sections[std::size_t(section)]));
  if (table()) table()->setActive(isVisible());
  m_sectionBar->setOpened(section);
  m_export->setEnabled(exported() != nullptr);
  setFirst(table() ? static_cast<QWidget*>(table()->table()) : m_tables->currentWidget());
  m_why = false;
  loadHistory();
  renderSignals();
  renderDetails();
}

// In a large cluster something is kept each second.
void DeploymentsPage::loadHistory() {
  const auto* seen = m_tables->currentWidget();
  if (isVisible() && seen && (seen == m_historyView || seen == m_signalsView)) m_history.load();
}

// Files can be opened from everywhere, and have a command of the window.
void DeploymentsPage::addCommands(CommandRegistry& registry) {
  for (int section = 0; section < int(m_sections.size()); ++section) {
    const auto& one = m_sections[std::size_t(section)];
    if (one.id == QLatin1String("files")) continue;
    m_commands.push_back(registry.add(
        this, {QStringLiteral("deployments.") + one.id, tr("Go to %1").arg(one.title), tr("Deployments")},
        [this, section] { openSection(section); }));
  }
  render();
}

void DeploymentsPage::go(const QString& target) {
  if (target == QLatin1String("new")) return beginForm({});
  if (target == QLatin1String("files")) return openFiles();
  if (const auto id = domain::EnvironmentId::parse(format::utf8(target))) m_deployments.open(*id);
}

void DeploymentsPage::focusSearch() {
  if (m_stack->currentWidget() != m_whole) return;
  if (m_logWhole->isVisible() && m_logWhole->isAncestorOf(focusWidget())) return m_logPane->openFind();
  if (table()) return table()->focusSearch();
  if (m_filesView && m_tables->currentWidget() == m_filesView) return m_filesView->focusSearch();
  if (m_auditView && m_tables->currentWidget() == m_auditView) m_auditView->focusSearch();
  if (m_otherKindsView && m_tables->currentWidget() == m_otherKindsView) m_otherKindsView->focusSearch();
}

QList<QWidget*> DeploymentsPage::panes() const {
  return {m_bar, m_tables->currentWidget(), m_side, m_logWhole};
}

QColor DeploymentsPage::frameColour() const {
  const auto* environment = m_deployments.state().environment();
  return environment ? stageColour(environment->stage, tokensFor(palette())) : QColor();
}

void DeploymentsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  render();
  m_deployments.load();
  if (table()) table()->setActive(true);
  loadHistory();
  m_second.start();
  if (m_database) m_askDatabase.start();
  askDatabase();
}

void DeploymentsPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  if (table()) table()->setActive(false);
  m_second.stop();
  m_askDatabase.stop();
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

QString DeploymentsPage::fileName(const QString& ending) const {
  const auto* environment = m_deployments.state().environment();
  return (environment ? text(environment->name) : QStringLiteral("cluster")) + ending;
}

void DeploymentsPage::exportReport() {
  const auto path = QFileDialog::getSaveFileName(this, tr("Save a report"), fileName(QStringLiteral(".html")),
                                                 tr("Web pages (*.html)"));
  if (!path.isEmpty()) m_deployments.exportReport(path);
}

const ClusterTableModel* DeploymentsPage::exported() {
  if (m_auditView && m_tables->currentWidget() == m_auditView) return &m_audit.model();
  if (m_otherKindsView && m_tables->currentWidget() == m_otherKindsView) return m_otherKinds.model();
  return table() ? &table()->current().model() : nullptr;
}

void DeploymentsPage::exportCsv() {
  if (!exported()) return;
  const auto name = fileName(QStringLiteral(".csv"));
  const auto path = QFileDialog::getSaveFileName(this, tr("Export the table"), name, tr("CSV files (*.csv)"));
  if (path.isEmpty()) return;
  m_deployments.exportTable(*exported(), path);
}

// What the pane beside the table offers, at hand where one points.
void DeploymentsPage::openRowMenu(const QPoint& at) {
  const auto* row = selected();
  if (!row) return;
  m_why = false;
  m_closed.clear();
  renderDetails();
  QMenu menu(this);
  menu.addAction(icon(QStringLiteral("edit-copy")), tr("&Copy"), this, [this] {
    if (table()) table()->copySelection();
  });
  menu.addAction(icon(QStringLiteral("documentinfo")), tr("&Details"), this, [this] {
    if (m_side->isVisible()) m_side->currentWidget()->setFocus(Qt::OtherFocusReason);
  });
  // The acts are those of the pane, which asks and shows what is tried.
  m_thing->addTo(menu);
  menu.exec(at);
}

void DeploymentsPage::showWhy() {
  m_why = true;
  renderDetails();
  if (m_side->currentWidget() == m_details) m_details->setFocus(Qt::OtherFocusReason);
}

}  // namespace aiagent::ui
