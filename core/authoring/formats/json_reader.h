// JSON bytes -> Tree, in one pass and within the limits of import_limits.h.
#pragma once

#include <string_view>

#include "core/authoring/formats/tree.h"
#include "core/base/result.h"

namespace aiagent::authoring {

// InvalidInput: no JSON, too deep, too many values. Numbers beyond 64 bits become doubles.
base::Result<Tree> parseJson(std::string_view text);

}  // namespace aiagent::authoring
