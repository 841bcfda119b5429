#include "core/cluster/verdicts/pod_security.h"

#include <algorithm>
#include <array>

namespace aiagent::cluster {
namespace {

using namespace wire::security;

constexpr std::array<std::string_view, 3> kLevels = {"privileged", "baseline", "restricted"};

// Facts that are refused wherever they stand.
struct Refusal {
  Fact fact;
  std::string_view check;
  SecurityLevel level;
};

constexpr std::array<Refusal, 14> kRefusals = {
    {{Privileged, "privileged", SecurityLevel::Baseline},
     {HostNamespaces, "hostNamespaces", SecurityLevel::Baseline},
     {HostPort, "hostPorts", SecurityLevel::Baseline},
     {HostPath, "hostPathVolumes", SecurityLevel::Baseline},
     {HostProbe, "hostProbesAndHostLifecycle", SecurityLevel::Baseline},
     {HostProcess, "windowsHostProcess", SecurityLevel::Baseline},
     {ProcMount, "procMount", SecurityLevel::Baseline},
     {SeLinux, "seLinuxOptions", SecurityLevel::Baseline},
     {AppArmor, "appArmorProfile", SecurityLevel::Baseline},
     {UnsafeSysctl, "sysctls", SecurityLevel::Baseline},
     {AddsOther, "capabilities", SecurityLevel::Baseline},
     {SeccompUnconfined, "seccompProfile", SecurityLevel::Baseline},
     {OtherVolume, "restrictedVolumes", SecurityLevel::Restricted},
     {AddsBaseline, "capabilities", SecurityLevel::Restricted}}};

class Check {
 public:
  explicit Check(Facts pod) : m_pod(pod) {
    refuse(pod, {});
    if (!usersApart() && (pod & UserZero)) add("runAsUser", {}, SecurityLevel::Restricted);
  }

  // What restricted wants of each container; the pod may say it for all of them.
  void container(std::string_view name, Facts facts) {
    refuse(facts, name);
    const bool posix = !(m_pod & Windows);
    if (posix && !(facts & EscalationDenied))
      add("allowPrivilegeEscalation", name, SecurityLevel::Restricted);
    if (posix && !(facts & DropsAll)) add("capabilities", name, SecurityLevel::Restricted);
    const bool nonRoot = (facts & NonRoot) || (!(facts & NonRootOff) && (m_pod & NonRoot));
    if (!usersApart() && !nonRoot) add("runAsNonRoot", name, SecurityLevel::Restricted);
    if (!usersApart() && (facts & UserZero)) add("runAsUser", name, SecurityLevel::Restricted);
    const bool confined =
        facts & (SeccompConfined | SeccompUnconfined) ? facts & SeccompConfined : m_pod & SeccompConfined;
    if (posix && !confined) add("seccompProfile", name, SecurityLevel::Restricted);
  }

  std::vector<SecurityFinding> take() { return std::move(m_findings); }

 private:
  // With users of its own, root inside is nobody outside.
  bool usersApart() const { return m_pod & HostUsersOff; }

  void refuse(Facts facts, std::string_view name) {
    for (const auto& refusal : kRefusals)
      if (facts & refusal.fact) add(refusal.check, name, refusal.level);
  }

  // One finding a check and place, with the loosest standard.
  void add(std::string_view check, std::string_view container, SecurityLevel level) {
    const auto same = std::find_if(m_findings.begin(), m_findings.end(), [&](const SecurityFinding& each) {
      return each.check == check && each.container == container;
    });
    if (same == m_findings.end())
      m_findings.push_back({std::string(check), std::string(container), level});
    else
      same->level = std::min(same->level, level);
  }

  Facts m_pod;
  std::vector<SecurityFinding> m_findings;
};

}  // namespace

std::string_view toWord(SecurityLevel level) {
  return kLevels[std::size_t(level)];
}

std::optional<SecurityLevel> securityLevelFromWord(std::string_view word) {
  const auto found = std::find(kLevels.begin(), kLevels.end(), word);
  if (found == kLevels.end()) return std::nullopt;
  return SecurityLevel(found - kLevels.begin());
}

std::vector<SecurityFinding> securityFindings(const wire::PodRow& pod) {
  Check check(pod.security);
  for (const auto& container : pod.containers) check.container(container.name, container.security);
  return check.take();
}

std::vector<SecurityFinding> securityFindings(const wire::TemplateRow& podTemplate) {
  Check check(podTemplate.security);
  for (const auto& container : podTemplate.containers) check.container(container.name, container.security);
  return check.take();
}

SecurityLevel acceptedBy(const std::vector<SecurityFinding>& findings) {
  auto level = SecurityLevel::Restricted;
  for (const auto& finding : findings)
    level = std::min(level, finding.level == SecurityLevel::Baseline ? SecurityLevel::Privileged
                                                                     : SecurityLevel::Baseline);
  return level;
}

NamespaceSecurity namespaceSecurity(const wire::KubeHead& head) {
  const auto level = [&](std::string_view mode) {
    return securityLevelFromWord(head.labels.at("pod-security.kubernetes.io/" + std::string(mode)));
  };
  return {level("enforce"), level("audit"), level("warn"),
          std::string(head.labels.at("pod-security.kubernetes.io/enforce-version"))};
}

}  // namespace aiagent::cluster
