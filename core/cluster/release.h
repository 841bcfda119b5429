// Which release is in place: the version of a namespace's main workload, and since when. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/wire/kube_network_rows.h"
#include "core/wire/kube_workload_rows.h"

namespace aiagent::cluster {

struct ReleaseView {
  std::vector<const wire::DeploymentRow*> deployments;
  std::vector<const wire::ServiceRow*> services = {};
  std::vector<const wire::IngressRow*> ingresses = {};
  std::vector<const wire::ReplicaSetRow*> sets = {};
  std::string host = {};  // of the environment's API; may be empty
};

struct Release {
  std::string object;      // "deployment/agent-api"; empty: there is no deployment
  std::string version;     // empty: its images have neither tag nor digest, and no label tells
  std::string source;      // "label app.kubernetes.io/version", or "image …"
  base::WallTime since{};  // when that revision was whole; kNoTime: it is not yet, or nothing tells
  bool operator==(const Release&) const = default;
};

// The main workload is the deployment that the API's host leads to; else, of those that an ingress leads to,
// else of all of them, the one that wants most replicas, and the first by name.
Release releaseOf(const ReleaseView& view);

}  // namespace aiagent::cluster
