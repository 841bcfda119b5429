// PromQL of the golden signals, from whichever of the usual sources a Prometheus has. Pure.
//
// Names and labels: aiagent-server's own (core/server/metrics.cpp), ingress-nginx' and Istio's documentation
// of their metrics, cAdvisor's in the kubelet, kube-state-metrics'.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/cluster/signals/signal.h"

namespace aiagent::cluster {

struct SignalQuery {
  // Who measured: "aiagent-server", "ingress-nginx", "istio"; of cpu and memory against what: "limits",
  // "requests", "usage". Stable.
  std::string_view source;
  SignalUnit unit = SignalUnit::PerSecond;
  std::string expression;  // one series without labels; nothing where this source is not there
  std::string newest;      // when the newest measurement is from, in seconds since 1970
  bool operator==(const SignalQuery&) const = default;
};

// In the order to try them: the first that has an answer is the one.
std::vector<SignalQuery> signalQueries(SignalKind kind, const SignalScope& scope,
                                       std::chrono::seconds window);

// The share of failed requests in each window, as one query: a series for each, its label "window" as
// promDuration() writes it. `place` is that among signalQueries() of the errors; empty: there is none.
std::string errorSharesQuery(const SignalScope& scope, std::size_t place,
                             const std::vector<std::chrono::seconds>& windows);

// For how much of the last `period` there are measurements: their number, one every six hours.
std::string historyQuery(const SignalQuery& query, std::chrono::seconds period);
inline constexpr std::chrono::hours kHistoryStep{6};

// The alerts of that namespace, and those of none, that are pending or firing, for servers without
// /api/v1/alerts.
std::string alertsQuery(const SignalScope& scope);

// "30s", "5m", "6h", "3d".
std::string promDuration(std::chrono::seconds time);
// `text` as a string of PromQL, quotes and all.
std::string promString(std::string_view text);
// `text` as a regular expression (RE2) that fits only it.
std::string promLiteral(std::string_view text);

}  // namespace aiagent::cluster
