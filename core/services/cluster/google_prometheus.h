// A Prometheus of Google's (cluster/signals/google_metrics), asked as the person who signs in at the cluster.
#pragma once

#include <string>

#include "core/services/cluster/kube_client.h"
#include "core/services/cluster/prometheus_client.h"

namespace aiagent::services {

// With what gke-gcloud-auth-plugin gives for the cluster of `client`. Where the context signs in otherwise
// each request ends with Credentials, subject "google"; the plugin's own errors are those of ExecPlugins.
PrometheusServer googlePrometheus(std::string url, KubeClient& client);

}  // namespace aiagent::services
