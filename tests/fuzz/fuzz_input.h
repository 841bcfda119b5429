// FuzzInput: takes values off the bytes a fuzzer gives. Requirements are checked with FUZZ_REQUIRE, which
// stops the fuzzer also where CHECK would be compiled for another purpose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#define FUZZ_REQUIRE(expression)                                                    \
  do {                                                                              \
    if (!(expression)) {                                                            \
      std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #expression); \
      std::abort();                                                                 \
    }                                                                               \
  } while (false)

namespace aiagent::fuzz {

class FuzzInput {
 public:
  FuzzInput(const std::uint8_t* data, std::size_t size) : m_left(reinterpret_cast<const char*>(data), size) {}

  bool empty() const { return m_left.empty(); }
  std::uint8_t byte() {
    if (m_left.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(m_left.front());
    m_left.remove_prefix(1);
    return value;
  }
  // Up to the next zero byte, or the rest.
  std::string text() {
    const auto end = m_left.find('\0');
    const auto found = m_left.substr(0, end);
    m_left.remove_prefix(end == std::string_view::npos ? m_left.size() : end + 1);
    return std::string(found);
  }
  std::string_view rest() const { return m_left; }

 private:
  std::string_view m_left;
};

}  // namespace aiagent::fuzz
