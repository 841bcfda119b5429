#include "core/store/cluster_history.h"

#include <algorithm>

#include "core/store/connection.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::ClusterFact;

void insertFact(Connection& connection, std::string_view environment, const ClusterFact& fact) {
  Query(connection,
        "INSERT INTO cluster_fact(environment, time, kind, namespace, object, uid, reason, value_before, "
        "value_after, detail, amount, until) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
        "ON CONFLICT DO NOTHING")
      .bind(environment, fact.time, domain::toWord(fact.kind), fact.nameSpace, fact.object, fact.uid,
            fact.reason, fact.before, fact.after, fact.detail, fact.amount, fact.until)
      .run();
}

// A kind of a newer program is left out.
std::optional<ClusterFact> factFrom(const Query& row) {
  const auto kind = domain::clusterFactKindFromWord(row.view(1));
  if (!kind) return std::nullopt;
  return ClusterFact{.time = row.time(0),
                     .kind = *kind,
                     .nameSpace = row.text(2),
                     .object = row.text(3),
                     .uid = row.text(4),
                     .reason = row.text(5),
                     .before = row.text(6),
                     .after = row.text(7),
                     .detail = row.text(8),
                     .amount = row.integer(9),
                     .until = row.time(10)};
}

std::int64_t removed(Connection& connection, const char* sql, std::int64_t value, std::int64_t slice) {
  Query(connection, sql).bind(value, slice).run();
  return changedRows(connection);
}

// The oldest facts, and the snapshots that they followed.
std::int64_t trimToCount(Connection& connection, const ClusterHistoryLimits& limits) {
  const auto over = integerOf(connection, "SELECT count(*) FROM cluster_fact") - limits.mostFacts;
  if (over <= 0) return 0;
  const auto gone =
      removed(connection,
              "DELETE FROM cluster_fact WHERE number IN (SELECT number FROM cluster_fact ORDER BY "
              "time LIMIT min(?1, ?2))",
              over, limits.slice);
  connection.execute("DELETE FROM cluster_snapshot WHERE time < (SELECT min(time) FROM cluster_fact)");
  return gone;
}

}  // namespace

Result<void> keepClusterRecord(Connection& connection, std::string_view environment,
                               const ClusterRecord& record) {
  return guarded([&]() -> Result<void> {
    for (const auto& fact : record.facts) insertFact(connection, environment, fact);
    if (record.snapshot)
      Query(connection,
            "INSERT INTO cluster_snapshot(environment, time, state) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE "
            "SET state=excluded.state")
          .bind(environment, record.snapshot->time, record.snapshot->state)
          .run();
    Query(connection,
          "INSERT INTO cluster_watched(environment, until) VALUES(?1, ?2) ON CONFLICT(environment) DO UPDATE "
          "SET until=max(until, excluded.until)")
        .bind(environment, record.watchedUntil)
        .run();
    return {};
  });
}

Result<std::vector<ClusterFact>> listClusterFacts(Connection& connection, std::string_view environment,
                                                  base::WallTime from, base::WallTime to, std::int64_t most) {
  return guarded([&]() -> Result<std::vector<ClusterFact>> {
    std::vector<ClusterFact> facts;
    Query rows(
        connection,
        "SELECT time, kind, namespace, object, uid, reason, value_before, value_after, detail, amount, "
        "until FROM cluster_fact WHERE environment=?1 AND time BETWEEN ?2 AND ?3 "
        "ORDER BY time DESC, number DESC LIMIT ?4");
    rows.bind(environment, from, to, most);
    while (rows.next())
      if (auto fact = factFrom(rows)) facts.push_back(std::move(*fact));
    std::reverse(facts.begin(), facts.end());
    return facts;
  });
}

Result<std::optional<ClusterSnapshot>> clusterSnapshotBefore(Connection& connection,
                                                             std::string_view environment,
                                                             base::WallTime time) {
  return guarded([&]() -> Result<std::optional<ClusterSnapshot>> {
    Query row(connection,
              "SELECT time, state FROM cluster_snapshot WHERE environment=?1 AND time<=?2 "
              "ORDER BY time DESC LIMIT 1");
    row.bind(environment, time);
    if (!row.next()) return std::optional<ClusterSnapshot>();
    return std::optional(ClusterSnapshot{row.time(0), row.text(1)});
  });
}

Result<base::WallTime> clusterWatchedUntil(Connection& connection, std::string_view environment) {
  return guarded([&]() -> Result<base::WallTime> {
    Query row(connection, "SELECT until FROM cluster_watched WHERE environment=?1");
    row.bind(environment);
    return row.next() ? row.time(0) : base::WallTime{};
  });
}

Result<std::vector<std::string>> listClusterEnvironments(Connection& connection) {
  return guarded([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> names;
    Query rows(connection, "SELECT environment FROM cluster_watched ORDER BY environment");
    while (rows.next()) names.push_back(rows.text(0));
    return names;
  });
}

Result<std::int64_t> trimClusterHistory(Connection& connection, const ClusterHistoryLimits& limits) {
  return guarded([&]() -> Result<std::int64_t> {
    const auto before = base::toMillis(limits.before);
    auto gone = removed(connection,
                        "DELETE FROM cluster_fact WHERE number IN (SELECT number FROM cluster_fact WHERE "
                        "time < ?1 LIMIT ?2)",
                        before, limits.slice);
    gone += removed(connection,
                    "DELETE FROM cluster_snapshot WHERE number IN (SELECT number FROM cluster_snapshot WHERE "
                    "time < ?1 LIMIT ?2)",
                    before, limits.slice);
    gone +=
        removed(connection,
                "DELETE FROM cluster_snapshot WHERE number IN (SELECT s.number FROM cluster_snapshot s WHERE "
                "s.time < ?1 AND EXISTS (SELECT 1 FROM cluster_snapshot e WHERE "
                "e.environment = s.environment AND e.time < s.time AND "
                "e.time >= s.time / 86400000 * 86400000) LIMIT ?2)",
                base::toMillis(limits.thinBefore), limits.slice);
    return gone + trimToCount(connection, limits);
  });
}

}  // namespace aiagent::store
