// The database view over an account at a server that answers by a script.
#pragma once

#include <memory>
#include <QLabel>
#include <QPushButton>

#include "tests/support/database_answers.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/pages/deployments/database_view.h"

namespace aiagent::testing {

// Stands still, so that ages do.
class StandingClock : public base::Clock {
 public:
  base::Instant now() const override { return m_system.now(); }
  base::WallTime wallNow() const override { return wall; }
  base::WallTime wall = base::wallTimeFromMillis(1'795'416'000'000);  // 2026-11-23T06:40:00Z

 private:
  base::SystemClock m_system;
};

class DatabaseFixture {
 public:
  explicit DatabaseFixture(std::chrono::milliseconds pause = std::chrono::seconds(30))
      : vm(ops, account, clock, pause) {
    services.http->answer = [this](const ports::HttpRequest& request) {
      if (!request.url.ends_with(kDatabasePath))
        return jsonAnswer(
            200, R"({"account":{"id":"a","email":"ann@example.org","name":"Ann"},"device":{"id":"d"},)"
                 R"("workspaces":[],"refresh_token":"r","access_token":"t","expires_in":86400})");
      ++asked;
      return answer;
    };
  }
  ~DatabaseFixture() { services.http->answer = nullptr; }

  void signIn() {
    const auto in = await<services::ServerIdentity>(
        [&](auto done) { account.signIn("https://agents.example.com", "code", done); });
    if (!in) qFatal("not signed in");
  }
  ui::DatabaseView& show(QSize size = {900, 1500}) {
    view = std::make_unique<ui::DatabaseView>(vm);
    view->resize(size);
    view->show();
    return *view;
  }
  bool until(ui::DatabaseState::Access access) {
    return QTest::qWaitFor([&] { return vm.state().access == access; }, 5'000);
  }
  bool shows(const QString& words) const {
    for (const auto* label : view->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(words)) return true;
    return false;
  }

  StandingClock clock;
  ServiceFixture services;
  services::ServerAccount account{
      *services.profile, *services.settings, *services.http, services.secrets, {.deviceName = "laptop"}};
  services::OpsService ops{account};
  Script answer = jsonAnswer(200, databaseAnswer());
  int asked = 0;
  ui::DatabaseVm vm;
  std::unique_ptr<ui::DatabaseView> view;
};

}  // namespace aiagent::testing
