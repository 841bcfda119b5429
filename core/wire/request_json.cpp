#include "core/wire/request_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/wire/json_text.h"
#include "core/wire/json_tree.h"
#include "core/wire/output_schema.h"
#include "core/wire/request_input.h"

namespace aiagent::wire {
namespace {

base::Error invalid(std::string_view field, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::string(field)};
}

// ---- parameters

// A value as JSON; nothing when it is none (JSON text that does not parse, a number that is not finite).
struct ToJsonText {
  std::optional<std::string> operator()(bool value) const { return value ? "true" : "false"; }
  std::optional<std::string> operator()(std::int64_t value) const { return std::to_string(value); }
  std::optional<std::string> operator()(double value) const {
    if (!std::isfinite(value)) return std::nullopt;
    return domain::toText(value);
  }
  std::optional<std::string> operator()(const std::string& value) const {
    std::string quoted;
    appendQuoted(quoted, value);
    return quoted;
  }
  std::optional<std::string> operator()(const domain::JsonText& value) const {
    if (!isJson(value.text)) return std::nullopt;
    return value.text;
  }
};

// The name in Chat Completions; "" when it has no such parameter.
std::string_view chatName(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNames = {
      {{"max_output_tokens", "max_completion_tokens"},
       {"reasoning.effort", "reasoning_effort"},
       {"text.verbosity", "verbosity"},
       {"include", ""},
       {"max_tool_calls", ""},
       {"reasoning.summary", ""}}};
  for (const auto& [responses, chat] : kNames)
    if (responses == name) return chat;
  return name;
}

// Sets what the person has set. A name that the program itself sets is refused: it would overwrite it.
base::Result<void> setParameters(JsonTree& body, const domain::Parameters& parameters, domain::ApiKind api) {
  for (const auto& parameter : parameters.all()) {
    const auto name =
        api == domain::ApiKind::Chat ? chatName(parameter.name) : std::string_view(parameter.name);
    if (name.empty()) continue;
    auto json = std::visit(ToJsonText(), parameter.value);
    if (!json) return invalid(parameter.name, "not JSON");
    if (body.contains(name)) return invalid(parameter.name, "set by the program itself");
    if (!body.set(name, std::move(*json))) return invalid(parameter.name, "no name, or contradicts another");
    if (api == domain::ApiKind::Chat && name == "top_logprobs") body.set("logprobs", "true");
  }
  return {};
}

bool isStored(const domain::Parameters& parameters) {
  const auto* store = parameters.find("store");
  return !store || *store != domain::ParameterValue(false);
}

// ---- bodies

std::string joined(const std::vector<std::string>& items) {
  JsonArray array;
  for (const auto& item : items) array.raw(item);
  return array.take();
}

base::Result<std::string> filledPrompt(const domain::RunRequest& request) {
  if (request.model.empty()) return invalid("model", "none");
  return domain::fillVariables(request.content.prompt, request.variables);
}

// What is said in this turn: the tools' answers, then the person's message.
std::vector<domain::Message> turnOf(const domain::RunRequest& request,
                                    const std::vector<domain::Message>& history) {
  auto turn = answerMessages(request.toolAnswers, history);
  if (!request.input.empty()) {
    domain::Message message;
    message.parts.push_back({domain::PartKind::Text, request.input, {}, {}});
    turn.push_back(std::move(message));
  }
  return turn;
}

std::vector<domain::Message> joined(std::vector<domain::Message> history,
                                    const std::vector<domain::Message>& turn) {
  history.insert(history.end(), turn.begin(), turn.end());
  return history;
}

// `turn` of the `all` items at the end are of this turn.
RequestBody withInput(JsonTree body, std::string_view member, std::vector<std::string> before,
                      const std::vector<std::string>& all, std::size_t turn) {
  RequestBody bodies;
  auto items = before;
  items.insert(items.end(), all.begin(), all.end());
  body.set(member, joined(items));
  bodies.json = body.toJson();
  before.insert(before.end(), all.end() - std::ptrdiff_t(turn), all.end());
  body.set(member, joined(before));
  bodies.withoutHistory = body.toJson();
  return bodies;
}

base::Result<void> setResponsesExtras(JsonTree& body, const domain::AgentContent& content) {
  if (auto set = setParameters(body, content.parameters, domain::ApiKind::Responses); !set)
    return set.error();
  auto tools = responsesTools(content);
  if (!tools) return tools.error();
  if (!tools->empty()) body.set("tools", std::move(*tools));
  auto format = responsesFormat(content);
  if (!format) return format.error();
  if (!format->empty() && !body.set("text.format", std::move(*format))) return invalid("text", "no object");
  return {};
}

base::Result<void> setChatExtras(JsonTree& body, const domain::AgentContent& content) {
  if (auto set = setParameters(body, content.parameters, domain::ApiKind::Chat); !set) return set.error();
  auto tools = chatTools(content);
  if (!tools) return tools.error();
  if (!tools->empty()) body.set("tools", std::move(*tools));
  if (const auto choice = body.get("tool_choice")) {
    auto nested = chatToolChoice(*choice);
    if (!nested) return nested.error();
    body.set("tool_choice", std::move(*nested));
  }
  auto format = chatFormat(content);
  if (!format) return format.error();
  if (!format->empty()) body.set("response_format", std::move(*format));
  return {};
}

std::string quotedText(std::string_view text) {
  std::string out;
  appendQuoted(out, text);
  return out;
}

base::Result<JsonTree> responsesTree(const domain::RunRequest& request) {
  const auto prompt = filledPrompt(request);
  if (!prompt) return prompt.error();
  JsonTree body;
  body.set("model", quotedText(request.model));
  if (!prompt->empty()) body.set("instructions", quotedText(*prompt));
  body.set("input", "[]");  // its place among the members; filled last
  return body;
}

std::string shellQuoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + "'";
}

}  // namespace

base::Result<RequestBody> responsesBody(const domain::RunRequest& request,
                                        const std::vector<domain::Message>& history,
                                        const SentKnowledge& knowledge) {
  auto body = responsesTree(request);
  if (!body) return body.error();
  body->set("stream", "true");
  if (auto set = setResponsesExtras(*body, request.content); !set) return set.error();
  if (!knowledge.vectorStore.empty())
    body->set("tools", withVectorStore(body->get("tools").value_or(""), knowledge.vectorStore));
  const auto turn = turnOf(request, history);
  const bool stored = isStored(request.content.parameters);
  auto bodies = withInput(std::move(*body), "input", {},
                          responsesItems(joined(history, turn), stored, responsesFileParts(knowledge.files)),
                          responsesItems(turn, stored).size());
  bodies.turn = turn;
  return bodies;
}

base::Result<RequestBody> chatBody(const domain::RunRequest& request,
                                   const std::vector<domain::Message>& history,
                                   const SentKnowledge& knowledge) {
  const auto prompt = filledPrompt(request);
  if (!prompt) return prompt.error();
  JsonTree body;
  body.set("model", quotedText(request.model));
  body.set("messages", "[]");
  body.set("stream", "true");
  body.set("stream_options", R"({"include_usage":true})");
  if (auto set = setChatExtras(body, request.content); !set) return set.error();
  std::vector<std::string> before;
  if (!prompt->empty()) before.push_back(plainMessage(domain::Role::System, *prompt));
  const auto turn = turnOf(request, history);
  auto bodies = withInput(std::move(body), "messages", std::move(before),
                          chatMessages(joined(history, turn), chatFileParts(knowledge.files)),
                          chatMessages(turn).size());
  bodies.turn = turn;
  return bodies;
}

base::Result<std::string> inputTokensBody(const domain::RunRequest& request,
                                          const std::vector<domain::Message>& history) {
  constexpr std::array<std::string_view, 2> kCounted = {"parallel_tool_calls", "tool_choice"};
  constexpr std::array<std::string_view, 2> kCountedObjects = {"reasoning", "text"};
  auto body = responsesTree(request);
  if (!body) return body.error();
  auto content = request.content;
  domain::Parameters counted;
  for (const auto& parameter : content.parameters.all()) {
    const auto top = std::string_view(parameter.name).substr(0, parameter.name.find('.'));
    if (std::find(kCounted.begin(), kCounted.end(), parameter.name) != kCounted.end() ||
        std::find(kCountedObjects.begin(), kCountedObjects.end(), top) != kCountedObjects.end())
      counted.set(parameter.name, parameter.value);
  }
  const bool stored = isStored(content.parameters);
  content.parameters = std::move(counted);
  if (auto set = setResponsesExtras(*body, content); !set) return set.error();
  const auto turn = turnOf(request, history);
  return withInput(std::move(*body), "input", {}, responsesItems(joined(history, turn), stored),
                   responsesItems(turn, stored).size())
      .json;
}

base::Result<std::string> withoutParameter(std::string_view body, std::string_view parameter) {
  auto tree = JsonTree::parse(body);
  if (!tree) return invalid("body", "not a JSON object");
  if (!tree->remove(parameter))
    return base::Error{.code = base::ErrorCode::NotFound, .subject = std::string(parameter)};
  return tree->toJson();
}

std::string curlCommand(std::string_view url, std::string_view body, bool withKey) {
  std::string command = "curl --no-buffer " + shellQuoted(url) + " \\\n  -H 'Content-Type: application/json'";
  if (withKey) command += " \\\n  -H \"Authorization: Bearer $OPENAI_API_KEY\"";
  return command + " \\\n  --data-raw " + shellQuoted(body);
}

base::Result<void> checkJsonFields(const domain::AgentContent& content) {
  JsonTree body;
  for (const auto* own : {"model", "instructions", "input", "stream"}) body.set(own, "null");
  return setResponsesExtras(body, content);
}

}  // namespace aiagent::wire
