#include "core/store/salvage.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/store/agent_index.h"
#include "core/store/backup.h"
#include "core/store/first_page.h"
#include "core/store/row_copier.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;

// In the order of what a person would miss most. change_feed comes first of all: it tells what was there. Of
// sync what nobody else has: texts to be decided, what the server had before each unsent edit, and what this
// device wrote. The rest is fetched anew, under another name for the copy.
constexpr std::array<const char*, 42> kTables = {"change_feed",
                                                 "meta",
                                                 "agent",
                                                 "agent_body",
                                                 "agent_tag",
                                                 "agent_parameter",
                                                 "agent_starter",
                                                 "agent_variable",
                                                 "agent_case",
                                                 "agent_knowledge",
                                                 "snapshot",
                                                 "snapshot_tag",
                                                 "snapshot_parameter",
                                                 "snapshot_starter",
                                                 "snapshot_variable",
                                                 "snapshot_case",
                                                 "snapshot_knowledge",
                                                 "agent_draft",
                                                 "agent_version",
                                                 "agent_version_parent",
                                                 "label",
                                                 "label_move",
                                                 "sync_inbox",
                                                 "sync_pending",
                                                 "sync_archive",
                                                 "provider",
                                                 "setting",
                                                 "upload",
                                                 "generation",
                                                 "run",
                                                 "run_request",
                                                 "run_variable",
                                                 "message",
                                                 "part",
                                                 "tool_answer",
                                                 "tool_command",
                                                 "environment",
                                                 "allowed_plugin",
                                                 "cluster_audit",
                                                 "cluster_watched",
                                                 "cluster_snapshot",
                                                 "cluster_fact"};

std::unique_ptr<Connection> openSource(const Connection& like, const fs::path& file, const std::string& vfs) {
  try {
    auto source = std::make_unique<Connection>(ConnectionOptions{.file = file,
                                                                 .vfs = vfs,
                                                                 .clock = &like.clock(),
                                                                 .ids = &like.ids(),
                                                                 .queryOnly = true,
                                                                 .foreignKeys = false});
    if (integerOf(*source, "SELECT count(*) FROM sqlite_schema WHERE name='agent'") == 1) return source;
  } catch (...) {
    // Not readable at all: the caller looks elsewhere.
  }
  return nullptr;
}

std::unique_ptr<Connection> openNewestBackup(const Connection& like, const ProfilePaths& paths,
                                             const std::string& vfs) {
  for (const auto& backup : automaticBackups(paths))
    if (auto source = openSource(like, backup, vfs)) return source;
  return nullptr;
}

// Rows whose other half was on a bad page. An agent or a run is kept with what is left of it.
void mendReferences(Connection& fresh) {
  static constexpr const char* kSteps[] = {
      ("INSERT INTO agent_body SELECT number, '', '', '' FROM agent "
       "WHERE number NOT IN (SELECT agent FROM agent_body)"),
      "DELETE FROM agent_body WHERE agent NOT IN (SELECT number FROM agent)",
      "DELETE FROM agent_tag WHERE agent NOT IN (SELECT number FROM agent)",
      "DELETE FROM agent_parameter WHERE agent NOT IN (SELECT number FROM agent)",
      "DELETE FROM agent_starter WHERE agent NOT IN (SELECT number FROM agent)",
      "DELETE FROM agent_variable WHERE agent NOT IN (SELECT number FROM agent)",
      "DELETE FROM agent_case WHERE agent NOT IN (SELECT number FROM agent)",
      "DELETE FROM agent_knowledge WHERE agent NOT IN (SELECT number FROM agent)",
      "DELETE FROM agent_draft WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      ("INSERT INTO run_request(run, snapshot, from_draft, provider_name, provider_base_url, provider_api, "
       "provider_key_source, provider_key_variable, provider_organization, provider_project, "
       "provider_default_model, input, request_json) SELECT r.number, (SELECT max(number) FROM snapshot), 0, "
       "'', "
       "'', 'responses', 'none', '', '', '', '', '', '' FROM run r WHERE number NOT IN "
       "(SELECT run FROM run_request)"),
      "DELETE FROM run_request WHERE run NOT IN (SELECT number FROM run)",
      ("UPDATE run_request SET snapshot = (SELECT max(number) FROM snapshot) "
       "WHERE snapshot NOT IN (SELECT number FROM snapshot)"),
      "DELETE FROM run_variable WHERE run NOT IN (SELECT number FROM run)",
      "DELETE FROM message WHERE run NOT IN (SELECT number FROM run)",
      "DELETE FROM part WHERE message NOT IN (SELECT number FROM message)",
      "DELETE FROM snapshot_tag WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      "DELETE FROM snapshot_parameter WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      "DELETE FROM snapshot_starter WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      "DELETE FROM snapshot_variable WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      "DELETE FROM snapshot_case WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      "DELETE FROM snapshot_knowledge WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      "DELETE FROM agent_version WHERE snapshot NOT IN (SELECT number FROM snapshot)",
      "DELETE FROM agent_version_parent WHERE version NOT IN (SELECT number FROM agent_version)",
      ("UPDATE agent SET head_version = (SELECT v.id FROM agent_version v WHERE v.agent = agent.id "
       "ORDER BY v.ordinal DESC LIMIT 1) WHERE head_version NOT IN (SELECT id FROM agent_version)"),
      "DELETE FROM label WHERE version NOT IN (SELECT id FROM agent_version)",
      "UPDATE run SET indexed = 0",
  };
  // Stands in for copies that are gone; harmless where none is.
  fresh.execute(
      "INSERT INTO snapshot(name, description, model, tools, output_schema, prompt) "
      "VALUES('', '', '', '', '', '')");
  for (const char* step : kSteps) fresh.execute(step);
  fresh.execute(
      "DELETE FROM snapshot WHERE number NOT IN (SELECT snapshot FROM run_request) "
      "AND number NOT IN (SELECT snapshot FROM agent_draft) "
      "AND number NOT IN (SELECT snapshot FROM agent_version)");
}

// A draft whose agent is gone is the only trace of that agent: it becomes one.
std::int64_t reviveAgentsFromDrafts(Connection& fresh) {
  std::vector<std::int64_t> orphans;
  Query query(fresh, "SELECT agent FROM agent_draft WHERE agent NOT IN (SELECT number FROM agent)");
  while (query.next()) orphans.push_back(query.integer(0));
  for (const auto number : orphans) {
    Query(fresh,
          "INSERT INTO agent(number, id, revision, created, updated, name, name_key, model, description) "
          "SELECT d.agent, ?1, d.base_revision, d.saved, d.saved, s.name, ?2, s.model, s.description "
          "FROM agent_draft d JOIN snapshot s ON s.number = d.snapshot WHERE d.agent = ?3")
        .bind(fresh.ids().next(), "", number)
        .run();
    Query(fresh,
          "INSERT OR REPLACE INTO agent_body SELECT d.agent, s.tools, s.output_schema, s.prompt "
          "FROM agent_draft d JOIN snapshot s ON s.number = d.snapshot WHERE d.agent = ?1")
        .bind(number)
        .run();
  }
  return static_cast<std::int64_t>(orphans.size());
}

std::int64_t countRecords(Connection& fresh) {
  return integerOf(fresh,
                   "SELECT (SELECT count(*) FROM agent) + (SELECT count(*) FROM agent_draft) + "
                   "(SELECT count(*) FROM agent_version) + (SELECT count(*) FROM run) + "
                   "(SELECT count(*) FROM provider) + "
                   "(SELECT count(*) FROM setting)");
}

// Records that the feed says are there, but are not.
std::int64_t countMissing(Connection& fresh) {
  return integerOf(
      fresh,
      "SELECT count(*) FROM change_feed f WHERE op = 'put' AND ("
      "(kind = 'agent' AND NOT EXISTS(SELECT 1 FROM agent WHERE id = f.id)) OR "
      "(kind = 'agent_version' AND NOT EXISTS(SELECT 1 FROM agent_version WHERE id = f.id)) OR "
      "(kind = 'run' AND NOT EXISTS(SELECT 1 FROM run WHERE id = f.id)) OR "
      "(kind = 'agent_draft' AND NOT EXISTS(SELECT 1 FROM agent_draft d JOIN agent a ON a.number = d.agent "
      "WHERE a.id = f.id)) OR "
      "(kind = 'provider' AND NOT EXISTS(SELECT 1 FROM provider WHERE name = CAST(f.id AS TEXT))) OR "
      "(kind = 'setting' AND NOT EXISTS(SELECT 1 FROM setting WHERE key = CAST(f.id AS TEXT))))");
}

// Agents that are kept, but without their prompt: counted as lost, because the person will miss them.
std::int64_t countEmptied(Connection& fresh) {
  return integerOf(fresh, "SELECT count(*) FROM agent WHERE number NOT IN (SELECT agent FROM agent_body)");
}

void copyEverything(Connection& source, Connection& fresh) {
  for (const char* table : kTables) copyReadableRows(source, fresh, table);
}

}  // namespace

base::Result<fs::path> moveDamagedAway(const ProfilePaths& paths, base::WallTime now) {
  const fs::path target = paths.database().string() + ".corrupt-" + fileStamp(now);
  std::error_code error;
  for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
    const fs::path from = paths.database().string() + suffix;
    if (!fs::exists(from, error)) continue;
    fs::rename(from, target.string() + suffix, error);
    if (error) return fileError(error, from);
  }
  return target;
}

base::Result<SalvageReport> salvage(Connection& fresh, const fs::path& damaged, const ProfilePaths& paths,
                                    const std::string& vfs) {
  return guarded([&]() -> base::Result<SalvageReport> {
    SalvageReport report{.damagedFile = damaged};
    std::unique_ptr<MendedCopy> mended;  // outlives the connection to it
    auto source = openSource(fresh, damaged, vfs);
    if (!source) {
      mended = MendedCopy::withFirstPageOf(fresh, damaged);
      if (mended) source = openSource(fresh, mended->file(), vfs);
    }
    if (!source) source = openNewestBackup(fresh, paths, vfs);
    if (!source) return report;
    fresh.execute("PRAGMA foreign_keys=OFF");
    {
      Transaction transaction(fresh, Transaction::Kind::Write);
      copyEverything(*source, fresh);
      report.lostRecords = countEmptied(fresh);
      report.lostRecords -= reviveAgentsFromDrafts(fresh);
      mendReferences(fresh);
      queueAllAgents(fresh);
      report.lostRecords = std::max<std::int64_t>(0, report.lostRecords + countMissing(fresh));
      report.salvagedRecords = countRecords(fresh);
      transaction.commit();
    }
    fresh.execute("PRAGMA foreign_keys=ON");
    return report;
  });
}

}  // namespace aiagent::store
