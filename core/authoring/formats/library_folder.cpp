// The library as a folder for git: NAME-ID/agent.md (front matter and prompt), cases.yaml, tools.json,
// schema.json, versions.yaml and knowledge/. Files that would be empty are not written, everything has one
// order, and so an agent that did not change gives no difference.
#include <algorithm>
#include <map>

#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/document.h"
#include "core/authoring/formats/export.h"
#include "core/authoring/formats/front_matter.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/recognise.h"
#include "core/authoring/formats/safe_path.h"
#include "core/authoring/formats/version_log.h"
#include "core/authoring/formats/yaml_writer.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr char kKnowledgeFolder[] = "knowledge/";

const File* beside(const ReadInput& input, const std::string& name) {
  return input.files ? input.files->find(std::string(folderOf(input.path)) + name) : nullptr;
}

base::Result<Tree> yamlBeside(const ReadInput& input, const char* name) {
  const auto* file = beside(input, name);
  if (!file) return Tree();
  auto tree = parseYaml(file->bytes);
  if (!tree) return refused(file->path, tree.error().detail);
  return tree;
}

base::Result<std::string> textBeside(const ReadInput& input, const char* name) {
  const auto* file = beside(input, name);
  if (!file) return std::string();
  if (!base::isValidUtf8(file->bytes) || file->bytes.find('\0') != std::string::npos)
    return refused(file->path, "no text");
  auto text = withUnixLines(file->bytes);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

void attachKnowledge(const ReadInput& input, Imported& imported) {
  for (const auto& entry : imported.content.knowledge) {
    const auto* file = beside(input, kKnowledgeFolder + entry.name);
    if (!file) continue;
    if (base::sha256Hex(file->bytes) == entry.sha256)
      imported.attachments.push_back({entry.name, file->path});
    else
      addLoss(imported.losses, makeLoss("knowledge." + entry.name, LossReason::Altered, file->path));
  }
}

// The id's last digits are random; its first are a time, and alike for agents made together.
std::string folderName(const AgentToExport& agent) {
  const auto id = agent.id.isNull() ? base::sha256Hex(agent.content.name) : agent.id.toString();
  return slugOf(agent.content.name) + '-' + id.substr(id.size() - 8);
}

// The agents' folders by id.
std::map<domain::AgentId, std::string> foldersOf(const Files& files) {
  std::map<domain::AgentId, std::string> folders;
  for (const auto& file : files) {
    if (fileName(file.path) != "agent.md" || !base::isValidUtf8(file.bytes)) continue;
    const auto text = withUnixLines(file.bytes);
    const auto parts = splitFrontMatter(text);
    const auto fields = parts ? parseYaml(parts->yaml) : base::Result<Tree>(Tree());
    if (!fields || !fields->find(kOwnMark) || !fields->find("id")) continue;
    if (const auto id = domain::AgentId::parse(fields->find("id")->asText()))
      folders.emplace(*id, folderOf(file.path));
  }
  return folders;
}

}  // namespace

std::vector<std::string> otherAgents(const Files& there, const Files& exported) {
  const auto fresh = foldersOf(exported);
  std::vector<std::string> others;
  for (const auto& [id, folder] : foldersOf(there))
    if (!fresh.count(id)) others.push_back(folder.substr(0, folder.find_last_not_of('/') + 1));
  std::sort(others.begin(), others.end());
  return others;
}

std::vector<std::string> staleFiles(const Files& there, const Files& exported) {
  const FileIndex before(there), fresh(exported);
  const auto old = foldersOf(there);
  std::vector<std::string> stale;
  for (const auto& [id, folder] : foldersOf(exported)) {
    const auto at = old.find(id);
    if (at == old.end()) continue;
    for (const char* name : {"agent.md", "cases.yaml", "tools.json", "schema.json", "versions.yaml"})
      if (before.find(at->second + name) && !fresh.find(at->second + name))
        stale.push_back(at->second + name);
    // what a person put beside it moves only if its bytes go along
    if (at->second == folder) continue;
    for (const auto* file : before.within(at->second + kKnowledgeFolder))
      if (fresh.find(folder + file->path.substr(at->second.size()))) stale.push_back(file->path);
  }
  std::sort(stale.begin(), stale.end());
  return stale;
}

ReadResult readLibraryAgent(const ReadInput& input) {
  const auto text = withUnixLines(input.text);
  const auto parts = splitFrontMatter(text);
  if (!parts) return refused(input.path, "no front matter");
  const auto fields = parseYaml(parts->yaml);
  if (!fields) return refused(input.path, fields.error().detail);
  const auto* mark = fields->find(kOwnMark);
  const auto* version = mark ? mark->integer() : nullptr;
  if (!version) return refused(input.path, "no agent of a library folder");
  if (*version > kOwnVersion) return refused(input.path, "written by a newer program");
  Imported imported;
  auto& content = imported.content;
  RecordReader reader(*fields, "", imported.losses);
  reader.ignore(kOwnMark);
  if (const auto id = domain::AgentId::parse(reader.text("id"))) imported.id = *id;
  readAgentFields(reader, content);
  reader.finish();
  content.prompt = std::string(bodyOf(parts->body));
  const auto cases = yamlBeside(input, "cases.yaml");
  if (!cases) return cases.error();
  if (!cases->isNull()) content.cases = casesFromTree(*cases, "cases", imported.losses);
  const auto log = yamlBeside(input, "versions.yaml");
  if (!log) return log.error();
  if (!log->isNull()) imported.versions = versionsFromTree(*log, "versions", imported.losses);
  auto tools = textBeside(input, "tools.json"), schema = textBeside(input, "schema.json");
  if (!tools) return tools.error();
  if (!schema) return schema.error();
  if (!tools->empty()) content.tools = std::move(*tools);
  if (!schema->empty()) content.outputSchema = std::move(*schema);
  attachKnowledge(input, imported);
  const auto name = content.name;
  setName(imported, name, input.path);
  imported.source = input.path;
  return ImportedList{std::move(imported)};
}

Files writeLibraryAgent(const AgentToExport& agent, const ExportOptions& options) {
  const auto& content = agent.content;
  const auto folder = folderName(agent) + '/';
  Record record{{kOwnMark, kOwnVersion}};
  if (!agent.id.isNull()) record.emplace_back("id", agent.id.toString());
  for (auto& member : agentFields(content, false)) record.push_back(std::move(member));
  Files files;
  // a file is read with Unix line ends, where its first line ends otherwise: such text stays in the fields
  const auto addSide = [&](const char* path, const std::string& name, const std::string& text) {
    if (text.empty()) return;
    if (text.find('\r') == std::string::npos)
      files.push_back({folder + path, text + '\n'});
    else
      addJsonText(record, name, text);
  };
  addSide("tools.json", "tools", content.tools);
  addSide("schema.json", "outputSchema", content.outputSchema);
  files.insert(files.begin(),
               {folder + "agent.md", joinFrontMatter(Tree(std::move(record)), content.prompt)});
  if (!content.cases.empty()) files.push_back({folder + "cases.yaml", writeYaml(casesTree(content.cases))});
  if (!agent.versions.empty())
    files.push_back({folder + "versions.yaml", writeYaml(versionsTree(agent.versions, false))});
  for (const auto& file : content.knowledge)
    if (const auto bytes = options.knowledge ? options.knowledge(file) : std::nullopt)
      files.push_back({folder + kKnowledgeFolder + file.name, *bytes});
  return files;
}

}  // namespace aiagent::authoring
