// One field of an agent's content, by the name that differences and conflicts call it.
#pragma once

#include <string>
#include <string_view>

#include "core/domain/agent.h"

namespace aiagent::authoring {

// `content` with the field as `from` has it, or without it where `from` has none. `field` as in FieldChange
// and FieldConflict; one that is not known changes nothing. An item that is new comes last.
domain::AgentContent withFieldOf(domain::AgentContent content, const domain::AgentContent& from,
                                 std::string_view field);

// The text of a field that is one as a whole and may be written by hand: "name", "description", "prompt",
// "model", "tools", "outputSchema". Null for others.
std::string* textField(domain::AgentContent& content, std::string_view field);

}  // namespace aiagent::authoring
