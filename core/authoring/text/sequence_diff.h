// What two sequences of symbols have in common, in order. E. Myers, "An O(ND) Difference Algorithm and Its
// Variations" (1986), in linear space, with a limit to its work: beyond it the sequences are cut at symbols
// that occur once on each side, and where there are none, at the furthest point reached. What then is found
// is less than the most they have in common, but it is always true, and found in time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/authoring/text/symbols.h"

namespace aiagent::authoring {

// a[i .. i+length) == b[j .. j+length)
struct Match {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t length = 0;
  bool operator==(const Match&) const = default;
};

struct DiffBudget {
  std::size_t steps = 2'500'000;  // comparisons in all: about 15 ms
  std::size_t reach = 600;        // edits looked for in one piece before it is cut
  bool uniqueFirst = false;       // cut at what occurs once first: reads better for lines
};

struct CommonParts {
  std::vector<Match> matches;  // ascending in both, none empty, none touching the one before in both
  std::size_t steps = 0;       // of the budget used
};

// The same on every platform.
CommonParts commonParts(const std::vector<Symbol>& a, const std::vector<Symbol>& b, const DiffBudget& budget);

}  // namespace aiagent::authoring
