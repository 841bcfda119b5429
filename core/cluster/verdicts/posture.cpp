#include "core/cluster/verdicts/posture.h"

#include <algorithm>
#include <functional>
#include <set>

namespace aiagent::cluster {
namespace {

using namespace wire::security;
using wire::TemplateContainer;
using wire::TemplateRow;
using Wanted = std::function<bool(const TemplateContainer&)>;

constexpr std::size_t kDigestShown = 12;

bool serves(wire::KubeKind kind) {
  return kind != wire::KubeKind::CronJob && kind != wire::KubeKind::Job;
}

Answer ofContainers(const TemplateRow& row, bool initsToo, const Wanted& has) {
  int yes = 0, all = 0;
  for (const auto& one : row.containers) {
    if (one.isInit && !initsToo) continue;
    ++all;
    yes += has(one);
  }
  return all == 0 ? Answer::Unknown : yes == all ? Answer::Yes : yes == 0 ? Answer::No : Answer::Partly;
}

// Yes: something asks for user 0. No: each container must not be root. Else the image decides.
Answer rootOf(const TemplateRow& row) {
  bool decided = !row.containers.empty();
  for (const auto& one : row.containers) {
    if (one.security & (UserZero | Privileged)) return Answer::Yes;
    const bool podsZero = (row.security & UserZero) && !(one.security & NonRoot);
    if (podsZero) return Answer::Yes;
    decided =
        decided && ((one.security & NonRoot) || (!(one.security & NonRootOff) && (row.security & NonRoot)));
  }
  return decided ? Answer::No : Answer::Unknown;
}

// A selector that also has expressions may or may not select; nothing is claimed then.
template <class Row>
Answer selectedBy(const std::vector<const Row*>* rows, const PostureSubject& subject,
                  const std::function<bool(const Row&)>& counts) {
  if (!rows) return Answer::Unknown;
  auto answer = Answer::No;
  for (const auto* row : *rows) {
    if (row->head.nameSpace != subject.nameSpace || !counts(*row)) continue;
    if (!row->selector.within(subject.podTemplate.labels)) continue;
    if (!row->hasExpressions) return Answer::Yes;
    answer = Answer::Unknown;
  }
  return answer;
}

std::vector<std::string> secretsOf(const TemplateRow& row) {
  std::set<std::string> names;
  for (const auto& one : row.containers) {
    auto rest = one.secrets.view();
    while (!rest.empty()) {
      const auto end = rest.find(", ");
      names.emplace(rest.substr(0, end));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
    }
  }
  return {names.begin(), names.end()};
}

std::string_view word(Answer answer) {
  switch (answer) {
    case Answer::Yes: return "yes";
    case Answer::Partly: return "of some containers";
    case Answer::No: return "no";
    case Answer::Unknown: break;
  }
  return "unknown";
}

std::string where(const SecurityFinding& finding) {
  return finding.container.empty() ? "spec" : "containers[" + finding.container + "]";
}

// ---- the verdict

class Judge {
 public:
  explicit Judge(Posture& posture) : m_posture(posture) {}

  void run() {
    security();
    if (m_posture.image != ImagePin::Digest)
      fault("MutableImage", "image", m_posture.image == ImagePin::Latest ? "moving tag" : "tag",
            "a digest names what was tried; another image can be put behind a tag");
    ask(m_posture.requests, "NoRequests", "resources.requests",
        "without cpu and memory it may be put anywhere");
    ask(m_posture.limits, "NoLimits", "resources.limits.memory", "without it one leak takes the whole node");
    if (m_posture.isProbed) {
      ask(m_posture.readiness, "NoReadinessProbe", "readinessProbe",
          "without it traffic comes before it can serve");
      tell("livenessProbe", word(m_posture.liveness),
           "a probe that is too strict does harm, so none is asked for");
    }
    ask(m_posture.ingress, "NoNetworkPolicy", "networkPolicy.ingress", "without one everybody may reach it");
    tell("networkPolicy.egress", word(m_posture.egress), "without one it may reach everybody");
    if (m_posture.wantsBudget)
      ask(m_posture.budget, "NoBudget", "podDisruptionBudget",
          "without one a drain may take all replicas at once");
    tell("automountServiceAccountToken", word(m_posture.token),
         "what the token is good for, so is who gets into it");
    finish();
  }

 private:
  void security() {
    const bool baseline = acceptedBy(m_posture.findings) == SecurityLevel::Privileged;
    if (!m_posture.findings.empty()) {
      m_posture.verdict = verdict(baseline ? VerdictKind::Failed : VerdictKind::Degraded,
                                  baseline ? "BaselineRefuses" : "RestrictedRefuses");
      ++m_posture.faults;
    }
    for (const auto level : {SecurityLevel::Baseline, SecurityLevel::Restricted})
      for (const auto& finding : m_posture.findings)
        if (finding.level == level)
          tell(where(finding), finding.check, std::string(toWord(level)) + " refuses it");
    if (m_posture.root == Answer::Unknown)
      tell("runAsNonRoot", "", "nothing forbids root; the image decides");
  }

  void ask(Answer answer, std::string_view reason, std::string_view field, std::string_view rule) {
    if (answer == Answer::Yes) return;
    if (answer != Answer::Unknown) return fault(reason, field, word(answer), rule);
    m_unknown = true;
    tell(field, "unknown", "what would tell cannot be seen");
  }
  void fault(std::string_view reason, std::string_view field, std::string_view value, std::string_view rule) {
    ++m_posture.faults;
    if (m_posture.verdict.reason.empty()) {
      m_posture.verdict.kind = VerdictKind::Degraded;
      m_posture.verdict.reason = reason;
    }
    tell(field, value, rule);
  }
  void tell(std::string_view field, std::string_view value, std::string_view rule) {
    m_posture.verdict.add(field, value, rule);
  }
  void finish() {
    if (!m_posture.verdict.reason.empty()) return;
    m_posture.verdict.kind = m_unknown ? VerdictKind::Unknown : VerdictKind::Healthy;
    m_posture.verdict.reason = m_unknown ? "NotEverythingKnown" : "Hardened";
  }

  Posture& m_posture;
  bool m_unknown = false;
};

}  // namespace

ImagePin pinOf(std::string_view image) {
  if (image.find('@') != std::string_view::npos) return ImagePin::Digest;
  const auto tag = imageVersion(image);
  return tag.empty() || tag == "latest" ? ImagePin::Latest : ImagePin::Tag;
}

// A colon before the last slash is a port's.
std::string imageVersion(std::string_view image) {
  const auto at = image.find('@');
  const auto name = image.substr(0, at);
  const auto slash = name.rfind('/');
  const auto colon = name.rfind(':');
  if (colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash))
    return std::string(name.substr(colon + 1));
  if (at == std::string_view::npos) return {};
  const auto digest = image.substr(at + 1);
  const auto hex = digest.find(':');
  return "@" + std::string(hex == std::string_view::npos ? digest.substr(0, kDigestShown)
                                                         : digest.substr(hex + 1, kDigestShown));
}

Posture postureOf(const PostureSubject& subject, const PostureView& view) {
  const auto& row = subject.podTemplate;
  Posture posture;
  posture.findings = securityFindings(row);
  for (const auto& one : row.containers) posture.image = std::max(posture.image, pinOf(one.image));
  posture.root = rootOf(row);
  posture.token = row.mountsToken == wire::Truth::False  ? Answer::No
                  : row.mountsToken == wire::Truth::True ? Answer::Yes
                                                         : Answer::Unknown;
  posture.requests = ofContainers(row, true, [](const TemplateContainer& one) {
    return !one.cpuRequest.empty() && !one.memoryRequest.empty();
  });
  posture.limits = ofContainers(row, true, [](const auto& one) { return !one.memoryLimit.empty(); });
  posture.readiness = ofContainers(row, false, [](const auto& one) { return one.hasReadinessProbe; });
  posture.liveness = ofContainers(row, false, [](const auto& one) { return one.hasLivenessProbe; });
  posture.isProbed = serves(subject.kind);
  using Policy = wire::NetworkPolicyRow;
  using Budget = wire::PodDisruptionBudgetRow;
  posture.ingress = selectedBy<Policy>(view.policies, subject, [](const Policy& one) { return one.ingress; });
  posture.egress = selectedBy<Policy>(view.policies, subject, [](const Policy& one) { return one.egress; });
  posture.budget = selectedBy<Budget>(view.budgets, subject, [](const Budget&) { return true; });
  posture.wantsBudget =
      serves(subject.kind) && subject.kind != wire::KubeKind::DaemonSet && subject.replicas > 1;
  posture.secrets = secretsOf(row);
  Judge(posture).run();
  return posture;
}

}  // namespace aiagent::cluster
