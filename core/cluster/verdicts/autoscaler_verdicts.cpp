#include "core/cluster/verdicts/autoscaler_verdicts.h"

#include <algorithm>

namespace aiagent::cluster {
namespace {

using wire::findCondition;
using wire::HorizontalPodAutoscalerRow;
using wire::HpaMetric;
using wire::MetricType;
using wire::Truth;
using wire::VerticalPodAutoscalerRow;

constexpr std::size_t kShownMetrics = 2;

std::string share(const std::optional<std::int32_t>& percent) {
  return percent ? std::to_string(*percent) + "%" : std::string("<unknown>");
}

std::string amount(const wire::Name& text) {
  return text.empty() ? std::string("<unknown>") : std::string(text.view());
}

std::string metricText(const HpaMetric& metric) {
  const bool resource = metric.type == MetricType::Resource || metric.type == MetricType::ContainerResource;
  const auto name = resource ? std::string(metric.name.view()) + ": " : std::string();
  if (metric.targetPercent) return name + share(metric.currentPercent) + "/" + share(metric.targetPercent);
  const bool average =
      metric.average && (metric.type == MetricType::External || metric.type == MetricType::Object);
  return name + amount(metric.current) + "/" + amount(metric.target) + (average ? " (avg)" : "");
}

bool sameTarget(const auto& a, const auto& b) {
  return a.head.nameSpace == b.head.nameSpace && a.targetKind == b.targetKind && a.targetName == b.targetName;
}

// Whether a vertical autoscaler sets what this metric is a share of.
bool pullsAt(const VerticalPodAutoscalerRow& vertical, std::string_view resource) {
  if (vertical.updateMode == "Off") return false;
  if (vertical.policies.empty()) return true;
  return std::any_of(vertical.policies.begin(), vertical.policies.end(), [&](const wire::VpaPolicy& policy) {
    return policy.mode != "Off" && (resource == "cpu" ? policy.cpu : resource == "memory" && policy.memory);
  });
}

std::optional<Verdict> conflictVerdict(const HorizontalPodAutoscalerRow& row, const AutoscalerView& view) {
  for (const auto* other : view.horizontal)
    if (other->head.uid != row.head.uid && sameTarget(*other, row))
      return verdict(VerdictKind::Degraded, "TwoAutoscalers")
          .with("spec.scaleTargetRef", row.targetName,
                "scaled by " + other->head.name + " too; each undoes the other");
  for (const auto* vertical : view.vertical) {
    if (!sameTarget(*vertical, row)) continue;
    for (const auto& metric : row.metrics)
      if (metric.type == MetricType::Resource && pullsAt(*vertical, metric.name))
        return verdict(VerdictKind::Degraded, "ConflictsWithVertical")
            .with("spec.metrics", metric.name,
                  "the vertical autoscaler " + vertical->head.name + " changes what this is a share of");
  }
  return std::nullopt;
}

std::optional<Verdict> conditionVerdict(const HorizontalPodAutoscalerRow& row) {
  const auto by = [](VerdictKind kind, const wire::Condition& condition, std::string_view rule) {
    auto result = verdict(kind, condition.reason.empty() ? condition.type.view() : condition.reason.view())
                      .with("conditions[" + std::string(condition.type.view()) + "].status",
                            condition.status == Truth::True ? "True" : "False", rule);
    if (!condition.message.empty())
      result.add("condition.message", condition.message, "the controller's own words");
    return result;
  };
  const auto isFalse = [&](std::string_view type) {
    const auto* found = findCondition(row.conditions, type);
    return found && found->status != Truth::True && found->status != Truth::Absent ? found : nullptr;
  };
  if (const auto* able = isFalse("AbleToScale"))
    return by(VerdictKind::Degraded, *able, "it cannot read or write the target's scale");
  if (const auto* active = isFalse("ScalingActive"))
    return by(
        active->reason == "ScalingDisabled" ? VerdictKind::Paused : VerdictKind::Degraded, *active,
        active->reason == "ScalingDisabled" ? "the target has no replicas" : "it has nothing to scale by");
  return std::nullopt;
}

}  // namespace

std::string metricsText(const HorizontalPodAutoscalerRow& row) {
  if (row.metrics.empty()) return "<none>";
  std::string text;
  for (std::size_t i = 0; i < std::min(row.metrics.size(), kShownMetrics); ++i)
    text += (i ? ", " : "") + metricText(row.metrics[i]);
  if (row.metrics.size() > kShownMetrics)
    text += " + " + std::to_string(row.metrics.size() - kShownMetrics) + " more...";
  return text;
}

Verdict autoscalerVerdict(const HorizontalPodAutoscalerRow& row, const AutoscalerView& view) {
  if (row.head.malformed) return malformedVerdict();
  if (auto found = conditionVerdict(row))
    return std::move(*found).with("metrics", metricsText(row), "current/target");
  if (auto found = conflictVerdict(row, view)) return *found;
  if (row.conditions.empty())
    return verdict(VerdictKind::Unknown, "NoStatus")
        .with("status.conditions", "", "the controller has not looked at it yet");
  const auto replicas = std::to_string(row.current) + " of " + std::to_string(row.desired);
  if (row.maximum > row.minimum && row.current >= row.maximum)
    return verdict(VerdictKind::Degraded, "AtMaximum")
        .with("status.currentReplicas", std::to_string(row.current),
              "it cannot add more than " + std::to_string(row.maximum))
        .with("metrics", metricsText(row), "current/target");
  if (row.current != row.desired)
    return verdict(VerdictKind::Progressing, "Scaling")
        .with("status.desiredReplicas", replicas, "it is changing the number");
  return verdict(VerdictKind::Healthy, "Scaled")
      .with("status.currentReplicas", replicas, "as many as it wants")
      .with("metrics", metricsText(row), "current/target");
}

}  // namespace aiagent::cluster
