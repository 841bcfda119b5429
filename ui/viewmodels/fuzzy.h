// Fuzzy matching of what is typed into the command palette.
#pragma once

#include <QString>
#include <vector>

namespace aiagent::ui {

struct FuzzyMatch {
  int score = 0;               // higher is better; 0: no match
  std::vector<int> positions;  // of the matched characters in the candidate
};

// All characters of `pattern` in order in `candidate`, blanks ignored, case and accents ignored. Word
// beginnings and runs of characters count more; short candidates come before long ones.
FuzzyMatch fuzzyMatch(const QString& pattern, const QString& candidate);

}  // namespace aiagent::ui
