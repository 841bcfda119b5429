#include "core/authoring/formats/property_list.h"

#include <algorithm>

namespace aiagent::authoring {
namespace {

std::string textOf(const Tree& tree, std::string_view name) {
  const auto* value = tree.find(name);
  return value && value->isScalar() ? value->asText() : std::string();
}

std::string jsonType(const std::string& kind) {
  return kind == "float" ? "number" : kind.empty() ? "string" : kind;
}

Tree propertySchema(const Tree& property) {
  if (property.isScalar()) return Record{{"type", jsonType(property.asText())}};
  const auto kind = jsonType(property.find("kind") ? textOf(property, "kind") : textOf(property, "type"));
  Record schema{{"type", kind}};
  if (const auto text = textOf(property, "description"); !text.empty())
    schema.emplace_back("description", text);
  for (const char* name : {"enumValues", "enum"})
    if (const auto* values = property.find(name); values && values->isList())
      schema.emplace_back("enum", *values);
  if (const auto* inner = property.find("properties"); inner && kind == "object") {
    if (auto object = schemaFromProperties(*inner))
      for (const auto& member : object->members())
        if (member.first != "type") schema.push_back(member);
  }
  if (const auto* items = property.find("items"); items && kind == "array")
    schema.emplace_back("items", propertySchema(*items));
  return schema;
}

std::optional<Tree> propertyOf(const Tree& schema, const Tree* name, bool required) {
  if (!schema.isRecord() || textOf(schema, "type").empty()) return std::nullopt;
  const auto type = textOf(schema, "type");
  Record property;
  if (name) property.emplace_back("name", *name);
  property.emplace_back("kind", type);
  for (const auto& [member, value] : schema.members()) {
    if (member == "type" || member == "required" || member == "additionalProperties") continue;
    if (member == "description" && value.text()) {
      property.emplace_back("description", value);
    } else if (member == "enum" && value.isList()) {
      property.emplace_back("enumValues", value);
    } else if (member == "properties" && type == "object") {
      auto inner = propertiesFromSchema(schema);
      if (!inner) return std::nullopt;
      property.emplace_back("properties", std::move(*inner));
    } else if (member == "items" && type == "array") {
      auto inner = propertyOf(value, nullptr, false);
      if (!inner) return std::nullopt;
      property.emplace_back("items", std::move(*inner));
    } else {
      return std::nullopt;
    }
  }
  if (required) property.emplace_back("required", true);
  return Tree(std::move(property));
}

bool isRequired(const Tree& schema, const std::string& name) {
  const auto* required = schema.find("required");
  if (!required) return false;
  const auto& all = required->items();
  return std::find(all.begin(), all.end(), Tree(name)) != all.end();
}

bool isSchema(const Tree& tree) {
  const auto* properties = tree.find("properties");
  return textOf(tree, "type") == "object" && (!properties || properties->isRecord());
}

// Equal but for the order of members.
bool same(const Tree& one, const Tree& other) {
  if (one.isList() && other.isList())
    return std::equal(one.items().begin(), one.items().end(), other.items().begin(), other.items().end(),
                      same);
  if (!one.isRecord() || !other.isRecord()) return one == other;
  return one.members().size() == other.members().size() &&
         std::all_of(one.members().begin(), one.members().end(), [&](const auto& member) {
           const auto* match = other.find(member.first);
           return match && same(member.second, *match);
         });
}

}  // namespace

std::optional<Tree> schemaFromProperties(const Tree& source) {
  if (isSchema(source)) return source;
  const auto* inner = source.find("properties");
  const auto& list = inner && (inner->isList() || inner->isRecord()) ? *inner : source;
  Record properties;
  List required;
  for (const auto& item : list.items()) {
    const auto name = textOf(item, "name");
    if (name.empty()) return std::nullopt;
    properties.emplace_back(name, propertySchema(item));
    if (const auto* flag = item.find("required"); flag && flag->boolean() && *flag->boolean())
      required.emplace_back(name);
  }
  for (const auto& [name, value] : list.members()) {
    properties.emplace_back(name, propertySchema(value));
    if (const auto* flag = value.find("required"); flag && flag->boolean() && *flag->boolean())
      required.emplace_back(name);
  }
  if (properties.empty()) return std::nullopt;
  Record schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema.emplace_back("required", std::move(required));
  schema.emplace_back("additionalProperties", false);
  return Tree(std::move(schema));
}

std::optional<Tree> propertiesFromSchema(const Tree& schema) {
  if (!isSchema(schema) || !schema.find("properties")) return std::nullopt;
  List list;
  for (const auto& [name, value] : schema.find("properties")->members()) {
    const Tree nameTree(name);
    auto property = propertyOf(value, &nameTree, isRequired(schema, name));
    if (!property) return std::nullopt;
    list.push_back(std::move(*property));
  }
  const Tree properties(std::move(list));
  const auto back = schemaFromProperties(properties);
  // an object within an object has more members than its list says
  Record expected;
  for (const auto& member : schema.members())
    if (member.first != "description") expected.push_back(member);
  if (!back || !same(*back, Tree(std::move(expected)))) return std::nullopt;
  return properties;
}

}  // namespace aiagent::authoring
