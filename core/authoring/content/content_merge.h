// Three-way merge of an agent's content, field by field.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/authoring/content/content_diff.h"
#include "core/authoring/text/merge.h"
#include "core/domain/agent.h"

namespace aiagent::authoring {

// Both sides changed a field, each in its own way; the merged content has theirs. `field` as in FieldChange,
// and "cases.refund.expect" within cases. A value that is not there was removed, or never was.
struct FieldConflict {
  std::string field;
  ValueForm form = ValueForm::Text;
  std::optional<std::string> base;
  std::optional<std::string> mine;
  std::optional<std::string> theirs;
  std::vector<TextConflict> regions;  // of texts merged in part: where in the merged field
  bool operator==(const FieldConflict&) const = default;
};

struct ContentMerge {
  domain::AgentContent content;
  std::vector<FieldConflict> conflicts;

  bool clean() const { return conflicts.empty(); }
  bool operator==(const ContentMerge&) const = default;
};

// Name and model: the side that changed. Description, prompt and the texts of cases: mergeText. Parameters by
// name, tools and variables and knowledge and cases by what they are known by, a variable member by member;
// removed here and changed there is a conflict. Starters and tags: what either side added or removed. JSON
// that says the same is the same. The limits of domain::normalised() are the caller's to check, as two lists
// that fit may not fit together.
ContentMerge mergeContent(const domain::AgentContent& base, const domain::AgentContent& mine,
                          const domain::AgentContent& theirs);

}  // namespace aiagent::authoring
