// All rows, and the one that may be any of them.
#pragma once

#include <variant>

#include "core/wire/kube_cluster_rows.h"
#include "core/wire/kube_network_rows.h"
#include "core/wire/kube_pod_row.h"
#include "core/wire/kube_workload_rows.h"

namespace aiagent::wire {

// An object of a kind that has no row of its own.
struct OtherRow {
  KubeHead head;
  bool operator==(const OtherRow&) const = default;
};

using KubeRow = std::variant<OtherRow, NamespaceRow, NodeRow, PodRow, ServiceRow, EndpointSliceRow, EventRow,
                             DeploymentRow, ReplicaSetRow, StatefulSetRow, DaemonSetRow, JobRow, CronJobRow,
                             HorizontalPodAutoscalerRow, VerticalPodAutoscalerRow, PodDisruptionBudgetRow,
                             NetworkPolicyRow, IngressRow, ResourceQuotaRow, GatewayRow, HttpRouteRow,
                             CertificateRow, RolloutRow>;

inline const KubeHead& headOf(const KubeRow& row) {
  return std::visit([](const auto& each) -> const KubeHead& { return each.head; }, row);
}

}  // namespace aiagent::wire
