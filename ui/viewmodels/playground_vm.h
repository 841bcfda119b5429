// PlaygroundVm: trying the agent that is open: variables, the message, the conversation, the run that goes
// on.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <QObject>
#include <QString>
#include <QTimer>

#include "core/services/model_service.h"
#include "core/services/provider_service.h"
#include "core/services/run_service.h"
#include "core/services/settings_service.h"
#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/chat_message.h"

namespace aiagent::ui {

struct PlaygroundState {
  enum class Phase { Idle, Starting, Running, Waiting };  // Waiting: for a retry

  domain::AgentId agent;  // null: nothing to try
  Phase phase = Phase::Idle;
  domain::RunId run;       // the one that goes on
  bool answering = false;  // its first text has come
  QString preparing;       // what is done before it is sent; empty: nothing
  domain::RunId tip;       // last run of the conversation; null: a new one
  domain::RunId editing;   // this run's message is being written anew
  QString message;         // not sent yet
  domain::VariableValues variables;
  std::vector<std::string> missing;  // variables without a value, after a try to run
  std::optional<domain::Provider> provider;
  bool providerKnown = false;  // provider is what the service said, even when it is none
  std::string model;           // that a run would ask for; empty: none
  std::int64_t inputTokens = 0;
  bool inputTokensExact = false;
  std::optional<std::int64_t>
      costNanoUsd;  // of the next run's input, and of an answer as long as the last one
  bool costHasAnswer = false;
  std::optional<base::Error> error;
  domain::RunId errorRun;                 // null: it was never begun
  std::optional<base::Error> waitingFor;  // why a retry is due
  int waitSeconds = 0;
  int attempt = 0;
  bool notStored = false;  // the answer is only in memory (disk full …)

  bool operator==(const PlaygroundState&) const = default;
  bool busy() const { return phase != Phase::Idle; }
  bool rehearsal() const { return provider && provider->name == domain::kRehearsalProvider; }
};

class PlaygroundVm : public QObject {
  Q_OBJECT

 public:
  struct Services {
    services::RunService& runs;
    services::ProviderService& providers;
    services::ModelService& models;
    services::SettingsService& settings;
  };

  // Follows `agent` to whichever agent is open there; both must outlive this.
  PlaygroundVm(Services services, AgentVm& agent, QObject* parent = nullptr);
  ~PlaygroundVm() override;

  const PlaygroundState& state() const { return m_state; }

  void setMessage(const QString& text);
  void setVariable(const std::string& name, const QString& value);
  // A case's input and variables, to be looked at and run; what was typed before is replaced.
  void tryCase(const domain::TestCase& testCase);
  void run();  // sends the message with the draft as it stands
  // Goes on after the conversation's last run with answers to its tool calls.
  void answerTools(std::vector<domain::ToolAnswer> answers);
  void stop();
  void tryNow();                              // ends the waiting for a retry
  void retry(const domain::RunId& id);        // the same message again, with the agent as it is now
  void runWithoutParameter();                 // the failed request again, without what was refused
  void editMessage(const domain::RunId& id);  // puts it into the message box; sending starts a branch there
  void cancelEditing();
  void newConversation();
  // Shows the conversation that ends with `id` and goes on from there.
  void continueFrom(const domain::RunId& id);
  void clearError();
  void flush();  // what is typed is handed to the settings now

 Q_SIGNALS:
  void stateChanged();
  // The transcript is another one.
  void conversationShown(const std::vector<aiagent::ui::ChatMessage>& messages);
  void messageAdded(const aiagent::ui::ChatMessage& message);
  void textAppended(const QString& messageId, const QString& text);
  void textReplaced(const QString& messageId, const QString& text);
  // All pieces of a run that has ended, with their last text, state and facts.
  void runEnded(const std::vector<aiagent::ui::ChatMessage>& messages);
  // The last run of the conversation that is shown, once it is over, or that there is none (any more).
  // `justEnded`: it ended in front of the person, and was not only loaded.
  void settled(const std::optional<aiagent::domain::RunRecord>& run, bool justEnded);
  // For screen readers: begin and end of an answer, never its text as it comes.
  void announced(const QString& sentence);

 private:
  struct Turn {
    domain::RunId run, parent;
    QString message;
    std::vector<domain::ToolAnswer> answers;
  };

  void change(const std::function<void(PlaygroundState&)>& edit);
  void onAgent();
  void restore(const domain::AgentId& id);
  void showConversation(const domain::RunId& tip);
  void showStarted(const domain::RunId& id);
  void addTurn(const domain::RunRecord& run);
  void begin(const QString& message, const domain::RunId& parent);
  bool mayStart();
  void start(domain::RunRequest request, bool fromBox);
  void onStarted(const base::Result<domain::RunId>& id, bool fromBox);
  void onAppended(const domain::RunId& id, std::size_t message, std::size_t part, const std::string& text);
  void onReplaced(const domain::RunId& id, std::size_t message, std::size_t part);
  void onWaiting(const domain::RunId& id, const base::Error& reason, std::chrono::milliseconds delay,
                 int attempt);
  void onPreparing(const domain::RunId& id, const domain::KnowledgeProgress& progress);
  void onFinished(const domain::RunRecord& run);
  void tick();
  void readProvider();
  void chooseModel(PlaygroundState& state) const;
  void estimate();
  void countExactly();
  void keep(const char* what, const std::string& text);
  std::string kept(const char* what) const;
  domain::RunRequest request(const QString& message, const domain::RunId& parent) const;
  domain::VariableValues values() const;
  std::vector<std::string> missingVariables() const;
  void fail(const base::Error& error, const domain::RunId& run = {});

  Services m_services;
  AgentVm& m_agent;
  PlaygroundState m_state;
  std::vector<Turn> m_turns;               // of the conversation that is shown
  std::map<std::string, QString> m_shown;  // keys of pieces the page knows of the running run -> message id
  std::map<domain::AgentId, domain::RunId> m_running;
  std::int64_t m_historyTokens = 0;
  std::int64_t m_lastOutput = 0;
  QTimer m_keep, m_count, m_tick;
  std::chrono::steady_clock::time_point m_retryAt{};
  int m_generation = 0;  // of the conversation asked for
  int m_countGeneration = 0;
};

}  // namespace aiagent::ui
