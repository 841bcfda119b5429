#include "core/wire/shared_record.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/wire/json_text.h"
#include "core/wire/record_json.h"

namespace aiagent::wire {
namespace {

using domain::AgentContent;

constexpr std::array<std::string_view, 17> kAgentFields = {
    "name",          "description",  "draft_prompt", "model",     "params", "tools",
    "output_schema", "tags",         "starters",     "variables", "cases",  "knowledge",
    "archived",      "head_version", "labels",       "owner",     "created"};

// PostgreSQL's JSON has no U+0000; it becomes the visible sign for it.
std::string storable(std::string_view text) {
  std::string out;
  for (const char c : text) c == '\0' ? out += "\xE2\x90\x80" : out += c;
  return out;
}

std::string jsonString(std::string_view text) {
  return text.find('\0') == std::string_view::npos ? quoted(text) : quoted(storable(text));
}

std::string textsJson(const std::vector<std::string>& texts) {
  JsonArray array;
  for (const auto& text : texts) array.text(storable(text));
  return array.take();
}

std::string variableJson(const domain::Variable& variable) {
  JsonObject object;
  object.text("name", storable(variable.name)).text("type", domain::toWord(variable.type));
  if (!variable.description.empty()) object.text("description", storable(variable.description));
  if (!variable.example.empty()) object.text("example", storable(variable.example));
  if (!variable.defaultValue.empty()) object.text("default", storable(variable.defaultValue));
  if (!variable.choices.empty()) object.raw("choices", textsJson(variable.choices));
  return object.take();
}

std::string caseJson(const domain::TestCase& one) {
  JsonObject values;
  for (const auto& [name, value] : one.variables) values.text(storable(name), storable(value));
  return JsonObject()
      .text("name", storable(one.name))
      .text("input", storable(one.input))
      .raw("variables", values.take())
      .text("expect", storable(one.expect))
      .take();
}

std::string knowledgeJson(const domain::KnowledgeFile& file) {
  return JsonObject()
      .text("name", storable(file.name))
      .text("media_type", file.mediaType)
      .text("sha256", file.sha256)
      .integer("bytes", file.bytes)
      .text("use", domain::toWord(file.use))
      .take();
}

template <class Items, class Write>
std::string listJson(const Items& items, const Write& write) {
  JsonArray array;
  for (const auto& item : items) array.raw(write(item));
  return array.take();
}

std::string labelsJson(const domain::Labels& labels) {
  JsonObject object;
  for (const auto& [name, version] : labels) object.text(name, version.toString());
  return object.take();
}

void putText(Fields& fields, const char* name, const std::string& text) {
  if (!text.empty()) fields.emplace(name, jsonString(text));
}

template <class AnyId>
void putId(Fields& fields, const char* name, const AnyId& id) {
  if (!id.isNull()) fields.emplace(name, '"' + id.toString() + '"');
}

template <class Items, class Write>
void putList(Fields& fields, const char* name, const Items& items, const Write& write) {
  if (!items.empty()) fields.emplace(name, listJson(items, write));
}

void putContent(Fields& fields, const AgentContent& content) {
  putText(fields, "name", content.name);
  putText(fields, "description", content.description);
  putText(fields, "draft_prompt", content.prompt);
  putText(fields, "model", content.model);
  if (!content.parameters.empty()) fields.emplace("params", toJson(content.parameters));
  putText(fields, "tools", content.tools);
  putText(fields, "output_schema", content.outputSchema);
  if (!content.tags.empty()) fields.emplace("tags", textsJson(content.tags));
  if (!content.starters.empty()) fields.emplace("starters", textsJson(content.starters));
  putList(fields, "variables", content.variables, variableJson);
  putList(fields, "cases", content.cases, caseJson);
  putList(fields, "knowledge", content.knowledge, knowledgeJson);
}

// ---- reading

// The members of one JSON object, by name; what is missing or of another kind reads as a default.
class Members {
 public:
  explicit Members(std::string_view json) : m_all(jsonMembers(json)) {}

  std::string_view raw(std::string_view name) const {
    const auto* found = m_all ? findMember(*m_all, name) : nullptr;
    return found ? found->value : std::string_view();
  }
  std::string text(std::string_view name) const { return stringFromJson(raw(name)).value_or(std::string()); }

 private:
  std::optional<std::vector<JsonMember>> m_all;
};

std::int64_t integerFrom(std::string_view json) {
  std::int64_t value = 0;
  std::from_chars(json.data(), json.data() + json.size(), value);
  return value;
}

domain::Variable variableFrom(std::string_view json) {
  const Members members(json);
  return {.name = members.text("name"),
          .type = domain::variableTypeFromWord(members.text("type")).value_or(domain::VariableType::String),
          .description = members.text("description"),
          .example = members.text("example"),
          .defaultValue = members.text("default"),
          .choices = textsFrom(members.raw("choices"))};
}

domain::TestCase caseFrom(std::string_view json) {
  const Members members(json);
  domain::TestCase one{.name = members.text("name"),
                       .input = members.text("input"),
                       .variables = {},
                       .expect = members.text("expect")};
  if (const auto values = jsonMembers(members.raw("variables")))
    for (const auto& value : *values)
      one.variables[value.name] = stringFromJson(value.value).value_or(std::string(value.value));
  return one;
}

domain::KnowledgeFile knowledgeFrom(std::string_view json) {
  const Members members(json);
  return {.name = members.text("name"),
          .mediaType = members.text("media_type"),
          .sha256 = members.text("sha256"),
          .bytes = integerFrom(members.raw("bytes")),
          .use = domain::knowledgeUseFromWord(members.text("use")).value_or(domain::KnowledgeUse::InputFile)};
}

template <class Item, class Read>
std::vector<Item> listFrom(std::string_view json, const Read& read) {
  std::vector<Item> items;
  if (const auto elements = jsonElements(json))
    for (const auto element : *elements) items.push_back(read(element));
  return items;
}

domain::Labels labelsFrom(std::string_view json) {
  domain::Labels labels;
  if (const auto members = jsonMembers(json))
    for (const auto& member : *members)
      if (const auto id = domain::VersionId::parse(stringFromJson(member.value).value_or("")))
        labels[member.name] = *id;
  return labels;
}

std::string_view rawField(const Fields& fields, const char* name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string textField(const Fields& fields, const char* name) {
  return stringFromJson(rawField(fields, name)).value_or(std::string());
}

template <class AnyId>
AnyId idField(const Fields& fields, const char* name) {
  return AnyId::parse(textField(fields, name)).value_or(AnyId{});
}

AgentContent contentFrom(const Fields& fields) {
  AgentContent content;
  content.name = textField(fields, "name");
  content.description = textField(fields, "description");
  content.prompt = textField(fields, "draft_prompt");
  content.model = textField(fields, "model");
  if (auto parameters = parametersFromJson(rawField(fields, "params")))
    content.parameters = std::move(*parameters);
  content.tools = textField(fields, "tools");
  content.outputSchema = textField(fields, "output_schema");
  content.starters = textsFrom(rawField(fields, "starters"));
  content.tags = textsFrom(rawField(fields, "tags"));
  std::sort(content.tags.begin(), content.tags.end());
  content.tags.erase(std::unique(content.tags.begin(), content.tags.end()), content.tags.end());
  content.variables = listFrom<domain::Variable>(rawField(fields, "variables"), variableFrom);
  content.cases = listFrom<domain::TestCase>(rawField(fields, "cases"), caseFrom);
  content.knowledge = listFrom<domain::KnowledgeFile>(rawField(fields, "knowledge"), knowledgeFrom);
  return content;
}

base::Error invalid(std::string_view subject) {
  return {.code = base::ErrorCode::InvalidInput, .subject = std::string(subject)};
}

}  // namespace

std::vector<std::string> textsFrom(std::string_view json) {
  return listFrom<std::string>(
      json, [](std::string_view element) { return stringFromJson(element).value_or(std::string()); });
}

std::string toJson(const Fields& fields) {
  JsonObject object;
  for (const auto& [name, value] : fields) object.raw(name, value);
  return object.take();
}

base::Result<Fields> fieldsFromJson(std::string_view json) {
  const auto members = jsonMembers(json);
  if (!members) return invalid("fields");
  Fields fields;
  for (const auto& member : *members)
    if (member.value != "null") fields[member.name] = std::string(member.value);
  return fields;
}

Fields toFields(const domain::SharedAgent& agent) {
  Fields fields;
  putContent(fields, agent.content);
  if (agent.archived) fields.emplace("archived", "true");
  putId(fields, "head_version", agent.headVersion);
  if (!agent.labels.empty()) fields.emplace("labels", labelsJson(agent.labels));
  putId(fields, "owner", agent.owner);
  if (agent.created != base::WallTime{})
    fields.emplace("created", std::to_string(base::toMillis(agent.created)));
  return fields;
}

domain::SharedAgent sharedAgentFrom(const Fields& fields) {
  return {.content = contentFrom(fields),
          .archived = rawField(fields, "archived") == "true",
          .headVersion = idField<domain::VersionId>(fields, "head_version"),
          .labels = labelsFrom(rawField(fields, "labels")),
          .owner = idField<domain::UserId>(fields, "owner"),
          .created = base::wallTimeFromMillis(integerFrom(rawField(fields, "created")))};
}

Fields unknownAgentFields(const Fields& fields) {
  Fields unknown;
  for (const auto& [name, value] : fields)
    if (std::find(kAgentFields.begin(), kAgentFields.end(), name) == kAgentFields.end())
      unknown.emplace(name, value);
  return unknown;
}

Fields toFields(const domain::AgentVersion& version) {
  Fields fields;
  Fields content;
  putContent(content, version.content);
  putId(fields, "agent", version.agent);
  putList(fields, "parents", version.parents, [](const auto& id) { return '"' + id.toString() + '"'; });
  fields.emplace("content", toJson(content));
  putText(fields, "hash", version.hash);
  putText(fields, "message", version.message);
  putText(fields, "author", version.author);
  fields.emplace("created", std::to_string(base::toMillis(version.created)));
  return fields;
}

base::Result<domain::AgentVersion> versionFrom(domain::VersionId id, const Fields& fields) {
  domain::AgentVersion version;
  version.id = id;
  version.agent = idField<domain::AgentId>(fields, "agent");
  if (version.agent.isNull()) return invalid("agent");
  const auto content = fieldsFromJson(rawField(fields, "content"));
  if (!content) return invalid("content");
  version.content = contentFrom(*content);
  for (const auto& parent : textsFrom(rawField(fields, "parents")))
    if (const auto parentId = domain::VersionId::parse(parent)) version.parents.push_back(*parentId);
  version.hash = domain::contentHash(version.content);
  version.message = textField(fields, "message");
  version.author = textField(fields, "author");
  version.created = base::wallTimeFromMillis(integerFrom(rawField(fields, "created")));
  return version;
}

Fields changedFields(const Fields& base, const Fields& now) {
  Fields changed;
  for (const auto& [name, value] : now) {
    const auto was = base.find(name);
    if (was == base.end() || was->second != value) changed.emplace(name, value);
  }
  for (const auto& [name, value] : base)
    if (!now.contains(name)) changed.emplace(name, "null");
  return changed;
}

}  // namespace aiagent::wire
