#include "core/authoring/content/json_diff.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/stream_parser.hpp>

#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

namespace json = boost::json;

constexpr std::size_t kDeepest = 256;

json::parse_options options() {
  json::parse_options options;
  options.max_depth = kDeepest;
  return options;
}

std::optional<json::value> parsed(std::string_view text) {
  json::error_code error;
  auto value = json::parse(json::string_view(text.data(), text.size()), error, {}, options());
  if (error) return std::nullopt;
  return value;
}

std::string_view viewOf(json::string_view text) {
  return {text.data(), text.size()};
}

bool sameNumber(const json::value& a, const json::value& b) {
  if (a.is_double() || b.is_double()) return a.to_number<double>() == b.to_number<double>();
  if (a.is_uint64() != b.is_uint64()) return false;  // a uint64 is kept only where an int64 is too small
  return a == b;
}

bool same(const json::value& a, const json::value& b) {
  if (a.is_number() && b.is_number()) return sameNumber(a, b);
  if (a.kind() != b.kind()) return false;
  if (a.is_array())
    return std::equal(a.get_array().begin(), a.get_array().end(), b.get_array().begin(), b.get_array().end(),
                      same);
  if (!a.is_object()) return a == b;
  const auto &ours = a.get_object(), &others = b.get_object();
  return ours.size() == others.size() && std::all_of(ours.begin(), ours.end(), [&](const auto& member) {
           const auto* other = others.if_contains(member.key());
           return other && same(member.value(), *other);
         });
}

// What the keys of an object are: words of JSON Schema, names that a person chose, or plain data.
enum class Keys { Schema, Names, Data };

Keys keysWithin(Keys keys, std::string_view key) {
  if (keys == Keys::Data) return Keys::Data;
  if (keys == Keys::Names) return Keys::Schema;
  for (const auto* names : {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
    if (key == names) return Keys::Names;
  for (const auto* data : {"const", "default", "examples", "enum"})
    if (key == data) return Keys::Data;
  return Keys::Schema;
}

std::string pathTo(const std::string& parent, std::string_view key) {
  const bool plain = !key.empty() && key.find_first_of(".\"") == std::string_view::npos;
  std::string step = plain ? std::string(key) : json::serialize(json::string_view(key.data(), key.size()));
  return parent.empty() ? step : parent + "." + step;
}

class Differ {
 public:
  std::vector<JsonChange> run(const json::value& before, const json::value& after) {
    compare("", Keys::Schema, before, after);
    return std::move(m_changes);
  }

 private:
  void add(const std::string& path, JsonChangeKind kind, const json::value* before,
           const json::value* after) {
    m_changes.push_back(
        {path, kind, before ? json::serialize(*before) : "", after ? json::serialize(*after) : ""});
  }

  void compare(const std::string& path, Keys keys, const json::value& before, const json::value& after) {
    if (same(before, after)) return;
    if (before.is_object() && after.is_object())
      compareObjects(path, keys, before.get_object(), after.get_object());
    else if (before.is_array() && after.is_array())
      compareArrays(path, keys, before.get_array(), after.get_array());
    else
      add(path, JsonChangeKind::Changed, &before, &after);
  }

  void compareObjects(const std::string& path, Keys keys, const json::object& before,
                      const json::object& after) {
    for (const auto& member : before)
      compareMembers(path, keys, viewOf(member.key()), &member.value(), after.if_contains(member.key()));
    for (const auto& member : after)
      if (!before.contains(member.key()))
        compareMembers(path, keys, viewOf(member.key()), nullptr, &member.value());
  }

  void compareMembers(const std::string& parent, Keys keys, std::string_view key, const json::value* before,
                      const json::value* after) {
    const auto path = pathTo(parent, key);
    if (keys == Keys::Schema && compareKeyword(path, key, before, after)) return;
    if (before && after)
      compare(path, keysWithin(keys, key), *before, *after);
    else
      add(path, before ? JsonChangeKind::Removed : JsonChangeKind::Added, before, after);
  }

  // The words of a schema whose lists are sets.
  bool compareKeyword(const std::string& path, std::string_view key, const json::value* before,
                      const json::value* after) {
    const auto isList = [](const json::value* value) { return value && value->is_array(); };
    if (key == "required" && (isList(before) || !before) && (isList(after) || !after)) {
      compareSets(path, before, after, JsonChangeKind::RequiredAdded, JsonChangeKind::RequiredRemoved);
      return true;
    }
    if (key == "enum" && isList(before) && isList(after)) {
      compareSets(path, before, after, JsonChangeKind::EnumValueAdded, JsonChangeKind::EnumValueRemoved);
      return true;
    }
    if (key != "type" || !before || !after) return false;
    if (!same(*before, *after) &&
        !(isList(before) && isList(after) && sameSet(before->get_array(), after->get_array())))
      add(path, JsonChangeKind::TypeChanged, before, after);
    return true;
  }

  static bool holds(const json::array& array, const json::value& value) {
    return std::any_of(array.begin(), array.end(), [&](const auto& item) { return same(item, value); });
  }

  static bool sameSet(const json::array& a, const json::array& b) {
    return std::all_of(a.begin(), a.end(), [&](const auto& item) { return holds(b, item); }) &&
           std::all_of(b.begin(), b.end(), [&](const auto& item) { return holds(a, item); });
  }

  void compareSets(const std::string& path, const json::value* before, const json::value* after,
                   JsonChangeKind added, JsonChangeKind removed) {
    static const json::array kNone;
    const auto& had = before ? before->get_array() : kNone;
    const auto& has = after ? after->get_array() : kNone;
    for (const auto& item : had)
      if (!holds(has, item)) add(path, removed, &item, nullptr);
    for (const auto& item : has)
      if (!holds(had, item)) add(path, added, nullptr, &item);
  }

  void compareArrays(const std::string& path, Keys keys, const json::array& before,
                     const json::array& after) {
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
      const auto step = pathTo(path, std::to_string(i));
      if (i >= after.size())
        add(step, JsonChangeKind::Removed, &before[i], nullptr);
      else if (i >= before.size())
        add(step, JsonChangeKind::Added, nullptr, &after[i]);
      else
        compare(step, keys, before[i], after[i]);
    }
  }

  std::vector<JsonChange> m_changes;
};

}  // namespace

std::string_view toWord(JsonChangeKind kind) {
  switch (kind) {
    case JsonChangeKind::Added: return "added";
    case JsonChangeKind::Removed: return "removed";
    case JsonChangeKind::Changed: return "changed";
    case JsonChangeKind::TypeChanged: return "typeChanged";
    case JsonChangeKind::RequiredAdded: return "requiredAdded";
    case JsonChangeKind::RequiredRemoved: return "requiredRemoved";
    case JsonChangeKind::EnumValueAdded: return "enumValueAdded";
    case JsonChangeKind::EnumValueRemoved: return "enumValueRemoved";
  }
  return "changed";
}

std::optional<std::vector<JsonChange>> diffJson(std::string_view before, std::string_view after) {
  const auto a = parsed(before), b = parsed(after);
  if (!a || !b) return std::nullopt;
  return Differ().run(*a, *b);
}

bool sameJson(std::string_view one, std::string_view other) {
  if (one == other) return true;
  const auto changes = diffJson(one, other);
  return changes && changes->empty();
}

std::optional<JsonTextFault> findJsonFault(std::string_view text) {
  json::error_code error;
  json::stream_parser parser({}, options());
  auto offset = parser.write_some(text.data(), text.size(), error);
  if (!error && offset == text.size()) parser.finish(error);
  if (!error && offset == text.size()) return std::nullopt;
  offset = std::min({offset, text.size(), base::firstInvalidUtf8(text)});
  JsonTextFault fault{offset};
  for (std::size_t i = 0; i < offset; ++i) {
    ++fault.column;
    if (text[i] != '\n') continue;
    ++fault.line;
    fault.column = 1;
  }
  return fault;
}

}  // namespace aiagent::authoring
