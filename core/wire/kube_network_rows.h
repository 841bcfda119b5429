// Rows of what leads traffic to pods, and of certificates and Argo Rollouts.
#pragma once

#include "core/wire/kube_workload_rows.h"

namespace aiagent::wire {

struct ServicePort {
  Name name, protocol, target;
  std::int32_t port = 0, nodePort = 0;
  bool operator==(const ServicePort&) const = default;
};

struct ServiceRow {
  KubeHead head;
  Name type, clusterIp, externalName;
  Pairs selector;
  std::vector<ServicePort> ports;
  std::vector<Name> externalAddresses;  // of the load balancer
  bool operator==(const ServiceRow&) const = default;
};

// Counts and pods; what the conditions do not say is ready and serving (discovery/v1).
struct EndpointSliceRow {
  KubeHead head;
  Name service;
  std::int32_t ready = 0, notReady = 0, serving = 0, terminating = 0;
  std::vector<std::string> readyPods;  // uids
  bool operator==(const EndpointSliceRow&) const = default;
};

struct NetworkPolicyRow {
  KubeHead head;
  Pairs selector;                                  // empty with `allPods`: every pod of the namespace
  bool allPods = false;                            // podSelector is {}
  bool hasExpressions = false;                     // matchExpressions: the selector alone does not tell
  bool ingress = false, egress = false;            // policyTypes
  std::int32_t ingressRules = 0, egressRules = 0;  // none: nothing may pass
  bool operator==(const NetworkPolicyRow&) const = default;
};

struct RouteBackend {
  Name host, path, service;
  std::optional<std::int32_t> weight;  // HTTPRoute: a proportion, 1 when absent
  bool operator==(const RouteBackend&) const = default;
};

struct IngressRow {
  KubeHead head;
  Name className;
  std::vector<RouteBackend> backends;
  std::vector<Name> tlsHosts, addresses;
  bool operator==(const IngressRow&) const = default;
};

struct GatewayListener {
  Name host;  // may be empty, or begin with "*."
  std::int32_t port = 0;
  bool tls = false;  // protocol HTTPS or TLS
  bool operator==(const GatewayListener&) const = default;
};

struct GatewayRow {
  KubeHead head;
  Name className;
  std::vector<Name> addresses, hosts;
  std::vector<GatewayListener> listeners;
  Conditions conditions;
  bool operator==(const GatewayRow&) const = default;
};

struct HttpRouteRow {
  KubeHead head;
  std::vector<Name> hosts, parents;
  std::vector<RouteBackend> backends;
  Conditions conditions;  // of all parents
  bool operator==(const HttpRouteRow&) const = default;
};

struct CertificateRow {
  KubeHead head;
  Name secret, issuer;
  std::vector<Name> dnsNames;
  base::WallTime notBefore{}, notAfter{}, renewal{}, lastFailure{};
  std::int32_t failedAttempts = 0;
  Conditions conditions;
  bool operator==(const CertificateRow&) const = default;
};

struct RolloutRow {
  KubeHead head;
  Pairs selector;
  TemplateRow podTemplate;
  std::int32_t replicas = 1;
  Name strategy;            // "canary" or "blueGreen"
  Name observedGeneration;  // a text, unlike everywhere else (contract D15)
  Name phase, message;
  bool paused = false, controllerPause = false, pauseConditions = false, aborted = false, promoteFull = false;
  std::optional<std::int32_t> stepIndex;
  std::int32_t steps = 0;
  std::int32_t total = 0, updated = 0, ready = 0, available = 0;
  Name stableHash, currentHash, activeSelector, previewSelector;
  Conditions conditions;
  bool operator==(const RolloutRow&) const = default;
};

}  // namespace aiagent::wire
