#include "core/server/relay/relay_routes.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "core/base/ids.h"
#include "core/server/relay/usage_reader.h"

namespace aiagent::server {
namespace {

namespace json = boost::json;
using base::Error;
using base::ErrorCode;
using base::Result;
using PartsPointer = std::shared_ptr<const RelayParts>;

constexpr std::size_t kMostBody = 20 << 20;

// What a client may tell the provider; its own credential, cookies and organisation are not among it.
constexpr std::string_view kSent[] = {"Content-Type", "Accept", "OpenAI-Beta", "Idempotency-Key",
                                      "User-Agent"};
constexpr std::string_view kReturned[] = {"retry-after",
                                          "openai-processing-ms",
                                          "openai-version",
                                          "x-ratelimit-limit-requests",
                                          "x-ratelimit-limit-tokens",
                                          "x-ratelimit-remaining-requests",
                                          "x-ratelimit-remaining-tokens",
                                          "x-ratelimit-reset-requests",
                                          "x-ratelimit-reset-tokens"};

// As OpenAI shapes its errors: its clients read nothing else here.
Response relayError(int status, std::string_view code, const std::string& message) {
  const json::object error = {
      {"message", message}, {"type", "aiagent_server"}, {"param", nullptr}, {"code", code}};
  return {.status = status, .body = json::serialize(json::object{{"error", error}})};
}

struct Account {
  std::string workspace;
  std::string role;
  std::int64_t memberBudget = 0, memberSpent = 0;
  std::int64_t workspaceBudget = 0, workspaceSpent = 0;
  bool isLimited() const { return memberBudget > 0 || workspaceBudget > 0; }
};

// One call, from its check to the note of what it used.
class Call {
 public:
  Call(PartsPointer parts, Request& request, Context& context, std::string path, bool costs)
      : m_parts(std::move(parts)),
        m_request(request),
        m_context(context),
        m_path(std::move(path)),
        m_costs(costs) {}

  Response run();

 private:
  std::optional<Response> findAccount();
  std::optional<Response> checkBudget();
  void readRequest();
  UpstreamRequest upstreamRequest() const;
  bool begin(const UpstreamHead& head);
  bool pass(std::string_view bytes);
  Response failure(const Error& error) const;
  void note();
  UsageFound usageOrGuess();
  std::optional<std::int64_t> costOf(const UsageFound& found) const;

  PartsPointer m_parts;
  Request& m_request;
  Context& m_context;
  std::string m_path;
  bool m_costs;
  Account m_account;
  std::string m_model;
  std::string m_tier;
  std::optional<UsageReader> m_reader;
  int m_status = 0;
  bool m_begun = false;
  bool m_estimated = false;
};

Response Call::run() {
  if (auto refused = findAccount()) return std::move(*refused);
  if (m_costs) readRequest();
  if (m_costs)
    if (auto refused = checkBudget()) return std::move(*refused);
  const auto done = m_context.forward(m_parts->upstream, upstreamRequest(),
                                      {.head = [this](const UpstreamHead& head) { return begin(head); },
                                       .bytes = [this](std::string_view bytes) { return pass(bytes); }});
  // Also of a call that broke off: the provider has begun to work for it.
  if (m_costs && m_status == 200) note();
  if (!done && !m_begun) return failure(done.error());
  if (!done) m_context.abandon();
  return {};
}

std::optional<Response> Call::findAccount() {
  auto named = m_request.param("ws");
  if (named.empty()) named = m_request.header("X-Workspace");
  if (!named.empty() && !base::Uuid::parse(named))
    return relayError(400, "invalid", "X-Workspace is not the id of a workspace.");
  auto rows =
      m_context.query("SELECT * FROM sync.relay_account($1, $2, $3, $4)",
                      {m_request.principal.user, named.empty() ? Value() : Value(named),
                       std::to_string(m_parts->memberBudget), std::to_string(m_parts->workspaceBudget)});
  if (!rows) return problem(rows.error());
  if (rows->empty())
    return relayError(403, "space_revoked",
                      "You are not a member of this workspace; ask one of its administrators to invite you.");
  const auto& row = rows->front();
  const auto number = [&](std::size_t column) { return std::stoll(row[column].value_or("0")); };
  m_account = {*row[0], *row[1], number(2), number(3), number(4), number(5)};
  if (m_account.role == "viewer")
    return relayError(403, "forbidden", "A viewer runs nothing; ask an administrator of the workspace.");
  return {};
}

std::string dollars(std::int64_t nano) {
  const auto cents = std::llround(double(nano) / 1e7);
  auto text = std::to_string(cents % 100);
  if (text.size() < 2) text.insert(0, "0");
  return "$" + std::to_string(cents / 100) + "." + text;
}

std::optional<Response> Call::checkBudget() {
  if (m_account.memberBudget > 0 && m_account.memberSpent >= m_account.memberBudget)
    return relayError(402, "budget_exceeded",
                      "Your budget for this month, " + dollars(m_account.memberBudget) +
                          ", is used up. Ask an administrator of the workspace, or use a key of your own.");
  if (m_account.workspaceBudget > 0 && m_account.workspaceSpent >= m_account.workspaceBudget)
    return relayError(402, "budget_exceeded",
                      "The workspace's budget for this month, " + dollars(m_account.workspaceBudget) +
                          ", is used up. Ask an administrator of the workspace, or use a key of your own.");
  // What has no price would be outside every budget.
  if (m_account.isLimited() && !costOf({.usage = {.input = 1, .output = 1}}))
    return relayError(
        402, "model_unpriced",
        "The server knows no price for this model, and the workspace has a budget; choose another.");
  return {};
}

void Call::readRequest() {
  boost::system::error_code error;
  const auto value = json::parse(m_request.body, error);
  const auto* object = error ? nullptr : value.if_object();
  const auto text = [&](std::string_view name) {
    const auto* field = object != nullptr ? object->if_contains(name) : nullptr;
    return field != nullptr && field->is_string() ? std::string(field->get_string()) : std::string();
  };
  m_model = text("model");
  m_tier = text("service_tier");
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
  return m_context.begin(response, head.length);
}

bool Call::pass(std::string_view bytes) {
  m_reader->add(bytes);
  return m_context.write(bytes);
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
  const auto& tier = found.serviceTier.empty() ? m_tier : found.serviceTier;
  // The answer may name a snapshot that the table does not know.
  auto cost =
      runs::costNanoUsd(m_parts->models, found.model.empty() ? m_model : found.model, found.usage, now, tier);
  return cost ? cost : runs::costNanoUsd(m_parts->models, m_model, found.usage, now, tier);
}

void Call::note() {
  const auto found = usageOrGuess();
  const auto number = [](std::optional<std::int64_t> value) { return std::to_string(value.value_or(0)); };
  const auto noted = m_context.query(
      "INSERT INTO sync.usage AS u(workspace_id, user_id, month, model, calls, estimated, input, cached, "
      "output, "
      "nano_usd) VALUES ($1, $2, sync.this_month(), left($3, 200), 1, $4, $5, $6, $7, $8) ON CONFLICT "
      "(workspace_id, user_id, month, model) DO UPDATE SET calls = u.calls + 1, estimated = u.estimated + "
      "excluded.estimated, input = u.input + excluded.input, cached = u.cached + excluded.cached, output = "
      "u.output + excluded.output, nano_usd = u.nano_usd + excluded.nano_usd",
      {m_account.workspace, m_request.principal.user, m_model, m_estimated ? "1" : "0",
       number(found.usage.input), number(found.usage.cached), number(found.usage.output),
       number(costOf(found))});
  if (!noted) m_parts->unnoted(noted.error());
}

}  // namespace

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
}

}  // namespace aiagent::server
