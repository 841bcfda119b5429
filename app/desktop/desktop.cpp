#include "app/desktop/desktop.h"

#include "app/backend/network.h"
#include "app/desktop/start_trace.h"

#include <QApplication>
#include <QDBusConnection>
#include <QPointer>
#include <QTimer>

#include "core/base/log.h"
#include "core/domain/provider.h"
#include "ui/format/human.h"
#include "ui/format/text.h"
#include "ui/pages/agents_page.h"
#include "ui/pages/deployments/deployments_page.h"
#include "ui/pages/first_run_page.h"
#include "ui/pages/generate/generate_page.h"
#include "ui/pages/import/export_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/inbox/inbox_page.h"
#include "ui/pages/people/people_page.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/shell/proposals.h"
#include "ui/viewmodels/settings_forms.h"
#include "ui/viewmodels/while_alive.h"
#include "ui/widgets/controls/message_strip.h"

namespace aiagent::desktop {
namespace {

constexpr std::chrono::minutes kSweepAfter{2};  // of files that nobody needs any more

constexpr char kProviderSetting[] = "provider.current";
constexpr char kFirstRunSetting[] = "first-run";  // "due" until something was chosen
constexpr int kMostFoundAgents = 8;
constexpr char kSwitch[] = "switch-workspace";

ui::ThemeChoice themeOf(ui::AppearanceForm::Theme theme) {
  switch (theme) {
    case ui::AppearanceForm::Theme::Light: return ui::ThemeChoice::Light;
    case ui::AppearanceForm::Theme::Dark: return ui::ThemeChoice::Dark;
    case ui::AppearanceForm::Theme::HighContrast: return ui::ThemeChoice::HighContrast;
    case ui::AppearanceForm::Theme::System: break;
  }
  return ui::ThemeChoice::System;
}

}  // namespace

Desktop::Desktop(QApplication& application, app::Backend& backend)
    : m_backend(backend),
      m_theme(application),
      m_shell(backend.providers(), backend.runs(), backend.settings()),
      m_sync(backend.sync(), backend.account(), backend.profile().clock()),
      m_server(backend.account(), backend.sync(), backend.people(), backend.profile().clock(),
               app::Backend::hasKeyStore()),
      m_otherWorkspaces({backend.profile(), backend.library(), backend.sync(), backend.account(),
                         backend.clusterSurroundings(nullptr).http}),
      m_workspaces(m_otherWorkspaces, backend.account(), backend.profile().clock()),
      m_jobs(backend.generationQueue(), backend.agents()) {
  fillActions();
  // Asked before the window is made, so that the answer is there for its first frame where it is quick.
  connect(&m_portal, &ui::PortalColours::schemeChanged, &m_theme, &ui::Theme::setSystemScheme);
  m_portal.start(ui::runningSessionBus());
  applyAppearance(ui::readAppearanceForm(backend.settings()));
  m_registry.applyOwnShortcuts(ui::readShortcuts(backend.settings()));
  m_window = std::make_unique<ui::MainWindow>(
      ui::MainWindowSetup{m_shell, backend.settings(), m_registry,
                          [this](const QString& text, auto done) { find(text, std::move(done)); }, pages(),
                          [this](std::function<void()> done) {
                            m_backend.sync().stop();
                            m_otherWorkspaces.stop();
                            m_backend.runs().shutDown(std::move(done));
                          },
                          &m_sync, &m_server, &m_workspaces});
  m_registry.add(m_window.get(),
                 {QStringLiteral("agents.import"),
                  tr("&Import agents…"),
                  tr("Agents"),
                  QStringLiteral("document-new"),
                  {QKeySequence::Open}},
                 [this] { m_window->openPage(QStringLiteral("import"), QStringLiteral("choose")); });
  m_registry.add(m_window.get(),
                 {QStringLiteral("deployments.files"), tr("Check a deployment's &files…"), tr("Deployments"),
                  QStringLiteral("network-server")},
                 [this] { m_window->openPage(QStringLiteral("deployments"), QStringLiteral("files")); });
  connect(m_window.get(), &ui::MainWindow::ended, this, &Desktop::ended);
  connect(&m_backend.generationQueue(), &services::GenerationQueue::ready, this, [this] {
    if (m_window->currentPage() != QLatin1String("generate"))
      m_window->tell(
          {.kind = ui::StripKind::Positive,
           .sentence = tr("A generation that waited for a network is ready to be reviewed under Generate.")});
  });
  connect(&m_jobs, &ui::GenerationJobsVm::jobsChanged, this, &Desktop::countJobs);
  bindWorkspaces();
  m_backend.onTermination([this] { m_window->end(); });
}

Desktop::~Desktop() = default;

// Of the generations that wait, and of those that wait to be looked at.
void Desktop::countJobs() {
  const int jobs = int(m_jobs.jobs().size());
  m_window->setBadge(QStringLiteral("generate"), jobs, tr("%n in the queue", nullptr, jobs));
}

std::vector<ui::PageEntry> Desktop::pages() {
  return {{.id = QStringLiteral("agents"),
           .title = tr("Agents"),
           .iconName = QStringLiteral("tools-wizard"),
           .build = [this](QWidget* parent) { return buildAgents(parent); }},
          {.id = QStringLiteral("generate"),
           .title = tr("Generate"),
           .iconName = QStringLiteral("draw-brush"),
           .build = [this](QWidget* parent) { return buildGenerate(parent); }},
          {.id = QStringLiteral("runs"),
           .title = tr("Runs"),
           .iconName = QStringLiteral("view-history"),
           .build = [this](QWidget* parent) { return buildRuns(parent); }},
          {.id = QStringLiteral("inbox"),
           .title = tr("Inbox"),
           .iconName = QStringLiteral("mail-folder-inbox"),
           .build = [this](QWidget* parent) { return buildInbox(parent); }},
          {.id = QStringLiteral("people"),
           .title = tr("People"),
           .iconName = QStringLiteral("system-users"),
           .build = [this](QWidget* parent) { return buildPeople(parent); }},
          {.id = QStringLiteral("deployments"),
           .title = tr("Deployments"),
           .iconName = QStringLiteral("network-server"),
           .build = [this](QWidget* parent) { return buildDeployments(parent); }},
          {.id = QStringLiteral("first-run"),
           .title = tr("Welcome"),
           .inRail = false,
           .build = [this](QWidget* parent) { return buildFirstRun(parent); }},
          {.id = QStringLiteral("import"),
           .title = tr("Import"),
           .inRail = false,
           .takesFiles = true,
           .build = [this](QWidget* parent) { return new ui::ImportPage(m_backend.imports(), parent); }},
          {.id = QStringLiteral("export"),
           .title = tr("Export"),
           .inRail = false,
           .build =
               [this](QWidget* parent) {
                 return new ui::ExportPage(m_backend.imports(), m_backend.agents(), parent);
               }},
          {.id = QStringLiteral("settings"),
           .title = tr("Settings"),
           .iconName = QStringLiteral("configure"),
           .atEnd = true,
           .build = [this](QWidget* parent) { return buildSettings(parent); }}};
}

ui::Page* Desktop::buildAgents(QWidget* parent) {
  auto* page = new ui::AgentsPage(
      {m_backend.agents(), m_backend.versions(), m_backend.runs(), m_backend.providers(), m_backend.models(),
       m_backend.settings(), m_backend.tools(), m_backend.knowledge(), m_registry},
      parent);
  const auto tell = [this, page] { page->setShared(m_sync.state().shared()); };
  connect(&m_sync, &ui::SyncVm::stateChanged, page, tell);
  tell();
  return page;
}

ui::Page* Desktop::buildGenerate(QWidget* parent) {
  auto* page = new ui::GeneratePage(
      {m_backend.agents(), m_backend.providers(), m_backend.models(), m_backend.runs(),
       m_backend.generations(), m_backend.generationQueue(), m_backend.settings(), m_registry},
      parent);
  ui::takeProposals(*page, *m_window);
  return page;
}

ui::Page* Desktop::buildRuns(QWidget* parent) {
  return new ui::RunsPage(
      {m_backend.runs(), m_backend.agents(), m_backend.settings(), m_backend.profile().clock(), m_registry},
      parent);
}

ui::Page* Desktop::buildInbox(QWidget* parent) {
  return new ui::InboxPage({m_backend.library(), m_backend.sync(), m_backend.agents(), m_backend.account(),
                            &m_backend.people(), m_sync},
                           parent);
}

ui::Page* Desktop::buildPeople(QWidget* parent) {
  return new ui::PeoplePage({m_backend.people(), m_backend.account(), m_backend.profile().clock(), &m_sync},
                            parent);
}

ui::Page* Desktop::buildDeployments(QWidget* parent) {
  auto* page = new ui::DeploymentsPage(m_backend.clusterGround(), parent);
  page->offerFiles(m_backend.settings(), m_backend.clusterGround().surroundings(nullptr).scheduler);
  page->offerDatabase(m_backend.ops(), m_backend.account());
  page->addCommands(m_registry);
  m_backend.network().watch([page = QPointer(page)](ports::NetworkNews news) {
    if (page && news == ports::NetworkNews::Renewed) page->deployments().wake();
  });
  return page;
}

ui::Page* Desktop::buildFirstRun(QWidget* parent) {
  ui::FirstRunOptions options;
  options.hasKeyStore = m_actions.hasKeyStore;
  options.startRehearsal = [this]() -> base::Result<void> {
    auto url = m_backend.startRehearsal();
    return url ? base::Result<void>() : base::Result<void>(url.error());
  };
  auto* page = new ui::FirstRunPage(m_backend.providers(), std::move(options), parent);
  connect(page, &ui::FirstRunPage::chosen, this, &Desktop::endFirstRun);
  return page;
}

void Desktop::endFirstRun(ui::FirstRunChoice choice) {
  m_backend.settings().set(kFirstRunSetting, "done");
  if (choice != ui::FirstRunChoice::Skip) addSampleAgent();
  m_window->openPage(QStringLiteral("agents"));
}

// Something to try at once, where there is nothing yet.
void Desktop::addSampleAgent() {
  m_backend.agents().count(
      store::ArchiveFilter::All, ui::whileAlive(this, [this](base::Result<std::int64_t> agents) {
        if (!agents || *agents > 0) return;
        domain::AgentContent content;
        content.name = format::utf8(tr("Triage"));
        content.description = format::utf8(tr("Sorts incoming tickets by urgency"));
        content.prompt = format::utf8(
            tr("You sort support tickets for the team {{team}}.\n\nAnswer with one word for the urgency "
               "(urgent, soon, later), and a reason of at most twelve words."));
        content.starters = {format::utf8(tr("The printer is on fire")),
                            format::utf8(tr("Where do I find my invoice?"))};
        m_backend.agents().create(
            std::move(content), ui::whileAlive(this, [this](base::Result<domain::Agent> agent) {
              if (agent) m_window->openPage(QStringLiteral("agents"), format::text(agent->id.toString()));
            }));
      }));
}

ui::Page* Desktop::buildSettings(QWidget* parent) {
  return new ui::SettingsPage(
      {m_backend.profile(), m_backend.providers(), m_backend.models(), m_backend.settings(),
       m_backend.uploads(), m_backend.agents(), m_registry, m_actions, &m_server, &m_sync, &m_workspaces},
      parent);
}

void Desktop::fillActions() {
  m_actions.hasKeyStore = app::Backend::hasKeyStore();
  m_actions.applyNetwork = [this](const ui::NetworkForm& form) { return m_backend.applyNetwork(form); };
  m_actions.keepProxyPassword = [this](const ui::NetworkForm& form, base::SecretString password, auto done) {
    m_backend.proxyPassword().keep(form, std::move(password), std::move(done));
  };
  m_actions.findProxyPassword = [this](const ui::NetworkForm& form, auto done) {
    m_backend.proxyPassword().find(form, std::move(done));
  };
  m_actions.readCertificates = app::certificateOwners;
  m_actions.applyAppearance = [this](const ui::AppearanceForm& form) { applyAppearance(form); };
  m_actions.applyLogLevel = [this](base::LogLevel level) { m_backend.applyLogLevel(level); };
  m_actions.logLevelFixed = app::Backend::environmentHasLogLevel();
  m_actions.logFile = m_backend.profile().folder() / "logs" / "aiagent.log";
  m_actions.libraries = {std::string("Qt ") + qVersion()};
}

void Desktop::applyAppearance(const ui::AppearanceForm& form) {
  m_theme.apply(themeOf(form.theme), form.textPercent);
}

// Agents for the command palette.
void Desktop::find(const QString& text, std::function<void(std::vector<ui::PaletteEntry>)> done) {
  store::AgentQuery query{.search = format::utf8(text), .limit = kMostFoundAgents};
  m_backend.agents().list(
      std::move(query),
      ui::whileAlive(this, [this, done = std::move(done)](base::Result<store::AgentPage> page) {
        if (!page) return;
        std::vector<ui::PaletteEntry> entries;
        for (const auto& agent : page->rows)
          entries.push_back({.title = format::text(agent.name),
                             .detail = tr("Agent"),
                             .iconName = QStringLiteral("tools-wizard"),
                             .run = [this, id = format::text(agent.id.toString())] {
                               m_window->openPage(QStringLiteral("agents"), id);
                             }});
        done(std::move(entries));
      }));
}

// The profile is new, and nobody has chosen yet where runs go. Who comes from the command line, with agents
// and all, or has joined a team by this very page, is not held up.
bool Desktop::firstRun() {
  auto& settings = m_backend.settings();
  if (m_backend.profile().store().openReport().created) settings.set(kFirstRunSetting, "due");
  return settings.value(kFirstRunSetting) == "due" && settings.value(kProviderSetting).empty() &&
         !m_backend.environmentHasKey() && !m_backend.account().connected();
}

void Desktop::tellDamage() {
  const auto& report = m_backend.profile().store().openReport();
  if (report.damagedFile.empty()) return;
  m_window->tell(
      {.kind = ui::StripKind::Caution,
       .sentence = tr("The database was damaged. %1 records were carried over into a new one, %2 are "
                      "lost; the damaged file is kept at %3.")
                       .arg(format::count(report.salvagedRecords), format::count(report.lostRecords),
                            format::text(report.damagedFile.string()))});
}

void Desktop::start(const QString& invitation) {
  if (!invitation.isEmpty())
    m_window->openPage(QStringLiteral("settings"), QStringLiteral("server:") + invitation);
  else if (firstRun())
    m_window->openPage(QStringLiteral("first-run"));
  else
    m_window->openLastPage();
  tellDamage();
  traceFirstFrame(*m_window);
  m_window->show();
  QTimer::singleShot(0, this, &Desktop::afterFirstFrame);
}

// The rehearsal model is a server of our own: whoever rehearsed last finds it running again.
void Desktop::afterFirstFrame() {
  m_backend.startNetwork([this] {
    m_backend.generationQueue().start();
    startSync();
  });
  QTimer::singleShot(kSweepAfter, this, [this] {
    m_backend.knowledge().sweep([](base::Result<store::BlobSweep> swept) {
      if (!swept) base::logError("knowledge", "sweep", swept.error());
    });
  });
  if (m_backend.settings().value(kProviderSetting) == domain::kRehearsalProvider &&
      !m_backend.startRehearsal())
    return;
}

// ---------------------------------------------------------------- workspaces

void Desktop::bindWorkspaces() {
  connect(&m_server, &ui::ServerVm::workspaceWanted, this, &Desktop::useWorkspace);
  // Whoever signs out goes back to the library of this computer.
  connect(&m_server, &ui::ServerVm::signedOut, this, [this] {
    if (&m_backend.library() != &m_backend.profile()) goOver();
  });
  connect(m_window.get(), &ui::MainWindow::answered, this, [this](const QString& button) {
    if (button != QLatin1String(kSwitch)) return m_window->takeBack();
    goToWanted();
  });
}

// Each workspace has a library of its own: the window ends with the old one and begins with the new.
void Desktop::useWorkspace(const QString& id) {
  m_wantedWorkspace = id;
  const int runs = int(m_backend.runs().liveRuns().size());
  if (runs > 0)
    return m_window->tell(
        {.kind = ui::StripKind::Caution,
         .sentence = runs == 1
                         ? tr("1 run is going on. It is stopped when you go to another workspace; what has "
                              "arrived is kept.")
                         : tr("%n runs are going on. They are stopped when you go to another workspace; "
                              "what has arrived is kept.",
                              nullptr, runs),
         .buttons = {{QLatin1String(kSwitch), tr("Stop and Switch")}, {QStringLiteral("stay"), tr("Stay")}}});
  goToWanted();
}

// Its agents are shown first, whatever page the wish came from.
void Desktop::goToWanted() {
  m_backend.account().useWorkspace(format::utf8(m_wantedWorkspace));
  m_window->openPage(QStringLiteral("agents"));
  goOver();
}

void Desktop::goOver() {
  m_opensAnew = true;
  m_window->end();
}

// ---------------------------------------------------------------- sync

// A library that becomes a workspace's is made so before anything of it is asked for.
void Desktop::startSync() {
  if (const auto* workspace = m_backend.account().workspace(m_backend.account().workspaceInUse()))
    if (auto bound = m_backend.sync().bind(*workspace); !bound) base::logError("sync", "bind", bound.error());
  m_backend.watchNetwork();
  m_backend.sync().start(true);
  m_otherWorkspaces.follow(m_backend.network());
  m_otherWorkspaces.start();
}

}  // namespace aiagent::desktop
