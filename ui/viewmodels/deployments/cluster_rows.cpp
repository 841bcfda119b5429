// The cells of rows, in the order of cluster_columns.cpp.
#include <utility>

#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/autoscaler_verdicts.h"
#include "core/cluster/verdicts/backups.h"
#include "core/cluster/verdicts/cluster_verdicts.h"
#include "core/cluster/verdicts/job_verdicts.h"
#include "core/cluster/verdicts/pod_security.h"
#include "core/cluster/verdicts/pod_status.h"
#include "core/cluster/verdicts/pod_verdict.h"
#include "core/cluster/verdicts/rollout_verdict.h"
#include "ui/viewmodels/deployments/row_builder.h"

namespace aiagent::ui {
namespace {

using cluster::Verdict;
using services::ClusterWatch;
using wire::KubeKind;

template <class List, class Text>
std::string joined(const List& list, Text text) {
  std::string all;
  for (const auto& one : list) {
    const std::string word(text(one));
    if (word.empty()) continue;
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

std::string joinedNames(const std::vector<wire::Name>& names) {
  return joined(names, [](const wire::Name& name) { return name.view(); });
}

std::string shareText(int part, int whole) {
  return std::to_string(part) + '/' + std::to_string(whole);
}

double shareKey(int part, int whole) {
  return whole > 0 ? double(part) / whole : 1.0;
}

std::string labelsText(const wire::Pairs& pairs) {
  return joined(pairs.all(),
                [](const auto& pair) { return std::string(pair.first) + '=' + std::string(pair.second); });
}

template <class Row>
std::vector<const Row*> all(const ClusterWatch& watch, KubeKind kind) {
  std::vector<const Row*> rows;
  if (const auto* feed = watch.feed(kind))
    for (const auto& [uid, any] : feed->table().rows())
      if (const auto* row = std::get_if<Row>(&any)) rows.push_back(row);
  return rows;
}

Verdict cronVerdict(const wire::CronJobRow& row, const ClusterWatch& watch) {
  return cluster::cronJobVerdict(row,
                                 {.now = watch.serverNow(), .backup = cluster::backupSign(row).has_value()});
}

// ---------------------------------------------------------------- rows by kind

ClusterRow make(const wire::PodRow& row, const ClusterWatch& watch) {
  const auto now = watch.serverNow();
  const auto status = cluster::podStatus(row);
  return RowBuilder(row.head)
      .named()
      .keyed(status.readyText(), shareKey(status.ready, status.total))
      .text(status.word)
      .number(status.restarts)
      .age(row.head.created)
      .text(row.node.view())
      .verdict(cluster::podVerdict(row, now))
      .take();
}

ClusterRow make(const wire::EventRow& row, const ClusterWatch&) {
  return RowBuilder(row.head)
      .age(row.last)
      .keyed(std::string(row.type.view()), row.warning() ? 1 : 0)
      .text(row.reason.view())
      .text(std::string(row.aboutKind.view()) + '/' + std::string(row.aboutName.view()))
      .number(row.count)
      .text(row.message)
      .take();
}

ClusterRow make(const wire::ServiceRow& row, const ClusterWatch& watch) {
  int ready = 0, notReady = 0;
  for (const auto* slice : all<wire::EndpointSliceRow>(watch, KubeKind::EndpointSlice))
    if (slice->service == row.head.name && slice->head.nameSpace == row.head.nameSpace) {
      ready += slice->ready;
      notReady += slice->notReady;
    }
  const auto ports = joined(row.ports, [](const wire::ServicePort& port) {
    return std::to_string(port.port) + '/' + std::string(port.protocol.view());
  });
  const auto* slices = watch.feed(KubeKind::EndpointSlice);
  const bool known = slices && slices->asOf() != base::WallTime{} && !watch.isHidden(KubeKind::EndpointSlice);
  return RowBuilder(row.head)
      .named()
      .text(row.type.view())
      .text(row.clusterIp.view())
      .text(ports)
      .keyed(known ? shareText(ready, ready + notReady) : std::string("?"), ready)
      .text(labelsText(row.selector))
      .age(row.head.created)
      .take();
}

ClusterRow make(const wire::HorizontalPodAutoscalerRow& row, const ClusterWatch& watch) {
  const cluster::AutoscalerView view{
      .horizontal = all<wire::HorizontalPodAutoscalerRow>(watch, KubeKind::HorizontalPodAutoscaler),
      .vertical = all<wire::VerticalPodAutoscalerRow>(watch, KubeKind::VerticalPodAutoscaler)};
  return RowBuilder(row.head)
      .named()
      .text(std::string(row.targetKind.view()) + '/' + std::string(row.targetName.view()))
      .text(cluster::metricsText(row))
      .number(row.minimum)
      .number(row.maximum)
      .keyed(shareText(row.current, row.desired), row.current)
      .age(row.lastScaled)
      .verdict(cluster::autoscalerVerdict(row, view))
      .take();
}

ClusterRow make(const wire::VerticalPodAutoscalerRow& row, const ClusterWatch&) {
  const auto wanted = joined(row.recommendations, [](const wire::VpaRecommendation& one) {
    return std::string(one.container.view()) + ": " + std::string(one.cpuTarget.view()) + ", " +
           std::string(one.memoryTarget.view());
  });
  return RowBuilder(row.head)
      .named()
      .text(std::string(row.targetKind.view()) + '/' + std::string(row.targetName.view()))
      .text(row.updateMode.empty() ? "Recreate" : row.updateMode.view())
      .text(wanted)
      .age(row.head.created)
      .take();
}

ClusterRow make(const wire::PodDisruptionBudgetRow& row, const ClusterWatch&) {
  return RowBuilder(row.head)
      .named()
      .keyed(shareText(row.healthy, row.desired), shareKey(row.healthy, row.desired))
      .number(row.allowed)
      .text(labelsText(row.selector))
      .age(row.head.created)
      .verdict(cluster::budgetVerdict(row))
      .take();
}

ClusterRow make(const wire::IngressRow& row, const ClusterWatch&) {
  const auto hosts = joined(row.backends, [](const wire::RouteBackend& one) { return one.host.view(); });
  const auto services =
      joined(row.backends, [](const wire::RouteBackend& one) { return one.service.view(); });
  return RowBuilder(row.head)
      .named()
      .text(row.className.view())
      .text(hosts)
      .text(services)
      .text(joinedNames(row.addresses))
      .age(row.head.created)
      .take();
}

ClusterRow make(const wire::GatewayRow& row, const ClusterWatch&) {
  return RowBuilder(row.head)
      .named()
      .text(row.className.view())
      .text(joinedNames(row.hosts))
      .text(joinedNames(row.addresses))
      .age(row.head.created)
      .take();
}

ClusterRow make(const wire::HttpRouteRow& row, const ClusterWatch&) {
  const auto backends = joined(row.backends, [](const wire::RouteBackend& one) {
    return std::string(one.service.view()) + " (" + std::to_string(one.weight.value_or(1)) + ')';
  });
  return RowBuilder(row.head)
      .named()
      .text(joinedNames(row.hosts))
      .text(backends)
      .text(joinedNames(row.parents))
      .age(row.head.created)
      .take();
}

ClusterRow make(const wire::NetworkPolicyRow& row, const ClusterWatch&) {
  const auto direction = [](bool set, int rules) {
    return set ? (rules == 0 ? std::string("deny all") : std::to_string(rules)) : std::string("-");
  };
  return RowBuilder(row.head)
      .named()
      .text(row.allPods ? std::string("<all>") : labelsText(row.selector))
      .text(direction(row.ingress, row.ingressRules))
      .text(direction(row.egress, row.egressRules))
      .age(row.head.created)
      .take();
}

ClusterRow make(const wire::CertificateRow& row, const ClusterWatch& watch) {
  const auto now = watch.serverNow();
  const auto left = std::chrono::duration_cast<std::chrono::seconds>(row.notAfter - now);
  const bool told = row.notAfter != base::WallTime{};
  return RowBuilder(row.head)
      .named()
      .text(joinedNames(row.dnsNames))
      .text(row.issuer.view())
      .keyed(told ? cluster::humanDuration(left) : std::string("?"), double(left.count()))
      .verdict(cluster::certificateVerdict(row, now))
      .take();
}

ClusterRow make(const wire::ResourceQuotaRow& row, const ClusterWatch&) {
  const auto used = joined(row.lines, [](const wire::QuotaLine& line) {
    return std::string(line.resource.view()) + ": " + std::string(line.used.view()) + '/' +
           std::string(line.hard.view());
  });
  return RowBuilder(row.head)
      .named()
      .text(used)
      .age(row.head.created)
      .verdict(cluster::quotaVerdict(row))
      .take();
}

ClusterRow make(const wire::NodeRow& row, const ClusterWatch&) {
  return RowBuilder(row.head)
      .named()
      .text(cluster::nodeStatusWord(row))
      .text(row.version.view())
      .text(row.allocatableCpu.view())
      .text(row.allocatableMemory.view())
      .text(row.allocatablePods.view())
      .age(row.head.created)
      .verdict(cluster::nodeVerdict(row))
      .take();
}

ClusterRow make(const wire::NamespaceRow& row, const ClusterWatch&) {
  const auto security = cluster::namespaceSecurity(row.head);
  const auto word = [](const std::optional<cluster::SecurityLevel>& level) {
    return level ? cluster::toWord(*level) : std::string_view("-");
  };
  return RowBuilder(row.head)
      .named()
      .text(row.phase.view())
      .text(word(security.enforce))
      .text(word(security.audit))
      .text(word(security.warn))
      .age(row.head.created)
      .take();
}

ClusterRow make(const wire::CronJobRow& row, const ClusterWatch& watch) {
  return RowBuilder(row.head)
      .named()
      .text(row.schedule.view())
      .text(row.timeZone.empty() ? "-" : row.timeZone.view())
      .age(row.lastScheduled)
      .age(row.lastSuccessful)
      .number(row.active)
      .verdict(cronVerdict(row, watch))
      .take();
}

ClusterRow make(const wire::JobRow& row, const ClusterWatch& watch) {
  const int wanted = row.completions.value_or(row.parallelism);
  return RowBuilder(row.head)
      .named()
      .keyed(shareText(row.succeeded, wanted), shareKey(row.succeeded, wanted))
      .text(cluster::jobStatusWord(row))
      .number(row.failed)
      .age(row.started)
      .age(row.completed)
      .verdict(cluster::jobVerdict(row, watch.serverNow()))
      .take();
}

ClusterRow make(const wire::ReplicaSetRow& row, const ClusterWatch&) {
  return RowBuilder(row.head)
      .named()
      .text(row.head.owner.name.view())
      .number(cluster::revisionOf(row.head))
      .keyed(shareText(row.ready, row.replicas), row.replicas)
      .text(joined(row.podTemplate.containers, [](const auto& one) { return one.image.view(); }))
      .age(row.head.created)
      .take();
}

template <class Row>
ClusterRow make(const Row& row, const ClusterWatch&) {
  return RowBuilder(row.head).named().age(row.head.created).take();
}

}  // namespace

ClusterRow rowOf(const wire::KubeRow& row, const ClusterWatch& watch) {
  return std::visit([&watch](const auto& each) { return make(each, watch); }, row);
}

ClusterRow rowOf(const services::WatchedWorkload& watched, const ClusterWatch& watch) {
  const auto& workload = watched.workload;
  wire::KubeHead head;
  head.uid = workload.uid;
  head.kind = workload.kind;
  head.name = workload.name;
  std::int64_t revision = 0;
  if (const auto* feed = watch.feed(workload.kind))
    if (const auto* row = feed->table().find(workload.uid))
      revision = cluster::revisionOf(wire::headOf(*row));
  auto made =
      RowBuilder(head)
          .named()
          .text(wire::toWord(workload.kind))
          .keyed(shareText(workload.ready, workload.desired), shareKey(workload.ready, workload.desired))
          .keyed(revision > 0 ? std::to_string(revision) : std::string(), double(revision))
          .text(workload.images)
          .verdict(workload.verdict)
          .take();
  made.nameSpace = workload.nameSpace;
  made.freshness = watched.freshness;
  return made;
}

}  // namespace aiagent::ui
