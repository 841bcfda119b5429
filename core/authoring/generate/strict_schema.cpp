#include "core/authoring/generate/strict_schema.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace aiagent::authoring {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 12> kRefused = {"default",
                                                       "allOf",
                                                       "oneOf",
                                                       "not",
                                                       "if",
                                                       "then",
                                                       "else",
                                                       "patternProperties",
                                                       "propertyNames",
                                                       "dependentSchemas",
                                                       "dependentRequired",
                                                       "unevaluatedProperties"};

bool fits(const json::value& schema);

bool isObjectSchema(const json::object& schema) {
  const auto* type = schema.if_contains("type");
  if (schema.contains("properties")) return true;
  if (!type) return false;
  if (type->is_string()) return type->get_string() == "object";
  const auto* types = type->if_array();
  return types && std::any_of(types->begin(), types->end(), [](const auto& one) { return one == "object"; });
}

bool requiresAll(const json::object& schema) {
  const auto* closed = schema.if_contains("additionalProperties");
  if (!closed || *closed != false) return false;
  const auto* properties = schema.if_contains("properties");
  if (!properties) return true;
  const auto* required = schema.if_contains("required");
  if (!properties->is_object()) return false;
  const auto isRequired = [required](const auto& property) {
    const auto* names = required ? required->if_array() : nullptr;
    return names && std::find(names->begin(), names->end(), json::value(property.key())) != names->end();
  };
  const auto& all = properties->get_object();
  return std::all_of(all.begin(), all.end(), isRequired);
}

bool allFit(const json::value* schemas) {
  if (!schemas) return true;
  if (const auto* list = schemas->if_array()) return std::all_of(list->begin(), list->end(), fits);
  const auto* named = schemas->if_object();
  return named &&
         std::all_of(named->begin(), named->end(), [](const auto& one) { return fits(one.value()); });
}

bool fits(const json::value& schema) {
  const auto* object = schema.if_object();
  if (!object) return false;
  for (const auto word : kRefused)
    if (object->contains(word)) return false;
  if (isObjectSchema(*object) && !requiresAll(*object)) return false;
  const auto* items = object->if_contains("items");
  return (!items || fits(*items)) && allFit(object->if_contains("properties")) &&
         allFit(object->if_contains("anyOf")) && allFit(object->if_contains("$defs")) &&
         allFit(object->if_contains("definitions"));
}

}  // namespace

bool fitsStrictSubset(std::string_view schema) {
  json::error_code error;
  const auto root = json::parse({schema.data(), schema.size()}, error);
  if (error || !root.is_object()) return false;
  const auto* type = root.get_object().if_contains("type");
  return type && *type == "object" && fits(root);
}

}  // namespace aiagent::authoring
