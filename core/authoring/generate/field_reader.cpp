#include "core/authoring/generate/field_reader.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

using Problems = std::vector<Problem>;

Problem problem(ProblemKind kind, Field field, std::string subject = {}, std::string raw = {},
                bool mended = false) {
  return {kind, field, std::move(subject), std::move(raw), mended};
}

std::optional<FieldValue> wrongShape(Field field, const JsonNode& node, Problems& problems) {
  problems.push_back(problem(ProblemKind::WrongShape, field, {}, toJson(node)));
  return std::nullopt;
}

bool isText(const JsonNode* node) {
  return node && node->kind == JsonNode::Kind::Text;
}

// Numbers and literals too: an example of 5 is "5".
std::string textOf(const JsonNode& object, std::string_view name) {
  const auto* node = object.find(name);
  const bool scalar = node && node->items.empty() && node->members.empty() && !node->isNull();
  return scalar ? node->text : std::string();
}

std::string trimmedText(const JsonNode& object, std::string_view name) {
  return std::string(base::trimmed(textOf(object, name)));
}

std::string lower(std::string_view text) {
  std::string out(base::trimmed(text));
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  return out;
}

// ---- texts

std::string onOneLine(std::string_view text) {
  std::string line(base::trimmed(text));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

std::optional<FieldValue> readText(Field field, const JsonNode& node, Problems& problems) {
  if (!isText(&node)) return wrongShape(field, node, problems);
  auto text = field == Field::Name ? onOneLine(node.text) : std::string(base::trimmed(node.text));
  const auto most = field == Field::Name          ? domain::kLongestName
                    : field == Field::Description ? domain::kLongestDescription
                                                  : domain::kLongestPrompt;
  if (text.size() > most) {
    problems.push_back(problem(ProblemKind::TooLong, field, {}, text, true));
    text = base::utf8Prefix(text, most);
  }
  if (text.empty()) return wrongShape(field, node, problems);
  return text;
}

std::optional<FieldValue> readWord(Field field, const JsonNode& node, Problems& problems) {
  const auto word = isText(&node) ? lower(node.text) : std::string();
  if (field == Field::Model) {
    if (const auto tier = modelTierFromWord(word)) return *tier;
  } else if (word == "low" || word == "medium" || word == "high") {
    return word;
  }
  problems.push_back(problem(ProblemKind::UnknownWord, field, {}, toJson(node)));
  return std::nullopt;
}

// ---- variables

// "{{ team name }}" can only mean team_name; anything else that is no name is not guessed.
std::string variableName(std::string_view wished) {
  auto name = base::trimmed(wished);
  while (name.size() > 2 && name.front() == '{' && name.back() == '}')
    name = base::trimmed(name.substr(1, name.size() - 2));
  std::string out(name);
  std::replace(out.begin(), out.end(), ' ', '_');
  return domain::isVariableName(out) ? out : std::string();
}

std::vector<std::string> textsIn(const JsonNode* node) {
  std::vector<std::string> texts;
  if (!node) return texts;
  for (const auto& item : node->items) {
    const bool scalar = item.items.empty() && item.members.empty() && !item.isNull();
    auto text = std::string(base::trimmed(item.text));
    if (scalar && !text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  return texts;
}

void checkType(domain::Variable& variable, std::string_view word, Problems& problems) {
  const auto type = domain::variableTypeFromWord(word);
  if (!type && !word.empty())
    problems.push_back(
        problem(ProblemKind::UnknownWord, Field::Variables, variable.name, std::string(word), true));
  variable.type = type.value_or(domain::VariableType::String);
  if (variable.type == domain::VariableType::Choice && variable.choices.empty()) {
    problems.push_back(problem(ProblemKind::ChoicesMissing, Field::Variables, variable.name, {}, true));
    variable.type = domain::VariableType::String;
  }
  if (variable.type != domain::VariableType::Choice) variable.choices.clear();
  if (!variable.example.empty() && !domain::fits(variable, variable.example))
    problems.push_back(
        problem(ProblemKind::ExampleDoesNotFit, Field::Variables, variable.name, variable.example));
}

void addVariable(const JsonNode& node, std::vector<domain::Variable>& variables, Problems& problems) {
  const auto wished = textOf(node, "name");
  domain::Variable variable;
  variable.name = variableName(wished);
  if (variable.name != wished)
    problems.push_back(problem(ProblemKind::BadVariableName, Field::Variables, wished, toJson(node),
                               !variable.name.empty()));
  if (variable.name.empty()) return;
  const auto same = [&](const auto& other) { return other.name == variable.name; };
  if (std::any_of(variables.begin(), variables.end(), same)) {
    problems.push_back(
        problem(ProblemKind::DuplicateVariable, Field::Variables, variable.name, toJson(node), true));
    return;
  }
  variable.description = trimmedText(node, "description");
  variable.example = trimmedText(node, "example");
  variable.choices = textsIn(node.find("choices"));
  checkType(variable, lower(textOf(node, "type")), problems);
  variables.push_back(std::move(variable));
}

std::optional<FieldValue> readVariables(const JsonNode& node, Problems& problems) {
  if (node.kind != JsonNode::Kind::Array) return wrongShape(Field::Variables, node, problems);
  std::vector<domain::Variable> variables;
  for (const auto& item : node.items) {
    if (variables.size() < domain::kMostVariables) addVariable(item, variables, problems);
  }
  return variables;
}

// ---- tools and schemas

// A schema travels as text, because a strict schema cannot describe a free one; some models nest it all the
// same. "" when it is neither.
std::string schemaText(const JsonNode* node) {
  if (!node) return {};
  if (node->kind == JsonNode::Kind::Object) return toJson(*node);
  if (node->kind != JsonNode::Kind::Text) return {};
  const auto text = base::trimmed(node->text);
  return wire::jsonKind(text) == wire::JsonKind::Object ? std::string(text) : std::string();
}

bool isFunctionName(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), fits);
}

std::optional<GeneratedTool> readTool(const JsonNode& node) {
  GeneratedTool tool;
  tool.type = lower(textOf(node, "type"));
  tool.description = trimmedText(node, "description");
  if (tool.type != "function") {
    if (std::find(kHostedTools.begin(), kHostedTools.end(), tool.type) == kHostedTools.end())
      return std::nullopt;
    return tool;
  }
  tool.name = trimmedText(node, "name");
  std::replace(tool.name.begin(), tool.name.end(), ' ', '_');
  tool.parameters = schemaText(node.find("parameters"));
  if (!isFunctionName(tool.name) || tool.parameters.empty()) return std::nullopt;
  return tool;
}

std::optional<FieldValue> readTools(const JsonNode& node, Problems& problems) {
  std::vector<GeneratedTool> tools;
  if (node.isNull()) return tools;
  if (node.kind != JsonNode::Kind::Array) return wrongShape(Field::Tools, node, problems);
  for (const auto& item : node.items) {
    if (auto tool = readTool(item))
      tools.push_back(std::move(*tool));
    else
      problems.push_back(
          problem(ProblemKind::BadTool, Field::Tools, trimmedText(item, "name"), toJson(item)));
  }
  return tools;
}

std::optional<FieldValue> readSchema(const JsonNode& node, Problems& problems) {
  if (node.isNull() ||
      (isText(&node) && (base::trimmed(node.text).empty() || base::trimmed(node.text) == "null")))
    return std::string();
  if (auto schema = schemaText(&node); !schema.empty()) return schema;
  problems.push_back(
      problem(ProblemKind::BadSchema, Field::OutputSchema, {}, isText(&node) ? node.text : toJson(node)));
  return std::nullopt;
}

// ---- starters and cases

std::optional<FieldValue> readStarters(const JsonNode& node, Problems& problems) {
  if (node.kind != JsonNode::Kind::Array) return wrongShape(Field::Starters, node, problems);
  return textsIn(&node);
}

domain::VariableValues valuesOf(const JsonNode* node) {
  domain::VariableValues values;
  if (!node) return values;
  for (const auto& item : node->items)
    if (auto name = variableName(textOf(item, "name")); !name.empty()) values[name] = textOf(item, "value");
  for (const auto& [name, value] : node->members)
    if (value.items.empty() && value.members.empty()) values[name] = value.isNull() ? "" : value.text;
  return values;
}

std::optional<FieldValue> readCases(const JsonNode& node, Problems& problems) {
  if (node.kind != JsonNode::Kind::Array) return wrongShape(Field::Cases, node, problems);
  std::vector<domain::TestCase> cases;
  for (const auto& item : node.items) {
    domain::TestCase test{trimmedText(item, "name"), textOf(item, "input"), valuesOf(item.find("variables")),
                          trimmedText(item, "expect")};
    if (test.input.empty() && test.variables.empty() && test.expect.empty())
      problems.push_back(problem(ProblemKind::WrongShape, Field::Cases, test.name, toJson(item)));
    else
      cases.push_back(std::move(test));
  }
  return cases;
}

}  // namespace

std::optional<FieldValue> readField(Field field, const JsonNode& node, Problems& problems) {
  switch (field) {
    case Field::Name:
    case Field::Description:
    case Field::Prompt: return readText(field, node, problems);
    case Field::Model:
    case Field::Effort:
    case Field::Verbosity: return readWord(field, node, problems);
    case Field::Variables: return readVariables(node, problems);
    case Field::Tools: return readTools(node, problems);
    case Field::OutputSchema: return readSchema(node, problems);
    case Field::Starters: return readStarters(node, problems);
    case Field::Cases: return readCases(node, problems);
  }
  return std::nullopt;
}

void fitVariables(const std::string& prompt, std::vector<domain::Variable>& variables, Problems& problems) {
  const auto used = domain::variableNames(prompt);
  for (const auto& name : used) {
    const auto same = [&](const auto& variable) { return variable.name == name; };
    if (std::any_of(variables.begin(), variables.end(), same)) continue;
    variables.push_back({.name = name});
    problems.push_back(problem(ProblemKind::UndeclaredVariable, Field::Variables, name, {}, true));
  }
  for (const auto& variable : variables)
    if (std::find(used.begin(), used.end(), variable.name) == used.end())
      problems.push_back(problem(ProblemKind::UnusedVariable, Field::Variables, variable.name));
}

void fitCases(const std::vector<domain::Variable>& variables, std::vector<domain::TestCase>& cases,
              Problems& problems) {
  for (auto& test : cases) {
    domain::VariableValues values;
    for (const auto& variable : variables) {
      const auto given = test.variables.find(variable.name);
      const bool told = given != test.variables.end();
      if (told)
        values[variable.name] = given->second;
      else if (!variable.example.empty())
        values[variable.name] = variable.example;
      if (!told)
        problems.push_back(
            problem(variable.example.empty() ? ProblemKind::CaseValueMissing : ProblemKind::CaseValueFilled,
                    Field::Cases, test.name, variable.name, !variable.example.empty()));
    }
    for (const auto& [name, value] : test.variables)
      if (!values.contains(name))
        problems.push_back(problem(ProblemKind::UnknownCaseVariable, Field::Cases, test.name, name, true));
    test.variables = std::move(values);
  }
}

}  // namespace aiagent::authoring
