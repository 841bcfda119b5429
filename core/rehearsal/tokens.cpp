#include "core/rehearsal/tokens.h"

#include <algorithm>

namespace aiagent::rehearsal {
namespace {

constexpr std::size_t kLongestPiece = 6;  // bytes after the leading blanks

bool isSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool isContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
// From U+0800 on (CJK, emoji …) a character is a token of its own.
bool standsAlone(char c) {
  return static_cast<unsigned char>(c) >= 0xE0;
}

std::size_t characterEnd(std::string_view text, std::size_t i) {
  ++i;
  while (i < text.size() && isContinuation(text[i])) ++i;
  return i;
}

// Where the token that begins at `i` ends: at most eight blanks, then letters of one word.
std::size_t tokenEnd(std::string_view text, std::size_t i) {
  const std::size_t begin = i;
  while (i < text.size() && isSpace(text[i]) && i - begin < 8) ++i;
  const std::size_t word = i;
  while (i < text.size() && !isSpace(text[i])) {
    if (standsAlone(text[i])) return i == word ? std::min(characterEnd(text, i), i + 4) : i;
    const auto next = std::min(characterEnd(text, i), i + 4);
    if (next - word > kLongestPiece && i > word) return i;
    i = next;
  }
  return i;
}

}  // namespace

std::vector<std::string_view> splitTokens(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = tokenEnd(text, i);
    pieces.push_back(text.substr(i, end - i));
    i = end;
  }
  return pieces;
}

std::int64_t countTokens(std::string_view text) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i = tokenEnd(text, i);
  return count;
}

}  // namespace aiagent::rehearsal
