// Whether a JSON schema can be sent with "strict": true (openai-contract D10).
#pragma once

#include <string_view>

namespace aiagent::authoring {

// An object at the root; in every object all properties are required and no others are allowed; no defaults,
// no open maps, no allOf, oneOf, not or conditions. What is not known to be refused counts as fitting.
bool fitsStrictSubset(std::string_view schema);

}  // namespace aiagent::authoring
