// Whether a pod is well now: its status word, with ages (contract D8, D17).
#pragma once

#include "core/cluster/verdicts/verdict.h"
#include "core/wire/kube_pod_row.h"

namespace aiagent::cluster {

// How long something that is over still counts.
struct PodWindows {
  std::chrono::seconds crashLoop = std::chrono::minutes(5);  // an end with a fault this recent is a loop
  std::chrono::seconds oom = std::chrono::hours(1);          // an OOM kill with a clean run since is history
  std::chrono::seconds start = std::chrono::minutes(10);     // a pod may take this long to become ready
  std::chrono::seconds endGrace = std::chrono::minutes(1);   // behind the end that the deletion set
};

// `now` is the server's time.
Verdict podVerdict(const wire::PodRow& pod, base::WallTime now, const PodWindows& windows = {});

// Running and ready, and no container ended but one that was to: podVerdict() says Healthy of it, whatever
// the time is. The quick answer for nearly all pods of a large cluster; false says nothing.
bool plainlyWell(const wire::PodRow& pod);

// A reason of a waiting container that does not mend by waiting.
bool fatalWaiting(std::string_view reason);

// It was ready once and is not now; a pod that was never ready is only starting.
bool lostReadiness(const wire::PodRow& pod);

}  // namespace aiagent::cluster
