// Variable: what a prompt's {{name}} stands for, as the agent's author declared it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/prompt_template.h"

namespace aiagent::domain {

// Values are text whatever the type; the type says which text fits.
enum class VariableType { String, Number, Boolean, Choice };

std::string_view toWord(VariableType type);  // "string", "number", "boolean", "choice"
std::optional<VariableType> variableTypeFromWord(std::string_view word);

struct Variable {
  std::string name;  // as between the braces
  VariableType type = VariableType::String;
  std::string description;
  std::string example;
  std::string defaultValue;          // taken where a run gives no value; empty: one must be given
  std::vector<std::string> choices;  // of Choice, in the author's order

  bool operator==(const Variable&) const = default;
};

// Whether `value` is a value of the variable: a JSON number, "true" or "false", one of the choices.
bool fits(const Variable& variable, std::string_view value);

// A run's values with the defaults of those that have none. InvalidInput, subject = the variable's name, when
// a value does not fit its type; variables that are not declared take any text.
base::Result<VariableValues> completedValues(const std::vector<Variable>& declared, VariableValues values);

}  // namespace aiagent::domain
