#include "core/store/sync_tracking.h"

#include "core/base/check.h"
#include "core/store/sql.h"
#include "core/store/sync_rows.h"
#include "core/store/version_rows.h"

namespace aiagent::store {
namespace {

bool watched(Connection& connection) {
  return !connection.following() && isShared(connection);
}

// Nothing of the record has left this device.
bool neverSent(Connection& connection, const base::Uuid& record) {
  Query query(connection,
              "SELECT EXISTS(SELECT 1 FROM sync_row WHERE record=?1) OR "
              "EXISTS(SELECT 1 FROM sync_outbox WHERE record=?1)");
  return query.bind(record).next() && !query.boolean(0);
}

void noteAgentPut(Connection& connection, const base::Uuid& id) {
  if (auto pending = readPending(connection, id)) {
    // Deleted here and back again: an edit of what the server has.
    if (pending->op == PendingOp::Delete)
      pending->op = pending->base || !neverSent(connection, id) ? PendingOp::Edit : PendingOp::Create;
    pending->blocked.clear();
    return putPending(connection, *pending);
  }
  const auto known = readSyncRow(connection, id);
  CHECK(!known || known->deleted);  // keepSyncBase was forgotten: the edit would never be sent
  putPending(
      connection,
      {.record = id, .type = std::string(kAgentType), .op = known ? PendingOp::Restore : PendingOp::Create});
}

void noteAgentDelete(Connection& connection, const base::Uuid& id) {
  auto pending = readPending(connection, id);
  if (neverSent(connection, id)) return dropPending(connection, id);
  if (!pending) pending = PendingEdit{.record = id, .type = std::string(kAgentType)};
  pending->op = PendingOp::Delete;
  pending->blocked.clear();
  putPending(connection, *pending);
}

void noteVersion(Connection& connection, const base::Uuid& id, ChangeOp op) {
  if (op == ChangeOp::Delete) return dropPending(connection, id);
  if (!readSyncRow(connection, id))
    putPending(connection, {.record = id, .type = std::string(kVersionType), .op = PendingOp::Create});
}

}  // namespace

bool isShared(Connection& connection) {
  Query query(connection, "SELECT 1 FROM sync_state");
  return query.next();
}

void keepSyncBase(Connection& connection, domain::AgentId id) {
  if (!watched(connection) || readPending(connection, id.uuid)) return;
  const auto known = readSyncRow(connection, id.uuid);
  if (!known || known->deleted) return;
  putPending(connection, {.record = id.uuid,
                          .type = std::string(kAgentType),
                          .op = PendingOp::Edit,
                          .base = fieldsJson(readShared(connection, id))});
}

void parkVersions(Connection& connection, domain::AgentId id) {
  if (!isShared(connection)) return;
  std::vector<domain::VersionId> versions;
  {
    Query query(connection,
                "SELECT v.id FROM agent_version v JOIN sync_row r ON r.record = v.id WHERE v.agent=?1");
    query.bind(id);
    while (query.next()) versions.push_back(query.id<domain::VersionId>(0));
  }
  for (const auto version : versions)
    parkVersion(connection, version.uuid, id,
                wire::toJson(wire::toFields(*readVersion(connection, version))));
}

void notePendingEdit(Connection& connection, RecordKind kind, const base::Uuid& id, ChangeOp op) {
  if (kind != RecordKind::Agent && kind != RecordKind::AgentVersion && kind != RecordKind::Label) return;
  if (!watched(connection)) return;
  if (kind == RecordKind::AgentVersion) return noteVersion(connection, id, op);
  if (kind == RecordKind::Agent && op == ChangeOp::Delete) return noteAgentDelete(connection, id);
  // An agent's labels go with it; their removal is told just before its own.
  if (kind == RecordKind::Label && op == ChangeOp::Delete) return;
  noteAgentPut(connection, id);
}

}  // namespace aiagent::store
