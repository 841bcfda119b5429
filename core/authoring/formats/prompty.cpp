// Prompty (.prompty): front matter and a body of role-marked messages. v1 has Chat Completions' parameters
// under model.parameters; the 2.0 alphas have model.options, inputs as lists and tools by kind.
#include <algorithm>

#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/document.h"
#include "core/authoring/formats/front_matter.h"
#include "core/authoring/formats/messages.h"
#include "core/authoring/formats/openai_fields.h"
#include "core/authoring/formats/placeholders.h"
#include "core/authoring/formats/property_list.h"
#include "core/authoring/formats/readers.h"
#include "core/base/utf8.h"
#include "core/wire/output_schema.h"

namespace aiagent::authoring {
namespace {

using domain::ApiKind;
using domain::VariableType;

struct NamePair {
  std::string_view option;
  std::string_view parameter;
};
constexpr NamePair kOptions[] = {{"temperature", "temperature"},
                                 {"maxOutputTokens", "max_output_tokens"},
                                 {"topP", "top_p"},
                                 {"allowMultipleToolCalls", "parallel_tool_calls"}};

TemplateKind templateOf(const Tree* tree) {
  const auto* format = tree && tree->isRecord() ? tree->find("format") : tree;
  if (tree && tree->isRecord() && !format) format = tree->find("type");
  if (format && format->isRecord()) format = format->find("kind");
  const auto word = format ? format->asText() : std::string();
  return word == "mustache" || word == "handlebars" ? TemplateKind::Mustache : TemplateKind::Jinja;
}

std::optional<VariableType> typeOf(const std::string& kind) {
  if (kind.empty() || kind == "string") return VariableType::String;
  if (kind == "number" || kind == "integer" || kind == "float") return VariableType::Number;
  if (kind == "boolean" || kind == "bool") return VariableType::Boolean;
  return std::nullopt;
}

domain::Variable readInput(const std::string& name, const Tree& value, const std::string& path,
                           Losses& losses) {
  domain::Variable variable{.name = name};
  if (!value.isRecord()) {  // the shorthand: the type, or an example
    const auto type = value.text() ? typeOf(value.asText()) : std::nullopt;
    variable.type = type.value_or(VariableType::String);
    if (!type) variable.example = value.asText();
    return variable;
  }
  RecordReader reader(value, path + '.', losses);
  reader.ignore("name");
  reader.ignore("required");
  const auto* kind = reader.take("kind");
  const auto* typeTree = reader.take("type");
  const auto* word = kind ? kind : typeTree;
  const auto type = typeOf(word ? word->asText() : std::string());
  if (!type) loseTree(losses, path + (kind ? ".kind" : ".type"), LossReason::Invalid, *word);
  variable.type = type.value_or(VariableType::String);
  variable.description = reader.text("description");
  if (const auto* text = reader.take("default")) variable.defaultValue = text->asText();
  for (const char* member : {"example", "sample"})
    if (const auto* text = reader.take(member)) variable.example = text->asText();
  for (const char* member : {"enum", "enumValues"})
    if (auto choices = reader.texts(member); !choices.empty()) {
      variable.choices = std::move(choices);
      variable.type = VariableType::Choice;
    }
  reader.finish();
  return variable;
}

void readInputs(const Tree& inputs, Imported& imported) {
  auto& variables = imported.content.variables;
  for (std::size_t i = 0; i < inputs.items().size(); ++i) {
    const auto& item = inputs.items()[i];
    const auto* name = item.find("name");
    const auto path = "inputs[" + std::to_string(i) + ']';
    if (name)
      variables.push_back(readInput(name->asText(), item, path, imported.losses));
    else
      loseTree(imported.losses, path, LossReason::Invalid, item);
  }
  for (const auto& [name, value] : inputs.members())
    variables.push_back(readInput(name, value, "inputs." + name, imported.losses));
}

domain::Variable* findVariable(domain::AgentContent& content, std::string_view name) {
  for (auto& variable : content.variables)
    if (variable.name == name) return &variable;
  return nullptr;
}

// What stands for the input is no variable here; its example is something to begin a conversation with.
void takeInput(const std::string& name, Imported& imported) {
  auto& content = imported.content;
  if (const auto* variable = findVariable(content, name)) {
    const auto example = variable->example.empty() ? variable->defaultValue : variable->example;
    if (!example.empty()) content.starters.push_back(example);
    if (!variable->description.empty())
      addLoss(imported.losses,
              makeLoss("inputs." + name + ".description", LossReason::NotInFormat, variable->description));
  }
  std::erase_if(content.variables, [&](const domain::Variable& variable) { return variable.name == name; });
}

void readSample(RecordReader& reader, Imported& imported) {
  const auto* sample = reader.take("sample");
  if (!sample) return;
  if (!sample->isRecord()) return reader.lose("sample", LossReason::FileReference, *sample);
  for (const auto& [name, value] : sample->members()) {
    auto* variable = findVariable(imported.content, name);
    if (!variable) variable = &imported.content.variables.emplace_back(domain::Variable{.name = name});
    variable->example = value.asText();
  }
}

void readBody(std::string_view body, TemplateKind kind, Imported& imported) {
  const auto messages = messagesFromRoleMarks(body);
  const auto input = foldMessages(messages, imported.content, imported.losses);
  imported.content.prompt = fromTemplate(imported.content.prompt, kind, "body", imported.losses);
  if (!input.empty()) takeInput(input, imported);
}

struct Document {
  Tree fields;
  std::string_view body;
};

base::Result<Document> documentOf(const ReadInput& input) {
  const auto parts = splitFrontMatter(input.text);
  if (!parts) {
    if (input.text.starts_with("---")) return refused(input.path, "front matter without an end");
    return Document{Record(), input.text};
  }
  auto fields = parseYaml(parts->yaml);
  if (!fields) return refused(input.path, fields.error().detail);
  if (fields->isNull()) fields = Tree(Record());
  if (!fields->isRecord()) return refused(input.path, "front matter without fields");
  return Document{std::move(*fields), parts->body};
}

// ---- version 1

void readModelV1(RecordReader& reader, Imported& imported) {
  const auto* model = reader.take("model");
  if (!model) return;
  RecordReader inner(*model, "model.", imported.losses);
  inner.ignore("api");
  if (const auto* configuration = inner.take("configuration")) {
    RecordReader connection(*configuration, "model.configuration.", imported.losses);
    for (const char* name : {"model", "azure_deployment", "name"}) {
      const auto* value = configuration->find(name);
      if (!value || !value->isScalar() || !imported.content.model.empty()) continue;
      if (value->asText().find("${") != std::string::npos) continue;
      imported.content.model = connection.text(name);
    }
    const auto* type = connection.take("type");
    if (type && type->asText() != "openai") connection.lose("type", LossReason::ProviderDropped, *type);
    connection.finish();
  }
  inner.drop("response", LossReason::NotInFormat);
  if (const auto* parameters = inner.take("parameters")) {
    RecordReader each(*parameters, "model.parameters.", imported.losses);
    readOpenAiFields(each, *parameters, ApiKind::Chat, UnknownMembers::AreParameters, imported.content);
    each.finish();
  }
  inner.finish();
}

Tree scalarOf(const std::string& text, VariableType type) {
  if (type == VariableType::Boolean && (text == "true" || text == "false")) return text == "true";
  if (type == VariableType::Number)
    if (auto number = parseJson(text);
        number && (number->integer() || number->number()) && number->asText() == text)
      return std::move(*number);
  return text;
}

Tree inputsV1(const domain::AgentContent& content) {
  Record inputs;
  for (const auto& variable : content.variables) {
    const bool choice = variable.type == VariableType::Choice;
    Record record{{"type", choice ? "string" : domain::toWord(variable.type)}};
    if (!variable.description.empty()) record.emplace_back("description", variable.description);
    if (!variable.defaultValue.empty())
      record.emplace_back("default", scalarOf(variable.defaultValue, variable.type));
    if (choice) record.emplace_back("enum", textsTree(variable.choices));
    inputs.emplace_back(variable.name, std::move(record));
  }
  return inputs;
}

Tree sampleOf(const domain::AgentContent& content, const std::string& input) {
  Record sample;
  for (const auto& variable : content.variables)
    if (!variable.example.empty())
      sample.emplace_back(variable.name, scalarOf(variable.example, variable.type));
  if (!content.starters.empty()) sample.emplace_back(input, content.starters.front());
  return sample;
}

std::string bodyText(const domain::AgentContent& content, const std::string& input) {
  std::string body;
  if (!content.prompt.empty()) body = "system:\n" + content.prompt + "\n\n";
  return body + "user:\n{{" + input + "}}";
}

void addFilled(Record& record, const char* name, Tree tree) {
  if (!tree.items().empty() || !tree.members().empty()) record.emplace_back(name, std::move(tree));
}

// ---- version 2

void readTool(const Tree& tool, const std::string& path, List& tools, Losses& losses) {
  const auto* kind = tool.find("kind");
  if (!kind) return loseTree(losses, path, LossReason::Invalid, tool);
  Record kept{{"type", *kind}};
  for (const auto& [name, value] : tool.members()) {
    if (name == "kind") continue;
    const bool parameters = kind->asText() == "function" && name == "parameters";
    const auto schema = parameters ? schemaFromProperties(value) : std::nullopt;
    if (name == "connection" || name == "bindings")
      loseTree(losses, path + '.' + name, LossReason::NotInFormat, value);
    else if (name != "name" || kind->asText() == "function" || kind->asText() == "custom")
      kept.emplace_back(name, schema ? *schema : value);
  }
  tools.emplace_back(std::move(kept));
}

void readModelV2(RecordReader& reader, Imported& imported) {
  const auto* model = reader.take("model");
  if (!model) return;
  auto& content = imported.content;
  if (model->isScalar()) {
    content.model = model->asText();
    return;
  }
  RecordReader inner(*model, "model.", imported.losses);
  content.model = inner.text("id");
  inner.ignore("apiType");
  inner.drop("connection", LossReason::NotInFormat);
  const auto* provider = inner.take("provider");
  if (provider && provider->asText() != "openai")
    inner.lose("provider", LossReason::ProviderDropped, *provider);
  if (const auto* options = inner.take("options")) {
    RecordReader each(*options, "model.options.", imported.losses);
    for (const auto& pair : kOptions)
      if (const auto* value = each.take(pair.option))
        setForeignParameter(content, std::string(pair.parameter), *value, each.pathOf(pair.option),
                            imported.losses);
    for (const char* name : {"seed", "topK", "frequencyPenalty", "presencePenalty", "stopSequences"})
      each.drop(name, LossReason::ParameterUnsupported);
    if (const auto* more = each.take("additionalProperties")) {
      RecordReader others(*more, "model.options.additionalProperties.", imported.losses);
      readOpenAiFields(others, *more, ApiKind::Chat, UnknownMembers::AreParameters, content);
      others.finish();
    }
    each.finish();
  }
  inner.finish();
}

void readMetadata(RecordReader& reader, Imported& imported) {
  const auto* metadata = reader.take("metadata");
  if (!metadata) return;
  RecordReader inner(*metadata, "metadata.", imported.losses);
  imported.content.tags = inner.texts("tags");
  inner.finish();
}

Tree toolV2(const Tree& tool) {
  Record out;
  if (const auto* name = tool.find("name")) out.emplace_back("name", *name);
  out.emplace_back("kind", tool.find("type") ? *tool.find("type") : Tree("custom"));
  for (const auto& [name, value] : tool.members()) {
    if (name == "type" || name == "name") continue;
    const auto list = name == "parameters" ? propertiesFromSchema(value) : std::nullopt;
    out.emplace_back(name, list ? *list : value);
  }
  if (!tool.find("name")) out.insert(out.begin(), {"name", out.front().second});
  return out;
}

Tree inputsV2(const domain::AgentContent& content, const std::string& input) {
  List inputs;
  for (const auto& variable : content.variables) {
    const bool choice = variable.type == VariableType::Choice;
    Record record{{"name", variable.name}, {"kind", choice ? "string" : domain::toWord(variable.type)}};
    if (!variable.description.empty()) record.emplace_back("description", variable.description);
    if (!variable.defaultValue.empty())
      record.emplace_back("default", scalarOf(variable.defaultValue, variable.type));
    if (!variable.example.empty()) record.emplace_back("example", scalarOf(variable.example, variable.type));
    if (choice) record.emplace_back("enumValues", textsTree(variable.choices));
    inputs.emplace_back(std::move(record));
  }
  Record last{{"name", input}, {"kind", "string"}};
  if (!content.starters.empty()) last.emplace_back("example", content.starters.front());
  inputs.emplace_back(std::move(last));
  return inputs;
}

Tree optionsV2(Record fields) {
  Record options, rest;
  for (auto& [name, value] : fields) {
    const auto* pair =
        std::find_if(std::begin(kOptions), std::end(kOptions),
                     [&, &field = name](const NamePair& one) { return one.parameter == field; });
    if (pair != std::end(kOptions))
      options.emplace_back(pair->option, std::move(value));
    else
      rest.emplace_back(name, std::move(value));
  }
  addFilled(options, "additionalProperties", std::move(rest));
  return options;
}

Tree nameAndDescription(const domain::AgentContent& content) {
  Record record{{"name", content.name}};
  if (!content.description.empty()) record.emplace_back("description", content.description);
  return record;
}

Files promptyFile(const domain::AgentContent& content, Record record, const std::string& input) {
  std::string text = joinFrontMatter(Tree(std::move(record)), bodyText(content, input));
  return {{slugOf(content.name) + ".prompty", std::move(text)}};
}

}  // namespace

ReadResult readPromptyV1(const ReadInput& input) {
  auto document = documentOf(input);
  if (!document) return document.error();
  Imported imported;
  RecordReader reader(document->fields, "", imported.losses);
  const auto name = reader.text("name");
  imported.content.description = reader.text("description");
  imported.content.tags = reader.texts("tags");
  readModelV1(reader, imported);
  if (const auto* inputs = reader.take("inputs")) readInputs(*inputs, imported);
  readSample(reader, imported);
  if (const auto* outputs = reader.take("outputs")) {
    const auto schema = schemaFromProperties(*outputs);
    if (schema && imported.content.outputSchema.empty())
      setSchema(imported.content, *schema);
    else
      reader.lose("outputs", LossReason::Invalid, *outputs);
  }
  const auto kind = templateOf(reader.take("template"));
  readBody(document->body, kind, imported);
  reader.finish();
  setName(imported, name, input.path);
  imported.source = input.path;
  return ImportedList{std::move(imported)};
}

ReadResult readPromptyV2(const ReadInput& input) {
  auto document = documentOf(input);
  if (!document) return document.error();
  Imported imported;
  RecordReader reader(document->fields, "", imported.losses);
  reader.ignore("kind");
  const auto name = reader.text("name");
  const auto title = reader.text("displayName");
  imported.content.description = reader.text("description");
  readMetadata(reader, imported);
  readModelV2(reader, imported);
  for (const char* member : {"inputs", "inputSchema", "parameters"})
    if (const auto* inputs = reader.take(member)) {
      const auto* inner = inputs->find("properties");
      readInputs(inner && !inner->isScalar() ? *inner : *inputs, imported);
    }
  for (const char* member : {"outputs", "outputSchema"})
    if (const auto* outputs = reader.take(member)) {
      if (const auto schema = schemaFromProperties(*outputs))
        setSchema(imported.content, *schema);
      else if (!outputs->items().empty() || !outputs->members().empty())
        reader.lose(member, LossReason::Invalid, *outputs);
    }
  if (const auto* tools = reader.take("tools")) {
    List kept;
    for (std::size_t i = 0; i < tools->items().size(); ++i)
      readTool(tools->items()[i], "tools[" + std::to_string(i) + ']', kept, imported.losses);
    if (!tools->isList()) reader.lose("tools", LossReason::Invalid, *tools);
    if (!kept.empty()) imported.content.tools = prettyJson(kept);
  }
  const auto kind = templateOf(reader.take("template"));
  std::string instructions = reader.text("instructions");
  instructions += document->body;
  readBody(instructions, kind, imported);
  reader.finish();
  setName(imported, title.empty() ? name : title, input.path);
  imported.source = input.path;
  return ImportedList{std::move(imported)};
}

Files writePromptyV1(const AgentToExport& agent) {
  const auto& content = agent.content;
  const auto input = inputName(content);
  auto record = nameAndDescription(content).members();
  addFilled(record, "tags", textsTree(content.tags));
  Record model{{"api", "chat"}};
  Record configuration{{"type", "openai"}};
  if (!content.model.empty()) configuration.emplace_back("model", content.model);
  model.emplace_back("configuration", std::move(configuration));
  addFilled(model, "parameters", openAiFields(content, ApiKind::Chat));
  record.emplace_back("model", std::move(model));
  addFilled(record, "inputs", inputsV1(content));
  addFilled(record, "sample", sampleOf(content, input));
  return promptyFile(content, std::move(record), input);
}

Files writePromptyV2(const AgentToExport& agent) {
  const auto& content = agent.content;
  const auto input = inputName(content);
  auto record = nameAndDescription(content).members();
  if (!content.tags.empty()) record.emplace_back("metadata", Record{{"tags", textsTree(content.tags)}});
  auto fields = openAiFields(content, ApiKind::Responses);
  const auto schema = parseJson(content.outputSchema);
  const auto outputs = schema ? propertiesFromSchema(*schema) : std::nullopt;
  List tools;
  for (auto& [name, value] : fields)
    if (name == "tools")
      for (const auto& tool : value.items()) tools.push_back(toolV2(tool));
  std::erase_if(fields, [](const auto& member) { return member.first == "tools"; });
  if (outputs)
    for (auto& [name, value] : fields)
      if (name == "text" && value.isRecord())
        std::erase_if(value.mutableMembers(), [](const auto& member) { return member.first == "format"; });
  std::erase_if(fields,
                [](const auto& member) { return member.first == "text" && member.second == Tree(Record()); });
  Record model;
  if (!content.model.empty()) model.emplace_back("id", content.model);
  model.emplace_back("provider", "openai");
  model.emplace_back("apiType", "responses");
  addFilled(model, "options", optionsV2(std::move(fields)));
  record.emplace_back("model", std::move(model));
  addFilled(record, "inputs", inputsV2(content, input));
  if (outputs) record.emplace_back("outputs", *outputs);
  addFilled(record, "tools", std::move(tools));
  record.emplace_back(
      "template", Record{{"format", Record{{"kind", "jinja2"}}}, {"parser", Record{{"kind", "prompty"}}}});
  return promptyFile(content, std::move(record), input);
}

}  // namespace aiagent::authoring
