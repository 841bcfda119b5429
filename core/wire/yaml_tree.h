// YAML bytes -> Tree (YAML 1.2's core schema on libyaml), within the limits of tree_limits.h.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/wire/tree.h"

namespace aiagent::wire {

// One document. Aliases are copied and counted in full, so that a few lines cannot become millions of values;
// merge keys ("<<") are followed. InvalidInput: no YAML, too large, too deep, too many values, a key twice, a
// key that is no text, a second document.
base::Result<Tree> parseYaml(std::string_view text);

}  // namespace aiagent::wire
