// The difference of two JSON texts by meaning: order of keys, white space and the way a number is written do
// not matter, nor does the order of `required`, `enum` and `type` in a schema.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::authoring {

enum class JsonChangeKind {
  Added,
  Removed,
  Changed,
  TypeChanged,  // the value of a schema's `type`
  RequiredAdded,
  RequiredRemoved,
  EnumValueAdded,
  EnumValueRemoved,
};

std::string_view toWord(JsonChangeKind kind);  // "added", "typeChanged"

// `path` is dotted, elements by number: "properties.urgency.enum", "anyOf.0"; a key with a dot is quoted; ""
// is the whole. Of RequiredAdded and the like it is the list, and the value is the item.
struct JsonChange {
  std::string path;
  JsonChangeKind kind = JsonChangeKind::Changed;
  std::string before;  // compact JSON; "" where there was, or is, none
  std::string after;
  bool operator==(const JsonChange&) const = default;
};

// In the order of `before`, then what is new in that of `after`. Nothing when either is no JSON.
std::optional<std::vector<JsonChange>> diffJson(std::string_view before, std::string_view after);

// The same by meaning, or the same text.
bool sameJson(std::string_view one, std::string_view other);

// Where a text stops being JSON; nothing when it is JSON. Line and column count from 1, the column in bytes.
struct JsonTextFault {
  std::size_t offset = 0;
  std::size_t line = 1;
  std::size_t column = 1;
};
std::optional<JsonTextFault> findJsonFault(std::string_view text);

}  // namespace aiagent::authoring
