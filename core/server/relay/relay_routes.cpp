#include "core/server/relay/relay_routes.h"

#include <algorithm>

#include "core/base/ids.h"
#include "core/server/relay/answer_ids.h"
#include "core/server/relay/relay_error.h"
#include "core/server/relay/relay_request.h"
#include "core/server/relay/usage_reader.h"

namespace aiagent::server {
namespace {

using base::Error;
using base::ErrorCode;
using PartsPointer = std::shared_ptr<const RelayParts>;

constexpr std::size_t kMostBody = 20 << 20;

// What a client may tell the provider; its own credential, cookies and organisation are not among it.
constexpr std::string_view kSent[] = {"Content-Type", "Accept", "OpenAI-Beta", "Idempotency-Key",
                                      "User-Agent"};
constexpr std::string_view kReturned[] = {"retry-after",
                                          "retry-after-ms",
                                          "x-should-retry",
                                          "openai-processing-ms",
                                          "openai-version",
                                          "x-ratelimit-limit-requests",
                                          "x-ratelimit-limit-tokens",
                                          "x-ratelimit-remaining-requests",
                                          "x-ratelimit-remaining-tokens",
                                          "x-ratelimit-reset-requests",
                                          "x-ratelimit-reset-tokens"};

// One call, from its check to the note of what it used.
class Call {
 public:
  Call(PartsPointer parts, Request& request, Context& context, std::string path, bool costs)
      : m_parts(std::move(parts)),
        m_request(request),
        m_context(context),
        m_path(std::move(path)),
        m_costs(costs),
        m_charge(m_parts->charge, context, request.principal.user) {}

  Response run();

 private:
  std::optional<Response> readRequest();
  std::optional<Response> nameModel();
  std::optional<Response> beginCharge();
  UpstreamRequest upstreamRequest() const;
  bool begin(const UpstreamHead& head);
  bool pass(std::string_view bytes);
  void keepId();
  void settle();
  bool keepsIds() const { return m_path == "/responses" && m_wanted.stored; }
  Response failure(const Error& error) const;
  Spending spending();
  UsageFound usageOrGuess();
  std::optional<std::int64_t> costOf(const UsageFound& found) const;

  PartsPointer m_parts;
  Request& m_request;
  Context& m_context;
  std::string m_path;
  bool m_costs;
  Charge m_charge;
  RelayRequest m_wanted;
  std::optional<UsageReader> m_reader;
  int m_status = 0;
  bool m_begun = false;
  bool m_held = false;  // the answer's bytes are not sent yet
  bool m_isIdKept = false;
  bool m_estimated = false;
};

Response Call::run() {
  if (m_request.method == Method::Post)
    if (auto refused = readRequest()) return std::move(*refused);
  if (auto refused = nameModel()) return std::move(*refused);
  if (auto refused = beginCharge()) return std::move(*refused);
  const auto done = m_context.forward(m_parts->upstream, upstreamRequest(),
                                      {.head = [this](const UpstreamHead& head) { return begin(head); },
                                       .bytes = [this](std::string_view bytes) { return pass(bytes); }});
  // Also of a call that broke off: the provider has begun to work for it.
  const bool isCharged = m_costs && m_status == 200;
  isCharged ? settle() : m_charge.release();
  if (m_held) m_context.write(m_reader->text());
  if (!done && !m_begun) return failure(done.error());
  if (!done) m_context.abandon();
  return {};
}

std::optional<Response> Call::readRequest() {
  m_wanted = readRelayRequest(m_request.body);
  if (m_wanted.ambiguous) return relayError(400, "invalid", "The body names a field twice; send each once.");
  // Its answer comes later, from an address that is not relayed, and would be outside every budget.
  if (m_wanted.background)
    return relayError(400, "background_unsupported",
                      "This server relays no background responses; leave \"background\" out.", "background");
  return refuseForeignIds(m_context, m_request.principal.user, m_wanted.ids);
}

// The address at the provider is made of a model's name, which must not lead to another one.
std::optional<Response> Call::nameModel() {
  const auto name = m_request.param("model");
  if (name.empty()) return {};
  const auto isPlain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._:").find(c) != std::string_view::npos;
  };
  if (name.starts_with('.') || !std::all_of(name.begin(), name.end(), isPlain))
    return relayError(400, "invalid", "A model's name has letters, digits and - . _ : alone.", "model");
  m_path = "/models/" + std::string(name);
  return {};
}

std::optional<Response> Call::beginCharge() {
  auto named = m_request.param("ws");
  if (named.empty()) named = m_request.header("X-Workspace");
  if (!named.empty() && !base::Uuid::parse(named))
    return relayError(400, "invalid", "X-Workspace is not the id of a workspace.");
  const auto estimate = m_costs ? costOf({.usage = expectedUsage(m_wanted, m_request.body)}) : std::nullopt;
  return m_charge.begin(named.empty() ? Value() : Value(named), m_costs, estimate);
}

UpstreamRequest Call::upstreamRequest() const {
  UpstreamRequest request{
      .method = std::string(toWord(m_request.method)), .path = m_path, .body = m_request.body};
  for (const auto name : kSent)
    if (const auto value = m_request.header(name); !value.empty())
      request.headers.emplace_back(std::string(name), std::string(value));
  request.headers.emplace_back("Authorization", "Bearer " + std::string(m_parts->key.reveal()));
  request.headers.emplace_back("Accept-Encoding", "identity");
  return request;
}

bool Call::begin(const UpstreamHead& head) {
  m_status = head.status;
  // Our key is refused, not the caller's token: they would sign in again for nothing.
  if (head.status == 401 || head.status == 407) return false;
  const auto type = head.header("content-type");
  m_reader.emplace(type.starts_with("text/event-stream"));
  Response response{.status = head.status, .type = std::string(type.empty() ? "application/json" : type)};
  for (const auto name : kReturned)
    if (const auto value = head.header(name); !value.empty())
      response.headers.emplace_back(std::string(name), std::string(value));
  if (const auto id = head.header("x-request-id"); !id.empty())
    response.headers.emplace_back("X-Upstream-Request-Id", std::string(id));
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("X-Accel-Buffering", "no");
  m_begun = true;
  // A whole answer waits until its id is noted.
  m_held = keepsIds() && head.status == 200 && !type.starts_with("text/event-stream");
  return m_context.begin(response, head.length);
}

bool Call::pass(std::string_view bytes) {
  m_reader->add(bytes);
  m_charge.keep();
  if (m_held && !m_reader->isTooLong()) return true;
  if (std::exchange(m_held, false) && !m_context.write(m_reader->text())) return false;
  const bool wanted = m_context.write(bytes);
  if (keepsIds() && !m_isIdKept && !m_reader->responseId().empty()) keepId();
  return wanted;
}

// As soon as the client knows it: it may break off here and go on from there.
void Call::keepId() {
  m_isIdKept = true;
  const auto kept = m_context.query({keepAnswerIds(m_request.principal.user, {m_reader->responseId()})});
  if (!kept) m_parts->charge.unnoted(kept.error());
}

void Call::settle() {
  const auto spent = spending();
  std::vector<Statement> ids;
  if (keepsIds() && !m_reader->ids().empty())
    ids.push_back(keepAnswerIds(m_request.principal.user, m_reader->ids()));
  m_charge.settle(spent, std::move(ids));
}

Response Call::failure(const Error& error) const {
  if (m_status == 401 || m_status == 407)
    return relayError(502, "provider_credentials",
                      "The provider refuses this server's key; tell the server's operator.");
  if (error.code == ErrorCode::Timeout)
    return relayError(504, "provider_timeout", "The provider did not answer in time; try again.");
  return relayError(502, "provider_unreachable",
                    "The provider cannot be reached from this server; try again.");
}

// A stream that broke off told nothing: the request's text and the number of events are near enough.
UsageFound Call::usageOrGuess() {
  if (m_reader)
    if (auto found = m_reader->finish()) return std::move(*found);
  m_estimated = true;
  return {.usage = {.input = runs::estimateTokens(m_request.body),
                    .output = m_reader ? m_reader->events() : 0,
                    .estimated = true}};
}

std::optional<std::int64_t> Call::costOf(const UsageFound& found) const {
  const auto now = base::SystemClock().wallNow();
  const auto& tier = found.serviceTier.empty() ? m_wanted.serviceTier : found.serviceTier;
  // The answer may name a snapshot that the table does not know.
  auto cost = runs::costNanoUsd(m_parts->models, found.model.empty() ? m_wanted.model : found.model,
                                found.usage, now, tier);
  return cost ? cost : runs::costNanoUsd(m_parts->models, m_wanted.model, found.usage, now, tier);
}

Spending Call::spending() {
  const auto found = usageOrGuess();
  return {.model = m_wanted.model,
          .input = found.usage.input,
          .cached = found.usage.cached,
          .output = found.usage.output,
          .nanoUsd = costOf(found).value_or(0),
          .estimated = m_estimated};
}

}  // namespace

void shapeRelayErrors(Router& router) {
  router.shapeErrors("/v1/openai/", shapeAsRelayError);
}

void addRelayRoutes(Router& router, PartsPointer parts) {
  const auto add = [&](Method method, const std::string& path, bool costs) {
    const auto handler = [parts, path, costs](Request& request, Context& context) {
      return Call(parts, request, context, path, costs).run();
    };
    for (const char* base : {"/v1/openai", "/v1/openai/w/{ws}"})
      router.add({.method = method,
                  .path = base + path,
                  .auth = Auth::Member,
                  .handler = handler,
                  .bodyLimit = method == Method::Post ? kMostBody : 0});
  };
  add(Method::Post, "/responses", true);
  add(Method::Post, "/responses/input_tokens", false);
  add(Method::Post, "/chat/completions", true);
  add(Method::Get, "/models", false);
  add(Method::Get, "/models/{model}", false);
}

}  // namespace aiagent::server
