#include "core/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace aiagent::base {
namespace {

bool isContinuation(unsigned byte) {
  return (byte & 0xC0) == 0x80;
}

// Length of the well-formed character at `text[i]`, 0 if there is none (RFC 3629, section 4).
std::size_t characterLength(std::string_view text, std::size_t i) {
  const auto at = [&](std::size_t k) -> unsigned {
    return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u;
  };
  const unsigned first = at(i), second = at(i + 1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return isContinuation(at(i + 1)) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool secondFits =
        isContinuation(at(i + 1)) && !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second > 0x9F);
    return secondFits && isContinuation(at(i + 2)) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool secondFits =
        isContinuation(at(i + 1)) && !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second > 0x8F);
    return secondFits && isContinuation(at(i + 2)) && isContinuation(at(i + 3)) ? 4 : 0;
  }
  return 0;
}

// The first offset from `i` on where eight bytes are not all ASCII, or fewer are left.
std::size_t pastAscii(std::string_view text, std::size_t i) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  return i;
}

}  // namespace

std::size_t firstInvalidUtf8(std::string_view text) {
  std::size_t i = 0;
  while ((i = pastAscii(text, i)) < text.size()) {
    const std::size_t length = characterLength(text, i);
    if (length == 0) return i;
    i += length;
  }
  return text.size();
}

bool isValidUtf8(std::string_view text) {
  return firstInvalidUtf8(text) == text.size();
}

std::string toValidUtf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    const std::size_t good = firstInvalidUtf8(text);
    valid.append(text.substr(0, good));
    if (good == text.size()) break;
    valid.append("\xEF\xBF\xBD");
    std::size_t next = good + 1;
    while (next < text.size() && isContinuation(static_cast<unsigned char>(text[next]))) ++next;
    text.remove_prefix(next);
  }
  return valid;
}

std::string_view utf8Prefix(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && isContinuation(static_cast<unsigned char>(text[bytes]))) --bytes;
  return text.substr(0, bytes);
}

std::string_view trimmed(std::string_view text) {
  const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace aiagent::base
