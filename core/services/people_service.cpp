#include "core/services/people_service.h"

#include "core/services/guarded.h"
#include "core/services/server_json.h"
#include "core/wire/json_text.h"

namespace aiagent::services {
namespace {

base::Error unreadable() {
  return {.code = base::ErrorCode::BadResponse, .subject = "server"};
}

// What an answer of 200 or 201 says, or its error.
template <class T, class Read>
Done<ServerAnswer> reading(Done<T> done, Read read) {
  return [done = std::move(done), read](base::Result<ServerAnswer> answer) {
    if (!answer) return done(answer.error());
    if (answer->status / 100 != 2) return done(serverError(*answer));
    std::optional<T> value = read(ServerObject(answer->body));
    value ? done(std::move(*value)) : done(unreadable());
  };
}

template <class T, class Read>
std::optional<std::vector<T>> listOf(std::string_view json, Read read) {
  const auto elements = wire::jsonElements(json);
  if (!elements) return std::nullopt;
  std::vector<T> list;
  for (const auto element : *elements) list.push_back(read(ServerObject(element)));
  return list;
}

Member memberFrom(const ServerObject& object) {
  return {.user = object.text("user"),
          .email = object.text("email"),
          .name = object.text("name"),
          .role = object.text("role"),
          .suspended = object.boolean("suspended"),
          .lastSeen = object.text("last_seen"),
          .devices = int(object.integer("devices"))};
}

Device deviceFrom(const ServerObject& object) {
  return {.id = object.text("id"),
          .name = object.text("name"),
          .platform = object.text("platform"),
          .app = object.text("app"),
          .kind = object.text("kind"),
          .created = object.text("created_at"),
          .lastSeen = object.text("last_seen"),
          .current = object.boolean("current")};
}

AuditEntry entryFrom(const ServerObject& object) {
  return {.id = object.text("id").empty() ? std::string(object.raw("id")) : object.text("id"),
          .at = object.text("at"),
          .by = ServerObject(object.raw("by")).text("email"),
          .action = object.text("action"),
          .subject = object.text("subject")};
}

std::string memberPath(const std::string& workspace, const std::string& user) {
  return "/v1/workspaces/" + workspace + "/members/" + user;
}

}  // namespace

PeopleService::PeopleService(ServerAccount& account, QObject* parent) : QObject(parent), m_account(account) {}

void PeopleService::change(std::string method, std::string path, std::string body, Done<void> done) {
  m_account.request(std::move(method), std::move(path), std::move(body),
                    guarded<ServerAnswer>(this, [done = std::move(done)](base::Result<ServerAnswer> answer) {
                      if (!answer) return done(answer.error());
                      if (answer->status / 100 != 2) return done(serverError(*answer));
                      done({});
                    }));
}

void PeopleService::members(const std::string& workspace, Done<People> done) {
  m_account.request(
      "GET", "/v1/workspaces/" + workspace + "/members", {},
      guarded(this, reading<People>(std::move(done), [](const ServerObject& object) {
                std::optional<People> people;
                auto members = listOf<Member>(object.raw("members"), memberFrom);
                if (!members) return people;
                people.emplace();
                people->members = std::move(*members);
                if (auto invites = listOf<PendingInvite>(object.raw("invites"), [](const auto& one) {
                      return PendingInvite{one.text("id"), one.text("email"), one.text("role"),
                                           one.text("expires")};
                    }))
                  people->invites = std::move(*invites);
                return people;
              })));
}

void PeopleService::invite(const std::string& workspace, const std::string& email, const std::string& role,
                           Done<Invitation> done) {
  m_account.request(
      "POST", "/v1/workspaces/" + workspace + "/invites",
      wire::JsonObject().text("email", email).text("role", role).take(),
      guarded(this, reading<Invitation>(std::move(done), [](const ServerObject& object) {
                Invitation made{object.text("code"), object.text("link"), object.text("expires")};
                return made.code.empty() ? std::nullopt : std::optional(made);
              })));
}

void PeopleService::withdrawInvite(const std::string& workspace, const std::string& invite, Done<void> done) {
  change("DELETE", "/v1/workspaces/" + workspace + "/invites/" + invite, {}, std::move(done));
}

void PeopleService::changeRole(const std::string& workspace, const std::string& user, const std::string& role,
                               Done<void> done) {
  change("PATCH", memberPath(workspace, user), wire::JsonObject().text("role", role).take(), std::move(done));
}

void PeopleService::setSuspended(const std::string& workspace, const std::string& user, bool suspended,
                                 Done<void> done) {
  change("PATCH", memberPath(workspace, user), wire::JsonObject().boolean("suspended", suspended).take(),
         std::move(done));
}

void PeopleService::remove(const std::string& workspace, const std::string& user, Done<void> done) {
  change("DELETE", memberPath(workspace, user), {}, std::move(done));
}

void PeopleService::devices(const std::string& workspace, const std::string& user,
                            Done<std::vector<Device>> done) {
  const auto path = workspace.empty() ? std::string("/v1/devices") : memberPath(workspace, user) + "/devices";
  m_account.request(
      "GET", path, {},
      guarded(this, reading<std::vector<Device>>(std::move(done), [](const ServerObject& object) {
                return listOf<Device>(object.raw("devices"), deviceFrom);
              })));
}

void PeopleService::revokeDevice(const std::string& workspace, const std::string& user,
                                 const std::string& device, Done<void> done) {
  const auto path =
      workspace.empty() ? "/v1/devices/" + device : memberPath(workspace, user) + "/devices/" + device;
  change("DELETE", path, {}, std::move(done));
}

void PeopleService::audit(const std::string& workspace, Done<std::vector<AuditEntry>> done) {
  m_account.request(
      "GET", "/v1/workspaces/" + workspace + "/audit", {},
      guarded(this, reading<std::vector<AuditEntry>>(std::move(done), [](const ServerObject& object) {
                return listOf<AuditEntry>(object.raw("entries"), entryFrom);
              })));
}

void PeopleService::createWorkspace(const std::string& name, Done<ServerWorkspace> done) {
  m_account.request("POST", "/v1/workspaces", wire::JsonObject().text("name", name).take(),
                    guarded<ServerAnswer>(this, [done = std::move(done)](base::Result<ServerAnswer> answer) {
                      if (!answer) return done(answer.error());
                      if (answer->status / 100 != 2) return done(serverError(*answer));
                      auto workspace = readWorkspace(answer->body);
                      workspace ? done(std::move(*workspace)) : done(unreadable());
                    }));
}

}  // namespace aiagent::services
