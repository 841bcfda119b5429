// Somebody who goes from one workspace to another in the finished window, each time with an edit that is not
// sent yet. For sync_test.py, which knows the server.
//
//   workspace_window PROFILE TEAM
#include <algorithm>
#include <cstdio>
#include <QApplication>
#include <QMenu>

#include "app/desktop/desktop.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/format/text.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace_switcher.h"

using namespace aiagent;
using testing::await;

namespace {

void need(bool held, const char* what) {
  if (held) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::exit(1);
}

struct Window {
  explicit Window(const std::string& profile) {
    auto opened = app::Backend::open(profile);
    need(opened.ok(), "the profile opens");
    backend = std::move(*opened);
    // As in a profile that joined the team by the page of the first run.
    backend->settings().set("first-run", "due");
    desktop = std::make_unique<desktop::Desktop>(*qApp, *backend);
    QObject::connect(desktop.get(), &desktop::Desktop::ended, desktop.get(), [this] { ended = true; });
    desktop->start();
    need(!shows(QStringLiteral("Welcome")), "who has joined is not asked how to begin");
  }

  static bool shows(const QString& page) {
    return std::ranges::any_of(QApplication::topLevelWidgets(), [&](const auto* widget) {
      return widget->isVisible() && widget->windowTitle().startsWith(page);
    });
  }
  void open(const QString& page) {
    for (auto* widget : QApplication::topLevelWidgets())
      if (auto* window = qobject_cast<ui::MainWindow*>(widget)) window->openPage(page);
  }
  const services::SyncStatus& status() const { return backend->sync().status(); }
  void waitUntilSent() {
    need(QTest::qWaitFor(
             [this] {
               return status().shared && status().state.phase == sync::Phase::UpToDate &&
                      status().counts.pending == 0 && base::toMillis(status().pulled) > 0;
             },
             30'000),
         "all is sent");
  }
  std::optional<domain::Agent> find(const std::string& name) {
    auto found = await<domain::Agent>([&](auto done) { backend->agents().find(name, done); });
    return found ? std::optional(*found) : std::nullopt;
  }
  void create(const std::string& name) {
    domain::AgentContent content;
    content.name = name;
    need(await<domain::Agent>([&](auto done) { backend->agents().create(content, done); }).ok(),
         "it is made");
  }
  void append(const std::string& name, const std::string& words) {
    const auto agent = find(name);
    need(agent.has_value(), "the agent is there");
    auto content = agent->content;
    content.prompt += words;
    need(await<domain::Agent>([&](auto done) {
           backend->agents().update(agent->id, content, agent->revision, done);
         }).ok(),
         "it is saved");
  }
  // By the menu in the status bar; the window ends, to be opened anew.
  void goTo(const QString& workspace) {
    for (auto* widget : QApplication::topLevelWidgets())
      for (auto* switcher : widget->findChildren<ui::WorkspaceSwitcher*>()) {
        Q_EMIT switcher->menu()->aboutToShow();
        for (auto* action : switcher->menu()->actions())
          if (action->text().contains(workspace)) action->trigger();
      }
    need(QTest::qWaitFor([this] { return ended; }, 30'000), "the window ends");
    need(desktop->opensAnew(), "another is to be opened");
  }

  std::unique_ptr<app::Backend> backend;
  std::unique_ptr<desktop::Desktop> desktop;
  bool ended = false;
};

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setQuitOnLastWindowClosed(false);
  need(argc == 3, "a profile and a team are given");
  const std::string profile = argv[1];
  const QString team = QString::fromUtf8(argv[2]);
  const QString own = QStringLiteral("Personal");
  {
    Window window(profile);
    window.waitUntilSent();
    window.create("Own note");
    window.open(QStringLiteral("settings"));
    window.goTo(team);
  }
  {
    Window window(profile);
    need(Window::shows(QStringLiteral("Agents")), "the team's agents are shown first");
    window.waitUntilSent();
    need(window.status().binding.workspaceName == format::utf8(team), "it is the team's library");
    need(!window.find("Own note"), "what is one's own stays there");
    window.append("Triage", " And say why.");
    window.goTo(own);
  }
  {
    Window window(profile);
    window.waitUntilSent();
    need(window.find("Own note").has_value(), "it is there again");
    need(!window.find("Triage"), "what is the team's stays there");
    window.goTo(team);
  }
  {
    Window window(profile);
    window.waitUntilSent();
  }
  return 0;
}
