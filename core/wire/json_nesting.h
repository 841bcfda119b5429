// How deep bytes of JSON are nested, followed from piece to piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aiagent::wire {

class JsonNesting {
 public:
  // The value begins with the next byte, which must open an object or an array.
  void restart() { *this = {}; }
  // The offset behind the bracket that closes the value; npos: it goes on. Brackets are counted and not
  // matched, and texts are skipped: whether it is JSON is for a parser to say.
  std::size_t endIn(std::string_view bytes);

 private:
  std::uint64_t escapedIn(std::uint64_t backslashes);
  std::size_t endInBlock(const char* text);
  bool endsWith(char each);

  std::size_t m_depth = 0;
  bool m_inText = false, m_escaped = false;
};

}  // namespace aiagent::wire
