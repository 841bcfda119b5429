// The linter's rules as tables, by what they look at. Private to the linter.
#pragma once

#include <span>

#include "core/cluster/lint/sources.h"

// What Qt calls so, without Qt: marks a text for lupdate and is the text.
#define QT_TRANSLATE_NOOP(context, text) text

namespace aiagent::cluster::lint {

inline constexpr auto kError = LintSeverity::Error;
inline constexpr auto kWarning = LintSeverity::Warning;
inline constexpr auto kHint = LintSeverity::Hint;

// Before the same finding twice is taken out.
inline constexpr std::size_t kMostGathered = 20 * kMostFindings;

// Where one rule puts what it finds.
class Report {
 public:
  Report(const RuleText& rule, std::vector<LintFinding>& findings) : m_rule(rule), m_findings(findings) {}
  void at(const std::string& path, int line, std::vector<std::string> arguments = {}) {
    if (m_findings.size() < kMostGathered)
      m_findings.push_back({m_rule.id, m_rule.severity, path, line, std::move(arguments)});
  }
  void at(const KubeObject& object, const Node& node, std::vector<std::string> arguments = {}) {
    at(object.path, node.line(), std::move(arguments));
  }

 private:
  const RuleText& m_rule;
  std::vector<LintFinding>& m_findings;
};

struct Rule {
  RuleText text;
  void (*check)(const Sources&, Report&);
};

Expectations expectationsOf(const Sources& sources);

std::span<const Rule> dockerRules();
std::span<const Rule> composeRules();
std::span<const Rule> envRules();
std::span<const Rule> podRules();         // what every pod template should say
std::span<const Rule> kubernetesRules();  // other objects, and what is between them
std::span<const Rule> networkRules();
std::span<const Rule> monitorRules();
std::span<const Rule> backupRules();
std::span<const Rule> workflowRules();
std::span<const Rule> databaseRules();  // Prisma, SQL, logging
std::span<const Rule> crossRules();     // between kinds of files

}  // namespace aiagent::cluster::lint
