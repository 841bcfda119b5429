// What a workload's pod template should say (kubernetes.io: pod security standards, probes, disruptions).
#include <algorithm>
#include <array>

#include "core/cluster/lint/kube_index.h"
#include "core/cluster/lint/kube_view.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"
#include "core/cluster/lint/workflow_view.h"

namespace aiagent::cluster::lint {
namespace {

template <class Visit>
void eachWorkload(const Sources& sources, Visit visit) {
  for (const auto& object : sources.objects)
    if (object.podSpec().isRecord()) visit(object, object.podSpec());
}

template <class Visit>
void eachContainer(const Sources& sources, Visit visit) {
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers()) visit(object, container);
}

bool isServed(const KubeObject& object) {
  return object.kind == "Deployment" || object.kind == "StatefulSet" || object.kind == "Rollout";
}

// Of served workloads, without their init containers.
template <class Visit>
void eachServer(const Sources& sources, Visit visit) {
  eachWorkload(sources, [&](const KubeObject& object, const Node& spec) {
    if (!isServed(object)) return;
    for (const auto& container : spec.at("containers").items()) visit(object, container);
  });
}

std::string nameOf(const Node& container) {
  return container.at("name").text();
}

void mayBeRoot(const Sources& sources, Report& report) {
  eachWorkload(sources, [&](const KubeObject& object, const Node& spec) {
    if (spec.at("securityContext>runAsNonRoot").isTrue()) return;
    for (const auto& container : object.containers())
      if (!container.at("securityContext>runAsNonRoot").isTrue())
        report.at(object, container, {nameOf(container)});
  });
}

void mayEscalate(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    if (!container.at("securityContext>allowPrivilegeEscalation").isFalse())
      report.at(object, container, {nameOf(container)});
  });
}

void keepsCapabilities(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    if (!hasWord(container.at("securityContext>capabilities>drop").allText(), "ALL"))
      report.at(object, container, {nameOf(container)});
  });
}

void noSeccomp(const Sources& sources, Report& report) {
  eachWorkload(sources, [&](const KubeObject& object, const Node& spec) {
    if (spec.at("securityContext>seccompProfile>type")) return;
    for (const auto& container : object.containers())
      if (!container.at("securityContext>seccompProfile>type"))
        report.at(object, container, {nameOf(container)});
  });
}

void writableRoot(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    if (!container.at("securityContext>readOnlyRootFilesystem").isTrue())
      report.at(object, container, {nameOf(container)});
  });
}

std::string probeTarget(const Node& probe) {
  return probe.at("httpGet").allText() + probe.at("exec").allText();
}

void sameProbe(const Sources& sources, Report& report) {
  eachServer(sources, [&](const KubeObject& object, const Node& container) {
    const auto live = container.at("livenessProbe"), ready = container.at("readinessProbe");
    if (!probeTarget(live).empty() && probeTarget(live) == probeTarget(ready))
      report.at(object, live, {nameOf(container)});
  });
}

void noStartupProbe(const Sources& sources, Report& report) {
  eachServer(sources, [&](const KubeObject& object, const Node& container) {
    if (container.at("livenessProbe") && !container.at("startupProbe"))
      report.at(object, container.at("livenessProbe"), {nameOf(container)});
  });
}

void defaultProbeTimes(const Sources& sources, Report& report) {
  eachServer(sources, [&](const KubeObject& object, const Node& container) {
    for (const char* name : {"readinessProbe", "livenessProbe"}) {
      const auto probe = container.at(name);
      if (probe && (!probe.at("timeoutSeconds") || !probe.at("failureThreshold")))
        report.at(object, probe, {name});
    }
  });
}

void noProbe(const Sources& sources, Report& report) {
  std::vector<SelectorIndex::Entry> selectors;
  for (const auto* service : sources.ofKind("Service"))
    selectors.push_back({service->node.at("spec>selector"), service->nameSpace});
  const SelectorIndex services(selectors);
  eachServer(sources, [&](const KubeObject& object, const Node& container) {
    const bool serves = container.at("ports") || services.hasAny(podLabels(object), object.nameSpace);
    if (serves && !container.at("readinessProbe")) report.at(object, container, {nameOf(container)});
  });
}

void noDrain(const Sources& sources, Report& report) {
  eachServer(sources, [&](const KubeObject& object, const Node& container) {
    const bool waits =
        container.at("lifecycle>preStop") && object.podSpec().at("terminationGracePeriodSeconds");
    if (container.at("ports") && !waits) report.at(object, container, {nameOf(container)});
  });
}

void defaultRollout(const Sources& sources, Report& report) {
  for (const auto* object : sources.ofKind("Deployment")) {
    const auto spec = object->node.at("spec");
    for (const char* name : {"minReadySeconds", "strategy", "progressDeadlineSeconds"})
      if (spec.isRecord() && !spec.at(name)) report.at(*object, spec, {name});
  }
}

void noSpread(const Sources& sources, Report& report) {
  eachWorkload(sources, [&](const KubeObject& object, const Node& spec) {
    if (isServed(object) && !spec.at("topologySpreadConstraints") && !spec.at("affinity>podAntiAffinity"))
      report.at(object, spec);
  });
}

void defaultAccount(const Sources& sources, Report& report) {
  eachWorkload(sources, [&](const KubeObject& object, const Node& spec) {
    const auto name = spec.at("serviceAccountName");
    if (name.text().empty() || name.text() == "default") report.at(object, name ? name : spec);
  });
}

bool mountsNothing(const Sources& sources, const KubeObject& object, const Node& spec) {
  if (spec.at("automountServiceAccountToken")) return spec.at("automountServiceAccountToken").isFalse();
  for (const auto* account : sources.named("ServiceAccount", spec.at("serviceAccountName").text()))
    if (account->nameSpace == object.nameSpace)
      return account->node.at("automountServiceAccountToken").isFalse();
  return false;
}

void mountsToken(const Sources& sources, Report& report) {
  eachWorkload(sources, [&](const KubeObject& object, const Node& spec) {
    if (!mountsNothing(sources, object, spec)) report.at(object, spec);
  });
}

void secretInEnvironment(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    for (const auto& variable : container.at("env").items())
      if (variable.at("valueFrom>secretKeyRef")) report.at(object, variable, {variable.at("name").text()});
    for (const auto& source : container.at("envFrom").items())
      if (source.at("secretRef")) report.at(object, source, {source.at("secretRef>name").text()});
  });
}

// What still lies at gcr.io is Google's own.
bool isClosedRegistry(std::string_view image) {
  const auto host = image.substr(0, image.find('/'));
  if (host != "gcr.io" && host != "us.gcr.io" && host != "eu.gcr.io" && host != "asia.gcr.io") return false;
  return !hasAny(image, {"gcr.io/distroless/", "gcr.io/cloud-sql-connectors/", "gcr.io/google.com/",
                         "gcr.io/google-containers/", "gcr.io/kaniko-project/"});
}

void closedRegistry(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    if (isClosedRegistry(container.at("image").text()))
      report.at(object, container.at("image"), {container.at("image").text()});
  });
  for (const auto& run : runLines(sources))
    for (const auto& word : wordsOf(run.line.text)) {
      const auto begin = word.find_last_of("='\"", word.find("gcr.io/"));
      const auto image = word.substr(begin == std::string::npos ? 0 : begin + 1);
      if (isClosedRegistry(image))
        report.at(run.workflow->path, run.line.line, {image.substr(0, image.find('/'))});
    }
}

// Kustomize may put the digest in.
std::vector<std::string> pinnedByKustomize(const Sources& sources) {
  std::vector<std::string> names;
  for (const auto& file : sources.kustomizations)
    for (const auto& entry : file.node.at("images").items())
      if (entry.at("digest")) names.push_back(entry.at("name").text());
  return names;
}

void mutableImage(const Sources& sources, Report& report) {
  const auto names = pinnedByKustomize(sources);
  const auto isPinned = [&](const std::string& image) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return startsWith(image, name); });
  };
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    const auto image = container.at("image").text();
    if (!image.empty() && !has(image, "@sha256:") && !isPinned(image))
      report.at(object, container.at("image"), {image});
  });
}

void processorLimit(const Sources& sources, Report& report) {
  eachServer(sources, [&](const KubeObject& object, const Node& container) {
    if (const auto limit = container.at("resources>limits>cpu"))
      report.at(object, limit, {nameOf(container)});
  });
}

void noStorageLimit(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    const auto limits = container.at("resources>limits");
    if (limits && !limits.at("ephemeral-storage")) report.at(object, limits, {nameOf(container)});
  });
}

void heapIsNotTied(const Sources& sources, Report& report) {
  eachServer(sources, [&](const KubeObject& object, const Node& container) {
    const auto environment =
        container.at("env").allText() + container.at("args").allText() + container.at("command").allText();
    if (hasWord(environment, "NODE_ENV") && container.at("resources>limits>memory") &&
        !has(environment, "max-old-space-size"))
      report.at(object, container.at("resources>limits>memory"), {nameOf(container)});
  });
}

void noLabels(const Sources& sources, Report& report) {
  const bool common =
      std::any_of(sources.kustomizations.begin(), sources.kustomizations.end(),
                  [](const YamlFile& file) { return has(file.node.allText(), "app.kubernetes.io/"); });
  eachWorkload(sources, [&](const KubeObject& object, const Node&) {
    if (!common && !object.podTemplate().at("metadata>labels").at("app.kubernetes.io/name"))
      report.at(object, object.podTemplate());
  });
}

void unnamedPort(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    for (const auto& port : container.at("ports").items())
      if (port.at("name").text().empty()) report.at(object, port, {port.at("containerPort").text()});
  });
}

void noResources(const Sources& sources, Report& report) {
  eachContainer(sources, [&](const KubeObject& object, const Node& container) {
    const auto resources = container.at("resources");
    if (!resources.at("requests") || !resources.at("limits>memory"))
      report.at(object, container, {nameOf(container)});
  });
}

constexpr auto kRules = std::to_array<Rule>({
    {{"K8S-001", 32, kError, QT_TRANSLATE_NOOP("Lint", "The container %1 may run as root."),
      QT_TRANSLATE_NOOP("Lint", "Set securityContext.runAsNonRoot: true.")},
     mayBeRoot},
    {{"K8S-002", 32, kError, QT_TRANSLATE_NOOP("Lint", "The container %1 may gain privileges."),
      QT_TRANSLATE_NOOP("Lint", "Set securityContext.allowPrivilegeEscalation: false.")},
     mayEscalate},
    {{"K8S-003", 32, kError,
      QT_TRANSLATE_NOOP("Lint", "The container %1 keeps the kernel's default capabilities."),
      QT_TRANSLATE_NOOP("Lint", "Set securityContext.capabilities.drop: [ALL].")},
     keepsCapabilities},
    {{"K8S-004", 32, kError, QT_TRANSLATE_NOOP("Lint", "The container %1 has no seccomp profile."),
      QT_TRANSLATE_NOOP("Lint", "Set securityContext.seccompProfile.type: RuntimeDefault.")},
     noSeccomp},
    {{"K8S-005", 32, kError,
      QT_TRANSLATE_NOOP("Lint", "The container %1 may write its own root file system."),
      QT_TRANSLATE_NOOP("Lint",
                        "Set securityContext.readOnlyRootFilesystem: true, and mount what it writes.")},
     writableRoot},
    {{"K8S-006", 33, kError,
      QT_TRANSLATE_NOOP(
          "Lint",
          "Readiness and liveness of %1 ask the same: what it depends on fails, and every pod is restarted."),
      QT_TRANSLATE_NOOP("Lint",
                        "Let liveness ask for the process alone, and readiness for what it depends on.")},
     sameProbe},
    {{"K8S-007", 34, kWarning,
      QT_TRANSLATE_NOOP("Lint", "A slow start of %1 counts as a failure of liveness."),
      QT_TRANSLATE_NOOP("Lint", "Add a startupProbe.")},
     noStartupProbe},
    {{"K8S-008", 34, kWarning,
      QT_TRANSLATE_NOOP("Lint", "%1 has a second to answer and three tries, whatever the program needs."),
      QT_TRANSLATE_NOOP("Lint", "Set timeoutSeconds and failureThreshold.")},
     defaultProbeTimes},
    {{"K8S-009", 124, kError,
      QT_TRANSLATE_NOOP(
          "Lint", "The container %1 has no readiness probe: it gets requests before it can answer them."),
      QT_TRANSLATE_NOOP("Lint", "Add a readinessProbe.")},
     noProbe},
    {{"K8S-010", 35, kError,
      QT_TRANSLATE_NOOP("Lint", "%1 gets requests while it is ending: errors at each update."),
      QT_TRANSLATE_NOOP("Lint",
                        "Add lifecycle.preStop that waits for the load balancer, and "
                        "terminationGracePeriodSeconds above it.")},
     noDrain},
    {{"K8S-011", 36, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 is left to its default."),
      QT_TRANSLATE_NOOP("Lint",
                        "Set minReadySeconds, strategy and progressDeadlineSeconds, so that \"available\" "
                        "means that it stayed "
                        "up.")},
     defaultRollout},
    {{"K8S-012", 38, kWarning, QT_TRANSLATE_NOOP("Lint", "All pods may land on one node or in one zone."),
      QT_TRANSLATE_NOOP(
          "Lint",
          "Add topologySpreadConstraints over topology.kubernetes.io/zone and kubernetes.io/hostname.")},
     noSpread},
    {{"K8S-013", 39, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The pods run under the namespace's default service account."),
      QT_TRANSLATE_NOOP("Lint", "Make a service account for the workload and name it.")},
     defaultAccount},
    {{"K8S-014", 39, kWarning,
      QT_TRANSLATE_NOOP("Lint", "A token of the cluster's API is mounted, whether it is needed or not."),
      QT_TRANSLATE_NOOP("Lint", "Set automountServiceAccountToken: false.")},
     mountsToken},
    {{"K8S-015", 40, kWarning,
      QT_TRANSLATE_NOOP(
          "Lint",
          "The secret %1 is an environment variable: it does not change until a restart, and dumps show it."),
      QT_TRANSLATE_NOOP("Lint", "Mount it as a file.")},
     secretInEnvironment},
    {{"K8S-016", 41, kError, QT_TRANSLATE_NOOP("Lint", "%1 is in Container Registry, which is shut down."),
      QT_TRANSLATE_NOOP("Lint", "Use Artifact Registry: REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.")},
     closedRegistry},
    {{"K8S-017", 42, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The image %1 is named by a tag, which may be another image tomorrow."),
      QT_TRANSLATE_NOOP("Lint", "Name it by its digest: IMAGE@sha256:…")},
     mutableImage},
    {{"K8S-018", 43, kHint,
      QT_TRANSLATE_NOOP("Lint", "The CPU limit of %1 throttles it although the node has time to spare."),
      QT_TRANSLATE_NOOP("Lint", "Keep the request and remove the limit.")},
     processorLimit},
    {{"K8S-019", 43, kHint, QT_TRANSLATE_NOOP("Lint", "%1 may fill the node's disk."),
      QT_TRANSLATE_NOOP("Lint", "Set limits.ephemeral-storage.")},
     noStorageLimit},
    {{"K8S-020", 43, kHint,
      QT_TRANSLATE_NOOP("Lint", "The heap of Node.js in %1 does not know the memory limit."),
      QT_TRANSLATE_NOOP("Lint",
                        "Set NODE_OPTIONS=--max-old-space-size to about three quarters of the limit.")},
     heapIsNotTied},
    {{"K8S-021", 44, kHint, QT_TRANSLATE_NOOP("Lint", "The pods lack the recommended labels."),
      QT_TRANSLATE_NOOP("Lint", "Add app.kubernetes.io/name and its siblings.")},
     noLabels},
    {{"K8S-022", 45, kWarning, QT_TRANSLATE_NOOP("Lint", "Port %1 has no name."),
      QT_TRANSLATE_NOOP("Lint", "Name it, so that services and monitors can name it too.")},
     unnamedPort},
    {{"K8S-023", 99, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The container %1 has no requests or no memory limit."),
      QT_TRANSLATE_NOOP("Lint", "Set resources.requests and resources.limits.memory.")},
     noResources},
});

}  // namespace

std::span<const Rule> podRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
