#include "core/wire/output_schema.h"

#include <optional>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

constexpr std::size_t kLongestSchemaName = 64;

base::Error invalid(std::string field, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(field)};
}

struct Schema {
  std::string name;
  std::string json;
  std::string strict;       // "true", "false" or "": not told
  std::string description;  // a JSON string, or ""
};

// The API takes [A-Za-z0-9_-]{1,64}: blanks become '_', everything else goes.
std::string schemaName(std::string_view wished) {
  std::string name;
  for (const char c : wished) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-')
      name += c;
    else if ((c == ' ' || c == '\t' || c == '.') && !name.empty() && name.back() != '_')
      name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name.substr(0, kLongestSchemaName);
}

std::string valueOf(const std::vector<JsonMember>& members, std::string_view name, JsonKind kind) {
  const auto* member = findMember(members, name);
  return member && jsonKind(member->value) == kind ? std::string(member->value) : std::string();
}

std::string without(const std::vector<JsonMember>& members, std::string_view name) {
  JsonObject object;
  for (const auto& member : members)
    if (member.name != name) object.raw(member.name, member.value);
  return object.take();
}

std::string firstName(std::initializer_list<std::string_view> wishes) {
  for (const auto wish : wishes)
    if (auto name = schemaName(wish); !name.empty()) return name;
  return "answer";
}

std::string textOf(const std::vector<JsonMember>& members, std::string_view name) {
  return stringFromJson(valueOf(members, name, JsonKind::String)).value_or("");
}

base::Result<std::optional<Schema>> readSchema(const domain::AgentContent& content) {
  const auto text = base::trimmed(content.outputSchema);
  if (text.empty()) return std::optional<Schema>();
  const auto members = jsonMembers(text);
  if (!members) return invalid("output-schema", "not a JSON object");
  Schema schema{.name = {},
                .json = valueOf(*members, "schema", JsonKind::Object),
                .strict = valueOf(*members, "strict", JsonKind::Boolean),
                .description = {}};
  if (!schema.json.empty()) {  // a schema in its wrapping
    const auto inner = jsonMembers(schema.json);
    schema.name = firstName({textOf(*members, "name"), textOf(*inner, "title"), content.name});
    schema.description = valueOf(*members, "description", JsonKind::String);
  } else {
    schema.name = firstName({textOf(*members, "title"), content.name});
    schema.json = schema.strict.empty() ? std::string(text) : without(*members, "strict");
  }
  return std::optional(std::move(schema));
}

JsonObject& addSchema(JsonObject& object, const Schema& schema) {
  object.text("name", schema.name);
  if (!schema.description.empty()) object.raw("description", schema.description);
  if (!schema.strict.empty()) object.raw("strict", schema.strict);
  return object.raw("schema", schema.json);
}

base::Result<std::vector<std::string_view>> readTools(std::string_view text) {
  const auto tools = jsonElements(text);
  if (!tools) return invalid("tools", "not a JSON array");
  for (const auto tool : *tools) {
    const auto members = jsonMembers(tool);
    if (!members || textOf(*members, "type").empty()) return invalid("tools", "a tool without a type");
  }
  return *tools;
}

// {"type":"function","name",…} -> {"type":"function","function":{"name",…}}; what is nested already stays.
std::string chatTool(std::string_view tool) {
  const auto members = *jsonMembers(tool);
  const auto type = textOf(members, "type");
  if ((type != "function" && type != "custom") || findMember(members, type)) return std::string(tool);
  return JsonObject().text("type", type).raw(type, without(members, "type")).take();
}

}  // namespace

base::Result<std::string> responsesFormat(const domain::AgentContent& content) {
  auto schema = readSchema(content);
  if (!schema) return schema.error();
  if (!*schema) return std::string();
  JsonObject format;
  format.text("type", "json_schema");
  return addSchema(format, **schema).take();
}

base::Result<std::string> chatFormat(const domain::AgentContent& content) {
  auto schema = readSchema(content);
  if (!schema) return schema.error();
  if (!*schema) return std::string();
  JsonObject inner;
  return JsonObject()
      .text("type", "json_schema")
      .raw("json_schema", addSchema(inner, **schema).take())
      .take();
}

base::Result<std::string> responsesTools(const domain::AgentContent& content) {
  const auto text = base::trimmed(content.tools);
  if (text.empty()) return std::string();
  const auto tools = readTools(text);
  if (!tools) return tools.error();
  return tools->empty() ? std::string() : std::string(text);
}

base::Result<std::string> chatTools(const domain::AgentContent& content) {
  const auto text = base::trimmed(content.tools);
  if (text.empty()) return std::string();
  const auto tools = readTools(text);
  if (!tools) return tools.error();
  JsonArray nested;
  for (const auto tool : *tools) nested.raw(chatTool(tool));
  return nested.empty() ? std::string() : nested.take();
}

base::Result<std::string> chatToolChoice(std::string_view choice) {
  const auto members = jsonMembers(choice);
  if (!members) return std::string(choice);
  const auto type = textOf(*members, "type");
  if (type != "function")
    return invalid("tool_choice", "Chat Completions has no choice of the kind \"" + type + "\"");
  if (!findMember(*members, "function") && textOf(*members, "name").empty())
    return invalid("tool_choice", "names no function");
  return chatTool(choice);
}

}  // namespace aiagent::wire
