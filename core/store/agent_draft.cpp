#include "core/store/agent_repository.h"
#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::AgentDraft;
using domain::AgentId;

struct DraftRow {
  std::int64_t snapshot = 0;
  std::int64_t baseRevision = 0;
  base::WallTime saved{};
  domain::VersionId baseVersion;
  domain::VersionId mergedWith;
};

std::optional<DraftRow> readDraftRow(Connection& connection, std::int64_t agent) {
  Query query(connection,
              "SELECT snapshot, base_revision, saved, base_version, merged_with FROM agent_draft "
              "WHERE agent=?1");
  if (!query.bind(agent).next()) return std::nullopt;
  return DraftRow{query.integer(0), query.integer(1), query.time(2), query.id<domain::VersionId>(3),
                  query.id<domain::VersionId>(4)};
}

void writeDraft(Connection& connection, std::int64_t agent, const AgentDraft& draft) {
  if (const auto row = readDraftRow(connection, agent)) {
    updateSnapshot(connection, row->snapshot, draft.content);
    Query(connection,
          "UPDATE agent_draft SET base_revision=?2, saved=?3, base_version=?4, merged_with=?5 WHERE agent=?1")
        .bind(agent, draft.baseRevision, draft.saved, draft.baseVersion, draft.mergedWith)
        .run();
    return;
  }
  const auto snapshot = insertSnapshot(connection, draft.content);
  Query(connection,
        "INSERT INTO agent_draft(agent, snapshot, base_revision, saved, base_version, merged_with) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(agent, snapshot, draft.baseRevision, draft.saved, draft.baseVersion, draft.mergedWith)
      .run();
}

base::Error noSuchAgent(AgentId id) {
  return {.code = base::ErrorCode::NotFound, .subject = id.toString()};
}

}  // namespace

Result<void> saveDraft(Connection& connection, const AgentDraft& draft) {
  return guarded([&]() -> Result<void> {
    const auto agent = agentNumber(connection, draft.agent);
    if (!agent) return noSuchAgent(draft.agent);
    writeDraft(connection, *agent, draft);
    recordChange(connection, RecordKind::AgentDraft, draft.agent.uuid, ChangeOp::Put);
    return {};
  });
}

Result<std::optional<AgentDraft>> loadDraft(Connection& connection, AgentId id) {
  return guarded([&]() -> Result<std::optional<AgentDraft>> {
    const auto agent = agentNumber(connection, id);
    const auto row = agent ? readDraftRow(connection, *agent) : std::nullopt;
    if (!row) return std::optional<AgentDraft>();
    return std::optional(AgentDraft{.agent = id,
                                    .content = readSnapshot(connection, row->snapshot),
                                    .baseRevision = row->baseRevision,
                                    .baseVersion = row->baseVersion,
                                    .mergedWith = row->mergedWith,
                                    .saved = row->saved});
  });
}

Result<void> discardDraft(Connection& connection, AgentId id) {
  return guarded([&]() -> Result<void> {
    const auto agent = agentNumber(connection, id);
    if (!agent) return {};
    Query(connection, "DELETE FROM agent_draft WHERE agent=?1").bind(*agent).run();
    if (changedRows(connection) > 0)
      recordChange(connection, RecordKind::AgentDraft, id.uuid, ChangeOp::Delete);
    return {};
  });
}

}  // namespace aiagent::store
