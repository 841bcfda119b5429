// A value that satisfies a JSON schema, for structured output and tool arguments.
#pragma once

#include <string>
#include <string_view>

namespace aiagent::rehearsal {

// JSON text. Understands what OpenAI's strict mode allows and a little more: type (also several), enum,
// const, properties, items, prefixItems, minItems, minLength, maxLength, minimum, maximum, exclusive*,
// multipleOf, format, anyOf, oneOf, allOf, $ref into the same schema. Not `pattern`, `not`, conditions.
// Deterministic; recursion ends where the schema lets it, at the latest eight levels down. `hint` becomes the
// first text in it. "{}" when the schema is not JSON or not an object.
std::string sampleForSchema(std::string_view schema, std::string_view hint);

}  // namespace aiagent::rehearsal
