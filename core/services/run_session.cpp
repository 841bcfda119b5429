#include "core/services/run_session.h"

#include <algorithm>
#include <cmath>

#include "core/base/log.h"
#include "core/store/blob_store.h"
#include "core/store/run_repository.h"
#include "core/wire/answer_json.h"
#include "core/wire/json_text.h"

namespace aiagent::services {
namespace {

constexpr std::size_t kLongestWholeBody = 16u << 20;
constexpr std::string_view kEventStream = "text/event-stream";
constexpr std::string_view kJson = "application/json";

bool startsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::optional<bool> shouldRetryFrom(std::string_view header) {
  if (header == "true") return true;
  if (header == "false") return false;
  return std::nullopt;
}

std::string serviceTierOf(const domain::RunRecord& run) {
  const auto* tier = run.request.content.parameters.find("service_tier");
  return tier ? domain::toText(*tier) : std::string();
}

std::int64_t searchesIn(const domain::RunRecord& run) {
  std::int64_t calls = 0;
  for (const auto& message : run.messages) {
    const auto members = wire::jsonMembers(message.rawItem);
    const auto* type = members ? wire::findMember(*members, "type") : nullptr;
    calls += type && wire::stringFromJson(type->value) == "file_search_call";
  }
  return calls;
}

}  // namespace

RunSession::RunSession(Profile& profile, ports::HttpClient& http, const runs::ModelCatalog& catalog,
                       RunSessionSetup setup, RunSessionListener listener)
    : m_profile(profile),
      m_http(http),
      m_catalog(catalog),
      m_listener(std::move(listener)),
      m_access(std::move(setup.access)),
      m_body(std::move(setup.body)),
      m_makeBody(std::move(setup.makeBody)),
      m_connectTimeout(setup.connectTimeout),
      m_machine(std::move(setup.run), std::move(setup.options)) {}

RunSession::~RunSession() {
  *m_alive = false;
  ++m_exchangeNumber;
  m_exchange.reset();
  m_delivery.reset();
}

void RunSession::start() {
  for (const auto& action : m_machine.start(m_profile.clock().now())) act(action);
}

void RunSession::cancel() {
  feed(runs::CancelRequested{});
}

void RunSession::retryNow() {
  feed(runs::RetryNow{});
}

void RunSession::feed(const runs::Event& event) {
  if (m_finishing) return;
  for (const auto& action : m_machine.on(event, m_profile.clock().now())) act(action);
}

void RunSession::act(const runs::Action& action) {
  if (std::holds_alternative<runs::SendRequest>(action)) {
    sendRequest();
  } else if (std::holds_alternative<runs::CloseConnection>(action)) {
    ++m_exchangeNumber;
    m_exchange.reset();
    m_delivery.reset();
  } else if (const auto* timer = std::get_if<runs::StartTimer>(&action)) {
    startTimer(*timer);
  } else if (const auto* stop = std::get_if<runs::StopTimer>(&action)) {
    m_timers[std::size_t(stop->timer)].reset();
  } else if (const auto* append = std::get_if<runs::AppendText>(&action)) {
    m_listener.appended(append->message, append->part, append->text);
  } else if (const auto* replace = std::get_if<runs::ReplaceText>(&action)) {
    m_listener.replaced(replace->message, replace->part);
  } else if (const auto* wait = std::get_if<runs::ShowWaiting>(&action)) {
    m_listener.waiting(wait->reason, wait->delay, wait->attempt);
  } else if (std::holds_alternative<runs::SaveCheckpoint>(action)) {
    checkpoint();
  } else if (std::holds_alternative<runs::Finish>(action)) {
    finish();
  }
}

ports::HttpRequest RunSession::request() const {
  const auto& provider = m_access.provider;
  const auto& run = m_machine.run();
  ports::HttpRequest request;
  request.headers = providerHeaders(provider);
  request.headers.emplace_back("Accept", kEventStream);
  request.bearer = m_access.key;
  request.connectTimeout = m_connectTimeout;
  if (m_body.empty()) {
    request.url = provider.baseUrl + "/responses/" + run.responseId + "?stream=true";
    if (run.lastSequence >= 0) request.url += "&starting_after=" + std::to_string(run.lastSequence);
    return request;
  }
  request.method = "POST";
  request.url =
      provider.baseUrl + (provider.api == domain::ApiKind::Chat ? "/chat/completions" : "/responses");
  request.headers.emplace_back("Content-Type", "application/json");
  request.body = m_body;
  return request;
}

void RunSession::sendRequest() {
  if (m_makeBody)
    deliverKnowledge();
  else
    post();
}

void RunSession::deliverKnowledge() {
  const int number = ++m_exchangeNumber;
  const auto& request = m_machine.run().request;
  m_delivery = std::make_unique<KnowledgeDelivery>(
      m_profile, m_http,
      DeliverySetup{m_access, request.content.knowledge, request.agent, request.content.name,
                    m_connectTimeout},
      m_listener.preparing, [this, number](base::Result<wire::SentKnowledge> sent) {
        // Later: what tells it is gone by then.
        m_profile.scheduler().post(
            [this, number, sent = std::move(sent), alive = std::weak_ptr<bool>(m_alive)] {
              if (const auto still = alive.lock(); !still || !*still || number != m_exchangeNumber) return;
              m_delivery.reset();
              onKnowledge(sent);
            });
      });
  m_delivery->start();
}

// The files' bytes are read beside the event loop.
void RunSession::onKnowledge(const base::Result<wire::SentKnowledge>& sent) {
  if (!sent) return feed(runs::TransportEnded{sent.error()});
  auto body = m_makeBody(*sent);
  if (!body) return feed(runs::TransportEnded{body.error()});
  const int number = m_exchangeNumber;
  m_profile.store().read<std::string>(
      [json = std::move(body->json), files = sent->files,
       blobs = store::BlobStore(m_profile.folder())](store::Connection&) -> base::Result<std::string> {
        std::optional<base::Error> failed;
        auto whole = wire::withFileBytes(json, files, [&](const wire::SentFile& file) {
          auto bytes = blobs.read(file.sha256);
          if (bytes) return std::move(*bytes);
          failed = bytes.error();
          failed->subject = "knowledge." + file.name;
          return std::string();
        });
        if (failed) return *failed;
        return whole;
      },
      [this, number, kept = std::move(body->withoutHistory),
       alive = std::weak_ptr<bool>(m_alive)](base::Result<std::string> whole) {
        if (const auto still = alive.lock(); !still || !*still || number != m_exchangeNumber) return;
        if (!whole) return feed(runs::TransportEnded{whole.error()});
        m_body = std::move(*whole);
        m_makeBody = nullptr;
        feed(runs::RequestPrepared{kept});
        post();
      });
}

void RunSession::post() {
  m_eventStream = false;
  m_status = 0;
  m_wholeBody.clear();
  m_parser = wire::SseParser();
  m_responses = std::make_unique<wire::ResponsesDecoder>();
  m_chat = std::make_unique<wire::ChatDecoder>();
  const int number = ++m_exchangeNumber;
  const auto current = [this, number, alive = std::weak_ptr<bool>(m_alive)] {
    const auto still = alive.lock();
    return still && *still && number == m_exchangeNumber;
  };
  ports::HttpHandlers handlers;
  handlers.head = [this, current](const ports::HttpHead& head) {
    if (current()) onHead(head);
  };
  handlers.bytes = [this, current](std::string_view bytes) {
    if (current()) onBytes(bytes);
  };
  handlers.done = [this, current](base::Result<void> end) {
    if (current()) onEnd(end);
  };
  m_exchange = m_http.send(request(), std::move(handlers));
}

void RunSession::onHead(const ports::HttpHead& head) {
  m_status = head.status;
  m_contentType = head.header("content-type");
  const bool success = head.status >= 200 && head.status < 300;
  m_eventStream = success && startsWith(m_contentType, kEventStream);
  m_wholeResponse = success && startsWith(m_contentType, kJson);
  runs::HeadArrived event;
  event.status = head.status;
  event.eventStream = m_eventStream || m_wholeResponse;
  event.requestId = head.header("x-request-id");
  event.shouldRetry = shouldRetryFrom(head.header("x-should-retry"));
  event.retryAfter = runs::retryAfterFromHeaders(head.header("retry-after-ms"), head.header("retry-after"),
                                                 m_profile.clock().wallNow());
  feed(event);
}

void RunSession::onBytes(std::string_view bytes) {
  feed(runs::BytesArrived{});
  if (!m_eventStream) {
    if (m_wholeBody.size() + bytes.size() <= kLongestWholeBody) m_wholeBody.append(bytes);
    return;
  }
  const int number = m_exchangeNumber;
  m_parser.feed(bytes, [this, number](const wire::SseEvent& event) {
    if (number == m_exchangeNumber) takeSse(event);  // an earlier event of these bytes may have ended the run
  });
}

void RunSession::takeSse(const wire::SseEvent& event) {
  if (m_access.provider.api != domain::ApiKind::Chat) return feed(m_responses->decode(event.data));
  for (const auto& decoded : m_chat->decode(event.data)) feed(decoded);
}

void RunSession::onEnd(const base::Result<void>& end) {
  const int number = m_exchangeNumber;
  if (m_eventStream) {
    m_parser.finish([this](const wire::SseEvent& event) { takeSse(event); });
    if (m_access.provider.api == domain::ApiKind::Chat)
      for (const auto& decoded : m_chat->finish()) feed(decoded);
  } else if (end) {
    onWholeAnswer();
  }
  if (number != m_exchangeNumber) return;
  feed(runs::TransportEnded{end ? std::nullopt : std::optional(end.error())});
}

// A server that ignores `stream` answers with the whole response at once; everything else is an error.
void RunSession::onWholeAnswer() {
  if (!m_wholeResponse)
    return feed(runs::BodyArrived{wire::errorFromAnswer(m_status, m_contentType, m_wholeBody)});
  if (m_access.provider.api == domain::ApiKind::Chat) {
    if (const auto whole = wire::chatAnswerFromJson(m_wholeBody)) {
      for (const auto& event : *whole) feed(event);
      return;
    }
  } else if (auto whole = wire::responseFromJson(m_wholeBody)) {
    return feed(wire::SequencedEvent{-1, std::move(*whole)});
  }
  feed(wire::SequencedEvent{-1,
                            wire::StreamError{wire::errorFromAnswer(m_status, m_contentType, m_wholeBody)}});
}

void RunSession::startTimer(const runs::StartTimer& timer) {
  m_timers[std::size_t(timer.timer)] = m_profile.scheduler().after(
      timer.after, [this, which = timer.timer] { feed(runs::TimerFired{which}); });
}

domain::RunRecord RunSession::recordToStore() const {
  auto run = m_machine.run();
  if (run.usage.input) {
    const auto& model = run.modelAnswered.empty() ? run.request.model : run.modelAnswered;
    run.costNanoUsd = runs::costNanoUsd(m_catalog, model, run.usage, run.created, serviceTierOf(run));
    if (!run.costNanoUsd)
      run.costNanoUsd =
          runs::costNanoUsd(m_catalog, run.request.model, run.usage, run.created, serviceTierOf(run));
    if (run.costNanoUsd && m_catalog.storage())
      *run.costNanoUsd += std::llround(double(searchesIn(run)) * m_catalog.storage()->search * 1e9);
  }
  return run;
}

// At most one write is under way; what comes meanwhile is written by the next.
void RunSession::checkpoint() {
  if (m_storing) {
    m_storeAgain = true;
    return;
  }
  m_storing = true;
  m_storeAgain = false;
  const bool last = m_finishing;
  m_profile.store().write<void>(
      [run = recordToStore()](store::Connection& connection) { return store::updateRun(connection, run); },
      [this, last, alive = std::weak_ptr<bool>(m_alive)](base::Result<void> stored) {
        if (const auto still = alive.lock(); !still || !*still) return;
        m_storing = false;
        if (!stored) {
          base::logError("run", "not_stored", stored.error());
          m_listener.notStored(stored.error());
        }
        if (last) return m_listener.finished();
        if (m_storeAgain || m_finishing) checkpoint();
      });
}

void RunSession::finish() {
  m_finishing = true;
  ++m_exchangeNumber;
  m_exchange.reset();
  m_delivery.reset();
  for (auto& timer : m_timers) timer.reset();
  const auto& run = m_machine.run();
  base::log(base::LogLevel::Info, "run", "finished",
            {{"run", run.id.toString()},
             {"status", std::string(domain::toWord(run.status))},
             {"ms", std::int64_t(run.timings.finished.value_or(base::Milliseconds(0)).count())},
             {"retries", std::int64_t(run.retries)},
             {"request", run.requestId}});
  checkpoint();
}

}  // namespace aiagent::services
