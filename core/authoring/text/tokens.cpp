#include "core/authoring/text/tokens.h"

#include <algorithm>
#include <cstdint>

#include "core/authoring/text/graphemes.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

enum class Class { Word, Blank, Single };

struct Range {
  std::uint32_t first, last;
  Class kind;
};

// Above ASCII: what is no letter of a word. Everything else is.
constexpr Range kClasses[] = {
    {0x0080, 0x009F, Class::Single},   {0x00A0, 0x00A0, Class::Blank},    {0x00A1, 0x00A9, Class::Single},
    {0x00AB, 0x00B1, Class::Single},   {0x00B4, 0x00B4, Class::Single},   {0x00B6, 0x00B8, Class::Single},
    {0x00BB, 0x00BF, Class::Single},   {0x00D7, 0x00D7, Class::Single},   {0x00F7, 0x00F7, Class::Single},
    {0x060C, 0x060C, Class::Single},   {0x061B, 0x061F, Class::Single},   {0x06D4, 0x06D4, Class::Single},
    {0x0964, 0x0965, Class::Single},   {0x0E00, 0x0EFF, Class::Single},   {0x1000, 0x109F, Class::Single},
    {0x1100, 0x11FF, Class::Single},   {0x1780, 0x17FF, Class::Single},   {0x2000, 0x200B, Class::Blank},
    {0x200E, 0x2BFF, Class::Single},   {0x2E00, 0x2FFF, Class::Single},   {0x3000, 0x3000, Class::Blank},
    {0x3001, 0xA4CF, Class::Single},   {0xA960, 0xA97F, Class::Single},   {0xAC00, 0xFAFF, Class::Single},
    {0xFE10, 0xFE6F, Class::Single},   {0xFF00, 0xFF0F, Class::Single},   {0xFF1A, 0xFF20, Class::Single},
    {0xFF3B, 0xFF40, Class::Single},   {0xFF5B, 0xFFFF, Class::Single},   {0x16FE0, 0x1B2FF, Class::Single},
    {0x1F000, 0x1FBFF, Class::Single}, {0x20000, 0x10FFFF, Class::Single}};

bool isAsciiWord(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

Class classOf(const Grapheme& grapheme) {
  const auto code = grapheme.base;
  if (code < 0x80) {
    if (isAsciiWord(static_cast<unsigned char>(code))) return Class::Word;
    return (code == ' ' || code == '\t') && grapheme.bytes == 1 ? Class::Blank : Class::Single;
  }
  for (const auto& range : kClasses) {
    if (code < range.first) break;
    if (code <= range.last) return range.kind;
  }
  return Class::Word;
}

// An ASCII character that nothing can be joined to, because another one follows, is known at once.
Grapheme nextGrapheme(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80 && byte != '\r' &&
      (at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) < 0x80))
    return {byte, 1};
  return graphemeAt(text, at);
}

// The placeholders of a text, asked for from front to back.
class Placeholders {
 public:
  explicit Placeholders(std::string_view text) : m_uses(domain::findVariables(text)) {}

  // Where the placeholder that begins at `at` ends; `at` where there is none.
  std::size_t endOf(std::size_t at) {
    while (m_next < m_uses.size() && m_uses[m_next].begin < at) ++m_next;
    return m_next < m_uses.size() && m_uses[m_next].begin == at ? m_uses[m_next].end : at;
  }

 private:
  std::vector<domain::VariableUse> m_uses;
  std::size_t m_next = 0;
};

// Marks behind a placeholder belong to its last brace.
std::size_t withMarks(std::string_view text, std::size_t end) {
  return end - 1 + nextGrapheme(text, end - 1).bytes;
}

std::size_t tokenEnd(std::string_view text, std::size_t at, Placeholders& placeholders) {
  if (const auto end = placeholders.endOf(at); end != at) return withMarks(text, end);
  const auto first = nextGrapheme(text, at);
  const auto kind = classOf(first);
  std::size_t end = at + first.bytes;
  if (kind == Class::Single) return end;
  while (end < text.size()) {
    const auto next = nextGrapheme(text, end);
    if (classOf(next) != kind) break;
    end += next.bytes;
  }
  return end;
}

}  // namespace

std::vector<std::string_view> splitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  Placeholders placeholders(text);
  std::size_t begin = 0, at = 0;
  while (at < text.size()) {
    at = std::min(text.find_first_of("\n\r{", at), text.size());
    if (at == text.size()) break;
    if (text[at] == '{') {
      at = std::max(at + 1, placeholders.endOf(at));
      continue;
    }
    at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    lines.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

std::vector<std::string_view> splitTokens(std::string_view text) {
  std::vector<std::string_view> tokens;
  tokens.reserve(text.size() / 3);
  Placeholders placeholders(text);
  for (std::size_t at = 0; at < text.size();) {
    const auto end = tokenEnd(text, at, placeholders);
    tokens.push_back(text.substr(at, end - at));
    at = end;
  }
  return tokens;
}

bool isBlankToken(std::string_view token) {
  return !token.empty() && classOf(graphemeAt(token, 0)) == Class::Blank;
}

bool isWordToken(std::string_view token) {
  return !token.empty() &&
         (static_cast<unsigned char>(token[0]) >= 0x80 || isAsciiWord(static_cast<unsigned char>(token[0])));
}

}  // namespace aiagent::authoring
