// Kubernetes objects other than pod templates, and what is wrong between them.
#include <algorithm>
#include <array>
#include <set>

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
  for (const auto* object : sources.ofKind("Deployment")) {
    if (object->node.at("spec>replicas").text() == "0") continue;
    const auto budgets = sources.ofKind("PodDisruptionBudget");
    const bool has = std::any_of(budgets.begin(), budgets.end(), [&](const KubeObject* budget) {
      return selects(budget->node.at("spec>selector>matchLabels"), podLabels(*object));
    });
    if (!has) report.at(*object, object->node.at("metadata>name"), {object->name});
  }
}

bool isCommonSpace(const std::string& name) {
  return name.empty() || name == "default" || startsWith(name, "kube-") || name == "monitoring" ||
         name == "gmp-public";
}

void noNamespace(const Sources& sources, Report& report) {
  std::vector<std::string> told;
  for (const auto& object : sources.objects) {
    const auto& space = object.nameSpace;
    if (isCommonSpace(space) || hasObject(sources, "Namespace", space)) continue;
    if (std::find(told.begin(), told.end(), space) != told.end()) continue;
    told.push_back(space);
    report.at(object, object.node.at("metadata>namespace"), {space});
  }
}

void noQuota(const Sources& sources, Report& report) {
  for (const auto* space : sources.ofKind("Namespace"))
    for (const char* kind : {"ResourceQuota", "LimitRange"}) {
      const auto bounds = sources.ofKind(kind);
      const bool bounded = std::any_of(bounds.begin(), bounds.end(), [&](const KubeObject* bound) {
        return bound->nameSpace == space->name;
      });
      if (!bounded) report.at(*space, space->node.at("metadata>name"), {space->name, kind});
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

void monitorFindsNothing(const Sources& sources, Report& report) {
  for (const auto* monitor : sources.ofKind("ServiceMonitor")) {
    const auto labels = monitor->node.at("spec>selector>matchLabels");
    if (monitoredServices(sources, *monitor).empty()) report.at(*monitor, labels, {monitor->name});
  }
}

bool hasPort(const KubeObject& service, const std::string& name) {
  const auto ports = service.node.at("spec>ports").items();
  return std::any_of(ports.begin(), ports.end(),
                     [&](const Node& port) { return port.at("name").text() == name; });
}

void monitorPortIsMissing(const Sources& sources, Report& report) {
  for (const auto* monitor : sources.ofKind("ServiceMonitor")) {
    auto services = monitoredServices(sources, *monitor);
    if (services.empty()) services = sources.ofKind("Service");
    for (const auto& endpoint : monitor->node.at("spec>endpoints").items()) {
      const auto name = endpoint.at("port");
      const bool known = std::any_of(services.begin(), services.end(), [&](const KubeObject* service) {
        return hasPort(*service, name.text());
      });
      if (name && !known) report.at(*monitor, name, {name.text()});
    }
  }
}

void monitorSeesOtherSpace(const Sources& sources, Report& report) {
  for (const auto* monitor : sources.ofKind("ServiceMonitor")) {
    if (monitor->node.at("spec>namespaceSelector")) continue;
    const auto services = sources.ofKind("Service");
    const bool near = std::any_of(services.begin(), services.end(), [&](const KubeObject* service) {
      return service->nameSpace == monitor->nameSpace;
    });
    if (!services.empty() && !near)
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
  for (const auto* vertical : sources.ofKind("VerticalPodAutoscaler")) {
    if (isAdvice(*vertical)) continue;
    const auto target = vertical->node.at("spec>targetRef>name").text();
    for (const auto* horizontal : sources.ofKind("HorizontalPodAutoscaler"))
      if (horizontal->node.at("spec>scaleTargetRef>name").text() == target &&
          horizontal->nameSpace == vertical->nameSpace)
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

// Whether the selector also finds pods of another Deployment of its namespace.
const KubeObject* overlapped(const Sources& sources, const KubeObject& object) {
  for (const auto* other : sources.ofKind("Deployment"))
    if (other != &object && other->name != object.name && other->nameSpace == object.nameSpace &&
        selects(object.node.at("spec>selector>matchLabels"), podLabels(*other)))
      return other;
  return nullptr;
}

void overlappingSelector(const Sources& sources, Report& report) {
  for (const auto* object : sources.ofKind("Deployment"))
    if (const auto* other = overlapped(sources, *object))
      report.at(*object, object->node.at("spec>selector"), {object->name, other->name});
}

void scalerCountsOthers(const Sources& sources, Report& report) {
  for (const auto* scaler : sources.ofKind("HorizontalPodAutoscaler")) {
    const auto* target = targetOf(sources, *scaler, "spec>scaleTargetRef");
    const auto* other = target ? overlapped(sources, *target) : nullptr;
    if (other) report.at(*scaler, scaler->node.at("spec>scaleTargetRef"), {target->name, other->name});
  }
}

void serviceTwice(const Sources& sources, Report& report) {
  const auto services = sources.ofKind("Service");
  for (std::size_t i = 0; i < services.size(); ++i)
    for (std::size_t j = 0; j < services.size(); ++j) {
      const auto &a = *services[i], &b = *services[j];
      if (i == j || a.name != b.name || a.nameSpace != b.nameSpace) continue;
      const auto selector = a.node.at("spec>selector");
      if (selector.allText() != b.node.at("spec>selector").allText() && a.path != b.path)
        report.at(a, selector, {a.name, b.path});
    }
}

bool isColoured(const KubeObject& object) {
  return endsWith(object.name, "-blue") || endsWith(object.name, "-green");
}

void noPreview(const Sources& sources, Report& report) {
  for (const auto* object : sources.ofKind("Deployment")) {
    if (!isColoured(*object)) continue;
    const auto services = sources.ofKind("Service");
    const bool reached = std::any_of(services.begin(), services.end(), [&](const KubeObject* service) {
      const auto selector = service->node.at("spec>selector");
      return service->nameSpace == object->nameSpace && selector.at("version") &&
             selects(selector, podLabels(*object));
    });
    if (!reached) report.at(*object, object->node.at("metadata>name"), {object->name});
  }
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

std::vector<Consumer> consumersOf(const Sources& sources, const KubeObject& secret) {
  std::vector<Consumer> consumers;
  for (const auto& object : sources.objects) {
    if (!object.podSpec()) continue;
    Consumer consumer{wordsIn(object.podSpec()), wordsIn(object.podSpec().at("volumes"))};
    if (consumer.words.count(secret.name)) consumers.push_back(std::move(consumer));
  }
  return consumers;
}

// Whoever mounts a secret may read all its keys.
bool isConsumed(const std::vector<Consumer>& consumers, const KubeObject& secret, const std::string& key) {
  return std::any_of(consumers.begin(), consumers.end(), [&](const Consumer& consumer) {
    return consumer.volumes.count(secret.name) || consumer.words.count(key);
  });
}

bool readsWhole(const Sources& sources, const KubeObject& secret) {
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      for (const auto& source : container.at("envFrom").items())
        if (source.at("secretRef>name").text() == secret.name) return true;
  return false;
}

void unusedKey(const Sources& sources, Report& report) {
  for (const auto* secret : sources.ofKind("Secret")) {
    if (readsWhole(sources, *secret)) continue;
    const auto consumers = consumersOf(sources, *secret);
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
  for (const auto* policy : sources.ofKind("PodSecurityPolicy")) {
    const bool bound =
        std::any_of(sources.objects.begin(), sources.objects.end(), [](const KubeObject& object) {
          return has(object.kind, "Role") && has(object.node.allText(), "podsecuritypolicies");
        });
    if (!bound) report.at(*policy, policy->node.at("metadata>name"), {policy->name});
  }
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
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      for (const auto& variable : container.at("env").items()) {
        const auto name = variable.at("valueFrom>secretKeyRef>name");
        if (name && !variable.at("valueFrom>secretKeyRef>optional").isTrue() &&
            !providesSecret(sources, name.text()))
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
