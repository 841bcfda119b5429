#include "core/rehearsal/responder.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "core/rehearsal/chat_writer.h"
#include "core/rehearsal/fault.h"
#include "core/rehearsal/json_text.h"
#include "core/rehearsal/responses_writer.h"
#include "core/rehearsal/tokens.h"

namespace aiagent::rehearsal {
namespace {

constexpr std::string_view kResponsesPath = "/v1/responses";
constexpr std::size_t kMostRemembered = 1000;
constexpr std::int64_t kModelCreated = 1'790'000'000;  // seconds since 1970; any fixed time will do

std::uint64_t hashOf(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 1469598103934665603ull;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

Answer unknownResponse(std::string_view id) {
  return faultAnswer(Fault{404, "There is no response with id '" + std::string(id) + "'.",
                           "invalid_request_error", "", "response_not_found"});
}

std::string modelObject(std::string_view id) {
  return ObjectText()
      .text("id", id)
      .text("object", "model")
      .number("created", kModelCreated)
      .text("owned_by", "aiagent")
      .null("shutdown_date")
      .str();
}

Answer signInPage() {
  Answer answer;
  answer.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  answer.body = "<!doctype html><title>Welcome</title><p>Please sign in to use this network.</p>\n";
  return answer;
}

Answer rateLimit() {
  auto answer = faultAnswer(Fault{429, "Too many requests in this minute. The rehearsal was asked to say so.",
                                  "rate_limit_error", "", "rate_limit_exceeded"});
  for (const auto& [name, value] :
       {std::pair{"retry-after-ms", "1500"}, std::pair{"retry-after", "2"},
        std::pair{"x-ratelimit-limit-requests", "60"}, std::pair{"x-ratelimit-remaining-requests", "0"},
        std::pair{"x-ratelimit-reset-requests", "1.5s"}})
    answer.headers.emplace_back(name, value);
  return answer;
}

Answer serverError() {
  return faultAnswer(Fault{500, "The server had an error. The rehearsal was asked for one.", "server_error",
                           "", "server_error"});
}

std::optional<Answer> practised(const ModelRequest& model) {
  switch (model.practice.kind) {
    case PracticeKind::RateLimit: return rateLimit();
    case PracticeKind::ServerError: return serverError();
    case PracticeKind::Billing:
      return faultAnswer(Fault{429, "The account has no credit left. The rehearsal was asked to say so.",
                               "insufficient_quota", "", "credit_balance_exhausted"});
    case PracticeKind::Key:
      return faultAnswer(Fault{401, "The API key is not correct. The rehearsal was asked to say so.",
                               "invalid_request_error", "", "invalid_api_key"});
    case PracticeKind::Forbidden:
      return faultAnswer(Fault{403, "This project may not use the model. The rehearsal was asked to say so.",
                               "invalid_request_error", "", "model_not_allowed"});
    case PracticeKind::Unsupported:
      return faultAnswer(
          Fault{400, "Unsupported parameter: '" + model.practice.word + "' is not supported with this model.",
                "invalid_request_error", model.practice.word, "unsupported_parameter"});
    case PracticeKind::Html: return signInPage();
    case PracticeKind::Error:
    case PracticeKind::Failed:
      // A chat answer, or one that comes whole, has no other place to tell it.
      if (!model.stream && (model.practice.kind == PracticeKind::Error || model.api == ModelApi::Chat))
        return serverError();
      return std::nullopt;
    default: return std::nullopt;
  }
}

Answer contextTooLong(const ModelRequest& model, std::int64_t limit) {
  return faultAnswer(Fault{400,
                           "The request has about " + std::to_string(model.inputTokens) +
                               " tokens; the context of this model holds " + std::to_string(limit) + ".",
                           "invalid_request_error", model.api == ModelApi::Chat ? "messages" : "input",
                           "context_length_exceeded"});
}

Answer eventStream(std::vector<Step> steps, Ending ending) {
  Answer answer;
  answer.streamed = true;
  answer.headers = {{"Content-Type", "text/event-stream; charset=utf-8"}, {"Cache-Control", "no-cache"}};
  answer.steps = std::move(steps);
  answer.ending = ending;
  return answer;
}

// Takes a break of the connection out of what is practised and returns it.
Ending endingOnly(Practice& practice) {
  const auto kind = practice.kind;
  if (kind != PracticeKind::Cut && kind != PracticeKind::Silence) return Ending::Complete;
  practice.kind = PracticeKind::None;
  return kind == PracticeKind::Cut ? Ending::Cut : Ending::Silence;
}

// The events after `startingAfter`, due as they are for one who has watched since `elapsed` ago.
std::vector<Step> eventsAfter(const std::vector<Step>& events, std::int64_t startingAfter,
                              base::Milliseconds elapsed) {
  std::vector<Step> rest;
  for (std::size_t i = std::size_t(std::max<std::int64_t>(0, startingAfter + 1)); i < events.size(); ++i)
    rest.push_back({events[i].bytes, std::max(events[i].due - elapsed, base::Milliseconds(0))});
  return rest;
}

}  // namespace

Responder::Responder(const base::Clock& clock, ResponderOptions options)
    : m_clock(clock), m_options(options) {}

Answer Responder::refusal(int status) {
  switch (status) {
    case 413: return faultAnswer(Fault{413, "The body of the request is too large."});
    case 431: return faultAnswer(Fault{431, "The head of the request is too large."});
    case 501: return faultAnswer(Fault{501, "This transfer coding is not known."});
    case 505: return faultAnswer(Fault{505, "This version of HTTP is not known."});
    default: return faultAnswer(Fault{400, "This is not a request of HTTP."});
  }
}

Answer Responder::answer(const HttpMessage& request) {
  auto answer = route(request);
  answer.headers.emplace_back("x-request-id", nextId("req_", request.body));
  answer.headers.emplace_back("openai-version", "2020-10-01");
  answer.headers.emplace_back("openai-processing-ms", "1");
  return answer;
}

Answer Responder::route(const HttpMessage& request) {
  const std::string_view path = request.path;
  if (auto answer = m_files.answer(request, m_clock)) return std::move(*answer);
  const bool get = request.method == "GET";
  const bool post = request.method == "POST";
  if (path == kResponsesPath) return post ? responses(request) : wrongMethod(request);
  if (path == "/v1/responses/input_tokens") return post ? inputTokens(request) : wrongMethod(request);
  if (path == "/v1/chat/completions") return post ? chat(request) : wrongMethod(request);
  if (path == "/v1/models")
    return get ? jsonAnswer(
                     200,
                     ObjectText().text("object", "list").raw("data", "[" + modelObject(kModelId) + "]").str())
               : wrongMethod(request);
  if (path.substr(0, 11) == "/v1/models/" && path.size() > 11)
    return get ? jsonAnswer(200, modelObject(path.substr(11))) : wrongMethod(request);
  if (path.substr(0, kResponsesPath.size() + 1) != "/v1/responses/") return unknownUrl(request);
  auto id = path.substr(kResponsesPath.size() + 1);
  const bool cancel = id.size() > 7 && id.substr(id.size() - 7) == "/cancel";
  if (cancel) id.remove_suffix(7);
  if (id.empty() || id.find('/') != std::string_view::npos) return unknownUrl(request);
  if (cancel) return post ? cancelResponse(id) : wrongMethod(request);
  return oneResponse(request, id);
}

Answer Responder::responses(const HttpMessage& request) {
  auto model = parseModelRequest(ModelApi::Responses, request.body);
  if (!model) return faultAnswer(model.error());
  if (const auto gone = goOn(*model); !gone) return faultAnswer(gone.error());
  if (auto lost = m_files.resolve(*model, m_clock)) return std::move(*lost);
  if (auto other = instead(*model, request.body)) return std::move(*other);
  return runResponse(request, *model);
}

// A conversation goes on from a response the book still has.
base::Result<void> Responder::goOn(ModelRequest& model) {
  if (model.previousResponse.empty()) return {};
  const auto* previous = m_book.find(model.previousResponse);
  if (!previous)
    return base::Error{
        .code = base::ErrorCode::RequestRejected,
        .detail = "rehearsal",
        .subject = "previous_response_id",
        .said = "The previous response with id '" + model.previousResponse + "' is not known here.",
        .httpStatus = 400,
        .providerCode = "previous_response_not_found"};
  model.earlierTurns += previous->turns;
  model.inputTokens += previous->tokens;
  model.earlierTokens += previous->tokens;
  return {};
}

Answer Responder::runResponse(const HttpMessage& request, ModelRequest& model) {
  const auto pace = paceFor(model);
  // The connection of a background response may break; the response itself goes on, to be fetched later.
  const auto ending = model.background ? endingOnly(model.practice) : Ending::Complete;
  const auto plan = makePlan(model);
  const ResponseIdentity identity{nextId("resp_", request.body), nowSeconds()};
  auto written = writeResponse(model, plan, pace, identity);
  Answer answer;
  if (model.stream) {
    auto events = written.events;
    if (ending != Ending::Complete) events.resize(events.size() / 2);
    answer = eventStream(std::move(events), ending != Ending::Complete ? ending : written.ending);
  } else {
    answer = jsonAnswer(200, model.background ? written.inProgress : written.finished);
    if (!model.background) answer.delay = written.duration;
    if (!model.background) answer.ending = written.ending;
  }
  if (model.store || model.background)
    m_book.keep({.id = identity.id,
                 .written = std::move(written),
                 .background = model.background,
                 .started = m_clock.now(),
                 .turns = model.earlierTurns + 1,
                 .tokens = model.inputTokens + plan.outputTokens});
  return answer;
}

Answer Responder::oneResponse(const HttpMessage& request, std::string_view id) {
  if (request.method == "DELETE") {
    if (!m_book.forget(id)) return unknownResponse(id);
    return jsonAnswer(200,
                      ObjectText().text("id", id).text("object", "response").flag("deleted", true).str());
  }
  if (request.method != "GET") return wrongMethod(request);
  const auto* kept = m_book.find(id);
  if (!kept) return unknownResponse(id);
  const auto now = m_clock.now();
  if (request.parameter("stream") != "true") return jsonAnswer(200, kept->objectAt(now));
  if (!kept->background)
    return faultAnswer(Fault{400, "Only a response made with background=true can be streamed later.",
                             "invalid_request_error", "stream", "invalid_value"});
  std::int64_t after = -1;
  if (const auto given = request.parameter("starting_after")) {
    const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), after);
    if (error != std::errc() || end != given->data() + given->size() || after < -1)
      return faultAnswer(Fault{400, "starting_after is not a sequence number.", "invalid_request_error",
                               "starting_after", "invalid_type"});
  }
  if (kept->isCancelled()) return jsonAnswer(200, kept->objectAt(now));
  const auto elapsed = std::chrono::duration_cast<base::Milliseconds>(now - kept->started);
  return eventStream(eventsAfter(kept->written.events, after, elapsed), kept->written.ending);
}

Answer Responder::cancelResponse(std::string_view id) {
  auto* kept = m_book.find(id);
  if (!kept) return unknownResponse(id);
  if (!kept->background)
    return faultAnswer(Fault{
        400, "Only a response made with background=true can be cancelled; close the connection of others.",
        "invalid_request_error", "response_id", "invalid_value"});
  const auto now = m_clock.now();
  if (!kept->isCancelled() && !kept->isFinished(now)) kept->cancelledAt = now;
  return jsonAnswer(200, kept->objectAt(now));
}

Answer Responder::inputTokens(const HttpMessage& request) {
  auto model = parseModelRequest(ModelApi::Responses, request.body);
  if (!model) return faultAnswer(model.error());
  if (const auto gone = goOn(*model); !gone) return faultAnswer(gone.error());
  return jsonAnswer(
      200,
      ObjectText().text("object", "response.input_tokens").number("input_tokens", model->inputTokens).str());
}

Answer Responder::chat(const HttpMessage& request) {
  auto model = parseModelRequest(ModelApi::Chat, request.body);
  if (!model) return faultAnswer(model.error());
  if (auto lost = m_files.resolve(*model, m_clock)) return std::move(*lost);
  if (auto other = instead(*model, request.body)) return std::move(*other);
  const ChatIdentity identity{nextId("chatcmpl-", request.body), nowSeconds()};
  auto answer = writeChat(*model, makePlan(*model), paceFor(*model), identity);
  if (answer.streamed) return eventStream(std::move(answer.steps), answer.ending);
  answer.headers = {{"Content-Type", "application/json"}};
  return answer;
}

std::optional<Answer> Responder::instead(const ModelRequest& model, const std::string& body) {
  if (model.practice.kind == PracticeKind::Context || model.inputTokens > m_options.contextTokens)
    return contextTooLong(model, m_options.contextTokens);
  if (model.practice.once && !isFirstTime(body)) return std::nullopt;
  return practised(model);
}

// Every other time: a second run of the same request fails and recovers again.
bool Responder::isFirstTime(const std::string& body) {
  const auto hash = hashOf(body);
  if (m_failedOnce.erase(hash) > 0) return false;
  if (m_failedOnce.size() >= kMostRemembered) m_failedOnce.clear();
  m_failedOnce.insert(hash);
  return true;
}

std::string Responder::nextId(std::string_view prefix, std::string_view body) {
  char digits[40];
  std::snprintf(digits, sizeof digits, "%016llx%08llx", static_cast<unsigned long long>(hashOf(body)),
                static_cast<unsigned long long>(++m_count));
  return std::string(prefix) + digits;
}

std::int64_t Responder::nowSeconds() const {
  return base::toMillis(m_clock.wallNow()) / 1000;
}

Pace Responder::paceFor(const ModelRequest& model) const {
  return model.practice.kind == PracticeKind::Slow ? m_options.pace.slowed() : m_options.pace;
}

}  // namespace aiagent::rehearsal
