// Messages of a chat template <-> an agent's one prompt.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/formats/record_reader.h"
#include "core/domain/agent.h"

namespace aiagent::authoring {

struct PromptMessage {
  std::string role;  // "system", "developer", "user", "assistant", "tool"
  std::string text;

  bool operator==(const PromptMessage&) const = default;
};

// Sets prompt and, from a last message of the person without a variable, the first starter. Leading system
// and developer messages are the prompt. A last user message that is one {{variable}} is where the input
// goes: its name is returned. Other messages go on in the prompt behind their roles, and are losses.
std::string foldMessages(const std::vector<PromptMessage>& messages, domain::AgentContent& content,
                         Losses& losses);

// A JSON or YAML list of {role, content}; content is text or a list of parts, of which the text is taken.
// Nothing where it is no such list.
std::optional<std::vector<PromptMessage>> messagesFromTree(const Tree& list, const std::string& field,
                                                           Losses& losses);

// "system:\n…\n\nuser:\n…" (Prompty): a line that holds a role and a colon begins a message. Text before the
// first such line is the system's.
std::vector<PromptMessage> messagesFromRoleMarks(std::string_view body);

// A name for the place of the input that no variable of the prompt has: "input", "question" …
std::string inputName(const domain::AgentContent& content);

}  // namespace aiagent::authoring
