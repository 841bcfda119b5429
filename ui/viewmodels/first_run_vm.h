// FirstRunVm: the first page a person sees: use a key, use a local server, or rehearse.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/base/secret_string.h"
#include "core/services/provider_service.h"

namespace aiagent::ui {

// A server that may run on this computer, at its usual port.
struct LocalServer {
  enum class Phase { Unasked, Asking, Answered, Silent };

  QString name;   // of the provider made of it: "ollama"
  QString title;  // "Ollama"
  QString baseUrl;
  Phase phase = Phase::Unasked;
  QStringList models;                // Answered
  std::optional<base::Error> error;  // Silent, but something that is no such server answered or refused

  bool operator==(const LocalServer&) const = default;
};

struct FirstRunState {
  enum class Key {
    Idle,
    Checking,
    Refused,
    Unreachable
  };  // Unreachable: kept all the same, if the person wants

  Key key = Key::Idle;
  std::optional<base::Error> keyError;
  bool hasKeyStore = true;
  std::vector<LocalServer> servers;
  bool probed = false;               // the person has asked to look for servers
  bool busy = false;                 // a choice is being carried out
  std::optional<base::Error> error;  // of that

  bool operator==(const FirstRunState&) const = default;
  bool probing() const;
  bool foundServer() const;
};

enum class FirstRunChoice { Key, LocalServer, Rehearsal, Skip };

struct FirstRunOptions {
  bool hasKeyStore = true;
  // Starts the rehearsal server and tells ProviderService its address; nothing to do when it runs already.
  std::function<base::Result<void>()> startRehearsal;
  // Where to look; empty: the usual four ports on loopback.
  std::vector<LocalServer> servers;
};

class FirstRunVm : public QObject {
  Q_OBJECT

 public:
  FirstRunVm(services::ProviderService& providers, FirstRunOptions options, QObject* parent = nullptr);
  ~FirstRunVm() override;

  const FirstRunState& state() const { return m_state; }

  // Keeps the key for "openai", asks for the models with it, and uses it when the provider takes it. A key
  // that is refused is forgotten again.
  void useKey(const QString& key);
  // After Unreachable: go on without the check.
  void useKeyAnyway();
  void cancelKey();
  // Asks the usual ports of this computer, and nothing else. Only ever on the person's request.
  void probe();
  void cancelProbe();  // those that have answered by then stay
  void useServer(int server, const QString& model);
  void rehearse();
  void skip();
  void clearError();

 Q_SIGNALS:
  void stateChanged();
  void keyTaken();  // its field is to be emptied
  // All is set up; the page may go.
  void chosen(aiagent::ui::FirstRunChoice choice);

 private:
  void change(const std::function<void(FirstRunState&)>& edit);
  void checkKey(const domain::Provider& provider, int generation);
  void endKeyCheck(const domain::Provider& provider, const std::optional<base::Error>& error);
  void ask(std::size_t server);
  void dropKeyCheck();
  void dropProbe();
  void use(const std::string& provider, FirstRunChoice choice);
  void fail(const base::Error& error);

  services::ProviderService& m_providers;
  FirstRunOptions m_options;
  FirstRunState m_state;
  int m_keyGeneration = 0, m_probeGeneration = 0;
  std::unique_ptr<services::ModelQuery> m_keyQuery;
  std::vector<std::unique_ptr<services::ModelQuery>> m_probes;
};

// Ollama 11434, LM Studio 1234, llama.cpp 8080, vLLM 8000.
std::vector<LocalServer> usualLocalServers();

}  // namespace aiagent::ui
