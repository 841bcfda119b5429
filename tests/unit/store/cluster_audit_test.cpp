#include "core/store/cluster_audit.h"

#include <gtest/gtest.h>

#include "core/store/connection.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using test::TempStore;

AuditEntry entry(TempStore& store, AuditPhase phase, const char* outcome = "") {
  return {.act = store.ids().next(),
          .phase = phase,
          .at = base::wallTimeFromMillis(1'800'000'000'000),
          .environment = "prod",
          .context = "gke",
          .server = "https://10.0.0.1",
          .identity = "jane",
          .action = "rollback",
          .nameSpace = "shop",
          .target = "deployment/api",
          .reason = "bad image",
          .plan = "{}",
          .outcome = outcome,
          .error = {},
          .resourceVersion = {}};
}

base::Result<void> append(TempStore& store, const AuditEntry& one) {
  return store.write([&](Connection& c) { return appendAudit(c, one); });
}

std::vector<AuditEntry> load(TempStore& store, const std::string& environment = {}, int most = 100) {
  return *store.read([&](Connection& c) { return loadAudit(c, environment, most); });
}

base::Result<void> execute(TempStore& store, const char* sql) {
  return store.write([&](Connection& c) -> base::Result<void> {
    c.execute(sql);
    return {};
  });
}

TEST(ClusterAudit, outcome_takesThePlaceOfItsIntent) {
  TempStore store;
  auto one = entry(store, AuditPhase::Intent);
  ASSERT_TRUE(append(store, one));
  EXPECT_EQ(load(store), std::vector{one});
  one.phase = AuditPhase::Outcome;
  one.outcome = "done";
  one.resourceVersion = "12";
  ASSERT_TRUE(append(store, one));
  EXPECT_EQ(load(store), std::vector{one});
}

TEST(ClusterAudit, newestComeFirst_ofTheEnvironmentOnly) {
  TempStore store;
  auto first = entry(store, AuditPhase::Outcome, "refused"),
       second = entry(store, AuditPhase::Outcome, "done");
  second.environment = "dev";
  ASSERT_TRUE(append(store, first));
  ASSERT_TRUE(append(store, second));
  EXPECT_EQ(load(store), (std::vector{second, first}));
  EXPECT_EQ(load(store, "prod"), std::vector{first});
  EXPECT_EQ(load(store, {}, 1), std::vector{second});
}

TEST(ClusterAudit, samePhaseTwice_isAConflict) {
  TempStore store;
  const auto one = entry(store, AuditPhase::Intent);
  ASSERT_TRUE(append(store, one));
  EXPECT_EQ(append(store, one).error().code, base::ErrorCode::Conflict);
}

TEST(ClusterAudit, nothing_changesOrTakesAwayAnEntry) {
  TempStore store;
  const auto one = entry(store, AuditPhase::Outcome, "done");
  ASSERT_TRUE(append(store, one));
  EXPECT_FALSE(execute(store, "UPDATE cluster_audit SET reason = 'none'"));
  EXPECT_FALSE(execute(store, "DELETE FROM cluster_audit"));
  EXPECT_TRUE(execute(store,
                      "INSERT OR REPLACE INTO cluster_audit SELECT number, act, phase, at, environment, "
                      "context, server, identity, action, namespace, target, 'none', plan, outcome, error, "
                      "resource_version FROM cluster_audit"));
  EXPECT_EQ(load(store), std::vector{one});
}

}  // namespace
}  // namespace aiagent::store
