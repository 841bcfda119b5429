// Tokens: the pieces that texts are compared and merged by.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace aiagent::authoring {

// Bytes [begin, end) of a text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  bool operator==(const ByteRange&) const = default;
};

// Both cut a text into pieces that, put together, are the text again. The pieces point into it. A
// {{placeholder}} is never cut, neither is a grapheme.

// Each with its line end: LF, CR LF or a lone CR. The last may have none.
std::vector<std::string_view> splitLines(std::string_view text);
// Words, runs of blanks, and single marks, symbols and line ends; one character each of the scripts that are
// written without blanks (Han, kana, Hangul, Thai, Lao, Khmer, Myanmar).
std::vector<std::string_view> splitTokens(std::string_view text);

bool isBlankToken(std::string_view token);  // of blanks within a line
bool isWordToken(std::string_view token);   // begins with a letter, a digit, '_' or non-ASCII

}  // namespace aiagent::authoring
