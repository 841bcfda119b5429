// One object of JSON to one row. For kube_list.cpp and kube_events.cpp.
#pragma once

#include "core/wire/kube_json.h"
#include "core/wire/kube_rows.h"

namespace aiagent::wire::kube {

// Of an object of `kind`, which the request tells: the objects of a list do not name theirs.
KubeRow readRow(Reading& in, Value object, KubeKind kind);

void readHead(Reading& in, Value metadata, KubeHead& head);

// Each reads one member of an object beside kind, apiVersion and metadata.
void readMember(Reading& in, std::string_view key, Value value, NamespaceRow& row);
void readMember(Reading& in, std::string_view key, Value value, NodeRow& row);
void readMember(Reading& in, std::string_view key, Value value, ServiceRow& row);
void readMember(Reading& in, std::string_view key, Value value, EndpointSliceRow& row);
void readMember(Reading& in, std::string_view key, Value value, DeploymentRow& row);
void readMember(Reading& in, std::string_view key, Value value, ReplicaSetRow& row);
void readMember(Reading& in, std::string_view key, Value value, StatefulSetRow& row);
void readMember(Reading& in, std::string_view key, Value value, DaemonSetRow& row);
void readMember(Reading& in, std::string_view key, Value value, JobRow& row);
void readMember(Reading& in, std::string_view key, Value value, CronJobRow& row);
void readMember(Reading& in, std::string_view key, Value value, HorizontalPodAutoscalerRow& row);
void readMember(Reading& in, std::string_view key, Value value, VerticalPodAutoscalerRow& row);
void readMember(Reading& in, std::string_view key, Value value, PodDisruptionBudgetRow& row);
void readMember(Reading& in, std::string_view key, Value value, NetworkPolicyRow& row);
void readMember(Reading& in, std::string_view key, Value value, IngressRow& row);
void readMember(Reading& in, std::string_view key, Value value, ResourceQuotaRow& row);
void readMember(Reading& in, std::string_view key, Value value, GatewayRow& row);
void readMember(Reading& in, std::string_view key, Value value, HttpRouteRow& row);
void readMember(Reading& in, std::string_view key, Value value, CertificateRow& row);
void readMember(Reading& in, std::string_view key, Value value, RolloutRow& row);

// These need more than their members one by one.
PodRow readPod(Reading& in, Value object);
EventRow readEvent(Reading& in, Value object);

// Parts of templates and pods alike (kube_row_template.cpp).
void readTemplate(Reading& in, Value value, TemplateRow& row);
void readSecurity(Reading& in, Value securityContext, security::Facts& facts);
void readContainerSecurity(Reading& in, std::string_view key, Value value, security::Facts& facts);
void readPodSecurity(Reading& in, std::string_view key, Value value, security::Facts& facts);
struct ResourceNames {
  Name &cpuRequest, &memoryRequest, &cpuLimit, &memoryLimit;
};
void readResources(Reading& in, Value value, ResourceNames into);

}  // namespace aiagent::wire::kube
