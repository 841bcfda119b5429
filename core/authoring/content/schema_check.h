// Whether an answer is what a JSON schema asks for: the subset that OpenAI's strict mode knows (type, also
// several; properties, required, additionalProperties, enum, const, items, anyOf, $ref into the same schema)
// and OpenAPI's `nullable`. Other keywords say nothing here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aiagent::authoring {

struct SchemaMismatch {
  enum class Kind {
    NotJson,     // the answer is no JSON value; the path is "$"
    Missing,     // a required property
    Unexpected,  // a property the schema does not have, where it allows no others
    WrongType,   // `expected` has the types, "string, null"
    NotInEnum,   // `expected` has the values as JSON, at most a few
    NoBranch,    // of anyOf fits
  };
  Kind kind = Kind::NotJson;
  std::string path;  // "$.items[2].name"; a name that is no word stands as ["a b"]
  std::string expected;
  bool operator==(const SchemaMismatch&) const = default;
};

struct SchemaReport {
  // False: the schema is no JSON object, or the check was given up because it took too many steps.
  bool checked = false;
  std::vector<SchemaMismatch> mismatches;  // in the order of the answer, at most kMostMismatches
  bool matches() const { return checked && mismatches.empty(); }
  bool operator==(const SchemaReport&) const = default;
};

inline constexpr std::size_t kMostMismatches = 20;

SchemaReport checkAnswer(std::string_view schema, std::string_view answer);

}  // namespace aiagent::authoring
