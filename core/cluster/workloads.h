// The workloads of a namespace as the dashboard lists them, each with its verdict. Pure.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/cluster/kind_table.h"
#include "core/cluster/verdicts/verdict.h"

namespace aiagent::cluster {

struct Workload {
  wire::KubeKind kind = wire::KubeKind::Other;
  std::string nameSpace, name, uid;
  std::string version;  // resourceVersion of the object that was judged
  Verdict verdict;
  int ready = 0, desired = 0;  // pods; of a cron job its active runs
  std::string images;          // of its containers, without repeats, joined by ", "
  std::string title() const;   // "deployment/agent-api"
  bool operator==(const Workload&) const = default;
};

struct WorkloadTables {
  // Null: not known (denied, or not there yet).
  std::function<const KindTable*(wire::KubeKind)> table;
  base::WallTime now{};  // the server's
  // When the spec of an object was last changed, as far as was seen; by uid.
  std::function<base::WallTime(const std::string&)> changed;
};

// Kinds that are listed as workloads.
const std::vector<wire::KubeKind>& workloadKinds();
// Deployments, stateful sets, daemon sets, Argo rollouts, cron jobs, jobs without one, and pods that nobody
// owns, by namespace and name.
std::vector<Workload> judgeWorkloads(const WorkloadTables& tables);

}  // namespace aiagent::cluster
