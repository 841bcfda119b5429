#include "core/server/doctor.h"

#include <chrono>
#include <cstdlib>

#include "core/server/database.h"
#include "core/server/migrations.h"

namespace aiagent::server {
namespace {

constexpr int kOldestVersion = 15;
constexpr double kMostClockDifference = 5;  // seconds; tokens have a leeway of 30
constexpr double kMostReplicaLag = 10;      // seconds

using Check = Finding (*)(Database&);

Finding failed(const char* check, const base::Error& error) {
  return {check, Verdict::Bad, "The question could not be asked: " + error.said,
          "Mend what stands above first."};
}

// The only row's values; a finding where the question fails.
template <class Judge>
Finding asked(Database& database, const char* check, const char* sql, const Judge& judge) {
  const auto rows = database.query(sql);
  if (!rows) return failed(check, rows.error());
  return judge(rows->front());
}

Finding version(Database& database) {
  return asked(
      database, "version", "SELECT current_setting('server_version_num')::int / 10000", [](const auto& row) {
        const int major = std::atoi(row[0]->c_str());
        if (major >= kOldestVersion)
          return Finding{"version", Verdict::Good, "PostgreSQL is of version " + *row[0] + ".", ""};
        return Finding{"version", Verdict::Bad, "PostgreSQL is of version " + *row[0] + "; 15 is needed.",
                       "Upgrade PostgreSQL."};
      });
}

Finding migrated(Database& database) {
  const auto all = migrationStatus(database);
  if (!all) return failed("migrations", all.error());
  for (const auto& one : *all) {
    if (one.state == MigrationState::Pending)
      return {"migrations", Verdict::Bad, "Migration " + one.name + " is not applied.",
              "Run `aiagent-server migrate up`."};
    if (one.state == MigrationState::Altered)
      return {"migrations", Verdict::Bad, "Migration " + one.name + " was applied with another text.",
              "Use the program that applied it, or restore a backup from before."};
    if (one.state == MigrationState::Unknown)
      return {"migrations", Verdict::Bad, "Migration " + one.name + " is of a newer program.",
              "Use that program, or a newer one."};
  }
  return {"migrations", Verdict::Good, "All migrations are applied.", ""};
}

Finding rights(Database& database) {
  return asked(
      database, "rights",
      "SELECT coalesce((SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'sync'), "
      "false), "
      "EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = 'authenticated' AND pg_has_role(r.oid, 'MEMBER')), "
      "current_user",
      [](const auto& row) {
        if (*row[0] != "t")
          return Finding{"rights", Verdict::Bad, "The user " + *row[2] + " does not own the tables.",
                         "Put the user that ran `migrate up` into DATABASE_URL."};
        if (*row[1] != "t")
          return Finding{"rights", Verdict::Bad,
                         "The user " + *row[2] + " may not take the role authenticated.",
                         "As a superuser: GRANT authenticated TO \"" + *row[2] + "\";"};
        return Finding{"rights", Verdict::Good, "The user " + *row[2] + " has the rights it needs.", ""};
      });
}

Finding superuser(Database& database) {
  return asked(
      database, "superuser",
      "SELECT rolsuper OR rolbypassrls, current_user FROM pg_roles WHERE rolname = current_user",
      [](const auto& row) {
        if (*row[0] != "t")
          return Finding{"superuser", Verdict::Good, "Row security binds the server's own user too.", ""};
        return Finding{"superuser", Verdict::Advice,
                       "The user " + *row[1] + " is a superuser or passes by row security.",
                       "Give the server a user of its own: CREATE ROLE aiagent LOGIN CREATEROLE, owner of "
                       "the database."};
      });
}

Finding rowSecurity(Database& database) {
  return asked(
      database, "row-security",
      "SELECT coalesce(string_agg(c.relname, ', ' ORDER BY c.relname), '') FROM pg_class c JOIN pg_namespace "
      "s "
      "ON s.oid = c.relnamespace WHERE s.nspname = 'sync' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND "
      "c.relforcerowsecurity) AND c.relname NOT IN ('record_type', 'field_policy', 'migration')",
      [](const auto& row) {
        if (row[0]->empty())
          return Finding{"row-security", Verdict::Good, "Row security is on and forced.", ""};
        return Finding{"row-security", Verdict::Bad, "Row security is off for " + *row[0] + ".",
                       "ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY for each."};
      });
}

Finding durability(Database& database) {
  return asked(
      database, "durability",
      "SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off' AND "
      "current_setting('full_page_writes') = 'on', current_setting('default_transaction_isolation')",
      [](const auto& row) {
        if (*row[1] != "read committed")
          return Finding{"durability", Verdict::Bad, "Transactions are " + *row[1] + " by default.",
                         "Set default_transaction_isolation to 'read committed' for this user."};
        if (*row[0] == "t")
          return Finding{"durability", Verdict::Good, "What is acknowledged is on the disk.", ""};
        return Finding{"durability", Verdict::Advice, "A power cut may lose what was acknowledged.",
                       "Set fsync, full_page_writes and synchronous_commit to on."};
      });
}

Finding clockDifference(Database& database) {
  const auto before = std::chrono::system_clock::now();
  return asked(database, "clock", "SELECT extract(epoch FROM clock_timestamp())", [&](const auto& row) {
    const auto after = std::chrono::system_clock::now();
    const auto middle =
        std::chrono::duration<double>((before + (after - before) / 2).time_since_epoch()).count();
    const double difference = std::abs(std::atof(row[0]->c_str()) - middle);
    if (difference <= kMostClockDifference)
      return Finding{"clock", Verdict::Good, "The clocks of server and database agree.", ""};
    return Finding{
        "clock", Verdict::Bad,
        "The clocks of server and database differ by " + std::to_string(long(difference)) + " seconds.",
        "Let both follow a time server."};
  });
}

Finding administrators(Database& database) {
  return asked(
      database, "people",
      "SELECT coalesce(string_agg(w.name, ', ' ORDER BY w.name), ''), count(*) FROM sync.workspace w WHERE "
      "NOT "
      "EXISTS (SELECT 1 FROM sync.membership m WHERE m.workspace_id = w.id AND m.role = 'admin' AND NOT "
      "m.suspended)",
      [](const auto& row) {
        if (*row[1] == "0")
          return Finding{"people", Verdict::Good, "Every workspace has an administrator.", ""};
        return Finding{"people", Verdict::Advice, "Nobody looks after " + *row[0] + ".",
                       "Run `aiagent-server invite --email E --workspace W --role admin`."};
      });
}

Finding replica(const base::SecretString& url) {
  auto database = Database::connect(url);
  if (!database)
    return {"replica", Verdict::Bad, "The replica cannot be reached.",
            "Look at DATABASE_REPLICA_URL and the replica."};
  return asked(*database, "replica",
               "SELECT pg_is_in_recovery(), CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() "
               "THEN 0 ELSE "
               "coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 0) END",
               [](const auto& row) {
                 if (*row[0] != "t")
                   return Finding{"replica", Verdict::Advice, "DATABASE_REPLICA_URL is no replica.",
                                  "Give a standby's address, or none."};
                 if (std::atof(row[1]->c_str()) > kMostReplicaLag)
                   return Finding{"replica", Verdict::Advice,
                                  "The replica is " + *row[1] + " seconds behind.",
                                  "Look at its disk and network; reads go to the primary meanwhile."};
                 return Finding{"replica", Verdict::Good, "The replica follows.", ""};
               });
}

// What an invite's link says.
Finding publicAddress(const std::string& url) {
  const bool isLocal = url.starts_with("http://localhost") || url.starts_with("http://127.0.0.1");
  if (isLocal)
    return {"public-url", Verdict::Advice, "Invites lead to " + url + ", which is this machine alone.",
            "Set PUBLIC_URL to the address by which others reach the server."};
  if (!url.starts_with("https://"))
    return {"public-url", Verdict::Advice, "Invites lead to " + url + ", where tokens travel in the open.",
            "Put a proxy with TLS before the server and set PUBLIC_URL to its https:// address."};
  return {"public-url", Verdict::Good, "Invites lead to " + url + ".", ""};
}

}  // namespace

std::string_view toWord(Verdict verdict) {
  switch (verdict) {
    case Verdict::Good: return "good";
    case Verdict::Advice: return "advice";
    case Verdict::Bad: return "bad";
  }
  return "bad";
}

std::vector<Finding> examine(const Settings& settings) {
  auto database = Database::connect(settings.databaseUrl);
  if (!database)
    return {{"connection", Verdict::Bad, "PostgreSQL cannot be reached: " + database.error().said,
             "Look at DATABASE_URL, and whether PostgreSQL runs there."}};
  std::vector<Finding> findings = {publicAddress(settings.publicUrl),
                                   {"connection", Verdict::Good, "PostgreSQL answers.", ""}};
  for (const Check check : {&version, &migrated, &rights, &superuser, &rowSecurity, &durability,
                            &clockDifference, &administrators})
    findings.push_back(check(*database));
  if (!settings.databaseReplicaUrl.empty()) findings.push_back(replica(settings.databaseReplicaUrl));
  return findings;
}

}  // namespace aiagent::server
