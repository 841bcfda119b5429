#include "core/authoring/generate/sent_content.h"

#include <algorithm>

#include "core/authoring/generate/field_reader.h"
#include "core/authoring/generate/json_node.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

using Members = std::vector<wire::JsonMember>;

std::optional<Members> membersOf(const Members& object, std::string_view name) {
  const auto* member = wire::findMember(object, name);
  return member ? wire::jsonMembers(member->value) : std::nullopt;
}

void takeText(std::string& text, const Members& object, std::string_view name) {
  if (const auto* member = wire::findMember(object, name))
    if (auto sent = wire::stringFromJson(member->value)) text = std::move(*sent);
}

// Sent as JSON, as text where it is no JSON, or null where there is none.
void takeJson(std::string& json, const Members& object, std::string_view name) {
  const auto* member = wire::findMember(object, name);
  if (!member) return;
  switch (wire::jsonKind(member->value)) {
    case wire::JsonKind::Null: json.clear(); break;
    case wire::JsonKind::String: takeText(json, object, name); break;
    default: json = member->value;
  }
}

template <class Value>
std::optional<Value> read(Field field, const Members& object) {
  const auto* member = wire::findMember(object, toWord(field));
  if (!member) return std::nullopt;
  JsonStream stream;
  JsonNodeBuilder builder;
  std::optional<JsonNode> node;
  stream.feed(member->value, [&](const JsonEvent& event) {
    if (builder.take(event)) node = builder.takeValue();
  });
  std::vector<Problem> problems;
  auto value = node ? readField(field, *node, problems) : std::nullopt;
  return value ? std::optional(std::get<Value>(std::move(*value))) : std::nullopt;
}

// Their defaults are not sent.
void takeVariables(std::vector<domain::Variable>& variables, const Members& object) {
  auto sent = read<std::vector<domain::Variable>>(Field::Variables, object);
  if (!sent) return;
  for (auto& variable : *sent) {
    const auto same = std::ranges::find(variables, variable.name, &domain::Variable::name);
    if (same != variables.end()) variable.defaultValue = same->defaultValue;
  }
  variables = std::move(*sent);
}

}  // namespace

std::optional<domain::AgentContent> sentContent(std::string_view input, domain::AgentContent content) {
  const auto line = input.rfind('\n');
  const auto brief = wire::jsonMembers(line == std::string_view::npos ? input : input.substr(line + 1));
  if (!brief) return std::nullopt;
  const bool improvement = wire::findMember(*brief, "goal") != nullptr;
  const auto object = improvement ? brief : membersOf(*brief, "existing");
  if (!object || !wire::findMember(*object, "prompt")) return std::nullopt;
  takeText(content.name, *object, "name");
  takeText(content.description, *object, "description");
  takeText(content.prompt, *object, "prompt");
  takeVariables(content.variables, *object);
  takeJson(content.tools, *object, "tools");
  takeJson(content.outputSchema, *object, "outputSchema");
  if (auto starters = read<std::vector<std::string>>(Field::Starters, *object))
    content.starters = std::move(*starters);
  if (auto cases = read<std::vector<domain::TestCase>>(Field::Cases, *object))
    content.cases = std::move(*cases);
  return content;
}

}  // namespace aiagent::authoring
