// Tokenizer: text to words, the same way for the full-text indexes, for queries and for snippets.
//
// Words are SQLite's unicode61 words, folded to lower case without diacritics, with two differences: marks
// that belong to letters (Indic vowel signs) do not end a word, and characters of scripts that are written
// without blanks (Han, kana, Hangul, Thai, Lao, Khmer, Myanmar) and emoji are words of their own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace aiagent::store {

struct Word {
  std::string text;       // folded
  std::size_t begin = 0;  // bytes of the original
  std::size_t end = 0;
  bool single = false;  // one character of a script without blanks
};

// Belongs to one connection and its thread.
class Tokenizer {
 public:
  // Registers "aiagent" with the handle's FTS5. In an index each such character stands as itself and, with
  // its neighbour, as a pair, so that two characters are found without comparing positions.
  explicit Tokenizer(sqlite3* handle);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // `visit` returns false to end early. The word may be moved from.
  void eachWord(std::string_view text, const std::function<bool(Word&)>& visit);
  std::vector<Word> words(std::string_view text);
  // The words joined by blanks: a key for sorting and for finding names by their start.
  std::string key(std::string_view text);

  struct Shared;

 private:
  Shared* m_shared;  // owned by FTS5's registration, which outlives this
  void* m_instance;
};

}  // namespace aiagent::store
