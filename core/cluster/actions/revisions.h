// The revisions that a workload can go back to (contract D9). Pure.
#pragma once

#include "core/cluster/actions/action.h"

namespace aiagent::cluster {

struct Revision {
  std::int64_t number = 0;  // 0: not told
  std::string name;         // of its ReplicaSet or ControllerRevision
  std::string created, cause;
  std::vector<std::string> images;
  bool current = false;
  wire::Tree podTemplate = {};  // without the labels and marks that the controller put there
};

// Oldest first. The lists are read from `view`; null there: no revision is known.
std::vector<Revision> revisionsOf(wire::KubeKind kind, const ActionView& view);

std::vector<std::string> imagesOf(const wire::Tree* podTemplate);

}  // namespace aiagent::cluster
