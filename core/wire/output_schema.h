// An agent's tools, the choice among them and the output schema, checked and in the shapes of the two APIs
// (openai-contract D10, D11).
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/agent.h"

namespace aiagent::wire {

// {"type":"json_schema","name",…,"schema"} for text.format; "" when the agent has none. `strict` and
// `description` only where the person has written them. InvalidInput, subject "output-schema".
base::Result<std::string> responsesFormat(const domain::AgentContent& content);
// {"type":"json_schema","json_schema":{…}} for response_format.
base::Result<std::string> chatFormat(const domain::AgentContent& content);

// The tools as the person wrote them; "" when there are none. InvalidInput, subject "tools".
base::Result<std::string> responsesTools(const domain::AgentContent& content);
// Function and custom tools nested as Chat Completions wants them.
base::Result<std::string> chatTools(const domain::AgentContent& content);

// A tool_choice as Chat Completions has it: a word stays one, {"type":"function","name"} is nested as the
// tools are. InvalidInput, subject "tool_choice", for the kinds that only the Responses API knows.
base::Result<std::string> chatToolChoice(std::string_view choice);

}  // namespace aiagent::wire
