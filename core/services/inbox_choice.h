// What becomes of an agent when a person decides an inbox item.
#pragma once

#include <optional>

#include "core/authoring/content/content_merge.h"
#include "core/store/sync_repository.h"

namespace aiagent::services {

enum class InboxTake {
  Mine,    // where both changed the same, this device's words; what was recovered comes back
  Theirs,  // there the others' words; what was recovered is let go
  Merged,  // what the library shows already: both, with the others' words where they clash, and what was
           // written since
};

// The content to resolve with, laid over what the agent holds `now` (nothing: it is not there), so that what
// was edited since stays, but for the places in question. Nothing: leave everything as it is.
std::optional<domain::AgentContent> contentFor(const store::InboxItem& item, InboxTake take,
                                               const std::optional<domain::AgentContent>& now);
// The same for a content that a person made of the item.
domain::AgentContent contentOver(const store::InboxItem& item, const domain::AgentContent& chosen,
                                 const std::optional<domain::AgentContent>& now);

// Where both sides changed the same, with all three texts.
std::vector<authoring::FieldConflict> conflictsOf(const store::InboxItem& item);

}  // namespace aiagent::services
