// Google Cloud Managed Service for Prometheus (kubernetes-contract D13): one address for all projects, which
// takes an access token of Google's. The program that signs in at a GKE cluster gives just such a token.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/cluster/cluster_access.h"

namespace aiagent::cluster {

// "https://monitoring.googleapis.com/v1/projects/ID/location/global/prometheus": that host and no other.
bool isGooglePrometheus(const std::string& url);

// By gke-gcloud-auth-plugin. What else a kubeconfig may hold is the cluster's, and none of Google's business.
bool signsInAtGoogle(const ClusterAccess& access);

// A project's metrics are of all its clusters, so that the cluster has to be named: as the one that `gcloud
// container clusters get-credentials` calls "gke_PROJECT_LOCATION_NAME". Nothing when it is called otherwise.
std::vector<std::pair<std::string, std::string>> googleLabels(const ClusterAccess& access);

}  // namespace aiagent::cluster
