// The golden signals of a service: which there are, of what, and in what they are counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/wire/kube_head.h"

namespace aiagent::cluster {

// Traffic, errors, latency and saturation (contract D17).
enum class SignalKind : std::uint8_t { Traffic, Errors, LatencyP50, LatencyP95, LatencyP99, Cpu, Memory };
inline constexpr SignalKind kSignalKinds[] = {
    SignalKind::Traffic,    SignalKind::Errors, SignalKind::LatencyP50, SignalKind::LatencyP95,
    SignalKind::LatencyP99, SignalKind::Cpu,    SignalKind::Memory};

// "traffic", "errors", "latency_p50" … "cpu", "memory": stable, for JSON.
std::string_view toWord(SignalKind kind);

// Share: 1 is all of it. Cores and bytes come where nothing tells how many there may be.
enum class SignalUnit : std::uint8_t { PerSecond, Share, Seconds, Cores, Bytes };

// Whose signals: a namespace's, or one workload's in it.
struct SignalScope {
  std::string nameSpace;
  std::string workload = {};                         // empty: all of them
  wire::KubeKind kind = wire::KubeKind::Deployment;  // of the workload
  // What also must be so of each series: cluster="eu", where one Prometheus serves several clusters whose
  // namespaces have the same names.
  std::vector<std::pair<std::string, std::string>> labels = {};
  bool operator==(const SignalScope&) const = default;
};

}  // namespace aiagent::cluster
