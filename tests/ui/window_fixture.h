// The real window over a profile in a temporary folder and a scripted network.
#pragma once

#include <memory>
#include <QApplication>
#include <QDir>
#include <QPixmap>

#include "core/services/generation_queue.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/format/text.h"
#include "ui/pages/agents_page.h"
#include "ui/pages/generate/generate_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/proposals.h"
#include "ui/shell/theme.h"

namespace aiagent::testing {

inline domain::Provider testProvider() {
  return {.name = "lab",
          .baseUrl = "http://test.invalid/v1",
          .keySource = domain::KeySource::None,
          .defaultModel = "gpt-5"};
}

struct WindowFixture {
  explicit WindowFixture(QSize size = {1440, 900})
      : queue(*services.profile, *services.agents, *services.providers, *services.runs, *services.generations,
              {.firstTry = std::chrono::milliseconds(10)}),
        shell(*services.providers, *services.runs, *services.settings) {
    if (!await<domain::Provider>([&](auto done) { services.providers->save(testProvider(), done); }))
      qFatal("no provider");
    if (!await<void>([&](auto done) { services.providers->use("lab", done); })) qFatal("provider not in use");
    (void)size;
  }

  // Built on demand, so that a test can fill the profile first.
  ui::MainWindow& open(QSize size = {1440, 900}) {
    window = std::make_unique<ui::MainWindow>(ui::MainWindowSetup{
        shell,
        *services.settings,
        registry,
        finder,
        {{.id = QStringLiteral("agents"),
          .title = QStringLiteral("Agents"),
          .iconName = QStringLiteral("tools-wizard"),
          .build =
              [this](QWidget* parent) {
                return new ui::AgentsPage(
                    {*services.agents, *services.versions, *services.runs, *services.providers,
                     *services.models, *services.settings, *services.tools, *services.knowledge, registry},
                    parent);
              }},
         {.id = QStringLiteral("generate"),
          .title = QStringLiteral("Generate"),
          .iconName = QStringLiteral("draw-brush"),
          .build =
              [this](QWidget* parent) {
                auto* page = new ui::GeneratePage(
                    {*services.agents, *services.providers, *services.models, *services.runs,
                     *services.generations, queue, *services.settings, registry},
                    parent);
                ui::takeProposals(*page, *window);
                return page;
              }}},
        [this](std::function<void()> done) { services.runs->shutDown(std::move(done)); }});
    window->resize(size);
    window->openPage(QStringLiteral("agents"));
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window is not active");
    settle();
    return *window;
  }

  ui::AgentsPage& page() { return *static_cast<ui::AgentsPage*>(window->page(QStringLiteral("agents"))); }

  ui::GeneratePage& generatePage() {
    return *static_cast<ui::GeneratePage*>(window->page(QStringLiteral("generate")));
  }

  domain::Agent addAgent(domain::AgentContent content) {
    auto agent = await<domain::Agent>([&](auto done) { services.agents->create(std::move(content), done); });
    if (!agent) qFatal("agent not created: %s", agent.error().subject.c_str());
    return *agent;
  }

  std::optional<domain::AgentDraft> draftOf(const domain::AgentId& id) {
    auto found = await<services::AgentWithDraft>([&](auto done) { services.agents->load(id, done); });
    return found ? found->draft : std::nullopt;
  }

  // Until the page shows what the store has.
  void settle() {
    if (!QTest::qWaitFor([&] { return page().library().state().loaded; }, 5'000))
      qFatal("the library never loads");
    QTest::qWait(60);
  }

  template <class Widget>
  Widget* named(const QString& accessibleName) {
    for (auto* widget : window->findChildren<Widget*>())
      if (widget->accessibleName() == accessibleName) return widget;
    qFatal("no widget is called %s", qPrintable(accessibleName));
  }

  // For looking at: AIAGENT_PICTURES=folder keeps what the window shows now.
  void picture(const QString& name) {
    const QString folder = qEnvironmentVariable("AIAGENT_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
  }

  ServiceFixture services;
  services::GenerationQueue queue;
  ui::ShellVm shell;
  ui::CommandRegistry registry;
  ui::CommandPalette::Finder finder;
  std::unique_ptr<ui::MainWindow> window;
};

inline std::string sse(const std::string& json) {
  return "data: " + json + "\n\n";
}

// Pieces of a Responses stream that answers with these texts.
inline std::vector<std::string> answerStream(const std::vector<std::string>& texts, bool finished = true) {
  std::vector<std::string> pieces{
      sse(R"({"type":"response.created","sequence_number":0,"response":{"id":"resp_1","status":"in_progress","model":"gpt-5","output":[]}})"),
      sse(R"({"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message","id":"m","role":"assistant","status":"in_progress","content":[]}})")};
  std::string whole;
  for (const auto& text : texts) {
    pieces.push_back(sse(
        R"({"type":"response.output_text.delta","sequence_number":2,"item_id":"m","output_index":0,"content_index":0,"delta":")" +
        text + "\"}"));
    whole += text;
  }
  if (finished)
    pieces.push_back(sse(
        R"({"type":"response.completed","sequence_number":99,"response":{"id":"resp_1","status":"completed","model":"gpt-5","output":[{"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":")" +
        whole +
        R"(","annotations":[]}]}],"usage":{"input_tokens":211,"output_tokens":84,"total_tokens":295}}})"));
  return pieces;
}

}  // namespace aiagent::testing
