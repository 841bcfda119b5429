// Every fault of the project's list is a rule, or is here with the reason why no machine can decide it; and
// what is nearly a fault is none.
#include <gmock/gmock.h>

#include <map>
#include <string>

#include "core/cluster/lint/lint.h"

namespace aiagent::cluster::lint {
namespace {

constexpr int kFaults = 128;

// Faults without a rule.
const std::map<int, const char*> kUndecided = {
    {7, "a drawing: what pulls from the registry is nowhere in the files"},
    {98,
     "how much may be lost, who answers for it and when it is tried are agreements between people; that "
     "nothing tries it at all is BACKUP-009"},
    {116, "a list for people: who owns an item and what proves it are words, not settings"},
    {128, "headings of what may come: there is nothing yet that could be wrong"},
};

// The same fault at another place, which the same rule tells.
const std::map<int, const char*> kToldBy = {{118, "CROSS-006"}};

std::string idsFor(const std::vector<LintFinding>& findings, const std::string& id) {
  std::string found;
  for (const auto& finding : findings)
    if (finding.id == id) found += finding.path + ":" + std::to_string(finding.line) + " ";
  return found;
}

std::string workflow(const std::string& on, const std::string& lines, const std::string& condition = {}) {
  std::string text = "on:\n" + on + "jobs:\n  a:\n    runs-on: b\n    steps:\n      - run: |\n" + lines;
  if (!condition.empty()) text += "        if: " + condition + "\n";
  return text;
}

constexpr const char* kDump =
    "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: dump\nspec:\n  schedule: \"SCHEDULE\"\n"
    "  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n"
    "            - name: a\n              image: a\n              args: [\"pg_dump a > b\"]\n---\n";

std::string dump(const std::string& schedule) {
  std::string text = kDump;
  return text.replace(text.find("SCHEDULE"), 8, schedule);
}

TEST(LintCoverage, every_fault_is_a_rule_or_has_a_reason) {
  std::map<int, int> rules;
  for (const auto& rule : lintRules()) ++rules[rule.fault];
  for (int fault = 1; fault <= kFaults; ++fault)
    EXPECT_EQ((rules.count(fault) ? 1u : 0u) + kUndecided.count(fault) + kToldBy.count(fault), 1u) << fault;
  for (const auto& [fault, id] : kToldBy) EXPECT_NE(ruleOf(id), nullptr) << fault;
}

TEST(LintCoverage, hourly_dumps_lose_little) {
  EXPECT_NE(idsFor(lintDeployment({{"a.yaml", dump("0 2 * * *")}}), "BACKUP-010"), "");
  EXPECT_EQ(idsFor(lintDeployment({{"a.yaml", dump("0 * * * *")}}), "BACKUP-010"), "");
  EXPECT_EQ(idsFor(lintDeployment({{"a.yaml", dump("whenever")}}), "BACKUP-010"), "");
}

TEST(LintCoverage, tag_that_may_start_it_is_no_fault) {
  const std::string lines = "          true\n", tagged = "startsWith(github.ref, 'refs/tags/v')";
  const auto told = [&](const std::string& on, const std::string& condition) {
    return idsFor(lintDeployment({{".github/workflows/a.yml", workflow(on, lines, condition)}}), "GHA-029");
  };
  EXPECT_NE(told("  push:\n    branches: [main]\n", tagged), "");
  EXPECT_EQ(told("  push:\n    branches: [main]\n    tags: [v*]\n", tagged), "");
  EXPECT_EQ(told("  push:\n", tagged), "");
  EXPECT_EQ(told("  push:\n    branches: [main]\n  release:\n", tagged), "");
  EXPECT_EQ(told("  push:\n    branches: [main]\n", tagged + " || github.ref == 'refs/heads/main'"), "");
}

TEST(LintCoverage, status_that_is_asked_again_is_no_fault) {
  const auto told = [](const std::string& lines) {
    return idsFor(lintDeployment({{".github/workflows/a.yml", workflow("  push:\n", lines)}}), "GHA-031");
  };
  EXPECT_NE(told("          kubectl rollout undo deploy/a && kubectl rollout status deploy/a\n"), "");
  EXPECT_EQ(told("          kubectl rollout undo deploy/a\n          sleep 60\n"
                 "          kubectl rollout status deploy/a\n"),
            "");
  EXPECT_EQ(told("          kubectl rollout status deploy/a\n          kubectl rollout undo deploy/a\n"), "");
}

TEST(LintCoverage, colour_that_has_time_to_end_is_no_fault) {
  const auto told = [](const std::string& between) {
    const auto lines = "          kubectl patch service a -p b\n" + between +
                       "          kubectl scale deploy/blue --replicas=0\n";
    return idsFor(lintDeployment({{".github/workflows/a.yml", workflow("  push:\n", lines)}}), "GHA-032");
  };
  EXPECT_NE(told(""), "");
  EXPECT_EQ(told("          sleep 300\n"), "");
}

TEST(LintCoverage, test_database_may_be_emptied) {
  const auto told = [](const std::string& lines) {
    return idsFor(lintDeployment({{".github/workflows/a.yml", workflow("  push:\n", lines)}}), "GHA-028");
  };
  EXPECT_EQ(told("          npx prisma migrate reset --force\n"), "");
  EXPECT_NE(told("          npx prisma migrate reset --force\n          kubectl apply -k a\n"), "");
}

TEST(LintCoverage, monitor_that_may_be_selected_is_no_fault) {
  const auto told = [](const std::string& selector) {
    return idsFor(lintDeployment({{"a.yaml",
                                   "apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata:\n  "
                                   "name: p\nspec:\n" +
                                       selector +
                                       "---\napiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\n"
                                       "metadata:\n  name: m\n  labels:\n    release: main\n"}}),
                  "K8S-062");
  };
  EXPECT_NE(told("  serviceMonitorSelector:\n    matchLabels:\n      release: other\n"), "");
  EXPECT_EQ(told("  serviceMonitorSelector:\n    matchLabels:\n      release: main\n"), "");
  EXPECT_EQ(told("  serviceMonitorSelector: {}\n"), "");
  EXPECT_EQ(told("  serviceMonitorSelector:\n    matchExpressions: [{key: release, operator: Exists}]\n"),
            "");
  EXPECT_EQ(told("  replicas: 2\n"), "");
}

TEST(LintCoverage, pool_that_fits_or_two_databases_are_no_fault) {
  const std::string app =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  replicas: 4\n  template:\n"
      "    spec:\n      containers:\n        - name: a\n          env:\n            - name: DB_POOL_SIZE\n"
      "              value: \"25\"\n---\n";
  const auto database = [](const std::string& most) {
    return "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: d\nspec:\n  template:\n    spec:\n"
           "      containers:\n        - name: d\n          args: [-c, max_connections=" +
           most + "]\n---\n";
  };
  const auto told = [&](const std::string& text) {
    return idsFor(lintDeployment({{"a.yaml", app + text}}), "CROSS-009");
  };
  EXPECT_NE(told(database("99")), "");
  EXPECT_EQ(told(database("100")), "");
  EXPECT_EQ(told(database("99") + database("50")), "");
  EXPECT_EQ(told(""), "");
}

TEST(LintCoverage, cluster_with_dataplane_enforces) {
  const auto told = [](const std::string& line) {
    return idsFor(
        lintDeployment({{"a.yaml",
                         "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  "
                         "name: a\n"},
                        {".github/workflows/a.yml", workflow("  push:\n", "          " + line + "\n")}}),
        "NET-008");
  };
  EXPECT_NE(told("gcloud container clusters create a"), "");
  EXPECT_EQ(told("gcloud container clusters create a --enable-dataplane-v2"), "");
  EXPECT_EQ(told("gcloud container clusters create-auto a"), "");
}

TEST(LintCoverage, down_step_that_somebody_runs_is_no_fault) {
  const std::vector<LintFile> files = {
      {"prisma/migrations/1/down.sql", "select 1;\n"},
      {".github/workflows/a.yml",
       workflow("  push:\n", "          npx prisma db execute --file ./prisma/migrations/1/down.sql\n")}};
  EXPECT_NE(idsFor(lintDeployment({files[0]}), "DB-008"), "");
  EXPECT_EQ(idsFor(lintDeployment(files), "DB-008"), "");
}

}  // namespace
}  // namespace aiagent::cluster::lint
