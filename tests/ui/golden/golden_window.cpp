#include "tests/ui/golden/golden_window.h"

#include <QLabel>
#include <QLineEdit>

#include "core/store/run_repository.h"
#include "tests/ui/usual_agents.h"
#include "ui/format/text.h"
#include "ui/pages/inbox/inbox_page.h"
#include "ui/pages/people/people_page.h"

namespace aiagent::tests {
namespace {

constexpr QLatin1String kHome("/home/you/.local/share/aiagent");

domain::Provider lab() {
  return {.name = "lab",
          .baseUrl = "https://lab.example/v1",
          .keySource = domain::KeySource::None,
          .defaultModel = "gpt-5"};
}

// The same for the n-th run every time.
domain::RunId runId(int number) {
  const auto text = QStringLiteral("0199a0c0-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
  return *domain::RunId::parse(text.toStdString());
}

void addMessage(domain::RunRecord& run, base::UuidSource& ids, domain::Role role, const std::string& text) {
  domain::Message message;
  message.id = ids.make<domain::MessageId>();
  message.role = role;
  message.parts.push_back({domain::PartKind::Text, text, {}, {}});
  message.created = run.created;
  run.messages.push_back(std::move(message));
}

}  // namespace

GoldenWindow::GoldenWindow(ui::Theme& theme, services::ProviderEnvironment environment)
    : services(std::move(environment), &clock),
      queue(*services.profile, *services.agents, *services.providers, *services.runs, *services.generations,
            {.firstTry = std::chrono::hours(1)}),
      shell(*services.providers, *services.runs, *services.settings),
      m_theme(theme) {
  m_theme.apply(ui::ThemeChoice::Light, 100);
  fillActions();
  if (!testing::await<domain::Provider>([&](auto done) { services.providers->save(lab(), done); }))
    qFatal("no provider");
  if (!testing::await<void>([&](auto done) { services.providers->use("lab", done); })) qFatal("not in use");
}

GoldenWindow::~GoldenWindow() {
  window.reset();
}

void GoldenWindow::fillActions() {
  actions.applyNetwork = [](const ui::NetworkForm&) -> base::Result<void> { return {}; };
  actions.keepProxyPassword = [](const ui::NetworkForm&, base::SecretString,
                                 std::function<void(base::Result<bool>)> done) { done(true); };
  actions.findProxyPassword = [](const ui::NetworkForm&, std::function<void(bool)> done) { done(false); };
  actions.readCertificates = [](const std::string& path) -> base::Result<std::vector<std::string>> {
    if (path.find("company") != std::string::npos) return std::vector<std::string>{"Example Company Root CA"};
    return base::Error{.code = base::ErrorCode::InvalidInput, .subject = path};
  };
  actions.applyAppearance = [](const ui::AppearanceForm&) {};
  actions.applyLogLevel = [](base::LogLevel) {};
  actions.logFile = services.folder.path().toStdString() + "/logs/aiagent.log";
  actions.libraries = {"Qt 6.4.2"};
}

void GoldenWindow::build() {
  const auto page = [](const char* id, const QString& title, const char* iconName, auto make,
                       bool atEnd = false, bool inRail = true) {
    return ui::PageEntry{.id = QLatin1String(id),
                         .title = title,
                         .iconName = QLatin1String(iconName),
                         .atEnd = atEnd,
                         .inRail = inRail,
                         .build = make};
  };
  const auto word = [](const char* text) {
    return QCoreApplication::translate("aiagent::desktop::Desktop", text);
  };
  std::vector<ui::PageEntry> pages = {
      page("agents", word("Agents"), "tools-wizard",
           [this](QWidget* parent) {
             return new ui::AgentsPage(
                 {*services.agents, *services.versions, *services.runs, *services.providers, *services.models,
                  *services.settings, *services.tools, *services.knowledge, registry},
                 parent);
           }),
      page("runs", word("Runs"), "view-history",
           [this](QWidget* parent) {
             return new ui::RunsPage({*services.runs, *services.agents, *services.settings, clock, registry},
                                     parent);
           }),
      page(
          "generate", word("Generate"), "draw-brush",
          [this](QWidget* parent) {
            return new ui::GeneratePage(
                {*services.agents, *services.providers, *services.models, *services.runs,
                 *services.generations, queue, *services.settings, registry},
                parent);
          },
          false, false),
      page(
          "import", word("Import"), "",
          [this](QWidget* parent) { return new ui::ImportPage(*services.imports, parent); }, false, false),
      page(
          "export", word("Export"), "",
          [this](QWidget* parent) { return new ui::ExportPage(*services.imports, *services.agents, parent); },
          false, false),
      page(
          "first-run", word("Welcome"), "",
          [this](QWidget* parent) { return new ui::FirstRunPage(*services.providers, {}, parent); }, false,
          false),
      page(
          "settings", word("Settings"), "configure",
          [this](QWidget* parent) {
            return new ui::SettingsPage({*services.profile, *services.providers, *services.models,
                                         *services.settings, *services.uploads, *services.agents, registry,
                                         actions, sync.server, sync.state, sync.workspaces},
                                        parent);
          },
          true)};
  addSyncPages(pages);
  window = std::make_unique<ui::MainWindow>(
      ui::MainWindowSetup{shell,
                          *services.settings,
                          registry,
                          {},
                          std::move(pages),
                          [this](std::function<void()> done) { services.runs->shutDown(std::move(done)); },
                          sync.state,
                          sync.server,
                          sync.workspaces});
}

void GoldenWindow::addSyncPages(std::vector<ui::PageEntry>& pages) {
  if (!sync.state) return;
  const auto word = [](const char* text) {
    return QCoreApplication::translate("aiagent::desktop::Desktop", text);
  };
  pages.push_back({.id = QStringLiteral("inbox"),
                   .title = word("Inbox"),
                   .iconName = QStringLiteral("mail-folder-inbox"),
                   .build = [this](QWidget* parent) {
                     return new ui::InboxPage({*services.profile, *sync.service, *services.agents,
                                               *sync.account, sync.people, *sync.state},
                                              parent);
                   }});
  pages.push_back({.id = QStringLiteral("people"),
                   .title = word("People"),
                   .iconName = QStringLiteral("system-users"),
                   .build = [this](QWidget* parent) {
                     return new ui::PeoplePage({*sync.people, *sync.account, clock, sync.state}, parent);
                   }});
}

void GoldenWindow::open(const QString& page, QSize size, const QString& target) {
  if (!window) build();
  window->resize(size);
  window->openPage(page, target);
  window->show();
  window->activateWindow();
  if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window is not active");
  settle();
}

void GoldenWindow::settle() {
  const auto ready = [&] {
    const QString shown = window->currentPage();
    if (!shell.state().providerKnown) return false;
    if (shown == QLatin1String("agents"))
      return agents().library().state().loaded && agents().playground().state().providerKnown &&
             (agents().library().state().selected.isNull() || agents().agent().state().loaded);
    if (shown == QLatin1String("runs")) return runs().runs().state().list != ui::RunsState::List::Loading;
    if (shown == QLatin1String("generate")) return generate().generate().state().provider.has_value();
    if (shown == QLatin1String("settings")) return settings().providers().state().loaded;
    return true;
  };
  if (!QTest::qWaitFor(ready, 10'000)) qFatal("the page never loads");
  QTest::qWait(150);  // what is gathered for a moment: searches, estimates
}

domain::Agent GoldenWindow::addAgent(domain::AgentContent content) {
  auto agent =
      testing::await<domain::Agent>([&](auto done) { services.agents->create(std::move(content), done); });
  if (!agent) qFatal("agent not created: %s", agent.error().subject.c_str());
  clock.advance(std::chrono::minutes(7));
  return *agent;
}

domain::RunRecord GoldenWindow::sampleRun(int minutes, const std::string& input, const std::string& answer) {
  domain::RunRecord run;
  run.id = runId(++m_runs);
  run.created = clock.wallNow() - std::chrono::minutes(minutes);
  run.request.content.name = "Triage";
  run.request.content.prompt = "You sort support tickets for {{team}}.";
  run.request.variables = {{"team", "red"}};
  run.request.model = "gpt-5";
  run.request.input = input;
  run.request.provider = lab();
  run.requestJson =
      R"({"model":"gpt-5","instructions":"You sort support tickets for red.","input":"The printer is on fire","stream":true})";
  run.status = domain::RunStatus::Completed;
  run.modelAnswered = "gpt-5-2025-08-07";
  run.requestId = "req_7d41";
  run.responseId = "resp_68af";
  run.usage = {.input = 211, .cached = 128, .output = 84, .reasoning = 32, .total = 295};
  run.costNanoUsd = 1'034'000;
  run.timings = {base::Milliseconds(3), base::Milliseconds(210), base::Milliseconds(340),
                 base::Milliseconds(1200), base::Milliseconds(1210)};
  addMessage(run, services.profile->ids(), domain::Role::User, input);
  if (!answer.empty()) addMessage(run, services.profile->ids(), domain::Role::Assistant, answer);
  return run;
}

void GoldenWindow::keep(const domain::RunRecord& run) {
  const auto kept = services.profile->store().writeAndWait<void>(
      [&](store::Connection& connection) { return store::insertRun(connection, run); });
  if (!kept) qFatal("run not kept: %s", kept.error().detail.c_str());
}

void GoldenWindow::pinTexts() {
  const QString folder = services.folder.path();
  for (auto* field : window->findChildren<QLineEdit*>())
    if (field->text().startsWith(folder)) {
      field->setText(kHome + field->text().mid(folder.size()));
      field->setCursorPosition(0);
    }
  for (auto* label : window->findChildren<QLabel*>()) {
    QString text = label->text();
    text.replace(folder, kHome);
    text.replace(QLatin1String(AIAGENT_VERSION), QLatin1String("1.0"));
    if (text != label->text()) label->setText(text);
  }
}

void GoldenWindow::shoot(const QString& name) {
  pinTexts();
  const QImage picture = pictureOf(*window);
  if (!QList<QSize>{kLarge, kMiddle, kNarrow}.contains(picture.size()))
    m_faults << QStringLiteral("%1: the window needs more room than it is given").arg(name);
  const auto outcome = compareGolden(name, picture);
  if (!outcome.same) m_faults << outcome.message;
}

void GoldenWindow::shootBoth(const QString& name) {
  shoot(name + QStringLiteral("-light"));
  m_theme.apply(ui::ThemeChoice::Dark, 100);
  shoot(name + QStringLiteral("-dark"));
  m_theme.apply(ui::ThemeChoice::Light, 100);
}

void GoldenWindow::shootSizes(const QString& name, bool narrow) {
  window->resize(kMiddle);
  shoot(name + QStringLiteral("-middle"));
  if (narrow) {
    window->resize(kNarrow);
    shoot(name + QStringLiteral("-narrow"));
  }
  window->resize(kLarge);
  m_theme.apply(ui::ThemeChoice::Light, 200);
  shoot(name + QStringLiteral("-double"));
  m_theme.apply(ui::ThemeChoice::Light, 100);
}

void addUsualAgents(GoldenWindow& window) {
  for (auto& content : usualAgents()) window.addAgent(std::move(content));
}

}  // namespace aiagent::tests
