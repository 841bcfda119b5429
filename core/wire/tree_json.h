// JSON bytes -> Tree, in one pass and within the limits of tree_limits.h.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/wire/tree.h"

namespace aiagent::wire {

// InvalidInput: no JSON, too deep, too many values. Numbers beyond 64 bits become doubles.
base::Result<Tree> parseJson(std::string_view text);

}  // namespace aiagent::wire
