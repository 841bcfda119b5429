// "Would the restricted pod security standard accept this?" (pod-security-admission policy; contract D19).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/kube_pod_row.h"
#include "core/wire/kube_workload_rows.h"

namespace aiagent::cluster {

enum class SecurityLevel : std::uint8_t { Privileged, Baseline, Restricted };
std::string_view toWord(SecurityLevel level);
std::optional<SecurityLevel> securityLevelFromWord(std::string_view word);

struct SecurityFinding {
  std::string check;      // as the admission names it: "runAsNonRoot", "hostNamespaces"
  std::string container;  // "": the pod itself
  SecurityLevel level = SecurityLevel::Restricted;  // the loosest standard that refuses it
  bool operator==(const SecurityFinding&) const = default;
};

// Empty: restricted accepts it. In the order of containers, the pod's own first.
std::vector<SecurityFinding> securityFindings(const wire::PodRow& pod);
std::vector<SecurityFinding> securityFindings(const wire::TemplateRow& podTemplate);

// The strictest standard that accepts what has these findings.
SecurityLevel acceptedBy(const std::vector<SecurityFinding>& findings);

// What a namespace's labels ask for; `enforce` is what refuses pods.
struct NamespaceSecurity {
  std::optional<SecurityLevel> enforce, audit, warn;
  std::string enforceVersion;
};
NamespaceSecurity namespaceSecurity(const wire::KubeHead& head);

}  // namespace aiagent::cluster
