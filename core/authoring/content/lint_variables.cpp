#include <algorithm>
#include <map>
#include <set>

#include "core/authoring/content/lint_rules.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kMostTypos = 2;

// Letters to put in, take out or exchange (V. Levenshtein, 1966).
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row.back();
}

std::string alike(const std::string& name, const std::vector<domain::Variable>& declared) {
  for (const auto& variable : declared) {
    const auto longer = std::max(name.size(), variable.name.size());
    if (longer > 3 * kMostTypos && editDistance(name, variable.name) <= kMostTypos) return variable.name;
  }
  return {};
}

// Where a variable may be used beside the prompt.
std::set<std::string> usedElsewhere(const domain::AgentContent& content) {
  std::set<std::string> names;
  const auto add = [&](const std::string& text) {
    for (auto& name : domain::variableNames(text)) names.insert(std::move(name));
  };
  for (const auto& starter : content.starters) add(starter);
  for (const auto& testCase : content.cases) add(testCase.input);
  return names;
}

}  // namespace

void lintVariables(const domain::AgentContent& content, Findings& findings) {
  std::set<std::string> declared, seen;
  for (const auto& variable : content.variables) declared.insert(variable.name);
  for (const auto& use : domain::findVariables(content.prompt)) {
    if (!seen.insert(use.name).second || declared.count(use.name)) continue;
    domain::Variable variable;
    variable.name = use.name;
    findings.push_back({"undeclared-variable",
                        declared.empty() ? Severity::Hint : Severity::Warning,
                        "prompt",
                        {use.begin, use.end},
                        {use.name, alike(use.name, content.variables)},
                        Fix{"declare-variable", {DeclareVariable{std::move(variable)}}},
                        {}});
  }
  const auto elsewhere = usedElsewhere(content);
  for (const auto& variable : content.variables) {
    if (!seen.count(variable.name) && !elsewhere.count(variable.name))
      findings.push_back({"unused-variable",
                          Severity::Warning,
                          "variables." + variable.name,
                          {},
                          {variable.name},
                          Fix{"remove-variable", {RemoveVariable{variable.name}}},
                          {}});
    else if (variable.description.empty())
      findings.push_back({"undescribed-variable",
                          Severity::Hint,
                          "variables." + variable.name,
                          {},
                          {variable.name},
                          {},
                          {}});
  }
}

}  // namespace aiagent::authoring
