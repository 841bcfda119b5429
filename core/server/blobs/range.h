// The Range header (RFC 9110 section 14.2), as far as a download needs it.
#pragma once

#include <cstdint>
#include <string_view>

namespace aiagent::server {

struct ByteRange {
  enum class Kind { Whole, Part, Unsatisfiable } kind = Kind::Whole;
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

// What is no single range of bytes counts as none: the whole is a right answer to it.
ByteRange rangeOf(std::string_view header, std::uint64_t size);

}  // namespace aiagent::server
