#include "core/cluster/kube_kinds.h"

#include <algorithm>

#include "core/base/check.h"

namespace aiagent::cluster {

using wire::KubeKind;

std::string queryText(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '.' || byte == '_' ||
                       byte == '~';
    if (plain)
      result += c;
    else
      (result += '%') += kHex[byte >> 4], result += kHex[byte & 15];
  }
  return result;
}

const std::vector<KindPlace>& kindPlaces() {
  static const std::vector<KindPlace> places = {
      {KubeKind::Namespace, "/api/v1", "namespaces", false},
      {KubeKind::Node, "/api/v1", "nodes", false},
      {KubeKind::Pod, "/api/v1", "pods"},
      {KubeKind::Service, "/api/v1", "services"},
      {KubeKind::Event, "/api/v1", "events"},
      {KubeKind::ResourceQuota, "/api/v1", "resourcequotas"},
      {KubeKind::EndpointSlice, "/apis/discovery.k8s.io/v1", "endpointslices"},
      {KubeKind::Deployment, "/apis/apps/v1", "deployments"},
      {KubeKind::ReplicaSet, "/apis/apps/v1", "replicasets"},
      {KubeKind::StatefulSet, "/apis/apps/v1", "statefulsets"},
      {KubeKind::DaemonSet, "/apis/apps/v1", "daemonsets"},
      {KubeKind::Job, "/apis/batch/v1", "jobs"},
      {KubeKind::CronJob, "/apis/batch/v1", "cronjobs"},
      {KubeKind::HorizontalPodAutoscaler, "/apis/autoscaling/v2", "horizontalpodautoscalers"},
      {KubeKind::VerticalPodAutoscaler, "/apis/autoscaling.k8s.io/v1", "verticalpodautoscalers"},
      {KubeKind::PodDisruptionBudget, "/apis/policy/v1", "poddisruptionbudgets"},
      {KubeKind::NetworkPolicy, "/apis/networking.k8s.io/v1", "networkpolicies"},
      {KubeKind::Ingress, "/apis/networking.k8s.io/v1", "ingresses"},
      {KubeKind::Gateway, "/apis/gateway.networking.k8s.io/v1", "gateways"},
      {KubeKind::HttpRoute, "/apis/gateway.networking.k8s.io/v1", "httproutes"},
      {KubeKind::Certificate, "/apis/cert-manager.io/v1", "certificates"},
      {KubeKind::Rollout, "/apis/argoproj.io/v1alpha1", "rollouts"},
  };
  return places;
}

const KindPlace& placeOf(KubeKind kind) {
  const auto& places = kindPlaces();
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.kind == kind; });
  CHECK(found != places.end());
  return *found;
}

bool isAddOn(KubeKind kind) {
  switch (kind) {
    case KubeKind::VerticalPodAutoscaler:
    case KubeKind::Gateway:
    case KubeKind::HttpRoute:
    case KubeKind::Certificate:
    case KubeKind::Rollout: return true;
    default: return false;
  }
}

std::string pathOf(KubeKind kind, std::string_view nameSpace, std::string_view name) {
  const auto& place = placeOf(kind);
  std::string path(place.api);
  if (place.namespaced && !nameSpace.empty()) (path += "/namespaces/") += queryText(nameSpace);
  (path += '/') += place.resource;
  if (!name.empty()) (path += '/') += queryText(name);
  return path;
}

std::string pathOf(KubeKind kind, std::string_view nameSpace, const List& list) {
  auto path = pathOf(kind, nameSpace);
  char next = '?';
  const auto add = [&](std::string_view key, std::string_view value) {
    path += std::exchange(next, '&');
    ((path += key) += '=') += queryText(value);
  };
  if (list.limit > 0) add("limit", std::to_string(list.limit));
  if (!list.continueToken.empty()) add("continue", list.continueToken);
  if (list.resourceVersion) {
    add("resourceVersion", *list.resourceVersion);
    if (*list.resourceVersion != "0") add("resourceVersionMatch", "NotOlderThan");
  }
  return path;
}

std::string pathOf(KubeKind kind, std::string_view nameSpace, const Watch& watch) {
  auto path = pathOf(kind, nameSpace) + "?watch=1&allowWatchBookmarks=true";
  if (watch.initialEvents) path += "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan";
  if (!watch.resourceVersion.empty()) (path += "&resourceVersion=") += queryText(watch.resourceVersion);
  return path + "&timeoutSeconds=" + std::to_string(watch.timeoutSeconds);
}

}  // namespace aiagent::cluster
