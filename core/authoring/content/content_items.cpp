#include "core/authoring/content/content_items.h"

#include <map>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

// Makes keys unique by numbering those that were there already.
class UniqueKeys {
 public:
  std::string add(std::string key) {
    const auto count = ++m_seen[key];
    return count == 1 ? key : key + "#" + std::to_string(count);
  }

 private:
  std::map<std::string, int> m_seen;
};

std::string memberText(const std::vector<wire::JsonMember>& members, std::string_view name) {
  const auto* member = wire::findMember(members, name);
  return member ? wire::stringFromJson(member->value).value_or("") : "";
}

std::string toolName(const std::vector<wire::JsonMember>& members, const std::string& type) {
  if (type == "mcp") return memberText(members, "server_label");
  if (auto name = memberText(members, "name"); !name.empty()) return name;
  const auto* nested = wire::findMember(members, type);
  const auto inner = nested ? wire::jsonMembers(nested->value) : std::nullopt;
  return inner ? memberText(*inner, "name") : "";
}

}  // namespace

std::optional<std::vector<ToolItem>> toolItems(std::string_view tools) {
  std::vector<ToolItem> items;
  if (base::trimmed(tools).empty()) return items;
  const auto elements = wire::jsonElements(tools);
  if (!elements) return std::nullopt;
  UniqueKeys keys, labels;
  for (const auto element : *elements) {
    const auto members = wire::jsonMembers(element);
    if (!members) return std::nullopt;
    const auto type = memberText(*members, "type"), name = toolName(*members, type);
    items.push_back({keys.add(type + ":" + name),
                     labels.add(!name.empty()   ? name
                                : !type.empty() ? type
                                                : "tool"),
                     std::string(element)});
  }
  return items;
}

std::string toolsText(const std::vector<ToolItem>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "[\n  " : ",\n  ") + item.json;
  return text.empty() ? text : text + "\n]";
}

std::vector<std::string> caseKeys(const std::vector<domain::TestCase>& cases) {
  UniqueKeys unique;
  std::vector<std::string> keys;
  for (const auto& testCase : cases)
    keys.push_back(unique.add(testCase.name.empty() ? "input:" + testCase.input : "name:" + testCase.name));
  return keys;
}

std::string caseLabel(const domain::TestCase& testCase, std::size_t place) {
  return testCase.name.empty() ? "#" + std::to_string(place + 1) : testCase.name;
}

std::string toJson(const std::vector<std::string>& texts) {
  wire::JsonArray array;
  for (const auto& text : texts) array.text(text);
  return array.take();
}

std::string toJson(const domain::Variable& variable) {
  return wire::JsonObject()
      .text("name", variable.name)
      .text("type", toWord(variable.type))
      .text("description", variable.description)
      .text("example", variable.example)
      .text("default", variable.defaultValue)
      .raw("choices", toJson(variable.choices))
      .take();
}

std::string toJson(const domain::KnowledgeFile& file) {
  return wire::JsonObject()
      .text("name", file.name)
      .text("mediaType", file.mediaType)
      .text("sha256", file.sha256)
      .integer("bytes", file.bytes)
      .text("use", toWord(file.use))
      .take();
}

std::string toJson(const domain::TestCase& testCase) {
  wire::JsonObject variables;
  for (const auto& [name, value] : testCase.variables) variables.text(name, value);
  return wire::JsonObject()
      .text("name", testCase.name)
      .text("input", testCase.input)
      .raw("variables", variables.take())
      .text("expect", testCase.expect)
      .take();
}

}  // namespace aiagent::authoring
