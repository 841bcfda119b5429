#include "core/wire/loose_string.h"

#include <charconv>
#include <cstdint>
#include <string_view>

namespace aiagent::wire {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void appendUtf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += char(code);
  } else if (code < 0x800) {
    out += char(0xC0 | (code >> 6));
    out += char(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += char(0xE0 | (code >> 12));
    out += char(0x80 | ((code >> 6) & 0x3F));
    out += char(0x80 | (code & 0x3F));
  } else {
    out += char(0xF0 | (code >> 18));
    out += char(0x80 | ((code >> 12) & 0x3F));
    out += char(0x80 | ((code >> 6) & 0x3F));
    out += char(0x80 | (code & 0x3F));
  }
}

bool isHighSurrogate(std::uint32_t code) {
  return code >= 0xD800 && code <= 0xDBFF;
}
bool isLowSurrogate(std::uint32_t code) {
  return code >= 0xDC00 && code <= 0xDFFF;
}

// Reads "\uXXXX" at `at`; moves past it when it is one.
bool readUnit(const char*& at, std::uint32_t& unit) {
  if (at[0] != '\\' || at[1] != 'u') return false;
  std::size_t digits = 0;
  while (digits < 4 && at[2 + digits] != '\0' && at[2 + digits] != '"') ++digits;
  const auto [end, error] = std::from_chars(at + 2, at + 2 + digits, unit, 16);
  if (error != std::errc() || end != at + 6) return false;
  at += 6;
  return true;
}

void appendUnit(std::string& out, const char*& at) {
  std::uint32_t unit = 0, second = 0;
  if (!readUnit(at, unit)) {
    at += 2;
    out += kReplacement;
    return;
  }
  const char* next = at;
  if (isHighSurrogate(unit) && readUnit(next, second) && isLowSurrogate(second)) {
    at = next;
    appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00));
  } else if (isHighSurrogate(unit) || isLowSurrogate(unit)) {
    out += kReplacement;
  } else {
    appendUtf8(out, unit);
  }
}

void appendEscape(std::string& out, const char*& at) {
  constexpr std::string_view kNames = "\"\\/bfnrt", kValues = "\"\\/\b\f\n\r\t";
  if (at[1] == 'u') return appendUnit(out, at);
  const auto known = kNames.find(at[1]);
  if (known == std::string_view::npos)
    out += kReplacement;
  else
    out += kValues[known];
  at += 2;
}

}  // namespace

std::string looselyUnescaped(const char* raw) {
  std::string out;
  while (*raw != '"' && *raw != '\0') {
    if (*raw == '\\')
      appendEscape(out, raw);
    else
      out += *raw++;
  }
  return out;
}

}  // namespace aiagent::wire
