#include "ui/pages/agents_page.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QResizeEvent>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/services/guarded.h"
#include "ui/format/text.h"
#include "ui/pages/editor_pane.h"
#include "ui/pages/library_pane.h"
#include "ui/pages/playground_pane.h"
#include "ui/widgets/controls/command_registry.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/off_because.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr char kSelectedKey[] = "agents.selected";
constexpr char kOrderKey[] = "agents.order";
constexpr char kSplitterKey[] = "agents.splitter";
constexpr int kEditorTab = 0;
constexpr int kPlaygroundTab = 1;

// Widths of the page at which it rearranges, in characters of the body font, so that larger text rearranges
// earlier: a window of about 1,100 and 800 pixels at the usual size.
constexpr int kWideCharacters = 146;
constexpr int kMiddleCharacters = 104;

}  // namespace

AgentsPage::AgentsPage(AgentsPageSetup setup, QWidget* parent)
    : Page(parent),
      m_setup(setup),
      m_library(setup.agents),
      m_agent(setup.agents, setup.models),
      m_versions(setup.versions, m_agent),
      m_knowledge(m_agent, setup.knowledge),
      m_lint(m_agent, setup.models),
      m_playground({setup.runs, setup.providers, setup.models, setup.settings}, m_agent),
      m_toolCalls(setup.tools, m_playground),
      m_answerCheck(setup.runs, m_playground),
      m_modelList(setup.providers, setup.models) {
  build();
  bind();
  restore();
}

// A field that loses the focus on its way out still hands over its text: the view-models are there to take
// it, but tell nobody any more.
AgentsPage::~AgentsPage() {
  m_agent.blockSignals(true);
  m_playground.blockSignals(true);
  delete m_splitter;
}

void AgentsPage::build() {
  m_libraryPane = new LibraryPane(m_library, m_setup.registry, this);
  m_editorPane =
      new EditorPane({m_agent, m_versions, m_knowledge, m_lint, m_modelList, m_setup.registry}, this);
  m_playgroundPane =
      new PlaygroundPane({m_agent, m_playground, m_toolCalls, m_answerCheck}, m_setup.registry, this);

  m_bar = new QWidget(this);
  auto* bar = new QHBoxLayout(m_bar);
  bar->setContentsMargins(kGapRelated, kGapInside, kGapRelated, 0);
  m_libraryButton = new QToolButton(m_bar);
  m_libraryButton->setIcon(icon(QStringLiteral("view-list-text")));
  m_libraryButton->setText(tr("Library"));
  m_libraryButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_libraryButton->setCheckable(true);
  m_libraryButton->setAutoRaise(true);
  m_libraryButton->setFocusPolicy(Qt::StrongFocus);
  m_tabs = new QTabBar(m_bar);
  m_tabs->addTab(tr("Editor"));
  m_tabs->addTab(tr("Try it"));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setAccessibleName(tr("Editor or playground"));
  bar->addWidget(m_libraryButton);
  bar->addWidget(m_tabs);
  bar->addStretch(1);

  m_splitter = new QSplitter(Qt::Horizontal, this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->addWidget(m_libraryPane);
  m_splitter->addWidget(m_editorPane);
  m_splitter->addWidget(m_playgroundPane);
  m_splitter->setStretchFactor(1, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_bar);
  column->addWidget(m_splitter, 1);
  // Three panes side by side must not keep the window from becoming narrow: it rearranges on the way.
  setMinimumSize(320, 320);
  setFirst(m_libraryPane->list());
  m_libraryPane->setMinimumWidth(200);
  m_playgroundPane->setMinimumWidth(280);
  m_editorPane->setMinimumWidth(320);
}

void AgentsPage::bind() {
  connect(&m_library, &LibraryVm::stateChanged, this, &AgentsPage::openSelected);
  connect(&m_library, &LibraryVm::created, this, [this] {
    m_nameWanted = true;
    openSelected();
  });
  connect(&m_agent, &AgentVm::opened, this, [this] {
    if (!m_nameWanted || !m_agent.state().loaded) return;
    m_nameWanted = false;
    showTab(kEditorTab);
    m_editorPane->focusName();
  });
  connect(m_libraryPane, &LibraryPane::chosen, this, [this] {
    if (m_width == Width::Narrow && m_libraryOpen) toggleLibrary();
  });
  connect(m_editorPane, &EditorPane::newWanted, &m_library, &LibraryVm::create);
  connect(m_editorPane, &EditorPane::improveWanted, this, [this] {
    m_editorPane->pushAll();
    const auto& id = m_agent.state().id;
    if (!id.isNull())
      Q_EMIT pageRequested(QStringLiteral("generate"),
                           QStringLiteral("improve:") + format::text(id.toString()));
  });
  connect(&m_agent, &AgentVm::opened, this, &AgentsPage::applyWanted);  // after the editor shows it
  connect(m_editorPane, &EditorPane::caseWanted, this, [this](const domain::TestCase& testCase) {
    m_editorPane->pushAll();
    m_playground.tryCase(testCase);
    showTab(kPlaygroundTab);
    m_playgroundPane->focusMessage();
  });
  connect(m_playgroundPane, &PlaygroundPane::aboutToRun, m_editorPane, &EditorPane::pushAll);
  connect(m_playgroundPane, &PlaygroundPane::fieldWanted, this, [this](const QString& field) {
    showTab(kEditorTab);
    m_editorPane->focusField(field);
  });
  connect(m_playgroundPane, &PlaygroundPane::settingsWanted, this,
          [this](const QString& section) { Q_EMIT pageRequested(QStringLiteral("settings"), section); });
  connect(m_playgroundPane, &PlaygroundPane::detailsWanted, this, [this](const domain::RunId& run) {
    Q_EMIT pageRequested(QStringLiteral("runs"), format::text(run.toString()));
  });
  connect(m_libraryPane, &LibraryPane::importWanted, this,
          [this] { Q_EMIT pageRequested(QStringLiteral("import"), QStringLiteral("choose")); });
  connect(m_libraryPane, &LibraryPane::exportWanted, this,
          [this](const QString& target) { Q_EMIT pageRequested(QStringLiteral("export"), target); });
  connect(m_tabs, &QTabBar::currentChanged, this, &AgentsPage::showTab);
  connect(m_libraryButton, &QToolButton::clicked, this, &AgentsPage::toggleLibrary);
  connect(m_splitter, &QSplitter::splitterMoved, this, &AgentsPage::keepSplitter);
}

void AgentsPage::openSelected() {
  const auto& state = m_library.state();
  m_editorPane->setKnownTags(state.tags);
  m_editorPane->setEmptyLibrary(state.empty == LibraryState::Empty::NoAgents);
  if (state.loaded && !m_settled) {  // the first answer: nobody starts in front of an empty editor
    m_settled = true;
    if (state.selected.isNull() && m_library.rows()->rowCount() > 0)
      return m_library.select(m_library.rows()->row(0).id);
  }
  if (state.selected != m_agent.state().id) {
    m_editorPane->pushAll();
    m_agent.open(state.selected);
    m_setup.settings.set(kSelectedKey, state.selected.isNull() ? std::string() : state.selected.toString());
  }
  const auto order = std::to_string(int(state.order));
  if (m_setup.settings.value(kOrderKey) != order) m_setup.settings.set(kOrderKey, order);
}

void AgentsPage::restore() {
  if (const auto order = m_setup.settings.value(kOrderKey);
      order.size() == 1 && order[0] >= '0' && order[0] <= '3')
    m_library.setOrder(static_cast<store::AgentOrder>(order[0] - '0'));
  if (const auto id = domain::AgentId::parse(m_setup.settings.value(kSelectedKey))) m_library.select(*id);
  m_library.start();
}

// ---------------------------------------------------------------- widths

void AgentsPage::setReadOnly(const QString& reason) {
  for (const char* id : {"agents.new", "agents.duplicate", "agents.archive", "agents.delete", "agents.save",
                         "agents.save-message"})
    if (auto* action = m_setup.registry.find(QLatin1String(id))) {
      action->setProperty(kOffBecause, reason);
      action->setEnabled(reason.isEmpty());
    }
  m_mayWrite = reason.isEmpty();
  m_libraryPane->setReadOnly(!reason.isEmpty());
  m_editorPane->setReadOnly(reason);
}

void AgentsPage::setShared(bool shared) {
  m_editorPane->setShared(shared);
}

void AgentsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const int characters = event->size().width() / std::max(1, fontMetrics().averageCharWidth());
  const auto width = characters >= kWideCharacters     ? Width::Wide
                     : characters >= kMiddleCharacters ? Width::Middle
                                                       : Width::Narrow;
  if (width != m_width || !m_arranged) arrange(width);
}

void AgentsPage::arrange(Width width) {
  m_arranged = true;
  m_width = width;
  m_bar->setVisible(width != Width::Wide);
  m_libraryButton->setVisible(width == Width::Narrow);
  m_libraryPane->setVisible(width != Width::Narrow || m_libraryOpen);
  showTab(m_tabs->currentIndex());
  if (width != Width::Wide) {
    m_splitter->setSizes({fontMetrics().averageCharWidth() * 34, m_splitter->width(), m_splitter->width()});
    return;
  }
  const auto kept = QByteArray::fromBase64(QByteArray::fromStdString(m_setup.settings.value(kSplitterKey)));
  if (!kept.isEmpty() && m_splitter->restoreState(kept)) return;
  const int character = fontMetrics().averageCharWidth();
  m_splitter->setSizes({character * 36, std::max(320, m_splitter->width() - character * 88), character * 52});
}

void AgentsPage::showTab(int tab) {
  if (m_tabs->currentIndex() != tab) return m_tabs->setCurrentIndex(tab);
  const bool wide = m_width == Width::Wide;
  const bool covered = m_width == Width::Narrow && m_libraryOpen;
  m_editorPane->setVisible(!covered && (wide || tab == kEditorTab));
  m_playgroundPane->setVisible(!covered && (wide || tab == kPlaygroundTab));
}

void AgentsPage::toggleLibrary() {
  m_libraryOpen = !m_libraryOpen;
  m_libraryButton->setChecked(m_libraryOpen);
  m_libraryPane->setVisible(m_width != Width::Narrow || m_libraryOpen);
  showTab(m_tabs->currentIndex());
  if (m_libraryOpen) m_libraryPane->focusList();
}

void AgentsPage::keepSplitter() {
  if (m_width == Width::Wide)
    m_setup.settings.set(kSplitterKey, m_splitter->saveState().toBase64().toStdString());
}

// ---------------------------------------------------------------- what the window asks for

void AgentsPage::go(const QString& target) {
  if (target == QLatin1String("new")) {
    if (m_mayWrite) m_library.create();
    return;
  }
  const auto id = format::utf8(target.section(QLatin1Char(':'), -1));
  if (target.startsWith(QLatin1String("run:")))
    if (const auto run = domain::RunId::parse(id)) return goOnWith(*run);
  if (target.startsWith(QLatin1String("version:")))
    if (const auto version = domain::VersionId::parse(id)) return openVersion(*version);
  if (const auto agent = domain::AgentId::parse(id)) m_library.select(*agent);
}

void AgentsPage::goOnWith(const domain::RunId& run) {
  using domain::RunRecord;
  m_setup.runs.load(run, services::guarded<RunRecord>(this, [this, run](base::Result<RunRecord> found) {
                      if (!found) return;
                      open(found->request.agent, [this, run] {
                        showTab(kPlaygroundTab);
                        m_playground.continueFrom(run);
                        m_playgroundPane->focusMessage();
                      });
                    }));
}

void AgentsPage::openVersion(const domain::VersionId& version) {
  using domain::AgentVersion;
  m_setup.versions.load(
      version, services::guarded<AgentVersion>(this, [this, version](base::Result<AgentVersion> found) {
        if (!found) return;
        open(found->agent, [this, version] {
          showTab(kEditorTab);
          m_editorPane->openVersion(version);
        });
      }));
}

void AgentsPage::propose(DraftProposal proposal) {
  showTab(kEditorTab);
  const auto id = proposal.agent;
  open(id, [this, proposal = std::move(proposal)] { m_versions.propose(proposal); });
}

void AgentsPage::open(const domain::AgentId& id, std::function<void()> then) {
  m_editorPane->pushAll();
  m_wanted = std::pair(id, std::move(then));
  m_library.select(id);
  applyWanted();
}

void AgentsPage::applyWanted() {
  const auto& state = m_agent.state();
  if (!m_wanted || m_wanted->first != state.id || !state.loaded) return;
  std::exchange(m_wanted, std::nullopt)->second();
}

void AgentsPage::focusSearch() {
  const auto* focus = QApplication::focusWidget();
  if (m_playgroundPane->isVisible() && focus && m_playgroundPane->isAncestorOf(focus))
    return m_playgroundPane->focusSearch();
  if (m_width == Width::Narrow && !m_libraryOpen) toggleLibrary();
  m_libraryPane->focusSearch();
}

QList<QWidget*> AgentsPage::panes() const {
  return {m_libraryPane, m_editorPane, m_playgroundPane};
}

void AgentsPage::flush(std::function<void()> done) {
  m_editorPane->pushAll();
  m_playground.flush();
  m_library.flush([this, done = std::move(done)] { m_agent.flush(done); });
}

}  // namespace aiagent::ui
