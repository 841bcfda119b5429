#include "core/cluster/logs/log_sources.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace aiagent::cluster {
namespace {

using wire::KubeKind;
using wire::PodRow;

constexpr std::array<std::pair<std::string_view, KubeKind>, 20> kKinds = {{
    {"pod", KubeKind::Pod},
    {"pods", KubeKind::Pod},
    {"po", KubeKind::Pod},
    {"deployment", KubeKind::Deployment},
    {"deployments", KubeKind::Deployment},
    {"deploy", KubeKind::Deployment},
    {"replicaset", KubeKind::ReplicaSet},
    {"replicasets", KubeKind::ReplicaSet},
    {"rs", KubeKind::ReplicaSet},
    {"statefulset", KubeKind::StatefulSet},
    {"statefulsets", KubeKind::StatefulSet},
    {"sts", KubeKind::StatefulSet},
    {"daemonset", KubeKind::DaemonSet},
    {"daemonsets", KubeKind::DaemonSet},
    {"ds", KubeKind::DaemonSet},
    {"job", KubeKind::Job},
    {"jobs", KubeKind::Job},
    {"rollout", KubeKind::Rollout},
    {"rollouts", KubeKind::Rollout},
    {"ro", KubeKind::Rollout},
}};

bool isIn(const LogWish& wish, const wire::KubeHead& head) {
  return wish.nameSpace.empty() || head.nameSpace == wish.nameSpace;
}

bool isOwnedBy(const wire::KubeHead& head, KubeKind kind, std::string_view name) {
  return head.owner.kind == wire::toWord(kind) && head.owner.name == name;
}

// Deployments and Argo Rollouts own sets, and these own pods.
bool isOfSets(const LogWish& wish, const PodRow& pod, const KindTable* sets) {
  if (!sets || pod.head.owner.kind != "ReplicaSet") return false;
  const auto* row = sets->find(std::string(pod.head.owner.uid.view()));
  return row && isOwnedBy(wire::headOf(*row), wish.kind, wish.name);
}

bool isMeant(const LogWish& wish, const PodRow& pod, const KindTable* sets) {
  if (!isIn(wish, pod.head)) return false;
  if (wish.kind == KubeKind::Pod) return pod.head.name == wish.name;
  return isOwnedBy(pod.head, wish.kind, wish.name) || isOfSets(wish, pod, sets);
}

const wire::ContainerRow* defaultContainer(const PodRow& pod) {
  const auto named = pod.head.annotations.at("kubectl.kubernetes.io/default-container");
  const wire::ContainerRow* first = nullptr;
  for (const auto& one : pod.containers) {
    if (!named.empty() && one.name == named) return &one;
    if (!first && one.role == wire::ContainerRole::App) first = &one;
  }
  return first;
}

class Gathering {
 public:
  explicit Gathering(const LogWish& wish) : m_wish(wish) {}

  void add(const PodRow& pod) {
    if (m_wish.allContainers) {
      for (const auto& one : pod.containers) add(pod, one.name.view(), &one);
      return;
    }
    if (!m_wish.container.empty()) return add(pod, m_wish.container, named(pod));
    // A pod whose containers were not told lets the server choose.
    const auto* one = defaultContainer(pod);
    add(pod, one ? one->name.view() : std::string_view(), one);
  }

  std::vector<LogSource> take() {
    std::sort(m_sources.begin(), m_sources.end(), [](const auto& a, const auto& b) {
      return std::tie(a.nameSpace, a.pod, a.container) < std::tie(b.nameSpace, b.pod, b.container);
    });
    return std::move(m_sources);
  }

 private:
  const wire::ContainerRow* named(const PodRow& pod) const {
    for (const auto& one : pod.containers)
      if (one.name == m_wish.container) return &one;
    return nullptr;
  }
  void add(const PodRow& pod, std::string_view container, const wire::ContainerRow* row) {
    const bool finished = pod.phase == wire::PodPhase::Succeeded || pod.phase == wire::PodPhase::Failed;
    m_sources.push_back({.podUid = pod.head.uid,
                         .nameSpace = std::string(pod.head.nameSpace.view()),
                         .pod = pod.head.name,
                         .container = std::string(container),
                         .restarts = row ? row->restarts : 0,
                         .finished = finished});
  }

  const LogWish& m_wish;
  std::vector<LogSource> m_sources;
};

}  // namespace

std::vector<LogSource> logSources(const LogWish& wish, const KindTable& pods, const KindTable* sets) {
  Gathering gathering(wish);
  for (const auto& [uid, row] : pods.rows())
    if (const auto* pod = std::get_if<PodRow>(&row); pod && isMeant(wish, *pod, sets)) gathering.add(*pod);
  return gathering.take();
}

std::optional<LogWish> logWishOf(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return LogWish{.name = std::string(text)};
  auto word = text.substr(0, slash);
  word = word.substr(0, word.find('.'));  // "deployment.apps"
  for (const auto& [name, kind] : kKinds)
    if (name == word) return LogWish{.kind = kind, .name = std::string(text.substr(slash + 1))};
  return std::nullopt;
}

}  // namespace aiagent::cluster
