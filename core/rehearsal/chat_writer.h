// A plan in the words of Chat Completions (openai-openapi 2.3.0).
#pragma once

#include <string>

#include "core/rehearsal/answer.h"
#include "core/rehearsal/model_request.h"
#include "core/rehearsal/plan.h"

namespace aiagent::rehearsal {

struct ChatIdentity {
  std::string id;              // "chatcmpl-…"
  std::int64_t createdAt = 0;  // seconds since 1970
};

// Streamed or whole, as the request asks. Reasoning is counted and not shown, as in the real API.
Answer writeChat(const ModelRequest& request, const Plan& plan, const Pace& pace,
                 const ChatIdentity& identity);

}  // namespace aiagent::rehearsal
