#include "ui/viewmodels/deployments/cluster_columns.h"

#include <QCoreApplication>

#include "core/cluster/human_duration.h"
#include "core/cluster/report/report.h"
#include "ui/format/text.h"
#include "ui/format/verdict_words.h"

namespace aiagent::ui {
namespace {

using wire::KubeKind;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(ClusterColumns)
};

ClusterColumn plain(const QString& title) {
  return {title, CellKind::Text};
}
ClusterColumn number(const QString& title) {
  return {title, CellKind::Number};
}
ClusterColumn age(const QString& title) {
  return {title, CellKind::Age};
}
ClusterColumn name() {
  return plain(Texts::tr("Name"));
}
ClusterColumn sinceMade() {
  return age(Texts::tr("Age"));
}
ClusterColumn judged() {
  return {Texts::tr("Verdict"), CellKind::Verdict};
}

}  // namespace

std::vector<ClusterColumn> columnsOf(KubeKind kind) {
  switch (kind) {
    case KubeKind::Pod:
      return {name(),
              number(Texts::tr("Ready")),
              plain(Texts::tr("Status")),
              number(Texts::tr("Restarts")),
              sinceMade(),
              plain(Texts::tr("Node")),
              judged()};
    case KubeKind::Event:
      return {age(Texts::tr("Last")),     plain(Texts::tr("Type")),   plain(Texts::tr("Reason")),
              plain(Texts::tr("Object")), number(Texts::tr("Count")), plain(Texts::tr("Message"))};
    case KubeKind::Service:
      return {name(),
              plain(Texts::tr("Type")),
              plain(Texts::tr("Cluster IP")),
              plain(Texts::tr("Ports")),
              number(Texts::tr("Ready endpoints")),
              plain(Texts::tr("Selector")),
              sinceMade()};
    case KubeKind::HorizontalPodAutoscaler:
      return {name(),
              plain(Texts::tr("Target")),
              plain(Texts::tr("Metrics")),
              number(Texts::tr("Least")),
              number(Texts::tr("Most")),
              number(Texts::tr("Now/wanted")),
              age(Texts::tr("Last scaled")),
              judged()};
    case KubeKind::VerticalPodAutoscaler:
      return {name(), plain(Texts::tr("Target")), plain(Texts::tr("Mode")), plain(Texts::tr("Recommended")),
              sinceMade()};
    case KubeKind::PodDisruptionBudget:
      return {name(),
              number(Texts::tr("Healthy/wanted")),
              number(Texts::tr("Disruptions allowed")),
              plain(Texts::tr("Selector")),
              sinceMade(),
              judged()};
    case KubeKind::Ingress:
      return {name(),
              plain(Texts::tr("Class")),
              plain(Texts::tr("Hosts")),
              plain(Texts::tr("Services")),
              plain(Texts::tr("Addresses")),
              sinceMade()};
    case KubeKind::Gateway:
      return {name(), plain(Texts::tr("Class")), plain(Texts::tr("Hosts")), plain(Texts::tr("Addresses")),
              sinceMade()};
    case KubeKind::HttpRoute:
      return {name(), plain(Texts::tr("Hosts")), plain(Texts::tr("Services (weight)")),
              plain(Texts::tr("Gateways")), sinceMade()};
    case KubeKind::NetworkPolicy:
      return {name(), plain(Texts::tr("Pods")), plain(Texts::tr("Ingress rules")),
              plain(Texts::tr("Egress rules")), sinceMade()};
    case KubeKind::Certificate:
      return {name(), plain(Texts::tr("Names")), plain(Texts::tr("Issuer")), number(Texts::tr("Holds for")),
              judged()};
    case KubeKind::ResourceQuota: return {name(), plain(Texts::tr("Used/limit")), sinceMade(), judged()};
    case KubeKind::Node:
      return {name(),
              plain(Texts::tr("Status")),
              plain(Texts::tr("Version")),
              plain(Texts::tr("CPU")),
              plain(Texts::tr("Memory")),
              plain(Texts::tr("Pods")),
              sinceMade(),
              judged()};
    case KubeKind::Namespace:
      return {name(),
              plain(Texts::tr("Phase")),
              plain(Texts::tr("Enforce")),
              plain(Texts::tr("Audit")),
              plain(Texts::tr("Warn")),
              sinceMade()};
    case KubeKind::CronJob:
      return {name(),
              plain(Texts::tr("Schedule")),
              plain(Texts::tr("Time zone")),
              age(Texts::tr("Last run")),
              age(Texts::tr("Last success")),
              number(Texts::tr("Active")),
              judged()};
    case KubeKind::Job:
      return {name(),
              number(Texts::tr("Succeeded")),
              plain(Texts::tr("Status")),
              number(Texts::tr("Failed")),
              age(Texts::tr("Started")),
              age(Texts::tr("Ended")),
              judged()};
    case KubeKind::ReplicaSet:
      return {name(),
              plain(Texts::tr("Deployment")),
              number(Texts::tr("Revision")),
              number(Texts::tr("Ready")),
              plain(Texts::tr("Images")),
              sinceMade()};
    default: return {name(), sinceMade()};
  }
}

std::vector<ClusterColumn> workloadColumns() {
  return {name(),
          plain(Texts::tr("Kind")),
          number(Texts::tr("Ready")),
          number(Texts::tr("Revision")),
          plain(Texts::tr("Images")),
          judged()};
}

QString kindTitle(KubeKind kind) {
  switch (kind) {
    case KubeKind::Namespace: return Texts::tr("Namespaces");
    case KubeKind::Node: return Texts::tr("Nodes");
    case KubeKind::Pod: return Texts::tr("Pods");
    case KubeKind::Service: return Texts::tr("Services");
    case KubeKind::EndpointSlice: return Texts::tr("Endpoint slices");
    case KubeKind::Event: return Texts::tr("Events");
    case KubeKind::Deployment: return Texts::tr("Deployments");
    case KubeKind::ReplicaSet: return Texts::tr("Replica sets");
    case KubeKind::StatefulSet: return Texts::tr("Stateful sets");
    case KubeKind::DaemonSet: return Texts::tr("Daemon sets");
    case KubeKind::Job: return Texts::tr("Jobs");
    case KubeKind::CronJob: return Texts::tr("Cron jobs");
    case KubeKind::HorizontalPodAutoscaler: return Texts::tr("Horizontal autoscalers");
    case KubeKind::VerticalPodAutoscaler: return Texts::tr("Vertical autoscalers");
    case KubeKind::PodDisruptionBudget: return Texts::tr("Disruption budgets");
    case KubeKind::NetworkPolicy: return Texts::tr("Network policies");
    case KubeKind::Ingress: return Texts::tr("Ingresses");
    case KubeKind::ResourceQuota: return Texts::tr("Quotas");
    case KubeKind::Gateway: return Texts::tr("Gateways");
    case KubeKind::HttpRoute: return Texts::tr("HTTP routes");
    case KubeKind::Certificate: return Texts::tr("Certificates");
    case KubeKind::Rollout: return Texts::tr("Argo rollouts");
    case KubeKind::Other: break;
  }
  return {};
}

base::WallTime timeOf(const ClusterRow& row, std::size_t column) {
  return base::wallTimeFromMillis(std::int64_t(row.keys[column] * 1000.0));
}

QString cellText(const ClusterColumn& column, const ClusterRow& row, std::size_t place, base::WallTime now) {
  if (place >= row.cells.size()) return {};
  switch (column.kind) {
    case CellKind::Age:
      return row.keys[place] > 0 ? format::text(cluster::ageText(timeOf(row, place), now)) : QString();
    case CellKind::Verdict: return format::verdictName(row.verdict.kind);
    case CellKind::Text:
    case CellKind::Number: return format::text(row.cells[place]);
  }
  return {};
}

std::string tableCsv(const std::vector<ClusterColumn>& columns, const std::vector<ClusterRow>& rows,
                     base::WallTime now) {
  std::string csv;
  const auto add = [&csv, &columns](std::size_t place, const QString& text) {
    csv += cluster::csvCell(format::utf8(text));
    csv += place + 1 < columns.size() ? "," : "\r\n";
  };
  for (std::size_t i = 0; i < columns.size(); ++i) add(i, columns[i].title);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < columns.size(); ++i) add(i, cellText(columns[i], row, i, now));
  return csv;
}

}  // namespace aiagent::ui
