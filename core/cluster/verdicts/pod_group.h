// The pods of one workload, taken together.
#pragma once

#include <optional>

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_pod_row.h"

namespace aiagent::cluster {

class PodGroup {
 public:
  // Pods that are ending do not count, nor, with `ownerUid`, those of another owner. A pod that was never
  // ready counts as starting for `start`.
  PodGroup(const std::vector<const wire::PodRow*>& pods, base::WallTime now, std::string ownerUid = {},
           std::chrono::seconds start = std::chrono::minutes(10));

  // The worst of those that are Degraded or Failed, with evidence of up to three; nullopt: none is.
  std::optional<Verdict> failing() const;
  // There are some that are not ready, and each of them is only starting.
  bool onlyStarting() const;
  int ready() const { return m_ready; }

 private:
  struct Member {
    const wire::PodRow* pod;
    Verdict verdict;
  };
  std::vector<Member> m_members;  // those that are not plainly well
  int m_ready = 0;
};

}  // namespace aiagent::cluster
