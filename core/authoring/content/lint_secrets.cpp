#include <algorithm>

#include "core/authoring/content/content_items.h"
#include "core/authoring/content/lint_rules.h"
#include "core/authoring/content/secrets.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

// A name that is neither declared nor used: "api_key", "api_key_2" …
std::string freeName(const domain::AgentContent& content, const std::string& wished) {
  auto taken = domain::variableNames(content.prompt);
  for (const auto& variable : content.variables) taken.push_back(variable.name);
  auto name = wished;
  for (int i = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++i)
    name = wished + "_" + std::to_string(i);
  return name;
}

class SecretFinder {
 public:
  SecretFinder(const domain::AgentContent& content, Findings& findings)
      : m_content(content), m_findings(findings) {}

  void look(const std::string& field, const std::string& text) {
    for (const auto& secret : findSecrets(text))
      m_findings.push_back(
          {"secret", Severity::Error, field, secret.range, {secret.kind}, fixOf(field, secret), {}});
  }

 private:
  std::optional<Fix> fixOf(const std::string& field, const Secret& secret) const {
    if (field != "prompt") return std::nullopt;
    domain::Variable variable;
    variable.name = freeName(m_content, secret.kind == "password" ? "password" : "secret_key");
    return Fix{"replace-by-variable",
               {ReplaceText{"prompt", secret.range, "{{" + variable.name + "}}"}, DeclareVariable{variable}}};
  }

  const domain::AgentContent& m_content;
  Findings& m_findings;
};

}  // namespace

void lintSecrets(const domain::AgentContent& content, Findings& findings) {
  SecretFinder finder(content, findings);
  finder.look("description", content.description);
  finder.look("prompt", content.prompt);
  finder.look("tools", content.tools);
  finder.look("outputSchema", content.outputSchema);
  for (const auto& variable : content.variables) {
    finder.look("variables." + variable.name, variable.defaultValue);
    finder.look("variables." + variable.name, variable.example);
  }
  for (const auto& starter : content.starters) finder.look("starters", starter);
  for (std::size_t i = 0; i < content.cases.size(); ++i) {
    const auto label = "cases." + caseLabel(content.cases[i], i);
    finder.look(label + ".input", content.cases[i].input);
    finder.look(label + ".expect", content.cases[i].expect);
    for (const auto& [name, value] : content.cases[i].variables) {
      auto field = label;
      finder.look(field.append(".variables.").append(name), value);
    }
  }
}

}  // namespace aiagent::authoring
