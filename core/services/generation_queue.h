// GenerationQueue: generations that were asked for without a network. They are sent, one after another, once
// the provider in use can be reached, and wait then for somebody to look at them.
#pragma once

#include <memory>
#include <QObject>
#include <vector>

#include "core/domain/generation_job.h"
#include "core/services/agent_service.h"
#include "core/services/generation_service.h"
#include "core/services/provider_service.h"

namespace aiagent::services {

struct GenerationQueueOptions {
  base::Milliseconds firstTry{2'000};       // after a job was added, or the program has begun
  base::Milliseconds longestWait{300'000};  // between tries, which double from firstTry
};

// Nobody was reached: waiting helps, and nothing was paid for.
bool isOutOfReach(const base::Error& error);

// Call from the thread of its event loop; signals come there.
class GenerationQueue : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive the queue.
  GenerationQueue(Profile& profile, AgentService& agents, ProviderService& providers, RunService& runs,
                  GenerationService& generations, GenerationQueueOptions options = {},
                  QObject* parent = nullptr);
  ~GenerationQueue() override;

  // Begins to send what waits. A program that never calls it only keeps and lists jobs.
  void start();
  void add(domain::GenerationJob job, Done<domain::GenerationJob> done);
  void list(Done<std::vector<domain::GenerationJob>> done);
  void remove(domain::GenerationId id, Done<void> done);
  // Waiting once more, and tried at once.
  void retry(domain::GenerationJob job, Done<void> done);
  // The network may be back (a request came through, the person pressed "now").
  void tryNow();

 Q_SIGNALS:
  void changed();
  void ready(const aiagent::domain::GenerationJob& job);

 private:
  void trySoon(base::Milliseconds after);
  void take();
  void send(domain::GenerationJob job);
  void ask(const domain::GenerationJob& job, const domain::Provider& provider,
           std::optional<domain::AgentContent> existing);
  void began(domain::GenerationJob job, const base::Result<domain::RunId>& run);
  void ended(domain::GenerationJob job, std::optional<base::Error> fault);
  void keep(const domain::GenerationJob& job);

  Profile& m_profile;
  AgentService& m_agents;
  ProviderService& m_providers;
  RunService& m_runs;
  GenerationService& m_generations;
  GenerationQueueOptions m_options;
  std::unique_ptr<ports::Timer> m_timer;
  std::unique_ptr<ModelQuery> m_probe;
  base::Milliseconds m_wait;
  std::optional<domain::GenerationJob> m_sent;  // the one that is on its way
  bool m_started = false;
  bool m_taking = false;
};

}  // namespace aiagent::services
