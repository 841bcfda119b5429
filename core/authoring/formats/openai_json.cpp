// OpenAI's reusable prompt objects and the request bodies of its two APIs.
#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/messages.h"
#include "core/authoring/formats/openai_fields.h"
#include "core/authoring/formats/placeholders.h"
#include "core/authoring/formats/readers.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

using domain::ApiKind;

// {"name": "value"}, {"name": {"type", "default", …}}, ["name"] or [{"name", …}].
void readVariables(RecordReader& reader, domain::AgentContent& content) {
  const auto* variables = reader.take("variables");
  if (!variables) return;
  for (const auto& item : variables->items()) {
    if (item.isRecord()) continue;
    content.variables.push_back({.name = item.asText()});
  }
  List records;
  for (const auto& item : variables->items())
    if (item.isRecord()) records.push_back(item);
  for (auto& variable :
       variablesFromTree(Tree(std::move(records)), reader.pathOf("variables"), reader.losses()))
    content.variables.push_back(std::move(variable));
  for (const auto& [name, value] : variables->members()) {
    domain::Variable variable{.name = name};
    if (value.isRecord()) {
      RecordReader inner(value, reader.pathOf("variables") + '.' + name + '.', reader.losses());
      if (const auto type = domain::variableTypeFromWord(inner.text("type"))) variable.type = *type;
      variable.description = inner.text("description");
      variable.example = inner.text("example");
      variable.defaultValue = inner.text("default");
      inner.finish();
    } else {
      variable.example = value.asText();
    }
    content.variables.push_back(std::move(variable));
  }
}

// The instructions stand before the messages: they are a system message of their own.
void readText(RecordReader& reader, const char* listName, Imported& imported) {
  std::vector<PromptMessage> messages;
  if (auto instructions = reader.text("instructions"); !instructions.empty())
    messages.push_back({"system", std::move(instructions)});
  if (const auto* list = reader.take(listName)) {
    if (list->isScalar()) {
      messages.push_back({"user", list->asText()});
    } else if (auto read = messagesFromTree(*list, reader.pathOf(listName), imported.losses)) {
      messages.insert(messages.end(), read->begin(), read->end());
    } else {
      reader.lose(listName, LossReason::Invalid, *list);
    }
  }
  foldMessages(messages, imported.content, imported.losses);
  imported.content.prompt =
      fromTemplate(imported.content.prompt, TemplateKind::Plain, "prompt", imported.losses);
}

ReadResult readRequest(const ReadInput& input, ApiKind api, const char* listName) {
  if (!input.tree->isRecord()) return refused(input.path, "no JSON object");
  Imported imported;
  RecordReader reader(*input.tree, "", imported.losses);
  readText(reader, listName, imported);
  if (const auto* prompt = reader.take("prompt")) reader.lose("prompt", LossReason::ServerReference, *prompt);
  readOpenAiFields(reader, *input.tree, api, UnknownMembers::AreParameters, imported.content);
  reader.finish();
  setName(imported, "", input.path);
  imported.source = input.path;
  return ImportedList{std::move(imported)};
}

Imported readPromptObject(const Tree& object, const ReadInput& input) {
  Imported imported;
  RecordReader reader(object, "", imported.losses);
  for (const char* name : {"object", "created_at", "created", "updated_at", "is_default", "status"})
    reader.ignore(name);
  const auto id = reader.text("id");
  const auto name = reader.text("name");
  imported.content.description = reader.text("description");
  VersionEntry version;
  const auto number = reader.text("version");
  if (!number.empty()) {
    version.message = id.empty() ? "v" + number : id + " v" + number;
    version.number = std::atoll(number.c_str());
    imported.versions.push_back(std::move(version));
  }
  const char* listName = object.find("messages") ? "messages" : object.find("prompt") ? "prompt" : "input";
  readText(reader, listName, imported);
  readVariables(reader, imported.content);
  readOpenAiFields(reader, object, ApiKind::Responses, UnknownMembers::AreLeft, imported.content);
  reader.finish();
  setName(imported, name, id.empty() ? input.path : id);
  return imported;
}

Files jsonFile(const AgentToExport& agent, const char* ending, Record record) {
  return {{slugOf(agent.content.name) + ending, prettyJson(Tree(std::move(record))) + '\n'}};
}

void append(Record& record, Record more) {
  for (auto& member : more) record.push_back(std::move(member));
}

}  // namespace

ReadResult readOpenAiPrompt(const ReadInput& input) {
  const auto* data = input.tree->isList() ? input.tree : input.tree->find("data");
  ImportedList all;
  if (!data || !data->isList()) {
    if (!input.tree->isRecord()) return refused(input.path, "no JSON object");
    all.push_back(readPromptObject(*input.tree, input));
  } else {
    for (const auto& object : data->items()) {
      if (!object.isRecord()) return refused(input.path, "no JSON object");
      all.push_back(readPromptObject(object, input));
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].source = sourceOf(input.path, i, all.size());
  return all;
}

ReadResult readOpenAiResponses(const ReadInput& input) {
  return readRequest(input, ApiKind::Responses, "input");
}

ReadResult readOpenAiChat(const ReadInput& input) {
  return readRequest(input, ApiKind::Chat, "messages");
}

Files writeOpenAiPrompt(const AgentToExport& agent, const ExportOptions& options) {
  const auto& content = agent.content;
  Record record{{"object", "prompt"}, {"name", content.name}};
  if (!content.description.empty()) record.emplace_back("description", content.description);
  record.emplace_back("version", options.version.empty() ? "1" : options.version);
  if (!content.model.empty()) record.emplace_back("model", content.model);
  record.emplace_back("instructions", content.prompt);
  if (!content.variables.empty()) record.emplace_back("variables", variablesTree(content.variables));
  append(record, openAiFields(content, ApiKind::Responses));
  return jsonFile(agent, ".prompt.json", std::move(record));
}

Files writeOpenAiResponses(const AgentToExport& agent) {
  const auto& content = agent.content;
  Record record;
  if (!content.model.empty()) record.emplace_back("model", content.model);
  record.emplace_back("instructions", content.prompt);
  // without instructions, or with variables in it, it would be read as the prompt
  if (!content.starters.empty() && !content.prompt.empty() &&
      domain::findVariables(content.starters.front()).empty())
    record.emplace_back("input", content.starters.front());
  append(record, openAiFields(content, ApiKind::Responses));
  return jsonFile(agent, ".request.json", std::move(record));
}

}  // namespace aiagent::authoring
