// Markdown in three kinds: with front matter, AGENTS.md (agents.md), SKILL.md (Agent Skills).
#include <algorithm>
#include <array>
#include <map>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/front_matter.h"
#include "core/authoring/formats/placeholders.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/recognise.h"
#include "core/authoring/formats/safe_path.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

struct Document {
  Tree fields = Record();
  std::string body;
  bool hasFields = false;
};

base::Result<Document> documentOf(const ReadInput& input) {
  const auto text = withUnixLines(input.text);
  const auto parts = splitFrontMatter(text);
  if (!parts) return Document{Record(), text, false};
  auto fields = parseYaml(parts->yaml);
  if (!fields) return refused(input.path, fields.error().detail);
  if (fields->isNull()) fields = Tree(Record());
  if (!fields->isRecord()) return refused(input.path, "front matter without fields");
  return Document{std::move(*fields), std::string(bodyOf(parts->body)), true};
}

// "# Name" at the first line that is not empty; `rest` is what comes behind it.
std::string firstHeading(std::string_view text, std::string_view& rest) {
  const auto begin = text.find_first_not_of("\n");
  if (begin == std::string_view::npos || !text.substr(begin).starts_with("# ")) return {};
  const auto end = std::min(text.find('\n', begin), text.size());
  rest = text.substr(std::min(end + 1, text.size()));
  return std::string(base::trimmed(text.substr(begin + 2, end - begin - 2)));
}

// A heading further down names the file, but stays where it is.
std::string anyHeading(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.starts_with("# ")) return std::string(base::trimmed(line.substr(2)));
    at = end + 1;
  }
  return {};
}

// What other programs call the same fields.
void readOtherNames(RecordReader& reader, domain::AgentContent& content) {
  const auto title = reader.text("title");
  if (content.name.empty()) content.name = title;
  for (const char* name : {"temperature", "top_p", "max_output_tokens"})
    if (const auto* value = reader.take(name)) {
      const auto read = domain::parseParameterValue(name, value->asText());
      if (read)
        content.parameters.set(name, *read);
      else
        reader.lose(name, LossReason::Invalid, *value);
    }
}

// Documents beside a SKILL.md become knowledge; everything else is told.
void readBeside(const ReadInput& input, Imported& imported) {
  const auto folder = folderOf(input.path);
  if (!input.files) return;
  auto& knowledge = imported.content.knowledge;
  for (const auto* file : input.files->within(folder)) {
    if (file->path == input.path || fileName(file->path) == "SKILL.md") continue;
    const auto relative = file->path.substr(folder.size());
    const auto name = relative.substr(relative.rfind('/') + 1);
    const auto type = domain::mediaTypeForName(name);
    const bool taken = std::any_of(knowledge.begin(), knowledge.end(),
                                   [&](const domain::KnowledgeFile& one) { return one.name == name; });
    if (type.empty() || taken || knowledge.size() >= domain::kMostKnowledgeFiles) {
      addLoss(imported.losses, makeLoss("files", LossReason::FileBeside, relative));
      continue;
    }
    knowledge.push_back({.name = name,
                         .mediaType = std::string(type),
                         .sha256 = base::sha256Hex(file->bytes),
                         .bytes = std::int64_t(file->bytes.size())});
    imported.attachments.push_back({name, file->path});
  }
}

// "deep-research": what the format takes for a name.
bool isSkillName(std::string_view name) {
  return name.size() <= 60 && slugOf(name) == name;
}

}  // namespace

ReadResult readMarkdown(const ReadInput& input) {
  auto document = documentOf(input);
  if (!document) return document.error();
  Imported imported;
  auto& content = imported.content;
  RecordReader reader(document->fields, "", imported.losses);
  reader.ignore(kOwnMark);
  if (const auto id = domain::AgentId::parse(reader.text("id"))) imported.id = *id;
  readAgentFields(reader, content);
  readOtherNames(reader, content);
  reader.finish();
  content.prompt = std::move(document->body);
  if (!document->hasFields) content.prompt = std::string(base::trimmed(content.prompt));
  const auto name = content.name.empty() ? anyHeading(content.prompt) : content.name;
  setName(imported, name, input.path);
  imported.source = input.path;
  return ImportedList{std::move(imported)};
}

ReadResult readAgentsMd(const ReadInput& input) {
  auto document = documentOf(input);
  if (!document) return document.error();
  Imported imported;
  RecordReader(document->fields, "", imported.losses).finish();
  std::string_view body = document->body;
  auto name = firstHeading(body, body);
  imported.content.prompt = std::string(name.empty() ? body : bodyOf(body));
  if (name.empty()) name = anyHeading(body);
  const auto folder = folderOf(input.path);
  setName(imported, name, folder.empty() ? input.path : folder.substr(0, folder.size() - 1));
  imported.source = input.path;
  return ImportedList{std::move(imported)};
}

ReadResult readSkillMd(const ReadInput& input) {
  auto document = documentOf(input);
  if (!document) return document.error();
  if (!document->hasFields) return refused(input.path, "no front matter");
  Imported imported;
  RecordReader reader(document->fields, "", imported.losses);
  auto name = reader.text("name");
  imported.content.description = reader.text("description");
  reader.drop("allowed-tools", LossReason::NotInFormat);
  if (const auto* metadata = reader.take("metadata")) {
    RecordReader inner(*metadata, "metadata.", imported.losses);
    if (auto title = inner.text("title"); !title.empty()) name = std::move(title);
    inner.finish();
  }
  reader.finish();
  imported.content.prompt = std::move(document->body);
  readBeside(input, imported);
  const auto folder = folderOf(input.path);
  setName(imported, name, folder.empty() ? input.path : folder.substr(0, folder.size() - 1));
  imported.source = input.path;
  return ImportedList{std::move(imported)};
}

Files writeMarkdown(const AgentToExport& agent) {
  Record record{{kOwnMark, std::int64_t(1)}};
  if (!agent.id.isNull()) record.emplace_back("id", agent.id.toString());
  for (auto& member : agentFields(agent.content, true)) record.push_back(std::move(member));
  return {
      {slugOf(agent.content.name) + ".md", joinFrontMatter(Tree(std::move(record)), agent.content.prompt)}};
}

Files writeAgentsMd(const AgentToExport& agent) {
  return {{"AGENTS.md", "# " + agent.content.name + "\n\n" + agent.content.prompt + '\n'}};
}

Files writeSkillMd(const AgentToExport& agent, const ExportOptions& options) {
  const auto& content = agent.content;
  const auto slug = slugOf(content.name);
  Record record{{"name", slug}};
  record.emplace_back("description", content.description);
  if (!isSkillName(content.name)) record.emplace_back("metadata", Record{{"title", content.name}});
  Files files{{slug + "/SKILL.md", joinFrontMatter(Tree(std::move(record)), content.prompt)}};
  for (const auto& file : content.knowledge)
    if (const auto bytes = options.knowledge ? options.knowledge(file) : std::nullopt)
      files.push_back({slug + "/references/" + file.name, *bytes});
  return files;
}

}  // namespace aiagent::authoring
