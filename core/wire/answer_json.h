// Answers that come whole: error bodies, model lists, token counts, non-streamed responses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/model_event.h"

namespace aiagent::wire {

// An HTTP answer that is not a stream, as an Error: 401 Credentials, 403 Forbidden, 404/400/422
// RequestRejected (subject = error.param), 408 Timeout, 409 and 5xx ServerError, 429 RateLimited or Billing
// by its code and type (openai-contract D6), 407 ProxyRefused; HTML or anything that is no JSON error is
// BadResponse when the status is 2xx (captive portal) and by status otherwise, with subject = content type.
// `said` is the server's message, keys masked, at most 2,000 bytes. Names of the body: {"error":{…}}, and the
// flat forms of compatible servers ({"error":"text"}, {"message":…}, {"detail":…}).
base::Error errorFromAnswer(int status, std::string_view contentType, std::string_view body);

struct ModelInfo {
  std::string id;
  std::optional<base::WallTime> shutdown;  // shutdown_date
  std::string ownedBy;
};
base::Result<std::vector<ModelInfo>> modelsFromJson(std::string_view body);  // sorted by id
base::Result<std::int64_t> inputTokensFromJson(std::string_view body);

// A whole (not streamed) response object of GET /responses/{id}.
base::Result<Ended> responseFromJson(std::string_view body);

}  // namespace aiagent::wire
