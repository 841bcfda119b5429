#include "core/cluster/verdicts/pod_group.h"

#include <algorithm>

#include "core/cluster/verdicts/pod_status.h"
#include "core/cluster/verdicts/pod_verdict.h"

namespace aiagent::cluster {

constexpr std::size_t kNamedPods = 3;

PodGroup::PodGroup(const std::vector<const wire::PodRow*>& pods, base::WallTime now, std::string ownerUid,
                   std::chrono::seconds start) {
  for (const auto* pod : pods) {
    if (pod->head.terminating() || (!ownerUid.empty() && pod->head.owner.uid != ownerUid)) continue;
    m_ready += pod->ready;
    if (!plainlyWell(*pod)) m_members.push_back({pod, podVerdict(*pod, now, {.start = start})});
  }
}

std::optional<Verdict> PodGroup::failing() const {
  std::optional<Verdict> worst;
  std::size_t named = 0;
  for (const auto& member : m_members) {
    if (member.verdict.kind < VerdictKind::Degraded) continue;
    if (!worst) worst = verdict(member.verdict.kind, member.verdict.reason);
    if (worse(member.verdict.kind, worst->kind)) {
      worst->kind = member.verdict.kind;
      worst->reason = member.verdict.reason;
    }
    if (named++ >= kNamedPods) continue;
    const auto field = "pods[" + member.pod->head.name + "]";
    worst->add(field, podStatus(*member.pod).word, "judged " + member.verdict.reason);
    for (const auto& fact : member.verdict.evidence)
      worst->add(field + "." + fact.field, fact.value, fact.rule);
  }
  if (worst && named > kNamedPods) worst->add("pods", std::to_string(named), "so many fail in all");
  return worst;
}

bool PodGroup::onlyStarting() const {
  bool starting = false;
  for (const auto& member : m_members) {
    if (member.verdict.kind == VerdictKind::Healthy) continue;
    if (member.verdict.kind != VerdictKind::Progressing) return false;
    starting = true;
  }
  return starting;
}

}  // namespace aiagent::cluster
