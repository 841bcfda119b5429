#include "core/services/server_json.h"

#include <algorithm>
#include <charconv>

#include "core/wire/json_text.h"

namespace aiagent::services {

struct ServerObject::Members {
  std::optional<std::vector<wire::JsonMember>> all;
};

ServerObject::ServerObject(std::string_view json)
    : m_members(std::make_unique<Members>(Members{wire::jsonMembers(json)})) {}
ServerObject::~ServerObject() = default;

bool ServerObject::valid() const {
  return m_members->all.has_value();
}

std::string_view ServerObject::raw(std::string_view name) const {
  const auto* found = valid() ? wire::findMember(*m_members->all, name) : nullptr;
  return found ? found->value : std::string_view();
}

std::string ServerObject::text(std::string_view name) const {
  return wire::stringFromJson(raw(name)).value_or(std::string());
}

std::int64_t ServerObject::integer(std::string_view name) const {
  std::int64_t value = 0;
  const auto json = raw(name);
  std::from_chars(json.data(), json.data() + json.size(), value);
  return value;
}

ServerErrorWords readServerError(std::string_view body) {
  const ServerObject object(body);
  return {object.text("error"), object.text("message")};
}

std::optional<ServerWorkspace> readWorkspace(std::string_view json) {
  const ServerObject object(json);
  ServerWorkspace workspace{object.text("id"), object.text("name"), object.text("role"),
                            object.boolean("personal")};
  if (workspace.id.empty()) return std::nullopt;
  return workspace;
}

std::optional<ServerIdentity> readIdentity(std::string_view json) {
  const ServerObject object(json);
  const ServerObject account(object.raw("account"));
  const ServerObject device(object.raw("device"));
  ServerIdentity identity{.account = account.text("id"),
                          .email = account.text("email"),
                          .name = account.text("name"),
                          .device = device.text("id")};
  if (identity.account.empty()) return std::nullopt;
  if (const auto workspaces = wire::jsonElements(object.raw("workspaces")))
    for (const auto one : *workspaces)
      if (auto workspace = readWorkspace(one)) identity.workspaces.push_back(std::move(*workspace));
  std::stable_partition(identity.workspaces.begin(), identity.workspaces.end(),
                        [](const auto& one) { return one.personal; });
  return identity;
}

std::string writeIdentity(const ServerIdentity& identity) {
  wire::JsonArray workspaces;
  for (const auto& one : identity.workspaces)
    workspaces.raw(wire::JsonObject()
                       .text("id", one.id)
                       .text("name", one.name)
                       .text("role", one.role)
                       .boolean("personal", one.personal)
                       .take());
  return wire::JsonObject()
      .raw("account", wire::JsonObject()
                          .text("id", identity.account)
                          .text("email", identity.email)
                          .text("name", identity.name)
                          .take())
      .raw("device", wire::JsonObject().text("id", identity.device).take())
      .raw("workspaces", workspaces.take())
      .take();
}

std::optional<Tokens> readTokens(std::string_view json) {
  const ServerObject object(json);
  Tokens tokens{object.text("refresh_token"), object.text("access_token"),
                base::Milliseconds(std::chrono::seconds(object.integer("expires_in")))};
  if (tokens.access.empty() || tokens.refresh.empty()) return std::nullopt;
  return tokens;
}

std::optional<MachineToken> readMachineToken(std::string_view json) {
  const ServerObject object(json);
  const auto token = object.text("token");
  if (token.empty()) return std::nullopt;
  return MachineToken{base::SecretString(token), object.text("expires_at")};
}

std::optional<KeptCredential> readKeptCredential(std::string_view json) {
  const ServerObject object(json);
  KeptCredential kept{object.text("refresh"), object.text("access"),
                      base::wallTimeFromMillis(object.integer("expires"))};
  if (kept.refresh.empty()) return std::nullopt;
  return kept;
}

std::string writeKeptCredential(const KeptCredential& credential) {
  return wire::JsonObject()
      .text("refresh", credential.refresh)
      .text("access", credential.access)
      .integer("expires", base::toMillis(credential.expires))
      .take();
}

}  // namespace aiagent::services
