#include <chrono>

#include "core/authoring/content/lint_rules.h"

namespace aiagent::authoring {
namespace {

constexpr auto kRetiringSoon = std::chrono::days(90);

void lintLength(const domain::AgentContent& content, const LintContext& context, Findings& findings) {
  const auto& model = *context.model;
  if (!context.estimateTokens || model.contextTokens <= 0) return;
  const auto tokens = context.estimateTokens(content.prompt);
  const bool over = tokens > model.contextTokens, near = tokens * 5 > model.contextTokens * 4;
  if (!near) return;
  findings.push_back({over ? "prompt-over-context" : "prompt-near-context",
                      over ? Severity::Error : Severity::Warning,
                      "prompt",
                      {},
                      {std::to_string(tokens), std::to_string(model.contextTokens), model.id},
                      {},
                      {}});
}

void lintShutdown(const LintContext& context, Findings& findings) {
  const auto& model = *context.model;
  if (!model.shutdown || *model.shutdown > context.now + kRetiringSoon) return;
  const bool gone = *model.shutdown <= context.now;
  std::optional<Fix> fix;
  if (!model.successor.empty()) fix = Fix{"use-successor", {SetModel{model.successor}}};
  findings.push_back({gone ? "retired-model" : "retiring-model",
                      gone ? Severity::Error : Severity::Warning,
                      "model",
                      {},
                      {model.id, base::toIso8601(*model.shutdown).substr(0, 10), model.successor},
                      std::move(fix),
                      {}});
}

}  // namespace

void lintModel(const domain::AgentContent& content, const LintContext& context, Findings& findings) {
  if (!context.model) return;
  lintLength(content, context, findings);
  lintShutdown(context, findings);
  for (const auto& name : context.model->refused)
    if (content.parameters.find(name))
      findings.push_back({"refused-parameter",
                          Severity::Warning,
                          "parameters." + name,
                          {},
                          {name, context.model->id},
                          Fix{"remove-parameter", {RemoveParameter{name}}},
                          {}});
}

}  // namespace aiagent::authoring
