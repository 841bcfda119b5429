#include "app/cli/context.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QSocketNotifier>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "core/qt/keychain_secret_store.h"
#include "core/qt/network_settings.h"
#include "core/qt/qt_http_client.h"
#include "core/qt/qt_scheduler.h"
#include "core/qt/rehearsal_server.h"
#include "core/runs/shipped_models.h"

namespace aiagent::cli {
namespace {

constexpr int kInterruptedStatus = 130;

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

struct Context::Adapters {
  base::SystemClock clock;
  qt::QtScheduler scheduler;
  qt::QtHttpClient http;
  qt::KeychainSecretStore secrets;
  std::unique_ptr<qt::RehearsalServer> rehearsal;
  std::unique_ptr<QSocketNotifier> signals_;
};

Context::Context() : m_adapters(std::make_unique<Adapters>()) {}

Context::~Context() { flush(); }

base::Result<std::unique_ptr<Context>> Context::open(const std::string& profileFolder, bool json) {
  std::unique_ptr<Context> context(new Context);
  context->m_json = json;
  auto& adapters = *context->m_adapters;
  const std::filesystem::path folder = profileFolder.empty() ? services::defaultProfileFolder() : std::filesystem::path(profileFolder);
  auto profile = services::Profile::open(folder, adapters.scheduler, adapters.clock);
  if (!profile) return profile.error();
  context->m_profile = std::move(*profile);
  context->m_profile->openLog(environmentText("LOGGING_LEVEL"));
  context->makeServices();
  context->watchSignals();
  return context;
}

void Context::makeServices() {
  m_settings = std::make_unique<services::SettingsService>(*m_profile);
  m_models = std::make_unique<services::ModelService>(*m_profile, runs::shippedModelsJson());
  m_agents = std::make_unique<services::AgentService>(*m_profile);
  m_providers = std::make_unique<services::ProviderService>(*m_profile, m_adapters->http, m_adapters->secrets, readEnvironment());
  m_runs = std::make_unique<services::RunService>(*m_profile, m_adapters->http, *m_providers, *m_models);
}

base::Result<std::string> Context::startRehearsal(int port) {
  if (!m_adapters->rehearsal) {
    auto server = std::make_unique<qt::RehearsalServer>();
    if (auto listening = server->listen(std::uint16_t(port)); !listening) return listening.error();
    m_adapters->rehearsal = std::move(server);
    m_providers->setRehearsalUrl(m_adapters->rehearsal->baseUrl());
  }
  return m_adapters->rehearsal->baseUrl();
}

// ---------------------------------------------------------------- output

void Context::print(std::string_view text) {
  m_pending.append(text);
  if (m_flushPosted) return;
  m_flushPosted = true;
  m_adapters->scheduler.post([this] {
    m_flushPosted = false;
    flush();
  });
}

void Context::printLine(std::string_view text) {
  print(text);
  print("\n");
}

void Context::printLine(const QString& text) { printLine(std::string_view(text.toStdString())); }

void Context::message(const QString& text) {
  flush();
  std::fprintf(stderr, "%s\n", text.toStdString().c_str());
}

void Context::flush() {
  if (m_pending.empty()) return;
  const bool written = std::fwrite(m_pending.data(), 1, m_pending.size(), stdout) == m_pending.size() && std::fflush(stdout) == 0;
  m_outputOpen = m_outputOpen && written;
  m_pending.clear();
}

// ---------------------------------------------------------------- signals

void Context::onInterrupt(std::function<void()> handler) { m_onInterrupt = std::move(handler); }

void Context::watchSignals() {
  if (::pipe(g_signalPipe.data()) != 0) return;
  m_adapters->signals_ = std::make_unique<QSocketNotifier>(g_signalPipe[0], QSocketNotifier::Read);
  QObject::connect(m_adapters->signals_.get(), &QSocketNotifier::activated, m_adapters->signals_.get(), [this] {
    char mark = 0;
    [[maybe_unused]] const auto taken = ::read(g_signalPipe[0], &mark, 1);
    if (m_onInterrupt) return m_onInterrupt();
    QCoreApplication::exit(kInterruptedStatus);
  });
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
}

QString tr(const char* source) { return QCoreApplication::translate("cli", source); }

}  // namespace aiagent::cli
