#include "core/domain/database_report.h"

#include <algorithm>

#include "core/base/time_text.h"

namespace aiagent::domain {
namespace {

using Findings = std::vector<DatabaseFinding>;

constexpr double kMostConnections = 0.8;
constexpr double kLeastHits = 0.95;
constexpr std::int64_t kTraffic = 10'000;  // blocks: with less a share says nothing
constexpr std::int64_t kOldTransaction = 15 * 60;
constexpr double kReplicaLag = 30;
constexpr std::int64_t kRetained = std::int64_t(1) << 30;
constexpr auto kDrillAge = std::chrono::hours(24 * 90);

void judgeConnections(const DatabaseReport& report, Findings& findings) {
  const auto& part = report.connections.value;
  if (!part || part->most <= 0 || double(part->used) <= kMostConnections * double(part->most)) return;
  const bool full = part->used >= part->most - 3;  // superuser_reserved_connections is 3 as PostgreSQL comes
  findings.push_back({.concern = DatabaseConcern::Connections,
                      .health = full ? DatabaseHealth::Bad : DatabaseHealth::Concern,
                      .amount = part->used,
                      .most = part->most});
}

void judgeCache(const DatabaseReport& report, Findings& findings) {
  const auto& part = report.cache.value;
  const auto all = part ? part->hits + part->reads : 0;
  if (all < kTraffic) return;
  const double share = double(part->hits) / double(all);
  if (share < kLeastHits) findings.push_back({.concern = DatabaseConcern::Cache, .share = share});
}

void judgeTransactions(const DatabaseReport& report, Findings& findings) {
  const auto& part = report.transactions.value;
  if (part && part->oldestSeconds.value_or(0) > kOldTransaction)
    findings.push_back({.concern = DatabaseConcern::OldTransaction, .amount = *part->oldestSeconds});
}

void judgeReplication(const DatabaseReport& report, Findings& findings) {
  if (report.replicas.value)
    for (const auto& one : *report.replicas.value)
      if (one.lagSeconds.value_or(0) > kReplicaLag)
        findings.push_back(
            {.concern = DatabaseConcern::ReplicaBehind, .share = *one.lagSeconds, .name = one.name});
  if (report.slots.value)
    for (const auto& one : *report.slots.value)
      if (!one.active && one.retainedBytes.value_or(0) > kRetained)
        findings.push_back({.concern = DatabaseConcern::SlotRetains,
                            .health = DatabaseHealth::Bad,
                            .amount = *one.retainedBytes,
                            .name = one.name});
}

void judgeMigrations(const DatabaseReport& report, Findings& findings) {
  const auto& part = report.migrations.value;
  if (!part) return;
  if (part->state == "altered")
    findings.push_back({.concern = DatabaseConcern::MigrationAltered, .health = DatabaseHealth::Bad});
  if (!part->pending.empty())
    findings.push_back({.concern = DatabaseConcern::MigrationsPending,
                        .health = DatabaseHealth::Bad,
                        .amount = std::int64_t(part->pending.size())});
}

void judgeDrill(const database::Backups& backups, base::WallTime now, Findings& findings) {
  if (backups.drill.empty()) return findings.push_back({.concern = DatabaseConcern::DrillMissing});
  const auto at = base::fromRfc3339(backups.drill);
  if (!backups.drillOk)
    findings.push_back(
        {.concern = DatabaseConcern::DrillFailed, .health = DatabaseHealth::Bad, .at = backups.drill});
  else if (at && now - *at > kDrillAge)
    findings.push_back({.concern = DatabaseConcern::DrillOld, .at = backups.drill});
}

void judgeBackups(const DatabaseReport& report, base::WallTime now, Findings& findings) {
  const auto& part = report.backups.value;
  if (!part) return;
  if (part->failing)
    findings.push_back(
        {.concern = DatabaseConcern::ArchiverFails, .health = DatabaseHealth::Bad, .at = part->lastFailed});
  judgeDrill(*part, now, findings);
}

template <class... Parts>
int unknownOf(const Parts&... parts) {
  return (0 + ... + (parts.value ? 0 : 1));
}

}  // namespace

DatabaseVerdict judgeDatabase(const DatabaseReport& report, base::WallTime now) {
  DatabaseVerdict verdict;
  judgeConnections(report, verdict.findings);
  judgeTransactions(report, verdict.findings);
  judgeCache(report, verdict.findings);
  judgeReplication(report, verdict.findings);
  judgeMigrations(report, verdict.findings);
  judgeBackups(report, now, verdict.findings);
  std::ranges::stable_sort(verdict.findings, std::ranges::greater(), &DatabaseFinding::health);
  if (!verdict.findings.empty()) verdict.health = verdict.findings.front().health;
  verdict.unknown =
      unknownOf(report.server, report.migrations, report.connections, report.transactions, report.locks,
                report.cache, report.tables, report.replicas, report.slots, report.backups);
  return verdict;
}

}  // namespace aiagent::domain
