#include "app/backend/backend.h"

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <QSocketNotifier>
#include <QSysInfo>

#include "app/backend/network.h"
#include "core/base/log.h"
#include "core/qt/keychain_secret_store.h"
#include "core/qt/qt_command_runner.h"
#include "core/qt/qt_http_client.h"
#include "core/qt/qt_network_monitor.h"
#include "core/qt/qt_scheduler.h"
#include "core/qt/rehearsal_server.h"
#include "core/qt/threaded_tls_probe.h"
#include "core/runs/shipped_models.h"
#include "core/services/background.h"
#include "core/services/cluster/exec_plugins.h"

namespace aiagent::app {
namespace {

constexpr char kLogLevelVariable[] = "LOGGING_LEVEL";

// Written by the signal handler, read by the event loop.
std::array<int, 2> g_signalPipe = {-1, -1};

void onSignal(int) {
  const char mark = 1;
  [[maybe_unused]] const auto written = ::write(g_signalPipe[1], &mark, 1);
}

// As the system knows the person: the full name, or the login name.
std::string personName() {
  const auto* entry = ::getpwuid(::getuid());
  if (!entry) return {};
  const std::string full = entry->pw_gecos ? entry->pw_gecos : "";
  const auto name = full.substr(0, full.find(','));
  return name.empty() ? std::string(entry->pw_name) : name;
}

services::ProviderEnvironment readEnvironment() {
  services::ProviderEnvironment environment;
  environment.openAiKey = base::SecretString(environmentText("OPENAI_API_KEY"));
  environment.openAiBaseUrl = environmentText("OPENAI_BASE_URL");
  environment.openAiOrganization = environmentText("OPENAI_ORG_ID");
  environment.openAiProject = environmentText("OPENAI_PROJECT_ID");
  environment.variable = [](const std::string& name) {
    return base::SecretString(environmentText(name.c_str()));
  };
  return environment;
}

}  // namespace

std::string environmentText(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

struct Backend::Adapters {
  base::SystemClock clock;
  qt::QtScheduler scheduler;
  qt::QtHttpClient http;
  qt::QtCommandRunner commands;
  qt::ThreadedTlsProbe tls;
  qt::KeychainSecretStore secrets;
  services::Background clusterFiles{scheduler};
  QObject clusterFilesOwner;
  std::unique_ptr<qt::QtNetworkMonitor> network;
  std::unique_ptr<qt::RehearsalServer> rehearsal;
  std::unique_ptr<QSocketNotifier> signalNotifier;
};

Backend::Backend() : m_adapters(std::make_unique<Adapters>()) {}

Backend::~Backend() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  base::closeLog();
}

base::Result<std::unique_ptr<Backend>> Backend::open(const std::string& profileFolder) {
  std::unique_ptr<Backend> backend(new Backend);
  auto& adapters = *backend->m_adapters;
  const std::filesystem::path folder =
      profileFolder.empty() ? services::defaultProfileFolder() : std::filesystem::path(profileFolder);
  auto profile = services::Profile::open(folder, adapters.scheduler, adapters.clock);
  if (!profile) return profile.error();
  backend->m_profile = std::move(*profile);
  backend->makeAccount();
  if (auto opened = backend->openLibrary(); !opened) return opened.error();
  backend->makeServices();
  const auto level = environmentText(kLogLevelVariable);
  backend->m_profile->openLog(level.empty() ? backend->m_settings->value(services::kLogLevelSetting) : level);
  backend->watchSignals();
  return backend;
}

void Backend::makeAccount() {
  m_settings = std::make_unique<services::SettingsService>(*m_profile);
  m_account = std::make_unique<services::ServerAccount>(
      *m_profile, *m_settings, m_adapters->http, m_adapters->secrets,
      services::ServerAccount::Environment{.token = base::SecretString(environmentText("AIAGENT_TOKEN")),
                                           .deviceName = QSysInfo::machineHostName().toStdString(),
                                           .hasKeyStore = hasKeyStore()});
}

// Each workspace but the person's own has a library of its own, in a folder of the profile.
base::Result<void> Backend::openLibrary() {
  const auto* workspace = m_account->workspace(m_account->workspaceInUse());
  if (!workspace || workspace->personal) return {};
  auto library = services::Profile::open(m_profile->folder() / "workspaces" / workspace->id,
                                         m_adapters->scheduler, m_adapters->clock);
  if (!library) return library.error();
  m_workspaceLibrary = std::move(*library);
  return {};
}

void Backend::makeServices() {
  auto environment = readEnvironment();
  m_environmentHasKey = !environment.openAiKey.empty();
  m_people = std::make_unique<services::PeopleService>(*m_account);
  m_ops = std::make_unique<services::OpsService>(*m_account);
  m_sync = std::make_unique<services::SyncService>(library(), *m_account, m_adapters->http);
  m_sync->setAuthor(personName());
  if (const auto* workspace = m_account->workspace(m_account->workspaceInUse()))
    if (auto bound = m_sync->bind(*workspace); !bound) base::logError("sync", "bind", bound.error());
  m_models = std::make_unique<services::ModelService>(*m_profile, runs::shippedModelsJson());
  m_agents = std::make_unique<services::AgentService>(library());
  m_agents->setAuthor(personName());
  m_versions = std::make_unique<services::VersionService>(library());
  m_versions->setAuthor(personName());
  m_imports = std::make_unique<services::ImportService>(library());
  m_imports->setAuthor(personName());
  m_knowledge = std::make_unique<services::KnowledgeService>(library());
  m_providers = std::make_unique<services::ProviderService>(*m_profile, m_adapters->http, m_adapters->secrets,
                                                            std::move(environment));
  m_proxyPassword = std::make_unique<services::ProxyPassword>(m_adapters->secrets);
  m_uploads = std::make_unique<services::UploadService>(library(), m_adapters->http, *m_providers);
  m_runs = std::make_unique<services::RunService>(library(), m_adapters->http, *m_providers, *m_models);
  m_generations = std::make_unique<services::GenerationService>(*m_runs);
  m_generationQueue = std::make_unique<services::GenerationQueue>(library(), *m_agents, *m_providers, *m_runs,
                                                                  *m_generations);
  m_tools = std::make_unique<services::ToolService>(library(), m_adapters->commands);
  m_environments = std::make_unique<services::EnvironmentService>(*m_profile);
  m_loginPath = std::make_unique<services::LoginPath>(m_adapters->commands, m_adapters->scheduler,
                                                      environmentText("SHELL"), environmentText("PATH"));
}

base::Result<std::string> Backend::startRehearsal(int port) {
  if (!m_adapters->rehearsal) {
    qt::RehearsalOptions options;
    options.port = std::uint16_t(port);
    auto server = std::make_unique<qt::RehearsalServer>(m_adapters->clock, options);
    if (auto listening = server->start(); !listening) return listening.error();
    m_adapters->rehearsal = std::move(server);
    m_providers->setRehearsalUrl(m_adapters->rehearsal->baseUrl());
  }
  return m_adapters->rehearsal->baseUrl();
}

base::Result<void> Backend::applyNetwork(const services::NetworkForm& form) {
  return m_adapters->http.configure(toNetworkSettings(form, m_proxyPassword->passwordFor(form)));
}

void Backend::startNetwork(std::function<void()> ready) {
  const auto form = services::readNetworkForm(*m_settings);
  if (form == services::NetworkForm{}) return ready();
  const auto apply = [this, form] {
    if (auto applied = applyNetwork(form); !applied) base::logError("network", "settings", applied.error());
  };
  apply();
  m_proxyPassword->find(form, [apply, ready](bool found) {
    if (found) apply();
    ready();
  });
}

void Backend::watchNetwork() {
  if (m_adapters->network) return;
  m_adapters->network = std::make_unique<qt::QtNetworkMonitor>();
  m_sync->follow(m_network);
  m_network.follow(*m_adapters->network);
}

bool Backend::environmentHasLogLevel() {
  return !environmentText(kLogLevelVariable).empty();
}

void Backend::applyLogLevel(base::LogLevel level) {
  if (!environmentHasLogLevel()) base::setLogLevel(level);
}

bool Backend::hasKeyStore() {
  return qt::KeychainSecretStore::sessionHasKeyStore();
}

void Backend::onTermination(std::function<void()> handler) {
  m_onTermination = std::move(handler);
}

void Backend::watchSignals() {
  if (::pipe2(g_signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  m_adapters->signalNotifier = std::make_unique<QSocketNotifier>(g_signalPipe[0], QSocketNotifier::Read);
  QObject::connect(m_adapters->signalNotifier.get(), &QSocketNotifier::activated,
                   m_adapters->signalNotifier.get(), [this] {
                     char mark = 0;
                     [[maybe_unused]] const auto taken = ::read(g_signalPipe[0], &mark, 1);
                     if (m_onTermination) m_onTermination();
                   });
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
}

services::KubeSurroundings Backend::clusterSurroundings(services::ExecPlugins* plugins) {
  auto& adapters = *m_adapters;
  return {adapters.http, adapters.scheduler, adapters.clock,
          services::readFileBeside(adapters.clusterFiles, &adapters.clusterFilesOwner), plugins};
}

std::unique_ptr<services::ExecPlugins> Backend::makeExecPlugins(cluster::ExecRules rules, std::string path,
                                                                services::AskConsent ask) {
  services::ExecPluginOptions options{.rules = std::move(rules),
                                      .path = std::move(path),
                                      .privateFolder = (m_profile->folder() / "clusters").string()};
  return std::make_unique<services::ExecPlugins>(m_adapters->commands, m_adapters->clock, std::move(ask),
                                                 std::move(options));
}

services::ClusterGround Backend::clusterGround() {
  return {m_profile->store(),
          *m_environments,
          *m_loginPath,
          [this](services::ExecPlugins* plugins) { return clusterSurroundings(plugins); },
          [this](std::string path, services::AskConsent ask) {
            return makeExecPlugins({cluster::ExecPolicy::Allowlist, {}}, std::move(path), std::move(ask));
          },
          &m_adapters->tls};
}

}  // namespace aiagent::app
