// Times as other programs write them.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/clock.h"

namespace aiagent::base {

// "2026-11-23T06:40:00Z", with any number of decimals and any offset (RFC 3339). Nothing when it is none; a
// leap second is the second before it.
std::optional<WallTime> fromRfc3339(std::string_view text);

// "Sun, 06 Nov 1994 08:49:37 GMT": the one form that HTTP lets be sent (RFC 9110, 5.6.7).
std::optional<WallTime> fromHttpDate(std::string_view text);

}  // namespace aiagent::base
