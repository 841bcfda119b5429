// What metrics.k8s.io/v1beta1 answers: how much of cpu and memory pods and nodes use (contract D13). Pure.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/kube_time.h"

namespace aiagent::wire {

// Quantities as they are written; "" where none is told. Memory is the working set.
struct KubeUsage {
  std::string name;  // of a container; of a node "" as it is the node itself
  std::string cpu, memory;
  bool operator==(const KubeUsage&) const = default;
};

struct KubeMetrics {
  std::string nameSpace;  // empty for nodes
  std::string name;       // of the pod or node
  base::WallTime at{};    // the end of what was measured; kNoTime: not told
  std::chrono::milliseconds window{0};
  std::vector<KubeUsage> usage;  // a pod's containers, or a node's one
  bool operator==(const KubeMetrics&) const = default;
};

// The body of a list of pods or nodes (PodMetricsList, NodeMetricsList). BadResponse: it is none.
base::Result<std::vector<KubeMetrics>> readKubeMetrics(std::string_view body);

// "30s", "1m0.5s", "14.9s": durations as Go writes them; zero for anything else, and for more than a day.
std::chrono::milliseconds goDuration(std::string_view text);

}  // namespace aiagent::wire
