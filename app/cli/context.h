// Context: what a command works with. The composition root of the command line.
#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/services/agent_service.h"
#include "core/services/model_service.h"
#include "core/services/provider_service.h"
#include "core/services/run_service.h"
#include "core/services/settings_service.h"

namespace aiagent::cli {

// A sentence of the command line in the person's language.
QString tr(const char* source);

class Context {
 public:
  // `profileFolder` empty: the usual place.
  static base::Result<std::unique_ptr<Context>> open(const std::string& profileFolder, bool json);
  ~Context();

  bool json() const { return m_json; }
  services::Profile& profile() { return *m_profile; }
  services::AgentService& agents() { return *m_agents; }
  services::ProviderService& providers() { return *m_providers; }
  services::RunService& runs() { return *m_runs; }
  const runs::ModelCatalog& catalog() const { return m_models->catalog(); }

  // Starts the rehearsal model on a free loopback port (or `port`) and announces it to the providers.
  base::Result<std::string> startRehearsal(int port = 0);

  // Results to standard output, messages to standard error. Output is gathered until the event loop's next
  // turn, so that a fast stream costs one write a turn.
  void print(std::string_view text);
  void printLine(std::string_view text);
  void printLine(const QString& text);
  void message(const QString& text);
  void flush();
  // False once nobody reads standard output any more.
  bool outputOpen() const { return m_outputOpen; }

  // What Ctrl-C and SIGTERM do; without one the program ends with status 130.
  void onInterrupt(std::function<void()> handler);

 private:
  Context();
  void makeServices();
  void watchSignals();

  struct Adapters;
  std::unique_ptr<Adapters> m_adapters;
  std::unique_ptr<services::Profile> m_profile;
  std::unique_ptr<services::SettingsService> m_settings;
  std::unique_ptr<services::ProviderService> m_providers;
  std::unique_ptr<services::AgentService> m_agents;
  std::unique_ptr<services::ModelService> m_models;
  std::unique_ptr<services::RunService> m_runs;
  std::function<void()> m_onInterrupt;
  std::string m_pending;
  bool m_flushPosted = false;
  bool m_outputOpen = true;
  bool m_json = false;
};

}  // namespace aiagent::cli
