// A provider's error, in a body or in a stream, as a base::Error (reference: openai-contract D6).
#pragma once

#include <string_view>

#include "core/base/error.h"

namespace aiagent::wire {

struct ProviderError {
  int status = 0;            // 0: it came inside a stream
  std::string_view message;  // any bytes; masked and cut here
  std::string_view type;     // "rate_limit_error", "insufficient_quota"
  std::string_view code;
  std::string_view param;
};

inline constexpr std::size_t kLongestSaid = 2'000;  // bytes

base::Error toError(const ProviderError& error);

// A server's words as they may be shown: UTF-8, keys masked, at most kLongestSaid bytes.
std::string quotation(std::string_view message);

// Why an answer stopped early: incomplete_details.reason, or finish_reason of a chat.
base::Error incompleteError(std::string_view reason);

}  // namespace aiagent::wire
