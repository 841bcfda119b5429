#include "core/store/version_rows.h"

#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/sql.h"

namespace aiagent::store {
namespace {

using domain::AgentVersion;
using domain::VersionId;

std::int64_t nextOrdinal(Connection& connection, domain::AgentId agent) {
  Query query(connection, "SELECT ifnull(max(ordinal), 0) + 1 FROM agent_version WHERE agent=?1");
  return query.bind(agent).next() ? query.integer(0) : 1;
}

// Versions that differ from an older one in nothing at all (a restore) share its copy of the content.
std::int64_t snapshotFor(Connection& connection, const AgentVersion& version) {
  Query same(connection,
             "SELECT snapshot FROM agent_version WHERE agent=?1 AND hash=?2 ORDER BY number DESC");
  same.bind(version.agent, version.hash);
  while (same.next())
    if (readSnapshot(connection, same.integer(0)) == version.content) return same.integer(0);
  return insertSnapshot(connection, version.content);
}

std::vector<VersionId> readParents(Connection& connection, std::int64_t version) {
  std::vector<VersionId> parents;
  Query query(connection, "SELECT parent FROM agent_version_parent WHERE version=?1 ORDER BY position");
  query.bind(version);
  while (query.next()) parents.push_back(query.id<VersionId>(0));
  return parents;
}

}  // namespace

AgentVersion insertVersion(Connection& connection, AgentVersion version) {
  version.number = nextOrdinal(connection, version.agent);
  Query(connection,
        "INSERT INTO agent_version(id, agent, ordinal, hash, snapshot, author, message, created) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(version.id, version.agent, version.number, version.hash, snapshotFor(connection, version),
            version.author, version.message, version.created)
      .run();
  const auto number = lastInsertedNumber(connection);
  for (std::size_t i = 0; i < version.parents.size(); ++i)
    Query(connection, "INSERT INTO agent_version_parent(version, position, parent) VALUES(?1, ?2, ?3)")
        .bind(number, static_cast<std::int64_t>(i), version.parents[i])
        .run();
  recordChange(connection, RecordKind::AgentVersion, version.id.uuid, ChangeOp::Put);
  return version;
}

AgentVersion makeVersion(Connection& connection, domain::AgentId agent, const domain::AgentContent& content,
                         std::vector<VersionId> parents, const domain::SaveNote& note) {
  return insertVersion(connection, {.id = connection.ids().make<VersionId>(),
                                    .agent = agent,
                                    .hash = domain::contentHash(content),
                                    .parents = std::move(parents),
                                    .author = note.author,
                                    .message = note.message,
                                    .created = connection.clock().wallNow(),
                                    .content = content});
}

std::optional<AgentVersion> readVersion(Connection& connection, VersionId id) {
  Query row(connection,
            "SELECT number, id, agent, ordinal, hash, snapshot, author, message, created FROM agent_version "
            "WHERE id=?1");
  if (!row.bind(id).next()) return std::nullopt;
  return AgentVersion{.id = row.id<VersionId>(1),
                      .agent = row.id<domain::AgentId>(2),
                      .number = row.integer(3),
                      .hash = row.text(4),
                      .parents = readParents(connection, row.integer(0)),
                      .author = row.text(6),
                      .message = row.text(7),
                      .created = row.time(8),
                      .content = readSnapshot(connection, row.integer(5))};
}

VersionId versionOfContent(Connection& connection, domain::AgentId agent,
                           const domain::AgentContent& content) {
  Query query(connection,
              "SELECT id FROM agent_version WHERE agent=?1 AND hash=?2 ORDER BY number DESC LIMIT 1");
  return query.bind(agent, domain::contentHash(content)).next() ? query.id<VersionId>(0) : VersionId{};
}

std::optional<std::int64_t> versionSnapshot(Connection& connection, VersionId id) {
  Query query(connection, "SELECT snapshot FROM agent_version WHERE id=?1");
  return query.bind(id).next() ? std::optional(query.integer(0)) : std::nullopt;
}

void setHead(Connection& connection, domain::AgentId agent, VersionId version) {
  Query(connection, "UPDATE agent SET head_version=?2 WHERE id=?1").bind(agent, version).run();
}

void eraseVersion(Connection& connection, VersionId id) {
  const auto snapshot = versionSnapshot(connection, id);
  if (!snapshot) return;
  Query(connection, "DELETE FROM agent_version WHERE id=?1").bind(id).run();
  dropSnapshotIfUnused(connection, *snapshot);
  recordChange(connection, RecordKind::AgentVersion, id.uuid, ChangeOp::Delete);
}

void removeVersions(Connection& connection, domain::AgentId agent) {
  std::vector<std::pair<VersionId, std::int64_t>> versions;
  {
    Query query(connection, "SELECT id, snapshot FROM agent_version WHERE agent=?1");
    query.bind(agent);
    while (query.next()) versions.emplace_back(query.id<VersionId>(0), query.integer(1));
  }
  Query(connection, "DELETE FROM agent_version WHERE agent=?1").bind(agent).run();
  for (const auto& [id, snapshot] : versions) {
    dropSnapshotIfUnused(connection, snapshot);
    recordChange(connection, RecordKind::AgentVersion, id.uuid, ChangeOp::Delete);
  }
  Query(connection, "DELETE FROM label WHERE agent=?1").bind(agent).run();
  if (changedRows(connection) > 0) recordChange(connection, RecordKind::Label, agent.uuid, ChangeOp::Delete);
  for (const char* sql : {"DELETE FROM label_move WHERE agent=?1", "DELETE FROM tool_answer WHERE agent=?1",
                          "DELETE FROM tool_command WHERE agent=?1"})
    Query(connection, sql).bind(agent).run();
}

}  // namespace aiagent::store
