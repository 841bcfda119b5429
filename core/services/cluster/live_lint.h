// A cluster as the linter's live rules look at it (core/cluster/lint/live.h): the tables of a watch, and the
// names of what no watch shows.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/cluster/lint/live.h"
#include "core/services/cluster/cluster_watch.h"

namespace aiagent::services {

// The tables of these kinds, as they are now; what is not watched is not among them. Valid until the watch
// changes. `nameSpace`: that of the watch, empty for all.
cluster::lint::LiveCluster liveCluster(const ClusterWatch& watch, const std::vector<wire::KubeKind>& kinds,
                                       std::string nameSpace, std::string home);

// Every kind that the expectations ask for is known, or known to stay unknown.
bool isSettled(const ClusterWatch& watch, const std::vector<wire::KubeKind>& kinds);

using NamesByKind = std::map<std::string, cluster::lint::LiveNames, std::less<>>;
// Asks once for the names of ConfigMaps of `nameSpace` and of ingress classes, whichever are in `kinds`, as
// metadata: no value of a ConfigMap is asked for. `done` comes once, later or at once when there is nothing
// to ask; what was refused says so. Destroying the call ends it without a word; the client must outlive it.
std::unique_ptr<KubeCall> askNames(KubeClient& client, const base::Clock& clock, const std::string& nameSpace,
                                   const std::vector<std::string>& kinds,
                                   std::function<void(NamesByKind)> done);

}  // namespace aiagent::services
