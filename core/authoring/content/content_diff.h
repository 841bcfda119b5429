// The difference of two states of an agent, field by field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/content/json_diff.h"
#include "core/authoring/text/diff.h"
#include "core/domain/agent.h"

namespace aiagent::authoring {

enum class FieldChangeKind { Added, Removed, Changed };
std::string_view toWord(FieldChangeKind kind);  // "added"

// What `before` and `after` are written in.
enum class ValueForm { Text, Json };

// `field` is a stable name: "name", "description", "prompt", "model", "parameters.temperature",
// "tools.lookup_order", "outputSchema", "variables.team", "knowledge.faq.md", "starters", "tags", "cases";
// "tools" as a whole where either text is no list of tools.
struct FieldChange {
  std::string field;
  FieldChangeKind kind = FieldChangeKind::Changed;
  ValueForm form = ValueForm::Text;
  std::string before;  // "" where there was, or is, none
  std::string after;
  std::vector<Change> words;        // of texts that changed: diffText(before, after)
  std::vector<JsonChange> details;  // of JSON that changed; of lists the items added and removed, of cases by
                                    // name: "refund.expect"
  bool operator==(const FieldChange&) const = default;
};

// In the order of the list above, within it by name or in the order of `before`, then of `after`. JSON is
// compared by its meaning: written otherwise it is no change, nor are the same tools in another order.
std::vector<FieldChange> diffContent(const domain::AgentContent& before, const domain::AgentContent& after);

}  // namespace aiagent::authoring
