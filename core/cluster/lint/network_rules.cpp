// NetworkPolicies.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/cluster/lint/kube_index.h"
#include "core/cluster/lint/kube_view.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"
#include "core/cluster/lint/workflow_view.h"

namespace aiagent::cluster::lint {
namespace {

constexpr const char* kNameLabel = "kubernetes.io/metadata.name";

bool limits(const KubeObject& policy, std::string_view direction) {
  return hasWord(policy.node.at("spec>policyTypes").allText(), direction);
}

// No rule at all: everything is denied, which is meant.
bool deniesAll(const KubeObject& policy) {
  return policy.node.at("spec>egress").items().empty() &&
         policy.node.at("spec>podSelector").members().empty();
}

bool mentionsPort(const Node& rule, std::string_view number) {
  return !rule.at("ports") || hasWord(rule.at("ports").allText(), number);
}

template <class Visit>
void eachPolicy(const Sources& sources, std::string_view direction, Visit visit) {
  for (const auto* policy : sources.ofKind("NetworkPolicy"))
    if (limits(*policy, direction)) visit(*policy);
}

// Policies add up: another of the namespace for all its pods, or for the same, may allow what this one does
// not.
class Allowed {
 public:
  template <class Test>
  Allowed(const Sources& sources, Test test) {
    for (const auto* policy : sources.ofKind("NetworkPolicy")) {
      const auto rules = policy->node.at("spec>egress").items();
      if (std::none_of(rules.begin(), rules.end(), test)) continue;
      m_pods.emplace(policy->nameSpace, podsOf(*policy));
      if (policy->node.at("spec>podSelector").members().empty()) m_spaces.insert(policy->nameSpace);
    }
  }
  bool covers(const KubeObject& policy) const {
    return m_spaces.contains(policy.nameSpace) || m_pods.contains({policy.nameSpace, podsOf(policy)});
  }

 private:
  static std::string podsOf(const KubeObject& policy) {
    return policy.node.at("spec>podSelector>matchLabels").allText();
  }
  std::set<std::string> m_spaces;                        // for all their pods
  std::set<std::pair<std::string, std::string>> m_pods;  // namespace, and which
};

void noNames(const Sources& sources, Report& report) {
  const Allowed allowed(sources, [](const Node& rule) { return mentionsPort(rule, "53"); });
  eachPolicy(sources, "Egress", [&](const KubeObject& policy) {
    if (!deniesAll(policy) && !allowed.covers(policy))
      report.at(policy, policy.node.at("spec>egress"), {policy.name});
  });
}

// The namespace that a selector names, by either label.
Node namedSpace(const Node& peer) {
  const auto labels = peer.at("namespaceSelector>matchLabels");
  const auto name = labels.at(kNameLabel);
  return name ? name : labels.at("name");
}

std::set<std::string> usedSpaces(const Sources& sources) {
  std::set<std::string> spaces;
  for (const auto& object : sources.objects) spaces.insert(object.nameSpace);
  for (const auto* space : sources.ofKind("Namespace")) spaces.insert(space->name);
  return spaces;
}

void databaseElsewhere(const Sources& sources, Report& report) {
  const auto used = usedSpaces(sources);
  eachPolicy(sources, "Egress", [&](const KubeObject& policy) {
    for (const auto& rule : policy.node.at("spec>egress").items()) {
      if (!rule.at("ports") || !(mentionsPort(rule, "5432") || mentionsPort(rule, "3306"))) continue;
      for (const auto& peer : rule.at("to").items())
        if (const auto space = namedSpace(peer); space && !used.contains(space.text()))
          report.at(policy, space, {space.text()});
    }
  });
}

void madeUpLabel(const Sources& sources, Report& report) {
  std::set<std::string> labels;
  for (const auto* space : sources.ofKind("Namespace"))
    labels.insert(space->node.at("metadata>labels>name").text());
  for (const auto* policy : sources.ofKind("NetworkPolicy"))
    for (const char* direction : {"spec>ingress", "spec>egress"})
      for (const auto& rule : policy->node.at(direction).items())
        for (const char* side : {"from", "to"})
          for (const auto& peer : rule.at(side).items()) {
            const auto name = peer.at("namespaceSelector>matchLabels>name");
            if (name && !labels.contains(name.text())) report.at(*policy, name, {name.text()});
          }
}

// By the labels of its pods.
LabelIndex withCloudIdentity(const Sources& sources) {
  std::set<std::string> accounts;
  for (const auto* account : sources.ofKind("ServiceAccount"))
    if (account->node.at("metadata>annotations").at("iam.gke.io/gcp-service-account"))
      accounts.insert(account->name);
  accounts.erase(std::string());
  LabelIndex workloads;
  for (const auto& object : sources.objects)
    if (accounts.contains(object.podSpec().at("serviceAccountName").text()))
      workloads.add(object, podLabels(object));
  return workloads;
}

void noMetadata(const Sources& sources, Report& report) {
  const auto workloads = withCloudIdentity(sources);
  const Allowed allowed(sources,
                        [](const Node& rule) { return has(rule.at("to").allText(), "169.254.169.25"); });
  eachPolicy(sources, "Egress", [&](const KubeObject& policy) {
    if (workloads.hasAny(policy.node.at("spec>podSelector>matchLabels")) && !allowed.covers(policy))
      report.at(policy, policy.node.at("spec>egress"), {policy.name});
  });
}

void noDefaultDeny(const Sources& sources, Report& report) {
  const auto& policies = sources.ofKind("NetworkPolicy");
  std::set<std::string> done;
  for (const auto* policy : policies) {
    const auto selector = policy->node.at("spec>podSelector");
    if (selector && selector.members().empty() && limits(*policy, "Ingress")) done.insert(policy->nameSpace);
  }
  for (const auto* policy : policies)
    if (done.insert(policy->nameSpace).second)
      report.at(*policy, policy->node.at("metadata>name"), {policy->nameSpace});
}

void wholeInternet(const Sources& sources, Report& report) {
  eachPolicy(sources, "Egress", [&](const KubeObject& policy) {
    for (const auto& rule : policy.node.at("spec>egress").items())
      for (const auto& peer : rule.at("to").items())
        if (const auto range = peer.at("ipBlock>cidr"); range.text() == "0.0.0.0/0" || range.text() == "::/0")
          report.at(policy, range);
  });
}

bool admits(const KubeObject& policy, const std::string& space) {
  for (const auto& rule : policy.node.at("spec>ingress").items()) {
    if (!rule.at("from")) return true;
    for (const auto& peer : rule.at("from").items()) {
      if (peer.at("namespaceSelector") && peer.at("namespaceSelector").members().empty()) return true;
      if (namedSpace(peer).text() == space) return true;
    }
  }
  return false;
}

void blocksMonitor(const Sources& sources, Report& report) {
  const auto& monitors = sources.ofKind("ServiceMonitor");
  if (monitors.empty()) return;
  const auto& space = monitors.front()->nameSpace;
  eachPolicy(sources, "Ingress", [&](const KubeObject& policy) {
    const auto selector = policy.node.at("spec>podSelector>matchLabels");
    if (!selector || policy.nameSpace == space || admits(policy, space)) return;
    report.at(policy, policy.node.at("spec>ingress"), {space});
  });
}

bool enforces(const KubeObject& cluster) {
  const auto spec = cluster.node.at("spec");
  return spec.at("datapathProvider").text() == "ADVANCED_DATAPATH" ||
         spec.at("networkPolicy>enabled").isTrue() || spec.at("enableAutopilot").isTrue();
}

void notEnforced(const Sources& sources, Report& report) {
  if (sources.ofKind("NetworkPolicy").empty()) return;
  for (const auto* cluster : sources.ofKind("ContainerCluster"))
    if (!enforces(*cluster)) report.at(*cluster, cluster->node.at("spec"));
  for (const auto& run : runLines(sources))
    if (has(run.line.text, "gcloud container clusters create ") &&
        !hasAny(run.line.text, {"--enable-dataplane-v2", "--enable-network-policy"}))
      report.at(run.workflow->path, run.line.line);
}

constexpr auto kRules = std::to_array<Rule>({
    {{"NET-001", 102, kError, QT_TRANSLATE_NOOP("Lint", "%1 lets no name be resolved: port 53 is not open."),
      QT_TRANSLATE_NOOP("Lint", "Allow UDP and TCP 53 to k8s-app: kube-dns in kube-system.")},
     noNames},
    {{"NET-002", 103, kError,
      QT_TRANSLATE_NOOP("Lint", "The database is sought in the namespace %1, which nothing here fills."),
      QT_TRANSLATE_NOOP("Lint",
                        "Open the port to where the database is: for Cloud SQL its address range, and 3307 "
                        "for the proxy.")},
     databaseElsewhere},
    {{"NET-003", 104, kError, QT_TRANSLATE_NOOP("Lint", "No namespace gets the label name: %1 by itself."),
      QT_TRANSLATE_NOOP("Lint", "Select kubernetes.io/metadata.name.")},
     madeUpLabel},
    {{"NET-004", 105, kError,
      QT_TRANSLATE_NOOP("Lint", "%1 blocks the metadata server, which Workload Identity needs."),
      QT_TRANSLATE_NOOP(
          "Lint", "Allow 169.254.169.252/32 port 988, and 169.254.169.254/32 port 80 with Dataplane V2.")},
     noMetadata},
    {{"NET-005", 106, kWarning, QT_TRANSLATE_NOOP("Lint", "Pods of %1 that no policy names are open to all."),
      QT_TRANSLATE_NOOP("Lint", "Add a policy that selects all pods and allows nothing.")},
     noDefaultDeny},
    {{"NET-006", 108, kHint, QT_TRANSLATE_NOOP("Lint", "The policy opens the whole internet."),
      QT_TRANSLATE_NOOP("Lint", "Name the ranges, or go through a proxy.")},
     wholeInternet},
    {{"NET-007", 76, kError, QT_TRANSLATE_NOOP("Lint", "The policy keeps the monitor of namespace %1 out."),
      QT_TRANSLATE_NOOP("Lint", "Allow its namespace to the metrics port.")},
     blocksMonitor},
    {{"NET-008", 107, kWarning,
      QT_TRANSLATE_NOOP("Lint",
                        "The cluster is made without what enforces network policies: they do nothing."),
      QT_TRANSLATE_NOOP("Lint", "Make it with Dataplane V2: --enable-dataplane-v2.")},
     notEnforced},
});

}  // namespace

std::span<const Rule> networkRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
