// RunService: starts runs, feeds their machines, keeps them durable, tells what happens.
#pragma once

#include <memory>
#include <QObject>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/domain/run.h"
#include "core/ports/http_client.h"
#include "core/services/knowledge_delivery.h"
#include "core/services/model_service.h"
#include "core/services/profile.h"
#include "core/services/provider_service.h"
#include "core/store/run_repository.h"

namespace aiagent::services {

class RunSession;

struct RunServiceOptions {
  base::Milliseconds idleTimeout{120'000};
  base::Milliseconds connectTimeout{10'000};
  base::Milliseconds checkpointEvery{250};
};

// Call from the thread of its event loop; signals come there.
class RunService : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive the service.
  RunService(Profile& profile, ports::HttpClient& http, ProviderService& providers, ModelService& models,
             RunServiceOptions options = {}, QObject* parent = nullptr);
  ~RunService() override;

  // Checks the request (variables, JSON fields, model: InvalidInput; a knowledge file that is not here:
  // NotFound, subject "knowledge.<name>"), stores the run as queued, brings the agent's knowledge to the
  // provider, then sends it. `done` comes once the run is stored, with its id, or with why it was not begun;
  // the signals follow.
  void start(domain::RunRequest request, Done<domain::RunId> done);
  // Ends with Cancelled within 50 ms; what arrived is kept. No effect on a run that is over.
  void cancel(domain::RunId id);
  void retryNow(domain::RunId id);

  const base::Clock& clock() const { return m_profile.clock(); }
  // A run that is going on in this program; null when it is not.
  const domain::RunRecord* live(domain::RunId id) const;
  std::vector<domain::RunId> liveRuns() const;

  void list(store::RunQuery query, Done<store::RunPage> done);
  void find(std::string idOrPrefix, Done<domain::RunRecord> done);
  void load(domain::RunId id, Done<domain::RunRecord> done);
  void conversation(domain::RunId last, Done<std::vector<domain::RunRecord>> done);
  void remove(domain::RunId id, Done<void> done);

  // The same request once more, as a new run: without one parameter when `withoutParameter` is not empty.
  void repeat(domain::RunId id, std::string withoutParameter, Done<domain::RunId> done);
  // Fetches what a background response has produced since (GET /responses/{id}?stream=true&starting_after=N);
  // InvalidInput when the run was not a background one.
  void resume(domain::RunId id, Done<domain::RunId> done);

  // Tokens of the request's input: exact from the provider, or an estimate when it cannot say.
  struct TokenCount {
    std::int64_t tokens = 0;
    bool exact = false;
  };
  void countTokens(domain::RunRequest request, Done<TokenCount> done);

  // Cancels what runs and waits until it is stored; for the end of the program. `done` is called once.
  void shutDown(std::function<void()> done);

 Q_SIGNALS:
  void started(const aiagent::domain::RunId& id);
  // `text` was appended to messages[message].parts[part] of live(id).
  void appended(const aiagent::domain::RunId& id, std::size_t message, std::size_t part,
                const std::string& text);
  void replaced(const aiagent::domain::RunId& id, std::size_t message, std::size_t part);
  void waiting(const aiagent::domain::RunId& id, const aiagent::base::Error& reason,
               std::chrono::milliseconds delay, int attempt);
  // Before it is sent: what is being done with the agent's knowledge.
  void preparing(const aiagent::domain::RunId& id, const aiagent::domain::KnowledgeProgress& progress);
  void finished(const aiagent::domain::RunRecord& run);  // stored, unless notStored came before
  // The run could not be written (disk full …): its text is only in memory, in live(id) or in `finished`.
  void notStored(const aiagent::domain::RunId& id, const aiagent::base::Error& error);
  void changed(const aiagent::domain::RunId& id);  // a stored run changed, by whichever program

 private:
  struct Prepared;  // a checked request with its body and history, ready to be stored and sent

  void prepare(domain::RunRequest request, Done<Prepared> done);
  void checkKnowledge(const domain::RunRequest& request, Done<void> done);
  void prepareBody(domain::RunRequest request, std::vector<domain::Message> history, Done<Prepared> done);
  void keepAndSend(Prepared prepared, Done<domain::RunId> done);
  void send(Prepared prepared);
  void finish(domain::RunId id);

  Profile& m_profile;
  ports::HttpClient& m_http;
  ProviderService& m_providers;
  ModelService& m_models;
  RunServiceOptions m_options;
  std::unordered_map<domain::RunId, std::unique_ptr<RunSession>> m_sessions;
  std::function<void()> m_whenIdle;  // of shutDown
};

}  // namespace aiagent::services
