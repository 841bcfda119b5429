#include "core/cluster/workloads.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "core/cluster/verdicts/backups.h"
#include "core/cluster/verdicts/cluster_verdicts.h"
#include "core/cluster/verdicts/job_verdicts.h"
#include "core/cluster/verdicts/pod_status.h"
#include "core/cluster/verdicts/pod_verdict.h"
#include "core/cluster/verdicts/rollout_verdict.h"

namespace aiagent::cluster {
namespace {

using wire::KubeKind;

template <class Row>
std::vector<const Row*> ownedBy(const KindTable* table, std::string_view uid) {
  std::vector<const Row*> rows;
  if (!table) return rows;
  const auto& owned = table->ownedBy(uid);
  rows.reserve(owned.size());
  for (const auto* any : owned)
    if (const auto* row = std::get_if<Row>(any)) rows.push_back(row);
  return rows;
}

template <class Container>
std::string imagesOf(const std::vector<Container>& containers) {
  std::vector<std::string_view> seen;
  std::string text;
  for (const auto& container : containers) {
    const auto image = container.image.view();
    if (image.empty() || std::find(seen.begin(), seen.end(), image) != seen.end()) continue;
    seen.push_back(image);
    if (!text.empty()) text += ", ";
    text += image;
  }
  return text;
}

std::string lowered(std::string_view word) {
  std::string text(word);
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  return text;
}

class Judge {
 public:
  explicit Judge(const WorkloadTables& tables)
      : m_tables(tables), m_pods(tables.table(KubeKind::Pod)), m_sets(tables.table(KubeKind::ReplicaSet)) {}

  std::vector<Workload> run() {
    each<wire::DeploymentRow>(KubeKind::Deployment, [this](const auto& row) { deployment(row); });
    each<wire::StatefulSetRow>(KubeKind::StatefulSet, [this](const auto& row) { statefulSet(row); });
    each<wire::DaemonSetRow>(KubeKind::DaemonSet, [this](const auto& row) { daemonSet(row); });
    each<wire::RolloutRow>(KubeKind::Rollout, [this](const auto& row) { rollout(row); });
    each<wire::CronJobRow>(KubeKind::CronJob, [this](const auto& row) { cronJob(row); });
    each<wire::JobRow>(KubeKind::Job, [this](const auto& row) { job(row); });
    for (const auto* alone : ownedBy<wire::PodRow>(m_pods, {})) pod(*alone);
    std::sort(m_all.begin(), m_all.end(), [](const Workload& a, const Workload& b) {
      return std::tie(a.nameSpace, a.name, a.kind) < std::tie(b.nameSpace, b.name, b.kind);
    });
    return std::move(m_all);
  }

 private:
  template <class Row, class Use>
  void each(KubeKind kind, Use use) {
    const auto* table = m_tables.table(kind);
    if (!table) return;
    for (const auto& [uid, any] : table->rows())
      if (const auto* row = std::get_if<Row>(&any)) use(*row);
  }

  Workload& add(const wire::KubeHead& head, Verdict verdict) {
    return m_all.emplace_back(Workload{.kind = head.kind,
                                       .nameSpace = std::string(head.nameSpace.view()),
                                       .name = head.name,
                                       .uid = head.uid,
                                       .version = head.resourceVersion,
                                       .verdict = std::move(verdict),
                                       .images = {}});
  }

  WorkloadView view(const wire::KubeHead& head, std::vector<const wire::PodRow*> pods) const {
    WorkloadView view{.now = m_tables.now, .pods = std::move(pods)};
    if (m_tables.changed) view.changed = m_tables.changed(head.uid);
    return view;
  }

  void deployment(const wire::DeploymentRow& row) {
    auto sets = ownedBy<wire::ReplicaSetRow>(m_sets, row.head.uid);
    std::vector<const wire::PodRow*> pods;
    for (const auto* set : sets) {
      const auto own = ownedBy<wire::PodRow>(m_pods, set->head.uid);
      pods.insert(pods.end(), own.begin(), own.end());
    }
    auto around = view(row.head, std::move(pods));
    around.sets = std::move(sets);
    auto& one = add(row.head, deploymentVerdict(row, around));
    one.ready = row.ready;
    one.desired = row.replicas;
    one.images = imagesOf(row.podTemplate.containers);
  }

  void statefulSet(const wire::StatefulSetRow& row) {
    auto& one =
        add(row.head, statefulSetVerdict(row, view(row.head, ownedBy<wire::PodRow>(m_pods, row.head.uid))));
    one.ready = row.ready;
    one.desired = row.replicas;
    one.images = imagesOf(row.podTemplate.containers);
  }

  void daemonSet(const wire::DaemonSetRow& row) {
    auto& one =
        add(row.head, daemonSetVerdict(row, view(row.head, ownedBy<wire::PodRow>(m_pods, row.head.uid))));
    one.ready = row.ready;
    one.desired = row.desired;
    one.images = imagesOf(row.podTemplate.containers);
  }

  void rollout(const wire::RolloutRow& row) {
    auto& one = add(row.head, rolloutPhaseVerdict(row));
    one.ready = row.ready;
    one.desired = row.replicas;
    one.images = imagesOf(row.podTemplate.containers);
  }

  void cronJob(const wire::CronJobRow& row) {
    const CronFacts facts{.now = m_tables.now, .backup = backupSign(row).has_value()};
    auto& one = add(row.head, cronJobVerdict(row, facts));
    one.ready = one.desired = row.active;
  }

  void job(const wire::JobRow& row) {
    if (row.head.owner.kind == "CronJob") return;
    auto& one = add(row.head, jobVerdict(row, m_tables.now));
    one.ready = row.succeeded;
    one.desired = row.completions.value_or(row.parallelism);
  }

  void pod(const wire::PodRow& row) {
    auto& one = add(row.head, podVerdict(row, m_tables.now));
    const auto status = podStatus(row);
    one.ready = status.ready;
    one.desired = status.total;
    one.images = imagesOf(row.containers);
  }

  const WorkloadTables& m_tables;
  const KindTable* const m_pods;
  const KindTable* const m_sets;
  std::vector<Workload> m_all;
};

}  // namespace

std::string Workload::title() const {
  return lowered(wire::toWord(kind)) + '/' + name;
}

const std::vector<KubeKind>& workloadKinds() {
  static const std::vector<KubeKind> kinds = {
      KubeKind::Deployment, KubeKind::StatefulSet, KubeKind::DaemonSet, KubeKind::Rollout,
      KubeKind::CronJob,    KubeKind::Job,         KubeKind::Pod};
  return kinds;
}

std::vector<Workload> judgeWorkloads(const WorkloadTables& tables) {
  return Judge(tables).run();
}

}  // namespace aiagent::cluster
