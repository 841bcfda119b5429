// What a person may do to a cluster, and the plan that an action becomes before anything is sent. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cluster/actions/object.h"
#include "core/wire/kube_head.h"

namespace aiagent::cluster {

enum class ActionKind : std::uint8_t {
  Restart,        // Deployment, StatefulSet, DaemonSet, Rollout
  Scale,          // Deployment, StatefulSet, Rollout; `replicas`
  Pause,          // Deployment, Rollout
  Resume,         // Deployment, Rollout
  RollBack,       // Deployment, StatefulSet, DaemonSet, Rollout (its "undo"); `revision`
  SwitchService,  // Service; `selector`, `needed`
  Promote,        // Rollout, as the rest
  PromoteFully,
  Abort,
  Retry,
  RunNow,     // CronJob
  DeletePod,  // Pod
};

// "rollback", "promote-full": stable, for JSON and the audit log.
std::string_view toWord(ActionKind kind);

struct Action {
  ActionKind kind = ActionKind::Restart;
  wire::KubeKind target = wire::KubeKind::Other;
  std::string nameSpace, name;
  int replicas = 0;
  std::int64_t revision = 0;  // 0: the one before
  TextPairs selector = {};    // members of the Service's selector that change
  int needed = 0;             // ready pods that the target must have; 0: as many as serve now
  base::WallTime at{};        // the server's time
  std::string by, reason;     // who, as the server knows them, and why

  std::string title() const;  // "deployment/agent-api"
  bool operator==(const Action&) const = default;
};

// What a plan looks at beside the object itself. What is missing is not known: denied, or not asked for.
enum class Around : std::uint8_t {
  ReplicaSets,
  ControllerRevisions,
  PodsNow,   // those that the Service selects now
  PodsThen,  // those that it would select
  Autoscalers,
  Budgets,
  Quotas,
  Nodes,
  Jobs,
  Events,  // of the object itself
};

struct ActionView {
  wire::Tree object;  // as the server gave it
  std::map<Around, wire::List> around = {};
  const wire::List* list(Around which) const;  // null: not known
};

struct Lookup {
  Around around;
  std::string path;
};
// The lists that planning looks at; some may be refused, and the plan says less then.
std::vector<Lookup> lookupsFor(const Action& action, const wire::Tree& object);

struct KubeWrite {
  std::string method, path;  // without a query
  std::string contentType, body;
  bool operator==(const KubeWrite&) const = default;
};
// The same, only tried: by the query, and by the body of a DELETE, whose query does not count beside a body
// (apiserver, handlers/delete.go). Each names the field manager where it may.
KubeWrite dryRunOf(const KubeWrite& write);
KubeWrite realOf(const KubeWrite& write);

// For a SelfSubjectAccessReview (contract D6).
struct AccessQuestion {
  std::string verb, group, resource, subresource, nameSpace, name;
  auto operator<=>(const AccessQuestion&) const = default;
};

struct FieldChange {
  std::string path;  // "spec.template.spec.containers[api].image"
  std::optional<std::string> before, after;
  bool operator==(const FieldChange&) const = default;
};

// Something to know before saying yes. `word` is stable ("image_latest"); ui/format makes it a sentence.
struct Finding {
  bool warning = false;
  std::string word, subject, value = {};
  bool operator==(const Finding&) const = default;
};

// What stays as it is: "configmaps", with the names that are concerned, or none.
struct NotUndone {
  std::string word;
  std::vector<std::string> names = {};
  bool operator==(const NotUndone&) const = default;
};

struct ActionStep {
  KubeWrite write;
  AccessQuestion access;
  bool operator==(const ActionStep&) const = default;
};

struct ActionPlan {
  std::vector<ActionStep> steps;  // mostly one; in this order
  std::string uid, resourceVersion;
  std::vector<Finding> findings;
  std::vector<NotUndone> notUndone;
};

// Errors are refusals, with a stable word in `providerCode`: "act_unsupported", "act_paused",
// "act_not_paused", "act_no_history", "act_history_off", "act_revision_unknown", "act_same_template",
// "act_same_replicas", "act_same_selector", "act_no_selector", "act_capacity" (subject: "1/2"),
// "act_capacity_unknown", "act_aborted", "act_not_aborted", "act_not_waiting", "act_fully_promoted",
// "act_workload_ref", "act_unreadable", "act_bad_replicas".
base::Result<ActionPlan> planAction(const Action& action, const ActionView& view);

// Whether what was planned on `then` still holds for `now`: only status, versions and bookkeeping of fields
// differ, and the number of pods where the act is not about it: an autoscaler does not wait for anybody.
bool sameForActing(const Action& action, const wire::Tree& then, const wire::Tree& now);

}  // namespace aiagent::cluster
