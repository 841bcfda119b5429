// Whose logs are meant: the containers of a pod or of a workload's pods. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cluster/kind_table.h"

namespace aiagent::cluster {

struct LogSource {
  std::string podUid, nameSpace, pod, container;
  int restarts = 0;       // another number: it was started anew
  bool finished = false;  // the pod has come to its end: it is not started again
  std::string key() const { return podUid + '/' + container; }
  bool operator==(const LogSource&) const = default;
};

struct LogWish {
  wire::KubeKind kind = wire::KubeKind::Pod;  // or what makes pods
  std::string name;
  std::string nameSpace = {};  // empty: any
  std::string container = {};  // empty: the pod's default one
  bool allContainers = false;  // inits too
};

// By pod and container. Pods are found by their owners, never by labels, which may catch foreign ones. `sets`
// leads from a Deployment to its pods; null: they are not known.
std::vector<LogSource> logSources(const LogWish& wish, const KindTable& pods, const KindTable* sets);

// "pod/web-1", "deploy/web", "web-1"; the words of kubectl. Nothing: a kind that has no pods of its own.
std::optional<LogWish> logWishOf(std::string_view text);

}  // namespace aiagent::cluster
