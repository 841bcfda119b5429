// Context: what a command works with: the backend and the terminal.
#pragma once

#include <functional>
#include <memory>
#include <QString>
#include <string>
#include <string_view>

#include "app/backend/backend.h"
#include "core/base/result.h"

namespace aiagent::cli {

// A sentence of the command line in the person's language.
QString sentence(const char* source);

class Context {
 public:
  // `profileFolder` empty: the usual place.
  static base::Result<std::unique_ptr<Context>> open(const std::string& profileFolder, bool json);
  ~Context();

  bool json() const { return m_json; }
  services::Profile& profile() { return m_backend->profile(); }
  services::Profile& library() { return m_backend->library(); }
  services::ServerAccount& account() { return m_backend->account(); }
  services::SyncService& sync() { return m_backend->sync(); }
  services::PeopleService& people() { return m_backend->people(); }
  services::AgentService& agents() { return m_backend->agents(); }
  services::VersionService& versions() { return m_backend->versions(); }
  services::ImportService& imports() { return m_backend->imports(); }
  services::KnowledgeService& knowledge() { return m_backend->knowledge(); }
  services::UploadService& uploads() { return m_backend->uploads(); }
  services::ProviderService& providers() { return m_backend->providers(); }
  services::RunService& runs() { return m_backend->runs(); }
  services::GenerationService& generations() { return m_backend->generations(); }
  services::GenerationQueue& generationQueue() { return m_backend->generationQueue(); }
  services::EnvironmentService& environments() { return m_backend->environments(); }
  const runs::ModelCatalog& catalog() const { return m_backend->models().catalog(); }

  services::KubeSurroundings clusterSurroundings(services::ExecPlugins* plugins) {
    return m_backend->clusterSurroundings(plugins);
  }
  std::unique_ptr<services::ExecPlugins> makeExecPlugins(cluster::ExecRules rules, services::AskConsent ask) {
    return m_backend->makeExecPlugins(std::move(rules), app::environmentText("PATH"), std::move(ask));
  }

  void watchNetwork() { m_backend->watchNetwork(); }
  // Proxy and certificates as the settings keep them; commands begin when they hold.
  void startNetwork(std::function<void()> ready) { m_backend->startNetwork(std::move(ready)); }

  // Starts the rehearsal model on a free loopback port (or `port`) and announces it to the providers.
  base::Result<std::string> startRehearsal(int port = 0) { return m_backend->startRehearsal(port); }

  // Results to standard output, messages to standard error. Output is gathered until the event loop's next
  // turn, so that a fast stream costs one write a turn.
  void print(std::string_view text);
  void printLine(std::string_view text);
  void printLine(const QString& text);
  // A line with strangers' words in it, as an object's name is: nothing of it steers the terminal. JSON is as
  // it is, since it writes such characters as escapes or means them.
  void printShown(std::string_view text);
  void printShown(const QString& text);
  void message(const QString& text);
  void flush();
  // False once nobody reads standard output any more.
  bool outputOpen() const { return m_outputOpen; }

  // What Ctrl-C and SIGTERM do; without one the program ends with status 130.
  void onInterrupt(std::function<void()> handler) { m_onInterrupt = std::move(handler); }

 private:
  Context() = default;

  std::unique_ptr<app::Backend> m_backend;
  std::function<void()> m_onInterrupt;
  std::string m_pending;
  bool m_flushPosted = false;
  bool m_outputOpen = true;
  bool m_json = false;
};

}  // namespace aiagent::cli
