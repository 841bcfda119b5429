// Building JSON as text, for values whose shape is known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aiagent::rehearsal {

// "…" with everything escaped that must be; broken UTF-8 becomes U+FFFD.
std::string quoted(std::string_view text);

// An object, member by member in the order of the calls; names are not escaped.
class ObjectText {
 public:
  ObjectText& raw(std::string_view name, std::string_view json);
  ObjectText& text(std::string_view name, std::string_view text) { return raw(name, quoted(text)); }
  ObjectText& number(std::string_view name, std::int64_t value) { return raw(name, std::to_string(value)); }
  ObjectText& flag(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
  ObjectText& null(std::string_view name) { return raw(name, "null"); }
  std::string str() const { return m_text + "}"; }

 private:
  std::string m_text = "{";
};

}  // namespace aiagent::rehearsal
