#include "core/authoring/formats/recognise.h"

#include <algorithm>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/front_matter.h"
#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/version_log.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool has(const Tree& tree, std::string_view name) {
  return tree.find(name) != nullptr;
}

std::string textOf(const Tree& tree, std::string_view name) {
  const auto* value = tree.find(name);
  return value && value->isScalar() ? value->asText() : std::string();
}

bool endsWith(std::string_view path, std::initializer_list<std::string_view> endings) {
  const auto name = fileName(path);
  for (const auto ending : endings) {
    if (name.size() <= ending.size()) continue;
    const auto end = name.substr(name.size() - ending.size());
    if (std::equal(end.begin(), end.end(), ending.begin(), [](char one, char other) {
          return (one >= 'A' && one <= 'Z' ? one - 'A' + 'a' : one) == other;
        }))
      return true;
  }
  return false;
}

Recognised sure(Format format, std::string_view reason) {
  return {.format = format, .candidates = {format}, .reason = reason, .tree = {}};
}

Recognised open(std::vector<Format> candidates) {
  return {.format = {}, .candidates = std::move(candidates), .reason = "unknown", .tree = {}};
}

bool isLangfuse(const Tree& tree) {
  const auto type = textOf(tree, "type");
  return has(tree, "prompt") &&
         (type == "text" || type == "chat" || has(tree, "labels") || has(tree, "config")) &&
         !has(tree, "outputSchema") && !has(tree, "variables");
}

Recognised recogniseRecord(const Tree& tree) {
  if (textOf(tree, "format") == kOwnFormat) return sure(Format::OwnJson, "header");
  if (has(tree, "prompts") && (has(tree, "providers") || has(tree, "tests") || has(tree, "targets")))
    return sure(Format::Promptfoo, "members");
  if (has(tree, "skills") && has(tree, "capabilities")) return sure(Format::AgentCard, "members");
  if (textOf(tree, "object") == "prompt" || textOf(tree, "id").starts_with("pmpt_"))
    return sure(Format::OpenAiPrompt, "members");
  if (const auto* prompt = tree.find("prompt");
      prompt && prompt->text() && has(tree, "name") &&
      (has(tree, "starters") || has(tree, "outputSchema") || has(tree, "params") || has(tree, "parameters")))
    return sure(Format::OwnJson, "members");
  if (isLangfuse(tree)) return sure(Format::Langfuse, "members");
  if (has(tree, "messages") && has(tree, "model")) return sure(Format::OpenAiChat, "members");
  if ((has(tree, "instructions") || has(tree, "input")) && has(tree, "variables"))
    return sure(Format::OpenAiPrompt, "members");
  if (has(tree, "model") && (has(tree, "instructions") || has(tree, "input")))
    return sure(Format::OpenAiResponses, "members");
  if (has(tree, "messages")) return open({Format::OpenAiChat, Format::OpenAiPrompt});
  if (has(tree, "instructions")) return open({Format::OpenAiResponses, Format::OpenAiPrompt});
  if (has(tree, "prompts")) return open({Format::Promptfoo});
  if (const auto* prompt = tree.find("prompt"); prompt && prompt->text() && has(tree, "name"))
    return open({Format::OwnJson, Format::Langfuse});
  return open({});
}

// A list is what its first item is; only some formats come in lists.
Recognised recogniseDocument(const Tree& tree) {
  const auto* list = tree.isList() ? &tree : tree.find("data");
  if (!list || !list->isList()) return recogniseRecord(tree);
  if (list->items().empty()) return open({});
  auto found = recogniseRecord(list->items().front());
  const auto listed = [](Format format) {
    return format == Format::OwnJson || format == Format::Langfuse || format == Format::OpenAiPrompt;
  };
  return found.format && listed(*found.format) ? found : open({});
}

bool isPromptyV1(const Tree& fields) {
  const auto* model = fields.find("model");
  return has(fields, "sample") || has(fields, "authors") ||
         (model && (has(*model, "api") || has(*model, "configuration") || has(*model, "parameters")));
}

bool isPromptyV2(const Tree& fields) {
  const auto* model = fields.find("model");
  const auto* inputs = fields.find("inputs");
  const auto* format = fields.find("template");
  return textOf(fields, "kind") == "prompt" || has(fields, "inputSchema") || (inputs && inputs->isList()) ||
         (format && has(*format, "parser")) ||
         (model && (has(*model, "id") || has(*model, "options") || has(*model, "provider")));
}

bool isRoleMark(std::string_view body) {
  const auto begin = body.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  const auto line = body.substr(begin, 10);
  return line.starts_with("system:") || line.starts_with("user:");
}

base::Result<Recognised> recogniseFields(const FrontMatter& parts, const File& file) {
  const auto fields = parseYaml(parts.yaml);
  const bool prompty = endsWith(file.path, {".prompty"});
  if (!fields) return refused(file.path, fields.error().detail);
  const auto name = fileName(file.path);
  if (has(*fields, kOwnMark))
    return sure(name == "agent.md" ? Format::LibraryFolder : Format::Markdown, "header");
  const bool second = isPromptyV2(*fields), first = isPromptyV1(*fields);
  const bool body = isRoleMark(parts.body);
  if (prompty || (body && (first || second)) || (first && has(*fields, "model")))
    return sure(first && !second ? Format::PromptyV1 : Format::PromptyV2, "front-matter");
  if (name == "SKILL.md" || has(*fields, "allowed-tools")) return sure(Format::SkillMd, "front-matter");
  return sure(Format::Markdown, "front-matter");
}

bool isHousekeeping(std::string_view path) {
  std::string name(fileName(path));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return char(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
  for (const std::string_view word :
       {"README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING", "SECURITY", "CODE_OF_CONDUCT"})
    if (name.starts_with(word)) return true;
  return false;
}

}  // namespace

std::string_view fileName(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

base::Result<std::string_view> importText(const File& file) {
  if (file.bytes.size() > kLargestFile) return refused(file.path, "too large");
  std::string_view text = file.bytes;
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return refused(file.path, "UTF-16");
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (text.find('\0') != std::string_view::npos) return refused(file.path, "a zero byte");
  if (!base::isValidUtf8(text)) return refused(file.path, "not UTF-8");
  return text;
}

base::Result<Recognised> recognise(const File& file, std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  const bool json = endsWith(file.path, {".json"});
  if (json || (begin != std::string_view::npos && text[begin] == '{')) {
    auto tree = parseJson(text);
    if (!tree && json) return refused(file.path, tree.error().detail);
    if (tree) {
      auto found = recogniseDocument(*tree);
      found.tree = std::move(*tree);
      return found;
    }
  }
  if (endsWith(file.path, {".yaml", ".yml"})) {
    auto tree = parseYaml(text);
    if (!tree) return refused(file.path, tree.error().detail);
    auto found = recogniseDocument(*tree);
    found.tree = std::move(*tree);
    return found;
  }
  const bool markdown = endsWith(file.path, {".md", ".markdown", ".prompty", ".txt", ".mdc"});
  if (!markdown) return open({});
  if (text.size() > kLargestText) return refused(file.path, "too large");
  if (const auto parts = splitFrontMatter(text)) return recogniseFields(*parts, file);
  if (endsWith(file.path, {".prompty"})) {
    if (text.starts_with("---")) return refused(file.path, "front matter without an end");
    return sure(Format::PromptyV2, "ending");
  }
  const auto name = fileName(file.path);
  if (name == "SKILL.md" || name == "agent.md") return refused(file.path, "no front matter");
  if (name == "AGENTS.md") return sure(Format::AgentsMd, "file-name");
  return isHousekeeping(file.path) ? open({}) : open({Format::Markdown, Format::AgentsMd});
}

base::Result<std::optional<Tree>> documentFor(Format format, const File& file, std::string_view text) {
  switch (format) {
    case Format::PromptyV1:
    case Format::PromptyV2:
    case Format::Markdown:
    case Format::AgentsMd:
    case Format::SkillMd:
    case Format::LibraryFolder:
      if (text.size() > kLargestText) return refused(file.path, "too large");
      return std::optional<Tree>();
    default: break;
  }
  const bool yaml = endsWith(file.path, {".yaml", ".yml"});
  auto tree = yaml ? parseYaml(text) : parseJson(text);
  if (!tree) return refused(file.path, tree.error().detail);
  return std::optional<Tree>(std::move(*tree));
}

}  // namespace aiagent::authoring
