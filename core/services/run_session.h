// RunSession: one run on its way. Joins the pure machine with the connection, the timers and the store.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>

#include "core/ports/http_client.h"
#include "core/runs/model_catalog.h"
#include "core/runs/run_machine.h"
#include "core/services/knowledge_delivery.h"
#include "core/services/profile.h"
#include "core/services/provider_service.h"
#include "core/wire/chat_decoder.h"
#include "core/wire/request_json.h"
#include "core/wire/responses_decoder.h"
#include "core/wire/sse_parser.h"

namespace aiagent::services {

// What a session tells; all on the session's thread. None of them may destroy the session but `finished`.
struct RunSessionListener {
  std::function<void(std::size_t message, std::size_t part, const std::string& text)> appended;
  std::function<void(std::size_t message, std::size_t part)> replaced;
  std::function<void(const base::Error& reason, base::Milliseconds delay, int attempt)> waiting;
  std::function<void(const KnowledgeProgress&)> preparing;
  std::function<void(const base::Error&)> notStored;
  std::function<void()> finished;  // the final record is stored, or notStored came; last call
};

struct RunSessionSetup {
  domain::RunRecord run;
  ProviderAccess access;
  std::string body;  // of the POST; empty: resume by GET from run.lastSequence
  // Makes the body, once the agent's knowledge is with the provider; without one `body` is ready.
  std::function<base::Result<wire::RequestBody>(const wire::SentKnowledge&)> makeBody = {};
  runs::RunOptions options;
  base::Milliseconds connectTimeout{10'000};
};

class RunSession {
 public:
  RunSession(Profile& profile, ports::HttpClient& http, const runs::ModelCatalog& catalog,
             RunSessionSetup setup, RunSessionListener listener);
  ~RunSession();

  void start();
  void cancel();
  void retryNow();
  const domain::RunRecord& run() const { return m_machine.run(); }

 private:
  void feed(const runs::Event& event);
  void act(const runs::Action& action);
  void sendRequest();
  void deliverKnowledge();
  void onKnowledge(const base::Result<wire::SentKnowledge>& sent);
  void post();
  ports::HttpRequest request() const;
  void onHead(const ports::HttpHead& head);
  void onBytes(std::string_view bytes);
  void onEnd(const base::Result<void>& end);
  void onWholeAnswer();
  void takeSse(const wire::SseEvent& event);
  void startTimer(const runs::StartTimer& timer);
  void checkpoint();
  void finish();
  domain::RunRecord recordToStore() const;

  Profile& m_profile;
  ports::HttpClient& m_http;
  const runs::ModelCatalog& m_catalog;
  RunSessionListener m_listener;
  ProviderAccess m_access;
  std::string m_body;
  std::function<base::Result<wire::RequestBody>(const wire::SentKnowledge&)> m_makeBody;  // until it is made
  std::unique_ptr<KnowledgeDelivery> m_delivery;
  base::Milliseconds m_connectTimeout;
  runs::RunMachine m_machine;

  // of the exchange that is open
  std::unique_ptr<ports::HttpExchange> m_exchange;
  int m_exchangeNumber = 0;  // a callback of an older exchange is ignored
  bool m_eventStream = false;
  bool m_wholeResponse = false;  // a success that is one JSON object: the server does not stream
  int m_status = 0;
  std::string m_contentType;
  std::string m_wholeBody;
  wire::SseParser m_parser;
  std::unique_ptr<wire::ResponsesDecoder> m_responses;
  std::unique_ptr<wire::ChatDecoder> m_chat;

  std::array<std::unique_ptr<ports::Timer>, 4> m_timers;  // by runs::RunTimer
  bool m_storing = false;                                 // a checkpoint is being written
  bool m_storeAgain = false;
  bool m_finishing = false;
  std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

}  // namespace aiagent::services
