// Rows of what a cluster has beside workloads: nodes, namespaces, events, quotas, budgets, autoscalers.
#pragma once

#include "core/wire/kube_head.h"

namespace aiagent::wire {

struct Taint {
  Name key, value, effect;
  base::WallTime added{};
  bool operator==(const Taint&) const = default;
};

struct NodeRow {
  KubeHead head;
  bool unschedulable = false;
  std::vector<Taint> taints;
  Name version, osImage, kernel, runtime, architecture, internalIp, externalIp;
  Name cpu, memory, pods;  // capacity, as written
  Name allocatableCpu, allocatableMemory, allocatablePods;
  Conditions conditions;
  bool operator==(const NodeRow&) const = default;
};

struct NamespaceRow {
  KubeHead head;
  Name phase;  // "Active" or "Terminating"
  Conditions conditions;
  bool operator==(const NamespaceRow&) const = default;
};

// Of core v1 and of events.k8s.io/v1 alike. Servers keep events for an hour by default (contract D12).
struct EventRow {
  KubeHead head;
  Name type, reason, source;  // source: the reporting component
  Name aboutKind, aboutNamespace, aboutName, aboutUid;
  std::string message;
  base::WallTime first{}, last{};
  std::int32_t count = 1;
  bool warning() const { return type == "Warning"; }
  bool operator==(const EventRow&) const = default;
};

struct QuotaLine {
  Name resource, hard, used;  // quantities, as written
  bool operator==(const QuotaLine&) const = default;
};

struct ResourceQuotaRow {
  KubeHead head;
  std::vector<QuotaLine> lines;
  bool operator==(const ResourceQuotaRow&) const = default;
};

struct PodDisruptionBudgetRow {
  KubeHead head;
  Pairs selector;
  bool hasExpressions = false;  // matchExpressions: the selector alone does not tell
  std::optional<IntOrPercent> minAvailable, maxUnavailable;
  std::int64_t observedGeneration = 0;
  std::int32_t allowed = 0, healthy = 0, desired = 0, expected = 0;
  Conditions conditions;
  bool operator==(const PodDisruptionBudgetRow&) const = default;
};

enum class MetricType : std::uint8_t { Unknown, Resource, ContainerResource, Pods, Object, External };

struct HpaMetric {
  MetricType type = MetricType::Unknown;
  Name name, container;
  Name target;                                // a quantity, as written; empty for a share
  std::optional<std::int32_t> targetPercent;  // averageUtilization
  bool average = false;                       // the quantity is per pod
  Name current;                               // empty: not known
  std::optional<std::int32_t> currentPercent;
  bool operator==(const HpaMetric&) const = default;
};

struct HorizontalPodAutoscalerRow {
  KubeHead head;
  Name targetKind, targetName;
  std::int32_t minimum = 1, maximum = 0, current = 0, desired = 0;
  std::optional<std::int64_t> observedGeneration;
  base::WallTime lastScaled{};
  std::vector<HpaMetric> metrics;
  Conditions conditions;
  bool operator==(const HorizontalPodAutoscalerRow&) const = default;
};

struct VpaRecommendation {
  Name container, cpuTarget, cpuLower, cpuUpper, memoryTarget, memoryLower, memoryUpper;
  bool operator==(const VpaRecommendation&) const = default;
};

struct VpaPolicy {
  Name container, mode;            // container "*": all; mode "Off": not this one
  bool cpu = true, memory = true;  // controlledResources
  bool operator==(const VpaPolicy&) const = default;
};

struct VerticalPodAutoscalerRow {
  KubeHead head;
  Name targetKind, targetName;
  Name updateMode;  // empty: the default, Recreate
  std::vector<VpaPolicy> policies;
  std::vector<VpaRecommendation> recommendations;
  Conditions conditions;
  bool operator==(const VerticalPodAutoscalerRow&) const = default;
};

}  // namespace aiagent::wire
