#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/runs/model_catalog.h"

namespace aiagent::runs {
namespace {

// How text falls apart into tokens, by script. The weights were fitted to o200k_base on prose and interface
// text in 18 languages and on code in six; tests/unit/runs/token_estimate_test.cpp holds counts of texts that
// were not part of the fit.
enum class Script {
  Ascii,
  Latin,
  Cyrillic,
  Greek,
  Hebrew,
  Arabic,
  Indic,
  SouthEast,
  Kana,
  Hangul,
  Han,
  Emoji,
  Other
};

constexpr double kWord = 0.93, kWordLonger = 0.40;          // and for each letter beyond the 7th
constexpr double kAccented = 1.05, kAccentedLonger = 0.48;  // words with accents: beyond the 3rd
constexpr double kCyrillic = 1.2, kCyrillicLonger = 0.31, kGreek = 1.37,
                 kGreekLonger = 0.46;                                     // beyond the 4th
constexpr double kThreeDigits = 1.2, kMarks = 0.85, kMarksLonger = 0.22;  // marks beyond the 2nd of a run
constexpr double kBlanks = 0.75, kLineEnds = 0.55, kTabs = 0.8;

struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 1;
};

// Lenient: a broken byte is a character of its own.
Character characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto first = byte(0);
  if (first < 0xC0) return {first < 0x80 ? first : 0xFFFD, 1};
  if (first < 0xE0) return {((first & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

struct Range {
  std::uint32_t from, to;
  Script script;
};

constexpr Range kRanges[] = {
    {0x0000, 0x007F, Script::Ascii},  {0x00C0, 0x024F, Script::Latin},    {0x0300, 0x036F, Script::Latin},
    {0x0370, 0x03FF, Script::Greek},  {0x0400, 0x052F, Script::Cyrillic}, {0x0590, 0x05FF, Script::Hebrew},
    {0x0600, 0x077F, Script::Arabic}, {0x0900, 0x0DFF, Script::Indic},    {0x0E00, 0x0FFF, Script::SouthEast},
    {0x1E00, 0x1EFF, Script::Latin},  {0x3040, 0x30FF, Script::Kana},     {0x3400, 0x4DBF, Script::Han},
    {0x4E00, 0x9FFF, Script::Han},    {0xAC00, 0xD7AF, Script::Hangul},   {0xF900, 0xFAFF, Script::Han},
    {0xFB50, 0xFDFF, Script::Arabic}, {0x1F000, 0x1FAFF, Script::Emoji},  {0x20000, 0x3FFFF, Script::Han},
};

Script scriptOf(std::uint32_t code) {
  for (const auto& range : kRanges) {
    if (code < range.from) return Script::Other;
    if (code <= range.to) return range.script;
  }
  return Script::Other;
}

// Scripts whose tokens are counted by the character.
double perCharacter(Script script) {
  switch (script) {
    case Script::Hebrew: return 0.60;
    case Script::Arabic: return 0.42;
    case Script::Indic: return 0.40;
    case Script::SouthEast: return 0.44;
    case Script::Kana: return 0.74;
    case Script::Hangul: return 0.72;
    case Script::Han: return 0.82;
    case Script::Emoji: return 1.8;
    default: return 0.6;
  }
}

bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isBlank(char c) {
  return c == ' ';
}
bool isTab(char c) {
  return c == '\t';
}
bool isLineEnd(char c) {
  return c == '\n' || c == '\r';
}
bool isAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool isMark(char c) {
  return isAscii(c) && c > ' ' && !isUpper(c) && !isLower(c) && !isDigit(c);
}

double longer(std::size_t length, std::size_t free, double each) {
  return length > free ? double(length - free) * each : 0;
}

class Estimate {
 public:
  explicit Estimate(std::string_view text) : m_text(text) {}

  double tokens() {
    double sum = 0;
    while (m_at < m_text.size()) sum += next();
    return sum;
  }

 private:
  double next() {
    const char c = m_text[m_at];
    if (isDigit(c)) return kThreeDigits * double((run(isDigit) + 2) / 3);
    if (isBlank(c)) return run(isBlank) > 1 ? kBlanks : 0;  // a single one belongs to the word behind it
    if (isLineEnd(c)) return run(isLineEnd), kLineEnds;
    if (isTab(c)) return run(isTab), kTabs;
    if (isMark(c)) return kMarks + longer(run(isMark), 2, kMarksLonger);
    const auto character = characterAt(m_text, m_at);
    const auto script = scriptOf(character.code);
    if (isUpper(c) || isLower(c) || script == Script::Latin) return word();
    if (script == Script::Cyrillic) return kCyrillic + longer(letters(script), 4, kCyrillicLonger);
    if (script == Script::Greek) return kGreek + longer(letters(script), 4, kGreekLonger);
    m_at += character.bytes;
    return perCharacter(script);
  }

  template <class Fits>
  std::size_t run(Fits fits) {
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && fits(m_text[m_at])) ++m_at;
    return m_at - begin;
  }

  std::size_t letters(Script script) {
    std::size_t count = 0;
    for (; m_at < m_text.size(); ++count) {
      const auto character = characterAt(m_text, m_at);
      if (scriptOf(character.code) != script) break;
      m_at += character.bytes;
    }
    return count;
  }

  // One word of Latin letters; camelCase and HTTPServer are two.
  double word() {
    std::size_t length = run(isUpper), others = 0;
    const bool lowerFollows = m_at < m_text.size() && isLower(m_text[m_at]);
    if (length > 1 && lowerFollows) {
      --m_at;
      return kWord + longer(length - 1, 7, kWordLonger);
    }
    if (length > 1) return kWord + longer(length, 7, kWordLonger);
    for (; m_at < m_text.size(); ++length) {
      const auto character = characterAt(m_text, m_at);
      if (scriptOf(character.code) == Script::Latin)
        ++others;
      else if (!isLower(m_text[m_at]))
        break;
      m_at += character.bytes;
    }
    return others > 0 ? kAccented + longer(length, 3, kAccentedLonger)
                      : kWord + longer(length, 7, kWordLonger);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

}  // namespace

std::int64_t estimateTokens(std::string_view text) {
  return text.empty() ? 0 : std::max<std::int64_t>(1, std::llround(Estimate(text).tokens()));
}

}  // namespace aiagent::runs
