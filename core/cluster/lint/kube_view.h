// Questions about Kubernetes objects that several rules ask.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/cluster/lint/sources.h"

namespace aiagent::cluster::lint {

// The workload that an autoscaler's reference names.
const KubeObject* targetOf(const Sources& sources, const KubeObject& scaler, std::string_view reference);
Node podLabels(const KubeObject& object);
// Whether matchLabels (or a Service's selector) find these labels; an empty one finds nothing here.
bool selects(const Node& matchLabels, const Node& labels);
bool hasObject(const Sources& sources, std::string_view kind, const std::string& name);
// Both are quantities, and the first is less.
bool isLess(const std::string& quantity, const std::string& other);

// Which secrets a Secret, an ExternalSecret or another object makes.
class ProvidedSecrets {
 public:
  explicit ProvidedSecrets(const Sources& sources);
  bool has(const std::string& name);

 private:
  std::set<std::string> m_names;
  std::vector<std::string> m_texts;     // that name others
  std::map<std::string, bool> m_asked;  // whether a text names it
};

}  // namespace aiagent::cluster::lint
