#include "core/cluster/signals/signal_queries.h"

#include <gtest/gtest.h>

#include <set>

namespace aiagent::cluster {
namespace {

using namespace std::chrono_literals;

TEST(SignalQueries, traffic_asksForOurOwnFirst) {
  const auto queries = signalQueries(SignalKind::Traffic, {.nameSpace = "prod"}, 2min);
  ASSERT_EQ(queries.size(), 5u);
  EXPECT_EQ(queries[0].source, "aiagent-server");
  EXPECT_EQ(queries[0].unit, SignalUnit::PerSecond);
  EXPECT_EQ(
      queries[0].expression,
      R"(sum(rate(aiagent_http_requests_total{namespace="prod",route!~"/livez|/readyz|/health"}[2m])))");
  EXPECT_EQ(
      queries[0].newest,
      R"(max(timestamp(aiagent_http_requests_total{namespace="prod",route!~"/livez|/readyz|/health"})))");
  EXPECT_EQ(queries[1].expression,
            R"(sum(rate(aiagent_http_requests_total{namespace="",route!~"/livez|/readyz|/health"}[2m])))");
  EXPECT_EQ(queries[2].expression,
            R"(sum(rate(nginx_ingress_controller_requests{exported_namespace="prod"}[2m])))");
  EXPECT_EQ(queries[3].source, "ingress-nginx");
  EXPECT_EQ(
      queries[4].expression,
      R"(sum(rate(istio_requests_total{reporter="destination",destination_workload_namespace="prod"}[2m])))");
}

TEST(SignalQueries, errors_areZeroWhereNothingFailedYet) {
  const auto queries = signalQueries(SignalKind::Errors, {.nameSpace = "p"}, 1h);
  EXPECT_EQ(queries[2].unit, SignalUnit::Share);
  EXPECT_EQ(queries[2].expression,
            R"((sum(rate(nginx_ingress_controller_requests{exported_namespace="p",status=~"5.."}[1h])))"
            R"( or 0 * sum(rate(nginx_ingress_controller_requests{exported_namespace="p"}[1h]))))"
            R"( / sum(rate(nginx_ingress_controller_requests{exported_namespace="p"}[1h])))");
}

TEST(SignalQueries, latency_leavesOutWhatWaitsOnPurpose) {
  const auto queries = signalQueries(SignalKind::LatencyP95, {.nameSpace = "p"}, 5min);
  EXPECT_EQ(queries[0].expression,
            R"(histogram_quantile(0.95, sum by (le) (rate(aiagent_http_request_seconds_bucket{namespace="p",)"
            R"(route!~"/livez|/readyz|/health",route!~"/v1/live|/v1/openai.*"}[5m]))))");
  EXPECT_NE(queries.back().expression.find("istio_request_duration_milliseconds_bucket"), std::string::npos);
  EXPECT_NE(queries.back().expression.find(" / 1000"), std::string::npos);
  EXPECT_NE(signalQueries(SignalKind::LatencyP50, {.nameSpace = "p"}, 5min)[0].expression.find("(0.5,"),
            std::string::npos);
  EXPECT_NE(signalQueries(SignalKind::LatencyP99, {.nameSpace = "p"}, 5min)[0].expression.find("(0.99,"),
            std::string::npos);
}

TEST(SignalQueries, saturation_countsNoContainerTwice) {
  for (const auto kind : {SignalKind::Cpu, SignalKind::Memory})
    for (const auto& query : signalQueries(kind, {.nameSpace = "p"}, 5min)) {
      const auto usage = query.expression.find("container_");
      ASSERT_NE(usage, std::string::npos);
      EXPECT_NE(query.expression.find(R"(container!="",container!="POD")", usage), std::string::npos);
    }
  const auto memory = signalQueries(SignalKind::Memory, {.nameSpace = "p"}, 5min);
  ASSERT_EQ(memory.size(), 3u);
  EXPECT_EQ(memory[0].source, "limits");
  EXPECT_EQ(memory[0].unit, SignalUnit::Share);
  EXPECT_EQ(memory[2].source, "usage");
  EXPECT_EQ(memory[2].unit, SignalUnit::Bytes);
  EXPECT_EQ(memory[2].expression,
            R"(sum(max by (pod, container) (container_memory_working_set_bytes{namespace="p",)"
            R"(container!="",container!="POD"})))");
  EXPECT_EQ(signalQueries(SignalKind::Cpu, {.nameSpace = "p"}, 5min)[2].unit, SignalUnit::Cores);
}

TEST(SignalQueries, workload_isFoundByItsPods) {
  const auto pods = [](wire::KubeKind kind) {
    return signalQueries(SignalKind::Traffic, {"p", "api.v1", kind}, 5min)[0].expression;
  };
  EXPECT_NE(pods(wire::KubeKind::Deployment).find(R"(pod=~"api\\.v1-[a-z0-9]{1,10}-[a-z0-9]{5}")"),
            std::string::npos);
  EXPECT_NE(pods(wire::KubeKind::StatefulSet).find(R"(pod=~"api\\.v1-[0-9]+")"), std::string::npos);
  EXPECT_NE(pods(wire::KubeKind::DaemonSet).find(R"(pod=~"api\\.v1-[a-z0-9]{5}")"), std::string::npos);
  const auto queries = signalQueries(SignalKind::Traffic, {"p", "api", wire::KubeKind::Deployment}, 5min);
  ASSERT_EQ(queries.size(), 2u) << "an ingress knows no workloads";
  EXPECT_NE(queries[1].expression.find(R"(destination_workload="api")"), std::string::npos);
}

TEST(SignalQueries, moreLabels_areInEverySelector) {
  const SignalScope scope{.nameSpace = "p", .labels = {{"cluster", "eu\""}, {"no label", "x"}}};
  const std::string_view wanted = R"(,cluster="eu\"",no_such_label="x")";
  for (const auto kind : kSignalKinds)
    for (const auto& query : signalQueries(kind, scope, 5min))
      for (const auto& text : {query.expression, query.newest})
        for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
          EXPECT_NE(text.substr(at, text.find('}', at) - at).find(wanted), std::string::npos) << text;
  EXPECT_EQ(alertsQuery(scope), R"(ALERTS{namespace=~"p|",cluster="eu\"",no_such_label="x"})");
}

TEST(SignalQueries, names_cannotLeaveTheirText) {
  const auto query = signalQueries(SignalKind::Traffic, {.nameSpace = "a\"} or vector(1) #\\"}, 5min)[0];
  EXPECT_NE(query.expression.find(R"(namespace="a\"} or vector(1) #\\",)"), std::string::npos);
  EXPECT_EQ(promString("a\nb"), R"("a\nb")");
  EXPECT_EQ(promLiteral("a.b*c"), R"(a\.b\*c)");
}

TEST(SignalQueries, errorShares_areOneSeriesForEachWindow) {
  const auto query = errorSharesQuery({.nameSpace = "p"}, 0, {300s, 86'400s});
  EXPECT_EQ(query.find("label_replace(("), 0u);
  EXPECT_NE(query.find(R"(, "window", "5m", "", "") or label_replace()"), std::string::npos);
  EXPECT_NE(query.find(R"([1d])) or 0 * )"), std::string::npos);
  EXPECT_EQ(errorSharesQuery({.nameSpace = "p"}, 5, {300s}), "");
}

TEST(SignalQueries, durations_areWrittenInTheLargestUnit) {
  EXPECT_EQ(promDuration(30s), "30s");
  EXPECT_EQ(promDuration(90s), "90s");
  EXPECT_EQ(promDuration(5min), "5m");
  EXPECT_EQ(promDuration(6h), "6h");
  EXPECT_EQ(promDuration(72h), "3d");
}

TEST(SignalQueries, words_areStable) {
  std::set<std::string_view> words;
  for (const auto kind : kSignalKinds) words.insert(toWord(kind));
  EXPECT_EQ(words.size(), std::size(kSignalKinds));
  EXPECT_EQ(toWord(SignalKind::LatencyP95), "latency_p95");
  EXPECT_EQ(alertsQuery({.nameSpace = "p"}), R"(ALERTS{namespace=~"p|"})");
  EXPECT_EQ(historyQuery({.newest = "max(x)"}, 720h), "count_over_time((max(x))[30d:6h])");
}

}  // namespace
}  // namespace aiagent::cluster
