#include "core/wire/record_json.h"

#include <charconv>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

std::string texts(const std::vector<std::string>& all) {
  JsonArray array;
  for (const auto& text : all) array.text(text);
  return array.take();
}

// A field that a person writes as JSON: as it is when it parses, as a string when it does not, null when
// empty.
JsonObject& addJsonText(JsonObject& object, std::string_view name, const std::string& json) {
  if (json.empty()) return object.raw(name, "null");
  return isJson(json) ? object.raw(name, json) : object.text(name, json);
}

template <class AnyId>
std::string idText(const AnyId& id) {
  return id.isNull() ? std::string() : id.toString();
}

std::string decimal(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return error == std::errc() ? std::string(buffer, end) : std::string("null");
}

// A search's marks around found words mean nothing to a script.
std::string withoutMarks(std::string text) {
  std::erase_if(text, [](char c) { return c == '\x02' || c == '\x03'; });
  return text;
}

std::string_view toWord(domain::KeySource source) {
  switch (source) {
    case domain::KeySource::None: return "none";
    case domain::KeySource::KeyStore: return "key_store";
    case domain::KeySource::Environment: return "environment";
  }
  return "none";
}

// ---- runs

std::string usageJson(const domain::Usage& usage) {
  return JsonObject()
      .integerOrNull("inputTokens", usage.input)
      .integerOrNull("cachedTokens", usage.cached)
      .integerOrNull("cacheWriteTokens", usage.cacheWrite)
      .integerOrNull("outputTokens", usage.output)
      .integerOrNull("reasoningTokens", usage.reasoning)
      .integerOrNull("totalTokens", usage.total)
      .boolean("estimated", usage.estimated)
      .take();
}

std::string costJson(const std::optional<std::int64_t>& nanoUsd) {
  if (!nanoUsd) return "null";
  return JsonObject().raw("usd", decimal(double(*nanoUsd) / 1e9)).integer("nanoUsd", *nanoUsd).take();
}

std::optional<std::int64_t> millis(const std::optional<base::Milliseconds>& duration) {
  return duration ? std::optional<std::int64_t>(duration->count()) : std::nullopt;
}

std::string timingsJson(const domain::RunTimings& timings) {
  return JsonObject()
      .integerOrNull("sentMs", millis(timings.sent))
      .integerOrNull("firstByteMs", millis(timings.firstByte))
      .integerOrNull("firstTokenMs", millis(timings.firstToken))
      .integerOrNull("lastTokenMs", millis(timings.lastToken))
      .integerOrNull("finishedMs", millis(timings.finished))
      .take();
}

std::string errorJson(const base::Error& error) {
  JsonObject object;
  object.text("code", base::toWord(error.code))
      .textOrNull("subject", error.subject)
      .textOrNull("said", error.said)
      .textOrNull("providerCode", error.providerCode)
      .raw("httpStatus", error.httpStatus ? std::to_string(error.httpStatus) : "null");
  object.integerOrNull("retryAfterMs", millis(error.retryAfter));
  return object.take();
}

std::string partJson(const domain::Part& part) {
  JsonObject object;
  object.text("kind", domain::toWord(part.kind)).text("text", part.text);
  if (!part.name.empty()) object.text("name", part.name);
  if (!part.callId.empty()) object.text("callId", part.callId);
  return object.take();
}

std::string messageJson(const domain::Message& message) {
  JsonArray parts;
  for (const auto& part : message.parts) parts.raw(partJson(part));
  JsonObject object;
  object.text("id", message.id.toString())
      .text("role", domain::toWord(message.role))
      .text("text", message.text())
      .raw("parts", parts.take());
  addJsonText(object, "item", message.rawItem);
  return object.text("created", base::toIso8601(message.created)).take();
}

// ---- agents and versions

std::string variableJson(const domain::Variable& variable) {
  return JsonObject()
      .text("name", variable.name)
      .text("type", domain::toWord(variable.type))
      .text("description", variable.description)
      .text("example", variable.example)
      .textOrNull("default", variable.defaultValue)
      .raw("choices", texts(variable.choices))
      .take();
}

std::string caseJson(const domain::TestCase& one) {
  JsonObject values;
  for (const auto& [name, value] : one.variables) values.text(name, value);
  return JsonObject()
      .text("name", one.name)
      .text("input", one.input)
      .raw("variables", values.take())
      .text("expect", one.expect)
      .take();
}

std::string knowledgeJson(const domain::KnowledgeFile& file) {
  return JsonObject()
      .text("name", file.name)
      .text("mediaType", file.mediaType)
      .text("sha256", file.sha256)
      .integer("bytes", file.bytes)
      .text("use", domain::toWord(file.use))
      .take();
}

template <class Items, class Write>
std::string arrayOf(const Items& items, const Write& write) {
  JsonArray array;
  for (const auto& item : items) array.raw(write(item));
  return array.take();
}

void addContent(JsonObject& object, const domain::AgentContent& content) {
  object.text("name", content.name)
      .text("description", content.description)
      .text("prompt", content.prompt)
      .text("model", content.model)
      .raw("parameters", toJson(content.parameters));
  addJsonText(object, "tools", content.tools);
  addJsonText(object, "outputSchema", content.outputSchema);
  object.raw("starters", texts(content.starters))
      .raw("tags", texts(content.tags))
      .raw("variables", arrayOf(content.variables, variableJson))
      .raw("cases", arrayOf(content.cases, caseJson))
      .raw("knowledge", arrayOf(content.knowledge, knowledgeJson));
}

template <class Ids>
std::string idsJson(const Ids& ids) {
  JsonArray array;
  for (const auto& id : ids) array.text(id.toString());
  return array.take();
}

// What AgentVersion and VersionSummary have in common.
template <class AnyVersion>
JsonObject versionJson(const AnyVersion& version) {
  JsonObject object;
  object.text("id", version.id.toString())
      .integer("number", version.number)
      .text("hash", version.hash)
      .raw("parents", idsJson(version.parents))
      .text("author", version.author)
      .text("message", version.message)
      .text("created", base::toIso8601(version.created));
  return object;
}

std::string summaryJson(const domain::VersionSummary& version) {
  return versionJson(version).boolean("head", version.head).raw("labels", texts(version.labels)).take();
}

std::string summaryJson(const domain::Label& label) {
  return JsonObject()
      .text("name", label.name)
      .text("version", label.version.toString())
      .text("moved", base::toIso8601(label.moved))
      .text("by", label.by)
      .take();
}

std::string summaryJson(const domain::LabelMove& move) {
  return JsonObject()
      .text("name", move.name)
      .textOrNull("from", idText(move.from))
      .textOrNull("to", idText(move.to))
      .text("by", move.by)
      .text("at", base::toIso8601(move.at))
      .take();
}

std::string agentReference(const domain::AgentId& id, std::string_view name) {
  return JsonObject().textOrNull("id", idText(id)).text("name", name).take();
}

std::optional<std::int64_t> countedOrNull(std::int64_t versionNumber) {
  return versionNumber > 0 ? std::optional(versionNumber) : std::nullopt;
}

std::string summaryJson(const domain::RunSummary& run) {
  return JsonObject()
      .text("id", run.id.toString())
      .text("status", domain::toWord(run.status))
      .raw("agent", agentReference(run.agent, run.agentName))
      .integerOrNull("versionNumber", countedOrNull(run.versionNumber))
      .boolean("fromDraft", run.fromDraft)
      .text("model", run.model)
      .text("input", run.inputStart)
      .integerOrNull("outputTokens", run.outputTokens)
      .raw("cost", costJson(run.costNanoUsd))
      .integerOrNull("durationMs", millis(run.duration))
      .text("created", base::toIso8601(run.created))
      .take();
}

std::string summaryJson(const domain::AgentSummary& agent) {
  return JsonObject()
      .text("id", agent.id.toString())
      .text("name", agent.name)
      .text("description", agent.description)
      .text("model", agent.model)
      .raw("tags", texts(agent.tags))
      .boolean("archived", agent.archived)
      .boolean("hasDraft", agent.hasDraft)
      .integer("revision", agent.revision)
      .text("updated", base::toIso8601(agent.updated))
      .textOrNull("snippet", withoutMarks(agent.snippet))
      .take();
}

template <class Summaries>
std::string listJson(const Summaries& all) {
  JsonArray array;
  for (const auto& each : all) array.raw(summaryJson(each));
  return array.take();
}

// ---- parameter values

// JSON text that does not parse is kept in an object of this one member; so is JSON text that looks like
// that.
constexpr std::string_view kTextMember = "$text";

std::optional<std::string> wrappedText(std::string_view json) {
  const auto members = jsonMembers(json);
  if (!members || members->size() != 1 || members->front().name != kTextMember) return std::nullopt;
  return stringFromJson(members->front().value);
}

struct WriteValue {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    auto text = decimal(value);
    // "1" would be read back as an integer; "inf" and "nan" are no JSON
    if (text.find_first_of("ni") != std::string::npos) return "null";
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
  }
  std::string operator()(const std::string& value) const { return quoted(value); }
  std::string operator()(const domain::JsonText& value) const {
    const auto kind = jsonKind(value.text);
    const bool readsBack = kind == JsonKind::Null || kind == JsonKind::Array ||
                           (kind == JsonKind::Object && !wrappedText(value.text));
    return readsBack ? value.text : JsonObject().text(kTextMember, value.text).take();
  }
};

base::Error notAValue() {
  return {.code = base::ErrorCode::InvalidInput, .detail = "not a parameter value"};
}

base::Result<domain::ParameterValue> numberFromJson(std::string_view json) {
  const auto* end = json.data() + json.size();
  if (json.find_first_of(".eE") == std::string_view::npos) {
    std::int64_t integer = 0;
    const auto [stop, error] = std::from_chars(json.data(), end, integer);
    if (error == std::errc() && stop == end) return domain::ParameterValue(integer);
  }
  double number = 0;
  const auto [stop, error] = std::from_chars(json.data(), end, number);
  if (error != std::errc() || stop != end) return notAValue();
  return domain::ParameterValue(number);
}

std::string_view withoutSpace(std::string_view json) {
  const auto first = json.find_first_not_of(" \t\r\n"), last = json.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : json.substr(first, last - first + 1);
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out;
  appendQuoted(out, text);
  return out;
}

std::string toJson(const domain::Agent& agent) {
  JsonObject object;
  object.text("id", agent.id.toString());
  addContent(object, agent.content);
  return object.boolean("archived", agent.archived)
      .integer("revision", agent.revision)
      .textOrNull("headVersion", idText(agent.headVersion))
      .text("created", base::toIso8601(agent.created))
      .text("updated", base::toIso8601(agent.updated))
      .take();
}

std::string toJson(const std::vector<domain::AgentSummary>& agents) {
  return listJson(agents);
}

std::string toJson(const domain::AgentVersion& version) {
  auto object = versionJson(version);
  JsonObject content;
  addContent(content, version.content);
  return object.raw("content", content.take()).take();
}

std::string toJson(const std::vector<domain::VersionSummary>& versions) {
  return listJson(versions);
}

std::string toJson(const std::vector<domain::Label>& labels) {
  return listJson(labels);
}

std::string toJson(const std::vector<domain::LabelMove>& moves) {
  return listJson(moves);
}

std::string toJson(const domain::Provider& provider) {
  return JsonObject()
      .text("name", provider.name)
      .text("baseUrl", provider.baseUrl)
      .text("api", domain::toWord(provider.api))
      .text("keySource", toWord(provider.keySource))
      .textOrNull("keyVariable", provider.keyVariable)
      .textOrNull("organization", provider.organization)
      .textOrNull("project", provider.project)
      .textOrNull("defaultModel", provider.defaultModel)
      .take();
}

std::string toJson(const domain::RunRecord& run) {
  JsonArray messages;
  for (const auto& message : run.messages) messages.raw(messageJson(message));
  JsonObject object;
  object.text("id", run.id.toString())
      .text("status", domain::toWord(run.status))
      .text("text", run.text())
      .text("input", run.request.input)
      .raw("agent", agentReference(run.request.agent, run.request.content.name))
      .textOrNull("version", idText(run.request.version))
      .integerOrNull("versionNumber", countedOrNull(run.versionNumber))
      .boolean("fromDraft", run.request.fromDraft)
      .text("model", run.request.model)
      .textOrNull("modelAnswered", run.modelAnswered)
      .text("provider", run.request.provider.name)
      .textOrNull("parent", idText(run.request.parent))
      .textOrNull("requestId", run.requestId)
      .textOrNull("responseId", run.responseId)
      .integer("retries", run.retries)
      .raw("usage", usageJson(run.usage))
      .raw("cost", costJson(run.costNanoUsd))
      .raw("timings", timingsJson(run.timings))
      .raw("error", run.error ? errorJson(domain::toError(*run.error)) : "null")
      .text("created", base::toIso8601(run.created));
  addJsonText(object, "request", run.requestJson);
  return object.raw("messages", messages.take()).take();
}

std::string toJson(const std::vector<domain::RunSummary>& runs) {
  return listJson(runs);
}

std::string toJson(const base::Error& error) {
  return JsonObject().raw("error", errorJson(error)).take();
}

std::string toJson(const domain::ParameterValue& value) {
  return std::visit(WriteValue(), value);
}

base::Result<domain::ParameterValue> parameterValueFromJson(std::string_view json) {
  json = withoutSpace(json);
  switch (jsonKind(json)) {
    case JsonKind::Boolean: return domain::ParameterValue(json == "true");
    case JsonKind::Number: return numberFromJson(json);
    case JsonKind::String: return domain::ParameterValue(*stringFromJson(json));
    case JsonKind::Object:
      if (auto text = wrappedText(json)) return domain::ParameterValue(domain::JsonText{std::move(*text)});
      [[fallthrough]];
    case JsonKind::Array:
    case JsonKind::Null: return domain::ParameterValue(domain::JsonText{std::string(json)});
    case JsonKind::Invalid: break;
  }
  return notAValue();
}

std::string toJson(const domain::Parameters& parameters) {
  JsonObject object;
  for (const auto& parameter : parameters.all()) object.raw(parameter.name, toJson(parameter.value));
  return object.take();
}

base::Result<domain::Parameters> parametersFromJson(std::string_view json) {
  const auto members = jsonMembers(json);
  if (!members)
    return base::Error{.code = base::ErrorCode::InvalidInput, .detail = "not an object of parameters"};
  domain::Parameters parameters;
  for (const auto& member : *members) {
    auto value = parameterValueFromJson(member.value);
    if (!value) return value.error();
    parameters.set(member.name, std::move(*value));
  }
  return parameters;
}

}  // namespace aiagent::wire
