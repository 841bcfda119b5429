// JsonNode: a JSON value put together from a JsonStream's events, also where the text was not quite JSON.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/authoring/generate/json_stream.h"

namespace aiagent::authoring {

struct JsonNode {
  enum class Kind { Object, Array, Text, Number, Literal };
  Kind kind = Kind::Literal;
  std::string text = "null";  // Text: decoded. Number, Literal: as written
  std::vector<std::pair<std::string, JsonNode>> members = {};
  std::vector<JsonNode> items = {};

  const JsonNode* find(std::string_view name) const;  // the last of that name, or null
  bool isNull() const { return kind == Kind::Literal && text == "null"; }
};

std::string toJson(const JsonNode& node);

// Takes the events of one value, from its begin to its end.
class JsonNodeBuilder {
 public:
  // True when the value is whole; it can be taken then.
  bool take(const JsonEvent& event);
  JsonNode takeValue();
  void reset();
  // What is whole or begun, for looking at a list while it grows.
  const JsonNode& value() const { return m_root; }
  std::size_t depth() const { return m_open.size(); }

 private:
  JsonNode& place();

  JsonNode m_root;
  std::vector<JsonNode*> m_open;  // each the last child of the one before; parents do not grow meanwhile
  std::string m_key;
};

}  // namespace aiagent::authoring
