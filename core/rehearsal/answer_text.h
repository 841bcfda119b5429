// The words the rehearsal model answers with.
#pragma once

#include <string>

#include "core/rehearsal/model_request.h"

namespace aiagent::rehearsal {

inline constexpr char kNoModelInvolved[] = "Rehearsal: no model involved.";

// Markdown: says that no model was involved, shows how instructions and input were understood, and lists the
// parameters. The same request gives the same text.
std::string answerText(const ModelRequest& request);

// Markdown of about `tokens` tokens, for trying long answers.
std::string longText(std::int64_t tokens);

// JSON text for requests that want JSON.
std::string answerJson(const ModelRequest& request);

std::string refusalText();
std::string reasoningText(const ModelRequest& request);

}  // namespace aiagent::rehearsal
