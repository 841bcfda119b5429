#include "core/cluster/lint/expectations.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "core/cluster/lint/kube_view.h"
#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"
#include "core/cluster/lint/workflow_view.h"

namespace aiagent::cluster::lint {
namespace {

// What a template or a shell fills in later.
bool isOpen(std::string_view text) {
  return text.empty() || hasAny(text, {"$", "{{", "<"});
}

bool anyKustomizationHas(const Sources& sources, std::initializer_list<const char*> fields) {
  return std::any_of(sources.kustomizations.begin(), sources.kustomizations.end(), [&](const YamlFile& file) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const char* field) { return file.node.at(field).exists(); });
  });
}

bool setsImages(const Sources& sources) {
  return std::any_of(sources.workflows.begin(), sources.workflows.end(), [](const Workflow& workflow) {
    return hasAny(workflow.allRuns(), {"kubectl set image", "kustomize edit set image"});
  });
}

FilePlace placeOf(const KubeObject& object, const Node& node) {
  return {object.path, node.line()};
}

std::vector<ExpectedAmount> amountsOf(const KubeObject& object, const Node& container) {
  std::vector<ExpectedAmount> amounts;
  for (const char* part : {"requests", "limits"})
    for (const char* resource : {"cpu", "memory"}) {
      const auto amount = container.at("resources").at(part).at(resource);
      if (amount && !isOpen(amount.text()))
        amounts.push_back({std::string(part) + "." + resource, amount.text(), placeOf(object, amount)});
    }
  return amounts;
}

constexpr std::array<std::string_view, 4> kKinds = {"Deployment", "StatefulSet", "DaemonSet", "Rollout"};

bool isExpected(const KubeObject& object) {
  return std::find(kKinds.begin(), kKinds.end(), object.kind) != kKinds.end() && !isOpen(object.name) &&
         (object.nameSpace.empty() || !isOpen(object.nameSpace));
}

class Gathering {
 public:
  explicit Gathering(const Sources& sources) : m_sources(sources), m_pipelineSetsImages(setsImages(sources)) {
    m_found.kustomizeNames = anyKustomizationHas(sources, {"namePrefix", "nameSuffix"});
    m_oneSpace = anyKustomizationHas(sources, {"namespace"});
    m_found.kustomizeValues =
        anyKustomizationHas(sources, {"patches", "patchesStrategicMerge", "patchesJson6902", "images",
                                      "replicas", "components", "transformers"});
  }

  Expectations take() {
    if (!m_found.kustomizeNames) {
      gatherWorkloads();
      gatherNames();
    }
    gatherActedOn();
    return std::move(m_found);
  }

 private:
  // Kustomize puts all into the environment's own.
  std::string spaceOf(const KubeObject& object) const {
    return m_oneSpace ? std::string() : object.nameSpace;
  }

  void gatherWorkloads() {
    std::map<std::tuple<std::string, std::string, std::string>, int> times;
    for (const auto& object : m_sources.objects) ++times[{object.kind, object.nameSpace, object.name}];
    for (const auto& object : m_sources.objects)
      if (isExpected(object) && times[{object.kind, object.nameSpace, object.name}] == 1) add(object);
  }

  void add(const KubeObject& object) {
    ExpectedWorkload workload{
        object.kind, spaceOf(object), object.name, placeOf(object, object.node.at("metadata>name")), {}, {},
        {}};
    const auto replicas = object.node.at("spec>replicas");
    const auto written = replicas.text();
    if (!written.empty() && written.size() < 7 &&
        written.find_first_not_of("0123456789") == std::string::npos && !m_found.kustomizeValues) {
      workload.replicas = numberBehind(written, "");
      workload.replicasPlace = placeOf(object, replicas);
    }
    if (!m_found.kustomizeValues)
      for (const auto& container : object.containers())
        workload.containers.push_back(read(object, container));
    m_found.workloads.push_back(std::move(workload));
  }

  ExpectedContainer read(const KubeObject& object, const Node& container) const {
    const auto image = container.at("image");
    const bool known = !m_pipelineSetsImages && !isOpen(image.text());
    return {container.at("name").text(), known ? image.text() : std::string(), placeOf(object, image),
            amountsOf(object, container)};
  }

  void name(const std::string& kind, const KubeObject& object, const Node& node, const std::string& text,
            const std::string& port = {}) {
    if (isOpen(text) || made(kind, text)) return;
    const bool wide = kind == "Namespace" || kind == "IngressClass";
    if (!wide && hasAny(object.nameSpace, {"$", "{{"})) return;
    m_found.names.push_back(
        {kind, wide ? std::string() : spaceOf(object), {text}, port, placeOf(object, node)});
  }

  bool made(const std::string& kind, const std::string& text) const {
    if (hasObject(m_sources, kind, text)) return true;
    if (kind != "ConfigMap") return false;
    return std::any_of(m_generators.begin(), m_generators.end(),
                       [&](const std::string& generator) { return hasWord(generator, text); });
  }

  void gatherNames() {
    for (const auto& file : m_sources.kustomizations)
      m_generators.push_back(file.node.at("configMapGenerator").allText());
    std::set<std::string> spaces;
    for (const auto& object : m_sources.objects) {
      const auto space = object.node.at("metadata>namespace");
      if (!m_oneSpace && !object.nameSpace.empty() && spaces.insert(object.nameSpace).second) {
        name("Namespace", object, space, object.nameSpace);
      }
      if (object.kind == "Ingress") gatherIngress(object);
      gatherConfigMaps(object);
    }
  }

  void gatherIngress(const KubeObject& object) {
    const auto of = object.node.at("spec>ingressClassName");
    if (of) name("IngressClass", object, of, of.text());
    for (const auto& rule : object.node.at("spec>rules").items())
      for (const auto& path : rule.at("http>paths").items()) {
        const auto service = path.at("backend>service");
        auto port = service.at("port>name").text();
        if (port.empty()) port = service.at("port>number").text();
        if (service) name("Service", object, service.at("name"), service.at("name").text(), port);
      }
  }

  void gatherConfigMaps(const KubeObject& object) {
    const auto named = [&](const Node& reference) {
      const auto map = reference.at("name");
      if (map && !reference.at("optional").isTrue()) name("ConfigMap", object, map, map.text());
    };
    for (const auto& container : object.containers()) {
      for (const auto& variable : container.at("env").items())
        named(variable.at("valueFrom>configMapKeyRef"));
      for (const auto& source : container.at("envFrom").items()) named(source.at("configMapRef"));
    }
    for (const auto& volume : object.podSpec().at("volumes").items()) named(volume.at("configMap"));
  }

  // "aiagent" of "-n aiagent" and "--namespace=aiagent".
  static std::string spaceIn(const std::string& line) {
    const auto words = wordsOf(line);
    for (std::size_t i = 0; i < words.size(); ++i)
      for (const std::string flag : {"-n", "--namespace"}) {
        if (words[i] == flag && i + 1 < words.size()) return words[i + 1];
        if (startsWith(words[i], flag + "=")) return words[i].substr(flag.size() + 1);
      }
    return {};
  }

  void gatherActedOn() {
    for (const auto& run : runLines(m_sources)) {
      const auto written = has(run.line.text, "kubectl ") ? deploymentIn(run.line.text) : std::string();
      if (written.empty()) continue;
      auto names = resolved(*run.workflow, written);
      const bool known = std::none_of(names.begin(), names.end(), [&](const std::string& one) {
        return isOpen(one) || hasObject(m_sources, "Deployment", one);
      });
      const auto space = spaceIn(run.line.text);
      if (!known || (!space.empty() && isOpen(space))) continue;
      m_found.names.push_back(
          {"Deployment", space, std::move(names), {}, {run.workflow->path, run.line.line}});
    }
  }

  const Sources& m_sources;
  const bool m_pipelineSetsImages;
  bool m_oneSpace = false;
  std::vector<std::string> m_generators;  // of ConfigMaps by kustomize
  Expectations m_found;
};

}  // namespace

Expectations expectationsOf(const Sources& sources) {
  return Gathering(sources).take();
}

}  // namespace aiagent::cluster::lint
