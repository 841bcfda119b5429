// Likeness: whether two texts have enough in common to be told, or merged, word by word.
#pragma once

#include <string_view>
#include <vector>

#include "core/authoring/text/sequence_diff.h"

namespace aiagent::authoring {

// Whether the matches hold at least a quarter of the letters of the text that has fewer. Below that the words
// in common are chance ("the", "and"), and what is made of them reads like a patchwork.
bool areAlike(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b,
              const std::vector<Match>& matches);

}  // namespace aiagent::authoring
