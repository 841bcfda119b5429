#include "core/authoring/generate/generated_agent.h"

#include <algorithm>

#include "core/authoring/content/strict_schema.h"
#include "core/base/check.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

using wire::JsonArray;
using wire::JsonObject;

constexpr std::array<std::string_view, kAllFields.size()> kFieldWords = {
    "name",      "description", "prompt",       "variables", "model", "effort",
    "verbosity", "tools",       "outputSchema", "starters",  "cases"};
constexpr std::array<std::string_view, 3> kTierWords = {"fast", "balanced", "best"};
constexpr char kEffort[] = "reasoning.effort";
constexpr char kVerbosity[] = "text.verbosity";

template <class Words>
std::optional<std::size_t> indexOf(const Words& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return std::size_t(found - words.begin());
}

std::string jsonOf(const domain::Variable& variable) {
  JsonArray choices;
  for (const auto& choice : variable.choices) choices.text(choice);
  JsonObject object;
  object.text("name", variable.name)
      .text("type", domain::toWord(variable.type))
      .text("description", variable.description);
  object.text("example", variable.example);
  if (!variable.defaultValue.empty()) object.text("default", variable.defaultValue);
  if (variable.type == domain::VariableType::Choice) object.raw("choices", choices.take());
  return object.take();
}

// A person may be in the middle of editing it.
std::string jsonOrText(const std::string& text) {
  if (wire::isJson(text)) return text;
  std::string quoted;
  wire::appendQuoted(quoted, text);
  return quoted;
}

std::string jsonOf(const GeneratedTool& tool) {
  JsonObject object;
  object.text("type", tool.type);
  if (tool.type != "function") return object.text("description", tool.description).take();
  return object.text("name", tool.name)
      .text("description", tool.description)
      .raw("parameters", jsonOrText(tool.parameters))
      .take();
}

std::string jsonOf(const domain::TestCase& test) {
  JsonObject values;
  for (const auto& [name, value] : test.variables) values.text(name, value);
  return JsonObject()
      .text("name", test.name)
      .text("input", test.input)
      .raw("variables", values.take())
      .text("expect", test.expect)
      .take();
}

std::string jsonOf(const std::string& text) {
  std::string quoted;
  wire::appendQuoted(quoted, text);
  return quoted;
}

std::string jsonOf(ModelTier tier) {
  return jsonOf(std::string(toWord(tier)));
}

template <class Item>
std::string jsonOf(const std::vector<Item>& items) {
  JsonArray array;
  for (const auto& item : items) array.raw(jsonOf(item));
  return array.take();
}

std::string fieldJson(const GeneratedAgent& agent, Field field) {
  if (field == Field::OutputSchema)
    return agent.outputSchema.empty() ? "null" : jsonOrText(agent.outputSchema);
  const auto value = valueOf(agent, field);
  if (field == Field::Model && isEmpty(value)) return "null";
  return std::visit([](const auto& held) { return jsonOf(held); }, value);
}

std::string apiTool(const GeneratedTool& tool) {
  JsonObject object;
  object.text("type", tool.type);
  if (tool.type == "code_interpreter") return object.raw("container", R"({"type":"auto"})").take();
  if (tool.type != "function") return object.take();
  return object.text("name", tool.name)
      .text("description", tool.description)
      .raw("parameters", tool.parameters)
      .boolean("strict", fitsStrictSubset(tool.parameters))
      .take();
}

std::string apiTools(const std::vector<GeneratedTool>& tools) {
  JsonArray array;
  for (const auto& tool : tools)
    if (tool.type != "file_search") array.raw(apiTool(tool));
  return array.empty() ? std::string() : array.take();
}

std::string apiSchema(const std::string& schema) {
  if (schema.empty() || !fitsStrictSubset(schema)) return schema;
  return JsonObject().boolean("strict", true).raw("schema", schema).take();
}

void setParameter(domain::AgentContent& content, const char* name, const std::string& word) {
  if (word.empty())
    content.parameters.remove(name);
  else
    content.parameters.set(name, word);
}

}  // namespace

std::string_view toWord(Field field) {
  return kFieldWords[std::size_t(field)];
}

std::optional<Field> fieldFromWord(std::string_view word) {
  const auto index = indexOf(kFieldWords, word);
  return index ? std::optional(Field(*index)) : std::nullopt;
}

std::string_view toWord(ModelTier tier) {
  return kTierWords[std::size_t(tier)];
}

std::optional<ModelTier> modelTierFromWord(std::string_view word) {
  const auto index = indexOf(kTierWords, word);
  return index ? std::optional(ModelTier(*index)) : std::nullopt;
}

FieldValue valueOf(const GeneratedAgent& agent, Field field) {
  switch (field) {
    case Field::Name: return agent.name;
    case Field::Description: return agent.description;
    case Field::Prompt: return agent.prompt;
    case Field::Variables: return agent.variables;
    case Field::Model: return agent.model ? FieldValue(*agent.model) : FieldValue(std::string());
    case Field::Effort: return agent.effort;
    case Field::Verbosity: return agent.verbosity;
    case Field::Tools: return agent.tools;
    case Field::OutputSchema: return agent.outputSchema;
    case Field::Starters: return agent.starters;
    case Field::Cases: return agent.cases;
  }
  return std::string();
}

void setValue(GeneratedAgent& agent, Field field, FieldValue value) {
  const auto set = [&value](auto& member) {
    auto* held = std::get_if<std::decay_t<decltype(member)>>(&value);
    CHECK(held);
    member = std::move(*held);
  };
  switch (field) {
    case Field::Name: return set(agent.name);
    case Field::Description: return set(agent.description);
    case Field::Prompt: return set(agent.prompt);
    case Field::Variables: return set(agent.variables);
    case Field::Model:
      if (const auto* tier = std::get_if<ModelTier>(&value))
        agent.model = *tier;
      else
        agent.model.reset();
      return;
    case Field::Effort: return set(agent.effort);
    case Field::Verbosity: return set(agent.verbosity);
    case Field::Tools: return set(agent.tools);
    case Field::OutputSchema: return set(agent.outputSchema);
    case Field::Starters: return set(agent.starters);
    case Field::Cases: return set(agent.cases);
  }
}

bool isEmpty(const FieldValue& value) {
  if (std::holds_alternative<ModelTier>(value)) return false;
  return std::visit(
      [](const auto& held) {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, ModelTier>)
          return false;
        else
          return held.empty();
      },
      value);
}

void applyField(domain::AgentContent& content, Field field, const FieldValue& value, std::string_view model) {
  GeneratedAgent one;
  setValue(one, field, value);
  switch (field) {
    case Field::Name: content.name = std::move(one.name); break;
    case Field::Description: content.description = std::move(one.description); break;
    case Field::Prompt: content.prompt = std::move(one.prompt); break;
    case Field::Variables: content.variables = std::move(one.variables); break;
    case Field::Model:
      if (one.model && !model.empty()) content.model = model;
      break;
    case Field::Effort: setParameter(content, kEffort, one.effort); break;
    case Field::Verbosity: setParameter(content, kVerbosity, one.verbosity); break;
    case Field::Tools: content.tools = apiTools(one.tools); break;
    case Field::OutputSchema: content.outputSchema = apiSchema(one.outputSchema); break;
    case Field::Starters: content.starters = std::move(one.starters); break;
    case Field::Cases: content.cases = std::move(one.cases); break;
  }
}

domain::AgentContent toContent(const GeneratedAgent& agent, std::string_view model) {
  domain::AgentContent content;
  for (const auto field : kAllFields) applyField(content, field, valueOf(agent, field), model);
  return content;
}

bool isFieldEmpty(const domain::AgentContent& content, Field field) {
  switch (field) {
    case Field::Name: return content.name.empty();
    case Field::Description: return content.description.empty();
    case Field::Prompt: return content.prompt.empty();
    case Field::Variables: return content.variables.empty();
    case Field::Model: return content.model.empty();
    case Field::Effort: return !content.parameters.find(kEffort);
    case Field::Verbosity: return !content.parameters.find(kVerbosity);
    case Field::Tools: return content.tools.empty();
    case Field::OutputSchema: return content.outputSchema.empty();
    case Field::Starters: return content.starters.empty();
    case Field::Cases: return content.cases.empty();
  }
  return true;
}

std::string toJson(const GeneratedAgent& agent, const std::vector<Field>& fields) {
  JsonObject object;
  for (const auto field : fields) object.raw(toWord(field), fieldJson(agent, field));
  return object.take();
}

std::string toJson(const GeneratedAgent& agent) {
  return toJson(agent, {kAllFields.begin(), kAllFields.end()});
}

}  // namespace aiagent::authoring
