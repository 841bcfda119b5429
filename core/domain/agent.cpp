#include "core/domain/agent.h"

#include <algorithm>
#include <set>

#include "core/base/sha256.h"
#include "core/base/utf8.h"

namespace aiagent::domain {
namespace {

base::Error invalid(std::string field, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(field)};
}

base::Result<void> checkText(const char* field, const std::string& text, std::size_t longest) {
  if (text.size() > longest) return invalid(field, "too long");
  if (!base::isValidUtf8(text)) return invalid(field, "not UTF-8");
  if (text.find('\0') != std::string::npos) return invalid(field, "holds a zero byte");
  return {};
}

base::Result<std::vector<std::string>> normalisedTags(const std::vector<std::string>& tags) {
  std::vector<std::string> kept;
  for (const auto& tag : tags) {
    std::string text(base::trimmed(tag));
    if (text.empty()) continue;
    if (auto fits = checkText("tag", text, kLongestTag); !fits) return fits.error();
    kept.push_back(std::move(text));
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  if (kept.size() > kMostTags) return invalid("tag", "too many");
  return kept;
}

base::Result<void> checkVariable(const Variable& variable) {
  if (!isVariableName(variable.name)) return invalid("variable", "name");
  for (const auto* text : {&variable.description, &variable.example, &variable.defaultValue})
    if (auto fits = checkText("variable", *text, kLongestDescription); !fits) return fits;
  for (const auto& choice : variable.choices)
    if (auto fits = checkText("variable", choice, kLongestDescription); !fits) return fits;
  if (variable.type == VariableType::Choice && variable.choices.empty())
    return invalid("variable", "no choices");
  if (!variable.defaultValue.empty() && !fits(variable, variable.defaultValue))
    return invalid("variable", "default does not fit");
  return {};
}

base::Result<void> checkVariables(const std::vector<Variable>& variables) {
  if (variables.size() > kMostVariables) return invalid("variable", "too many");
  std::set<std::string_view> names;
  for (const auto& variable : variables) {
    if (auto fits = checkVariable(variable); !fits) return fits;
    if (!names.insert(variable.name).second) return invalid("variable", "declared twice");
  }
  return {};
}

base::Result<void> checkCases(const std::vector<TestCase>& cases) {
  if (cases.size() > kMostCases) return invalid("case", "too many");
  for (const auto& one : cases) {
    for (const auto* text : {&one.name, &one.input, &one.expect})
      if (auto fits = checkText("case", *text, kLongestPrompt); !fits) return fits;
    for (const auto& [name, value] : one.variables) {
      if (!isVariableName(name)) return invalid("case", "variable name");
      if (auto fits = checkText("case", value, kLongestPrompt); !fits) return fits;
    }
  }
  return {};
}

bool isFileName(const std::string& name) {
  return !name.empty() && name.size() <= 255 && name != "." && name != ".." &&
         name.find_first_of("/\\") == std::string::npos;
}

base::Result<void> checkKnowledge(const std::vector<KnowledgeFile>& files) {
  if (files.size() > kMostKnowledgeFiles) return invalid("knowledge", "too many");
  std::set<std::string_view> names;
  for (const auto& file : files) {
    if (!isFileName(file.name)) return invalid("knowledge", "file name");
    if (auto fits = checkText("knowledge", file.name, 255); !fits) return fits;
    if (auto fits = checkText("knowledge", file.mediaType, kLongestName); !fits) return fits;
    if (!base::isSha256Hex(file.sha256) || file.bytes < 0) return invalid("knowledge", "hash or size");
    if (!names.insert(file.name).second) return invalid("knowledge", "named twice");
  }
  return {};
}

}  // namespace

base::Result<AgentContent> normalised(AgentContent content) {
  content.name = std::string(base::trimmed(content.name));
  if (content.name.empty()) return invalid("name", "empty");
  if (auto fits = checkText("name", content.name, kLongestName); !fits) return fits.error();
  if (auto fits = checkText("description", content.description, kLongestDescription); !fits)
    return fits.error();
  if (auto fits = checkText("prompt", content.prompt, kLongestPrompt); !fits) return fits.error();
  if (auto fits = checkText("model", content.model, kLongestName); !fits) return fits.error();
  for (const auto& starter : content.starters)
    if (auto fits = checkText("starter", starter, kLongestDescription); !fits) return fits.error();
  if (auto fits = checkVariables(content.variables); !fits) return fits.error();
  if (auto fits = checkCases(content.cases); !fits) return fits.error();
  if (auto fits = checkKnowledge(content.knowledge); !fits) return fits.error();
  auto tags = normalisedTags(content.tags);
  if (!tags) return tags.error();
  content.tags = std::move(*tags);
  return content;
}

}  // namespace aiagent::domain
