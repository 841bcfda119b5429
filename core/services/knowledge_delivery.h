// KnowledgeDelivery: an agent's knowledge on its way to a provider. Joins the pure machine with the network,
// the blobs and the list of uploads.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/domain/upload.h"
#include "core/ports/http_client.h"
#include "core/runs/knowledge_machine.h"
#include "core/services/profile.h"
#include "core/services/provider_service.h"
#include "core/wire/request_files.h"

namespace aiagent::services {

using domain::KnowledgeProgress;

struct DeliverySetup {
  ProviderAccess access;
  std::vector<domain::KnowledgeFile> knowledge;
  domain::AgentId agent;  // null: of none that is kept
  std::string agentName;
  base::Milliseconds connectTimeout{10'000};
};

// Destroying it stops the work; nothing is told then. Call from one thread.
class KnowledgeDelivery {
 public:
  using Progress = std::function<void(const KnowledgeProgress&)>;

  KnowledgeDelivery(Profile& profile, ports::HttpClient& http, DeliverySetup setup, Progress progress,
                    Done<wire::SentKnowledge> done);
  ~KnowledgeDelivery();

  // NotFound, Conflict (subject "knowledge.<name>"): the file is not here any more, or was altered. What the
  // provider or the network said otherwise; RequestRejected, subject "knowledge": it takes no files.
  void start();

 private:
  struct Answer;
  void begin(runs::KnowledgePlan plan);
  void feed(const runs::KnowledgeEvent& event);
  void act(const runs::KnowledgeAction& action);
  void upload(const runs::UploadFile& upload);
  void send(ports::HttpRequest request, std::function<void(const Answer&)> take,
            std::function<void(std::int64_t, std::int64_t)> sent = {});
  ports::HttpRequest requestTo(std::string method, const std::string& path) const;
  void takeStore(const Answer& answer);
  void keep(domain::UploadKind kind, std::string remote, std::string name, std::string sha256,
            std::int64_t bytes, std::optional<base::WallTime> expires);
  void forget(const std::string& remote);
  void finish(base::Result<wire::SentKnowledge> result);

  Profile& m_profile;
  ports::HttpClient& m_http;
  DeliverySetup m_setup;
  Progress m_progress;
  Done<wire::SentKnowledge> m_done;
  runs::KnowledgeNeeds m_needs;
  std::unique_ptr<runs::KnowledgeMachine> m_machine;
  std::unique_ptr<ports::HttpExchange> m_exchange;
  std::unique_ptr<ports::Timer> m_timer;
  std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

// Files and stores are gone from the provider after this, whatever becomes of this program.
inline constexpr std::chrono::days kUploadLife{30};

}  // namespace aiagent::services
