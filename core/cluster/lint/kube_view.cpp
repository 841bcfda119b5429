#include "core/cluster/lint/kube_view.h"

#include <algorithm>

#include "core/cluster/lint/text.h"
#include "core/cluster/quantity.h"

namespace aiagent::cluster::lint {

const KubeObject* targetOf(const Sources& sources, const KubeObject& scaler, std::string_view reference) {
  const auto target = scaler.node.at(reference);
  for (const auto* object : sources.named(target.at("kind").text(), target.at("name").text()))
    if (object->nameSpace == scaler.nameSpace) return object;
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
  return !sources.named(kind, name).empty();
}

bool isLess(const std::string& quantity, const std::string& other) {
  const auto a = Quantity::parse(quantity), b = Quantity::parse(other);
  return a && b && *a < *b;
}

ProvidedSecrets::ProvidedSecrets(const Sources& sources) {
  for (const auto& object : sources.objects) {
    const bool isOwn =
        object.kind == "Secret" || object.kind == "SealedSecret" || object.kind == "ExternalSecret";
    if (isOwn) m_names.insert(object.name);
    if (object.kind == "ExternalSecret") m_names.insert(object.node.at("spec>target>name").text());
    if (object.kind == "Certificate") m_names.insert(object.node.at("spec>secretName").text());
    if (object.kind == "SecretProviderClass")
      m_texts.push_back(object.node.at("spec>secretObjects").allText());
  }
  for (const auto& file : sources.kustomizations)
    m_texts.push_back(file.node.at("secretGenerator").allText());
}

bool ProvidedSecrets::has(const std::string& name) {
  if (m_names.contains(name)) return true;
  const auto [asked, isNew] = m_asked.try_emplace(name);
  if (isNew)
    asked->second = std::any_of(m_texts.begin(), m_texts.end(),
                                [&](const std::string& text) { return hasWord(text, name); });
  return asked->second;
}

}  // namespace aiagent::cluster::lint
