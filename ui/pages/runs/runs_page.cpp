#include "ui/pages/runs/runs_page.h"

#include <QHBoxLayout>
#include <QSplitter>

#include "core/services/guarded.h"
#include "ui/format/text.h"
#include "ui/pages/runs/run_conversation_view.h"
#include "ui/pages/runs/run_details_pane.h"
#include "ui/pages/runs/run_list_pane.h"
#include "ui/widgets/transcript_view.h"

namespace aiagent::ui {
namespace {

constexpr int kListWidth = 48;  // characters
constexpr int kLeastListWidth = 32;
constexpr char kSplitterKey[] = "runs.list-width";

}  // namespace

RunsPage::RunsPage(RunsPageSetup setup, QWidget* parent)
    : Page(parent), m_setup(setup), m_runs(setup.runs, setup.agents, setup.clock) {
  build();
  bind();
  m_runs.start();
}

void RunsPage::build() {
  setAccessibleName(tr("Runs"));
  m_splitter = new QSplitter(Qt::Horizontal, this);
  m_splitter->setHandleWidth(1);
  m_splitter->setChildrenCollapsible(false);
  m_list = new RunListPane(m_runs, m_splitter);
  const int character = fontMetrics().averageCharWidth();
  m_list->setMinimumWidth(kLeastListWidth * character);
  m_details = new RunDetailsPane(m_runs, m_setup.registry, *this, m_splitter);
  m_splitter->addWidget(m_list);
  m_splitter->addWidget(m_details);
  m_splitter->setStretchFactor(1, 1);
  const int kept = format::text(m_setup.settings.value(kSplitterKey)).toInt();
  const int width = kept > 0 ? kept : kListWidth * character;
  m_splitter->setSizes({width, 3 * width});
  setFirst(m_list);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_splitter);
}

void RunsPage::bind() {
  connect(m_splitter, &QSplitter::splitterMoved, this,
          [this](int position) { m_setup.settings.set(kSplitterKey, std::to_string(position)); });
  connect(m_list, &RunListPane::chosen, this,
          [this] { m_details->conversation()->setFocus(Qt::OtherFocusReason); });
  connect(m_list, &RunListPane::agentsPageWanted, this,
          [this] { Q_EMIT pageRequested(QStringLiteral("agents"), {}); });
  connect(m_details, &RunDetailsPane::agentWanted, this, [this](const domain::AgentId& agent) {
    Q_EMIT pageRequested(QStringLiteral("agents"), format::text(agent.toString()));
  });
  connect(m_details, &RunDetailsPane::versionWanted, this, [this](const domain::VersionId& version) {
    Q_EMIT pageRequested(QStringLiteral("agents"),
                         QStringLiteral("version:") + format::text(version.toString()));
  });
  connect(m_details, &RunDetailsPane::continueWanted, this, [this](const domain::RunId& run) {
    Q_EMIT pageRequested(QStringLiteral("agents"), QStringLiteral("run:") + format::text(run.toString()));
  });
  connect(m_details, &RunDetailsPane::settingsWanted, this,
          [this](const QString& section) { Q_EMIT pageRequested(QStringLiteral("settings"), section); });
}

void RunsPage::go(const QString& target) {
  const QString agentPrefix = QStringLiteral("agent:");
  if (target.startsWith(agentPrefix)) {
    if (const auto agent = domain::AgentId::parse(format::utf8(target.mid(agentPrefix.size()))))
      showAgent(*agent);
    return;
  }
  if (const auto run = domain::RunId::parse(format::utf8(target))) m_runs.select(*run);
}

void RunsPage::showAgent(const domain::AgentId& agent) {
  using services::AgentWithDraft;
  m_setup.agents.load(
      agent, services::guarded<AgentWithDraft>(this, [this, agent](base::Result<AgentWithDraft> found) {
        m_runs.setAgent({agent, found ? format::text(found->agent.content.name) : QString()});
      }));
}

void RunsPage::focusSearch() {
  m_list->focusSearch();
}

QList<QWidget*> RunsPage::panes() const {
  return {m_list, m_details};
}

void RunsPage::flush(std::function<void()> done) {
  m_runs.flush(std::move(done));
}

}  // namespace aiagent::ui
