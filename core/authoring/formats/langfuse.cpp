// Prompts of Langfuse's public API (GET /api/public/v2/prompts): text and chat, one or a list.
#include <algorithm>
#include <map>

#include "core/authoring/formats/messages.h"
#include "core/authoring/formats/openai_fields.h"
#include "core/authoring/formats/placeholders.h"
#include "core/authoring/formats/readers.h"

namespace aiagent::authoring {
namespace {

void readPromptText(RecordReader& reader, Imported& imported) {
  const auto* prompt = reader.take("prompt");
  if (!prompt) return;
  if (auto messages = messagesFromTree(*prompt, "prompt", imported.losses))
    foldMessages(*messages, imported.content, imported.losses);
  else if (prompt->isScalar())
    imported.content.prompt = prompt->asText();
  else
    reader.lose("prompt", LossReason::Invalid, *prompt);
  imported.content.prompt =
      fromTemplate(imported.content.prompt, TemplateKind::Plain, "prompt", imported.losses);
}

void readConfig(RecordReader& reader, Imported& imported) {
  const auto* config = reader.take("config");
  if (!config) return;
  if (!config->isRecord()) return reader.lose("config", LossReason::Invalid, *config);
  RecordReader inner(*config, "config.", imported.losses);
  if (const auto* name = config->find("modelName"); name && !config->find("model")) {
    imported.content.model = name->asText();
    inner.ignore("modelName");
  }
  // both APIs' names are in use; those of Chat Completions are none of Responses'
  readOpenAiFields(inner, *config, domain::ApiKind::Chat, UnknownMembers::AreLeft, imported.content);
  inner.finish();
}

struct Prompt {
  Imported imported;
  std::string name;
  VersionEntry version;
};

Prompt readPrompt(const Tree& object, const ReadInput& input) {
  Prompt prompt;
  RecordReader reader(object, "", prompt.imported.losses);
  for (const char* name : {"type", "id", "createdAt", "updatedAt", "createdBy", "isActive", "projectId",
                           "resolutionGraph", "lastUpdatedAt", "lastConfig"})
    reader.ignore(name);
  prompt.name = reader.text("name");
  prompt.version.number = reader.integer("version").value_or(0);
  prompt.version.labels = reader.texts("labels");
  // "latest" is no label but the newest version
  std::erase(prompt.version.labels, "latest");
  prompt.version.message = reader.text("commitMessage");
  prompt.imported.content.tags = reader.texts("tags");
  readPromptText(reader, prompt.imported);
  readConfig(reader, prompt.imported);
  reader.finish();
  setName(prompt.imported, prompt.name, input.path);
  return prompt;
}

// Versions of one name are one agent: the newest is its content, all are its history.
Imported joined(std::vector<Prompt> versions) {
  std::stable_sort(versions.begin(), versions.end(), [](const Prompt& one, const Prompt& other) {
    return one.version.number < other.version.number;
  });
  std::vector<VersionEntry> history;
  Losses older;
  for (const auto& prompt : versions) {
    if (&prompt == &versions.back()) break;
    for (auto loss : prompt.imported.losses) {
      loss.field = 'v' + std::to_string(prompt.version.number) + '.' + loss.field;
      addLoss(older, std::move(loss));
    }
  }
  for (auto& prompt : versions) {
    if (prompt.version.number == 0 && prompt.version.labels.empty() && prompt.version.message.empty())
      continue;
    prompt.version.content = prompt.imported.content;
    history.push_back(std::move(prompt.version));
  }
  auto newest = std::move(versions.back().imported);
  newest.versions = std::move(history);
  for (auto& loss : older) addLoss(newest.losses, std::move(loss));
  return newest;
}

}  // namespace

ReadResult readLangfuse(const ReadInput& input) {
  const auto* list = input.tree->isList() ? input.tree : input.tree->find("data");
  const List one{*input.tree};
  const auto& objects = list && list->isList() ? list->items() : one;
  std::vector<std::string> order;
  std::map<std::string, std::vector<Prompt>> byName;
  for (const auto& object : objects) {
    if (!object.isRecord() || !object.find("prompt")) return refused(input.path, "no Langfuse prompt");
    auto prompt = readPrompt(object, input);
    const auto name = prompt.name;
    if (!byName.count(name)) order.push_back(name);
    byName[name].push_back(std::move(prompt));
  }
  ImportedList all;
  for (const auto& name : order) all.push_back(joined(std::move(byName[name])));
  for (std::size_t i = 0; i < all.size(); ++i) all[i].source = sourceOf(input.path, i, all.size());
  return all;
}

Files writeLangfuse(const AgentToExport& agent) {
  const auto& content = agent.content;
  Record config;
  if (!content.model.empty()) config.emplace_back("model", content.model);
  for (auto& member : openAiFields(content, domain::ApiKind::Responses)) config.push_back(std::move(member));
  List tags, labels;
  for (const auto& tag : content.tags) tags.emplace_back(tag);
  const auto* head = agent.versions.empty() ? nullptr : &agent.versions.back();
  if (head)
    for (const auto& label : head->labels) labels.emplace_back(label);
  Record record{{"name", content.name}, {"type", "text"}, {"prompt", content.prompt}};
  record.emplace_back("config", std::move(config));
  record.emplace_back("labels", std::move(labels));
  record.emplace_back("tags", std::move(tags));
  if (head && head->number > 0) record.emplace_back("version", head->number);
  if (head && !head->message.empty()) record.emplace_back("commitMessage", head->message);
  return {{slugOf(content.name) + ".langfuse.json", prettyJson(Tree(std::move(record))) + '\n'}};
}

}  // namespace aiagent::authoring
