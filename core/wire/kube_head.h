// What every object of Kubernetes has in common, as compact values. Nothing here owns JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/interner.h"
#include "core/wire/kube_time.h"

namespace aiagent::wire {

using base::Name;

// The kinds that have a row of their own; every other one is read through server-side tables (kube_table.h).
enum class KubeKind : std::uint8_t {
  Other,
  Namespace,
  Node,
  Pod,
  Service,
  EndpointSlice,
  Event,
  Deployment,
  ReplicaSet,
  StatefulSet,
  DaemonSet,
  Job,
  CronJob,
  HorizontalPodAutoscaler,
  VerticalPodAutoscaler,
  PodDisruptionBudget,
  NetworkPolicy,
  Ingress,
  ResourceQuota,
  Gateway,
  HttpRoute,
  Certificate,
  Rollout,
};

// As Kubernetes spells it ("HTTPRoute"); "" for Other.
std::string_view toWord(KubeKind kind);
KubeKind kubeKindFromWord(std::string_view word);

// Keys and values of a map of texts, as one shared text: objects of one template share it. Sorted by key.
class Pairs {
 public:
  Pairs() = default;
  explicit Pairs(Name packed) : m_packed(std::move(packed)) {}

  // Adds to `packed` what Pairs reads; a key or value with a NUL is left out.
  static void pack(std::string& packed, std::string_view key, std::string_view value);

  std::optional<std::string_view> find(std::string_view key) const;
  std::string_view at(std::string_view key) const { return find(key).value_or(std::string_view()); }
  std::vector<std::pair<std::string_view, std::string_view>> all() const;
  bool empty() const { return m_packed.empty(); }
  // Whether all of these are here, as a selector's matchLabels wants it. An empty Pairs is in everything.
  bool within(const Pairs& other) const;
  bool operator==(const Pairs&) const = default;

 private:
  Name m_packed;
};

// The controller of an object, else its first owner.
struct Owner {
  Name kind, name, uid;
  bool controller = false;
  bool operator==(const Owner&) const = default;
};

enum class Truth : std::uint8_t { Absent, False, True, Unknown };  // of a condition, and of optional booleans

struct Condition {
  Name type, reason, message;
  base::WallTime changed{};  // lastTransitionTime
  base::WallTime updated{};  // lastUpdateTime (Deployments), lastHeartbeatTime (nodes)
  Truth status = Truth::Absent;
  bool operator==(const Condition&) const = default;
};
using Conditions = std::vector<Condition>;

const Condition* findCondition(const Conditions& conditions, std::string_view type);

// A number of pods, or a share of them ("25%").
struct IntOrPercent {
  std::int32_t value = 0;
  bool percent = false;
  bool operator==(const IntOrPercent&) const = default;
};

// How much a row may hold, in bytes of texts. Says nothing of what the row is: rows are equal without it.
struct TextSize {
  std::uint32_t bytes = 0;
  bool operator==(const TextSize&) const { return true; }
};

struct KubeHead {
  KubeKind kind = KubeKind::Other;
  bool malformed =
      false;       // no name, or a member that must be an object is none: show it, judge nothing by it
  Name nameSpace;  // empty for cluster-wide kinds
  std::string name;
  std::string uid;              // the identity; names are used again (contract D4.12)
  std::string resourceVersion;  // compare with cluster::compareVersions, never as a number
  TextSize texts;               // all that were read of it: at least what is kept
  std::int64_t generation = 0;
  base::WallTime created{}, deleted{};  // kNoTime: not told
  Pairs labels;
  Pairs annotations;  // only those that decide something (kube_row_head.cpp lists them)
  Owner owner;

  bool terminating() const { return told(deleted); }
  bool operator==(const KubeHead&) const = default;
};

}  // namespace aiagent::wire
