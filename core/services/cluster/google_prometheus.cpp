#include "core/services/cluster/google_prometheus.h"

#include <QPointer>
#include <utility>

#include "core/cluster/signals/google_metrics.h"

namespace aiagent::services {

PrometheusServer googlePrometheus(std::string url, KubeClient& client) {
  const auto last = std::make_shared<KubeCredential>();
  PrometheusServer server{.url = std::move(url)};
  server.token = [client = QPointer(&client), last](PrometheusServer::TokenTold told) {
    base::Error none{
        .code = base::ErrorCode::Credentials, .detail = "no token of Google's", .subject = "google"};
    if (!client || !cluster::signsInAtGoogle(client->access())) return told(std::move(none));
    client->credentials().get([last, none, told](base::Result<KubeCredential> credential) {
      if (!credential) return told(credential.error());
      // A token in the kubeconfig goes before the plugin, and is the cluster's alone.
      if (!credential->fromPlugin || credential->bearer.empty()) return told(none);
      *last = *credential;
      told(std::move(credential->bearer));
    });
  };
  server.rejected = [client = QPointer(&client), last] {
    return client && last->fromPlugin && client->credentials().reject(*last);
  };
  return server;
}

}  // namespace aiagent::services
