// The deployment linter: what is wrong in and between Dockerfiles, compose files, Kubernetes YAML, GitHub
// workflows, env files, Prisma schemas and SQL migrations, before anything of it runs. Only what can be
// decided from the files is told: sound files give nothing. No I/O; any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/cluster/lint/expectations.h"

namespace aiagent::cluster::lint {

// Limits of one call; beyond them a file is told as READ-002 and not looked at.
inline constexpr std::size_t kLargestFile = 1u << 20;
inline constexpr std::size_t kLargestWorkflow = 128u << 10;
inline constexpr std::size_t kMostBytes = 16u << 20;  // of all files together
inline constexpr std::size_t kMostFiles = 6000;
inline constexpr std::size_t kMostObjects = 6000;  // of Kubernetes; a file that begins behind them is told
inline constexpr std::size_t kMostFindings = 2000;

struct LintFile {
  std::string path;  // with "/", as the person knows it
  std::string text;
  std::string fault = {};   // why it could not be read; empty: it was
  bool passedOver = false;  // too large, or one of too many: told, and not looked at
};

enum class LintSeverity { Error, Warning, Hint };
std::string_view toWord(LintSeverity severity);  // "error", "warning", "hint"

// What a rule says about itself. Texts are English data ("%1", "%2": a finding's arguments), marked for
// translation in the context "Lint"; ui/format/lint_words puts them into the person's language.
struct RuleText {
  const char* id;  // "K8S-012": never given to another rule
  int fault;       // its number in the project's list of deployment faults (1 to 128); 0: none
  LintSeverity severity;
  const char* reason;
  const char* repair;
};

struct LintFinding {
  std::string id;
  LintSeverity severity = LintSeverity::Warning;
  std::string path;
  int line = 1;  // from 1
  std::vector<std::string> arguments;
  bool operator==(const LintFinding&) const = default;
};

struct Linted {
  std::vector<LintFinding> findings;  // by path, line and id; each once, at most kMostFindings
  Expectations expected;              // of the cluster (live.h)
};

// `stopped` is asked between files and between rules; once it says so there is nothing.
Linted lintFiles(const std::vector<LintFile>& files, const std::function<bool()>& stopped = {});
// The findings alone.
std::vector<LintFinding> lintDeployment(const std::vector<LintFile>& files,
                                        const std::function<bool()>& stopped = {});

// Every rule there is, in the order of the kinds of files; those of live.h at the end.
std::vector<RuleText> lintRules();
// Null for an id that is not known.
const RuleText* ruleOf(std::string_view id);
// The sentence with the arguments in its places; what is in an argument is never taken for a place.
std::string filled(std::string_view sentence, const std::vector<std::string>& arguments);
// The sentences of a finding, in English; empty for an id that is not known.
std::string reasonOf(const LintFinding& finding);
std::string repairOf(const LintFinding& finding);

// Whether the linter has a use for a file of that path, so that a reader of folders need not read others.
bool isLinted(std::string_view path);

// An array of objects; id, severity, path, line, arguments, reason, repair.
std::string toJson(const std::vector<LintFinding>& findings);
// SARIF 2.1.0 (OASIS), one run.
std::string toSarif(const std::vector<LintFinding>& findings);

}  // namespace aiagent::cluster::lint
