#include <algorithm>

#include "core/wire/kube_row_reader.h"

namespace aiagent::wire::kube {
namespace {

// ---- Node

void readTaints(Reading& in, Value value, NodeRow& row) {
  in.elements(value, [&](Value element) {
    Taint taint;
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "key") in.name(member, taint.key);
      if (key == "value") in.name(member, taint.value);
      if (key == "effect") in.name(member, taint.effect);
      if (key == "timeAdded") in.time(member, taint.added);
    });
    row.taints.push_back(std::move(taint));
  });
}

void readAddresses(Reading& in, Value value, NodeRow& row) {
  in.elements(value, [&](Value element) {
    Name type, address;
    in.members(element, [&](std::string_view key, Value member) {
      if (key == "type") in.name(member, type);
      if (key == "address") in.name(member, address);
    });
    if (type == "InternalIP" && row.internalIp.empty()) row.internalIp = address;
    if (type == "ExternalIP" && row.externalIp.empty()) row.externalIp = address;
  });
}

void readNodeInfo(Reading& in, Value value, NodeRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "kubeletVersion") in.name(member, row.version);
    if (key == "osImage") in.name(member, row.osImage);
    if (key == "kernelVersion") in.name(member, row.kernel);
    if (key == "containerRuntimeVersion") in.name(member, row.runtime);
    if (key == "architecture") in.name(member, row.architecture);
  });
}

void readAmounts(Reading& in, Value value, Name& cpu, Name& memory, Name& pods) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "cpu") in.loose(member, cpu);
    if (key == "memory") in.loose(member, memory);
    if (key == "pods") in.loose(member, pods);
  });
}

void readSpec(Reading& in, Value value, NodeRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "unschedulable") in.flag(member, row.unschedulable);
    if (key == "taints") readTaints(in, member, row);
  });
}

void readStatus(Reading& in, Value value, NodeRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "conditions") in.conditions(member, row.conditions);
    if (key == "addresses") readAddresses(in, member, row);
    if (key == "nodeInfo") readNodeInfo(in, member, row);
    if (key == "capacity") readAmounts(in, member, row.cpu, row.memory, row.pods);
    if (key == "allocatable")
      readAmounts(in, member, row.allocatableCpu, row.allocatableMemory, row.allocatablePods);
  });
}

// ---- ResourceQuota

void readAmounts(Reading& in, Value value, ResourceQuotaRow& row, Name QuotaLine::*into) {
  in.members(value, [&](std::string_view key, Value amount) {
    auto line = std::find_if(row.lines.begin(), row.lines.end(),
                             [&](const QuotaLine& each) { return each.resource == key; });
    if (line == row.lines.end()) line = row.lines.insert(line, QuotaLine{.resource = in.intern(key)});
    in.loose(amount, (*line).*into);
  });
}

// ---- Event

struct EventTimes {
  base::WallTime first{}, last{}, event{}, series{};
  std::int32_t count = 0, seriesCount = 0;
};

void readAbout(Reading& in, Value value, EventRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "kind") in.name(member, row.aboutKind);
    if (key == "namespace") in.name(member, row.aboutNamespace);
    if (key == "name") in.name(member, row.aboutName);
    if (key == "uid") in.name(member, row.aboutUid);
  });
}

void readSource(Reading& in, Value value, EventRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "component" && row.source.empty()) in.name(member, row.source);
  });
}

void readSeries(Reading& in, Value value, EventTimes& times) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "count") in.number(member, times.seriesCount);
    if (key == "lastObservedTime") in.time(member, times.series);
  });
}

// The two APIs name the same things differently.
void readMember(Reading& in, std::string_view key, Value value, EventRow& row, EventTimes& times) {
  if (key == "metadata") return readHead(in, value, row.head);
  if (key == "type") return in.name(value, row.type);
  if (key == "reason") return in.name(value, row.reason);
  if (key == "message" || key == "note") return in.text(value, row.message);
  if (key == "involvedObject" || key == "regarding") return readAbout(in, value, row);
  if (key == "source" || key == "deprecatedSource") return readSource(in, value, row);
  if (key == "reportingComponent" || key == "reportingController") {
    const auto word = in.text(value);
    if (!word.empty()) row.source = in.intern(word);
  }
  if (key == "firstTimestamp" || key == "deprecatedFirstTimestamp") return in.time(value, times.first);
  if (key == "lastTimestamp" || key == "deprecatedLastTimestamp") return in.time(value, times.last);
  if (key == "count" || key == "deprecatedCount") return in.number(value, times.count);
  if (key == "eventTime") return in.time(value, times.event);
  if (key == "series") return readSeries(in, value, times);
}

base::WallTime firstTold(std::initializer_list<base::WallTime> times) {
  for (const auto time : times)
    if (told(time)) return time;
  return kNoTime;
}

// ---- autoscalers

MetricType metricType(std::string_view word) {
  if (word == "Resource") return MetricType::Resource;
  if (word == "ContainerResource") return MetricType::ContainerResource;
  if (word == "Pods") return MetricType::Pods;
  if (word == "Object") return MetricType::Object;
  return word == "External" ? MetricType::External : MetricType::Unknown;
}

void readAmount(Reading& in, Value value, HpaMetric& metric, bool current) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "averageUtilization")
      return in.number(member, current ? metric.currentPercent : metric.targetPercent);
    if (key != "averageValue" && key != "value") return;
    Name amount;
    in.loose(member, amount);
    // A share comes with the average it stands for; a plain value of 0 beside it says nothing.
    if (amount.empty() || (key == "value" && metric.average)) return;
    if (key == "averageValue") metric.average = true;
    (current ? metric.current : metric.target) = amount;
  });
}

HpaMetric readMetric(Reading& in, Value value) {
  HpaMetric metric;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "type") metric.type = metricType(in.text(member));
    if (key != "resource" && key != "containerResource" && key != "pods" && key != "object" &&
        key != "external")
      return;
    in.members(member, [&](std::string_view name, Value part) {
      if (name == "name") in.name(part, metric.name);
      if (name == "container") in.name(part, metric.container);
      if (name == "target" || name == "current") readAmount(in, part, metric, name == "current");
      if (name == "metric")
        in.members(part, [&](std::string_view inner, Value word) {
          if (inner == "name") in.name(word, metric.name);
        });
    });
  });
  return metric;
}

void takeMetric(HorizontalPodAutoscalerRow& row, HpaMetric found, bool current) {
  if (found.type == MetricType::Unknown) return;
  const auto same = std::find_if(row.metrics.begin(), row.metrics.end(), [&](const HpaMetric& each) {
    return each.type == found.type && each.name == found.name && each.container == found.container;
  });
  if (same == row.metrics.end()) return row.metrics.push_back(std::move(found));
  if (current) {
    same->current = found.current;
    same->currentPercent = found.currentPercent;
  } else {
    same->target = found.target;
    same->targetPercent = found.targetPercent;
    same->average = found.average;
  }
}

void readTarget(Reading& in, Value value, Name& kind, Name& name) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "kind") in.name(member, kind);
    if (key == "name") in.name(member, name);
  });
}

void readSpec(Reading& in, Value value, HorizontalPodAutoscalerRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "scaleTargetRef") readTarget(in, member, row.targetKind, row.targetName);
    if (key == "minReplicas") in.number(member, row.minimum);
    if (key == "maxReplicas") in.number(member, row.maximum);
    if (key == "metrics")
      in.elements(member, [&](Value element) { takeMetric(row, readMetric(in, element), false); });
  });
}

void readStatus(Reading& in, Value value, HorizontalPodAutoscalerRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "currentReplicas") in.number(member, row.current);
    if (key == "desiredReplicas") in.number(member, row.desired);
    if (key == "observedGeneration") in.number(member, row.observedGeneration);
    if (key == "lastScaleTime") in.time(member, row.lastScaled);
    if (key == "conditions") in.conditions(member, row.conditions);
    if (key == "currentMetrics")
      in.elements(member, [&](Value element) { takeMetric(row, readMetric(in, element), true); });
  });
}

void readPolicy(Reading& in, Value value, VerticalPodAutoscalerRow& row) {
  VpaPolicy policy;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "containerName") in.name(member, policy.container);
    if (key == "mode") in.name(member, policy.mode);
    if (key != "controlledResources") return;
    policy.cpu = policy.memory = false;
    in.elements(member, [&](Value element) {
      const auto word = in.text(element);
      policy.cpu = policy.cpu || word == "cpu";
      policy.memory = policy.memory || word == "memory";
    });
  });
  row.policies.push_back(std::move(policy));
}

void readRecommendation(Reading& in, Value value, VerticalPodAutoscalerRow& row) {
  VpaRecommendation found;
  const auto amounts = [&](Value map, Name& cpu, Name& memory) {
    in.members(map, [&](std::string_view key, Value amount) {
      if (key == "cpu") in.loose(amount, cpu);
      if (key == "memory") in.loose(amount, memory);
    });
  };
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "containerName") in.name(member, found.container);
    if (key == "target") amounts(member, found.cpuTarget, found.memoryTarget);
    if (key == "lowerBound") amounts(member, found.cpuLower, found.memoryLower);
    if (key == "upperBound") amounts(member, found.cpuUpper, found.memoryUpper);
  });
  row.recommendations.push_back(std::move(found));
}

void readSpec(Reading& in, Value value, VerticalPodAutoscalerRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "targetRef") return readTarget(in, member, row.targetKind, row.targetName);
    if (key != "updatePolicy" && key != "resourcePolicy") return;
    in.members(member, [&](std::string_view name, Value inner) {
      if (key == "updatePolicy" && name == "updateMode") in.name(inner, row.updateMode);
      if (key == "resourcePolicy" && name == "containerPolicies")
        in.elements(inner, [&](Value element) { readPolicy(in, element, row); });
    });
  });
}

void readStatus(Reading& in, Value value, VerticalPodAutoscalerRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "conditions") in.conditions(member, row.conditions);
    if (key != "recommendation") return;
    in.members(member, [&](std::string_view name, Value list) {
      if (name == "containerRecommendations")
        in.elements(list, [&](Value element) { readRecommendation(in, element, row); });
    });
  });
}

// ---- PodDisruptionBudget

void readSpec(Reading& in, Value value, PodDisruptionBudgetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "selector") in.selector(member, row.selector, &row.hasExpressions);
    if (key == "minAvailable") in.share(member, row.minAvailable);
    if (key == "maxUnavailable") in.share(member, row.maxUnavailable);
  });
}

void readStatus(Reading& in, Value value, PodDisruptionBudgetRow& row) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "observedGeneration") in.number(member, row.observedGeneration);
    if (key == "disruptionsAllowed") in.number(member, row.allowed);
    if (key == "currentHealthy") in.number(member, row.healthy);
    if (key == "desiredHealthy") in.number(member, row.desired);
    if (key == "expectedPods") in.number(member, row.expected);
    if (key == "conditions") in.conditions(member, row.conditions);
  });
}

template <class Row>
void readBoth(Reading& in, std::string_view key, Value value, Row& row) {
  if (key == "spec") readSpec(in, value, row);
  if (key == "status") readStatus(in, value, row);
}

}  // namespace

void readMember(Reading& in, std::string_view key, Value value, NamespaceRow& row) {
  if (key != "status") return;
  in.members(value, [&](std::string_view name, Value member) {
    if (name == "phase") in.name(member, row.phase);
    if (name == "conditions") in.conditions(member, row.conditions);
  });
}

void readMember(Reading& in, std::string_view key, Value value, NodeRow& row) {
  readBoth(in, key, value, row);
}

void readMember(Reading& in, std::string_view key, Value value, ResourceQuotaRow& row) {
  if (key != "status") return;
  in.members(value, [&](std::string_view name, Value map) {
    if (name == "hard") readAmounts(in, map, row, &QuotaLine::hard);
    if (name == "used") readAmounts(in, map, row, &QuotaLine::used);
  });
}

void readMember(Reading& in, std::string_view key, Value value, HorizontalPodAutoscalerRow& row) {
  readBoth(in, key, value, row);
}

void readMember(Reading& in, std::string_view key, Value value, VerticalPodAutoscalerRow& row) {
  readBoth(in, key, value, row);
}

void readMember(Reading& in, std::string_view key, Value value, PodDisruptionBudgetRow& row) {
  readBoth(in, key, value, row);
}

EventRow readEvent(Reading& in, Value object) {
  EventRow row;
  EventTimes times;
  row.head.kind = KubeKind::Event;
  in.members(object, [&](std::string_view key, Value value) { readMember(in, key, value, row, times); });
  row.first = firstTold({times.first, times.event});
  row.last = firstTold({times.series, times.last, times.first, times.event});
  row.count = std::max(1, times.seriesCount > 0 ? times.seriesCount : times.count);
  return row;
}

}  // namespace aiagent::wire::kube
