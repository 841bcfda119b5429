#include "core/server/identity/auth_routes.h"

#include <boost/json.hpp>

#include "core/base/sha256.h"
#include "core/server/identity/request_body.h"
#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

namespace json = boost::json;

// The digits by which wrong guesses at one code are counted.
constexpr std::size_t kBeginning = 5;
constexpr const char* kStatus = "SELECT current_setting('response.status', true)";

// What a function of SQL answered: an object, and the status that it set.
struct Answer {
  json::object body;
  int status = 200;

  bool isRefusal() const { return body.contains("error"); }
};

// `statement` answers with one jsonb; committed also where it refuses.
base::Result<Answer> ask(Context& context, std::string sql, std::vector<Value> values) {
  const auto rows = context.query({Statement{std::move(sql), std::move(values)}, Statement{kStatus}});
  if (!rows) return rows.error();
  Answer answer;
  answer.body = json::parse(rows->front().front().front().value_or("{}")).as_object();
  const auto status = rows->back().front().front().value_or("");
  if (!status.empty()) answer.status = std::stoi(status);
  return answer;
}

Response shown(const Answer& answer) {
  Response response{.status = answer.status, .body = json::serialize(answer.body)};
  response.headers.emplace_back("Cache-Control", "no-store");
  if (const auto* seconds = answer.body.if_contains("retry_after");
      seconds != nullptr && answer.status == 429)
    response.headers.emplace_back("Retry-After", json::serialize(*seconds));
  return response;
}

std::string hashOf(const base::SecretString& secret) {
  return base::sha256Hex(secret.reveal());
}

// Adds the access token of `user` on `device`; false where there is no key.
bool addAccessToken(json::object& body, const AuthParts& parts, std::string_view user,
                    std::string_view device) {
  const auto keys = parts.keys.current();
  const auto userId = base::Uuid::parse(user);
  const auto deviceId = base::Uuid::parse(device);
  if (keys->empty() || !userId || !deviceId) return false;
  const auto& signer = keys->signer();
  const auto token =
      signedToken(signer.key, signer.kid, parts.parties, *userId, *deviceId, parts.clock.wallNow());
  body["access_token"] = token;
  body["expires_in"] = kAccessTokenLife.count();
  return !token.empty();
}

Response withTokens(Answer answer, const AuthParts& parts, const base::SecretString& refreshToken,
                    std::string_view user, std::string_view device) {
  answer.body["refresh_token"] = refreshToken.reveal();
  if (!addAccessToken(answer.body, parts, user, device))
    return problem(503, "busy", "The server has no key yet; try again.");
  return shown(answer);
}

std::string_view textAt(const json::object& object, std::string_view name) {
  return object.at(name).as_string();
}

std::string_view bearerOf(const Request& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const auto header = request.header("Authorization");
  return header.starts_with(kScheme) ? header.substr(kScheme.size()) : std::string_view();
}

Response exchange(const AuthParts& parts, Request& request, Context& context) {
  RequestBody body(request.body);
  const auto typed = body.text("code");
  const auto device = body.texts("device", {"name", "platform", "app"});
  if (body.fault()) return *body.fault();
  // A text that can't be a code is counted as a wrong one.
  const auto code = normalizedCode(typed).value_or("-");
  // A machine token proves nothing here: a device would outlive it.
  const auto caller = parts.authenticator.read(bearerOf(request));
  const auto refreshToken = randomSecret();
  auto answer =
      ask(context,
          "SELECT sync.exchange(decode($1, 'hex'), $2, $3, $4::jsonb, decode($5, 'hex'), "
          "(SELECT w.user_id FROM sync.who($6::uuid, NULL) w))",
          {base::sha256Hex(code), code.substr(0, kBeginning), std::string(request.peer), device,
           hashOf(refreshToken), caller && !caller->device.empty() ? Value(caller->device) : Value()});
  if (!answer) return problem(answer.error());
  if (answer->isRefusal()) return shown(*answer);
  const std::string user(textAt(answer->body.at("account").as_object(), "id"));
  const std::string made(textAt(answer->body.at("device").as_object(), "id"));
  return withTokens(std::move(*answer), parts, refreshToken, user, made);
}

Response refresh(const AuthParts& parts, Request& request, Context& context) {
  RequestBody body(request.body);
  const auto shownToken = body.text("refresh_token");
  if (body.fault()) return *body.fault();
  const auto refreshToken = randomSecret();
  auto answer = ask(context, "SELECT sync.refresh(decode($1, 'hex'), decode($2, 'hex'))",
                    {base::sha256Hex(shownToken), hashOf(refreshToken)});
  if (!answer) return problem(answer.error());
  if (answer->isRefusal()) return shown(*answer);
  const std::string user(textAt(answer->body, "user"));
  const std::string device(textAt(answer->body, "device"));
  answer->body.clear();
  return withTokens(std::move(*answer), parts, refreshToken, user, device);
}

Response makeToken(Request& request, Context& context) {
  RequestBody body(request.body);
  const auto name = body.text("name");
  if (body.fault()) return *body.fault();
  const auto token = randomSecret(kMachineTokenPrefix);
  auto answer = ask(context, "SELECT sync.add_token($1::uuid, $2::uuid, $3, decode($4, 'hex'))",
                    {request.principal.user, request.principal.device, name, hashOf(token)});
  if (!answer) return problem(answer.error());
  if (!answer->isRefusal()) answer->body["token"] = token.reveal();
  return shown(*answer);
}

Response signOut(Request&, Context& context) {
  auto response = context.call("api.revoke_device(sync.my_device())", {}, 204);
  if (response.status == 204) response.body.clear();
  return response;
}

}  // namespace

void addAuthRoutes(Router& router, const AuthParts& parts) {
  router.add(
      {.method = Method::Post,
       .path = "/v1/auth/exchange",
       .auth = Auth::None,
       .handler = [parts](Request& request, Context& context) { return exchange(parts, request, context); },
       .bodyLimit = 4096});
  router.add(
      {.method = Method::Post,
       .path = "/v1/auth/refresh",
       .auth = Auth::None,
       .handler = [parts](Request& request, Context& context) { return refresh(parts, request, context); },
       .bodyLimit = 4096});
  router.add({.method = Method::Post,
              .path = "/v1/auth/tokens",
              .auth = Auth::Member,
              .handler = makeToken,
              .bodyLimit = 4096});
  router.add({.method = Method::Post,
              .path = "/v1/auth/sign-out",
              .auth = Auth::InCall,
              .handler = signOut,
              .bodyLimit = 4096});
  router.add({.method = Method::Get,
              .path = "/.well-known/jwks.json",
              .auth = Auth::None,
              .handler = [parts](Request&, Context&) {
                Response response{.body = parts.keys.current()->jwks(), .type = "application/jwk-set+json"};
                response.headers.emplace_back("Cache-Control", "public, max-age=300");
                return response;
              }});
}

}  // namespace aiagent::server
