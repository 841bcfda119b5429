// Questions about Kubernetes objects that several rules ask.
#pragma once

#include "core/cluster/lint/sources.h"

namespace aiagent::cluster::lint {

// The workload that an autoscaler's reference names.
const KubeObject* targetOf(const Sources& sources, const KubeObject& scaler, std::string_view reference);
Node podLabels(const KubeObject& object);
// Whether matchLabels (or a Service's selector) find these labels; an empty one finds nothing here.
bool selects(const Node& matchLabels, const Node& labels);
bool hasObject(const Sources& sources, std::string_view kind, const std::string& name);
std::vector<const KubeObject*> monitoredServices(const Sources& sources, const KubeObject& monitor);
// Both are quantities, and the first is less.
bool isLess(const std::string& quantity, const std::string& other);
// Whether a Secret, an ExternalSecret or another object makes it.
bool providesSecret(const Sources& sources, const std::string& name);

}  // namespace aiagent::cluster::lint
