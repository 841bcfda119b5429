#include "core/authoring/generate/generation.h"

#include "core/authoring/generate/meta_prompt.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::authoring {
namespace {

using wire::JsonArray;
using wire::JsonObject;

// ---- schemas

constexpr std::string_view kText = R"({"type":"string"})";

std::string described(std::string_view description) {
  return JsonObject().text("type", "string").text("description", description).take();
}

std::string oneOf(std::initializer_list<std::string_view> words) {
  JsonArray list;
  for (const auto word : words) list.text(word);
  return JsonObject().text("type", "string").raw("enum", list.take()).take();
}

std::string listOf(std::string_view item) {
  return JsonObject().text("type", "array").raw("items", item).take();
}

// In the strict subset nothing is optional: what may be absent is null.
std::string orNull(std::string_view description) {
  return JsonObject().raw("type", R"(["string","null"])").text("description", description).take();
}

struct Property {
  std::string_view name;
  std::string schema;
};

std::string closedObject(const std::vector<Property>& members) {
  JsonObject properties;
  JsonArray required;
  for (const auto& member : members) {
    properties.raw(member.name, member.schema);
    required.text(member.name);
  }
  return JsonObject()
      .text("type", "object")
      .raw("properties", properties.take())
      .raw("required", required.take())
      .boolean("additionalProperties", false)
      .take();
}

std::string variableSchema() {
  return closedObject({{"name", described("lower_snake_case, without braces")},
                       {"type", oneOf({"string", "number", "boolean", "choice"})},
                       {"description", std::string(kText)},
                       {"example", std::string(kText)},
                       {"choices", R"({"type":["array","null"],"items":{"type":"string"}})"}});
}

std::string toolSchema() {
  return closedObject(
      {{"type", oneOf({"function", "web_search", "file_search", "code_interpreter", "image_generation"})},
       {"name", orNull("of a function; null otherwise")},
       {"description", std::string(kText)},
       {"parameters", orNull("of a function: its JSON schema, as text; null otherwise")}});
}

std::string caseSchema() {
  return closedObject(
      {{"name", std::string(kText)},
       {"input", described("what the person writes")},
       {"variables", listOf(closedObject({{"name", std::string(kText)}, {"value", std::string(kText)}}))},
       {"expect", described("what a good answer does")}});
}

std::string schemaOf(Field field) {
  switch (field) {
    case Field::Name:
    case Field::Description: return std::string(kText);
    case Field::Prompt: return described("Markdown; variables are written like {{customer_name}}");
    case Field::Variables: return listOf(variableSchema());
    case Field::Model: return oneOf({"fast", "balanced", "best"});
    case Field::Effort:
    case Field::Verbosity: return oneOf({"low", "medium", "high"});
    case Field::Tools: return listOf(toolSchema());
    case Field::OutputSchema:
      return orNull("a JSON schema, as text, where a program reads the answer; null otherwise");
    case Field::Starters: return listOf(kText);
    case Field::Cases: return listOf(caseSchema());
  }
  return std::string(kText);
}

std::string improvementSchema() {
  const auto edit = closedObject({{"find", described("occurs exactly once in the prompt")},
                                  {"replace", std::string(kText)},
                                  {"reason", std::string(kText)}});
  return closedObject({{"edits", listOf(edit)}, {"summary", std::string(kText)}});
}

std::string strictFormat(std::string_view name, std::string_view schema) {
  return JsonObject().text("name", name).boolean("strict", true).raw("schema", schema).take();
}

// ---- what the person wrote, as data

std::string textList(const std::vector<std::string>& texts) {
  JsonArray list;
  for (const auto& text : texts) list.text(text);
  return list.take();
}

std::string jsonOrNull(const std::string& text) {
  if (base::trimmed(text).empty()) return "null";
  if (wire::isJson(text)) return text;
  std::string quoted;
  wire::appendQuoted(quoted, text);
  return quoted;
}

// JSON that came from outside may hold line ends between its values; the brief is one line.
std::string onOneLine(std::string json) {
  for (auto& c : json)
    if (c == '\n' || c == '\r') c = ' ';
  return json;
}

GeneratedAgent asGenerated(const domain::AgentContent& content) {
  GeneratedAgent agent;
  agent.name = content.name;
  agent.description = content.description;
  agent.prompt = content.prompt;
  agent.variables = content.variables;
  agent.starters = content.starters;
  agent.cases = content.cases;
  return agent;
}

std::string existingJson(const domain::AgentContent& content) {
  auto json = toJson(asGenerated(content), {Field::Name, Field::Description, Field::Prompt, Field::Variables,
                                            Field::Starters, Field::Cases});
  json.pop_back();
  return json + ",\"tools\":" + jsonOrNull(content.tools) +
         ",\"outputSchema\":" + jsonOrNull(content.outputSchema) + "}";
}

JsonObject briefObject(const GenerationBrief& brief) {
  JsonObject object;
  object.text("description", brief.description)
      .raw("examples", textList(brief.examples))
      .raw("existing", brief.existing ? existingJson(*brief.existing) : "null")
      .textOrNull("language", brief.language)
      .textOrNull("answerLanguage", brief.answerLanguage);
  return object;
}

std::string withBrief(std::string_view task, std::string brief) {
  return std::string(task) + "\n\n" + onOneLine(std::move(brief));
}

std::string joined(std::string_view one, std::string_view other) {
  return std::string(one) + std::string(other);
}

}  // namespace

std::string schemaOf(const std::vector<Field>& fields) {
  std::vector<Property> members;
  for (const auto field : fields) members.push_back({toWord(field), schemaOf(field)});
  return closedObject(members);
}

GenerationRequest generation(const GenerationBrief& brief) {
  GenerationRequest request;
  request.content.name = "Agent generation";
  request.content.prompt = generationPrompt();
  request.content.outputSchema =
      strictFormat(kGenerationSchema, schemaOf({kAllFields.begin(), kAllFields.end()}));
  request.input = withBrief("Design the agent that this brief describes.", briefObject(brief).take());
  return request;
}

GenerationRequest generationOfField(const GenerationBrief& brief, const GeneratedAgent& accepted, Field field,
                                    std::string_view wish) {
  GenerationRequest request;
  request.content.name = "Agent generation: one field";
  request.content.prompt = joined(generationPrompt(), fieldPrompt());
  request.content.outputSchema = strictFormat(kFieldSchema, schemaOf(std::vector<Field>{field}));
  auto object = briefObject(brief);
  object.raw("agent", toJson(accepted)).text("field", toWord(field)).textOrNull("wish", base::trimmed(wish));
  request.input = withBrief("Write one field of the agent that this brief describes.", object.take());
  return request;
}

GenerationRequest why(const GenerationBrief& brief, const GeneratedAgent& agent, Field field) {
  GenerationRequest request;
  request.content.name = "Agent generation: why";
  request.content.prompt = whyPrompt();
  JsonObject object;
  object.raw("brief", briefObject(brief).take()).raw("agent", toJson(agent)).text("field", toWord(field));
  request.input =
      withBrief("Why is the field \"" + std::string(toWord(field)) + "\" as it is?", object.take());
  return request;
}

GenerationRequest improve(const domain::AgentContent& content, std::string_view goal) {
  GenerationRequest request;
  request.content.name = "Agent improvement";
  request.content.prompt = improvementPrompt();
  request.content.outputSchema = strictFormat(kImprovementSchema, improvementSchema());
  const auto agent = asGenerated(content);
  JsonObject object;
  object.text("goal", goal)
      .text("prompt", content.prompt)
      .text("name", content.name)
      .text("description", content.description);
  auto variables = toJson(agent, {Field::Variables});
  object.raw("variables", variables.substr(variables.find('['), variables.size() - variables.find('[') - 1))
      .raw("tools", jsonOrNull(content.tools))
      .raw("outputSchema", jsonOrNull(content.outputSchema));
  request.input = withBrief("Improve the prompt in this brief.", object.take());
  return request;
}

}  // namespace aiagent::authoring
