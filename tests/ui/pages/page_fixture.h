// A page in a window of its own, over a profile in a temporary folder and a scripted network.
#pragma once

#include <memory>
#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QTranslator>

#include "core/store/run_repository.h"
#include "tests/ui/golden/golden.h"
#include "tests/ui/golden/pseudo_locale.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/format/text.h"
#include "ui/pages/page.h"
#include "ui/shell/theme.h"
#include "ui/viewmodels/settings_actions.h"
#include "ui/widgets/controls/command_registry.h"

namespace aiagent::testing {

// A finished run as the store keeps it, to be changed by the test before it is kept.
inline domain::RunRecord sampleRun(ServiceFixture& f, const std::string& input, const std::string& answer) {
  domain::RunRecord run;
  run.id = f.profile->ids().make<domain::RunId>();
  run.created = f.clock.wallNow();
  run.request.content.name = "Triage";
  run.request.content.prompt = "You sort tickets for {{team}}.";
  run.request.variables = {{"team", "red"}};
  run.request.model = "gpt-5";
  run.request.input = input;
  run.request.provider = {
      .name = "lab", .baseUrl = "http://test.invalid/v1", .keySource = domain::KeySource::None};
  run.requestJson = R"({"model":"gpt-5","input":"hi","stream":true})";
  run.status = domain::RunStatus::Completed;
  run.modelAnswered = "gpt-5-2025-08-07";
  run.requestId = "req_1";
  run.responseId = "resp_1";
  run.usage = {.input = 211, .cached = 128, .output = 84, .reasoning = 32, .total = 295};
  run.costNanoUsd = 1'034'000;
  run.timings = {base::Milliseconds(3), base::Milliseconds(210), base::Milliseconds(340),
                 base::Milliseconds(1200), base::Milliseconds(1210)};
  const auto message = [&](domain::Role role, const std::string& text) {
    domain::Message made;
    made.id = f.profile->ids().make<domain::MessageId>();
    made.role = role;
    made.parts.push_back({domain::PartKind::Text, text, {}, {}});
    made.created = run.created;
    run.messages.push_back(std::move(made));
  };
  message(domain::Role::User, input);
  if (!answer.empty()) message(domain::Role::Assistant, answer);
  return run;
}

inline void keepRun(ServiceFixture& f, const domain::RunRecord& run) {
  const auto kept = f.profile->store().writeAndWait<void>(
      [&](store::Connection& connection) { return store::insertRun(connection, run); });
  if (!kept) qFatal("run not kept: %s", kept.error().detail.c_str());
}

// The window with its page. Text and colours are those of a fixed machine.
class PageFixture {
 public:
  // No clock: the system's.
  explicit PageFixture(services::ProviderEnvironment environment = {}, const base::Clock* clock = nullptr)
      : services(std::move(environment), clock) {
    actions.hasKeyStore = true;
    actions.logFile = services.folder.path().toStdString() + "/logs/aiagent.log";
    actions.libraries = {"Qt 6.4.2", "SQLite 3.40.1"};
  }

  template <class AnyPage>
  AnyPage& show(AnyPage* page, QSize size = {1180, 760}) {
    window = std::make_unique<QWidget>();
    auto* row = new QHBoxLayout(window.get());
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(page);
    window->resize(size);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window is not active");
    return *page;
  }

  // The visible widget of that accessible name; fails the test when there is none.
  template <class Widget>
  Widget* named(const QString& accessibleName) {
    for (auto* widget : window->findChildren<Widget*>())
      if (widget->isVisible() && widget->accessibleName() == accessibleName) return widget;
    qFatal("nothing visible is called %s", qPrintable(accessibleName));
  }
  template <class Button>
  Button* button(const QString& text) {
    for (auto* widget : window->findChildren<Button*>())
      if (widget->isVisible() && widget->text() == text) return widget;
    qFatal("no visible button says %s", qPrintable(text));
  }
  bool shows(const QString& text) {
    for (auto* label : window->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(text)) return true;
    return false;
  }

  // For looking at: AIAGENT_PICTURES=folder keeps what the window shows now.
  void picture(const QString& name) {
    const QString folder = qEnvironmentVariable("AIAGENT_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    QTest::qWait(30);
    window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
  }

  QStringList clipped() { return tests::clippedTexts(*window); }

  ServiceFixture services;
  ui::CommandRegistry registry;
  ui::SettingsActions actions;
  std::unique_ptr<QWidget> window;
};

struct Look {
  const char* name;
  ui::ThemeChoice theme;
  QSize size;
  int percent;
};
inline const Look kLooks[] = {{"light", ui::ThemeChoice::Light, {1340, 840}, 100},
                              {"dark", ui::ThemeChoice::Dark, {1340, 840}, 100},
                              {"small", ui::ThemeChoice::Light, {924, 640}, 100},
                              {"contrast", ui::ThemeChoice::HighContrast, {1180, 760}, 100},
                              {"double", ui::ThemeChoice::Light, {1340, 840}, 200}};

}  // namespace aiagent::testing
