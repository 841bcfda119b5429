#include "core/store/run_repository.h"

#include <algorithm>
#include <unordered_set>

#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/run_rows.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::RunId;
using domain::RunRecord;

base::Error notFound(std::string_view subject) {
  return {.code = base::ErrorCode::NotFound, .subject = std::string(subject)};
}

constexpr std::size_t kShortestPrefix = 4;

// The lowest and the highest UUID that begin with the hexadecimal digits of `prefix`; nothing when it is not
// the beginning of an id.
std::optional<std::pair<base::Uuid, base::Uuid>> idRange(std::string_view prefix) {
  static constexpr std::string_view kShape = "00000000-0000-0000-0000-000000000000";
  if (prefix.size() < kShortestPrefix || prefix.size() > kShape.size()) return std::nullopt;
  std::string low(kShape);
  std::string high(kShape);
  std::replace(high.begin(), high.end(), '0', 'f');
  std::copy(prefix.begin(), prefix.end(), low.begin());
  std::copy(prefix.begin(), prefix.end(), high.begin());
  const auto lowest = base::Uuid::parse(low);
  const auto highest = base::Uuid::parse(high);
  if (!lowest || !highest) return std::nullopt;
  return std::pair(*lowest, *highest);
}

// "BETWEEN" on ids: a null UUID (0000…) would be bound as NULL, so the lower bound is exclusive of nothing
// real.
std::vector<RunId> idsInRange(Connection& connection, const base::Uuid& low, const base::Uuid& high) {
  std::vector<RunId> ids;
  Query query(connection, "SELECT id FROM run WHERE id >= ifnull(?1, x'00') AND id <= ?2 LIMIT 2");
  query.bind(low, high);
  while (query.next()) ids.push_back(query.id<RunId>(0));
  return ids;
}

Result<RunId> resolve(Connection& connection, std::string_view idOrPrefix) {
  if (idOrPrefix == "last") {
    Query query(connection, "SELECT id FROM run ORDER BY created DESC, number DESC LIMIT 1");
    if (query.next()) return query.id<RunId>(0);
    return notFound(idOrPrefix);
  }
  const auto range = idRange(idOrPrefix);
  if (!range) return notFound(idOrPrefix);
  const auto ids = idsInRange(connection, range->first, range->second);
  if (ids.empty()) return notFound(idOrPrefix);
  if (ids.size() > 1)
    return base::Error{.code = base::ErrorCode::Ambiguous, .subject = std::string(idOrPrefix)};
  return ids.front();
}

}  // namespace

Result<void> insertRun(Connection& connection, const RunRecord& run) {
  return guarded([&]() -> Result<void> {
    const auto number = insertRunRow(connection, run);
    insertRequestRows(connection, number, run);
    writeMessages(connection, number, run.messages);
    if (domain::isFinal(run.status)) addToRunIndex(connection, number);
    recordChange(connection, RecordKind::Run, run.id.uuid, ChangeOp::Put);
    return {};
  });
}

Result<void> updateRun(Connection& connection, const RunRecord& run) {
  return guarded([&]() -> Result<void> {
    const auto number = runNumber(connection, run.id);
    if (!number) return notFound(run.id.toString());
    removeFromRunIndex(connection, *number);
    updateRunRow(connection, *number, run);
    writeMessages(connection, *number, run.messages);
    if (domain::isFinal(run.status)) addToRunIndex(connection, *number);
    recordChange(connection, RecordKind::Run, run.id.uuid, ChangeOp::Put);
    return {};
  });
}

Result<RunRecord> loadRun(Connection& connection, RunId id) {
  return guarded([&]() -> Result<RunRecord> {
    auto run = readRun(connection, id);
    if (!run) return notFound(id.toString());
    return std::move(*run);
  });
}

Result<RunRecord> findRun(Connection& connection, std::string_view idOrPrefix) {
  return guarded([&]() -> Result<RunRecord> {
    const auto id = resolve(connection, idOrPrefix);
    if (!id) return id.error();
    return loadRun(connection, *id);
  });
}

Result<std::vector<RunRecord>> loadConversation(Connection& connection, RunId id) {
  return guarded([&]() -> Result<std::vector<RunRecord>> {
    std::vector<RunRecord> chain;
    std::unordered_set<RunId> seen;  // a parent that was deleted ends the chain, and so would a circle
    for (RunId next = id; !next.isNull() && seen.insert(next).second;) {
      auto run = readRun(connection, next);
      if (!run) break;
      next = run->request.parent;
      chain.push_back(std::move(*run));
    }
    if (chain.empty()) return notFound(id.toString());
    std::reverse(chain.begin(), chain.end());
    return chain;
  });
}

Result<void> deleteRun(Connection& connection, RunId id) {
  return guarded([&]() -> Result<void> {
    Query row(connection,
              "SELECT r.number, q.snapshot FROM run r JOIN run_request q ON q.run = r.number WHERE r.id=?1");
    if (!row.bind(id).next()) return notFound(id.toString());
    const auto number = row.integer(0);
    const auto snapshot = row.integer(1);
    row.reset();
    removeFromRunIndex(connection, number);
    Query(connection, "DELETE FROM run WHERE number=?1").bind(number).run();
    dropSnapshotIfUnused(connection, snapshot);
    recordChange(connection, RecordKind::Run, id.uuid, ChangeOp::Delete);
    return {};
  });
}

}  // namespace aiagent::store
