// Env files of environments.
#include <algorithm>
#include <array>

#include "core/cluster/lint/rules.h"
#include "core/cluster/lint/text.h"

namespace aiagent::cluster::lint {
namespace {

// Firebase's web key is public by design (firebase.google.com/docs/projects/api-keys).
bool isPublicKey(std::string_view name) {
  return startsWith(name, "FIREBASE_") && !hasAny(name, {"PRIVATE", "SECRET"});
}

bool isSecretName(std::string_view name) {
  if (isPublicKey(name) || hasAny(name, {"PUBLIC"})) return false;
  static const std::vector<std::string_view> kEnds = {"_KEY",     "_SECRET",      "_TOKEN",
                                                      "PASSWORD", "DATABASE_URL", "_DSN"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return endsWith(name, end); });
}

// A value that says where the secret is, or none.
bool isReference(std::string_view value) {
  return value.empty() || startsWith(value, "$") ||
         hasAny(value, {"sm://", "op://", "vault:", "ref+", "projects/"});
}

bool isExample(const std::string& path) {
  return hasAny(lower(fileOf(path)), {"example", "sample", "template"});
}

bool holdsSecrets(const EnvFile& file) {
  return std::any_of(file.variables.begin(), file.variables.end(), [](const EnvVariable& variable) {
    return isSecretName(variable.name) && !isReference(variable.value);
  });
}

void mixesSecrets(const Sources& sources, Report& report) {
  for (const auto& file : sources.envFiles) {
    if (isExample(file.path)) continue;
    for (const auto& variable : file.variables)
      if (isSecretName(variable.name) && !isReference(variable.value))
        report.at(file.path, variable.line, {variable.name});
  }
}

void treatsAlike(const Sources& sources, Report& report) {
  for (const auto& file : sources.envFiles) {
    if (isExample(file.path) || !holdsSecrets(file)) continue;
    for (const auto& variable : file.variables)
      if (isPublicKey(variable.name) && endsWith(variable.name, "_KEY"))
        report.at(file.path, variable.line, {variable.name});
  }
}

constexpr auto kRules = std::to_array<Rule>({
    {{"ENV-001", 1, kError, QT_TRANSLATE_NOOP("Lint", "The secret %1 lies in a file of plain settings."),
      QT_TRANSLATE_NOOP("Lint", "Keep it in a secret manager and let the workload have it from there.")},
     mixesSecrets},
    {{"ENV-002", 6, kHint, QT_TRANSLATE_NOOP("Lint", "%1 is public by design and lies beside secrets."),
      QT_TRANSLATE_NOOP("Lint",
                        "Keep public settings apart from secrets, so that each is handled as what it is.")},
     treatsAlike},
});

}  // namespace

std::span<const Rule> envRules() {
  return kRules;
}

}  // namespace aiagent::cluster::lint
