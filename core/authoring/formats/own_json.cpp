// The project's own JSON: one agent, or many under "agents". The fields are those of `agent generate --json`;
// "blobs" holds the bytes of knowledge files by their SHA-256, in base64.
#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/front_matter.h"
#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/version_log.h"
#include "core/base/base64.h"
#include "core/base/sha256.h"

namespace aiagent::authoring {
namespace {

int digitsAt(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "2026-11-26T18:22:01.123Z", the way toIso8601() writes it; milliseconds may be missing.
std::optional<base::WallTime> timeOf(std::string_view text) {
  const bool millis = text.size() == 24 && text[19] == '.';
  if ((!millis && text.size() != 20) || text.back() != 'Z' || text[10] != 'T') return std::nullopt;
  const int year = digitsAt(text, 0, 4), month = digitsAt(text, 5, 2), day = digitsAt(text, 8, 2);
  const int hour = digitsAt(text, 11, 2), minute = digitsAt(text, 14, 2), second = digitsAt(text, 17, 2);
  const int rest = millis ? digitsAt(text, 20, 3) : 0;
  if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0 || rest < 0)
    return std::nullopt;
  const auto date =
      std::chrono::year(year) / std::chrono::month(unsigned(month)) / std::chrono::day(unsigned(day));
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return base::WallTime(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
         std::chrono::minutes(minute) + std::chrono::seconds(second) + base::Milliseconds(rest);
}

Tree idsTree(const std::vector<domain::VersionId>& ids) {
  List list;
  for (const auto& id : ids) list.emplace_back(id.toString());
  return list;
}

VersionEntry readVersion(RecordReader& reader) {
  VersionEntry entry;
  if (const auto id = domain::VersionId::parse(reader.text("id"))) entry.id = *id;
  entry.number = reader.integer("number").value_or(0);
  entry.hash = reader.text("hash");
  for (const auto& text : reader.texts("parents"))
    if (const auto id = domain::VersionId::parse(text)) entry.parents.push_back(*id);
  entry.author = reader.text("author");
  entry.message = reader.text("message");
  entry.created = timeOf(reader.text("created"));
  entry.labels = reader.texts("labels");
  if (const auto* content = reader.take("content")) {
    RecordReader inner(*content, reader.pathOf("content."), reader.losses());
    readContent(inner, entry.content.emplace());
    inner.finish();
  }
  return entry;
}

Imported readAgent(const Tree& agent, const ReadInput& input) {
  Imported imported;
  RecordReader reader(agent, "", imported.losses);
  // of `agent show --json` and `agent generate --json`
  for (const char* name :
       {"format", "formatVersion", "source", "archived", "revision", "created", "updated", "blobs"})
    reader.ignore(name);
  if (const auto id = domain::AgentId::parse(reader.text("id"))) imported.id = *id;
  readContent(reader, imported.content);
  if (const auto* versions = reader.take("versions"))
    imported.versions = versionsFromTree(*versions, "versions", imported.losses);
  reader.finish();
  const auto name = imported.content.name;
  setName(imported, name, input.path);
  return imported;
}

// The knowledge of an agent and of its versions, each file once.
std::vector<domain::KnowledgeFile> allKnowledge(const domain::AgentContent& content,
                                                const std::vector<VersionEntry>& versions) {
  std::vector<domain::KnowledgeFile> all;
  std::set<std::string> hashes;
  const auto add = [&](const domain::AgentContent& one) {
    for (const auto& file : one.knowledge)
      if (hashes.insert(file.sha256).second) all.push_back(file);
  };
  add(content);
  for (const auto& entry : versions)
    if (entry.content) add(*entry.content);
  return all;
}

void attachBlobs(const Tree* blobs, Imported& imported) {
  if (!blobs) return;
  for (const auto& file : allKnowledge(imported.content, imported.versions)) {
    const auto* blob = blobs->find(file.sha256);
    if (!blob || !blob->text()) continue;
    auto bytes = base::fromBase64(*blob->text());
    if (bytes && base::sha256Hex(*bytes) == file.sha256)
      imported.attachments.push_back({file.name, {}, std::move(*bytes)});
    else
      addLoss(imported.losses, makeLoss("knowledge." + file.name, LossReason::Altered, "blobs"));
  }
}

void addBlobs(Record& record, const std::vector<AgentToExport>& agents, const ExportOptions& options) {
  if (!options.knowledge) return;
  std::map<std::string, std::string> blobs;
  std::size_t embedded = 0;
  for (const auto& agent : agents)
    for (const auto& file : allKnowledge(agent.content, agent.versions)) {
      if (blobs.contains(file.sha256) || std::size_t(file.bytes) > kMostEmbedded - embedded) continue;
      const auto bytes = options.knowledge(file);
      if (!bytes || bytes->size() > kMostEmbedded - embedded) continue;
      embedded += bytes->size();
      blobs.emplace(file.sha256, base::toBase64(*bytes));
    }
  if (blobs.empty()) return;
  Record all;
  for (auto& [hash, text] : blobs) all.emplace_back(hash, std::move(text));
  record.emplace_back("blobs", std::move(all));
}

void addAgent(Record& record, const AgentToExport& agent) {
  if (!agent.id.isNull()) record.emplace_back("id", agent.id.toString());
  for (auto& member : contentRecord(agent.content)) record.push_back(std::move(member));
  if (!agent.versions.empty()) record.emplace_back("versions", versionsTree(agent.versions, true));
}

}  // namespace

Record contentRecord(const domain::AgentContent& content) {
  auto record = agentFields(content, true);
  const auto at = std::find_if(record.begin(), record.end(), [](const auto& member) {
    return member.first != "name" && member.first != "description";
  });
  record.insert(at, {"prompt", content.prompt});
  return record;
}

void readContent(RecordReader& reader, domain::AgentContent& content) {
  readAgentFields(reader, content);
  content.prompt = reader.text("prompt");
  // what `agent show --json` calls them
  if (const auto* tree = reader.take("parameters"); tree && content.parameters.empty())
    content.parameters = parametersFromTree(*tree, reader.pathOf("parameters"), reader.losses());
}

Tree versionsTree(const std::vector<VersionEntry>& versions, bool withContent) {
  List list;
  for (const auto& entry : versions) {
    Record record;
    const auto add = [&](const char* name, const std::string& text) {
      if (!text.empty()) record.emplace_back(name, text);
    };
    record.emplace_back("number", entry.number);
    if (!entry.id.isNull()) record.emplace_back("id", entry.id.toString());
    add("hash", entry.hash);
    if (!entry.parents.empty()) record.emplace_back("parents", idsTree(entry.parents));
    add("author", entry.author);
    add("message", entry.message);
    if (entry.created) record.emplace_back("created", base::toIso8601(*entry.created));
    if (!entry.labels.empty()) record.emplace_back("labels", textsTree(entry.labels));
    if (withContent && entry.content) record.emplace_back("content", contentRecord(*entry.content));
    list.emplace_back(std::move(record));
  }
  return list;
}

std::vector<VersionEntry> versionsFromTree(const Tree& tree, const std::string& path, Losses& losses) {
  std::vector<VersionEntry> versions;
  if (!tree.isList()) loseTree(losses, path, LossReason::Invalid, tree);
  for (std::size_t i = 0; i < tree.items().size(); ++i) {
    RecordReader reader(tree.items()[i], path + '[' + std::to_string(i) + "].", losses);
    versions.push_back(readVersion(reader));
    reader.finish();
  }
  return versions;
}

ReadResult readOwnJson(const ReadInput& input) {
  const auto& tree = *input.tree;
  if (const auto* version = tree.find("formatVersion")) {
    const auto* number = version->integer();
    if (!number || *number < 1) return refused(input.path, "format version");
    if (*number > kOwnVersion) return refused(input.path, "written by a newer program");
  }
  const auto* agents = tree.isList() ? &tree : tree.find("agents");
  ImportedList all;
  if (!agents) {
    if (!tree.isRecord()) return refused(input.path, "no JSON object");
    all.push_back(readAgent(tree, input));
  } else {
    if (!agents->isList()) return refused(input.path, "agents is no list");
    if (agents->items().size() > kMostAgents) return refused(input.path, "too many agents");
    for (const auto& agent : agents->items()) {
      if (!agent.isRecord()) return refused(input.path, "an agent that is no object");
      all.push_back(readAgent(agent, input));
    }
  }
  for (auto& imported : all) attachBlobs(tree.find("blobs"), imported);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].source = sourceOf(input.path, i, all.size());
  return all;
}

Files writeOwnJson(const std::vector<AgentToExport>& agents, const ExportOptions& options) {
  Record record{{"format", kOwnFormat}, {"formatVersion", kOwnVersion}};
  if (agents.size() == 1) {
    addAgent(record, agents.front());
    addBlobs(record, agents, options);
    return {
        {slugOf(agents.front().content.name) + ".agent.json", prettyJson(Tree(std::move(record))) + '\n'}};
  }
  List list;
  for (const auto& agent : agents) {
    Record one;
    addAgent(one, agent);
    list.emplace_back(std::move(one));
  }
  record.emplace_back("agents", std::move(list));
  addBlobs(record, agents, options);
  return {{"agents.json", prettyJson(Tree(std::move(record))) + '\n'}};
}

}  // namespace aiagent::authoring
