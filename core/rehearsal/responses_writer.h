// A plan in the words of the Responses API (openai-openapi 2.3.0).
#pragma once

#include <string>
#include <vector>

#include "core/rehearsal/answer.h"
#include "core/rehearsal/model_request.h"
#include "core/rehearsal/plan.h"

namespace aiagent::rehearsal {

struct ResponseIdentity {
  std::string id;              // "resp_…"; the ids of its items are made from it
  std::int64_t createdAt = 0;  // seconds since 1970
};

struct WrittenResponse {
  // Server-sent events. Step n has sequence_number n.
  std::vector<Step> events;
  Ending ending = Ending::Complete;
  base::Milliseconds duration{0};
  // The response object while it is made, when it was cancelled meanwhile, and at its end: JSON text.
  std::string inProgress, cancelled, finished;
};

WrittenResponse writeResponse(const ModelRequest& request, const Plan& plan, const Pace& pace,
                              const ResponseIdentity& identity);

}  // namespace aiagent::rehearsal
