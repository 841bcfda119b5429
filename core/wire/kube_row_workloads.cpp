#include "core/wire/kube_row_reader.h"

namespace aiagent::wire::kube {
namespace {

// ---- what several kinds have alike

template <class Row>
bool readSpecAlike(Reading& in, std::string_view key, Value value, Row& row) {
  if (key == "selector") return in.selector(value, row.selector), true;
  if (key == "template") return readTemplate(in, value, row.podTemplate), true;
  if (key == "minReadySeconds") return in.number(value, row.minReadySeconds), true;
  return false;
}

template <class Row>
bool readCounts(Reading& in, std::string_view key, Value value, Row& row) {
  if (key == "observedGeneration") return in.number(value, row.observedGeneration), true;
  if (key == "replicas") return in.number(value, row.total), true;
  if (key == "readyReplicas") return in.number(value, row.ready), true;
  if (key == "availableReplicas") return in.number(value, row.available), true;
  if (key == "conditions") return in.conditions(value, row.conditions), true;
  return false;
}

void readStrategy(Reading& in, Value value, Name& type, std::optional<IntOrPercent>* surge,
                  std::optional<IntOrPercent>* unavailable) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "type") in.name(member, type);
    if (key != "rollingUpdate") return;
    in.members(member, [&](std::string_view name, Value amount) {
      if (name == "maxSurge" && surge) in.share(amount, *surge);
      if (name == "maxUnavailable" && unavailable) in.share(amount, *unavailable);
    });
  });
}

// ---- Deployment

void readSpec(Reading& in, Value value, DeploymentRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (readSpecAlike(in, key, member, row)) return;
    if (key == "replicas") in.number(member, row.replicas);
    if (key == "paused") in.flag(member, row.paused);
    if (key == "progressDeadlineSeconds") in.number(member, row.progressDeadlineSeconds);
    if (key == "revisionHistoryLimit") in.number(member, row.historyLimit);
    if (key == "strategy") readStrategy(in, member, row.strategy, &row.maxSurge, &row.maxUnavailable);
  });
}

void readStatus(Reading& in, Value value, DeploymentRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (readCounts(in, key, member, row)) return;
    if (key == "updatedReplicas") in.number(member, row.updated);
    if (key == "unavailableReplicas") in.number(member, row.unavailable);
    if (key == "terminatingReplicas") in.number(member, row.terminating);
  });
}

// ---- StatefulSet

void readUpdateStrategy(Reading& in, Value value, StatefulSetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "type") in.name(member, row.strategy);
    if (key != "rollingUpdate") return;
    in.members(member, [&](std::string_view name, Value amount) {
      row.rollingUpdate = true;
      if (name == "partition") in.number(amount, row.partition);
    });
  });
}

void readSpec(Reading& in, Value value, StatefulSetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (readSpecAlike(in, key, member, row)) return;
    if (key == "replicas") in.number(member, row.replicas);
    if (key == "updateStrategy") readUpdateStrategy(in, member, row);
  });
}

void readStatus(Reading& in, Value value, StatefulSetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (readCounts(in, key, member, row)) return;
    if (key == "currentReplicas") in.number(member, row.current);
    if (key == "updatedReplicas") in.number(member, row.updated);
    if (key == "currentRevision") in.name(member, row.currentRevision);
    if (key == "updateRevision") in.name(member, row.updateRevision);
  });
}

// ---- DaemonSet

void readSpec(Reading& in, Value value, DaemonSetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (readSpecAlike(in, key, member, row)) return;
    if (key == "updateStrategy") readStrategy(in, member, row.strategy, nullptr, &row.maxUnavailable);
  });
}

void readStatus(Reading& in, Value value, DaemonSetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "observedGeneration") in.number(member, row.observedGeneration);
    if (key == "desiredNumberScheduled") in.number(member, row.desired);
    if (key == "currentNumberScheduled") in.number(member, row.scheduled);
    if (key == "updatedNumberScheduled") in.number(member, row.updated);
    if (key == "numberReady") in.number(member, row.ready);
    if (key == "numberAvailable") in.number(member, row.available);
    if (key == "numberMisscheduled") in.number(member, row.misscheduled);
    if (key == "conditions") in.conditions(member, row.conditions);
  });
}

// ---- Job, CronJob

void readSpec(Reading& in, Value value, JobRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "completions") in.number(member, row.completions);
    if (key == "parallelism") in.number(member, row.parallelism);
    if (key == "backoffLimit") in.number(member, row.backoffLimit);
    if (key == "activeDeadlineSeconds") in.number(member, row.activeDeadlineSeconds);
    if (key == "suspend") in.flag(member, row.suspended);
    if (key == "template") readTemplate(in, member, row.podTemplate);
  });
}

void readStatus(Reading& in, Value value, JobRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "active") in.number(member, row.active);
    if (key == "ready") in.number(member, row.ready);
    if (key == "succeeded") in.number(member, row.succeeded);
    if (key == "failed") in.number(member, row.failed);
    if (key == "terminating") in.number(member, row.terminating);
    if (key == "startTime") in.time(member, row.started);
    if (key == "completionTime") in.time(member, row.completed);
    if (key == "conditions") in.conditions(member, row.conditions);
  });
}

void readJobTemplate(Reading& in, Value value, CronJobRow& row) {
  in.members(value, [&](std::string_view key, Value spec) {
    if (key != "spec") return;
    in.members(spec, [&](std::string_view name, Value member) {
      if (name == "template") readTemplate(in, member, row.podTemplate);
    });
  });
}

void readSpec(Reading& in, Value value, CronJobRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "schedule") in.name(member, row.schedule);
    if (key == "timeZone") in.name(member, row.timeZone);
    if (key == "concurrencyPolicy") in.name(member, row.concurrency);
    if (key == "startingDeadlineSeconds") in.number(member, row.startingDeadlineSeconds);
    if (key == "suspend") in.flag(member, row.suspended);
    if (key == "jobTemplate") readJobTemplate(in, member, row);
  });
}

void readStatus(Reading& in, Value value, CronJobRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "active") in.elements(member, [&](Value) { ++row.active; });
    if (key == "lastScheduleTime") in.time(member, row.lastScheduled);
    if (key == "lastSuccessfulTime") in.time(member, row.lastSuccessful);
  });
}

// ---- ReplicaSet

void readSpec(Reading& in, Value value, ReplicaSetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (readSpecAlike(in, key, member, row)) return;
    if (key == "replicas") in.number(member, row.replicas);
  });
}

void readStatus(Reading& in, Value value, ReplicaSetRow& row) {
  in.members(value, [&](std::string_view key, Value member) { readCounts(in, key, member, row); });
}

// ---- Argo Rollouts (contract D15)

void readArgoStrategy(Reading& in, Value value, RolloutRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key != "canary" && key != "blueGreen") return;
    row.strategy = in.intern(key);
    in.members(member, [&](std::string_view name, Value steps) {
      if (name == "steps") in.elements(steps, [&](Value) { ++row.steps; });
    });
  });
}

void readSpec(Reading& in, Value value, RolloutRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "selector") in.selector(member, row.selector);
    if (key == "template") readTemplate(in, member, row.podTemplate);
    if (key == "replicas") in.number(member, row.replicas);
    if (key == "paused") in.flag(member, row.paused);
    if (key == "strategy") readArgoStrategy(in, member, row);
  });
}

void readBlueGreen(Reading& in, Value value, RolloutRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "activeSelector") in.name(member, row.activeSelector);
    if (key == "previewSelector") in.name(member, row.previewSelector);
  });
}

void readStatus(Reading& in, Value value, RolloutRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "observedGeneration") return in.loose(member, row.observedGeneration);
    if (key == "replicas") return in.number(member, row.total);
    if (key == "readyReplicas") return in.number(member, row.ready);
    if (key == "availableReplicas") return in.number(member, row.available);
    if (key == "updatedReplicas") return in.number(member, row.updated);
    if (key == "conditions") return in.conditions(member, row.conditions);
    if (key == "phase") return in.name(member, row.phase);
    if (key == "message") return in.name(member, row.message);
    if (key == "controllerPause") return in.flag(member, row.controllerPause);
    if (key == "pauseConditions") return in.elements(member, [&](Value) { row.pauseConditions = true; });
    if (key == "abort") return in.flag(member, row.aborted);
    if (key == "promoteFull") return in.flag(member, row.promoteFull);
    if (key == "currentStepIndex") return in.number(member, row.stepIndex);
    if (key == "stableRS") return in.name(member, row.stableHash);
    if (key == "currentPodHash") return in.name(member, row.currentHash);
    if (key == "blueGreen") return readBlueGreen(in, member, row);
  });
}

template <class Row>
void readBoth(Reading& in, std::string_view key, Value value, Row& row) {
  if (key == "spec") readSpec(in, value, row);
  if (key == "status") readStatus(in, value, row);
}

}  // namespace

void readMember(Reading& in, std::string_view key, Value value, DeploymentRow& row) {
  readBoth(in, key, value, row);
}
void readMember(Reading& in, std::string_view key, Value value, ReplicaSetRow& row) {
  readBoth(in, key, value, row);
}
void readMember(Reading& in, std::string_view key, Value value, StatefulSetRow& row) {
  readBoth(in, key, value, row);
}
void readMember(Reading& in, std::string_view key, Value value, DaemonSetRow& row) {
  readBoth(in, key, value, row);
}
void readMember(Reading& in, std::string_view key, Value value, JobRow& row) {
  readBoth(in, key, value, row);
}
void readMember(Reading& in, std::string_view key, Value value, CronJobRow& row) {
  readBoth(in, key, value, row);
}
void readMember(Reading& in, std::string_view key, Value value, RolloutRow& row) {
  readBoth(in, key, value, row);
}

}  // namespace aiagent::wire::kube
