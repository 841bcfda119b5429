// Composition: everything behind the desktop window, made in order and taken down in reverse.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/services/agent_service.h"
#include "core/services/model_service.h"
#include "core/services/provider_service.h"
#include "core/services/run_service.h"
#include "core/services/settings_service.h"

namespace aiagent::desktop {

class Composition {
 public:
  // Opens the profile; an empty folder is the default one. Errors as store::Store::open.
  static base::Result<std::unique_ptr<Composition>> open(const std::string& profileFolder);
  ~Composition();

  services::Profile& profile() { return *m_profile; }
  services::SettingsService& settings() { return *m_settings; }
  services::ModelService& models() { return *m_models; }
  services::AgentService& agents() { return *m_agents; }
  services::ProviderService& providers() { return *m_providers; }
  services::RunService& runs() { return *m_runs; }

  // No provider was ever chosen here and the environment gives none: the first-run page is due.
  bool firstRun() const;
  // The rehearsal model on a free loopback port; started once, ends with the program.
  base::Result<void> startRehearsal();
  // The person rehearsed when the program ended last: the server is needed again.
  bool rehearsalWanted() const;

  // SIGINT and SIGTERM arrive here, on the GUI thread.
  void onTermination(std::function<void()> handler);

 private:
  struct Adapters;
  Composition();
  void makeServices();
  void watchSignals();

  std::unique_ptr<Adapters> m_adapters;
  std::unique_ptr<services::Profile> m_profile;
  std::unique_ptr<services::SettingsService> m_settings;
  std::unique_ptr<services::ModelService> m_models;
  std::unique_ptr<services::AgentService> m_agents;
  std::unique_ptr<services::ProviderService> m_providers;
  std::unique_ptr<services::RunService> m_runs;
  std::function<void()> m_onTermination;
};

}  // namespace aiagent::desktop
