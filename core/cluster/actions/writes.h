// How the requests of actions are written. Pure; for the planners.
#pragma once

#include "core/cluster/actions/action.h"

namespace aiagent::cluster {

inline constexpr char kChangeCause[] = "kubernetes.io/change-cause";

// A name as a part of a JSON pointer (RFC 6901).
std::string pointerPart(std::string_view name);

// A JSON Patch that fails with 422 when the object is not in this version any more (contract D9).
class JsonPatch {
 public:
  explicit JsonPatch(std::string_view resourceVersion);
  // Replaces what is there too; its parent must be there.
  JsonPatch& add(std::string path, wire::Tree value);
  // Of a map of texts that may be missing, as labels and annotations may: `map` is its pointer.
  JsonPatch& addText(const wire::Tree* map, const std::string& pointer, const std::string& name,
                     std::string value);
  std::string take();

 private:
  wire::List m_operations;
};

// Of the object that the action is about; a subresource may be empty.
ActionStep patchStep(const Action& action, std::string contentType, std::string body,
                     std::string subresource = {});
ActionStep jsonPatchStep(const Action& action, JsonPatch& patch);
AccessQuestion accessFor(wire::KubeKind kind, std::string verb, std::string nameSpace, std::string name);

// "rolled back to revision 3 by jane: images do not start", without control characters.
std::string changeCause(const Action& action, std::int64_t revision);

base::Error refused(std::string word, std::string subject, base::ErrorCode code);

// Each family's part of planAction(); `plan` has uid and version already.
base::Result<void> planRollback(const Action& action, const ActionView& view, ActionPlan& plan);
base::Result<void> planRolloutStatus(const Action& action, const ActionView& view, ActionPlan& plan);
base::Result<void> planSwitch(const Action& action, const ActionView& view, ActionPlan& plan);
// Adds what is worth knowing beforehand. `pods`: how many more there will be for a while; `from`: what they
// are made of (a pod template).
void addPreflight(const Action& action, const ActionView& view, ActionPlan& plan);
void addCapacity(const ActionView& view, const wire::Tree* from, int pods, ActionPlan& plan);
void addImages(const wire::Tree* from, const wire::Tree* to, ActionPlan& plan);

}  // namespace aiagent::cluster
