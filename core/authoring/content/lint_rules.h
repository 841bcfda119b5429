// The linter's rules by what they look at; lint.h says what each tells. Private to the linter.
#pragma once

#include "core/authoring/content/lint.h"
#include "core/authoring/content/prompt_outline.h"

namespace aiagent::authoring {

using Findings = std::vector<Finding>;

void lintVariables(const domain::AgentContent& content, Findings& findings);
void lintModel(const domain::AgentContent& content, const LintContext& context, Findings& findings);
void lintStructure(std::string_view prompt, const Outline& outline, Findings& findings);
void lintInstructions(std::string_view prompt, const Outline& outline, Findings& findings);
void lintSecrets(const domain::AgentContent& content, Findings& findings);
void lintTools(const domain::AgentContent& content, Findings& findings);
void lintSchema(const domain::AgentContent& content, Findings& findings);

}  // namespace aiagent::authoring
