// Kubernetes objects other than pod templates, and what is wrong between them.
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

#include "core/cluster/lint/kube_index.h"
#include "core/cluster/lint/kube_view.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

void replicasUnderAutoscaler(const Sources& sources, Report& report) {
  for (const auto* scaler : sources.ofKind("HorizontalPodAutoscaler"))
    if (const auto* target = targetOf(sources, *scaler, "spec>scaleTargetRef"))
      if (const auto replicas = target->node.at("spec>replicas"))
        report.at(*target, replicas, {scaler->name});
}

void noDisruptionBudget(const Sources& sources, Report& report) {
  std::vector<SelectorIndex::Entry> selectors;
  for (const auto* budget : sources.ofKind("PodDisruptionBudget"))
    selectors.push_back({budget->node.at("spec>selector>matchLabels")});
  const SelectorIndex budgets(selectors);
  for (const auto* object : sources.ofKind("Deployment")) {
    if (object->node.at("spec>replicas").text() == "0") continue;
    if (!budgets.hasAny(podLabels(*object)))
      report.at(*object, object->node.at("metadata>name"), {object->name});
  }
}

bool isCommonSpace(const std::string& name) {
  return name.empty() || name == "default" || startsWith(name, "kube-") || name == "monitoring" ||
         name == "gmp-public";
}

void noNamespace(const Sources& sources, Report& report) {
  std::set<std::string> told;
  for (const auto& object : sources.objects) {
    const auto& space = object.nameSpace;
    if (isCommonSpace(space) || hasObject(sources, "Namespace", space)) continue;
    if (told.insert(space).second) report.at(object, object.node.at("metadata>namespace"), {space});
  }
}

std::set<std::string> spacesOf(const Sources& sources, std::string_view kind) {
  std::set<std::string> spaces;
  for (const auto* object : sources.ofKind(kind)) spaces.insert(object->nameSpace);
  return spaces;
}

void noQuota(const Sources& sources, Report& report) {
  for (const char* kind : {"ResourceQuota", "LimitRange"}) {
    const auto bounded = spacesOf(sources, kind);
    for (const auto* space : sources.ofKind("Namespace"))
      if (!bounded.contains(space->name))
        report.at(*space, space->node.at("metadata>name"), {space->name, kind});
  }
}

void unlabelledService(const Sources& sources, Report& report) {
  for (const auto* service : sources.ofKind("Service"))
    if (service->node.at("metadata>labels").members().empty())
      report.at(*service, service->node.at("metadata"), {service->name});
}

void unnamedServicePort(const Sources& sources, Report& report) {
  for (const auto* service : sources.ofKind("Service"))
    for (const auto& port : service->node.at("spec>ports").items())
      if (port.at("name").text().empty()) report.at(*service, port, {port.at("port").text()});
}

constexpr const char* kClass = "kubernetes.io/ingress.class";

void deprecatedClass(const Sources& sources, Report& report) {
  for (const auto* ingress : sources.ofKind("Ingress"))
    if (const auto name = ingress->node.at("metadata>annotations").at(kClass)) report.at(*ingress, name);
}

Node nginxOf(const KubeObject& ingress) {
  const auto old = ingress.node.at("metadata>annotations").at(kClass),
             name = ingress.node.at("spec>ingressClassName");
  return startsWith(old.text(), "nginx") ? old : startsWith(name.text(), "nginx") ? name : Node();
}

void retiredController(const Sources& sources, Report& report) {
  for (const auto* ingress : sources.ofKind("Ingress"))
    if (const auto name = nginxOf(*ingress)) report.at(*ingress, name);
}

void noStreaming(const Sources& sources, Report& report) {
  for (const auto* ingress : sources.ofKind("Ingress")) {
    const auto annotations = ingress->node.at("metadata>annotations");
    const auto at = [&](const char* name) {
      return annotations.at(std::string("nginx.ingress.kubernetes.io/") + name);
    };
    if (!nginxOf(*ingress)) continue;
    for (const char* name : {"proxy-read-timeout", "proxy-buffering", "proxy-body-size", "limit-rps"})
      if (!at(name)) report.at(*ingress, ingress->node.at("metadata"), {name});
  }
}

void contentNetwork(const Sources& sources, Report& report) {
  std::vector<std::string> configs;
  for (const auto* config : sources.ofKind("BackendConfig"))
    if (config->node.at("spec>cdn>enabled").isTrue()) configs.push_back(config->name);
  if (configs.empty()) return;
  for (const auto* ingress : sources.ofKind("Ingress"))
    if (const auto name = nginxOf(*ingress)) report.at(*ingress, name, {configs.front()});
}

LabelIndex labelledServices(const Sources& sources) {
  LabelIndex services;
  for (const auto* service : sources.ofKind("Service"))
    services.add(*service, service->node.at("metadata>labels"));
  return services;
}

void monitorFindsNothing(const Sources& sources, Report& report) {
  const auto services = labelledServices(sources);
  for (const auto* monitor : sources.ofKind("ServiceMonitor")) {
    const auto labels = monitor->node.at("spec>selector>matchLabels");
    if (!services.hasAny(labels)) report.at(*monitor, labels, {monitor->name});
  }
}

std::set<std::string> portsOf(const KubeObject& service) {
  std::set<std::string> names;
  for (const auto& port : service.node.at("spec>ports").items()) names.insert(port.at("name").text());
  return names;
}

void monitorPortIsMissing(const Sources& sources, Report& report) {
  const auto services = labelledServices(sources);
  std::map<const KubeObject*, std::set<std::string>> ports;
  std::set<std::string> allPorts;
  for (const auto* service : sources.ofKind("Service")) {
    ports[service] = portsOf(*service);
    allPorts.insert(ports[service].begin(), ports[service].end());
  }
  for (const auto* monitor : sources.ofKind("ServiceMonitor")) {
    const auto labels = monitor->node.at("spec>selector>matchLabels");
    const bool any = services.hasAny(labels);
    for (const auto& endpoint : monitor->node.at("spec>endpoints").items()) {
      const auto name = endpoint.at("port");
      const auto has = [&](const KubeObject& service) { return ports.at(&service).contains(name.text()); };
      const bool known = any ? services.first(labels, {}, has) != nullptr : allPorts.contains(name.text());
      if (name && !known) report.at(*monitor, name, {name.text()});
    }
  }
}

void monitorSeesOtherSpace(const Sources& sources, Report& report) {
  const auto spaces = spacesOf(sources, "Service");
  for (const auto* monitor : sources.ofKind("ServiceMonitor")) {
    if (monitor->node.at("spec>namespaceSelector")) continue;
    if (!spaces.empty() && !spaces.contains(monitor->nameSpace))
      report.at(*monitor, monitor->node.at("metadata>namespace"), {monitor->nameSpace});
  }
}

void noAlerts(const Sources& sources, Report& report) {
  if (!sources.ofKind("PrometheusRule").empty() || !sources.ofKind("Rules").empty()) return;
  for (const auto* monitor : sources.ofKind("ServiceMonitor"))
    report.at(*monitor, monitor->node.at("metadata>name"));
}

bool isAdvice(const KubeObject& scaler) {
  const auto mode = scaler.node.at("spec>updatePolicy>updateMode").text();
  return mode == "Off" || mode == "false";
}

void twoScalers(const Sources& sources, Report& report) {
  std::map<std::pair<std::string, std::string>, std::vector<const KubeObject*>> scalers;
  for (const auto* horizontal : sources.ofKind("HorizontalPodAutoscaler"))
    scalers[{horizontal->nameSpace, horizontal->node.at("spec>scaleTargetRef>name").text()}].push_back(
        horizontal);
  for (const auto* vertical : sources.ofKind("VerticalPodAutoscaler")) {
    if (isAdvice(*vertical)) continue;
    const auto target = vertical->node.at("spec>targetRef>name").text();
    if (const auto found = scalers.find({vertical->nameSpace, target}); found != scalers.end())
      for (const auto* horizontal : found->second)
        report.at(*vertical, vertical->node.at("spec>targetRef"), {horizontal->name, target});
  }
}

void deprecatedMode(const Sources& sources, Report& report) {
  for (const auto* scaler : sources.ofKind("VerticalPodAutoscaler"))
    if (const auto mode = scaler->node.at("spec>updatePolicy>updateMode"); mode.text() == "Auto")
      report.at(*scaler, mode);
}

void belowRequests(const Sources& sources, Report& report) {
  for (const auto* scaler : sources.ofKind("VerticalPodAutoscaler")) {
    const auto* target = targetOf(sources, *scaler, "spec>targetRef");
    if (!target) continue;
    for (const auto& policy : scaler->node.at("spec>resourcePolicy>containerPolicies").items())
      for (const auto& [resource, least] : policy.at("minAllowed").members())
        for (const auto& container : target->containers())
          if (isLess(least.text(), container.at("resources>requests").at(resource).text()))
            report.at(*scaler, least, {resource, least.text()});
  }
}

void memoryTarget(const Sources& sources, Report& report) {
  for (const auto* scaler : sources.ofKind("HorizontalPodAutoscaler"))
    for (const auto& metric : scaler->node.at("spec>metrics").items())
      if (metric.at("resource>name").text() == "memory") report.at(*scaler, metric);
}

void noBehavior(const Sources& sources, Report& report) {
  for (const auto* scaler : sources.ofKind("HorizontalPodAutoscaler"))
    if (!scaler->node.at("spec>behavior>scaleDown"))
      report.at(*scaler, scaler->node.at("spec"), {scaler->name});
}

void missesColours(const Sources& sources, Report& report) {
  for (const char* kind : {"HorizontalPodAutoscaler", "VerticalPodAutoscaler"})
    for (const auto* scaler : sources.ofKind(kind)) {
      const auto target =
          scaler->node.at(kind[0] == 'H' ? "spec>scaleTargetRef>name" : "spec>targetRef>name");
      if (hasObject(sources, "Deployment", target.text() + "-blue") ||
          hasObject(sources, "Deployment", target.text() + "-green"))
        report.at(*scaler, target, {target.text()});
    }
}

LabelIndex labelledDeployments(const Sources& sources) {
  LabelIndex deployments;
  for (const auto* object : sources.ofKind("Deployment"))
    deployments.add(*object, podLabels(*object), object->nameSpace);
  return deployments;
}

// Whether the selector also finds pods of another Deployment of its namespace.
const KubeObject* overlapped(const LabelIndex& deployments, const KubeObject& object) {
  return deployments.first(object.node.at("spec>selector>matchLabels"), object.nameSpace,
                           [&](const KubeObject& other) { return other.name != object.name; });
}

void overlappingSelector(const Sources& sources, Report& report) {
  const auto deployments = labelledDeployments(sources);
  for (const auto* object : sources.ofKind("Deployment"))
    if (const auto* other = overlapped(deployments, *object))
      report.at(*object, object->node.at("spec>selector"), {object->name, other->name});
}

void scalerCountsOthers(const Sources& sources, Report& report) {
  const auto deployments = labelledDeployments(sources);
  for (const auto* scaler : sources.ofKind("HorizontalPodAutoscaler")) {
    const auto* target = targetOf(sources, *scaler, "spec>scaleTargetRef");
    const auto* other = target ? overlapped(deployments, *target) : nullptr;
    if (other) report.at(*scaler, scaler->node.at("spec>scaleTargetRef"), {target->name, other->name});
  }
}

void serviceTwice(const Sources& sources, Report& report) {
  for (const auto* one : sources.ofKind("Service"))
    for (const auto* other : sources.named("Service", one->name)) {
      if (one == other || one->nameSpace != other->nameSpace || one->path == other->path) continue;
      const auto selector = one->node.at("spec>selector");
      if (selector.allText() != other->node.at("spec>selector").allText())
        report.at(*one, selector, {one->name, other->path});
    }
}

bool isColoured(const KubeObject& object) {
  return endsWith(object.name, "-blue") || endsWith(object.name, "-green");
}

void noPreview(const Sources& sources, Report& report) {
  std::vector<SelectorIndex::Entry> previews;
  for (const auto* service : sources.ofKind("Service"))
    if (const auto selector = service->node.at("spec>selector"); selector.at("version"))
      previews.push_back({selector, service->nameSpace});
  const SelectorIndex services(previews);
  for (const auto* object : sources.ofKind("Deployment"))
    if (isColoured(*object) && !services.hasAny(podLabels(*object), object->nameSpace))
      report.at(*object, object->node.at("metadata>name"), {object->name});
}

bool isBase64(std::string_view text) {
  while (endsWith(text, "=")) text.remove_suffix(1);
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '\n';
  });
}

void secretInFile(const Sources& sources, Report& report) {
  for (const auto* secret : sources.ofKind("Secret"))
    for (const char* part : {"data", "stringData"})
      if (const auto data = secret->node.at(part); !data.members().empty())
        report.at(*secret, data, {secret->name});
}

void noBase64(const Sources& sources, Report& report) {
  for (const auto* secret : sources.ofKind("Secret"))
    for (const auto& [key, value] : secret->node.at("data").members())
      if (!isBase64(value.text())) report.at(*secret, value, {key});
}

constexpr std::size_t kMostKeys = 1000;  // of one secret that are looked for

using Words = std::set<std::string, std::less<>>;

Words wordsIn(const Node& node) {
  Words words;
  for (auto& line : linesOf(node.allText())) words.insert(std::move(line.text));
  return words;
}

struct Consumer {
  Words words, volumes;
};

// By the name of a secret: whose pods mention it.
using Consumers = std::map<std::string, std::vector<std::shared_ptr<const Consumer>>, std::less<>>;

Consumers consumersOf(const Sources& sources) {
  Consumers consumers;
  for (const auto* secret : sources.ofKind("Secret")) consumers.try_emplace(secret->name);
  for (const auto& object : sources.objects) {
    if (consumers.empty() || !object.podSpec()) continue;
    const auto consumer = std::make_shared<const Consumer>(
        Consumer{wordsIn(object.podSpec()), wordsIn(object.podSpec().at("volumes"))});
    for (const auto& word : consumer->words)
      if (const auto of = consumers.find(word); of != consumers.end()) of->second.push_back(consumer);
  }
  return consumers;
}

// Whoever mounts a secret may read all its keys.
bool isConsumed(const Consumers& consumers, const KubeObject& secret, const std::string& key) {
  const auto& all = consumers.at(secret.name);
  return std::any_of(all.begin(), all.end(), [&](const auto& consumer) {
    return consumer->volumes.count(secret.name) || consumer->words.count(key);
  });
}

Words readWhole(const Sources& sources) {
  Words names;
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      for (const auto& source : container.at("envFrom").items())
        names.insert(source.at("secretRef>name").text());
  return names;
}

void unusedKey(const Sources& sources, Report& report) {
  const auto whole = readWhole(sources);
  const auto consumers = consumersOf(sources);
  for (const auto* secret : sources.ofKind("Secret")) {
    if (whole.contains(secret->name)) continue;
    std::size_t looked = 0;
    for (const char* part : {"data", "stringData"})
      for (const auto& [key, value] : secret->node.at(part).members())
        if (++looked <= kMostKeys && !isConsumed(consumers, *secret, key)) report.at(*secret, value, {key});
  }
}

void removedPolicy(const Sources& sources, Report& report) {
  for (const auto* policy : sources.ofKind("PodSecurityPolicy")) report.at(*policy, policy->node.at("kind"));
}

void unboundPolicy(const Sources& sources, Report& report) {
  const auto& policies = sources.ofKind("PodSecurityPolicy");
  const bool bound =
      !policies.empty() &&
      std::any_of(sources.objects.begin(), sources.objects.end(), [](const KubeObject& object) {
        return has(object.kind, "Role") && has(object.node.allText(), "podsecuritypolicies");
      });
  for (const auto* policy : policies)
    if (!bound) report.at(*policy, policy->node.at("metadata>name"), {policy->name});
}

void policyWithoutSeccomp(const Sources& sources, Report& report) {
  for (const auto* policy : sources.ofKind("PodSecurityPolicy")) {
    bool has = false;
    for (const auto& [name, value] : policy->node.at("metadata>annotations").members())
      has = has || startsWith(name, "seccomp.");
    if (!has) report.at(*policy, policy->node.at("metadata"), {policy->name});
  }
}

void unknownSecret(const Sources& sources, Report& report) {
  ProvidedSecrets provided(sources);
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      for (const auto& variable : container.at("env").items()) {
        const auto name = variable.at("valueFrom>secretKeyRef>name");
        if (name && !variable.at("valueFrom>secretKeyRef>optional").isTrue() && !provided.has(name.text()))
          report.at(object, name, {name.text()});
      }
}

constexpr auto kRules = std::to_array<Rule>({
    {{"K8S-030", 31, kError,
      QT_TRANSLATE_NOOP("Lint", "Each apply sets the scale back that the autoscaler %1 chose."),
      QT_TRANSLATE_NOOP("Lint", "Remove replicas.")},
     replicasUnderAutoscaler},
    {{"K8S-031", 37, kError,
      QT_TRANSLATE_NOOP("Lint", "Nothing keeps pods of %1 up while nodes are drained."),
      QT_TRANSLATE_NOOP("Lint", "Add a PodDisruptionBudget.")},
     noDisruptionBudget},
    {{"K8S-032", 46, kWarning, QT_TRANSLATE_NOOP("Lint", "No file creates the namespace %1."),
      QT_TRANSLATE_NOOP("Lint", "Add it, with its pod security labels.")},
     noNamespace},
    {{"K8S-033", 46, kWarning, QT_TRANSLATE_NOOP("Lint", "The namespace %1 has no %2."),
      QT_TRANSLATE_NOOP("Lint", "Add one, so that one workload cannot take all.")},
     noQuota},
    {{"K8S-034", 47, kError,
      QT_TRANSLATE_NOOP("Lint", "The Service %1 has no labels: no ServiceMonitor can find it."),
      QT_TRANSLATE_NOOP("Lint", "Add labels.")},
     unlabelledService},
    {{"K8S-035", 47, kError, QT_TRANSLATE_NOOP("Lint", "The Service's port %1 has no name."),
      QT_TRANSLATE_NOOP("Lint", "Name it.")},
     unnamedServicePort},
    {{"K8S-036", 48, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The annotation kubernetes.io/ingress.class is deprecated."),
      QT_TRANSLATE_NOOP("Lint", "Use spec.ingressClassName.")},
     deprecatedClass},
    {{"K8S-037", 49, kError,
      QT_TRANSLATE_NOOP("Lint", "The community's ingress-nginx was retired in March 2026."),
      QT_TRANSLATE_NOOP("Lint", "Move to the Gateway API or to a controller that is maintained.")},
     retiredController},
    {{"K8S-038", 50, kHint,
      QT_TRANSLATE_NOOP("Lint",
                        "The Ingress says nothing of %1, which streamed answers and large requests need."),
      QT_TRANSLATE_NOOP("Lint", "Set the annotation nginx.ingress.kubernetes.io/%1.")},
     noStreaming},
    {{"K8S-039", 8, kError,
      QT_TRANSLATE_NOOP("Lint",
                        "The BackendConfig %1 turns on Cloud CDN, which an nginx Ingress does not use."),
      QT_TRANSLATE_NOOP("Lint",
                        "Use an external Application Load Balancer: a GKE Gateway or Ingress class.")},
     contentNetwork},
    {{"K8S-040", 73, kError,
      QT_TRANSLATE_NOOP("Lint", "The ServiceMonitor %1 selects labels that no Service has."),
      QT_TRANSLATE_NOOP("Lint", "Select labels of the Service, not of its pods.")},
     monitorFindsNothing},
    {{"K8S-041", 74, kError, QT_TRANSLATE_NOOP("Lint", "No Service has a port named %1."),
      QT_TRANSLATE_NOOP("Lint", "Add the port to container and Service, by that name.")},
     monitorPortIsMissing},
    {{"K8S-042", 75, kError,
      QT_TRANSLATE_NOOP("Lint", "The ServiceMonitor sees only Services of its own namespace %1."),
      QT_TRANSLATE_NOOP("Lint", "Add namespaceSelector.")},
     monitorSeesOtherSpace},
    {{"K8S-043", 77, kWarning,
      QT_TRANSLATE_NOOP("Lint", "What is measured alerts nobody: there are no rules."),
      QT_TRANSLATE_NOOP("Lint", "Add a PrometheusRule.")},
     noAlerts},
    {{"K8S-044", 81, kError, QT_TRANSLATE_NOOP("Lint", "%1 scales %2 by what this autoscaler changes."),
      QT_TRANSLATE_NOOP("Lint",
                        "Set updateMode: \"Off\", or let it control memory alone and the other CPU alone.")},
     twoScalers},
    {{"K8S-045", 82, kWarning, QT_TRANSLATE_NOOP("Lint", "The update mode Auto is deprecated."),
      QT_TRANSLATE_NOOP("Lint", "Say Recreate, InPlaceOrRecreate or Off.")},
     deprecatedMode},
    {{"K8S-046", 83, kHint,
      QT_TRANSLATE_NOOP("Lint", "minAllowed of %1 (%2) is below what the container requests."),
      QT_TRANSLATE_NOOP("Lint", "Raise it to the request.")},
     belowRequests},
    {{"K8S-047", 84, kWarning,
      QT_TRANSLATE_NOOP("Lint", "Memory of a Node.js process hardly falls again: the scale only goes up."),
      QT_TRANSLATE_NOOP("Lint", "Scale by CPU, requests or queue length.")},
     memoryTarget},
    {{"K8S-048", 85, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 does not say how it scales down."),
      QT_TRANSLATE_NOOP("Lint", "Add behavior.scaleDown.")},
     noBehavior},
    {{"K8S-049", 86, kError,
      QT_TRANSLATE_NOOP("Lint", "%1 is scaled, and not its blue and green Deployments."),
      QT_TRANSLATE_NOOP("Lint", "Scale those that get traffic.")},
     missesColours},
    {{"K8S-050", 123, kError, QT_TRANSLATE_NOOP("Lint", "The selector of %1 also finds the pods of %2."),
      QT_TRANSLATE_NOOP("Lint", "Give each a label of its own in the selector.")},
     overlappingSelector},
    {{"K8S-051", 87, kError,
      QT_TRANSLATE_NOOP("Lint", "The scale of %1 is worked out over the pods of %2 too."),
      QT_TRANSLATE_NOOP("Lint", "Part their labels.")},
     scalerCountsOthers},
    {{"K8S-052", 122, kError,
      QT_TRANSLATE_NOOP("Lint",
                        "The Service %1 has another selector in %2: what is applied last moves the traffic."),
      QT_TRANSLATE_NOOP("Lint", "Keep it in one file.")},
     serviceTwice},
    {{"K8S-053", 125, kWarning,
      QT_TRANSLATE_NOOP("Lint", "No Service reaches %1 alone: it cannot be tried before the switch."),
      QT_TRANSLATE_NOOP("Lint", "Add a preview Service for it.")},
     noPreview},
    {{"K8S-054", 109, kError,
      QT_TRANSLATE_NOOP("Lint", "The secret %1 lies in a file: base64 is no encryption."),
      QT_TRANSLATE_NOOP("Lint", "Keep it in a secret manager, and use External Secrets or the CSI driver.")},
     secretInFile},
    {{"K8S-055", 110, kError, QT_TRANSLATE_NOOP("Lint", "The value of %1 is no base64: the API refuses it."),
      QT_TRANSLATE_NOOP("Lint", "Encode it, or use stringData.")},
     noBase64},
    {{"K8S-056", 111, kWarning, QT_TRANSLATE_NOOP("Lint", "Nothing uses the key %1."),
      QT_TRANSLATE_NOOP("Lint", "Remove it, or give it to the workload.")},
     unusedKey},
    {{"K8S-057", 112, kError, QT_TRANSLATE_NOOP("Lint", "PodSecurityPolicy was removed in Kubernetes 1.25."),
      QT_TRANSLATE_NOOP("Lint", "Label the namespace for pod security admission: enforce restricted.")},
     removedPolicy},
    {{"K8S-058", 113, kWarning, QT_TRANSLATE_NOOP("Lint", "No role may use the policy %1."),
      QT_TRANSLATE_NOOP("Lint", "Use pod security admission, which needs none.")},
     unboundPolicy},
    {{"K8S-059", 114, kWarning, QT_TRANSLATE_NOOP("Lint", "The policy %1 has no seccomp rule."),
      QT_TRANSLATE_NOOP("Lint", "Use pod security admission, whose restricted level has one.")},
     policyWithoutSeccomp},
    {{"K8S-060", 92, kError, QT_TRANSLATE_NOOP("Lint", "No file makes the Secret %1."),
      QT_TRANSLATE_NOOP("Lint", "Add an ExternalSecret for it, or use one that is there.")},
     unknownSecret},
});

}  // namespace

std::span<const Rule> kubernetesRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
