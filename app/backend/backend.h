// Backend: the services on their real adapters, made in order and taken down in reverse. Both programs stand
// on it; it is the only code that names the concrete adapters.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/services/agent_service.h"
#include "core/services/cluster/environment_session.h"
#include "core/services/generation_queue.h"
#include "core/services/import_service.h"
#include "core/services/knowledge_service.h"
#include "core/services/model_service.h"
#include "core/services/network_form.h"
#include "core/services/network_hub.h"
#include "core/services/ops_service.h"
#include "core/services/people_service.h"
#include "core/services/provider_service.h"
#include "core/services/proxy_password.h"
#include "core/services/run_service.h"
#include "core/services/server_account.h"
#include "core/services/settings_service.h"
#include "core/services/sync_service.h"
#include "core/services/tool_service.h"
#include "core/services/upload_service.h"
#include "core/services/version_service.h"

namespace aiagent::app {

// Lives on the thread of its event loop, which must not have begun to end.
class Backend {
 public:
  // Opens the profile (empty: the default folder) and its log. Errors as store::Store::open.
  static base::Result<std::unique_ptr<Backend>> open(const std::string& profileFolder);
  ~Backend();

  // Settings, providers, keys, and the library that is this person's own.
  services::Profile& profile() { return *m_profile; }
  // The library in use: the person's own, or that of a workspace.
  services::Profile& library() { return m_workspaceLibrary ? *m_workspaceLibrary : *m_profile; }
  services::ServerAccount& account() { return *m_account; }
  services::SyncService& sync() { return *m_sync; }
  services::PeopleService& people() { return *m_people; }
  services::OpsService& ops() { return *m_ops; }
  services::SettingsService& settings() { return *m_settings; }
  services::ModelService& models() { return *m_models; }
  services::AgentService& agents() { return *m_agents; }
  services::VersionService& versions() { return *m_versions; }
  services::ImportService& imports() { return *m_imports; }
  services::KnowledgeService& knowledge() { return *m_knowledge; }
  services::UploadService& uploads() { return *m_uploads; }
  services::ProviderService& providers() { return *m_providers; }
  services::RunService& runs() { return *m_runs; }
  services::GenerationService& generations() { return *m_generations; }
  services::GenerationQueue& generationQueue() { return *m_generationQueue; }
  services::ToolService& tools() { return *m_tools; }

  // OPENAI_API_KEY is set.
  bool environmentHasKey() const { return m_environmentHasKey; }

  // Starts the rehearsal model on `port`, 0 being any free one, and announces it to the providers; gives its
  // base URL. Started once, ends with the backend.
  base::Result<std::string> startRehearsal(int port = 0);

  // How requests sent from now on leave this computer, with the password that is at hand for that proxy.
  // Errors as qt::QtHttpClient::configure.
  base::Result<void> applyNetwork(const services::NetworkForm& form);
  // As the profile keeps it. `ready` comes when the password, where there is one, has been read too.
  void startNetwork(std::function<void()> ready);
  // From now on sync goes on at once when the network changed or the computer slept.
  void watchNetwork();
  // Tells it to others too.
  ports::NetworkMonitor& network() { return m_network; }
  services::ProxyPassword& proxyPassword() { return *m_proxyPassword; }
  // LOGGING_LEVEL is set, and goes before the level that the profile keeps.
  static bool environmentHasLogLevel();
  // What the log takes from now on, unless LOGGING_LEVEL has said.
  void applyLogLevel(base::LogLevel level);

  // What a KubeClient of this backend stands on; `plugins` may be null.
  services::KubeSurroundings clusterSurroundings(services::ExecPlugins* plugins);
  // Runs what `rules` allow and asks for the rest; `ask` may be empty. Programs are found by `path`.
  std::unique_ptr<services::ExecPlugins> makeExecPlugins(cluster::ExecRules rules, std::string path,
                                                         services::AskConsent ask);
  services::EnvironmentService& environments() { return *m_environments; }
  // For services::EnvironmentSession. Programs run only with the person's word.
  services::ClusterGround clusterGround();

  // False: keys and passwords are kept only until the program ends.
  static bool hasKeyStore();

  // SIGINT and SIGTERM arrive here, on the backend's thread; without a handler they are ignored.
  void onTermination(std::function<void()> handler);

 private:
  struct Adapters;
  Backend();
  base::Result<void> openLibrary();
  void makeAccount();
  void makeServices();
  void watchSignals();

  std::unique_ptr<Adapters> m_adapters;
  services::NetworkHub m_network;
  std::unique_ptr<services::Profile> m_profile;
  std::unique_ptr<services::SettingsService> m_settings;
  std::unique_ptr<services::ServerAccount> m_account;
  std::unique_ptr<services::Profile> m_workspaceLibrary;  // null: the person's own is in use
  std::unique_ptr<services::PeopleService> m_people;
  std::unique_ptr<services::OpsService> m_ops;
  std::unique_ptr<services::SyncService> m_sync;
  std::unique_ptr<services::ModelService> m_models;
  std::unique_ptr<services::AgentService> m_agents;
  std::unique_ptr<services::VersionService> m_versions;
  std::unique_ptr<services::ImportService> m_imports;
  std::unique_ptr<services::KnowledgeService> m_knowledge;
  std::unique_ptr<services::ProviderService> m_providers;
  std::unique_ptr<services::UploadService> m_uploads;
  std::unique_ptr<services::RunService> m_runs;
  std::unique_ptr<services::GenerationService> m_generations;
  std::unique_ptr<services::GenerationQueue> m_generationQueue;
  std::unique_ptr<services::ToolService> m_tools;
  std::unique_ptr<services::EnvironmentService> m_environments;
  std::unique_ptr<services::LoginPath> m_loginPath;
  std::unique_ptr<services::ProxyPassword> m_proxyPassword;
  std::function<void()> m_onTermination;
  bool m_environmentHasKey = false;
};

// An environment variable's text, "" when it is not set.
std::string environmentText(const char* name);

}  // namespace aiagent::app
