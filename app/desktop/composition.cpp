#include "app/desktop/composition.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <QSocketNotifier>

#include "core/base/log.h"
#include "core/qt/keychain_secret_store.h"
#include "core/qt/network_settings.h"
#include "core/qt/qt_http_client.h"
#include "core/qt/qt_scheduler.h"
#include "core/qt/rehearsal_server.h"
#include "core/runs/shipped_models.h"

namespace aiagent::desktop {
namespace {

constexpr char kProviderSetting[] = "provider.current";

// Written by the signal handler, read by the event loop.
std::array<int, 2> g_signalPipe = {-1, -1};

void onSignal(int) {
  const char mark = 1;
  [[maybe_unused]] const auto written = ::write(g_signalPipe[1], &mark, 1);
}

std::string environmentText(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

services::ProviderEnvironment readEnvironment() {
  services::ProviderEnvironment environment;
  environment.openAiKey = base::SecretString(environmentText("OPENAI_API_KEY"));
  environment.openAiBaseUrl = environmentText("OPENAI_BASE_URL");
  environment.openAiOrganization = environmentText("OPENAI_ORG_ID");
  environment.openAiProject = environmentText("OPENAI_PROJECT_ID");
  environment.variable = [](const std::string& name) { return base::SecretString(environmentText(name.c_str())); };
  return environment;
}

}  // namespace

struct Composition::Adapters {
  base::SystemClock clock;
  qt::QtScheduler scheduler;
  qt::QtHttpClient http;
  qt::KeychainSecretStore secrets;
  std::unique_ptr<qt::RehearsalServer> rehearsal;
  std::unique_ptr<QSocketNotifier> signalNotifier;
};

Composition::Composition() : m_adapters(std::make_unique<Adapters>()) {}

Composition::~Composition() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  base::closeLog();
}

base::Result<std::unique_ptr<Composition>> Composition::open(const std::string& profileFolder) {
  std::unique_ptr<Composition> made(new Composition);
  auto& adapters = *made->m_adapters;
  auto profile = services::Profile::open(profileFolder.empty() ? services::defaultProfileFolder() : profileFolder,
                                         adapters.scheduler, adapters.clock);
  if (!profile) return profile.error();
  made->m_profile = std::move(*profile);
  base::openLog({made->m_profile->folder() / "logs" / "aiagent.log",
                 base::logLevelFromWord(environmentText("LOGGING_LEVEL"))});
  made->makeServices();
  made->watchSignals();
  return made;
}

void Composition::makeServices() {
  m_settings = std::make_unique<services::SettingsService>(*m_profile);
  m_models = std::make_unique<services::ModelService>(*m_profile, runs::shippedModelsJson());
  m_agents = std::make_unique<services::AgentService>(*m_profile);
  m_providers = std::make_unique<services::ProviderService>(*m_profile, m_adapters->http, m_adapters->secrets,
                                                            readEnvironment());
  m_runs = std::make_unique<services::RunService>(*m_profile, m_adapters->http, *m_providers, *m_models);
}

bool Composition::firstRun() const {
  return m_settings->value(kProviderSetting).empty() && environmentText("OPENAI_API_KEY").empty();
}

bool Composition::rehearsalWanted() const { return m_settings->value(kProviderSetting) == domain::kRehearsalProvider; }

base::Result<void> Composition::startRehearsal() {
  if (m_adapters->rehearsal) return {};
  auto server = std::make_unique<qt::RehearsalServer>();
  if (auto listening = server->listen(0); !listening) return listening.error();
  m_adapters->rehearsal = std::move(server);
  m_providers->setRehearsalUrl(m_adapters->rehearsal->baseUrl());
  return {};
}

void Composition::onTermination(std::function<void()> handler) { m_onTermination = std::move(handler); }

void Composition::watchSignals() {
  if (::pipe2(g_signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  m_adapters->signalNotifier = std::make_unique<QSocketNotifier>(g_signalPipe[0], QSocketNotifier::Read);
  QObject::connect(m_adapters->signalNotifier.get(), &QSocketNotifier::activated, m_adapters->signalNotifier.get(), [this] {
    char mark = 0;
    [[maybe_unused]] const auto taken = ::read(g_signalPipe[0], &mark, 1);
    if (m_onTermination) m_onTermination();
  });
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
}

}  // namespace aiagent::desktop
