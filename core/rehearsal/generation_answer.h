// What the rehearsal model answers when it is asked to design an agent, so that the whole path can be
// rehearsed.
#pragma once

#include <optional>
#include <string>

#include "core/rehearsal/model_request.h"

namespace aiagent::rehearsal {

// The names of the schemas by which such requests are known, and how the instructions of "why" begin. They
// are those of core/authoring/generate, which this folder may not include; a test holds them together.
inline constexpr char kAgentSchema[] = "agent_generation";
inline constexpr char kAgentFieldSchema[] = "agent_generation_field";
inline constexpr char kAgentImprovementSchema[] = "agent_improvement";
inline constexpr char kAgentWhyOpening[] =
    "You explain one choice that was made when an AI agent was designed.";

// A whole agent, one field of it, two edits of a prompt, or the reasons for a field, made by simple rules
// from the brief in the message's last line. Nothing when the request asks for something else.
std::optional<std::string> generationAnswer(const ModelRequest& request);

}  // namespace aiagent::rehearsal
