#include "core/services/cluster/cluster_report.h"

#include <algorithm>
#include <tuple>

#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/pod_status.h"
#include "core/cluster/verdicts/pod_verdict.h"

namespace aiagent::services {
namespace {

using wire::KubeKind;

std::vector<cluster::ReportPod> podsOf(const ClusterWatch& watch) {
  std::vector<cluster::ReportPod> pods;
  if (watch.isHidden(KubeKind::Pod)) return pods;
  for (const auto& [uid, row] : watch.feed(KubeKind::Pod)->table().rows()) {
    const auto* pod = std::get_if<wire::PodRow>(&row);
    if (!pod) continue;
    const auto now = watch.serverNow();
    const auto shown = cluster::podStatus(*pod);
    pods.push_back({std::string(pod->head.nameSpace.view()), pod->head.name, shown.readyText(), shown.word,
                    shown.restartsText(now), cluster::ageText(pod->head.created, now),
                    std::string(pod->node.view()), cluster::podVerdict(*pod, now)});
  }
  std::sort(pods.begin(), pods.end(), [](const auto& a, const auto& b) {
    return std::tie(a.nameSpace, a.name) < std::tie(b.nameSpace, b.name);
  });
  return pods;
}

std::string timeText(base::WallTime time) {
  return wire::told(time) ? base::toIso8601(time) : std::string();
}

}  // namespace

cluster::Report reportOf(ClusterWatch& watch, const cluster::ClusterAccess& access) {
  cluster::Report report{.context = access.context,
                         .server = access.server,
                         .nameSpace = access.nameSpace,
                         .made = base::toIso8601(watch.serverNow()),
                         .verdict = watch.verdict()};
  for (const auto& [workload, freshness, asOf] : watch.workloads())
    report.workloads.push_back({workload.nameSpace, workload.title(), workload.verdict,
                                std::to_string(workload.ready) + '/' + std::to_string(workload.desired),
                                workload.images, std::string(cluster::toWord(freshness)), timeText(asOf)});
  report.pods = podsOf(watch);
  for (const auto kind : cluster::workloadKinds())
    if (!watch.isKnown(kind))
      report.notes.push_back(std::string(wire::toWord(kind)) + ": " +
                             std::string(cluster::toWord(watch.feed(kind)->state().freshness)));
  return report;
}

}  // namespace aiagent::services
