// What is wrong between kinds of files.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/cluster/lint/kube_view.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"
#include "core/cluster/lint/workflow_view.h"

namespace aiagent::cluster::lint {
namespace {

// Names that reach a workload.
std::set<std::string> injectedNames(const Sources& sources) {
  std::set<std::string> names;
  for (const auto* map : sources.ofKind("ConfigMap"))
    for (const auto& [name, value] : map->node.at("data").members()) names.insert(name);
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      for (const auto& variable : container.at("env").items()) names.insert(variable.at("name").text());
  return names;
}

// Kustomize makes a ConfigMap of a whole env file.
bool injectsFiles(const Sources& sources) {
  return std::any_of(sources.kustomizations.begin(), sources.kustomizations.end(), [](const YamlFile& file) {
    return has(file.node.at("configMapGenerator").allText(), ".env");
  });
}

bool hasWorkload(const Sources& sources) {
  return std::any_of(sources.objects.begin(), sources.objects.end(),
                     [](const KubeObject& object) { return !object.containers().empty(); });
}

void notInjected(const Sources& sources, Report& report) {
  if (!hasWorkload(sources) || injectsFiles(sources)) return;
  const auto injected = injectedNames(sources);
  for (const auto& file : sources.envFiles)
    for (const auto& variable : file.variables)
      if (!injected.contains(variable.name)) report.at(file.path, variable.line, {variable.name});
}

bool servesTwoEnvironments(const Workflow& workflow) {
  const auto text = lower(workflow.allRuns());
  return deploys(workflow) && has(text, "=staging") && has(text, "=production");
}

void fixedEnvironment(const Sources& sources, Report& report) {
  const bool two = std::any_of(sources.workflows.begin(), sources.workflows.end(), servesTwoEnvironments);
  if (!two || !sources.kustomizations.empty()) return;
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      for (const auto& variable : container.at("env").items())
        if (variable.at("name").text() == "NODE_ENV" && variable.at("value").text() == "production")
          report.at(object, variable);
}

std::string hostOf(const std::string& url) {
  const auto at = url.find("://");
  if (at == std::string::npos) return {};
  return url.substr(at + 3, url.find_first_of(":/?", at + 3) - at - 3);
}

std::string domainOf(const std::string& host) {
  const auto last = host.rfind('.');
  const auto dot = last == std::string::npos || last == 0 ? last : host.rfind('.', last - 1);
  return dot == std::string::npos ? host : host.substr(dot + 1);
}

std::set<std::string> servedHosts(const Sources& sources) {
  std::set<std::string> hosts;
  for (const auto* ingress : sources.ofKind("Ingress"))
    for (const auto& rule : ingress->node.at("spec>rules").items()) hosts.insert(rule.at("host").text());
  for (const auto* route : sources.ofKind("HTTPRoute"))
    for (const auto& host : route->node.at("spec>hostnames").items()) hosts.insert(host.text());
  return hosts;
}

void unservedHost(const Sources& sources, Report& report) {
  const auto hosts = servedHosts(sources);
  std::set<std::string> domains;
  for (const auto& host : hosts) domains.insert(domainOf(host));
  for (const auto& file : sources.envFiles)
    for (const auto& variable : file.variables) {
      const auto host = hostOf(variable.value);
      if (!host.empty() && domains.contains(domainOf(host)) && !hosts.count(host) &&
          !hosts.count("*." + domainOf(host)))
        report.at(file.path, variable.line, {host});
    }
}

bool isSet(const Sources& sources, const std::string& name) {
  return std::any_of(sources.workflows.begin(), sources.workflows.end(),
                     [&](const Workflow& workflow) { return !valuesOf(workflow, name).empty(); });
}

void emptyImageTag(const Sources& sources, Report& report) {
  std::map<std::string, bool> known;
  const auto isKnown = [&](const std::string& name) {
    const auto [one, isNew] = known.try_emplace(name);
    if (isNew) one->second = isSet(sources, name);
    return one->second;
  };
  for (const auto& object : sources.objects)
    for (const auto& container : object.containers())
      for (const auto& name : shellVariables(container.at("image").text()))
        if (!isKnown(name)) report.at(object, container.at("image"), {name});
}

void unknownDeployment(const Sources& sources, Report& report) {
  if (sources.ofKind("Deployment").empty()) return;
  for (const auto& run : runLines(sources)) {
    if (!has(run.line.text, "kubectl ")) continue;
    const auto name = deploymentIn(run.line.text);
    if (name.empty()) continue;
    for (const auto& one : resolved(*run.workflow, name))
      if (!has(one, "$") && !hasObject(sources, "Deployment", one))
        report.at(run.workflow->path, run.line.line, {one});
  }
}

std::string deployedSpace(const Sources& sources) {
  for (const auto* object : sources.ofKind("Deployment"))
    if (!object->nameSpace.empty() && object->nameSpace != "default") return object->nameSpace;
  return {};
}

void noNamespaceGiven(const Sources& sources, Report& report) {
  const auto space = deployedSpace(sources);
  if (space.empty()) return;
  for (const auto& run : runLines(sources)) {
    const auto& text = run.line.text;
    const bool acts =
        has(text, "kubectl ") && hasAny(text, {"set image", "rollout ", "scale ", "kubectl patch"});
    if (!acts || hasAny(text, {" -n ", "--namespace", " -n="}) || has(run.job->allRuns(), "set-context"))
      continue;
    report.at(run.workflow->path, run.line.line, {space});
  }
}

void sharedManifest(const Sources& sources, Report& report) {
  for (const auto& run : runLines(sources)) {
    if (!servesTwoEnvironments(*run.workflow) || !has(run.line.text, "kubectl apply")) continue;
    if (hasAny(run.line.text, {"overlays", "ENVIRONMENT", "-n ", "--namespace", "--context"})) continue;
    report.at(run.workflow->path, run.line.line);
  }
}

// What the commands of all workflows apply.
class Applied {
 public:
  explicit Applied(const std::string& runs)
      : m_isAll(hasAny(runs, {"kubectl apply -k", "kustomize build", "helm upgrade"})) {
    std::vector<std::string_view> behind;  // what follows each "-f "
    for (auto at = runs.find("-f "); at != std::string::npos; at = runs.find("-f ", at + 1))
      behind.push_back(std::string_view(runs).substr(at + 3));
    const auto words = wordsOf(runs);
    for (const auto& word : std::set<std::string>(words.begin(), words.end())) {
      const auto name = normalPath(word);
      if (name.empty() || name == "-") continue;
      m_names.insert(name);
      if (!has(fileOf(name), ".") && std::any_of(behind.begin(), behind.end(), [&](std::string_view rest) {
            return startsWith(rest, word);
          }))
        m_folders.insert(name);
    }
  }

  // By the end of its path, or by a folder that it is in.
  bool covers(const std::string& path) const {
    const auto file = "/" + normalPath(path);
    const std::string_view all = file;
    for (auto begin = all.find('/'); begin != all.npos && !m_isAll; begin = all.find('/', begin + 1)) {
      if (m_names.contains(all.substr(begin + 1))) return true;
      for (auto end = all.find('/', begin + 1); end != all.npos; end = all.find('/', end + 1))
        if (m_folders.contains(all.substr(begin + 1, end - begin - 1))) return true;
    }
    return m_isAll;
  }

 private:
  bool m_isAll;
  std::set<std::string, std::less<>> m_names, m_folders;
};

void neverApplied(const Sources& sources, Report& report) {
  std::string runs;
  for (const auto& workflow : sources.workflows) runs += workflow.allRuns();
  if (!has(runs, "kubectl apply")) return;
  const Applied applied(runs);
  std::set<std::string> looked;
  for (const auto& object : sources.objects)
    if (looked.insert(object.path).second && !applied.covers(object.path))
      report.at(object, object.node, {object.kind, object.name});
}

// All of a text is a number.
int wholeNumber(const std::string& text) {
  const bool isNumber =
      !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
  return isNumber ? numberBehind(text, "") : -1;
}

constexpr std::string_view kPoolNames[] = {"DATABASE_POOL_SIZE", "DATABASE_POOL_MAX", "DB_POOL_SIZE",
                                           "DB_POOL_MAX",        "PG_POOL_SIZE",      "PG_POOL_MAX"};

int poolSize(const Node& variable) {
  const auto value = variable.at("value").text();
  const auto name = variable.at("name").text();
  const bool isNamed = std::find(std::begin(kPoolNames), std::end(kPoolNames), name) != std::end(kPoolNames);
  return isNamed ? wholeNumber(value) : numberBehind(value, "connection_limit=");
}

// Of the one database whose limit is written down; -1: there is none, or several.
int mostConnections(const Sources& sources) {
  std::set<int> told;
  for (const auto& object : sources.objects) {
    for (const auto& flag : object.node.at("spec>settings>databaseFlags").items())
      if (flag.at("name").text() == "max_connections") told.insert(wholeNumber(flag.at("value").text()));
    for (const auto& container : object.containers())
      told.insert(numberBehind(container.allText(), "max_connections="));
  }
  told.erase(-1);
  return told.size() == 1 ? *told.begin() : -1;
}

// The first of each workload.
std::map<const KubeObject*, const KubeObject*> scalersOf(const Sources& sources) {
  std::map<const KubeObject*, const KubeObject*> scalers;
  for (const auto* scaler : sources.ofKind("HorizontalPodAutoscaler"))
    scalers.emplace(targetOf(sources, *scaler, "spec>scaleTargetRef"), scaler);
  return scalers;
}

int mostPods(const std::map<const KubeObject*, const KubeObject*>& scalers, const KubeObject& object) {
  if (const auto scaler = scalers.find(&object); scaler != scalers.end())
    return wholeNumber(scaler->second->node.at("spec>maxReplicas").text());
  const auto replicas = object.node.at("spec>replicas");
  return replicas ? wholeNumber(replicas.text()) : 1;
}

void tooManyConnections(const Sources& sources, Report& report) {
  const auto most = mostConnections(sources);
  if (most < 0) return;
  const auto scalers = scalersOf(sources);
  for (const auto& object : sources.objects) {
    if (object.kind != "Deployment" && object.kind != "StatefulSet") continue;
    const auto pods = mostPods(scalers, object);
    for (const auto& container : object.containers())
      for (const auto& variable : container.at("env").items())
        if (const auto size = poolSize(variable); std::int64_t{size} * pods > most && size > 0)
          report.at(object, variable, {std::to_string(pods), std::to_string(size), std::to_string(most)});
  }
}

constexpr auto kRules = std::to_array<Rule>({
    {{"CROSS-001", 2, kWarning, QT_TRANSLATE_NOOP("Lint", "%1 is set here and reaches no workload."),
      QT_TRANSLATE_NOOP("Lint", "Give it to the container by env or a ConfigMap, or remove it.")},
     notInjected},
    {{"CROSS-002", 3, kWarning,
      QT_TRANSLATE_NOOP("Lint",
                        "NODE_ENV is fixed in the manifest of all environments: staging runs as production."),
      QT_TRANSLATE_NOOP("Lint", "Set it by an overlay for each environment.")},
     fixedEnvironment},
    {{"CROSS-003", 5, kWarning, QT_TRANSLATE_NOOP("Lint", "No Ingress and no route serves %1."),
      QT_TRANSLATE_NOOP("Lint", "Add the host to route and certificate.")},
     unservedHost},
    {{"CROSS-004", 26, kError, QT_TRANSLATE_NOOP("Lint", "Nothing sets ${%1}: the image's name is invalid."),
      QT_TRANSLATE_NOOP("Lint", "Use the name that the workflow sets, or the digest.")},
     emptyImageTag},
    {{"CROSS-005", 27, kError, QT_TRANSLATE_NOOP("Lint", "No file makes the Deployment %1."),
      QT_TRANSLATE_NOOP("Lint", "Name one that is applied.")},
     unknownDeployment},
    {{"CROSS-006", 28, kError,
      QT_TRANSLATE_NOOP("Lint", "kubectl looks in the default namespace, and the Deployment is in %1."),
      QT_TRANSLATE_NOOP("Lint", "Add --namespace %1.")},
     noNamespaceGiven},
    {{"CROSS-007", 29, kError,
      QT_TRANSLATE_NOOP(
          "Lint", "Staging and production apply the same file to the same place: one overwrites the other."),
      QT_TRANSLATE_NOOP("Lint", "Use an overlay and a namespace, better a cluster, for each.")},
     sharedManifest},
    {{"CROSS-008", 61, kError, QT_TRANSLATE_NOOP("Lint", "No workflow applies this file (%1 %2)."),
      QT_TRANSLATE_NOOP("Lint", "Apply the whole folder: kubectl apply -k.")},
     neverApplied},
    {{"CROSS-009", 88, kError,
      QT_TRANSLATE_NOOP("Lint",
                        "%1 pods with %2 connections each are more than the %3 that the database takes."),
      QT_TRANSLATE_NOOP("Lint", "Make the pool smaller, or put a pooler before the database.")},
     tooManyConnections},
});

}  // namespace

std::span<const Rule> crossRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
