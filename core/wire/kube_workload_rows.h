// Rows of what makes pods: deployments, replica sets, stateful sets, daemon sets, jobs and cron jobs.
#pragma once

#include "core/wire/kube_pod_row.h"

namespace aiagent::wire {

struct TemplateContainer {
  Name name, image, cpuRequest, memoryRequest, cpuLimit, memoryLimit;
  Name secrets;  // names of secrets that its environment is filled from, joined by ", "; never a value
  security::Facts security = 0;
  bool isInit = false;
  bool hasReadinessProbe = false, hasLivenessProbe = false;
  bool operator==(const TemplateContainer&) const = default;
};

// A pod template, without what only the kubelet wants.
struct TemplateRow {
  Pairs labels;
  Name restartedAt;  // annotation kubectl.kubernetes.io/restartedAt
  Name serviceAccount;
  Truth mountsToken = Truth::Absent;  // automountServiceAccountToken
  security::Facts security = 0;
  std::vector<TemplateContainer> containers;  // inits too
  std::size_t digest =
      0;  // of all its bytes but the pod-template-hash label's; equal templates may differ in it
  bool operator==(const TemplateRow&) const = default;
};

struct DeploymentRow {
  KubeHead head;
  Pairs selector;  // matchLabels
  TemplateRow podTemplate;
  Name strategy;  // "RollingUpdate" or "Recreate"
  std::optional<IntOrPercent> maxSurge, maxUnavailable;
  std::int32_t replicas = 1;                            // spec; absent means 1
  std::optional<std::int32_t> progressDeadlineSeconds;  // the server fills in 600
  std::int32_t minReadySeconds = 0;
  std::optional<std::int32_t> historyLimit;
  bool paused = false;
  std::int64_t observedGeneration = 0;
  std::int32_t total = 0, updated = 0, ready = 0, available = 0, unavailable = 0;  // status
  std::optional<std::int32_t> terminating;
  Conditions conditions;
  bool operator==(const DeploymentRow&) const = default;
};

struct ReplicaSetRow {
  KubeHead head;
  Pairs selector;
  TemplateRow podTemplate;
  std::int32_t replicas = 1;
  std::int32_t minReadySeconds = 0;
  std::int64_t observedGeneration = 0;
  std::int32_t total = 0, ready = 0, available = 0;
  Conditions conditions;
  bool operator==(const ReplicaSetRow&) const = default;
};

struct StatefulSetRow {
  KubeHead head;
  Pairs selector;
  TemplateRow podTemplate;
  Name strategy;               // "RollingUpdate" or "OnDelete"
  bool rollingUpdate = false;  // the strategy's own object is there
  std::optional<std::int32_t> partition;
  std::int32_t replicas = 1;
  std::int32_t minReadySeconds = 0;
  std::int64_t observedGeneration = 0;
  std::int32_t total = 0, ready = 0, available = 0, current = 0, updated = 0;
  Name currentRevision, updateRevision;
  Conditions conditions;
  bool operator==(const StatefulSetRow&) const = default;
};

struct DaemonSetRow {
  KubeHead head;
  Pairs selector;
  TemplateRow podTemplate;
  Name strategy;
  std::optional<IntOrPercent> maxUnavailable;
  std::int32_t minReadySeconds = 0;
  std::int64_t observedGeneration = 0;
  std::int32_t desired = 0, scheduled = 0, updated = 0, ready = 0, available = 0, misscheduled = 0;
  Conditions conditions;
  bool operator==(const DaemonSetRow&) const = default;
};

struct JobRow {
  KubeHead head;
  TemplateRow podTemplate;
  std::optional<std::int32_t> completions;
  std::int32_t parallelism = 1, backoffLimit = 6;
  std::optional<std::int64_t> activeDeadlineSeconds;
  bool suspended = false;
  std::int32_t active = 0, ready = 0, succeeded = 0, failed = 0, terminating = 0;
  base::WallTime started{}, completed{};
  Conditions conditions;
  bool operator==(const JobRow&) const = default;
};

struct CronJobRow {
  KubeHead head;
  TemplateRow podTemplate;
  Name schedule, timeZone, concurrency;  // timeZone empty: that of the controller
  std::optional<std::int64_t> startingDeadlineSeconds;
  bool suspended = false;
  std::int32_t active = 0;
  base::WallTime lastScheduled{}, lastSuccessful{};
  bool operator==(const CronJobRow&) const = default;
};

}  // namespace aiagent::wire
