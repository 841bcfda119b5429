#include "core/cluster/lint/kube_view.h"

#include <algorithm>

#include "core/cluster/lint/text.h"
#include "core/cluster/quantity.h"

namespace aiagent::cluster::lint {

const KubeObject* targetOf(const Sources& sources, const KubeObject& scaler, std::string_view reference) {
  const auto target = scaler.node.at(reference);
  for (const auto& object : sources.objects)
    if (object.kind == target.at("kind").text() && object.name == target.at("name").text() &&
        object.nameSpace == scaler.nameSpace)
      return &object;
  return nullptr;
}

Node podLabels(const KubeObject& object) {
  return object.podTemplate().at("metadata>labels");
}

bool selects(const Node& matchLabels, const Node& labels) {
  const auto wanted = matchLabels.members();
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const auto& label) {
    return labels.at(label.first).exists() && labels.at(label.first).text() == label.second.text();
  });
}

bool hasObject(const Sources& sources, std::string_view kind, const std::string& name) {
  return std::any_of(sources.objects.begin(), sources.objects.end(),
                     [&](const KubeObject& object) { return object.kind == kind && object.name == name; });
}

std::vector<const KubeObject*> monitoredServices(const Sources& sources, const KubeObject& monitor) {
  std::vector<const KubeObject*> found;
  for (const auto* service : sources.ofKind("Service"))
    if (selects(monitor.node.at("spec>selector>matchLabels"), service->node.at("metadata>labels")))
      found.push_back(service);
  return found;
}

bool isLess(const std::string& quantity, const std::string& other) {
  const auto a = Quantity::parse(quantity), b = Quantity::parse(other);
  return a && b && *a < *b;
}

bool providesSecret(const Sources& sources, const std::string& name) {
  for (const auto& object : sources.objects) {
    if (object.kind == "Secret" && object.name == name) return true;
    if (object.kind == "SealedSecret" && object.name == name) return true;
    if (object.kind == "ExternalSecret" &&
        (object.name == name || object.node.at("spec>target>name").text() == name))
      return true;
    if (object.kind == "SecretProviderClass" && hasWord(object.node.at("spec>secretObjects").allText(), name))
      return true;
    if (object.kind == "Certificate" && object.node.at("spec>secretName").text() == name) return true;
  }
  for (const auto& file : sources.kustomizations)
    if (hasWord(file.node.at("secretGenerator").allText(), name)) return true;
  return false;
}

}  // namespace aiagent::cluster::lint
