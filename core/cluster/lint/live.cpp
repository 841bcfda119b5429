#include "core/cluster/lint/live.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "core/cluster/believed.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/quantity.h"

namespace aiagent::cluster::lint {
namespace {

using wire::KubeKind;

constexpr auto kRules = std::to_array<RuleText>({
    {"LIVE-001", 0, kError,
     QT_TRANSLATE_NOOP("Lint", "The workflow acts on the Deployment %1, and the cluster has none."),
     QT_TRANSLATE_NOOP("Lint", "Name one that is there, or apply it first.")},
    {"LIVE-002", 0, kHint, QT_TRANSLATE_NOOP("Lint", "The cluster has no %1 %2."),
     QT_TRANSLATE_NOOP("Lint", "Apply the file, or remove it.")},
    {"LIVE-003", 0, kWarning,
     QT_TRANSLATE_NOOP("Lint", "The container %1 of %2 runs %3, and the file says %4."),
     QT_TRANSLATE_NOOP("Lint", "Apply the file, or write into it what runs.")},
    {"LIVE-004", 0, kError, QT_TRANSLATE_NOOP("Lint", "The cluster has no namespace %1."),
     QT_TRANSLATE_NOOP("Lint", "Create it first, or name the one that is meant.")},
    {"LIVE-005", 0, kError, QT_TRANSLATE_NOOP("Lint", "The cluster has no Service %1."),
     QT_TRANSLATE_NOOP("Lint", "Name one that is there, or apply it first.")},
    {"LIVE-006", 0, kError, QT_TRANSLATE_NOOP("Lint", "The Service %1 of the cluster has no port %2."),
     QT_TRANSLATE_NOOP("Lint", "Name a port that it has.")},
    {"LIVE-007", 0, kError,
     QT_TRANSLATE_NOOP("Lint", "The cluster has no ConfigMap %1: the pods do not start."),
     QT_TRANSLATE_NOOP("Lint", "Name one that is there, or apply it first.")},
    {"LIVE-008", 0, kError,
     QT_TRANSLATE_NOOP("Lint", "The cluster has no ingress class %1: nothing serves this Ingress."),
     QT_TRANSLATE_NOOP("Lint", "Name one that is there, or install its controller.")},
    {"LIVE-009", 0, kWarning,
     QT_TRANSLATE_NOOP("Lint", "The cluster wants %2 pods of %1, and the file says %3."),
     QT_TRANSLATE_NOOP("Lint", "Apply the file, or write into it what runs.")},
    {"LIVE-010", 0, kError,
     QT_TRANSLATE_NOOP("Lint", "The cluster's autoscaler %1 scales %2: each apply sets it back."),
     QT_TRANSLATE_NOOP("Lint", "Remove replicas.")},
    {"LIVE-011", 0, kWarning,
     QT_TRANSLATE_NOOP("Lint", "%1 of the container %2 is %3 in the cluster, and the file says %4."),
     QT_TRANSLATE_NOOP("Lint", "Apply the file, or write into it what runs.")},
    {"LIVE-012", 0, kWarning,
     QT_TRANSLATE_NOOP("Lint", "The cluster sets no %1 for the container %2, and the file says %3."),
     QT_TRANSLATE_NOOP("Lint", "Apply the file, or write into it what runs.")},
});

NotCheckedWhy whyOf(Freshness freshness) {
  switch (freshness) {
    case Freshness::Denied: return NotCheckedWhy::Denied;
    case Freshness::Absent: return NotCheckedWhy::Absent;
    case Freshness::Loading: return NotCheckedWhy::Loading;
    default: return NotCheckedWhy::Stale;
  }
}

const wire::TemplateRow* templateOf(const wire::KubeRow& row) {
  if (const auto* one = std::get_if<wire::DeploymentRow>(&row)) return &one->podTemplate;
  if (const auto* one = std::get_if<wire::StatefulSetRow>(&row)) return &one->podTemplate;
  if (const auto* one = std::get_if<wire::DaemonSetRow>(&row)) return &one->podTemplate;
  if (const auto* one = std::get_if<wire::RolloutRow>(&row)) return &one->podTemplate;
  return nullptr;
}

std::optional<int> replicasOf(const wire::KubeRow& row) {
  if (const auto* one = std::get_if<wire::DeploymentRow>(&row)) return one->replicas;
  if (const auto* one = std::get_if<wire::StatefulSetRow>(&row)) return one->replicas;
  if (const auto* one = std::get_if<wire::RolloutRow>(&row)) return one->replicas;
  return std::nullopt;
}

std::string amountOf(const wire::TemplateContainer& container, const std::string& name) {
  if (name == "requests.cpu") return std::string(container.cpuRequest.view());
  if (name == "requests.memory") return std::string(container.memoryRequest.view());
  if (name == "limits.cpu") return std::string(container.cpuLimit.view());
  return std::string(container.memoryLimit.view());
}

bool sameAmount(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto x = Quantity::parse(a), y = Quantity::parse(b);
  return !x || !y || (!(*x < *y) && !(*y < *x));
}

class Comparing {
 public:
  Comparing(const Expectations& expected, const LiveCluster& cluster)
      : m_expected(expected), m_cluster(cluster) {}

  LiveLint take() {
    if (m_expected.kustomizeNames) notChecked("names", NotCheckedWhy::Kustomize);
    if (m_expected.kustomizeValues) notChecked("values", NotCheckedWhy::Kustomize);
    for (const auto& workload : m_expected.workloads) compare(workload);
    for (const auto& name : m_expected.names) compare(name);
    std::sort(m_found.notChecked.begin(), m_found.notChecked.end());
    auto& findings = m_found.findings;
    std::sort(findings.begin(), findings.end(), [](const LintFinding& a, const LintFinding& b) {
      return std::tie(a.path, a.line, a.id, a.arguments) < std::tie(b.path, b.line, b.id, b.arguments);
    });
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    return std::move(m_found);
  }

 private:
  using Index = std::map<std::pair<std::string, std::string>, const wire::KubeRow*>;

  void report(std::size_t rule, const FilePlace& place, std::vector<std::string> arguments) {
    const auto& text = kRules[rule - 1];
    m_found.findings.push_back({text.id, text.severity, place.path, place.line, std::move(arguments)});
  }

  void notChecked(std::string what, NotCheckedWhy why) {
    const NotChecked told{std::move(what), why};
    auto& all = m_found.notChecked;
    if (std::find(all.begin(), all.end(), told) == all.end()) all.push_back(told);
  }

  void lookedAt(base::WallTime asOf) {
    if (m_found.asOf == base::WallTime{} || asOf < m_found.asOf) m_found.asOf = asOf;
  }

  // Null: it was told why nothing can be said.
  const Index* rowsOf(KubeKind kind) {
    const auto at = m_cluster.tables.find(kind);
    const auto word = std::string(wire::toWord(kind));
    if (at == m_cluster.tables.end() || !at->second.rows)
      return notChecked(word, NotCheckedWhy::NotAsked), nullptr;
    if (!isBelieved(at->second.freshness)) return notChecked(word, whyOf(at->second.freshness)), nullptr;
    lookedAt(at->second.asOf);
    auto& index = m_indexes[kind];
    if (index.empty())
      for (const auto& [uid, row] : at->second.rows->rows()) {
        const auto& head = wire::headOf(row);
        if (!head.terminating()) index[{std::string(head.nameSpace.view()), head.name}] = &row;
      }
    return &index;
  }

  // Empty: it lies in a namespace that is not watched, which is told.
  std::optional<std::string> spaceOf(const std::string& written) {
    const auto& space = written.empty() ? m_cluster.home : written;
    if (m_cluster.nameSpace.empty() || space == m_cluster.nameSpace) return space;
    notChecked(space, NotCheckedWhy::OtherNamespace);
    return std::nullopt;
  }

  void compare(const ExpectedWorkload& workload) {
    const auto kind = wire::kubeKindFromWord(workload.kind);
    const auto space = spaceOf(workload.nameSpace);
    const auto* rows = space ? rowsOf(kind) : nullptr;
    if (!rows) return;
    const auto at = rows->find({*space, workload.name});
    if (at == rows->end()) return report(2, workload.place, {workload.kind, workload.name});
    compareReplicas(workload, *space, *at->second);
    if (const auto* pods = templateOf(*at->second))
      for (const auto& container : workload.containers) compare(workload, container, *pods);
  }

  void compareReplicas(const ExpectedWorkload& workload, const std::string& space, const wire::KubeRow& row) {
    const auto there = replicasOf(row);
    if (!workload.replicas || !there) return;
    const auto* scalers = rowsOf(KubeKind::HorizontalPodAutoscaler);
    if (!scalers) return;
    for (const auto& [key, any] : *scalers) {
      const auto* scaler = std::get_if<wire::HorizontalPodAutoscalerRow>(any);
      if (scaler && key.first == space && scaler->targetKind == workload.kind &&
          scaler->targetName == workload.name)
        return report(10, workload.replicasPlace, {key.second, workload.name});
    }
    if (*there != *workload.replicas)
      report(9, workload.replicasPlace,
             {workload.name, std::to_string(*there), std::to_string(*workload.replicas)});
  }

  void compare(const ExpectedWorkload& workload, const ExpectedContainer& container,
               const wire::TemplateRow& pods) {
    const auto at = std::find_if(pods.containers.begin(), pods.containers.end(),
                                 [&](const auto& one) { return one.name == container.name; });
    if (at == pods.containers.end()) return;
    if (const std::string image(at->image.view()); !container.image.empty() && image != container.image)
      report(3, container.imagePlace, {container.name, workload.name, image, container.image});
    for (const auto& amount : container.amounts) {
      const auto there = amountOf(*at, amount.name);
      if (there.empty())
        report(12, amount.place, {amount.name, container.name, amount.value});
      else if (!sameAmount(there, amount.value))
        report(11, amount.place, {amount.name, container.name, there, amount.value});
    }
  }

  void compare(const ExpectedName& name) {
    if (name.kind == "Namespace") return compareSpace(name);
    if (name.kind == "ConfigMap") return compareListed(name, 7);
    if (name.kind == "IngressClass") return compareListed(name, 8);
    const auto space = spaceOf(name.nameSpace);
    const auto* rows = space ? rowsOf(wire::kubeKindFromWord(name.kind)) : nullptr;
    if (!rows) return;
    for (const auto& one : name.names)
      if (const auto at = rows->find({*space, one}); at != rows->end()) return comparePort(name, *at->second);
    report(name.kind == "Service" ? 5 : 1, name.place, {name.names.front()});
  }

  void comparePort(const ExpectedName& name, const wire::KubeRow& row) {
    const auto* service = std::get_if<wire::ServiceRow>(&row);
    if (!service || name.port.empty()) return;
    const bool has = std::any_of(service->ports.begin(), service->ports.end(), [&](const auto& port) {
      return port.name == name.port || std::to_string(port.port) == name.port;
    });
    if (!has) report(6, name.place, {name.names.front(), name.port});
  }

  void compareSpace(const ExpectedName& name) {
    // The one that is watched is there, as rows come from it.
    const auto* rows = name.names.front() == m_cluster.nameSpace ? nullptr : rowsOf(KubeKind::Namespace);
    if (rows && !rows->count({std::string(), name.names.front()}))
      report(4, name.place, {name.names.front()});
  }

  void compareListed(const ExpectedName& name, std::size_t rule) {
    const bool wide = name.kind == "IngressClass";
    if (!wide && !spaceOf(name.nameSpace)) return;
    const auto at = m_cluster.names.find(name.kind);
    if (at == m_cluster.names.end()) return notChecked(name.kind, NotCheckedWhy::NotAsked);
    if (!isBelieved(at->second.freshness)) return notChecked(name.kind, whyOf(at->second.freshness));
    // Only those of the home namespace are listed.
    if (!wide && !name.nameSpace.empty() && name.nameSpace != m_cluster.home)
      return notChecked(name.nameSpace, NotCheckedWhy::OtherNamespace);
    lookedAt(at->second.asOf);
    if (!at->second.names.count(name.names.front())) report(rule, name.place, {name.names.front()});
  }

  const Expectations& m_expected;
  const LiveCluster& m_cluster;
  std::map<KubeKind, Index> m_indexes;
  LiveLint m_found;
};

}  // namespace

std::string_view toWord(NotCheckedWhy why) {
  switch (why) {
    case NotCheckedWhy::Loading: return "loading";
    case NotCheckedWhy::Denied: return "denied";
    case NotCheckedWhy::Stale: return "stale";
    case NotCheckedWhy::Absent: return "absent";
    case NotCheckedWhy::NotAsked: return "not-asked";
    case NotCheckedWhy::OtherNamespace: return "other-namespace";
    case NotCheckedWhy::Kustomize: return "kustomize";
  }
  return "loading";
}

std::vector<KubeKind> tablesFor(const Expectations& expected) {
  std::set<KubeKind> kinds;
  for (const auto& workload : expected.workloads) {
    kinds.insert(wire::kubeKindFromWord(workload.kind));
    if (workload.replicas) kinds.insert(KubeKind::HorizontalPodAutoscaler);
  }
  for (const auto& name : expected.names)
    if (const auto kind = wire::kubeKindFromWord(name.kind); kind != KubeKind::Other) kinds.insert(kind);
  return {kinds.begin(), kinds.end()};
}

std::vector<std::string> nameKindsFor(const Expectations& expected) {
  std::set<std::string> kinds;
  for (const auto& name : expected.names)
    if (name.kind == "ConfigMap" || name.kind == "IngressClass") kinds.insert(name.kind);
  return {kinds.begin(), kinds.end()};
}

LiveLint compareWithCluster(const Expectations& expected, const LiveCluster& cluster) {
  return Comparing(expected, cluster).take();
}

std::span<const RuleText> liveRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
