// What a person types into a search box, as terms: for the full-text indexes, and to mark hits in a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/store/tokenizer.h"

namespace aiagent::store {

// One word, or a run of characters of a script without blanks that must stand next to each other.
struct SearchTerm {
  std::vector<std::string> words;
  bool prefix = false;  // the last word typed may go on
};

struct SearchTerms {
  std::vector<SearchTerm> terms;
  std::string key;  // the words joined by blanks, as in agent.name_key

  bool empty() const { return terms.empty(); }
  // FTS5's expression: all terms. Quotes and operators cannot get in, because words hold letters and digits.
  std::string expression() const;
};

// At most the first 16 words of a query count.
SearchTerms parseSearch(Tokenizer& tokenizer, std::string_view typed);

inline constexpr char kMarkBegin = '\x02';
inline constexpr char kMarkEnd = '\x03';

// About `characters` bytes of `text` around the first hit, hits marked, line breaks as blanks, "…" where it
// was cut. Empty when there is no hit within the first `searched` bytes.
struct SnippetOptions {
  std::size_t length = 160;
  std::size_t searched = 256u << 10;
};
std::string snippetOf(Tokenizer& tokenizer, const SearchTerms& terms, std::string_view text,
                      SnippetOptions options = {});

}  // namespace aiagent::store
