// KubeProxyHttp: reaches a Service inside the cluster through the API server, as the person who asks. Most
// Prometheus servers have no other address.
#pragma once

#include <string>

#include "core/ports/http_client.h"
#include "core/services/cluster/kube_client.h"

namespace aiagent::services {

// Requests go with the cluster's credentials, and only to addresses under its own; an answer comes whole,
// with its content type alone. What is no success ends with an error of cluster::kubeError(), also where the
// Service and not the API server says so; a request to elsewhere with InvalidInput (subject "url"). It takes
// the right to get services/proxy. Call from the client's thread; both must outlive this.
class KubeProxyHttp final : public ports::HttpClient {
 public:
  KubeProxyHttp(KubeClient& client, ports::Scheduler& scheduler) : m_client(client), m_scheduler(scheduler) {}

  // What stands before the Service's own paths. `service` is "name", "name:port" or "https:name:port".
  std::string addressOf(const std::string& nameSpace, const std::string& service) const;

  [[nodiscard]] std::unique_ptr<ports::HttpExchange> send(ports::HttpRequest request,
                                                          ports::HttpHandlers handlers) override;

 private:
  KubeClient& m_client;
  ports::Scheduler& m_scheduler;
};

}  // namespace aiagent::services
