#include "core/server/http/sign_in.h"

#include <boost/json.hpp>
#include <charconv>

namespace aiagent::server {
namespace {

struct Sentence {
  std::string_view word;
  std::string_view message;
};
constexpr Sentence kSentences[] = {
    {"not_signed_in", "Sign in first: send \"Authorization: Bearer\" with an access token."},
    {"token_expired", "The access token has expired; refresh it."},
    {"token_invalid", "The token is not one of this server's; sign in again."},
    {"device_revoked", "The device was signed out; sign in again."},
    {"space_revoked", "You are not a member of this workspace; ask one of its administrators to invite you."},
    {"forbidden", "Your role in the workspace does not allow this; ask one of its administrators."},
    {"client_of_another", "This copy of the database belongs to somebody else; make a new client id."},
    {"upgrade_required", "This program is too old for the server; install a newer one."},
    {"resync", "The cursor is no longer of use; pull again from 0."},
    {"gap", "Edits before these are missing; send again from expect_n."},
    {"idempotency_mismatch",
     "Another edit was sent under this number; make a new client id and number anew."},
    {"client_rewound", "The server has newer edits of this client; make a new client id and number anew."},
    {"replica_behind", "The database that answered does not have your last edit yet; try again."},
    {"invalid", "The request is not of the form that the server expects; compare it with /openapi.json."},
    {"not_found", "There is nothing of that name."},
};

std::string_view sentenceOf(std::string_view word) {
  for (const auto& sentence : kSentences)
    if (sentence.word == word) return sentence.message;
  return "The server refused.";
}

constexpr std::string_view kWho = " FROM sync.who($1::uuid, decode($2, 'hex')) w";

std::vector<Value> argumentsOf(const Credential& credential) {
  const auto orNull = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
  return {orNull(credential.device), orNull(credential.tokenHash)};
}

// Errors are few and small: reading them again costs nothing.
void completeError(Response& response) {
  boost::system::error_code error;
  auto value = boost::json::parse(response.body, error);
  auto* object = error ? nullptr : value.if_object();
  if (object == nullptr) return;
  const auto* word = object->if_contains("error");
  if (const auto* wait = object->if_contains("retry_after"); wait != nullptr && wait->is_int64())
    response.headers.emplace_back("Retry-After", std::to_string(wait->get_int64()));
  if (word == nullptr || !word->is_string() || object->contains("message")) return;
  const std::string_view text(word->get_string().data(), word->get_string().size());
  (*object)["message"] = sentenceOf(text);
  response.body = boost::json::serialize(value);
}

}  // namespace

Statement whoStatement(const Credential& credential) {
  return {"SELECT w.user_id, w.device_id, w.refusal" + std::string(kWho), argumentsOf(credential)};
}

Statement signInStatement(const Credential& credential) {
  return {
      "SELECT w.user_id, w.device_id, w.refusal, set_config('request.jwt.claims', CASE WHEN w.refusal IS "
      "NULL "
      "THEN json_build_object('sub', w.user_id, 'did', w.device_id)::text ELSE '' END, true), "
      "set_config('role', 'authenticated', true)" +
          std::string(kWho),
      argumentsOf(credential)};
}

Response refusal(int status, std::string_view word) {
  return problem(status, word, sentenceOf(word));
}

Response refusal(std::string_view word) {
  auto response = refusal(401, word);
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

// OFFSET 0 keeps the status from being read before the function has run.
Statement callStatement(std::string_view function, std::vector<Value> values) {
  return {"SELECT x.answer, current_setting('response.status', true) FROM (SELECT " + std::string(function) +
              " AS answer OFFSET 0) x",
          std::move(values)};
}

Response responseOf(std::vector<Value>& row, int status) {
  Response response{.status = status, .body = std::move(row[0]).value_or("")};
  const auto set = row[1].value_or("");
  std::from_chars(set.data(), set.data() + set.size(), response.status);
  if (response.status >= 400) completeError(response);
  if (response.status == 204) response.body.clear();
  return response;
}

}  // namespace aiagent::server
