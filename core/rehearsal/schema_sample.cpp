#include "core/rehearsal/schema_sample.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "core/base/utf8.h"

namespace aiagent::rehearsal {
namespace {

namespace json = boost::json;

constexpr int kDeepest = 8;
constexpr std::size_t kMostItems = 100;
constexpr std::size_t kMostLetters = 10'000;

const json::value* member(const json::object& object, std::string_view name) {
  return object.if_contains(name);
}

double numberOf(const json::object& schema, std::string_view name, double otherwise) {
  const auto* value = member(schema, name);
  return value && value->is_number() ? value->to_number<double>() : otherwise;
}

std::size_t sizeOf(const json::object& schema, std::string_view name, std::size_t otherwise,
                   std::size_t most) {
  const double value = numberOf(schema, name, double(otherwise));
  return value < 0 ? 0 : std::size_t(std::min(value, double(most)));
}

std::size_t countCharacters(std::string_view text) {
  return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string firstCharacters(std::string_view text, std::size_t count) {
  std::size_t i = 0;
  while (i < text.size() && (count > 0 || (text[i] & 0xC0) == 0x80)) {
    if ((text[i] & 0xC0) != 0x80) --count;
    ++i;
    while (i < text.size() && (text[i] & 0xC0) == 0x80) ++i;
    if (count == 0) break;
  }
  return std::string(text.substr(0, i));
}

std::string_view formatExample(std::string_view format) {
  if (format == "date-time") return "2026-11-23T09:30:00Z";
  if (format == "date") return "2026-11-23";
  if (format == "time") return "09:30:00Z";
  if (format == "duration") return "PT1H30M";
  if (format == "email") return "ada@example.com";
  if (format == "hostname") return "example.com";
  if (format == "ipv4") return "192.0.2.1";
  if (format == "ipv6") return "2001:db8::1";
  if (format == "uuid") return "0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31";
  if (format == "uri" || format == "uri-reference" || format == "url") return "https://example.com/";
  return {};
}

class Sampler {
 public:
  Sampler(const json::value& root, std::string_view hint) : m_root(root), m_hint(hint) {}

  json::value sample(const json::value& schema, std::string_view name, int depth) {
    if (!schema.is_object()) return json::object();
    const auto& object = schema.get_object();
    if (const auto* constant = member(object, "const")) return *constant;
    if (const auto* words = member(object, "enum"); words && words->is_array() && !words->get_array().empty())
      return words->get_array().front();
    if (const auto* reference = member(object, "$ref"); reference && reference->is_string())
      return depth > kDeepest ? json::value(nullptr)
                              : sample(resolve(reference->get_string()), name, depth + 1);
    for (const char* choice : {"anyOf", "oneOf"})
      if (const auto* list = member(object, choice); list && list->is_array() && !list->get_array().empty())
        return sample(pick(list->get_array(), depth), name, depth + 1);
    if (const auto* all = member(object, "allOf"); all && all->is_array() && depth <= kDeepest)
      return sample(merged(object, all->get_array()), name, depth + 1);
    return ofType(typeOf(object, depth), object, name, depth);
  }

 private:
  const json::value& resolve(std::string_view reference) {
    static const json::value kAnything = json::object();
    if (reference == "#") return m_root;
    if (reference.substr(0, 2) != "#/") return kAnything;
    json::error_code error;
    const auto* found = m_root.find_pointer(reference.substr(1), error);
    return found && !error ? *found : kAnything;
  }

  // Deep down the choice that ends: null, or whatever refers to nothing.
  static const json::value& pick(const json::array& choices, int depth) {
    if (depth < kDeepest / 2) return choices.front();
    for (const auto& choice : choices)
      if (choice.is_object() && !member(choice.get_object(), "$ref") &&
          !member(choice.get_object(), "properties"))
        return choice;
    return choices.front();
  }

  json::value merged(const json::object& schema, const json::array& parts) {
    json::object whole = schema;
    whole.erase("allOf");
    for (const auto& part : parts) {
      const auto* source = &part;
      if (const auto* object = part.if_object())
        if (const auto* reference = member(*object, "$ref"); reference && reference->is_string())
          source = &resolve(reference->get_string());
      if (source->is_object()) mergeInto(whole, source->get_object());
    }
    return whole;
  }

  static void mergeInto(json::object& whole, const json::object& part) {
    for (const auto& [key, value] : part) {
      auto* present = whole.if_contains(key);
      if (present && key == "properties" && present->is_object() && value.is_object())
        for (const auto& [name, property] : value.get_object()) present->get_object()[name] = property;
      else if (present && key == "required" && present->is_array() && value.is_array())
        for (const auto& name : value.get_array()) present->get_array().push_back(name);
      else
        whole[key] = value;
    }
  }

  static std::string typeOf(const json::object& schema, int depth) {
    const auto* type = member(schema, "type");
    if (type && type->is_string()) return std::string(type->get_string());
    if (type && type->is_array() && !type->get_array().empty()) {
      const auto& types = type->get_array();
      const bool mayEnd = std::any_of(types.begin(), types.end(), [](const auto& t) { return t == "null"; });
      if (mayEnd && depth >= kDeepest / 2) return "null";
      for (const auto& one : types)
        if (one.is_string() && one != "null") return std::string(one.get_string());
      return "null";
    }
    if (member(schema, "properties")) return "object";
    if (member(schema, "items") || member(schema, "prefixItems")) return "array";
    return member(schema, "minimum") || member(schema, "maximum") ? "number" : "string";
  }

  json::value ofType(const std::string& type, const json::object& schema, std::string_view name, int depth) {
    if (type == "object") return anObject(schema, depth);
    if (type == "array") return anArray(schema, name, depth);
    if (type == "integer") return std::int64_t(aNumber(schema, true));
    if (type == "number") return aNumber(schema, false);
    if (type == "boolean") return true;
    if (type == "null") return nullptr;
    return json::value(aString(schema, name));
  }

  json::object anObject(const json::object& schema, int depth) {
    json::object made;
    const auto* properties = member(schema, "properties");
    if (!properties || !properties->is_object()) return made;
    const auto* required = member(schema, "required");
    for (const auto& [name, property] : properties->get_object()) {
      const bool needed = required && required->is_array() && contains(required->get_array(), name);
      if (!needed && depth >= kDeepest / 2) continue;
      if (depth > 2 * kDeepest) continue;  // a schema that requires itself has no finite value
      made[name] = sample(property, name, depth + 1);
    }
    return made;
  }

  static bool contains(const json::array& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(),
                       [name](const auto& one) { return one.is_string() && one.get_string() == name; });
  }

  json::array anArray(const json::object& schema, std::string_view name, int depth) {
    json::array made;
    if (const auto* first = member(schema, "prefixItems"); first && first->is_array())
      for (const auto& item : first->get_array()) made.push_back(sample(item, name, depth + 1));
    const auto least = sizeOf(schema, "minItems", depth >= kDeepest / 2 ? 0 : 2, kMostItems);
    const auto most = sizeOf(schema, "maxItems", kMostItems, kMostItems);
    const auto count = std::min(std::max(least, made.size()), std::max(most, made.size()));
    const auto* items = member(schema, "items");
    const json::value anything = json::object{{"type", "string"}};
    while (made.size() < count)
      made.push_back(sample(items && items->is_object() ? *items : anything, name, depth + 1));
    return made;
  }

  static double aNumber(const json::object& schema, bool whole) {
    double low = numberOf(schema, "minimum", -INFINITY);
    double high = numberOf(schema, "maximum", INFINITY);
    const double step = numberOf(schema, "multipleOf", whole ? 1 : 0.5);
    const double nudge = step > 0 ? step : 1;
    if (const auto above = numberOf(schema, "exclusiveMinimum", -INFINITY); above >= low) low = above + nudge;
    if (const auto below = numberOf(schema, "exclusiveMaximum", INFINITY); below <= high)
      high = below - nudge;
    double value = std::clamp(42.0, std::min(low, high), std::max(low, high));
    if (step > 0) {
      value = std::floor(value / step) * step;
      if (value < low) value += step;
    }
    return std::clamp(value, -9e15, 9e15);
  }

  std::string aString(const json::object& schema, std::string_view name) {
    const auto* format = member(schema, "format");
    if (format && format->is_string())
      if (const auto example = formatExample(format->get_string()); !example.empty())
        return std::string(example);
    std::string text;
    if (!m_hint.empty())
      text = std::exchange(m_hint, {});
    else
      text = name.empty() ? "rehearsal" : "rehearsal " + std::string(name);
    const auto least = sizeOf(schema, "minLength", 0, kMostLetters);
    const auto most = sizeOf(schema, "maxLength", kMostLetters, kMostLetters);
    for (auto length = countCharacters(text); length < least; ++length) text += '.';
    return countCharacters(text) > most ? firstCharacters(text, most) : text;
  }

  const json::value& m_root;
  std::string_view m_hint;
};

}  // namespace

std::string sampleForSchema(std::string_view schema, std::string_view hint) {
  json::error_code error;
  const auto root = json::parse(json::string_view(schema.data(), schema.size()), error);
  if (error || !root.is_object()) return "{}";
  const auto valid = base::toValidUtf8(hint);
  return json::serialize(Sampler(root, valid).sample(root, {}, 0));
}

}  // namespace aiagent::rehearsal
