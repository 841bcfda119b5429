#include "core/cluster/lint/lint.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/cluster/lint/rules.h"

namespace aiagent::cluster::lint {
namespace {

constexpr auto kReadRules = std::to_array<Rule>({
    {{"READ-001", 0, kError, "This is no YAML: %1.",
      "Mend the document; nothing behind this place was looked at."},
     [](const Sources& sources, Report& report) {
       for (const auto& fault : sources.faults) report.at(fault.path, fault.line, {fault.detail});
     }},
    {{"READ-002", 0, kWarning, "The file was not looked at: it is too large, or one of too many.",
      "Give the linter the folder with the deployment's own files."},
     [](const Sources& sources, Report& report) {
       for (const auto& path : sources.refused) report.at(path, 1);
     }},
});

std::vector<const Rule*> allRules() {
  std::vector<const Rule*> all;
  for (const auto table :
       {std::span<const Rule>(kReadRules), dockerRules(), composeRules(), envRules(), podRules(),
        kubernetesRules(), networkRules(), backupRules(), workflowRules(), databaseRules(), crossRules()})
    for (const auto& rule : table) all.push_back(&rule);
  return all;
}

const RuleText* find(std::string_view id) {
  for (const auto* rule : allRules())
    if (rule->text.id == id) return &rule->text;
  return nullptr;
}

std::string filled(const char* sentence, const std::vector<std::string>& arguments) {
  std::string text;
  for (const char* at = sentence; *at; ++at) {
    const auto place = *at == '%' ? static_cast<std::size_t>(at[1] - '1') : arguments.size();
    if (place < arguments.size()) {
      text += arguments[place];
      ++at;
    } else {
      text += *at;
    }
  }
  return text;
}

auto orderOf(const LintFinding& finding) {
  return std::tie(finding.path, finding.line, finding.id, finding.arguments);
}

}  // namespace

std::string_view toWord(LintSeverity severity) {
  switch (severity) {
    case LintSeverity::Error: return "error";
    case LintSeverity::Warning: return "warning";
    case LintSeverity::Hint: return "hint";
  }
  return "hint";
}

std::vector<LintFinding> lintDeployment(const std::vector<LintFile>& files) {
  const auto sources = readSources(files);
  std::vector<LintFinding> findings;
  for (const auto* rule : allRules()) {
    Report report(rule->text, findings);
    rule->check(sources, report);
  }
  std::sort(findings.begin(), findings.end(),
            [](const LintFinding& a, const LintFinding& b) { return orderOf(a) < orderOf(b); });
  findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
  if (findings.size() > kMostFindings) findings.resize(kMostFindings);
  return findings;
}

std::vector<RuleText> lintRules() {
  std::vector<RuleText> texts;
  for (const auto* rule : allRules()) texts.push_back(rule->text);
  return texts;
}

std::string reasonOf(const LintFinding& finding) {
  const auto* rule = find(finding.id);
  return rule ? filled(rule->reason, finding.arguments) : std::string();
}

std::string repairOf(const LintFinding& finding) {
  const auto* rule = find(finding.id);
  return rule ? filled(rule->repair, finding.arguments) : std::string();
}

}  // namespace aiagent::cluster::lint
