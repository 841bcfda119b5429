#include "core/cluster/signals/signal_queries.h"

#include <algorithm>
#include <utility>

namespace aiagent::cluster {
namespace {

using std::string;
using std::chrono::seconds;

// Whose requests: the names of counter and histogram, and how its labels are matched.
struct RequestSource {
  std::string_view name, requests, buckets;
  string matchers;                  // of this scope
  std::string_view failed;          // more matchers: of requests that failed
  std::string_view slow;            // more matchers: without what is slow on purpose
  std::string_view secondsPerUnit;  // of the histogram, as a divisor
};

// Health checks are no traffic: a server that nobody uses has them, too.
constexpr std::string_view kOwnTraffic = "route!~\"/livez|/readyz|/health\"";
// These wait: for a change, or for a model.
constexpr std::string_view kOwnLatency = "route!~\"/v1/live|/v1/openai.*\"";

string joined(std::string_view first, std::string_view second) {
  string all(first);
  if (!first.empty() && !second.empty()) all += ',';
  return all += second;
}

string podPattern(const SignalScope& scope) {
  const auto name = promLiteral(scope.workload);
  switch (scope.kind) {
    case wire::KubeKind::Deployment: return name + "-[a-z0-9]{1,10}-[a-z0-9]{5}";
    case wire::KubeKind::StatefulSet: return name + "-[0-9]+";
    case wire::KubeKind::DaemonSet: return name + "-[a-z0-9]{5}";
    default: return name + "(-.*)?";
  }
}

bool isLabelName(std::string_view name) {
  return !name.empty() && (name.front() < '0' || name.front() > '9') &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
         });
}

// One that no label can have finds nothing: less is wrong than what is of somebody else.
string withLabels(string matchers, const SignalScope& scope) {
  for (const auto& [name, value] : scope.labels)
    matchers += "," + (isLabelName(name) ? name : "no_such_label") + "=" + promString(value);
  return matchers;
}

string podMatchers(const SignalScope& scope) {
  const auto nameSpace = withLabels("namespace=" + promString(scope.nameSpace), scope);
  return scope.workload.empty() ? nameSpace : nameSpace + ",pod=~" + promString(podPattern(scope));
}

RequestSource ownSource(string matchers) {
  return {.name = "aiagent-server",
          .requests = "aiagent_http_requests_total",
          .buckets = "aiagent_http_request_seconds_bucket",
          .matchers = joined(matchers, kOwnTraffic),
          .failed = "status=~\"5..\"",
          .slow = kOwnLatency,
          .secondsPerUnit = ""};
}

RequestSource nginxSource(string matchers) {
  return {.name = "ingress-nginx",
          .requests = "nginx_ingress_controller_requests",
          .buckets = "nginx_ingress_controller_request_duration_seconds_bucket",
          .matchers = std::move(matchers),
          .failed = "status=~\"5..\"",
          .slow = "",
          .secondsPerUnit = ""};
}

RequestSource istioSource(const SignalScope& scope) {
  auto matchers = "reporter=\"destination\",destination_workload_namespace=" + promString(scope.nameSpace);
  if (!scope.workload.empty()) matchers += ",destination_workload=" + promString(scope.workload);
  return {.name = "istio",
          .requests = "istio_requests_total",
          .buckets = "istio_request_duration_milliseconds_bucket",
          .matchers = withLabels(std::move(matchers), scope),
          .failed = "response_code=~\"5..\"",
          .slow = "",
          .secondsPerUnit = " / 1000"};
}

// Each set of labels stands alone: together, one server's failures could be divided by another's traffic.
std::vector<RequestSource> requestSources(const SignalScope& scope) {
  std::vector<RequestSource> all{ownSource(podMatchers(scope))};
  if (scope.workload.empty()) {
    // A server outside of a cluster is scraped without a namespace.
    all.push_back(ownSource(withLabels("namespace=\"\"", scope)));
    // The controller's own namespace hides that of the ingress when it is scraped as usual.
    all.push_back(nginxSource(withLabels("exported_namespace=" + promString(scope.nameSpace), scope)));
    all.push_back(
        nginxSource(withLabels("exported_namespace=\"\",namespace=" + promString(scope.nameSpace), scope)));
  }
  all.push_back(istioSource(scope));
  return all;
}

string rateOf(const RequestSource& source, std::string_view metric, std::string_view more, seconds window) {
  return "rate(" + string(metric) + "{" + joined(source.matchers, more) + "}[" + promDuration(window) + "])";
}

string traffic(const RequestSource& source, seconds window) {
  return "sum(" + rateOf(source, source.requests, "", window) + ")";
}

// Where nothing failed yet there is no series of failures.
string errors(const RequestSource& source, seconds window) {
  const auto all = traffic(source, window);
  return "(sum(" + rateOf(source, source.requests, source.failed, window) + ") or 0 * " + all + ") / " + all;
}

string latency(const RequestSource& source, std::string_view quantile, seconds window) {
  return "histogram_quantile(" + string(quantile) + ", sum by (le) (" +
         rateOf(source, source.buckets, source.slow, window) + "))" + string(source.secondsPerUnit);
}

string newestOf(const RequestSource& source) {
  return "max(timestamp(" + string(source.requests) + "{" + source.matchers + "}))";
}

std::string_view quantileOf(SignalKind kind) {
  if (kind == SignalKind::LatencyP50) return "0.5";
  return kind == SignalKind::LatencyP95 ? "0.95" : "0.99";
}

SignalQuery requestQuery(SignalKind kind, const RequestSource& source, seconds window) {
  SignalQuery query{.source = source.name, .newest = newestOf(source)};
  if (kind == SignalKind::Traffic) {
    query.expression = traffic(source, window);
  } else if (kind == SignalKind::Errors) {
    query.unit = SignalUnit::Share;
    query.expression = errors(source, window);
  } else {
    query.unit = SignalUnit::Seconds;
    query.expression = latency(source, quantileOf(kind), window);
  }
  return query;
}

// ---- saturation

// A pod's own series and that of its pause container say the same again: summed with them, memory comes out
// twice (contract D13).
string usageOf(SignalKind kind, const SignalScope& scope, seconds window) {
  const auto matchers = "{" + podMatchers(scope) + ",container!=\"\",container!=\"POD\"}";
  if (kind == SignalKind::Cpu)
    return "sum by (pod, container) (rate(container_cpu_usage_seconds_total" + matchers + "[" +
           promDuration(window) + "]))";
  return "max by (pod, container) (container_memory_working_set_bytes" + matchers + ")";
}

// What pods that still run may use. Several instances of kube-state-metrics count once.
string allowedOf(SignalKind kind, const SignalScope& scope, std::string_view metric) {
  const auto matchers = podMatchers(scope);
  const string resource = kind == SignalKind::Cpu ? "cpu" : "memory";
  return "(max by (pod, container) (" + string(metric) + "{" + matchers + ",resource=\"" + resource +
         "\"}) * on (pod) group_left () max by (pod) (kube_pod_status_phase{" + matchers +
         ",phase=\"Running\"} == 1))";
}

std::vector<SignalQuery> saturationQueries(SignalKind kind, const SignalScope& scope, seconds window) {
  const auto usage = usageOf(kind, scope, window);
  const auto* metric =
      kind == SignalKind::Cpu ? "container_cpu_usage_seconds_total" : "container_memory_working_set_bytes";
  const auto newest = "max(timestamp(" + string(metric) + "{" + podMatchers(scope) + ",container!=\"\"}))";
  // Of containers with a limit only: the others' use would count against what is not theirs.
  const auto share = [&](std::string_view source, std::string_view of) {
    const auto allowed = allowedOf(kind, scope, of);
    return SignalQuery{.source = source,
                       .unit = SignalUnit::Share,
                       .expression = "sum(" + usage + " and on (pod, container) " + allowed + ") / sum(" +
                                     usage + " * 0 + on (pod, container) " + allowed + ")",
                       .newest = newest};
  };
  return {share("limits", "kube_pod_container_resource_limits"),
          share("requests", "kube_pod_container_resource_requests"),
          SignalQuery{.source = "usage",
                      .unit = kind == SignalKind::Cpu ? SignalUnit::Cores : SignalUnit::Bytes,
                      .expression = "sum(" + usage + ")",
                      .newest = newest}};
}

}  // namespace

std::string_view toWord(SignalKind kind) {
  switch (kind) {
    case SignalKind::Traffic: return "traffic";
    case SignalKind::Errors: return "errors";
    case SignalKind::LatencyP50: return "latency_p50";
    case SignalKind::LatencyP95: return "latency_p95";
    case SignalKind::LatencyP99: return "latency_p99";
    case SignalKind::Cpu: return "cpu";
    case SignalKind::Memory: break;
  }
  return "memory";
}

std::vector<SignalQuery> signalQueries(SignalKind kind, const SignalScope& scope, seconds window) {
  if (kind == SignalKind::Cpu || kind == SignalKind::Memory) return saturationQueries(kind, scope, window);
  std::vector<SignalQuery> all;
  for (const auto& source : requestSources(scope)) all.push_back(requestQuery(kind, source, window));
  return all;
}

string errorSharesQuery(const SignalScope& scope, std::size_t place, const std::vector<seconds>& windows) {
  const auto sources = requestSources(scope);
  if (place >= sources.size()) return {};
  string query;
  for (const auto window : windows)
    query += (query.empty() ? "" : " or ") + ("label_replace(" + errors(sources[place], window)) +
             ", \"window\", \"" + promDuration(window) + "\", \"\", \"\")";
  return query;
}

string historyQuery(const SignalQuery& query, seconds period) {
  return "count_over_time((" + query.newest + ")[" + promDuration(period) + ":" + promDuration(kHistoryStep) +
         "])";
}

string alertsQuery(const SignalScope& scope) {
  return "ALERTS{" + withLabels("namespace=~" + promString(promLiteral(scope.nameSpace) + "|"), scope) + "}";
}

string promDuration(seconds time) {
  const auto count = time.count();
  if (count % 86'400 == 0 && count > 0) return std::to_string(count / 86'400) + "d";
  if (count % 3600 == 0 && count > 0) return std::to_string(count / 3600) + "h";
  if (count % 60 == 0 && count > 0) return std::to_string(count / 60) + "m";
  return std::to_string(count) + "s";
}

string promString(std::string_view text) {
  string quoted = "\"";
  for (const char each : text) {
    if (each == '\n') {
      quoted += "\\n";
      continue;
    }
    if (each == '"' || each == '\\') quoted += '\\';
    quoted += each;
  }
  return quoted + '"';
}

string promLiteral(std::string_view text) {
  string literal;
  for (const char each : text) {
    if (std::string_view("\\.+*?()|[]{}^$").find(each) != std::string_view::npos) literal += '\\';
    literal += each;
  }
  return literal;
}

}  // namespace aiagent::cluster
