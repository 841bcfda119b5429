// What is watched of a cluster as a report: workloads, pods, and what is not known.
#pragma once

#include "core/cluster/cluster_access.h"
#include "core/cluster/report/report.h"
#include "core/services/cluster/cluster_watch.h"

namespace aiagent::services {

// As it is now, without the history, which the caller adds. Call from the watch's thread.
cluster::Report reportOf(ClusterWatch& watch, const cluster::ClusterAccess& access);

}  // namespace aiagent::services
