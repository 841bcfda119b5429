// Improvement: a model's edits of a prompt, as edits that are accepted or rejected one by one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace aiagent::authoring {

struct PromptEdit {
  std::size_t begin = 0, end = 0;  // bytes of the text that are replaced; never empty
  std::string replacement;
  std::string reason;
  bool operator==(const PromptEdit&) const = default;
};

enum class EditFault { NotFound, NotUnique, NoChange };

// An edit that is shown but cannot be applied; where it would have to go is never guessed.
struct UnusableEdit {
  EditFault fault;
  std::string find, replacement, reason;
  bool operator==(const UnusableEdit&) const = default;
};

struct Improvement {
  std::vector<PromptEdit>
      edits;  // in the order of the text; of two at one place the model's first comes first
  std::vector<UnusableEdit> unusable;
  std::string summary;
  bool operator==(const Improvement&) const = default;
};

// `answer` is the text of an answer to improve(); `before` the prompt that was sent. BadResponse when there
// is no such object in it; `said` is then its beginning.
base::Result<Improvement> readImprovement(std::string_view before, std::string_view answer);

// Two edits that touch the same text: only one of them can be accepted.
inline bool overlap(const PromptEdit& one, const PromptEdit& other) {
  return one.begin < other.end && other.begin < one.end;
}
// Indices of the edits that cannot be accepted together with edit `index`.
std::vector<std::size_t> rivalsOf(const std::vector<PromptEdit>& edits, std::size_t index);

// The text with the accepted edits; `accepted` as long as `edits`. Of overlapping ones the first is taken.
std::string applied(std::string_view before, const std::vector<PromptEdit>& edits,
                    const std::vector<bool>& accepted);

}  // namespace aiagent::authoring
