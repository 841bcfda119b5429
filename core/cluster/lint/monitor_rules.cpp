// Prometheus: who measures, and who tells.
#include <algorithm>
#include <array>

#include "core/cluster/lint/kube_view.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

// Alerts of Google Cloud: its managed Prometheus, and policies by Config Connector.
bool alertsInCloud(const KubeObject& object) {
  return (object.group == "monitoring.googleapis.com" && endsWith(object.kind, "Rules")) ||
         object.kind == "MonitoringAlertPolicy";
}

void twoSourcesOfAlerts(const Sources& sources, Report& report) {
  if (sources.ofKind("PrometheusRule").empty()) return;
  for (const auto& object : sources.objects)
    if (alertsInCloud(object)) report.at(object, object.node.at("kind"), {object.kind});
}

// No selector at all is left alone: the operator then may not manage the configuration.
bool maySelect(const KubeObject& prometheus, const KubeObject& monitor) {
  const auto selector = prometheus.node.at("spec>serviceMonitorSelector");
  const auto labels = selector.at("matchLabels");
  if (!selector || selector.at("matchExpressions") || labels.members().empty()) return true;
  return selects(labels, monitor.node.at("metadata>labels"));
}

void notSelected(const Sources& sources, Report& report) {
  const auto all = sources.ofKind("Prometheus");
  if (all.empty()) return;
  for (const auto* monitor : sources.ofKind("ServiceMonitor")) {
    const bool selected = std::any_of(all.begin(), all.end(), [&](const KubeObject* prometheus) {
      return maySelect(*prometheus, *monitor);
    });
    if (!selected) report.at(*monitor, monitor->node.at("metadata"), {monitor->name, all.front()->name});
  }
}

constexpr auto kRules = std::to_array<Rule>({
    {{"K8S-061", 10, kWarning,
      QT_TRANSLATE_NOOP("Lint", "%1 and PrometheusRule both alert: neither tells all that is wrong."),
      QT_TRANSLATE_NOOP("Lint", "Keep all alerts in one of them.")},
     twoSourcesOfAlerts},
    {{"K8S-062", 78, kError,
      QT_TRANSLATE_NOOP("Lint", "The Prometheus %2 does not select the ServiceMonitor %1."),
      QT_TRANSLATE_NOOP("Lint", "Give it the labels of serviceMonitorSelector.")},
     notSelected},
});

}  // namespace

std::span<const Rule> monitorRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
