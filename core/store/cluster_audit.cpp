#include "core/store/cluster_audit.h"

#include "core/store/connection.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;

constexpr char kColumns[] =
    "act, phase, at, environment, context, server, identity, action, namespace, target, reason, plan, "
    "outcome, error, resource_version";

AuditEntry entryFrom(const Query& row) {
  return {.act = row.uuid(0),
          .phase = row.view(1) == "intent" ? AuditPhase::Intent : AuditPhase::Outcome,
          .at = row.time(2),
          .environment = row.text(3),
          .context = row.text(4),
          .server = row.text(5),
          .identity = row.text(6),
          .action = row.text(7),
          .nameSpace = row.text(8),
          .target = row.text(9),
          .reason = row.text(10),
          .plan = row.text(11),
          .outcome = row.text(12),
          .error = row.text(13),
          .resourceVersion = row.text(14)};
}

}  // namespace

Result<void> appendAudit(Connection& connection, const AuditEntry& entry) {
  return guarded([&]() -> Result<void> {
    const auto before = integerOf(connection, "SELECT total_changes()");
    Query(connection, std::string("INSERT INTO cluster_audit(") + kColumns +
                          ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
        .bind(entry.act, entry.phase == AuditPhase::Intent ? "intent" : "outcome", entry.at,
              entry.environment, entry.context, entry.server, entry.identity, entry.action, entry.nameSpace,
              entry.target, entry.reason, entry.plan, entry.outcome, entry.error, entry.resourceVersion)
        .run();
    if (integerOf(connection, "SELECT total_changes()") == before)
      return base::Error{.code = base::ErrorCode::Conflict, .detail = "audit entry twice"};
    return {};
  });
}

Result<std::vector<AuditEntry>> loadAudit(Connection& connection, const std::string& environment, int most) {
  return guarded([&]() -> Result<std::vector<AuditEntry>> {
    std::vector<AuditEntry> entries;
    Query rows(connection,
               std::string("SELECT ") + kColumns +
                   " FROM cluster_audit a WHERE (?1 = '' OR environment = ?1) AND (phase = 'outcome' OR NOT "
                   "EXISTS(SELECT 1 FROM cluster_audit o WHERE o.act = a.act AND o.phase = 'outcome')) "
                   "ORDER BY number DESC LIMIT ?2");
    rows.bind(environment, most);
    while (rows.next()) entries.push_back(entryFrom(rows));
    return entries;
  });
}

}  // namespace aiagent::store
