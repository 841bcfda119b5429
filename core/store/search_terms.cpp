#include "core/store/search_terms.h"

#include <algorithm>
#include <deque>

#include "core/base/utf8.h"

namespace aiagent::store {
namespace {

constexpr std::size_t kMostWords = 16;

std::string quotedWord(std::string_view word) {
  std::string text = "\"";
  for (const char c : word) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

// A run of single characters is looked up pair by pair (see Tokenizer).
void appendExpression(std::string& expression, const SearchTerm& term) {
  const auto add = [&expression](const std::string& word, bool prefix) {
    if (!expression.empty()) expression += " AND ";
    expression += quotedWord(word);
    if (prefix) expression += " *";
  };
  if (term.words.size() == 1) return add(term.words.front(), term.prefix);
  for (std::size_t i = 0; i + 1 < term.words.size(); ++i) add(term.words[i] + term.words[i + 1], false);
}

struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The words of a text matched against the terms as they come by. Keeps no more of them than the longest term
// has.
class HitFinder {
 public:
  explicit HitFinder(const SearchTerms& terms) : m_terms(terms) {
    for (const auto& term : terms.terms) m_longest = std::max(m_longest, term.words.size());
  }

  void see(Word& word) {
    if (m_recent.size() == m_longest) m_recent.pop_front();
    m_recent.push_back(std::move(word));
    for (const auto& term : m_terms.terms)
      if (endsHere(term)) note(m_recent[m_recent.size() - term.words.size()].begin);
  }
  const std::vector<Hit>& hits() const { return m_hits; }

 private:
  bool endsHere(const SearchTerm& term) const {
    const std::size_t count = term.words.size();
    if (m_recent.size() < count) return false;
    const std::size_t first = m_recent.size() - count;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& text = m_recent[first + i].text;
      if (term.prefix ? !text.starts_with(term.words[i]) : text != term.words[i]) return false;
      if (i > 0 && m_recent[first + i - 1].end != m_recent[first + i].begin) return false;
    }
    return true;
  }
  void note(std::size_t begin) {
    if (m_hits.empty() || begin >= m_hits.back().end) m_hits.push_back({begin, m_recent.back().end});
  }

  const SearchTerms& m_terms;
  std::size_t m_longest = 1;
  std::deque<Word> m_recent;
  std::vector<Hit> m_hits;
};

bool continuesCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t characterStart(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && continuesCharacter(text[at])) --at;
  return std::min(at, text.size());
}

// A window's beginning: at a word's start when one is near.
std::size_t windowBegin(std::string_view text, std::size_t hit, std::size_t before) {
  if (hit <= before) return 0;
  const std::size_t from = characterStart(text, hit - before);
  const std::size_t blank = text.find_first_of(" \n\t", from);
  return blank != std::string_view::npos && blank < hit && blank - from < 24 ? blank + 1 : from;
}

std::vector<Hit> findHits(Tokenizer& tokenizer, const SearchTerms& terms, std::string_view text,
                          std::size_t length) {
  HitFinder finder(terms);
  tokenizer.eachWord(text, [&](Word& word) {
    const auto begin = word.begin;
    finder.see(word);
    return finder.hits().empty() || begin < finder.hits().front().begin + length;
  });
  return finder.hits();
}

// Line breaks as blanks, and control characters too: the marks are ours alone.
void appendPlain(std::string& snippet, std::string_view piece) {
  for (const char c : piece) snippet += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}

std::string markedWindow(std::string_view text, const std::vector<Hit>& hits, std::size_t begin,
                         std::size_t end) {
  std::string snippet = begin > 0 ? "…" : "";
  std::size_t at = begin;
  for (const auto& hit : hits) {
    if (hit.begin < at) continue;
    if (hit.end > end) break;
    appendPlain(snippet, text.substr(at, hit.begin - at));
    snippet += kMarkBegin;
    appendPlain(snippet, text.substr(hit.begin, hit.end - hit.begin));
    snippet += kMarkEnd;
    at = hit.end;
  }
  appendPlain(snippet, text.substr(at, end - at));
  if (end < text.size()) snippet += "…";
  return snippet;
}

}  // namespace

std::string SearchTerms::expression() const {
  std::string expression;
  for (const auto& term : terms) appendExpression(expression, term);
  return expression;
}

SearchTerms parseSearch(Tokenizer& tokenizer, std::string_view typed) {
  SearchTerms search;
  auto words = tokenizer.words(base::utf8Prefix(typed, 1'000));
  if (words.size() > kMostWords) words.resize(kMostWords);
  std::size_t end = 0;
  bool joins = false;
  for (auto& word : words) {
    search.key += (search.key.empty() ? "" : " ") + word.text;
    const bool continues = joins && word.single && word.begin == end;
    if (!continues) search.terms.emplace_back();
    end = word.end;
    joins = word.single;
    search.terms.back().words.push_back(std::move(word.text));
  }
  if (!search.terms.empty()) search.terms.back().prefix = !joins;
  return search;
}

std::string snippetOf(Tokenizer& tokenizer, const SearchTerms& terms, std::string_view text,
                      SnippetOptions options) {
  text = base::utf8Prefix(text, std::max(options.searched, options.length));
  const auto hits = findHits(tokenizer, terms, text, options.length);
  if (hits.empty()) return {};
  const std::size_t begin = windowBegin(text, hits.front().begin, options.length / 3);
  const std::size_t wanted = std::max(begin + options.length, hits.front().end);
  const std::size_t end = wanted >= text.size() ? text.size() : characterStart(text, wanted);
  return markedWindow(text, hits, begin, end);
}

}  // namespace aiagent::store
