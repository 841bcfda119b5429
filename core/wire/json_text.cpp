#include "core/wire/json_text.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "core/base/utf8.h"

namespace aiagent::wire {
namespace {

namespace json = boost::json;

constexpr std::size_t kDeepest = 256;

json::value parsed(std::string_view text, json::error_code& error, json::storage_ptr memory) {
  json::parse_options options;
  options.max_depth = kDeepest;
  return json::parse(json::string_view(text.data(), text.size()), error, std::move(memory), options);
}

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Walks over text that is known to be well-formed; offsets never pass its end.
class Walker {
 public:
  explicit Walker(std::string_view text) : m_text(text) {}

  char peek() {
    while (m_at < m_text.size() && isSpace(m_text[m_at])) ++m_at;
    return m_at < m_text.size() ? m_text[m_at] : '\0';
  }
  void skipMark() { ++m_at; }

  std::string_view value() {
    const char first = peek();
    const std::size_t begin = m_at;
    if (first == '"')
      skipString();
    else if (first == '{' || first == '[')
      skipContainer();
    else
      while (m_at < m_text.size() && !isSpace(m_text[m_at]) && !isMark(m_text[m_at])) ++m_at;
    return m_text.substr(begin, m_at - begin);
  }

 private:
  static bool isMark(char c) { return c == ',' || c == '}' || c == ']' || c == ':'; }

  void skipString() {
    for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at)
      if (m_text[m_at] == '\\') ++m_at;
    ++m_at;
  }

  void skipContainer() {
    std::size_t depth = 0;
    do {
      const char c = m_text[m_at];
      if (c == '"') {
        skipString();
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++m_at;
    } while (depth > 0 && m_at < m_text.size());
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

JsonKind kindOf(const json::value& value) {
  switch (value.kind()) {
    case json::kind::object: return JsonKind::Object;
    case json::kind::array: return JsonKind::Array;
    case json::kind::string: return JsonKind::String;
    case json::kind::bool_: return JsonKind::Boolean;
    case json::kind::null: return JsonKind::Null;
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: return JsonKind::Number;
  }
  return JsonKind::Invalid;
}

}  // namespace

JsonKind jsonKind(std::string_view text) {
  json::monotonic_resource memory;
  json::error_code error;
  const auto value = parsed(text, error, &memory);
  return error ? JsonKind::Invalid : kindOf(value);
}

std::optional<std::vector<JsonMember>> jsonMembers(std::string_view json) {
  if (jsonKind(json) != JsonKind::Object) return std::nullopt;
  std::vector<JsonMember> members;
  Walker walker(json);
  walker.peek();
  walker.skipMark();
  while (walker.peek() != '}') {
    auto name = stringFromJson(walker.value());
    walker.peek();
    walker.skipMark();  // the colon
    members.push_back({std::move(name).value_or(""), walker.value()});
    if (walker.peek() == ',') walker.skipMark();
  }
  return members;
}

std::optional<std::vector<std::string_view>> jsonElements(std::string_view json) {
  if (jsonKind(json) != JsonKind::Array) return std::nullopt;
  std::vector<std::string_view> elements;
  Walker walker(json);
  walker.peek();
  walker.skipMark();
  while (walker.peek() != ']') {
    elements.push_back(walker.value());
    if (walker.peek() == ',') walker.skipMark();
  }
  return elements;
}

const JsonMember* findMember(const std::vector<JsonMember>& members, std::string_view name) {
  for (auto member = members.rbegin(); member != members.rend(); ++member)
    if (member->name == name) return &*member;
  return nullptr;
}

std::optional<std::string> stringFromJson(std::string_view json) {
  json::error_code error;
  const auto value = parsed(json, error, {});
  if (error || !value.is_string()) return std::nullopt;
  const auto& text = value.get_string();
  return std::string(text.data(), text.size());
}

void appendQuoted(std::string& out, std::string_view text) {
  if (!base::isValidUtf8(text)) return appendQuoted(out, base::toValidUtf8(text));
  out += json::serialize(json::string_view(text.data(), text.size()));
}

JsonObject& JsonObject::raw(std::string_view name, std::string_view json) {
  if (m_out.size() > 1) m_out += ',';
  appendQuoted(m_out, name);
  m_out += ':';
  m_out.append(json);
  return *this;
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value) {
  raw(name, {});
  appendQuoted(m_out, value);
  return *this;
}

JsonObject& JsonObject::textOrNull(std::string_view name, std::string_view value) {
  return value.empty() ? raw(name, "null") : text(name, value);
}

JsonObject& JsonObject::integer(std::string_view name, std::int64_t value) {
  return raw(name, std::to_string(value));
}

JsonObject& JsonObject::integerOrNull(std::string_view name, const std::optional<std::int64_t>& value) {
  return value ? integer(name, *value) : raw(name, "null");
}

JsonObject& JsonObject::boolean(std::string_view name, bool value) {
  return raw(name, value ? "true" : "false");
}

std::string JsonObject::take() {
  m_out += '}';
  return std::move(m_out);
}

JsonArray& JsonArray::raw(std::string_view json) {
  if (m_out.size() > 1) m_out += ',';
  m_out.append(json);
  return *this;
}

JsonArray& JsonArray::text(std::string_view value) {
  if (m_out.size() > 1) m_out += ',';
  appendQuoted(m_out, value);
  return *this;
}

std::string JsonArray::take() {
  m_out += ']';
  return std::move(m_out);
}

}  // namespace aiagent::wire
