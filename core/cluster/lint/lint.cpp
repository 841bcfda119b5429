#include "core/cluster/lint/lint.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/cluster/lint/live.h"
#include "core/cluster/lint/rules.h"

namespace aiagent::cluster::lint {
namespace {

constexpr auto kReadRules = std::to_array<Rule>({
    {{"READ-001", 0, kError, QT_TRANSLATE_NOOP("Lint", "This is no YAML: %1."),
      QT_TRANSLATE_NOOP("Lint", "Mend the document; nothing behind this place was looked at.")},
     [](const Sources& sources, Report& report) {
       for (const auto& fault : sources.faults) report.at(fault.path, fault.line, {fault.detail});
     }},
    {{"READ-002", 0, kWarning,
      QT_TRANSLATE_NOOP("Lint", "The file was not looked at: it is too large, or one of too many."),
      QT_TRANSLATE_NOOP("Lint", "Give the linter the folder with the deployment's own files.")},
     [](const Sources& sources, Report& report) {
       for (const auto& path : sources.refused) report.at(path, 1);
     }},
    {{"READ-003", 0, kWarning, QT_TRANSLATE_NOOP("Lint", "The file cannot be read: %1."),
      QT_TRANSLATE_NOOP("Lint", "Let the linter read it, or leave it out.")},
     [](const Sources& sources, Report& report) {
       for (const auto& file : sources.unread) report.at(file.path, file.line, {file.detail});
     }},
});

std::vector<const Rule*> allRules() {
  std::vector<const Rule*> all;
  for (const auto table : {std::span<const Rule>(kReadRules), dockerRules(), composeRules(), envRules(),
                           podRules(), kubernetesRules(), networkRules(), monitorRules(), backupRules(),
                           workflowRules(), databaseRules(), crossRules()})
    for (const auto& rule : table) all.push_back(&rule);
  return all;
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

Linted lintFiles(const std::vector<LintFile>& files, const std::function<bool()>& stopped) {
  const auto sources = readSources(files, stopped);
  std::vector<LintFinding> findings;
  for (const auto* rule : allRules()) {
    if (stopped && stopped()) return {};
    Report report(rule->text, findings);
    rule->check(sources, report);
  }
  std::sort(findings.begin(), findings.end(),
            [](const LintFinding& a, const LintFinding& b) { return orderOf(a) < orderOf(b); });
  findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
  if (findings.size() > kMostFindings) findings.resize(kMostFindings);
  return {std::move(findings), expectationsOf(sources)};
}

std::vector<LintFinding> lintDeployment(const std::vector<LintFile>& files,
                                        const std::function<bool()>& stopped) {
  return lintFiles(files, stopped).findings;
}

const RuleText* ruleOf(std::string_view id) {
  for (const auto* rule : allRules())
    if (rule->text.id == id) return &rule->text;
  for (const auto& text : liveRules())
    if (text.id == id) return &text;
  return nullptr;
}

std::string filled(std::string_view sentence, const std::vector<std::string>& arguments) {
  std::string text;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const auto next = at + 1 < sentence.size() ? sentence[at + 1] : '\0';
    const auto place = sentence[at] == '%' ? static_cast<std::size_t>(next - '1') : arguments.size();
    if (place < arguments.size()) {
      text += arguments[place];
      ++at;
    } else {
      text += sentence[at];
    }
  }
  return text;
}

std::vector<RuleText> lintRules() {
  std::vector<RuleText> texts;
  for (const auto* rule : allRules()) texts.push_back(rule->text);
  texts.insert(texts.end(), liveRules().begin(), liveRules().end());
  return texts;
}

std::string reasonOf(const LintFinding& finding) {
  const auto* rule = ruleOf(finding.id);
  return rule ? filled(rule->reason, finding.arguments) : std::string();
}

std::string repairOf(const LintFinding& finding) {
  const auto* rule = ruleOf(finding.id);
  return rule ? filled(rule->repair, finding.arguments) : std::string();
}

}  // namespace aiagent::cluster::lint
