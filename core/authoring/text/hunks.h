// Hunks: changes that belong together, to be taken or left one by one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/text/diff.h"

namespace aiagent::authoring {

struct Hunk {
  ByteRange before;
  ByteRange after;
  std::size_t beforeLine = 1;  // of its first line, counted from 1
  std::size_t afterLine = 1;
  std::vector<Change> changes;  // within it, with the equal pieces around them
  bool operator==(const Hunk&) const = default;
};

// Whole lines with `contextLines` unchanged ones around them; changes whose context meets are one hunk. In
// order, never overlapping.
std::vector<Hunk> lineHunks(std::string_view before, std::string_view after, std::size_t contextLines = 3);
// One for each change of diffText: a word replaced is a hunk of its own. No context.
std::vector<Hunk> wordHunks(std::string_view before, std::string_view after);

// `before` with those hunks applied that are chosen (`chosen[i]` for `hunks[i]`, missing ones are not): with
// all of them it is `after`, with none `before`. The hunks must be of these two texts, in order.
std::string applyHunks(std::string_view before, std::string_view after, const std::vector<Hunk>& hunks,
                       const std::vector<bool>& chosen);

}  // namespace aiagent::authoring
