// ops: who may look after the server through its API, and what the operator writes down about it.
#include <cstdio>

#include "app/server/command.h"

namespace aiagent::app_server {
namespace {

int grant(const server::Settings& settings, const Arguments& arguments) {
  return withTransaction(settings, [&](server::Database& database) {
    const auto refused = database.query("SELECT x->>'error', x->>'message' FROM sync.grant_ops($1) x",
                                        {arguments.positionals[0]});
    if (!refused) return say(refused.error());
    const auto& row = refused->front();
    if (row[0]) return refuse(row[1].value_or(""), *row[0] == "not_found" ? kNotFound : kConflict);
    std::puts("granted");
    return int(kDone);
  });
}

int revoke(const server::Settings& settings, const Arguments& arguments) {
  return withTransaction(settings, [&](server::Database& database) {
    const auto gone = database.query(
        "DELETE FROM sync.operator o USING sync.account a WHERE a.id = o.user_id AND a.email = "
        "lower(btrim($1)) RETURNING 1",
        {arguments.positionals[0]});
    if (!gone) return say(gone.error());
    if (gone->empty()) return refuse("Nobody of this address is an operator.", kNotFound);
    std::puts("revoked");
    return int(kDone);
  });
}

int list(const server::Settings& settings, const Arguments&) {
  return withDatabase(settings, [](server::Database& database) {
    const auto rows = database.query(
        "SELECT a.email, to_char(o.granted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM "
        "sync.operator o JOIN sync.account a ON a.id = o.user_id ORDER BY a.email");
    if (!rows) return say(rows.error());
    for (const auto& row : *rows) std::printf("%s  %s\n", row[1]->c_str(), row[0]->c_str());
    return int(kDone);
  });
}

// A drill is of a time that has been; another word about the same one replaces the first.
int drill(const server::Settings& settings, const Arguments& arguments) {
  if (arguments.has("ok") == arguments.has("failed")) return refuse("Give --ok or --failed.", kUsage);
  return withTransaction(settings, [&](server::Database& database) {
    const auto noted = database.query(
        "INSERT INTO sync.restore_drill(at, ok) SELECT t.at, $2::boolean FROM (SELECT $1::timestamptz) t(at) "
        "WHERE t.at <= now() ON CONFLICT (at) DO UPDATE SET ok = excluded.ok, noted_at = now() RETURNING 1",
        {arguments.value("at"), arguments.has("ok") ? "true" : "false"});
    if (!noted && noted.error().providerCode.starts_with("22"))
      return refuse("Give a time such as 2026-11-23T06:40:00Z.", kInvalidInput);
    if (!noted) return say(noted.error());
    if (noted->empty()) return refuse("The time of a drill cannot lie ahead.", kInvalidInput);
    std::puts("noted");
    return int(kDone);
  });
}

}  // namespace

std::vector<Command> opsCommands() {
  return {
      {{"ops", "grant"},
       "Let a person see /v1/ops, who has signed in with a code of yours",
       {"EMAIL"},
       {},
       grant},
      {{"ops", "revoke"}, "Take that back, at once", {"EMAIL"}, {}, revoke},
      {{"ops", "list"}, "List who may", {}, {}, list},
      {{"ops", "drill"},
       "Write down that a backup was restored, and whether that went well",
       {},
       {{"at", "TIME", true}, {"ok", ""}, {"failed", ""}},
       drill},
  };
}

}  // namespace aiagent::app_server
