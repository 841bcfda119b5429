#include "core/domain/database_report.h"

#include <gtest/gtest.h>

#include "core/base/time_text.h"

using namespace aiagent;
using namespace aiagent::domain;

namespace {

base::WallTime now() {
  return *base::fromRfc3339("2026-11-23T06:40:00Z");
}

// Nothing to be found, everything told.
DatabaseReport calm() {
  DatabaseReport report;
  report.server.value.emplace();
  report.migrations.value = database::Migrations{"applied", 11, {}};
  report.connections.value = database::Connections{100, 20, {}};
  report.transactions.value.emplace();
  report.locks.value.emplace();
  report.cache.value = database::Cache{99'000, 1'000};
  report.tables.value.emplace();
  report.replicas.value.emplace();
  report.slots.value.emplace();
  report.backups.value = database::Backups{.drill = "2026-10-23T06:40:00Z", .drillOk = true};
  return report;
}

DatabaseFinding only(const DatabaseReport& report) {
  const auto verdict = judgeDatabase(report, now());
  EXPECT_EQ(verdict.findings.size(), 1U);
  return verdict.findings.empty() ? DatabaseFinding() : verdict.findings.front();
}

}  // namespace

TEST(DatabaseReport, judge_calm_isGood) {
  const auto verdict = judgeDatabase(calm(), now());
  EXPECT_EQ(verdict.health, DatabaseHealth::Good);
  EXPECT_TRUE(verdict.findings.empty());
  EXPECT_EQ(verdict.unknown, 0);
}

TEST(DatabaseReport, judge_nothingTold_isGoodWithAllUnknown) {
  const auto verdict = judgeDatabase({}, now());
  EXPECT_TRUE(verdict.findings.empty());
  EXPECT_EQ(verdict.unknown, 10);
}

TEST(DatabaseReport, judge_connections_countAboveFourFifths) {
  auto report = calm();
  report.connections.value->used = 80;
  EXPECT_TRUE(judgeDatabase(report, now()).findings.empty());
  report.connections.value->used = 81;
  EXPECT_EQ(only(report).concern, DatabaseConcern::Connections);
  EXPECT_EQ(only(report).health, DatabaseHealth::Concern);
  report.connections.value->used = 97;
  EXPECT_EQ(only(report).health, DatabaseHealth::Bad);
}

TEST(DatabaseReport, judge_cache_countsWithTrafficOnly) {
  auto report = calm();
  report.cache.value = database::Cache{10, 900};
  EXPECT_TRUE(judgeDatabase(report, now()).findings.empty());
  report.cache.value = database::Cache{94'000, 6'000};
  EXPECT_EQ(only(report).concern, DatabaseConcern::Cache);
  EXPECT_DOUBLE_EQ(only(report).share, 0.94);
}

TEST(DatabaseReport, judge_transaction_countsAfterAQuarterOfAnHour) {
  auto report = calm();
  report.transactions.value->oldestSeconds = 900;
  EXPECT_TRUE(judgeDatabase(report, now()).findings.empty());
  report.transactions.value->oldestSeconds = 901;
  EXPECT_EQ(only(report).concern, DatabaseConcern::OldTransaction);
}

TEST(DatabaseReport, judge_replication_countsLagAndForgottenSlots) {
  auto report = calm();
  report.replicas.value = {{"idle", "streaming", {}, 0}, {"slow", "streaming", 30.5, 4'096}};
  EXPECT_EQ(only(report).name, "slow");
  report.replicas.value->clear();
  const std::int64_t gib = std::int64_t(1) << 30;
  report.slots.value = {{"used", true, 5 * gib}, {"small", false, gib}, {"unknown", false, {}}};
  EXPECT_TRUE(judgeDatabase(report, now()).findings.empty());
  report.slots.value->push_back({"forgotten", false, gib + 1});
  EXPECT_EQ(only(report).concern, DatabaseConcern::SlotRetains);
  EXPECT_EQ(only(report).health, DatabaseHealth::Bad);
}

TEST(DatabaseReport, judge_migrations_countPendingAndAltered) {
  auto report = calm();
  report.migrations.value = database::Migrations{"pending", 9, {"replica", "ops"}};
  EXPECT_EQ(only(report).amount, 2);
  report.migrations.value = database::Migrations{"altered", 11, {}};
  EXPECT_EQ(only(report).concern, DatabaseConcern::MigrationAltered);
}

TEST(DatabaseReport, judge_backups_countArchiverAndDrills) {
  auto report = calm();
  auto& backups = *report.backups.value;
  backups.failing = true;
  EXPECT_EQ(only(report).concern, DatabaseConcern::ArchiverFails);
  backups.failing = false;
  backups.drill = "2026-08-25T06:40:00Z";
  EXPECT_TRUE(judgeDatabase(report, now()).findings.empty());
  backups.drill = "2026-08-25T06:39:59Z";
  EXPECT_EQ(only(report).concern, DatabaseConcern::DrillOld);
  backups.drillOk = false;
  EXPECT_EQ(only(report).concern, DatabaseConcern::DrillFailed);
  backups.drill.clear();
  EXPECT_EQ(only(report).concern, DatabaseConcern::DrillMissing);
}

TEST(DatabaseReport, judge_several_worstFirst) {
  auto report = calm();
  report.connections.value->used = 85;
  report.migrations.value->pending = {"ops"};
  const auto verdict = judgeDatabase(report, now());
  ASSERT_EQ(verdict.findings.size(), 2U);
  EXPECT_EQ(verdict.health, DatabaseHealth::Bad);
  EXPECT_EQ(verdict.findings[0].concern, DatabaseConcern::MigrationsPending);
  EXPECT_EQ(verdict.findings[1].concern, DatabaseConcern::Connections);
}
