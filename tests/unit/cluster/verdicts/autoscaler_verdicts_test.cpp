#include "core/cluster/verdicts/autoscaler_verdicts.h"

#include <gtest/gtest.h>

#include "core/wire/kube_table.h"
#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using tests::rowFrom;
using tests::rowsOf;
using wire::HorizontalPodAutoscalerRow;
using wire::KubeKind;

std::string said(const Verdict& verdict) {
  EXPECT_FALSE(verdict.evidence.empty());
  return std::string(toWord(verdict.kind)) + " " + verdict.reason;
}

HorizontalPodAutoscalerRow scaler(const std::string& status, const std::string& name = "h") {
  return rowFrom<HorizontalPodAutoscalerRow>(
      R"({"metadata":{"name":")" + name + R"(","uid":")" + name +
          R"("},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"api"},"minReplicas":2,"maxReplicas":5,"metrics":[
      {"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":70}}}]},"status":)" +
          status + "}",
      KubeKind::HorizontalPodAutoscaler);
}

std::string status(int current, int desired,
                   const std::string& conditions = R"({"type":"ScalingActive","status":"True"})") {
  return R"({"currentReplicas":)" + std::to_string(current) + R"(,"desiredReplicas":)" +
         std::to_string(desired) + R"(,"conditions":[)" + conditions +
         R"(],"currentMetrics":[{"type":"Resource","resource":{"name":"cpu","current":{"averageUtilization":42,"averageValue":"84m"}}}]})";
}

TEST(AutoscalerVerdict, recordedAutoscaler_saysWhyItDoesNotScale) {
  const auto row =
      rowsOf<HorizontalPodAutoscalerRow>("healthy/hpa.json", KubeKind::HorizontalPodAutoscaler).at(0);
  const auto table = wire::readKubeTable(tests::kubeFixture("healthy/hpa.table.json"));
  EXPECT_EQ(metricsText(row), table->rows.at(0).cells.at(2));
  EXPECT_EQ(said(autoscalerVerdict(row)), "degraded FailedGetResourceMetric");
}

TEST(AutoscalerVerdict, states) {
  EXPECT_EQ(said(autoscalerVerdict(scaler(status(3, 3)))), "healthy Scaled");
  EXPECT_EQ(said(autoscalerVerdict(scaler(status(3, 4)))), "progressing Scaling");
  EXPECT_EQ(said(autoscalerVerdict(scaler(status(5, 5)))), "degraded AtMaximum");
  EXPECT_EQ(said(autoscalerVerdict(scaler(
                status(0, 0, R"({"type":"ScalingActive","status":"False","reason":"ScalingDisabled"})")))),
            "paused ScalingDisabled");
  EXPECT_EQ(said(autoscalerVerdict(scaler(
                status(3, 3, R"({"type":"ScalingActive","status":"False","reason":"AmbiguousSelector"})")))),
            "degraded AmbiguousSelector");
  EXPECT_EQ(said(autoscalerVerdict(scaler("{}"))), "unknown NoStatus");
}

TEST(AutoscalerVerdict, conflicts_withOthersOfTheSameTarget) {
  const auto row = scaler(status(3, 3)), other = scaler(status(3, 3), "h2");
  EXPECT_EQ(said(autoscalerVerdict(row, {.horizontal = {&row, &other}})), "degraded TwoAutoscalers");
  EXPECT_EQ(said(autoscalerVerdict(row, {.horizontal = {&row}})), "healthy Scaled");
  const auto vertical = [&](const std::string& spec) {
    const auto vpa = rowFrom<wire::VerticalPodAutoscalerRow>(
        R"({"metadata":{"name":"v"},"spec":{"targetRef":{"kind":"Deployment","name":"api"})" + spec + "}}",
        KubeKind::VerticalPodAutoscaler);
    return said(autoscalerVerdict(row, {.vertical = {&vpa}}));
  };
  EXPECT_EQ(vertical(""), "degraded ConflictsWithVertical");
  EXPECT_EQ(vertical(R"(,"updatePolicy":{"updateMode":"Off"})"), "healthy Scaled");
  EXPECT_EQ(
      vertical(
          R"(,"resourcePolicy":{"containerPolicies":[{"containerName":"*","controlledResources":["memory"]}]})"),
      "healthy Scaled");
}

TEST(AutoscalerVerdict, metrics_asKubectlWritesThem) {
  EXPECT_EQ(metricsText(scaler(status(3, 3))), "cpu: 42%/70%");
  const auto many = rowFrom<HorizontalPodAutoscalerRow>(
      R"({"metadata":{"name":"h"},"spec":{"metrics":[{"type":"Resource","resource":{"name":"memory","target":{"averageValue":"500Mi"}}},
      {"type":"Pods","pods":{"metric":{"name":"rps"},"target":{"averageValue":"100"}}},
      {"type":"External","external":{"metric":{"name":"queue"},"target":{"averageValue":"30"}}}]},"status":{"currentMetrics":[
      {"type":"Pods","pods":{"metric":{"name":"rps"},"current":{"averageValue":"83500m"}}}]}})",
      KubeKind::HorizontalPodAutoscaler);
  EXPECT_EQ(metricsText(many), "memory: <unknown>/500Mi, 83500m/100 + 1 more...");
}

}  // namespace
}  // namespace aiagent::cluster
