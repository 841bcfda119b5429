// PaddedText: a copy of text with readable bytes behind it, as simdjson wants, kept from use to use.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace aiagent::wire {

class PaddedText {
 public:
  static constexpr std::size_t kPadding = 64;     // at least SIMDJSON_PADDING; checked where that is known
  static constexpr std::size_t kKept = 1u << 20;  // a larger copy's memory is given back by the next call

  // Valid until the next call of either.
  const char* copy(std::string_view text);
  // Memory for `size` bytes and the padding, its contents undefined.
  char* reserve(std::size_t size);
  const char* bytes() const { return m_bytes.get(); }
  std::size_t capacity() const { return m_capacity; }  // with the padding

 private:
  std::unique_ptr<char[]> m_bytes;
  std::size_t m_capacity = 0;
};

}  // namespace aiagent::wire
