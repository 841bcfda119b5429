// A light tokenizer for the look of code: comments, strings, numbers, keywords. It understands no grammar; a
// language is a row of a table (code_languages.cpp).
#pragma once

#include <QString>
#include <span>
#include <vector>

namespace aiagent::widgets::markdown {

enum class TokenKind { Keyword, String, Number, Comment, Key, Added, Removed };

struct CodeToken {
  int from = 0;
  int length = 0;
  TokenKind kind = TokenKind::Keyword;
  bool operator==(const CodeToken&) const = default;
};

struct CodeLanguage {
  std::span<const std::u16string_view> keywords;  // sorted
  std::span<const std::u16string_view> lineComments;
  std::u16string_view blockBegin, blockEnd;         // empty: no such comments
  std::u16string_view quotes;                       // each opens and closes a string of one line
  std::span<const std::u16string_view> longQuotes;  // open and close strings of several lines
  bool keysBeforeColon = false;                     // JSON, YAML: "name": is a key
  bool anyCase = false;                             // keywords in any case; the table's are lower
  bool diff = false;                                // lines by their first character
  bool markup = false;                              // keywords are what follows '<'
};

// By the first word of a code block's info string, in any case; null when unknown.
const CodeLanguage* findLanguage(QStringView name);

// Tokens of one line, ascending, appended to `tokens` when it is not null. `state` is 0 at the beginning of a
// text, else what the line before returned.
int tokenizeLine(const CodeLanguage* language, QStringView line, int state, std::vector<CodeToken>* tokens);

}  // namespace aiagent::widgets::markdown
