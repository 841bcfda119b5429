// When a failed request is sent again, and after how long (openai-contract D6).
#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/base/error.h"

namespace aiagent::runs {

// A server's wait that is longer than this is left to the person.
inline constexpr base::Milliseconds kLongestServerWait{60'000};

struct FailedTry {
  base::Error error;                             // its httpStatus is 0 when no answer came
  std::optional<bool> shouldRetry;               // x-should-retry
  std::optional<base::Milliseconds> retryAfter;  // as the server told it
  int retriesSoFar = 0;
};

// The wait before the next try; nothing when there must not be one. `jitter` is 0 ≤ x < 1.
//
// Nobody's answer has begun: connection errors, 408, 409, 429 and 5xx. Billing never, whatever the server's
// header says. A timeout without an answer may have reached the model, which POST /responses would bill and
// run twice (it knows no idempotency key): never by ourselves.
std::optional<base::Milliseconds> waitBeforeRetry(const FailedTry& failed, int mostRetries, double jitter);

}  // namespace aiagent::runs
