// invite, workspace: who shares what, as the operator of the server decides it.
#include <cstdio>

#include <boost/json.hpp>

#include "app/server/command.h"
#include "core/base/ids.h"
#include "core/server/identity/secrets.h"

namespace aiagent::app_server {
namespace {

namespace json = boost::json;

int makeWorkspace(server::Database& database, const std::string& name, Workspace& made) {
  const auto row = database.query("SELECT sync.add_workspace($1, NULL, NULL)", {name});
  if (!row && row.error().providerCode == "23514")
    return refuse("Give a name of 1 to 200 characters.", kInvalidInput);
  if (!row) return say(row.error());
  made = {row->front()[0].value_or(""), name};
  return kDone;
}

// The workspace, made where none has that name. Two invitations at once make one.
int findOrMakeWorkspace(server::Database& database, const std::string& wanted, Workspace& found) {
  const auto locked = database.query("SELECT pg_advisory_xact_lock(2424370)");
  if (!locked) return say(locked.error());
  const auto all = workspacesOf(database, wanted);
  if (!all) return say(all.error());
  if (!all->empty() || base::Uuid::parse(wanted)) return findWorkspace(database, wanted, found);
  return makeWorkspace(database, wanted, found);
}

// A personal workspace has one member; a code for them is how they get in again.
int mayInvite(server::Database& database, const Workspace& workspace, const std::string& email) {
  const auto owner = database.query(
      "SELECT a.email FROM sync.workspace w JOIN sync.account a ON a.id = w.personal_of WHERE w.id = $1 AND "
      "a.email <> lower(btrim($2))",
      {workspace.id, email});
  if (!owner) return say(owner.error());
  if (owner->empty()) return kDone;
  return refuse("This is the personal workspace of " + *owner->front()[0] + "; invite to another one.",
                kInvalidInput);
}

// An invite changes no role: a member's code is for a further device.
int sayIfMember(server::Database& database, const Workspace& workspace, const std::string& email) {
  const auto role = database.query(
      "SELECT m.role FROM sync.membership m JOIN sync.account a ON a.id = m.user_id WHERE m.workspace_id = "
      "$1 "
      "AND a.email = lower(btrim($2))",
      {workspace.id, email});
  if (!role) return say(role.error());
  if (!role->empty())
    std::fprintf(stderr, "They are a member already and stay %s; the code signs in a further device.\n",
                 role->front()[0]->c_str());
  return kDone;
}

void printInvite(const server::Settings& settings, const Workspace& workspace, const json::object& made,
                 bool asJson) {
  const std::string code(made.at("code").as_string());
  const std::string expires(made.at("expires").as_string());
  const auto link = server::connectLink(settings.publicUrl, code);
  if (asJson)
    std::puts(
        json::serialize(
            json::object{{"code", code}, {"link", link}, {"expires", expires}, {"workspace", workspace.id}})
            .c_str());
  else
    std::printf(
        "Code     %s\nLink     %s\nExpires  %s\nThe code is shown once and is good for one sign-in.\n",
        code.c_str(), link.c_str(), expires.c_str());
}

int invite(const server::Settings& settings, const Arguments& arguments) {
  Workspace workspace;
  json::object made;
  const auto email = arguments.value("email");
  const int status = withTransaction(settings, [&](server::Database& database) {
    if (const int found = findOrMakeWorkspace(database, arguments.value("workspace"), workspace);
        found != kDone)
      return found;
    if (const int may = mayInvite(database, workspace, email); may != kDone) return may;
    const auto row = database.query("SELECT sync.make_invite($1, $2, $3, NULL)",
                                    {workspace.id, email, arguments.value("role")});
    if (!row) return say(row.error());
    made = json::parse(row->front()[0].value_or("{}")).as_object();
    if (const auto* message = made.if_contains("message"))
      return refuse(std::string(message->as_string()), kInvalidInput);
    return sayIfMember(database, workspace, email);
  });
  if (status == kDone) printInvite(settings, workspace, made, arguments.has("json"));
  return status;
}

int listWorkspaces(const server::Settings& settings, const Arguments& arguments) {
  return withDatabase(settings, [&](server::Database& database) {
    const auto rows = database.query(
        "SELECT w.id, w.name, (SELECT count(*) FROM sync.membership m WHERE m.workspace_id = w.id), w.live, "
        "w.personal_of IS NOT NULL FROM sync.workspace w ORDER BY lower(w.name), w.id");
    if (!rows) return say(rows.error());
    json::array list;
    for (const auto& row : *rows) {
      if (!arguments.has("json"))
        std::printf("%s  %3s members  %6s records  %s\n", row[0]->c_str(), row[2]->c_str(), row[3]->c_str(),
                    row[1]->c_str());
      list.push_back(json::object{{"id", *row[0]},
                                  {"name", *row[1]},
                                  {"members", std::stoll(*row[2])},
                                  {"records", std::stoll(*row[3])},
                                  {"personal", *row[4] == "t"}});
    }
    if (arguments.has("json")) std::puts(json::serialize(list).c_str());
    return int(kDone);
  });
}

int createWorkspace(const server::Settings& settings, const Arguments& arguments) {
  Workspace made;
  const int status = withTransaction(settings, [&](server::Database& database) {
    return makeWorkspace(database, arguments.positionals[0], made);
  });
  if (status != kDone) return status;
  if (arguments.has("json"))
    std::puts(json::serialize(json::object{{"id", made.id}, {"name", made.name}}).c_str());
  else
    std::printf(
        "%s\nInvite its first administrator: aiagent-server invite --email E --workspace %s --role admin\n",
        made.id.c_str(), made.id.c_str());
  return kDone;
}

int renameWorkspace(const server::Settings& settings, const Arguments& arguments) {
  return withTransaction(settings, [&](server::Database& database) {
    Workspace workspace;
    if (const int found = findWorkspace(database, arguments.positionals[0], workspace); found != kDone)
      return found;
    const auto& name = arguments.positionals[1];
    const auto renamed =
        database.query("UPDATE sync.workspace SET name = $2 WHERE id = $1", {workspace.id, name});
    if (!renamed && renamed.error().providerCode == "23514")
      return refuse("Give a name of 1 to 200 characters.", kInvalidInput);
    if (!renamed) return say(renamed.error());
    const auto noted = database.query(
        "SELECT sync.note($1, NULL, 'workspace.renamed', $2, jsonb_build_object('from', $3::text))",
        {workspace.id, name, workspace.name});
    return noted ? int(kDone) : say(noted.error());
  });
}

}  // namespace

std::vector<Command> peopleCommands() {
  return {
      {{"invite"},
       "Make a one-time code (24 hours) that signs a person in; makes person and workspace where they are "
       "new",
       {},
       {{"email", "E", true}, {"workspace", "W", true}, {"role", "admin|member|viewer", true}, {"json", ""}},
       invite},
      {{"workspace", "list"}, "List the workspaces", {}, {{"json", ""}}, listWorkspaces},
      {{"workspace", "create"}, "Make a workspace", {"NAME"}, {{"json", ""}}, createWorkspace},
      {{"workspace", "rename"},
       "Rename a workspace, given by name or id",
       {"W", "NAME"},
       {},
       renameWorkspace},
  };
}

}  // namespace aiagent::app_server
