#include <algorithm>
#include <array>

#include "core/wire/kube_row_reader.h"

namespace aiagent::wire::kube {
namespace {

// The annotations that decide or explain something; the rest (last-applied-configuration above all) is
// dropped.
constexpr std::array<std::string_view, 13> kAnnotations = {"deployment.kubernetes.io/revision",
                                                           "deployment.kubernetes.io/revision-history",
                                                           "deployment.kubernetes.io/desired-replicas",
                                                           "deployment.kubernetes.io/max-replicas",
                                                           "kubernetes.io/change-cause",
                                                           "kubectl.kubernetes.io/restartedAt",
                                                           "kubectl.kubernetes.io/default-container",
                                                           "rollout.argoproj.io/revision",
                                                           "argocd.argoproj.io/tracking-id",
                                                           "meta.helm.sh/release-name",
                                                           "meta.helm.sh/release-namespace",
                                                           "deprecated.daemonset.template.generation",
                                                           "aiagent/backup"};

bool kept(std::string_view key) {
  return std::find(kAnnotations.begin(), kAnnotations.end(), key) != kAnnotations.end();
}

void readOwners(Reading& in, Value value, Owner& owner) {
  in.elements(value, [&](Value element) {
    Owner found;
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "kind") in.name(member, found.kind);
      if (key == "name") in.name(member, found.name);
      if (key == "uid") in.name(member, found.uid);
      if (key == "controller") in.flag(member, found.controller);
    });
    if (owner.uid.empty() || (found.controller && !owner.controller)) owner = std::move(found);
  });
}

template <class Row>
KubeRow readMembers(Reading& in, Value object, KubeKind kind) {
  Row row;
  row.head.kind = kind;
  in.members(object, [&](std::string_view key, Value value) {
    if (key == "metadata")
      readHead(in, value, row.head);
    else if constexpr (!std::is_same_v<Row, OtherRow>)
      readMember(in, key, value, row);
  });
  return row;
}

KubeRow readKind(Reading& in, Value object, KubeKind kind) {
  switch (kind) {
    case KubeKind::Namespace: return readMembers<NamespaceRow>(in, object, kind);
    case KubeKind::Node: return readMembers<NodeRow>(in, object, kind);
    case KubeKind::Pod: return readPod(in, object);
    case KubeKind::Service: return readMembers<ServiceRow>(in, object, kind);
    case KubeKind::EndpointSlice: return readMembers<EndpointSliceRow>(in, object, kind);
    case KubeKind::Event: return readEvent(in, object);
    case KubeKind::Deployment: return readMembers<DeploymentRow>(in, object, kind);
    case KubeKind::ReplicaSet: return readMembers<ReplicaSetRow>(in, object, kind);
    case KubeKind::StatefulSet: return readMembers<StatefulSetRow>(in, object, kind);
    case KubeKind::DaemonSet: return readMembers<DaemonSetRow>(in, object, kind);
    case KubeKind::Job: return readMembers<JobRow>(in, object, kind);
    case KubeKind::CronJob: return readMembers<CronJobRow>(in, object, kind);
    case KubeKind::HorizontalPodAutoscaler: return readMembers<HorizontalPodAutoscalerRow>(in, object, kind);
    case KubeKind::VerticalPodAutoscaler: return readMembers<VerticalPodAutoscalerRow>(in, object, kind);
    case KubeKind::PodDisruptionBudget: return readMembers<PodDisruptionBudgetRow>(in, object, kind);
    case KubeKind::NetworkPolicy: return readMembers<NetworkPolicyRow>(in, object, kind);
    case KubeKind::Ingress: return readMembers<IngressRow>(in, object, kind);
    case KubeKind::ResourceQuota: return readMembers<ResourceQuotaRow>(in, object, kind);
    case KubeKind::Gateway: return readMembers<GatewayRow>(in, object, kind);
    case KubeKind::HttpRoute: return readMembers<HttpRouteRow>(in, object, kind);
    case KubeKind::Certificate: return readMembers<CertificateRow>(in, object, kind);
    case KubeKind::Rollout: return readMembers<RolloutRow>(in, object, kind);
    case KubeKind::Other: break;
  }
  return readMembers<OtherRow>(in, object, KubeKind::Other);
}

}  // namespace

void readHead(Reading& in, Value metadata, KubeHead& head) {
  in.members(metadata, [&](std::string_view key, Value value) {
    if (key == "name") return in.text(value, head.name);
    if (key == "namespace") return in.name(value, head.nameSpace);
    if (key == "uid") return in.text(value, head.uid);
    if (key == "resourceVersion") return in.text(value, head.resourceVersion);
    if (key == "generation") return in.number(value, head.generation);
    if (key == "creationTimestamp") return in.time(value, head.created);
    if (key == "deletionTimestamp") return in.time(value, head.deleted);
    if (key == "labels") return in.pairs(value, head.labels);
    if (key == "annotations") return in.pairs(value, head.annotations, kept);
    if (key == "ownerReferences") return readOwners(in, value, head.owner);
  });
}

KubeRow readRow(Reading& in, Value object, KubeKind kind) {
  in.wrongType = false;
  in.texts = 0;
  auto row = readKind(in, object, kind);
  std::visit(
      [&](auto& each) {
        each.head.malformed = in.wrongType || each.head.name.empty();
        each.head.texts.bytes = std::uint32_t(std::min<std::size_t>(in.texts, UINT32_MAX));
      },
      row);
  if (auto* slice = std::get_if<EndpointSliceRow>(&row))
    slice->service = in.intern(slice->head.labels.at("kubernetes.io/service-name"));
  return row;
}

}  // namespace aiagent::wire::kube
