#include "core/wire/json_text.h"

#include <boost/json/basic_parser_impl.hpp>

#include <cstring>

#include "core/base/utf8.h"

namespace aiagent::wire {
namespace {

namespace json = boost::json;

constexpr std::size_t kDeepest = 256;

// Of what the parser finds only the text of strings is kept; the parser itself sees to the grammar.
struct TextOnly {
  static constexpr std::size_t max_object_size = std::size_t(-1), max_array_size = std::size_t(-1),
                               max_key_size = std::size_t(-1), max_string_size = std::size_t(-1);
  std::string* text = nullptr;  // null: nothing is kept

  bool add(json::string_view part) {
    if (text) text->append(part.data(), part.size());
    return true;
  }
  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return true; }
  bool on_object_end(std::size_t, json::error_code&) { return true; }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t, json::error_code&) { return true; }
  bool on_key_part(json::string_view, std::size_t, json::error_code&) { return true; }
  bool on_key(json::string_view, std::size_t, json::error_code&) { return true; }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return add(part); }
  bool on_string(json::string_view part, std::size_t, json::error_code&) { return add(part); }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
  bool on_double(double, json::string_view, json::error_code&) { return true; }
  bool on_bool(bool, json::error_code&) { return true; }
  bool on_null(json::error_code&) { return true; }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }
};

// Whether `json` is one whole value. Nothing is built of it: texts of sync are looked at several times each.
bool isWhole(std::string_view text, std::string* strings = nullptr) {
  json::parse_options options;
  options.max_depth = kDeepest;
  json::basic_parser<TextOnly> parser(options, TextOnly{strings});
  json::error_code error;
  const auto read = parser.write_some(false, text.data(), text.size(), error);
  return !error && read == text.size() && parser.done();
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

  // The quote that ends it is looked for once, and again only where it turns out to be escaped.
  void skipString() {
    auto quote = find('"', ++m_at, m_text.size());
    for (auto slash = find('\\', m_at, quote); slash < quote; slash = find('\\', m_at, quote)) {
      m_at = slash + 2;
      if (m_at > quote) quote = find('"', m_at, m_text.size());
    }
    m_at = quote + 1;
  }

  std::size_t find(char wanted, std::size_t from, std::size_t end) const {
    if (from >= end) return end;
    const auto* found = static_cast<const char*>(std::memchr(m_text.data() + from, wanted, end - from));
    return found ? static_cast<std::size_t>(found - m_text.data()) : end;
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

// By its first character: of a value that is known to be well-formed.
JsonKind kindOf(char first) {
  switch (first) {
    case '{': return JsonKind::Object;
    case '[': return JsonKind::Array;
    case '"': return JsonKind::String;
    case 't':
    case 'f': return JsonKind::Boolean;
    case 'n': return JsonKind::Null;
    default: return JsonKind::Number;
  }
}

// A bit is set where a byte of `eight` is below `than`, which is at most 0x80. Says whether, not where.
constexpr std::uint64_t anyBelow(std::uint64_t eight, std::uint64_t than) {
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  return (eight - kEach * than) & ~eight & (kEach * 0x80);
}

bool needsEscape(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

// The first character from `i` on that a literal cannot hold as it is; text.size() when there is none.
std::size_t firstToEscape(std::string_view text, std::size_t i) {
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if (anyBelow(eight, 0x20) | anyBelow(eight ^ (kEach * '"'), 1) | anyBelow(eight ^ (kEach * '\\'), 1))
      break;
  }
  while (i < text.size() && !needsEscape(text[i])) ++i;
  return i;
}

// What a literal without an escape stands for; nothing where it needs a closer look.
std::optional<std::string_view> plainText(std::string_view json) {
  if (json.size() < 2 || json.front() != '"' || json.back() != '"') return std::nullopt;
  const auto text = json.substr(1, json.size() - 2);
  if (firstToEscape(text, 0) < text.size() || !base::isValidUtf8(text)) return std::nullopt;
  return text;
}

// How a character that needs it is written within a literal.
std::string_view escaped(unsigned char c) {
  static constexpr std::string_view kControls[] = {
      "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
      "\\b",     "\\t",     "\\n",     "\\u000b", "\\f",     "\\r",     "\\u000e", "\\u000f",
      "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
      "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f"};
  if (c < 0x20) return kControls[c];
  return c == '"' ? "\\\"" : "\\\\";
}

}  // namespace

JsonKind jsonKind(std::string_view text) {
  if (!isWhole(text)) return JsonKind::Invalid;
  return kindOf(Walker(text).peek());
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
  if (const auto plain = plainText(json)) return std::string(*plain);
  if (Walker(json).peek() != '"') return std::nullopt;
  std::string text;
  return isWhole(json, &text) ? std::optional(std::move(text)) : std::nullopt;
}

void appendQuoted(std::string& out, std::string_view text) {
  if (!base::isValidUtf8(text)) return appendQuoted(out, base::toValidUtf8(text));
  out += '"';
  for (std::size_t i = 0;; ++i) {
    const auto end = firstToEscape(text, i);
    out.append(text.substr(i, end - i));
    if (end == text.size()) break;
    out.append(escaped(static_cast<unsigned char>(text[end])));
    i = end;
  }
  out += '"';
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
