#include "core/store/sync_rows.h"

#include "core/store/agent_index.h"
#include "core/store/agent_record.h"
#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/sql.h"
#include "core/store/sync_tracking.h"
#include "core/store/version_rows.h"

namespace aiagent::store {
namespace {

using domain::AgentId;
using domain::SharedAgent;

domain::Labels readLabels(Connection& connection, AgentId id) {
  domain::Labels labels;
  Query query(connection, "SELECT name, version FROM label WHERE agent=?1");
  query.bind(id);
  while (query.next()) labels[query.text(0)] = query.id<domain::VersionId>(1);
  return labels;
}

void noteMove(Connection& connection, AgentId id, const std::string& name, domain::VersionId from,
              domain::VersionId to, base::WallTime at) {
  Query(connection,
        "INSERT INTO label_move(agent, name, from_version, to_version, moved_by, at) "
        "VALUES(?1, ?2, ?3, ?4, '', ?5)")
      .bind(id, name, from, to, at)
      .run();
}

void writeLabels(Connection& connection, AgentId id, const domain::Labels& labels, base::WallTime at) {
  const auto before = readLabels(connection, id);
  if (before == labels) return;
  for (const auto& [name, version] : before)
    if (!labels.contains(name)) {
      Query(connection, "DELETE FROM label WHERE agent=?1 AND name=?2").bind(id, name).run();
      noteMove(connection, id, name, version, {}, at);
    }
  for (const auto& [name, version] : labels) {
    const auto was = before.find(name);
    if (was != before.end() && was->second == version) continue;
    Query(connection,
          "INSERT OR REPLACE INTO label(agent, name, version, moved, moved_by) VALUES(?1, ?2, ?3, ?4, '')")
        .bind(id, name, version, at)
        .run();
    noteMove(connection, id, name, was == before.end() ? domain::VersionId{} : was->second, version, at);
  }
  recordChange(connection, RecordKind::Label, id.uuid, ChangeOp::Put);
}

std::string_view wordOf(PendingOp op) {
  switch (op) {
    case PendingOp::Create: return "create";
    case PendingOp::Edit: return "edit";
    case PendingOp::Delete: return "delete";
    case PendingOp::Restore: return "restore";
  }
  return "";
}

PendingOp pendingOpFrom(std::string_view word) {
  if (word == "edit") return PendingOp::Edit;
  if (word == "delete") return PendingOp::Delete;
  return word == "restore" ? PendingOp::Restore : PendingOp::Create;
}

PendingEdit pendingFrom(const Query& row) {
  PendingEdit pending{.number = row.integer(0),
                      .record = row.uuid(1),
                      .type = row.text(2),
                      .op = pendingOpFrom(row.view(3)),
                      .rounds = row.number(5),
                      .blocked = row.text(6),
                      .touched = row.integer(7)};
  if (!row.isNull(4)) pending.base = row.text(4);
  return pending;
}

void writeFresh(Connection& connection, AgentId id, const SharedAgent& shared, base::WallTime at, bool bulk) {
  const auto number = writeWholeAgent(connection, {.id = id,
                                                   .content = shared.content,
                                                   .owner = shared.owner,
                                                   .archived = shared.archived,
                                                   .revision = 1,
                                                   .headVersion = shared.headVersion,
                                                   .created = shared.created,
                                                   .updated = at});
  bulk ? queueForAgentIndex(connection, number) : addToAgentIndex(connection, number);
  unparkVersions(connection, id);
  if (!shared.labels.empty()) writeLabels(connection, id, shared.labels, at);
}

void overwriteShared(Connection& connection, NumberedAgent& found, const SharedAgent& shared,
                     base::WallTime at) {
  auto& agent = found.agent;
  Query(connection,
        "UPDATE agent SET archived=?2, head_version=?3, owner=?4, created=?5, updated=?6 WHERE number=?1")
      .bind(found.number, shared.archived, shared.headVersion, shared.owner, shared.created, at)
      .run();
  if (agent.content != shared.content || agent.archived != shared.archived ||
      agent.headVersion != shared.headVersion) {
    agent.content = shared.content;
    ++agent.revision;
    agent.updated = at;
    overwriteAgent(connection, found.number, agent);
  }
  writeLabels(connection, agent.id, shared.labels, at);
}

}  // namespace

std::optional<SharedAgent> readShared(Connection& connection, AgentId id) {
  auto found = readAgent(connection, id);
  if (!found) return std::nullopt;
  auto& agent = found->agent;
  return SharedAgent{.content = std::move(agent.content),
                     .archived = agent.archived,
                     .headVersion = agent.headVersion,
                     .labels = readLabels(connection, id),
                     .owner = agent.owner,
                     .created = agent.created};
}

void writeShared(Connection& connection, AgentId id, const SharedAgent& shared, base::WallTime at,
                 bool bulk) {
  const Following following(connection);
  auto found = readAgent(connection, id);
  found ? overwriteShared(connection, *found, shared, at) : writeFresh(connection, id, shared, at, bulk);
}

void addShared(Connection& connection, AgentId id, const SharedAgent& shared, base::WallTime at, bool bulk) {
  const Following following(connection);
  writeFresh(connection, id, shared, at, bulk);
}

void eraseShared(Connection& connection, AgentId id) {
  const Following following(connection);
  const auto number = agentNumber(connection, id);
  if (!number) return;
  parkVersions(connection, id);
  eraseAgent(connection, *number, id);
}

std::optional<SyncRowState> readSyncRow(Connection& connection, const base::Uuid& record) {
  Query row(connection, "SELECT type, version, deleted, etags, extra FROM sync_row WHERE record=?1");
  if (!row.bind(record).next()) return std::nullopt;
  return SyncRowState{row.text(0), row.integer(1), row.boolean(2), row.text(3), row.text(4)};
}

void RowTally::count(const base::Uuid& record, std::int64_t version, int sign) {
  if (version <= 0) return;
  m_live += sign;
  m_mix ^= wire::rowHash(record, version);
}

void RowTally::write(Connection& connection) {
  if (m_live == 0 && m_mix == 0) return;
  // SQLite's integers are signed; the bits are what counts. It has no XOR: (a | b) - (a & b).
  // By its key: a statement that may write several rows is a savepoint, at which FTS5 writes what it
  // gathered.
  Query(connection,
        "UPDATE sync_state SET live = live + ?1, digest = (digest | ?2) - (digest & ?2) WHERE number=1")
      .bind(m_live, static_cast<std::int64_t>(m_mix))
      .run();
  *this = {};
}

wire::SyncDigest keptDigest(Connection& connection) {
  Query row(connection, "SELECT live, digest FROM sync_state");
  row.next();
  return {row.integer(0), static_cast<std::uint64_t>(row.integer(1))};
}

void putSyncRow(Connection& connection, const base::Uuid& record, const std::optional<SyncRowState>& before,
                const SyncRowState& row, RowTally& tally) {
  const bool counted = before && !before->deleted;
  if (!before || counted == row.deleted || before->version != row.version) {
    if (counted) tally.count(record, before->version, -1);
    if (!row.deleted) tally.count(record, row.version, 1);
  }
  Query(connection,
        before ? "UPDATE sync_row SET type=?2, version=?3, deleted=?4, etags=?5, extra=?6 WHERE record=?1"
               : "INSERT INTO sync_row(record, type, version, deleted, etags, extra) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(record, row.type, row.version, row.deleted, row.etags, row.extra)
      .run();
}

void putSyncRow(Connection& connection, const base::Uuid& record, const SyncRowState& row) {
  RowTally tally;
  putSyncRow(connection, record, readSyncRow(connection, record), row, tally);
  tally.write(connection);
}

void moveSyncRow(Connection& connection, std::int64_t number, const wire::SyncRow& came, std::int64_t from,
                 RowTally& tally) {
  tally.count(came.id, from, -1);
  tally.count(came.id, came.version, 1);
  Query(connection, "UPDATE sync_row SET version=?2 WHERE number=?1").bind(number, came.version).run();
}

void dropSyncRow(Connection& connection, const base::Uuid& record, RowTally& tally) {
  if (const auto before = readSyncRow(connection, record); before && !before->deleted)
    tally.count(record, before->version, -1);
  Query(connection, "DELETE FROM sync_row WHERE record=?1").bind(record).run();
}

void replaceAll(Connection& connection, const std::string& reason) {
  Query(connection, "DELETE FROM sync_stage").run();
  // That the server was set back is known until all of the new history is here, whatever comes between.
  Query(connection,
        "UPDATE sync_state SET stage_cursor=0, floor=0, replacing=CASE WHEN replacing IN ('epoch_changed', "
        "'cursor_ahead') AND ?1 NOT IN ('epoch_changed', 'cursor_ahead') THEN replacing ELSE ?1 END")
      .bind(reason)
      .run();
}

void dropOutbox(Connection& connection) {
  Query some(connection, "SELECT EXISTS(SELECT 1 FROM sync_outbox)");
  if (!some.next() || !some.boolean(0)) return;
  Query(connection, "DELETE FROM sync_outbox").run();
  Query(connection, "UPDATE sync_state SET client=?1, next_n=1").bind(connection.ids().next()).run();
}

void parkVersion(Connection& connection, const base::Uuid& version, AgentId agent,
                 const std::string& fields) {
  Query(connection, "UPDATE sync_row SET parent=?2, parked=?3 WHERE record=?1")
      .bind(version, agent, fields)
      .run();
}

bool hasVersion(Connection& connection, domain::VersionId id) {
  Query row(connection,
            "SELECT EXISTS(SELECT 1 FROM agent_version WHERE id=?1) OR "
            "EXISTS(SELECT 1 FROM sync_row WHERE record=?1 AND parked IS NOT NULL)");
  return row.bind(id).next() && row.boolean(0);
}

void unparkVersions(Connection& connection, AgentId agent) {
  std::vector<std::pair<domain::VersionId, std::string>> waiting;
  {
    Query query(
        connection,
        "SELECT record, parked FROM sync_row WHERE parent=?1 AND parked IS NOT NULL ORDER BY version");
    query.bind(agent);
    while (query.next()) waiting.emplace_back(query.id<domain::VersionId>(0), query.text(1));
  }
  for (const auto& [id, json] : waiting) {
    const auto fields = wire::fieldsFromJson(json);
    const auto version = fields ? wire::versionFrom(id, *fields) : fields.error();
    if (version && !readVersion(connection, id)) insertVersion(connection, *version);
    Query(connection, "UPDATE sync_row SET parked=NULL WHERE record=?1").bind(id).run();
  }
}

std::optional<PendingEdit> readPending(Connection& connection, const base::Uuid& record) {
  Query row(
      connection,
      "SELECT number, record, type, op, base, rounds, blocked, touched FROM sync_pending WHERE record=?1");
  if (!row.bind(record).next()) return std::nullopt;
  return pendingFrom(row);
}

std::vector<PendingEdit> readPendingEdits(Connection& connection, std::int64_t after, int limit) {
  std::vector<PendingEdit> edits;
  Query row(connection,
            "SELECT number, record, type, op, base, rounds, blocked, touched FROM sync_pending WHERE number "
            "> ?1 AND "
            "blocked='' ORDER BY number LIMIT ?2");
  row.bind(after, limit);
  while (row.next()) edits.push_back(pendingFrom(row));
  return edits;
}

void putPending(Connection& connection, const PendingEdit& pending) {
  Query(connection,
        "INSERT INTO sync_pending(record, type, op, base, rounds, blocked, since) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(record) DO UPDATE SET op=?3, base=?4, rounds=?5, "
        "blocked=?6, touched=touched+1")
      .bind(pending.record, pending.type, wordOf(pending.op), pending.base, pending.rounds, pending.blocked,
            connection.clock().wallNow())
      .run();
}

void dropPending(Connection& connection, const base::Uuid& record) {
  Query(connection, "DELETE FROM sync_pending WHERE record=?1").bind(record).run();
}

bool dropUntouched(Connection& connection, std::int64_t number, std::int64_t touched) {
  Query(connection, "DELETE FROM sync_pending WHERE number=?1 AND touched=?2").bind(number, touched).run();
  return changedRows(connection) > 0;
}

std::string fieldsJson(const std::optional<SharedAgent>& agent) {
  return agent ? wire::toJson(wire::toFields(*agent)) : std::string("{}");
}

SharedAgent agentFromJson(const std::optional<std::string>& json) {
  if (!json) return {};
  const auto fields = wire::fieldsFromJson(*json);
  return fields ? wire::sharedAgentFrom(*fields) : SharedAgent{};
}

}  // namespace aiagent::store
