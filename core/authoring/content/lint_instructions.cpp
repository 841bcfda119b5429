// Instructions that cannot both be followed. Every rule asks for the whole sentence to be of a known form, so
// that what depends on something ("if …", "for …") is never set against what does not.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/authoring/content/instructions.h"
#include "core/authoring/content/lint_rules.h"

namespace aiagent::authoring {
namespace {

using Words = std::vector<std::string>;

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 12> kOpeners = {"you", "must", "should", "shall", "will", "please",
                                                       "and", "also", "but",    "make",  "sure", "to"};
constexpr std::array<std::string_view, 8> kAdverbs = {"always", "only", "exclusively", "strictly",
                                                      "please", "just", "solely",      "directly"};
constexpr std::array<std::string_view, 4> kArticles = {"a", "an", "the", "any"};
constexpr std::array<std::string_view, 22> kConditions = {
    "if",     "unless",  "when",  "whenever",  "except", "while",     "until",   "before",
    "after",  "without", "for",   "otherwise", "then",   "depending", "instead", "however",
    "during", "once",    "where", "per",       "each",   "every"};
constexpr std::array<std::string_view, 34> kLanguages = {
    "english",    "german",  "french",     "spanish", "italian",   "portuguese", "dutch",
    "polish",     "russian", "ukrainian",  "chinese", "mandarin",  "japanese",   "korean",
    "arabic",     "turkish", "swedish",    "danish",  "norwegian", "finnish",    "czech",
    "slovak",     "greek",   "hebrew",     "hindi",   "hungarian", "romanian",   "bulgarian",
    "vietnamese", "thai",    "indonesian", "malay",   "persian",   "catalan"};
constexpr std::array<std::string_view, 8> kSpoken = {"plain",  "simple",  "clear",    "formal",
                                                     "fluent", "british", "american", "natural"};
constexpr std::array<std::string_view, 6> kFormats = {"json", "markdown", "html", "xml", "yaml", "csv"};
constexpr std::array<std::string_view, 8> kBeforeFormat = {"in",    "as", "with", "using",
                                                           "valid", "a",  "raw",  "single"};
constexpr std::array<std::string_view, 5> kBehindFormat = {"format", "object", "please", "only",
                                                           "exclusively"};
constexpr std::array<std::string_view, 12> kNumbers = {"one",   "two",   "three", "four", "five",   "six",
                                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

// Reads a sentence word by word.
class Cursor {
 public:
  explicit Cursor(const Words& words) : m_words(words) {}

  bool atEnd() const { return m_at >= m_words.size(); }
  std::string_view peek() const { return atEnd() ? std::string_view() : m_words[m_at]; }
  std::string_view next() { return atEnd() ? std::string_view() : std::string_view(m_words[m_at++]); }
  bool skip(std::string_view word) {
    if (peek() != word) return false;
    ++m_at;
    return true;
  }
  template <std::size_t N>
  void skipAll(const std::array<std::string_view, N>& words) {
    while (!atEnd() && isOneOf(words, peek())) ++m_at;
  }
  std::string rest() const {
    std::string text;
    for (auto i = m_at; i < m_words.size(); ++i)
      if (!isOneOf(kArticles, m_words[i])) text += (text.empty() ? "" : " ") + m_words[i];
    return text;
  }

 private:
  const Words& m_words;
  std::size_t m_at = 0;
};

enum class Order { None, Always, Never };

// "You must always X" and "never X", "do not X", "don't X"; `phrase` is X.
Order readOrder(const Words& words, std::string& phrase) {
  Cursor cursor(words);
  cursor.skipAll(kOpeners);
  Order order = Order::None;
  if (cursor.skip("always")) {
    order = Order::Always;
  } else if (cursor.skip("never") || cursor.skip("don't") || cursor.skip("don\u2019t")) {
    order = Order::Never;
  } else {
    cursor.skip("do");
    if (cursor.skip("not") && cursor.peek() != "always")
      order = Order::Never;  // "do not always X" forbids nothing
    cursor.skip("ever");
  }
  phrase = cursor.rest();
  return phrase.size() < 5 ? Order::None : order;
}

bool isAnswering(std::string_view word) {
  return word == "answer" || word == "respond" || word == "reply" || word == "speak";
}

// "Always answer in English only": the language; "" where it is no such sentence.
std::string readLanguage(const Words& words) {
  Cursor cursor(words);
  cursor.skipAll(kOpeners);
  cursor.skipAll(kAdverbs);
  if (!isAnswering(cursor.next())) return {};
  cursor.skipAll(kAdverbs);
  if (!cursor.skip("in")) return {};
  cursor.skipAll(kSpoken);
  const auto language = cursor.next();
  cursor.skipAll(kAdverbs);
  return cursor.atEnd() && isOneOf(kLanguages, language)
             ? std::string(language == "mandarin" ? "chinese" : language)
             : std::string();
}

// "Return only valid JSON": the format.
std::string readFormat(const Words& words) {
  Cursor cursor(words);
  cursor.skipAll(kOpeners);
  cursor.skipAll(kAdverbs);
  const auto verb = cursor.next();
  if (!isAnswering(verb) && verb != "output" && verb != "return") return {};
  cursor.skipAll(kAdverbs);
  cursor.skipAll(kBeforeFormat);
  cursor.skipAll(kAdverbs);
  std::string format(cursor.next());
  if (format == "plain" && cursor.skip("text"))
    format = "plain text";
  else if (!isOneOf(kFormats, format))
    return {};
  cursor.skipAll(kBehindFormat);
  return cursor.atEnd() ? format : std::string();
}

std::size_t readNumber(std::string_view word) {
  for (std::size_t i = 0; i < kNumbers.size(); ++i)
    if (word == kNumbers[i]) return i + 1;
  if (word.empty() || word.size() > 6 ||
      !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return 0;
  std::size_t number = 0;
  for (const char c : word) number = number * 10 + static_cast<std::size_t>(c - '0');
  return number;
}

std::string readUnit(std::string_view word) {
  for (const std::string_view unit : {"word", "sentence", "character", "paragraph", "line", "token"})
    if (word == unit ||
        (word.size() == unit.size() + 1 && word.substr(0, unit.size()) == unit && word.back() == 's'))
      return std::string(unit);
  return {};
}

struct Length {
  bool most = true;  // at most; else at least
  std::size_t count = 0;
  std::string unit;
};

// Whether the sentence speaks of the answer as a whole: "Answer in …", "Keep your answers …", "Your reply
// must …".
bool speaksOfAnswer(const Words& words) {
  const auto isAnswer = [](std::string_view word) {
    return word == "answer" || word == "answers" || word == "response" || word == "responses" ||
           word == "reply" || word == "replies";
  };
  Cursor cursor(words);
  cursor.skipAll(kOpeners);
  cursor.skipAll(kAdverbs);
  if (isAnswering(cursor.peek())) return true;
  for (const auto* word : {"keep", "limit", "all"}) cursor.skip(word);
  cursor.skip("your");
  cursor.skip("the");
  return isAnswer(cursor.next());
}

// "at most 50 words", "under three sentences", "50 words or fewer", "at least 300 words".
std::optional<Length> readLength(const Words& words) {
  if (!speaksOfAnswer(words)) return std::nullopt;
  for (const auto& word : words)
    if (isOneOf(kConditions, word)) return std::nullopt;
  std::optional<Length> found;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const auto count = readNumber(words[i]);
    const auto unit = readUnit(words[i + 1]);
    if (count == 0 || unit.empty()) continue;
    const auto& before = words[i - 1];
    const std::string two = i >= 2 ? words[i - 2] + " " + before : "";
    const std::string behind = i + 3 < words.size() ? words[i + 2] + " " + words[i + 3] : "";
    const bool least = two == "at least";
    const bool most = two == "at most" || two == "more than" || two == "fewer than" || two == "less than" ||
                      two == "up to" || two == "maximum of" || before == "under" || before == "below" ||
                      before == "within" || before == "exceed" || before == "maximum" ||
                      behind == "or fewer" || behind == "or less" || behind == "at most";
    const bool negated = two != "more than" || (i >= 3 && words[i - 3] == "no");
    if ((!least && !most) || !negated || found)
      return std::nullopt;  // two limits in one sentence belong together
    found = Length{!least, count, unit};
  }
  return found;
}

class Comparer {
 public:
  Comparer(std::string_view prompt, Findings& findings) : m_prompt(prompt), m_findings(findings) {}

  void look(const Instruction& sentence) {
    std::string phrase;
    if (const auto order = readOrder(sentence.words, phrase); order != Order::None)
      lookAtOrder(sentence, order, phrase);
    if (const auto language = readLanguage(sentence.words); !language.empty())
      oneOf("contradictory-language", m_languages, sentence, language);
    if (const auto format = readFormat(sentence.words); !format.empty())
      oneOf("contradictory-format", m_formats, sentence, format);
    if (const auto length = readLength(sentence.words)) lookAtLength(sentence, *length);
  }

 private:
  struct Said {
    std::string what;
    ByteRange range;
  };

  void tell(const char* rule, ByteRange earlier, ByteRange later, bool laterFirst = false) {
    std::string one(earlier.of(m_prompt)), other(later.of(m_prompt));
    if (laterFirst) std::swap(one, other);
    m_findings.push_back(
        {rule, Severity::Warning, "prompt", later, {std::move(one), std::move(other)}, {}, earlier});
  }

  void lookAtOrder(const Instruction& sentence, Order order, const std::string& phrase) {
    auto& own = order == Order::Always ? m_always : m_never;
    auto& others = order == Order::Always ? m_never : m_always;
    const std::pair key(sentence.group, phrase);
    if (const auto other = others.find(key); other != others.end() && m_toldPhrases.insert(key).second)
      tell("contradictory-instruction", other->second, sentence.range, order == Order::Always);
    own.emplace(key, sentence.range);
  }

  // A second language or format in one group is told; the first stays the measure.
  void oneOf(const char* rule, std::map<std::size_t, Said>& known, const Instruction& sentence,
             const std::string& what) {
    const auto [said, isNew] = known.emplace(sentence.group, Said{what, sentence.range});
    if (!isNew && said->second.what != what) tell(rule, said->second.range, sentence.range);
  }

  void lookAtLength(const Instruction& sentence, const Length& length) {
    for (const auto& [group, other, range] : m_lengths) {
      if (group != sentence.group || other.unit != length.unit) continue;
      const auto& most = length.most ? length : other;
      const auto& least = length.most ? other : length;
      const bool differs =
          length.most == other.most ? length.most && length.count != other.count : least.count > most.count;
      if (!differs) continue;
      tell("contradictory-length", range, sentence.range);
      break;
    }
    m_lengths.push_back({sentence.group, length, sentence.range});
  }

  struct LengthSaid {
    std::size_t group;
    Length length;
    ByteRange range;
  };

  std::string_view m_prompt;
  Findings& m_findings;
  std::map<std::pair<std::size_t, std::string>, ByteRange> m_always, m_never;
  std::set<std::pair<std::size_t, std::string>> m_toldPhrases;
  std::map<std::size_t, Said> m_languages, m_formats;
  std::vector<LengthSaid> m_lengths;
};

}  // namespace

void lintInstructions(std::string_view prompt, const Outline& outline, Findings& findings) {
  Comparer comparer(prompt, findings);
  for (const auto& sentence : readInstructions(prompt, outline)) comparer.look(sentence);
}

}  // namespace aiagent::authoring
