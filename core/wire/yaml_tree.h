// YAML bytes -> Tree (YAML 1.2's core schema on libyaml), within the limits of tree_limits.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/wire/tree.h"

namespace aiagent::wire {

// One document. Aliases are copied and counted in full, so that a few lines cannot become millions of values;
// merge keys ("<<") are followed. InvalidInput: no YAML, too large, too deep, too many values, a key twice, a
// key that is no text, a second document.
base::Result<Tree> parseYaml(std::string_view text);

// Where the values of a Tree stand: the same shape, an entry for each item or member in their order. A
// member's line is that of its key, an alias's that of its use. Lines count from 1.
struct YamlLines {
  int line = 1;
  std::vector<YamlLines> children;
};

struct YamlDocument {
  Tree tree;
  YamlLines lines;
};

struct YamlStream {
  std::vector<YamlDocument> documents;  // those that ended before the fault
  std::string fault;                    // for logs; empty: none
  int faultLine = 0;
};

// All documents of a stream with their lines; the rules and limits are those of parseYaml(), and hold for the
// whole stream.
YamlStream parseYamlStream(std::string_view text);

}  // namespace aiagent::wire
