#include "core/rehearsal/model_request.h"

#include <array>
#include <boost/json.hpp>

#include "core/rehearsal/json_text.h"
#include "core/rehearsal/tokens.h"

namespace aiagent::rehearsal {
namespace {

namespace json = boost::json;
using base::Error;

constexpr std::int64_t kLeastOutputTokens = 16;  // openai-openapi 2.3.0, max_output_tokens
constexpr std::size_t kLongestShown = 2'000;     // bytes of one parameter in `shownParameters`

Error rejected(std::string said, std::string param = {}, std::string code = {}) {
  return {.code = base::ErrorCode::RequestRejected,
          .detail = "rehearsal",
          .subject = std::move(param),
          .said = std::move(said),
          .httpStatus = 400,
          .providerCode = std::move(code)};
}

std::string toText(const json::string& text) {
  return std::string(text.data(), text.size());
}

// Members by name; absent and null are the same.
const json::value* present(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && !value->is_null() ? value : nullptr;
}
std::string stringOf(const json::object& object, std::string_view name) {
  const auto* value = present(object, name);
  return value && value->is_string() ? toText(value->get_string()) : std::string();
}
bool flagOf(const json::object& object, std::string_view name, bool otherwise) {
  const auto* value = present(object, name);
  return value && value->is_bool() ? value->get_bool() : otherwise;
}
const json::object* objectOf(const json::object& object, std::string_view name) {
  const auto* value = present(object, name);
  return value ? value->if_object() : nullptr;
}
const json::array* arrayOf(const json::object& object, std::string_view name) {
  const auto* value = present(object, name);
  return value ? value->if_array() : nullptr;
}

// "text", or the texts of content parts of any kind.
std::string contentText(const json::value* content) {
  if (!content) return {};
  if (content->is_string()) return toText(content->get_string());
  std::string text;
  if (const auto* parts = content->if_array())
    for (const auto& part : *parts)
      if (const auto* object = part.if_object()) {
        if (stringOf(*object, "type") == "input_file" || stringOf(*object, "type") == "file") continue;
        if (!text.empty()) text += '\n';
        for (const char* name : {"text", "refusal"}) text += stringOf(*object, name);
      }
  return text;
}

// Of a data URL, or of its base64 alone.
std::int64_t decodedSize(std::string_view data) {
  if (const auto comma = data.find(','); data.substr(0, 5) == "data:" && comma != std::string_view::npos)
    data.remove_prefix(comma + 1);
  while (!data.empty() && data.back() == '=') data.remove_suffix(1);
  return std::int64_t(data.size()) * 3 / 4;
}

// Responses: {"type":"input_file",…}. Chat: {"type":"file","file":{…}}.
void takeFiles(const json::value* content, std::vector<GivenFile>& files) {
  const auto* parts = content ? content->if_array() : nullptr;
  if (!parts) return;
  for (const auto& part : *parts) {
    const auto* object = part.if_object();
    if (!object) continue;
    const auto type = stringOf(*object, "type");
    const auto* file = type == "file" ? objectOf(*object, "file") : type == "input_file" ? object : nullptr;
    if (file)
      files.push_back({stringOf(*file, "filename"), stringOf(*file, "file_id"),
                       decodedSize(stringOf(*file, "file_data"))});
  }
}

struct NumberRule {
  std::string_view name;
  double least, most;
  bool whole;
};
constexpr std::array<NumberRule, 7> kNumberRules = {
    {{"temperature", 0, 2, false},
     {"top_p", 0, 1, false},
     {"top_logprobs", 0, 20, true},
     {"max_output_tokens", double(kLeastOutputTokens), 9e15, true},
     {"max_completion_tokens", 1, 9e15, true},
     {"max_tokens", 1, 9e15, true},
     {"max_tool_calls", 0, 9e15, true}}};

std::optional<Error> checkNumbers(const json::object& body) {
  for (const auto& rule : kNumberRules) {
    const auto* value = present(body, rule.name);
    if (!value) continue;
    const std::string name(rule.name);
    const bool fits = rule.whole ? value->is_int64() || value->is_uint64() : value->is_number();
    if (!fits)
      return rejected(
          "Invalid type for '" + name + "': expected " + (rule.whole ? "an integer" : "a decimal") + ".",
          name, "invalid_type");
    const auto number = value->to_number<double>();
    if (number < rule.least)
      return rejected("Invalid '" + name + "': below the minimum value.", name,
                      rule.whole ? "integer_below_min_value" : "decimal_below_min_value");
    if (number > rule.most)
      return rejected("Invalid '" + name + "': above the maximum value.", name,
                      rule.whole ? "integer_above_max_value" : "decimal_above_max_value");
  }
  return std::nullopt;
}

// Collects what messages and items say, oldest first.
class Reader {
 public:
  explicit Reader(ModelRequest& request) : m_request(request) {}

  std::optional<Error> take(const json::array& items, std::string_view where) {
    for (const auto& item : items) {
      const auto* object = item.if_object();
      if (!object)
        return rejected("Invalid type for '" + std::string(where) + "': expected an object.",
                        std::string(where), "invalid_type");
      takeItem(*object);
    }
    return std::nullopt;
  }

  void takePerson(std::string text) {
    if (m_anyPerson) ++m_request.earlierTurns;
    m_anyPerson = true;
    m_request.earlierTokens = m_tokens;
    count(text);
    m_request.input = std::move(text);
    m_request.hasToolResult = false;
  }

  void count(std::string_view text) {
    m_tokens += countTokens(text) + 3;
  }  // three for the frame of a message
  std::int64_t tokens() const { return m_tokens; }
  bool anything() const { return m_tokens > 0; }

 private:
  void takeItem(const json::object& item) {
    const auto type = stringOf(item, "type");
    const auto role = stringOf(item, "role");
    if (type == "function_call_output" || role == "tool")
      return takeToolResult(item, type.empty() ? "content" : "output");
    auto text = contentText(present(item, "content"));
    if (role == "user") {
      takeFiles(present(item, "content"), m_request.files);
      return takePerson(std::move(text));
    }
    count(text + stringOf(item, "arguments"));
    if (role != "system" && role != "developer") return;
    if (!m_request.instructions.empty()) m_request.instructions += "\n\n";
    m_request.instructions += text;
  }

  void takeToolResult(const json::object& item, std::string_view member) {
    m_request.toolResult = contentText(present(item, member));
    m_request.hasToolResult = true;
    count(m_request.toolResult);
  }

  ModelRequest& m_request;
  std::int64_t m_tokens = 0;
  bool m_anyPerson = false;
};

void takeTools(const json::object& body, ModelRequest& request) {
  if (const auto* tools = arrayOf(body, "tools"))
    for (const auto& tool : *tools) {
      const auto* object = tool.if_object();
      const auto* stores = object && stringOf(*object, "type") == "file_search"
                               ? arrayOf(*object, "vector_store_ids")
                               : nullptr;
      if (stores)
        for (const auto& id : *stores)
          if (id.is_string()) request.stores.push_back({toText(id.get_string())});
      if (!object || stringOf(*object, "type") != "function") continue;
      const auto* function = objectOf(*object, "function");  // chat nests, Responses is flat
      const auto& source = function ? *function : *object;
      const auto* parameters = objectOf(source, "parameters");
      request.tools.push_back({stringOf(source, "name"), parameters ? json::serialize(*parameters) : "{}"});
    }
  request.toolChoice = stringOf(body, "tool_choice");
  if (const auto* named = objectOf(body, "tool_choice")) {
    const auto* function = objectOf(*named, "function");
    request.toolChoice = stringOf(function ? *function : *named, "name");
  }
  if (request.toolChoice.empty()) request.toolChoice = "auto";
}

// Responses: text.format, flat. Chat: response_format, with json_schema nested.
void takeFormat(const json::object& body, ModelRequest& request) {
  const auto* text = objectOf(body, "text");
  const auto* format = request.api == ModelApi::Chat ? objectOf(body, "response_format")
                                                     : (text ? objectOf(*text, "format") : nullptr);
  if (!format) return;
  const auto type = stringOf(*format, "type");
  if (type == "json_object") request.format = OutputFormat::JsonObject;
  if (type != "json_schema") return;
  request.format = OutputFormat::JsonSchema;
  const auto* nested = objectOf(*format, "json_schema");
  request.schemaName = stringOf(nested ? *nested : *format, "name");
  const auto* schema = objectOf(nested ? *nested : *format, "schema");
  request.schema = schema ? json::serialize(*schema) : "{}";
}

void takeReasoning(const json::object& body, ModelRequest& request) {
  request.reasoningEffort = stringOf(body, "reasoning_effort");
  const auto* reasoning = objectOf(body, "reasoning");
  if (!reasoning) return;
  request.reasoningEffort = stringOf(*reasoning, "effort");
  request.reasoningSummary = present(*reasoning, "summary") != nullptr;
}

void takeLimit(const json::object& body, ModelRequest& request) {
  for (const char* name : {"max_tokens", "max_completion_tokens", "max_output_tokens"})
    if (const auto* value = present(body, name)) request.maxOutputTokens = value->to_number<std::int64_t>();
}

std::string shown(const json::object& body) {
  std::string text = "{";
  for (const auto& [name, value] : body) {
    if (name == "input" || name == "messages" || name == "instructions") continue;
    auto shownValue = json::serialize(value);
    if (shownValue.size() > kLongestShown)
      shownValue = "\"… " + std::to_string(shownValue.size()) + " bytes\"";
    text += text.size() > 1 ? ",\n  " : "\n  ";
    text += quoted(std::string_view(name.data(), name.size())) + ": " + shownValue;
  }
  return text + "\n}";
}

// Function tools with the two members that the document requires of a response's tools.
std::string echoedTools(const json::object& body) {
  const auto* tools = arrayOf(body, "tools");
  if (!tools) return "[]";
  auto echoed = *tools;
  for (auto& tool : echoed) {
    auto* object = tool.if_object();
    if (!object || stringOf(*object, "type") != "function") continue;
    if (!object->contains("parameters")) (*object)["parameters"] = nullptr;
    if (!object->contains("strict")) (*object)["strict"] = false;
  }
  return json::serialize(echoed);
}

std::string echoOr(const json::object& body, std::string_view name, std::string_view otherwise) {
  const auto* value = present(body, name);
  return value ? json::serialize(*value) : std::string(otherwise);
}

std::string echoedText(const json::object& body) {
  json::object text;
  if (const auto* given = objectOf(body, "text")) text = *given;
  if (!text.contains("format")) text["format"] = json::object{{"type", "text"}};
  if (!text.contains("verbosity")) text["verbosity"] = "medium";
  return json::serialize(text);
}

std::string echoedReasoning(const json::object& body) {
  json::object reasoning{{"effort", nullptr}, {"summary", nullptr}};
  if (const auto* given = objectOf(body, "reasoning"))
    for (const auto& [name, value] : *given) reasoning[name] = value;
  return json::serialize(reasoning);
}

std::string echo(const json::object& body) {
  std::string text;
  const auto add = [&text](std::string_view name, const std::string& value) {
    if (!text.empty()) text += ',';
    text += quoted(name) + ':' + value;
  };
  add("background", echoOr(body, "background", "false"));
  add("instructions", echoOr(body, "instructions", "null"));
  add("max_output_tokens", echoOr(body, "max_output_tokens", "null"));
  add("metadata", echoOr(body, "metadata", "{}"));
  add("model", echoOr(body, "model", "\"\""));
  add("parallel_tool_calls", echoOr(body, "parallel_tool_calls", "true"));
  add("previous_response_id", echoOr(body, "previous_response_id", "null"));
  add("reasoning", echoedReasoning(body));
  add("service_tier", "\"default\"");
  add("store", echoOr(body, "store", "true"));
  add("temperature", echoOr(body, "temperature", "1"));
  add("text", echoedText(body));
  add("tool_choice", echoOr(body, "tool_choice", "\"auto\""));
  add("tools", echoedTools(body));
  add("top_p", echoOr(body, "top_p", "1"));
  add("truncation", echoOr(body, "truncation", "\"disabled\""));
  return text;
}

std::optional<Error> takeInput(const json::object& body, ModelRequest& request, Reader& reader) {
  const std::string name = request.api == ModelApi::Chat ? "messages" : "input";
  const auto* input = present(body, name);
  if (input && input->is_string() && request.api == ModelApi::Responses) {
    reader.takePerson(toText(input->get_string()));
  } else if (input && input->is_array()) {
    if (const auto error = reader.take(input->get_array(), name)) return error;
  } else if (input) {
    return rejected("Invalid type for '" + name + "'.", name, "invalid_type");
  }
  if (!reader.anything() && request.previousResponse.empty())
    return rejected("Missing required parameter: '" + name + "'.", name, "missing_required_parameter");
  return std::nullopt;
}

std::optional<Error> fill(const json::object& body, ModelRequest& request) {
  request.model = stringOf(body, "model");
  if (request.model.empty())
    return rejected(present(body, "model") ? "Invalid type for 'model': expected a string."
                                           : "Missing required parameter: 'model'.",
                    "model", present(body, "model") ? "invalid_type" : "missing_required_parameter");
  if (const auto error = checkNumbers(body)) return error;
  request.stream = flagOf(body, "stream", false);
  if (const auto* options = objectOf(body, "stream_options"))
    request.includeUsage = flagOf(*options, "include_usage", false);
  request.background = flagOf(body, "background", false);
  request.store = flagOf(body, "store", true);
  request.previousResponse = stringOf(body, "previous_response_id");
  request.instructions = stringOf(body, "instructions");
  Reader reader(request);
  if (const auto error = takeInput(body, request, reader)) return error;
  if (request.api == ModelApi::Responses) reader.count(stringOf(body, "instructions"));
  takeTools(body, request);
  for (const auto& tool : request.tools) reader.count(tool.name + tool.parameters);
  takeFormat(body, request);
  takeReasoning(body, request);
  takeLimit(body, request);
  request.inputTokens = reader.tokens();
  request.practice = findPractice(request.input);
  request.shownParameters = shown(body);
  request.echoed = echo(body);
  return std::nullopt;
}

}  // namespace

base::Result<ModelRequest> parseModelRequest(ModelApi api, std::string_view body) {
  json::error_code error;
  const auto parsed = json::parse(json::string_view(body.data(), body.size()), error);
  if (error || !parsed.is_object()) return rejected("The body of the request is not a JSON object.");
  ModelRequest request;
  request.api = api;
  if (const auto fault = fill(parsed.get_object(), request)) return *fault;
  return request;
}

}  // namespace aiagent::rehearsal
