#include "core/wire/kube_head.h"

#include <algorithm>
#include <array>

namespace aiagent::wire {
namespace {

constexpr std::array<std::string_view, 23> kWords = {"",
                                                     "Namespace",
                                                     "Node",
                                                     "Pod",
                                                     "Service",
                                                     "EndpointSlice",
                                                     "Event",
                                                     "Deployment",
                                                     "ReplicaSet",
                                                     "StatefulSet",
                                                     "DaemonSet",
                                                     "Job",
                                                     "CronJob",
                                                     "HorizontalPodAutoscaler",
                                                     "VerticalPodAutoscaler",
                                                     "PodDisruptionBudget",
                                                     "NetworkPolicy",
                                                     "Ingress",
                                                     "ResourceQuota",
                                                     "Gateway",
                                                     "HTTPRoute",
                                                     "Certificate",
                                                     "Rollout"};
static_assert(kWords.size() == std::size_t(KubeKind::Rollout) + 1);

// The next text of a packed map, taken from its front.
std::string_view taken(std::string_view& packed) {
  const auto end = packed.find('\0');
  const auto text = packed.substr(0, end);
  packed.remove_prefix(std::min(packed.size(), text.size() + 1));
  return text;
}

}  // namespace

std::string_view toWord(KubeKind kind) {
  return kWords[std::size_t(kind)];
}

KubeKind kubeKindFromWord(std::string_view word) {
  const auto found = std::find(kWords.begin() + 1, kWords.end(), word);
  return found == kWords.end() ? KubeKind::Other : KubeKind(found - kWords.begin());
}

void Pairs::pack(std::string& packed, std::string_view key, std::string_view value) {
  if (key.find('\0') != key.npos || value.find('\0') != value.npos) return;
  packed.append(key).push_back('\0');
  packed.append(value).push_back('\0');
}

std::optional<std::string_view> Pairs::find(std::string_view key) const {
  auto packed = m_packed.view();
  while (!packed.empty()) {
    const auto at = taken(packed), value = taken(packed);
    if (at == key) return value;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string_view, std::string_view>> Pairs::all() const {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
  auto packed = m_packed.view();
  while (!packed.empty()) {
    const auto key = taken(packed);
    pairs.emplace_back(key, taken(packed));
  }
  return pairs;
}

bool Pairs::within(const Pairs& other) const {
  const auto mine = all();
  return std::all_of(mine.begin(), mine.end(), [&](const auto& pair) {
    const auto theirs = other.find(pair.first);
    return theirs && *theirs == pair.second;
  });
}

const Condition* findCondition(const Conditions& conditions, std::string_view type) {
  const auto found = std::find_if(conditions.begin(), conditions.end(),
                                  [&](const Condition& condition) { return condition.type == type; });
  return found == conditions.end() ? nullptr : &*found;
}

}  // namespace aiagent::wire
