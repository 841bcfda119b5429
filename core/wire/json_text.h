// JSON as text: written piece by piece and cut into its members without changing a byte of their values, so
// that what a person or a provider wrote is sent on exactly as it was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::wire {

enum class JsonKind { Invalid, Object, Array, String, Number, Boolean, Null };

// What `text` is, when it is one whole JSON value (RFC 8259, UTF-8, at most 256 levels deep).
JsonKind jsonKind(std::string_view text);
inline bool isJson(std::string_view text) {
  return jsonKind(text) != JsonKind::Invalid;
}

struct JsonMember {
  std::string name;        // unescaped
  std::string_view value;  // the value's own bytes, within the text given
};

// The members of an object, or the elements of an array, in order; nothing when `json` is something else.
std::optional<std::vector<JsonMember>> jsonMembers(std::string_view json);
std::optional<std::vector<std::string_view>> jsonElements(std::string_view json);
// The last member of that name, as JSON reads it; null when there is none.
const JsonMember* findMember(const std::vector<JsonMember>& members, std::string_view name);
// The text of a JSON string literal; nothing when it is none.
std::optional<std::string> stringFromJson(std::string_view json);

// `text` as a JSON string literal. Broken UTF-8 becomes U+FFFD.
void appendQuoted(std::string& out, std::string_view text);

// Writes an object: JsonObject().text("a", "x").raw("b", "[1]").take() -> {"a":"x","b":[1]}.
class JsonObject {
 public:
  JsonObject& raw(std::string_view name, std::string_view json);
  JsonObject& text(std::string_view name, std::string_view value);
  JsonObject& textOrNull(std::string_view name, std::string_view value);  // null when empty
  JsonObject& integer(std::string_view name, std::int64_t value);
  JsonObject& integerOrNull(std::string_view name, const std::optional<std::int64_t>& value);
  JsonObject& boolean(std::string_view name, bool value);
  std::string take();

 private:
  std::string m_out = "{";
};

class JsonArray {
 public:
  JsonArray& raw(std::string_view json);
  JsonArray& text(std::string_view value);
  bool empty() const { return m_out.size() == 1; }
  std::string take();

 private:
  std::string m_out = "[";
};

}  // namespace aiagent::wire
