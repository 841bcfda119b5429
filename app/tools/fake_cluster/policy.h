// Policy: who somebody is and what they may do, as the recorded cluster had it; and answers that need no
// recording.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/tools/fake_cluster/target.h"

namespace aiagent::fake_cluster {

// "admin", "reader", "limited", "anonymous" and "bad-token", as in the index of the recordings.
struct Caller {
  std::string user;
  std::string impersonated;  // Impersonate-User; or empty
  std::string groups;        // Impersonate-Group, each with a comma behind it
};

struct Ready {
  int status = 200;
  std::string body;
};

std::string statusJson(int code, std::string_view reason, std::string_view message,
                       int retryAfterSeconds = 0);

// 401 and 403, for a request that may not be made; nothing when it may.
std::optional<Ready> refusal(const Caller& caller, const std::string& method, const Target& target);

// Reviews of the caller: who am I, may I, what may I. `recorded` asks for the recorded one instead.
std::optional<Ready> review(const Caller& caller, const Target& target, std::string_view body);

}  // namespace aiagent::fake_cluster
