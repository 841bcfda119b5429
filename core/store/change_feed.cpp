#include "core/store/change_feed.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/store/sql.h"
#include "core/store/sync_tracking.h"

namespace aiagent::store {
namespace {

constexpr std::array<RecordKind, 9> kKinds = {
    RecordKind::Agent,    RecordKind::AgentDraft, RecordKind::AgentVersion,
    RecordKind::Label,    RecordKind::Run,        RecordKind::Generation,
    RecordKind::Provider, RecordKind::Setting,    RecordKind::Environment};

std::optional<RecordKind> kindFromWord(std::string_view word) {
  for (const auto kind : kKinds)
    if (toWord(kind) == word) return kind;
  return std::nullopt;
}

// The record's older row goes: the feed holds each record once, at its newest change. A new record's is tried
// first: replacing needs a savepoint, new or not.
constexpr char kAdd[] =
    "INSERT OR IGNORE INTO change_feed(kind, id, op, session, at) VALUES(?1, CAST(?2 AS BLOB), ?3, ?4, ?5)";
constexpr char kReplace[] =
    "INSERT OR REPLACE INTO change_feed(kind, id, op, session, at) VALUES(?1, CAST(?2 AS BLOB), ?3, ?4, ?5)";

template <class Id>
void put(Connection& connection, RecordKind kind, const Id& id, std::string_view op) {
  for (const char* sql : {kAdd, kReplace}) {
    Query(connection, sql)
        .bind(toWord(kind), id, op, connection.session(), connection.clock().wallNow())
        .run();
    if (changedRows(connection) > 0) return;
  }
}

std::string_view toWord(ChangeOp op) {
  return op == ChangeOp::Put ? "put" : "delete";
}

}  // namespace

std::string_view toWord(RecordKind kind) {
  switch (kind) {
    case RecordKind::Agent: return "agent";
    case RecordKind::AgentDraft: return "agent_draft";
    case RecordKind::AgentVersion: return "agent_version";
    case RecordKind::Label: return "label";
    case RecordKind::Run: return "run";
    case RecordKind::Generation: return "generation";
    case RecordKind::Provider: return "provider";
    case RecordKind::Setting: return "setting";
    case RecordKind::Environment: return "environment";
  }
  return "";
}

void recordChange(Connection& connection, RecordKind kind, const base::Uuid& id, ChangeOp op) {
  put(connection, kind, id, toWord(op));
  connection.noteChange({kind, id});
  notePendingEdit(connection, kind, id, op);
}

void recordChange(Connection& connection, RecordKind kind, std::string_view name, ChangeOp op) {
  put(connection, kind, name, toWord(op));
  connection.noteChange({kind, {}});
}

std::vector<Change> collapsed(std::vector<Change> changes) {
  std::vector<Change> few;
  for (const auto kind : kKinds) {
    const auto ofKind = [kind](const Change& change) { return change.kind == kind; };
    const auto many = [&](const Change& change) { return change.kind == kind && change.id.isNull(); };
    const bool asOne = static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), ofKind)) >
                           kMostSingleChanges ||
                       std::any_of(changes.begin(), changes.end(), many);
    if (!asOne) continue;
    std::erase_if(changes, ofKind);
    few.push_back({kind, {}});
  }
  for (const auto& change : changes)
    if (std::find(few.begin(), few.end(), change) == few.end()) few.push_back(change);
  return few;
}

std::int64_t newestChange(Connection& connection) {
  return integerOf(connection, "SELECT max(seq) FROM change_feed");
}

std::vector<Change> changesOfOthers(Connection& connection, std::int64_t since) {
  std::vector<Change> changes;
  Query query(connection, "SELECT kind, id FROM change_feed WHERE seq > ?1 AND session <> ?2 ORDER BY seq");
  query.bind(since, connection.session());
  while (query.next()) {
    const auto kind = kindFromWord(query.view(0));
    if (!kind) continue;
    const bool named = *kind == RecordKind::Provider || *kind == RecordKind::Setting;
    changes.push_back({*kind, named ? base::Uuid{} : query.uuid(1)});
  }
  return collapsed(std::move(changes));
}

}  // namespace aiagent::store
