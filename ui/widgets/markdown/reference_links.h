// Reference links: "[label]" means what "[label]: address" says anywhere else in the document. The one thing
// that lets a part of a Markdown text change the meaning of another.
#pragma once

#include <map>
#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::widgets::markdown {

// A label as labels are compared: case folded, blanks collapsed.
QString normalizedLabel(std::string_view label);

// The normalised labels of all "[…]" in `text`, without repeats. Labels of several lines are not found.
std::vector<QString> usedLabels(std::string_view text);

struct Definition {
  std::string label;  // as written
  QString href;
  bool operator==(const Definition&) const = default;
};
// By normalised label.
using Definitions = std::map<QString, Definition>;

// The definitions in `text`; costs a parse, if something looks like one.
Definitions definitionsIn(std::string_view text);

// Markdown that defines those of `labels` that are in `definitions`; to be put before a chunk. It makes no
// block of its own.
std::string definitionText(const Definitions& definitions, const std::vector<QString>& labels);

}  // namespace aiagent::widgets::markdown
