#include "core/cluster/verdicts/rollout_status.h"

namespace aiagent::cluster {
namespace {

std::string text(std::int64_t number) {
  return std::to_string(number);
}

RolloutStatus waiting(std::string message) {
  return {.message = std::move(message)};
}

RolloutStatus done(std::string message) {
  return {.message = std::move(message), .done = true};
}

RolloutStatus failed(std::string message) {
  return {.message = std::move(message), .failed = true};
}

constexpr const char* kOnlyRolling = "rollout status is only available for RollingUpdate strategy type";

}  // namespace

RolloutStatus rolloutStatus(const wire::DeploymentRow& row) {
  const auto name = "deployment \"" + row.head.name + "\"";
  const auto finishing = "Waiting for " + name + " rollout to finish: ";
  if (row.head.generation > row.observedGeneration)
    return waiting("Waiting for deployment spec update to be observed...");
  const auto* progressing = wire::findCondition(row.conditions, "Progressing");
  if (progressing && progressing->reason == "ProgressDeadlineExceeded")
    return failed(name + " exceeded its progress deadline");
  if (row.updated < row.replicas)
    return waiting(finishing + text(row.updated) + " out of " + text(row.replicas) +
                   " new replicas have been updated...");
  if (row.total > row.updated)
    return waiting(finishing + text(row.total - row.updated) + " old replicas are pending termination...");
  if (row.available < row.updated)
    return waiting(finishing + text(row.available) + " of " + text(row.updated) +
                   " updated replicas are available...");
  return done(name + " successfully rolled out");
}

RolloutStatus rolloutStatus(const wire::StatefulSetRow& row) {
  if (row.strategy != "RollingUpdate") return failed(kOnlyRolling);
  if (row.observedGeneration == 0 || row.head.generation > row.observedGeneration)
    return waiting("Waiting for statefulset spec update to be observed...");
  if (row.ready < row.replicas)
    return waiting("Waiting for " + text(row.replicas - row.ready) + " pods to be ready...");
  if (row.rollingUpdate) {
    const auto wanted = row.replicas - row.partition.value_or(0);
    if (row.partition && row.updated < wanted)
      return waiting("Waiting for partitioned roll out to finish: " + text(row.updated) + " out of " +
                     text(wanted) + " new pods have been updated...");
    return done("partitioned roll out complete: " + text(row.updated) + " new pods have been updated...");
  }
  if (row.updateRevision != row.currentRevision)
    return waiting("waiting for statefulset rolling update to complete " + text(row.updated) +
                   " pods at revision " + std::string(row.updateRevision.view()) + "...");
  return done("statefulset rolling update complete " + text(row.current) + " pods at revision " +
              std::string(row.currentRevision.view()) + "...");
}

RolloutStatus rolloutStatus(const wire::DaemonSetRow& row) {
  if (row.strategy != "RollingUpdate") return failed(kOnlyRolling);
  if (row.head.generation > row.observedGeneration)
    return waiting("Waiting for daemon set spec update to be observed...");
  const auto name = "daemon set \"" + row.head.name + "\"";
  if (row.updated < row.desired)
    return waiting("Waiting for " + name + " rollout to finish: " + text(row.updated) + " out of " +
                   text(row.desired) + " new pods have been updated...");
  if (row.available < row.desired)
    return waiting("Waiting for " + name + " rollout to finish: " + text(row.available) + " of " +
                   text(row.desired) + " updated pods are available...");
  return done(name + " successfully rolled out");
}

}  // namespace aiagent::cluster
