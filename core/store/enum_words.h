// Words of enums as they stand in the database, beyond those the domain has. An unknown word (of a newer
// program, or of a damaged row) reads as the default.
#pragma once

#include <string_view>

#include "core/base/error.h"
#include "core/domain/provider.h"

namespace aiagent::store {

std::string_view toWord(domain::KeySource source);
domain::KeySource keySourceOf(std::string_view word);
domain::ApiKind apiKindOf(std::string_view word);
base::ErrorCode errorCodeOf(std::string_view word);

}  // namespace aiagent::store
