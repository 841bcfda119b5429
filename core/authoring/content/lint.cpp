#include "core/authoring/content/lint.h"

#include <algorithm>

#include "core/authoring/content/lint_rules.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kMostFindings = 200;

constexpr std::string_view kFieldOrder[] = {"name",       "description", "prompt",       "model",
                                            "parameters", "tools",       "outputSchema", "variables",
                                            "knowledge",  "starters",    "tags",         "cases"};

std::size_t placeOf(std::string_view field) {
  const auto first = field.substr(0, field.find('.'));
  return static_cast<std::size_t>(std::find(std::begin(kFieldOrder), std::end(kFieldOrder), first) -
                                  std::begin(kFieldOrder));
}

std::string* textField(domain::AgentContent& content, std::string_view field) {
  if (field == "prompt") return &content.prompt;
  if (field == "tools") return &content.tools;
  if (field == "outputSchema") return &content.outputSchema;
  return nullptr;
}

// Applies the edits of one fix; those of a text from back to front, so that the places stay true.
class Fixer {
 public:
  explicit Fixer(domain::AgentContent& content) : m_content(content) {}

  void operator()(const ReplaceText& edit) {
    auto* text = textField(m_content, edit.field);
    if (text && edit.range.begin <= edit.range.end && edit.range.end <= text->size())
      text->replace(edit.range.begin, edit.range.size(), edit.text);
  }
  void operator()(const DeclareVariable& edit) {
    auto& all = m_content.variables;
    if (std::none_of(all.begin(), all.end(),
                     [&](const auto& known) { return known.name == edit.variable.name; }))
      all.push_back(edit.variable);
  }
  void operator()(const RemoveVariable& edit) {
    auto& all = m_content.variables;
    all.erase(
        std::remove_if(all.begin(), all.end(), [&](const auto& known) { return known.name == edit.name; }),
        all.end());
  }
  void operator()(const RemoveParameter& edit) { m_content.parameters.remove(edit.name); }
  void operator()(const SetModel& edit) { m_content.model = edit.model; }

 private:
  domain::AgentContent& m_content;
};

}  // namespace

std::string_view toWord(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Hint: return "hint";
  }
  return "hint";
}

std::vector<Finding> lint(const domain::AgentContent& content, const LintContext& context) {
  std::vector<Finding> findings;
  const Outline outline(content.prompt);
  lintStructure(content.prompt, outline, findings);
  lintInstructions(content.prompt, outline, findings);
  lintVariables(content, findings);
  lintModel(content, context, findings);
  lintTools(content, findings);
  lintSchema(content, findings);
  lintSecrets(content, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    const auto placeA = placeOf(a.field), placeB = placeOf(b.field);
    return placeA != placeB ? placeA < placeB : a.range.begin < b.range.begin;
  });
  if (findings.size() > kMostFindings) findings.resize(kMostFindings);
  return findings;
}

domain::AgentContent applyFix(domain::AgentContent content, const Fix& fix) {
  Fixer fixer(content);
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) std::visit(fixer, *edit);
  return content;
}

}  // namespace aiagent::authoring
