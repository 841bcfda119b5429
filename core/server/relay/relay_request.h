// RelayRequest: what the relay has to know of a body that it hands on unread otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/run.h"

namespace aiagent::server {

// Of something that the provider keeps; `param` lives as long as the program.
struct NamedId {
  std::string_view param;
  std::string id;
  bool operator==(const NamedId&) const = default;
};

struct RelayRequest {
  std::string model;  // empty: not told
  std::string serviceTier;
  std::int64_t mostOutput = 0;  // tokens of all choices together; 0: not told
  bool background = false;      // answered at once, looked up later
  bool stored = true;           // at the provider, so that another call may go on from the answer
  std::vector<NamedId> ids;     // of answers that it goes on from, and of their parts
  bool ambiguous = false;       // names a field twice: programs differ in which of the two they read
};

// Pure. A body that is no JSON object is for the provider to refuse: nothing is known of it.
RelayRequest readRelayRequest(std::string_view body);
// About what it will use, before anything is known: what it may write at most, or 4096 tokens.
domain::Usage expectedUsage(const RelayRequest& request, std::string_view body);

}  // namespace aiagent::server
