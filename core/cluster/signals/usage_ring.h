// Where there is no Prometheus: how much the pods of a namespace use, point by point as metrics.k8s.io tells
// it. Pure; call from one thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/cluster/signals/anomalies.h"
#include "core/wire/kube_metrics.h"

namespace aiagent::cluster {

// Whether a pod's name is one that the workload's controller would give.
bool ownsPod(const SignalScope& scope, std::string_view pod);

// The sums of one answer.
struct UsagePoint {
  base::WallTime at{};  // the newest of its measurements
  double cpu = 0;       // cores
  double memory = 0;    // bytes, working set
};

// Of all containers; nullopt: nothing of this scope was measured. What cannot be read as a quantity counts as
// nothing. May be called in any thread.
std::optional<UsagePoint> usageOf(const SignalScope& scope, const std::vector<wire::KubeMetrics>& pods);

// The last 2,880 answers: a day of them at one in 30 s. The past is not known to that API, so that the lines
// begin when this does.
class UsageRing {
 public:
  static constexpr std::size_t kMost = 2'880;

  // False: nothing newer than what is known.
  bool add(const UsagePoint& point);

  const Points& cpu() const { return m_cpu; }        // cores
  const Points& memory() const { return m_memory; }  // bytes, working set
  base::WallTime newest() const { return m_newest; }

 private:
  Points m_cpu, m_memory;
  base::WallTime m_newest{};
};

}  // namespace aiagent::cluster
