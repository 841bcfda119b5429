// The columns that kubectl shows of a pod (printers.go, printPod; contract D8).
#pragma once

#include <string>

#include "core/wire/kube_pod_row.h"

namespace aiagent::cluster {

struct PodStatus {
  std::string word;  // the STATUS column: "Running", "CrashLoopBackOff", "Init:0/2"
  int ready = 0, total = 0;
  int restarts = 0;
  base::WallTime lastRestart{};  // kNoTime: not told

  std::string readyText() const;                       // "1/2"
  std::string restartsText(base::WallTime now) const;  // "3 (38s ago)"
  bool operator==(const PodStatus&) const = default;
};

PodStatus podStatus(const wire::PodRow& pod);

}  // namespace aiagent::cluster
