#include "ui/widgets/markdown/code_tokenizer.h"

#include <algorithm>
#include <array>

namespace aiagent::widgets::markdown {
namespace {

constexpr int kPlain = 0;
constexpr int kInComment = 1;
constexpr int kInLongString = 2;  // and up: which of the language's long quotes

QStringView view(std::u16string_view text) {
  return QStringView(text.data(), qsizetype(text.size()));
}

bool isWordStart(QChar c) {
  return c.isLetter() || c == u'_' || c == u'$' || c == u'@';
}
bool isWordPart(QChar c) {
  return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

class LineReader {
 public:
  LineReader(const CodeLanguage& language, QStringView line, std::vector<CodeToken>* tokens)
      : m_language(language), m_line(line), m_tokens(tokens) {}

  int read(int state);

 private:
  bool at(std::u16string_view what) const { return !what.empty() && m_line.mid(m_at).startsWith(view(what)); }
  void add(qsizetype from, qsizetype to, TokenKind kind) {
    if (m_tokens && to > from) m_tokens->push_back({int(from), int(to - from), kind});
  }
  // Reads up to and with `end`; false when the line is over before it.
  bool readUntil(std::u16string_view end, qsizetype from, TokenKind kind);
  int resume(int state);
  int readOne();
  void readString(QChar quote);
  void readNumber();
  void readWord();
  bool colonFollows() const;

  const CodeLanguage& m_language;
  QStringView m_line;
  std::vector<CodeToken>* m_tokens;
  qsizetype m_at = 0;
};

bool LineReader::readUntil(std::u16string_view end, qsizetype from, TokenKind kind) {
  const auto found = m_line.indexOf(view(end), m_at);
  m_at = found < 0 ? m_line.size() : found + qsizetype(end.size());
  add(from, m_at, kind);
  return found >= 0;
}

int LineReader::resume(int state) {
  if (state == kInComment) return readUntil(m_language.blockEnd, 0, TokenKind::Comment) ? kPlain : state;
  const auto quote = std::size_t(state - kInLongString);
  if (state < kInLongString || quote >= m_language.longQuotes.size()) return kPlain;
  return readUntil(m_language.longQuotes[quote], 0, TokenKind::String) ? kPlain : state;
}

int LineReader::read(int state) {
  state = resume(state);
  while (state == kPlain && m_at < m_line.size()) state = readOne();
  return state;
}

int LineReader::readOne() {
  const qsizetype from = m_at;
  const QChar c = m_line[m_at];
  for (const auto mark : m_language.lineComments) {
    // '#' begins a comment at the beginning of a word only: "a#b" and "$#" are none.
    const bool inWord = mark == u"#" && from > 0 && !m_line[from - 1].isSpace();
    if (!at(mark) || inWord) continue;
    m_at = m_line.size();
    add(from, m_at, TokenKind::Comment);
    return kPlain;
  }
  if (at(m_language.blockBegin)) {
    m_at += qsizetype(m_language.blockBegin.size());
    return readUntil(m_language.blockEnd, from, TokenKind::Comment) ? kPlain : kInComment;
  }
  for (std::size_t i = 0; i < m_language.longQuotes.size(); ++i) {
    if (!at(m_language.longQuotes[i])) continue;
    m_at += qsizetype(m_language.longQuotes[i].size());
    return readUntil(m_language.longQuotes[i], from, TokenKind::String) ? kPlain : kInLongString + int(i);
  }
  if (view(m_language.quotes).contains(c)) {
    readString(c);
  } else if (c.isDigit()) {
    readNumber();
  } else if (isWordStart(c)) {
    readWord();
  } else {
    ++m_at;
  }
  return kPlain;
}

bool LineReader::colonFollows() const {
  const QStringView rest = m_line.mid(m_at).trimmed();
  return m_language.keysBeforeColon && rest.startsWith(u':');
}

void LineReader::readString(QChar quote) {
  const qsizetype from = m_at++;
  while (m_at < m_line.size() && m_line[m_at] != quote) m_at += m_line[m_at] == u'\\' ? 2 : 1;
  m_at = std::min(m_at + 1, m_line.size());
  add(from, m_at, colonFollows() ? TokenKind::Key : TokenKind::String);
}

void LineReader::readNumber() {
  const qsizetype from = m_at;
  while (m_at < m_line.size() && (isWordPart(m_line[m_at]) || m_line[m_at] == u'.')) ++m_at;
  add(from, m_at, TokenKind::Number);
}

void LineReader::readWord() {
  const qsizetype from = m_at++;
  // Keys of YAML and attributes of markup hold hyphens.
  const bool hyphens = m_language.keysBeforeColon || m_language.markup;
  while (m_at < m_line.size() && (isWordPart(m_line[m_at]) || (hyphens && m_line[m_at] == u'-'))) ++m_at;
  const QStringView word = m_line.mid(from, m_at - from);
  if (m_language.markup) {
    const bool tag = from > 0 && (m_line[from - 1] == u'<' || m_line[from - 1] == u'/');
    if (tag) add(from, m_at, TokenKind::Keyword);
    return;
  }
  if (colonFollows()) return add(from, m_at, TokenKind::Key);
  const QString lower = m_language.anyCase ? word.toString().toLower() : QString();
  const QStringView looked = m_language.anyCase ? QStringView(lower) : word;
  const std::u16string_view plain(looked.utf16(), std::size_t(looked.size()));
  if (std::binary_search(m_language.keywords.begin(), m_language.keywords.end(), plain))
    add(from, m_at, TokenKind::Keyword);
}

void readDiff(QStringView line, std::vector<CodeToken>* tokens) {
  if (!tokens || line.isEmpty()) return;
  const auto whole = [&](TokenKind kind) { tokens->push_back({0, int(line.size()), kind}); };
  if (line.startsWith(u"+++") || line.startsWith(u"---") || line.startsWith(u"@@"))
    return whole(TokenKind::Comment);
  if (line[0] == u'+') whole(TokenKind::Added);
  if (line[0] == u'-') whole(TokenKind::Removed);
}

}  // namespace

int tokenizeLine(const CodeLanguage* language, QStringView line, int state, std::vector<CodeToken>* tokens) {
  if (!language) return 0;
  if (language->diff) {
    readDiff(line, tokens);
    return 0;
  }
  return LineReader(*language, line, tokens).read(state);
}

}  // namespace aiagent::widgets::markdown
