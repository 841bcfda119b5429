#include "core/store/sync_repository.h"

#include <algorithm>

#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/store/sync_rows.h"
#include "core/store/sync_tracking.h"

namespace aiagent::store {
namespace {

using base::Result;

// Everything here is to be sent: agents before their versions, so that a parent is there first. What a
// salvage kept of an edit says more, and stays.
void noteEverything(Connection& connection) {
  const auto now = connection.clock().wallNow();
  Query(connection,
        "INSERT OR IGNORE INTO sync_pending(record, type, op, since) SELECT id, 'agent', 'create', ?1 "
        "FROM agent ORDER BY number")
      .bind(now)
      .run();
  Query(connection,
        "INSERT OR IGNORE INTO sync_pending(record, type, op, since) "
        "SELECT id, 'agent_version', 'create', ?1 FROM agent_version ORDER BY number")
      .bind(now)
      .run();
}

void insertState(Connection& connection, const SyncBinding& binding) {
  Query(connection,
        "INSERT INTO sync_state(number, origin, account, email, workspace, workspace_name, role, client, "
        "epoch, cursor, head, next_n, live, digest, replacing, stage_cursor, floor, pulled) "
        "VALUES(1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, '', 0, 0, 1, 0, 0, '', 0, 0, 0)")
      .bind(binding.origin, binding.account, binding.email, binding.workspace, binding.workspaceName,
            binding.role, connection.ids().next())
      .run();
}

void countPending(Connection& connection, SyncCounts& counts, std::string_view sql) {
  Query row(connection, sql);
  row.next();
  counts.pending += row.integer(0);
  if (row.isNull(1)) return;
  counts.oldestUnsent = std::min(counts.oldestUnsent.value_or(row.time(1)), row.time(1));
}

// What is on its way goes on under the new name: the edits' own ids tell the server which it has taken. The
// next number.
std::int64_t numberOutboxAnew(Connection& connection) {
  std::vector<std::int64_t> numbers;
  {
    Query row(connection, "SELECT n FROM sync_outbox ORDER BY n");
    while (row.next()) numbers.push_back(row.integer(0));
  }
  std::int64_t next = 1;
  for (const auto number : numbers)
    Query(connection,
          "UPDATE sync_outbox SET n=?2, made=0, "
          "mutation='{\"n\":' || ?2 || substr(mutation, instr(mutation, ',')) WHERE n=?1")
        .bind(number, next++)
        .run();
  return next;
}

}  // namespace

Result<void> bindSync(Connection& connection, const SyncBinding& binding) {
  return guarded([&]() -> Result<void> {
    Query known(connection, "SELECT account, workspace FROM sync_state");
    if (!known.next()) {
      insertState(connection, binding);
      noteEverything(connection);
      return {};
    }
    if (known.uuid(0) != binding.account || known.uuid(1) != binding.workspace)
      return base::Error{.code = base::ErrorCode::Conflict,
                         .subject = binding.workspaceName,
                         .providerCode = "other_library"};
    Query(connection, "UPDATE sync_state SET origin=?1, email=?2, workspace_name=?3, role=?4")
        .bind(binding.origin, binding.email, binding.workspaceName, binding.role)
        .run();
    return {};
  });
}

Result<SyncPosition> syncPosition(Connection& connection) {
  return guarded([&]() -> Result<SyncPosition> {
    Query row(connection,
              "SELECT origin, account, email, workspace, workspace_name, role, client, epoch, cursor, head, "
              "next_n, replacing, stage_cursor, live, digest, pulled, floor FROM sync_state");
    if (!row.next()) return base::Error{.code = base::ErrorCode::NotFound, .subject = "server"};
    return SyncPosition{.binding = {.origin = row.text(0),
                                    .account = row.uuid(1),
                                    .email = row.text(2),
                                    .workspace = row.uuid(3),
                                    .workspaceName = row.text(4),
                                    .role = row.text(5)},
                        .client = row.uuid(6),
                        .epoch = row.text(7),
                        .cursor = row.integer(8),
                        .head = row.integer(9),
                        .nextNumber = row.integer(10),
                        .replacing = row.text(11),
                        .stageCursor = row.integer(12),
                        .floor = row.integer(16),
                        .digest = {row.integer(13), static_cast<std::uint64_t>(row.integer(14))},
                        .pulled = row.time(15)};
  });
}

Result<void> mintClient(Connection& connection) {
  return guarded([&]() -> Result<void> {
    // Sent under two names and not answered: worked out again from the difference.
    Query(connection, "DELETE FROM sync_outbox WHERE made=0").run();
    const auto next = numberOutboxAnew(connection);
    Query(connection, "UPDATE sync_state SET client=?1, next_n=?2").bind(connection.ids().next(), next).run();
    return {};
  });
}

Result<void> beginReplacing(Connection& connection, const std::string& reason) {
  return guarded([&]() -> Result<void> {
    replaceAll(connection, reason);
    return {};
  });
}

Result<SyncCounts> syncCounts(Connection& connection) {
  return guarded([&]() -> Result<SyncCounts> {
    SyncCounts counts;
    countPending(connection, counts,
                 "SELECT count(*), min(since) FROM sync_pending WHERE blocked='' AND type='agent'");
    // A version that goes along with its agent's edit is no edit of its own.
    countPending(
        connection, counts,
        "SELECT count(*), min(since) FROM sync_pending p WHERE blocked='' AND type='agent_version' AND "
        "NOT EXISTS(SELECT 1 FROM agent_version v JOIN sync_pending a ON a.record = v.agent WHERE v.id = "
        "p.record)");
    Query row(connection, "SELECT kind, count(*) FROM sync_inbox WHERE resolved IS NULL GROUP BY kind");
    while (row.next()) {
      auto& count = row.view(0) == "conflict"    ? counts.conflicts
                    : row.view(0) == "recovered" ? counts.recovered
                    : row.view(0) == "rejected"  ? counts.rejected
                                                 : counts.lost;
      count = row.integer(1);
    }
    return counts;
  });
}

Result<std::vector<SharedFile>> sharedFiles(Connection& connection) {
  return guarded([&]() -> Result<std::vector<SharedFile>> {
    std::vector<SharedFile> files;
    Query row(connection, "SELECT DISTINCT sha256, bytes FROM agent_knowledge");
    while (row.next()) files.push_back({row.text(0), row.integer(1)});
    return files;
  });
}

Result<wire::SyncDigest> countedDigest(Connection& connection) {
  return guarded([&]() -> Result<wire::SyncDigest> {
    wire::SyncDigest digest;
    Query row(connection, "SELECT record, version FROM sync_row WHERE deleted=0 AND version > 0");
    while (row.next()) {
      ++digest.live;
      digest.mix ^= wire::rowHash(row.uuid(0), row.integer(1));
    }
    return digest;
  });
}

}  // namespace aiagent::store
