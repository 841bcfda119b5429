// Three-way merge of texts: what two people made of one text, in one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/text/tokens.h"

namespace aiagent::authoring {

// Where both changed the same place differently. `result` is where theirs stands in the merged text; it is
// empty where they deleted what the other edited.
struct TextConflict {
  ByteRange base;
  ByteRange mine;
  ByteRange theirs;
  ByteRange result;
  bool operator==(const TextConflict&) const = default;
};

struct TextMerge {
  std::string text;
  std::vector<TextConflict> conflicts;  // in order
  bool whole = false;  // not merged at all: the text is theirs, one conflict covers everything

  bool clean() const { return conflicts.empty(); }
  bool operator==(const TextMerge&) const = default;
};

struct MergeLimits {
  std::size_t longestInput = 256u << 10;  // bytes; a longer text is merged only where a side is unchanged
  std::size_t longestResult = 16u << 20;
};

// diff3 by lines, and by tokens within lines that both changed (S. Khanna, K. Kunal and B. Pierce, "A Formal
// Investigation of Diff3", 2007). Where they still overlap, theirs stays and a conflict tells the three
// pieces: no marker is ever written into a text, and nothing is placed by guess. Lines that a side wrote anew
// are not merged by tokens. A merge that would make a
// placeholder that nobody wrote, leave braces open or pass the limits is a conflict as a whole.
//
// Sure of a clean merge: every token is of one of the three texts, what either side inserted is there, what a
// side deleted and the other left alone is not, and exchanging mine and theirs changes nothing.
TextMerge mergeText(std::string_view base, std::string_view mine, std::string_view theirs,
                    const MergeLimits& limits = {});

}  // namespace aiagent::authoring
