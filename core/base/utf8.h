// UTF-8: the only text encoding below the view-models.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aiagent::base {

// Well-formed by RFC 3629 (no overlong forms, no surrogates, at most U+10FFFF).
bool isValidUtf8(std::string_view text);

// Offset of the first byte that breaks well-formedness, or text.size() when there is none.
std::size_t firstInvalidUtf8(std::string_view text);

// `text` with each broken sequence replaced by U+FFFD.
std::string toValidUtf8(std::string_view text);

// The longest prefix of at most `bytes` bytes that does not cut a character in two.
std::string_view utf8Prefix(std::string_view text, std::size_t bytes);

// Without leading and trailing ASCII white space.
std::string_view trimmed(std::string_view text);

}  // namespace aiagent::base
