// A profile in a temporary folder with every service on it, and a scripted network.
#pragma once

#include <memory>
#include <optional>
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/clock.h"
#include "core/qt/memory_secret_store.h"
#include "core/qt/qt_scheduler.h"
#include "core/runs/shipped_models.h"
#include "core/services/agent_service.h"
#include "core/services/generation_service.h"
#include "core/services/import_service.h"
#include "core/services/knowledge_service.h"
#include "core/services/model_service.h"
#include "core/services/provider_service.h"
#include "core/services/run_service.h"
#include "core/services/settings_service.h"
#include "core/services/tool_service.h"
#include "core/services/upload_service.h"
#include "core/services/version_service.h"
#include "tests/support/http/scripted_http.h"
#include "tests/support/scripted_commands.h"

namespace aiagent::testing {

struct ServiceFixture {
  // The clock is the system's unless one is given, which must outlive this.
  explicit ServiceFixture(services::ProviderEnvironment environment = {},
                          const base::Clock* otherClock = nullptr)
      : clock(otherClock ? *otherClock : systemClock) {
    auto opened = services::Profile::open(folder.path().toStdString(), scheduler, clock);
    if (!opened) qFatal("%s", opened.error().detail.c_str());
    profile = std::move(*opened);
    http = std::make_unique<ScriptedHttp>(&scheduler);
    settings = std::make_unique<services::SettingsService>(*profile);
    models = std::make_unique<services::ModelService>(*profile, runs::shippedModelsJson());
    agents = std::make_unique<services::AgentService>(*profile);
    versions = std::make_unique<services::VersionService>(*profile);
    imports = std::make_unique<services::ImportService>(*profile);
    knowledge = std::make_unique<services::KnowledgeService>(*profile);
    providers = std::make_unique<services::ProviderService>(*profile, *http, secrets, std::move(environment));
    uploads = std::make_unique<services::UploadService>(*profile, *http, *providers);
    services::RunServiceOptions options;
    options.idleTimeout = std::chrono::seconds(5);
    runs = std::make_unique<services::RunService>(*profile, *http, *providers, *models, options);
    generations = std::make_unique<services::GenerationService>(*runs);
    tools = std::make_unique<services::ToolService>(*profile, commands);
  }

  QTemporaryDir folder;
  base::SystemClock systemClock;
  const base::Clock& clock;
  qt::QtScheduler scheduler;
  qt::MemorySecretStore secrets;
  ScriptedCommands commands{scheduler};
  std::unique_ptr<services::Profile> profile;
  std::unique_ptr<ScriptedHttp> http;
  std::unique_ptr<services::SettingsService> settings;
  std::unique_ptr<services::ModelService> models;
  std::unique_ptr<services::AgentService> agents;
  std::unique_ptr<services::VersionService> versions;
  std::unique_ptr<services::ImportService> imports;
  std::unique_ptr<services::KnowledgeService> knowledge;
  std::unique_ptr<services::ProviderService> providers;
  std::unique_ptr<services::UploadService> uploads;
  std::unique_ptr<services::RunService> runs;
  std::unique_ptr<services::GenerationService> generations;
  std::unique_ptr<services::ToolService> tools;
};

// Turns the event loop until `call`'s completion has come, and gives its outcome.
template <class T, class Call>
base::Result<T> await(Call call) {
  auto outcome = std::make_shared<std::optional<base::Result<T>>>();
  call(services::Done<T>([outcome](base::Result<T> result) { outcome->emplace(std::move(result)); }));
  if (!QTest::qWaitFor([&] { return outcome->has_value(); }, 10'000)) qFatal("a completion never came");
  return std::move(**outcome);
}

}  // namespace aiagent::testing
