// What has been said so far, as the input of the next request.
#pragma once

#include <string>
#include <vector>

#include "core/domain/run.h"

namespace aiagent::wire {

// Items of the Responses API's `input`, each as JSON text. Output items of earlier answers are replayed byte
// for byte (openai-contract D8). With `stored` false, reasoning that cannot be replayed without the server's
// copy of it (no encrypted_content) is left out. A tool call that was never answered gets an answer saying
// so: without one the API refuses the whole conversation.
std::vector<std::string> responsesItems(const std::vector<domain::Message>& history, bool stored);

// The same as messages of Chat Completions: an answer's text and tool calls become one message; reasoning is
// never sent back.
std::vector<std::string> chatMessages(const std::vector<domain::Message>& history);

// {"role":…,"content":…}, the shape both APIs share.
std::string plainMessage(domain::Role role, std::string_view text);

}  // namespace aiagent::wire
