// What a body of JSON must be before PostgreSQL reads it: not too deep, and without the NUL that jsonb cannot
// hold.
#pragma once

#include <cstddef>
#include <string_view>

namespace aiagent::server {

enum class JsonFault { None, NotObject, TooDeep, Nul, Unbalanced };

// One pass, nothing allocated. It does not read numbers, words or UTF-8: PostgreSQL does.
JsonFault jsonFault(std::string_view text, std::size_t mostDepth = 64);

}  // namespace aiagent::server
