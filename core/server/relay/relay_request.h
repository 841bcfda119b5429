// RelayRequest: what the relay has to know of a body that it hands on unread otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/domain/run.h"

namespace aiagent::server {

struct RelayRequest {
  std::string model;  // empty: not told
  std::string serviceTier;
  std::int64_t mostOutput = 0;  // tokens of all choices together; 0: not told
  bool background = false;      // answered at once, looked up later
  bool ambiguous = false;       // names a field twice: programs differ in which of the two they read
};

// Pure. A body that is no JSON object is for the provider to refuse: nothing is known of it.
RelayRequest readRelayRequest(std::string_view body);
// About what it will use, before anything is known: what it may write at most, or 4096 tokens.
domain::Usage expectedUsage(const RelayRequest& request, std::string_view body);

}  // namespace aiagent::server
