#include "core/cluster/verdicts/cluster_verdicts.h"

#include <gtest/gtest.h>

#include "core/wire/kube_table.h"
#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using tests::rowFrom;
using tests::rowNamed;
using tests::rowsOf;
using wire::KubeKind;

const auto kNow = wire::kubeTime("2026-11-23T08:00:00Z");

std::string said(const Verdict& verdict) {
  EXPECT_FALSE(verdict.evidence.empty());
  return std::string(toWord(verdict.kind)) + " " + verdict.reason;
}

// ---- nodes

std::vector<std::string> nodeVerdictsOf(std::string_view path) {
  std::vector<std::string> words;
  for (const auto& frame : tests::kubeWatchFixture(path, KubeKind::Node)) {
    if (frame.type > wire::FrameType::Deleted) continue;
    const auto word = said(nodeVerdict(std::get<wire::NodeRow>(frame.row)));
    if (words.empty() || words.back() != word) words.push_back(word);
  }
  return words;
}

TEST(NodeVerdict, recordedNodes_equalTheServersTables) {
  const auto nodes = rowsOf<wire::NodeRow>("healthy/nodes.json", KubeKind::Node);
  const auto table = wire::readKubeTable(tests::kubeFixture("healthy/nodes.table.json"));
  for (const auto& line : table->rows)
    EXPECT_EQ(nodeStatusWord(rowNamed(nodes, line.cells.at(0))), line.cells.at(1));
  const auto text = tests::kubeFixture("cli/get-nodes-notready.txt");
  for (const auto& node : rowsOf<wire::NodeRow>("degraded/nodes-one-notready.json", KubeKind::Node))
    EXPECT_NE(text.find(node.head.name + "   " + nodeStatusWord(node) + " "), text.npos) << node.head.name;
}

TEST(NodeVerdict, recordedWatches_giveTheirVerdictsInOrder) {
  EXPECT_EQ(nodeVerdictsOf("watch/node-cordon.nodes.jsonl"),
            (std::vector<std::string>{"paused Cordoned", "healthy Ready"}));
  EXPECT_EQ(nodeVerdictsOf("watch/node-outage.nodes.jsonl"),
            (std::vector<std::string>{"failed NotAnswering", "failed NotReady", "healthy Ready"}));
}

TEST(NodeVerdict, pressureAndSilence) {
  const auto node = [](const std::string& conditions) {
    return said(nodeVerdict(rowFrom<wire::NodeRow>(
        R"({"metadata":{"name":"n"},"status":{"conditions":[)" + conditions + "]}}", KubeKind::Node)));
  };
  const std::string ready = R"({"type":"Ready","status":"True"})";
  EXPECT_EQ(node(ready + R"(,{"type":"DiskPressure","status":"True"})"), "degraded DiskPressure");
  EXPECT_EQ(node(R"({"type":"Ready","status":"False","reason":"KubeletNotReady"})"), "failed NotReady");
  EXPECT_EQ(node(""), "unknown NoStatus");
}

// ---- budgets and quotas

TEST(BudgetVerdict, recordedBudgets) {
  const auto healthy =
      rowsOf<wire::PodDisruptionBudgetRow>("healthy/pdb.json", KubeKind::PodDisruptionBudget).at(0);
  EXPECT_EQ(said(budgetVerdict(healthy)), "healthy NoDisruptionAllowed");
  auto row = healthy;
  row.healthy = 2;
  EXPECT_EQ(said(budgetVerdict(row)), "degraded BelowDesired");
  row.expected = 0;
  EXPECT_EQ(said(budgetVerdict(row)), "healthy NoPods");
  row.head.generation = 5;
  EXPECT_EQ(said(budgetVerdict(row)), "progressing NotObserved");
}

TEST(QuotaVerdict, fullestLine_decides) {
  for (const auto* path : {"healthy/resourcequotas.json", "degraded/resourcequotas.json"})
    EXPECT_EQ(said(quotaVerdict(rowsOf<wire::ResourceQuotaRow>(path, KubeKind::ResourceQuota).at(0))),
              "healthy Enough")
        << path;
  const auto quota = [](const std::string& hard, const std::string& used) {
    return said(quotaVerdict(rowFrom<wire::ResourceQuotaRow>(
        R"({"metadata":{"name":"q"},"status":{"hard":)" + hard + R"(,"used":)" + used + "}}",
        KubeKind::ResourceQuota)));
  };
  EXPECT_EQ(quota(R"({"pods":"24","requests.memory":"8Gi"})", R"({"pods":"22","requests.memory":"1Gi"})"),
            "healthy NearlyFull");
  EXPECT_EQ(quota(R"({"pods":"24"})", R"({"pods":"24"})"), "degraded Full");
  EXPECT_EQ(quota(R"({"services.loadbalancers":"0"})", R"({"services.loadbalancers":"0"})"),
            "healthy Enough");
  EXPECT_EQ(quota(R"({"pods":"many"})", R"({"pods":"1"})"), "unknown NotReadable");
  EXPECT_EQ(quota("{}", "{}"), "unknown NotReadable");
}

// ---- certificates

std::string certificate(const std::string& status) {
  return said(
      certificateVerdict(rowFrom<wire::CertificateRow>(R"({"metadata":{"name":"c"},"status":)" + status + "}",
                                                       KubeKind::Certificate),
                         kNow));
}

TEST(CertificateVerdict, expiryRenewalAndIssuance) {
  const std::string ready = R"("conditions":[{"type":"Ready","status":"True"}])";
  const std::string issuing =
      R"("conditions":[{"type":"Ready","status":"True"},{"type":"Issuing","status":"True"}])";
  const std::string after = R"("notAfter":"2027-02-20T00:00:00Z",)";
  EXPECT_EQ(certificate("{" + after + R"("renewalTime":"2027-01-20T00:00:00Z",)" + ready + "}"),
            "healthy Valid");
  EXPECT_EQ(certificate("{" + after + R"("renewalTime":"2026-11-20T00:00:00Z",)" + ready + "}"),
            "degraded RenewalLate");
  EXPECT_EQ(certificate("{" + after + R"("renewalTime":"2026-11-20T00:00:00Z",)" + issuing + "}"),
            "progressing Renewing");
  EXPECT_EQ(certificate("{" + after + R"("failedIssuanceAttempts":2,)" + ready + "}"),
            "degraded IssuanceFails");
  EXPECT_EQ(certificate(R"({"notAfter":"2026-12-10T00:00:00Z",)" + ready + "}"), "degraded ExpiresSoon");
  EXPECT_EQ(certificate(R"({"notAfter":"2026-11-28T00:00:00Z",)" + ready + "}"), "failed ExpiresVerySoon");
  EXPECT_EQ(certificate(R"({"notAfter":"2026-11-20T00:00:00Z",)" + ready + "}"), "failed Expired");
  EXPECT_EQ(certificate("{" + after + R"("conditions":[{"type":"Ready","status":"False"}]})"),
            "failed NotReady");
  EXPECT_EQ(
      certificate(R"({"conditions":[{"type":"Ready","status":"False"},{"type":"Issuing","status":"True"}]})"),
      "progressing Issuing");
  EXPECT_EQ(certificate("{" + after + R"("conditions":[]})"), "unknown NoCondition");
  EXPECT_EQ(certificate("{}"), "unknown ExpiryUnknown");
}

TEST(CertificateVerdict, failedIssuance_tellsWhenItIsTriedAgain) {
  const auto row = [](int attempts, const char* more = "") {
    return rowFrom<wire::CertificateRow>(
        R"({"metadata":{"name":"c"},"status":{"notAfter":"2027-03-01T00:00:00Z","failedIssuanceAttempts":)" +
            std::to_string(attempts) + R"(,"lastFailureTime":"2026-11-23T07:00:00Z")" + more + "}}",
        KubeKind::Certificate);
  };
  EXPECT_EQ(nextIssuance(row(1)), wire::kubeTime("2026-11-23T08:00:00Z"));
  EXPECT_EQ(nextIssuance(row(3)), wire::kubeTime("2026-11-23T11:00:00Z"));
  EXPECT_EQ(nextIssuance(row(50)), wire::kubeTime("2026-11-24T15:00:00Z"));
  EXPECT_FALSE(wire::told(nextIssuance(row(0))));
  const auto verdict = certificateVerdict(row(2), kNow);
  EXPECT_EQ(verdict.reason, "IssuanceFails");
  EXPECT_EQ(verdict.evidence.back().value, "2026-11-23T09:00:00.000Z");
}

// ---- Argo Rollouts

TEST(RolloutPhase, countsOnlyWhenItIsOfThisSpec) {
  const auto rollout = [](const std::string& status) {
    return said(rolloutPhaseVerdict(rowFrom<wire::RolloutRow>(
        R"({"metadata":{"name":"r","generation":4},"status":)" + status + "}", KubeKind::Rollout)));
  };
  EXPECT_EQ(rollout(R"({"observedGeneration":"4","phase":"Healthy"})"), "healthy Healthy");
  EXPECT_EQ(rollout(R"({"observedGeneration":"3","phase":"Healthy"})"), "progressing NotObserved");
  EXPECT_EQ(rollout(R"({"observedGeneration":"4","phase":"Paused","controllerPause":true})"),
            "progressing NotObserved");
  EXPECT_EQ(
      rollout(R"({"observedGeneration":"4","phase":"Paused","controllerPause":true,"pauseConditions":[{}]})"),
      "paused Paused");
  EXPECT_EQ(rollout(R"({"observedGeneration":"4","phase":"Degraded","availableReplicas":2,"abort":true})"),
            "degraded Aborted");
  EXPECT_EQ(rollout(R"({"observedGeneration":"4","phase":"Degraded"})"), "failed Degraded");
  EXPECT_EQ(rollout(R"({"observedGeneration":"4"})"), "unknown NoPhase");
}

}  // namespace
}  // namespace aiagent::cluster
