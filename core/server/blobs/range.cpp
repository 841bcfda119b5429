#include "core/server/blobs/range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace aiagent::server {
namespace {

std::optional<std::uint64_t> numberOf(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

}  // namespace

ByteRange rangeOf(std::string_view header, std::uint64_t size) {
  const ByteRange whole{ByteRange::Kind::Whole, 0, size};
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit)) return whole;
  header.remove_prefix(kUnit.size());
  const auto dash = header.find('-');
  if (dash == std::string_view::npos) return whole;
  const auto first = numberOf(header.substr(0, dash));
  const auto last = numberOf(header.substr(dash + 1));
  if (dash == 0 && last) {
    const auto length = std::min(*last, size);
    if (length == 0) return {ByteRange::Kind::Unsatisfiable, 0, 0};
    return {ByteRange::Kind::Part, size - length, length};
  }
  if (!first || (!last && dash + 1 != header.size()) || (last && *last < *first)) return whole;
  if (*first >= size) return {ByteRange::Kind::Unsatisfiable, 0, 0};
  const auto end = last ? std::min(*last, size - 1) : size - 1;
  return {ByteRange::Kind::Part, *first, end - *first + 1};
}

}  // namespace aiagent::server
