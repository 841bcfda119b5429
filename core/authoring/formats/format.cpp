#include "core/authoring/formats/format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLongestExcerpt = 80;

struct FormatRow {
  Format format;
  std::string_view word;
  bool imports;
  bool exports;
};

constexpr std::array<FormatRow, 13> kFormats = {{
    {Format::OwnJson, "json", true, true},
    {Format::PromptyV1, "prompty-v1", true, true},
    {Format::PromptyV2, "prompty-v2", true, true},
    {Format::Promptfoo, "promptfoo", true, true},
    {Format::Langfuse, "langfuse", true, true},
    {Format::OpenAiPrompt, "openai-prompt", true, true},
    {Format::OpenAiResponses, "openai-responses", true, true},
    {Format::OpenAiChat, "openai-chat", true, false},
    {Format::Markdown, "markdown", true, true},
    {Format::AgentsMd, "agents-md", true, true},
    {Format::SkillMd, "skill-md", true, true},
    {Format::AgentCard, "agent-card", false, true},
    {Format::LibraryFolder, "folder", true, true},
}};

constexpr std::array<std::string_view, 19> kReasons = {
    "not-in-format",    "altered",          "unknown",          "invalid",     "template-logic",
    "template-filter",  "template-comment", "template-partial", "environment", "file-reference",
    "server-reference", "roles-merged",     "message-part",     "parameter",   "provider-dropped",
    "check-as-text",    "name-made-up",     "secret",           "file-beside",
};

const FormatRow& row(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}

// "max_tokens" and "prompt_cache_key" are none; the last part of the name decides.
bool namesSecret(std::string_view field) {
  std::string name(field.substr(field.rfind('.') + 1));
  std::erase_if(name, [](char c) { return c == '_' || c == '-'; });
  for (auto& c : name)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  for (const std::string_view word : {"apikey", "token", "secret", "password", "authorization", "accesskey",
                                      "credential", "credentials", "key", "headers", "adtoken"})
    if (name == word || (word.size() >= 5 && name.ends_with(word))) return true;
  return false;
}

std::string excerptOf(std::string_view value) {
  const auto text = base::toValidUtf8(base::utf8Prefix(base::trimmed(value), kLongestExcerpt + 1));
  std::string out;
  for (const char c : text) out += (c >= '\0' && c < ' ') ? ' ' : c;
  if (out.size() <= kLongestExcerpt) return out;
  return std::string(base::utf8Prefix(out, kLongestExcerpt)) + "…";
}

}  // namespace

std::string_view toWord(Format format) {
  return row(format).word;
}

std::optional<Format> formatFromWord(std::string_view word) {
  for (const auto& one : kFormats)
    if (one.word == word) return one.format;
  return std::nullopt;
}

const std::vector<Format>& allFormats() {
  static const auto kAll = [] {
    std::vector<Format> all;
    for (const auto& one : kFormats) all.push_back(one.format);
    return all;
  }();
  return kAll;
}

bool canImport(Format format) {
  return row(format).imports;
}

bool canExport(Format format) {
  return row(format).exports;
}

std::string_view toWord(LossReason reason) {
  return kReasons[static_cast<std::size_t>(reason)];
}

Loss makeLoss(std::string field, LossReason reason, std::string_view value) {
  const bool secret = reason == LossReason::Secret || namesSecret(field);
  // a reference to the environment holds no secret itself, and its name is what a person has to know
  const bool reference = reason == LossReason::EnvironmentReference;
  return {.field = std::move(field),
          .reason = secret && !reference ? LossReason::Secret : reason,
          .excerpt = secret && !reference ? std::string() : excerptOf(value)};
}

const std::vector<std::string_view>& carriedFields(Format format) {
  using List = std::vector<std::string_view>;
  static const List kAll = {"name",         "description", "prompt", "model",     "parameters", "tools",
                            "outputSchema", "starters",    "tags",   "variables", "cases",      "knowledge"};
  static const List kPrompty = {"name",  "description",  "prompt", "model",    "parameters",
                                "tools", "outputSchema", "tags",   "variables"};
  static const List kPromptyV2 = {"name", "description", "prompt", "model", "tools", "tags", "variables"};
  static const List kPromptfoo = {"name",       "description", "prompt",       "model",
                                  "parameters", "tools",       "outputSchema", "cases"};
  static const List kLangfuse = {"name", "prompt", "model", "parameters", "tools", "outputSchema", "tags"};
  static const List kOpenAi = {"name", "prompt", "model", "parameters", "tools", "outputSchema"};
  static const List kRequest = {"prompt", "model", "parameters", "tools", "outputSchema"};
  static const List kAgents = {"name", "prompt"};
  static const List kSkill = {"name", "description", "prompt"};
  static const List kCard = {"name", "description", "tags", "starters"};
  switch (format) {
    case Format::PromptyV1: return kPrompty;
    case Format::PromptyV2: return kPromptyV2;
    case Format::Promptfoo: return kPromptfoo;
    case Format::Langfuse: return kLangfuse;
    case Format::OpenAiPrompt: return kOpenAi;
    case Format::OpenAiResponses:
    case Format::OpenAiChat: return kRequest;
    case Format::AgentsMd: return kAgents;
    case Format::SkillMd: return kSkill;
    case Format::AgentCard: return kCard;
    case Format::OwnJson:
    case Format::Markdown:
    case Format::LibraryFolder: break;
  }
  return kAll;
}

}  // namespace aiagent::authoring
