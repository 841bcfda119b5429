// GeneratedAgent: what a model or the offline drafter proposes, field by field.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/domain/agent.h"

namespace aiagent::authoring {

// In the order in which a person wants to read them, and in which a model writes them.
enum class Field {
  Name,
  Description,
  Prompt,
  Variables,
  Model,
  Effort,
  Verbosity,
  Tools,
  OutputSchema,
  Starters,
  Cases
};
inline constexpr std::array kAllFields = {
    Field::Name,      Field::Description, Field::Prompt,       Field::Variables, Field::Model, Field::Effort,
    Field::Verbosity, Field::Tools,       Field::OutputSchema, Field::Starters,  Field::Cases};

std::string_view toWord(Field field);  // its name in JSON: "outputSchema"
std::optional<Field> fieldFromWord(std::string_view word);

// What kind of model the agent needs; which model that is, the provider's list says.
enum class ModelTier { Fast, Balanced, Best };
std::string_view toWord(ModelTier tier);  // "fast", "balanced", "best"
std::optional<ModelTier> modelTierFromWord(std::string_view word);

struct GeneratedTool {
  std::string type;         // "function", or a hosted tool of OpenAI (kHostedTools)
  std::string name;         // of a function
  std::string description;  // of a function: what it does; of a hosted tool: what for
  std::string parameters;   // of a function: a JSON schema
  bool operator==(const GeneratedTool&) const = default;
};

inline constexpr std::array<std::string_view, 4> kHostedTools = {"web_search", "file_search",
                                                                 "code_interpreter", "image_generation"};

struct GeneratedAgent {
  std::string name;
  std::string description;
  std::string prompt;  // with {{variables}}
  std::vector<domain::Variable> variables;
  std::optional<ModelTier> model;
  std::string effort;     // "low", "medium", "high" or empty: not told
  std::string verbosity;  // the same words
  std::vector<GeneratedTool> tools;
  std::string outputSchema;  // JSON schema, or empty: plain text
  std::vector<std::string> starters;
  std::vector<domain::TestCase> cases;

  bool operator==(const GeneratedAgent&) const = default;
};

using FieldValue =
    std::variant<std::string, std::vector<domain::Variable>, ModelTier, std::vector<GeneratedTool>,
                 std::vector<std::string>, std::vector<domain::TestCase>>;

// Model without a tier is an empty string.
FieldValue valueOf(const GeneratedAgent& agent, Field field);
// A value of another kind than the field's is a programmer error.
void setValue(GeneratedAgent& agent, Field field, FieldValue value);
bool isEmpty(const FieldValue& value);

// The field's value put into an agent's content: effort and verbosity as parameters, tools as the API's JSON,
// a schema that fits the strict subset as a strict one. `model` is the tier's model, empty: leave it.
// file_search is left out: it comes with knowledge files.
void applyField(domain::AgentContent& content, Field field, const FieldValue& value, std::string_view model);
domain::AgentContent toContent(const GeneratedAgent& agent, std::string_view model);
// Whether the content has nothing yet where the field would be put.
bool isFieldEmpty(const domain::AgentContent& content, Field field);

// name, description, prompt, variables, model, effort, verbosity, tools, outputSchema, starters, cases as one
// JSON object in the shape that a model writes, but schemas and parameters as JSON and variables of cases as
// an object. `fields` alone.
std::string toJson(const GeneratedAgent& agent, const std::vector<Field>& fields);
std::string toJson(const GeneratedAgent& agent);

}  // namespace aiagent::authoring
