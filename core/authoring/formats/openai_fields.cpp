#include "core/authoring/formats/openai_fields.h"

#include <algorithm>
#include <array>

#include "core/authoring/formats/agent_fields.h"
#include "core/authoring/formats/document.h"
#include "core/wire/output_schema.h"

namespace aiagent::authoring {
namespace {

struct NamePair {
  std::string_view chat;
  std::string_view responses;
};

constexpr std::array<NamePair, 4> kChatNames = {{{"max_completion_tokens", "max_output_tokens"},
                                                 {"max_tokens", "max_output_tokens"},
                                                 {"reasoning_effort", "reasoning.effort"},
                                                 {"verbosity", "text.verbosity"}}};

// In Chat Completions alone (openai-contract D2).
constexpr std::array<std::string_view, 10> kChatOnly = {
    "stop",       "seed",     "n",          "frequency_penalty", "presence_penalty",
    "logit_bias", "logprobs", "prediction", "modalities",        "top_k"};

// The program's own business, or of one call alone.
constexpr std::array<std::string_view, 6> kOfTheCall = {
    "stream", "stream_options", "previous_response_id", "conversation", "user", "truncation"};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// {"type":"function","function":{…}} -> {"type":"function",…}
Tree flatTool(const Tree& tool) {
  const auto* type = tool.find("type");
  const auto* inner = type ? tool.find(type->asText()) : nullptr;
  if (!inner || !inner->isRecord()) return tool;
  Record flat{{"type", *type}};
  for (const auto& member : inner->members()) flat.push_back(member);
  for (const auto& member : tool.members())
    if (member.first != "type" && member.first != type->asText()) flat.push_back(member);
  return flat;
}

void readTools(RecordReader& reader, domain::AgentContent& content) {
  const auto* tools = reader.take("tools");
  if (!tools) return;
  List flat;
  for (const auto& tool : tools->items()) {
    if (tool.isRecord() && tool.find("type"))
      flat.push_back(flatTool(tool));
    else
      reader.lose("tools", LossReason::Invalid, tool);
  }
  if (!tools->isList()) reader.lose("tools", LossReason::Invalid, *tools);
  if (!flat.empty()) content.tools = prettyJson(flat);
}

void readFormat(RecordReader& reader, const std::string& name, domain::AgentContent& content) {
  const auto* format = reader.take(name);
  if (!format) return;
  const auto* type = format->find("type");
  const auto word = type ? type->asText() : std::string();
  const auto* inner = format->find("json_schema");
  if (word == "json_schema" && (inner || format->find("schema")))
    setSchema(content, inner && inner->isRecord() ? *inner : *format);
  else if (word != "text")
    reader.lose(name, LossReason::Unknown, *format);
}

// "reasoning" and "text": each member is a parameter of its own.
void readGroup(RecordReader& reader, const std::string& name, domain::AgentContent& content) {
  const auto* group = reader.take(name);
  if (!group) return;
  if (!group->isRecord()) return reader.lose(name, LossReason::Invalid, *group);
  RecordReader inner(*group, reader.pathOf(name) + '.', reader.losses());
  if (name == "text") readFormat(inner, "format", content);
  for (const auto& [member, value] : group->members()) {
    if (name == "text" && member == "format") continue;
    inner.ignore(member);
    if (!value.isNull())
      setForeignParameter(content, name + '.' + member, value, inner.pathOf(member), reader.losses());
  }
}

std::string responsesName(std::string_view name, domain::ApiKind api) {
  if (api == domain::ApiKind::Chat)
    for (const auto& pair : kChatNames)
      if (pair.chat == name) return std::string(pair.responses);
  return std::string(name);
}

void readMember(RecordReader& reader, const std::string& name, const Tree& value, domain::ApiKind api,
                UnknownMembers rest, domain::AgentContent& content) {
  if (isIn(kOfTheCall, name) || isIn(kChatOnly, name))
    return reader.drop(name, LossReason::ParameterUnsupported);
  const auto known = responsesName(name, api);
  if (!domain::findParameterSpec(known) && rest == UnknownMembers::AreLeft) return;
  reader.ignore(name);
  if (!value.isNull()) setForeignParameter(content, known, value, reader.pathOf(name), reader.losses());
}

constexpr std::array<std::string_view, 8> kOwnFields = {"model", "tools",    "input",  "instructions",
                                                        "text",  "messages", "prompt", "reasoning"};

std::string chatName(const std::string& name) {
  for (const auto& pair : kChatNames)
    if (pair.responses == name) return std::string(pair.chat);
  return name;
}

void addWireJson(Record& record, const std::string& name, const base::Result<std::string>& json) {
  if (!json || json->empty()) return;
  if (auto tree = parseJson(*json)) setDotted(record, name, std::move(*tree));
}

}  // namespace

bool setDotted(Record& record, std::string_view name, Tree value) {
  if (name.empty() || name.front() == '.' || name.back() == '.') return false;
  const auto dot = name.find('.');
  const auto first = name.substr(0, dot);
  auto at =
      std::find_if(record.begin(), record.end(), [&](const auto& member) { return member.first == first; });
  if (dot == std::string_view::npos) {
    if (at != record.end()) return false;
    record.emplace_back(first, std::move(value));
    return true;
  }
  if (at == record.end()) at = record.emplace(record.end(), std::string(first), Record());
  return at->second.isRecord() &&
         setDotted(at->second.mutableMembers(), name.substr(dot + 1), std::move(value));
}

void setForeignParameter(domain::AgentContent& content, const std::string& name, const Tree& value,
                         const std::string& field, Losses& losses) {
  if (const auto* text = value.text(); text && text->find("${") != std::string::npos)
    return loseTree(losses, field, LossReason::EnvironmentReference, value);
  const auto read = domain::parseParameterValue(name, value.asText());
  const bool known = domain::findParameterSpec(name) != nullptr;
  if (!read)
    loseTree(losses, field, LossReason::Invalid, value);
  else
    content.parameters.set(name, known ? *read : parameterValue(value));
}

void setSchema(domain::AgentContent& content, const Tree& format) {
  const auto* schema = format.find("schema");
  if (!schema || !schema->isRecord()) {
    content.outputSchema = prettyJson(format);
    return;
  }
  Record kept;
  for (const auto& member : format.members())
    if (member.first != "type" && !member.second.isNull()) kept.push_back(member);
  content.outputSchema = kept.size() == 1 ? prettyJson(*schema) : prettyJson(Tree(std::move(kept)));
}

void readOpenAiFields(RecordReader& reader, const Tree& record, domain::ApiKind api, UnknownMembers rest,
                      domain::AgentContent& content) {
  if (content.model.empty()) content.model = reader.text("model");
  readTools(reader, content);
  readFormat(reader, "response_format", content);
  readGroup(reader, "reasoning", content);
  readGroup(reader, "text", content);
  for (const auto& [name, value] : record.members())
    if (!isIn(kOwnFields, name) && name != "response_format")
      readMember(reader, name, value, api, rest, content);
}

Record openAiFields(const domain::AgentContent& content, domain::ApiKind api) {
  const bool chat = api == domain::ApiKind::Chat;
  Record record;
  for (const auto& parameter : content.parameters.all()) {
    const auto name = chat ? chatName(parameter.name) : parameter.name;
    if (chat && name == parameter.name && name.find('.') != std::string::npos) continue;
    const auto* text = std::get_if<domain::JsonText>(&parameter.value);
    const auto json = text ? parseJson(text->text) : base::Result<Tree>(Tree());
    auto value =
        text ? (json ? *json : Tree(text->text)) : *parametersTree(content.parameters).find(parameter.name);
    setDotted(record, name, std::move(value));
  }
  if (auto tools = chat ? wire::chatTools(content) : wire::responsesTools(content); tools)
    addWireJson(record, "tools", tools);
  addWireJson(record, chat ? "response_format" : "text.format",
              chat ? wire::chatFormat(content) : wire::responsesFormat(content));
  return record;
}

}  // namespace aiagent::authoring
