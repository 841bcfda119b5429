#include "core/wire/kube_metrics.h"

#include <gtest/gtest.h>

namespace aiagent::wire {
namespace {

using std::chrono::milliseconds;

TEST(KubeMetrics, pods_haveTheirContainers) {
  const auto metrics =
      readKubeMetrics(R"({"kind":"PodMetricsList","apiVersion":"metrics.k8s.io/v1beta1","metadata":{},
    "items":[{"metadata":{"name":"api-1","namespace":"aiagent","creationTimestamp":"2026-11-23T07:00:09Z"},
              "timestamp":"2026-11-23T07:00:00Z","window":"14.5s",
              "containers":[{"name":"api","usage":{"cpu":"5137n","memory":"12044Ki"}},
                            {"name":"proxy","usage":{"memory":"1Mi","cpu":"0"}}]}]})");
  ASSERT_TRUE(metrics.ok());
  ASSERT_EQ(metrics->size(), 1u);
  const auto& pod = metrics->front();
  EXPECT_EQ(pod.name, "api-1");
  EXPECT_EQ(pod.nameSpace, "aiagent");
  EXPECT_EQ(pod.at, kubeTime("2026-11-23T07:00:00Z"));
  EXPECT_EQ(pod.window, milliseconds(14'500));
  EXPECT_EQ(pod.usage, (std::vector<KubeUsage>{{"api", "5137n", "12044Ki"}, {"proxy", "0", "1Mi"}}));
}

TEST(KubeMetrics, nodes_haveOneUsage) {
  const auto metrics = readKubeMetrics(
      R"({"items":[{"usage":{"cpu":"1","memory":"2Gi"},"window":"1m0s","metadata":{"name":"n1"}},{"metadata":{}}]})");
  ASSERT_TRUE(metrics.ok());
  ASSERT_EQ(metrics->size(), 1u) << "one without a name is none";
  EXPECT_EQ(metrics->front().usage, (std::vector<KubeUsage>{{"", "1", "2Gi"}}));
  EXPECT_EQ(metrics->front().at, kNoTime);
}

TEST(KubeMetrics, emptyList_isNoError) {
  EXPECT_TRUE(readKubeMetrics(R"({"items":[]})").value().empty());
  EXPECT_TRUE(readKubeMetrics(R"({"items":null})").value().empty());
}

TEST(KubeMetrics, otherBodies_areRefused) {
  for (const auto* body :
       {"", "404 page not found", "{}", R"({"kind":"Status","code":503})", R"({"items":[)"})
    EXPECT_EQ(readKubeMetrics(body).error().code, base::ErrorCode::BadResponse) << body;
}

TEST(KubeMetrics, durations_areRead) {
  EXPECT_EQ(goDuration("30s"), milliseconds(30'000));
  EXPECT_EQ(goDuration("1m0.5s"), milliseconds(60'500));
  EXPECT_EQ(goDuration("1h2m3s4ms"), milliseconds(3'723'004));
  EXPECT_EQ(goDuration("1500us"), milliseconds(1));
  for (const auto* text : {"", "s", "30", "-3s", "1e9s", "3x", "1..2s", "99h"})
    EXPECT_EQ(goDuration(text), milliseconds(0)) << text;
}

}  // namespace
}  // namespace aiagent::wire
