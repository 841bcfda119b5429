#include "core/domain/variable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace aiagent::domain {
namespace {

constexpr std::array<std::pair<VariableType, std::string_view>, 4> kWords = {{
    {VariableType::String, "string"},
    {VariableType::Number, "number"},
    {VariableType::Boolean, "boolean"},
    {VariableType::Choice, "choice"},
}};

bool isNumber(std::string_view text) {
  double value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  return end.ec == std::errc() && end.ptr == text.data() + text.size() && std::isfinite(value);
}

}  // namespace

std::string_view toWord(VariableType type) {
  return kWords[static_cast<std::size_t>(type)].second;
}

std::optional<VariableType> variableTypeFromWord(std::string_view word) {
  for (const auto& [type, name] : kWords)
    if (name == word) return type;
  return std::nullopt;
}

bool fits(const Variable& variable, std::string_view value) {
  switch (variable.type) {
    case VariableType::Number: return isNumber(value);
    case VariableType::Boolean: return value == "true" || value == "false";
    case VariableType::Choice:
      return std::find(variable.choices.begin(), variable.choices.end(), value) != variable.choices.end();
    case VariableType::String: break;
  }
  return true;
}

base::Result<VariableValues> completedValues(const std::vector<Variable>& declared, VariableValues values) {
  for (const auto& variable : declared) {
    const auto given = values.find(variable.name);
    if (given == values.end()) {
      if (!variable.defaultValue.empty()) values.emplace(variable.name, variable.defaultValue);
    } else if (!fits(variable, given->second)) {
      return base::Error{
          .code = base::ErrorCode::InvalidInput, .detail = "variable value", .subject = variable.name};
    }
  }
  return values;
}

}  // namespace aiagent::domain
