// OpenAI's strict subset of JSON Schema (openai-contract D10): an object at the root, every property
// required, no further properties, null in place of optional, no defaults.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/text/tokens.h"

namespace aiagent::authoring {

struct SchemaFault {
  std::string rule;                 // "schema-…" as in lint.h
  std::vector<std::string> values;  // as in lint.h; the first is a path
  ByteRange range;
  bool mended = false;  // by the edits
};

struct SchemaEdit {
  ByteRange range;
  std::string text;
};

struct StrictReport {
  std::vector<SchemaFault> faults;
  std::vector<SchemaEdit> edits;  // make every mended fault good without losing anything; in order
};

// `schema` is a JSON object within `text`; ranges are of `text`.
StrictReport checkStrict(std::string_view text, std::string_view schema);
// Whether it can be sent with "strict": true. No for what is no JSON object.
bool fitsStrictSubset(std::string_view schema);

}  // namespace aiagent::authoring
