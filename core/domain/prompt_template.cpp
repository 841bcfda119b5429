#include "core/domain/prompt_template.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace aiagent::domain {
namespace {

constexpr std::size_t kLongestVariable = 64;

bool isNameByte(unsigned char c, bool first) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  return letter || (!first && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
}

}  // namespace

bool isVariableName(std::string_view text) {
  if (text.empty() || text.size() > kLongestVariable) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!isNameByte(static_cast<unsigned char>(text[i]), i == 0)) return false;
  return true;
}

std::vector<VariableUse> findVariables(std::string_view prompt) {
  std::vector<VariableUse> uses;
  std::size_t from = 0;
  while ((from = prompt.find("{{", from)) != std::string_view::npos) {
    const std::size_t inside = from + 2;
    const std::size_t close =
        prompt.substr(0, std::min(prompt.size(), inside + kLongestVariable + 64)).find("}}", inside);
    const auto name = close == std::string_view::npos ? std::string_view()
                                                      : base::trimmed(prompt.substr(inside, close - inside));
    if (isVariableName(name)) {
      uses.push_back({from, close + 2, std::string(name)});
      from = close + 2;
    } else {
      ++from;
    }
  }
  return uses;
}

std::vector<std::string> variableNames(std::string_view prompt) {
  std::vector<std::string> names;
  for (auto& use : findVariables(prompt))
    if (std::find(names.begin(), names.end(), use.name) == names.end()) names.push_back(std::move(use.name));
  return names;
}

base::Result<std::string> fillVariables(std::string_view prompt, const VariableValues& values) {
  std::string filled, missing;
  std::size_t from = 0;
  for (const auto& use : findVariables(prompt)) {
    filled.append(prompt.substr(from, use.begin - from));
    from = use.end;
    if (const auto value = values.find(use.name); value != values.end()) {
      filled.append(value->second);
    } else if ((", " + missing + ", ").find(", " + use.name + ", ") == std::string::npos) {
      missing.append(missing.empty() ? "" : ", ").append(use.name);
    }
  }
  if (!missing.empty())
    return base::Error{
        .code = base::ErrorCode::InvalidInput, .detail = "missing variables", .subject = missing};
  filled.append(prompt.substr(from));
  return filled;
}

}  // namespace aiagent::domain
