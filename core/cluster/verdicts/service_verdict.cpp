#include "core/cluster/verdicts/service_verdict.h"

#include <map>
#include <set>
#include <string>

namespace aiagent::cluster {

Verdict serviceVerdict(const wire::ServiceRow& row, const std::vector<const wire::EndpointSliceRow*>& slices,
                       const std::vector<const wire::PodRow*>& pods) {
  if (row.head.malformed) return malformedVerdict();
  if (row.selector.empty()) return verdict(VerdictKind::Unknown, "NoSelector");
  std::map<std::string_view, const wire::PodRow*> known;
  for (const auto* pod : pods) known[pod->head.uid] = pod;
  std::set<std::string> ready, others;
  for (const auto* slice : slices) {
    if (slice->service != row.head.name || slice->head.nameSpace != row.head.nameSpace) continue;
    for (const auto& uid : slice->readyPods) {
      const auto pod = known.find(uid);
      const bool isWanted = pod != known.end() && row.selector.within(pod->second->head.labels);
      (isWanted ? ready : others).insert(uid);
    }
  }
  const auto kind = !others.empty() ? VerdictKind::Progressing
                    : ready.empty() ? VerdictKind::Failed
                                    : VerdictKind::Healthy;
  return verdict(kind, !others.empty() ? "EndpointsFollow"
                       : ready.empty() ? "NoReadyEndpoints"
                                       : "EndpointsReady")
      .with("endpoints",
            std::to_string(ready.size()) + " ready, " + std::to_string(others.size()) + " others",
            "ready endpoints must be pods that the selector wants");
}

}  // namespace aiagent::cluster
