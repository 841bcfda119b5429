// What a generation was made from, read back from the message that asked for it: the ground on which its
// answer is merged with what a person wrote meanwhile.
#pragma once

#include <optional>
#include <string_view>

#include "core/domain/agent.h"

namespace aiagent::authoring {

// `content` with the fields that the input of generation(), generationOfField() or improve() carried, as they
// were then; fields that are not sent stay. Nothing when the input is none of these, or of a new agent.
std::optional<domain::AgentContent> sentContent(std::string_view input, domain::AgentContent content);

}  // namespace aiagent::authoring
