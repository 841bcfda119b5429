// Who the cluster takes this client for.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/services/cluster/kube_client.h"

namespace aiagent::services {

struct ClusterIdentity {
  std::string name;
  std::vector<std::string> groups;
  bool fromServer = false;  // else it is what the kubeconfig says: the server does not tell
  bool operator==(const ClusterIdentity&) const = default;
};

// By a SelfSubjectReview: v1 since Kubernetes 1.28, v1beta1 and v1alpha1 in the two versions before. Where
// the server has none or forbids it, what the kubeconfig says. BadResponse: the answer is none; others as
// KubeClient::send. Destroying the call ends it with Cancelled; the client must outlive it.
std::unique_ptr<KubeCall> askIdentity(KubeClient& client,
                                      std::function<void(base::Result<ClusterIdentity>)> done);

}  // namespace aiagent::services
