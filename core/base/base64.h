// Base64 (RFC 4648, with padding).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aiagent::base {

std::string toBase64(std::string_view bytes);
// Nothing when the text is none: another digit, a length that is no multiple of four, bits left over.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace aiagent::base
