#include "tests/contract/rehearsal/cases.h"

namespace aiagent::testing {
namespace {

constexpr char kTool[] = R"(,"tools":[{"type":"function","name":"look_up","description":"d","strict":true,
  "parameters":{"type":"object","properties":{"q":{"type":"string"},"n":{"type":"integer"}},"required":["q","n"],
  "additionalProperties":false}}])";
constexpr char kChatTool[] =
    R"(,"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}}])";
constexpr char kEverything[] =
    R"(,"reasoning":{"effort":"high","summary":"auto"},"temperature":0.5,"top_p":0.9,
  "metadata":{"a":"b"},"store":false,"truncation":"auto","parallel_tool_calls":false,"text":{"verbosity":"low"})";
constexpr char kSchema[] =
    R"(,"text":{"format":{"type":"json_schema","name":"n","strict":true,"schema":{"type":"object",
  "properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}}})";
constexpr char kStream[] = R"(,"stream":true)";

RehearsalCase response(const std::string& input, const std::string& more,
                       const std::string& schema = "Response") {
  return {"responses: " + input + " " + more.substr(0, 24), "POST", "/responses",
          R"({"model":"rehearsal","instructions":"Sort.","input":")" + input + "\"" + more + "}", schema};
}

RehearsalCase chat(const std::string& input, const std::string& more) {
  return {"chat: " + input + " " + more.substr(0, 24), "POST", "/chat/completions",
          R"({"model":"rehearsal","messages":[{"role":"user","content":")" + input + R"("}])" + more + "}",
          "CreateChatCompletionResponse"};
}

}  // namespace

std::vector<RehearsalCase> streamedCases() {
  std::vector<RehearsalCase> cases;
  for (const char* input :
       {"hello", "[rehearse: refuse]", "[rehearse: incomplete]", "[rehearse: filter]", "[rehearse: empty]",
        "[rehearse: failed]", "[rehearse: error]", "[rehearse: long 2000]"})
    cases.push_back(response(input, kStream));
  for (const std::string more : {kEverything, R"(,"max_output_tokens":30)", R"(,"background":true)", kSchema})
    cases.push_back(response("hello", more + kStream));
  cases.push_back(response("a tool", std::string(kTool) + kStream));
  cases.push_back(chat("hello", kStream));
  cases.push_back(chat("[rehearse: refuse]", kStream));
  cases.push_back(chat("a tool", std::string(kChatTool) + kStream));
  for (const std::string more :
       {R"(,"stream_options":{"include_usage":true})", R"(,"max_completion_tokens":10)"})
    cases.push_back(chat("hello", more + kStream));
  return cases;
}

std::vector<RehearsalCase> wholeCases() {
  std::vector<RehearsalCase> cases;
  for (const char* input : {"hello", "[rehearse: refuse]", "[rehearse: incomplete]", "[rehearse: failed]"})
    cases.push_back(response(input, kEverything));
  cases.push_back(response("tool", kTool));
  cases.push_back(response("x", R"(,"background":true)"));
  cases.push_back(chat("hello", ""));
  cases.push_back(chat("tool", kChatTool));
  cases.push_back({"models", "GET", "/models", "", "ListModelsResponse"});
  for (const char* words : {"rate limit", "billing", "key", "server error", "unsupported", "context"})
    cases.push_back(response("[rehearse: " + std::string(words) + "]", "", "ErrorResponse"));
  cases.push_back({"unknown path", "GET", "/nothing", "", "ErrorResponse"});
  cases.push_back({"no JSON", "POST", "/responses", "{", "ErrorResponse"});
  return cases;
}

std::vector<std::string> sampledSchemas() {
  return {
      R"({"type":"object","properties":{"a":{"type":"string","minLength":30,"maxLength":40},
          "b":{"type":["integer","null"],"minimum":3,"maximum":9}},"required":["a","b"],"additionalProperties":false})",
      R"({"type":"array","minItems":2,"maxItems":3,"items":{"type":"object","required":["d","e"],"properties":{
          "d":{"type":"string","format":"date-time"},"e":{"type":"string","format":"email"},
          "u":{"type":"string","format":"uuid"},"l":{"type":"string","format":"uri"},
          "i":{"type":"string","format":"ipv4"},"j":{"type":"string","format":"ipv6"},
          "t":{"type":"string","format":"time"},"p":{"type":"string","format":"duration"},
          "h":{"type":"string","format":"hostname"}}}})",
      R"({"type":"object","properties":{"steps":{"type":"array","items":{"$ref":"#/$defs/step"}}},"required":["steps"],
          "additionalProperties":false,"$defs":{"step":{"type":"object","properties":{"say":{"type":"string"},
          "next":{"anyOf":[{"$ref":"#/$defs/step"},{"type":"null"}]}},"required":["say","next"],
          "additionalProperties":false}}})",
      R"({"type":"number","minimum":0,"maximum":1})",
      R"({"type":"number","exclusiveMinimum":10,"exclusiveMaximum":12,"multipleOf":0.5})",
      R"({"type":"integer","minimum":-10,"maximum":-3,"multipleOf":3})",
      R"({"enum":[3,"x"]})",
      R"({"const":null})",
      R"({"oneOf":[{"type":"string","maxLength":2},{"type":"integer"}]})",
      R"({"type":"array","prefixItems":[{"type":"string"},{"type":"boolean"}],"minItems":2})",
  };
}

}  // namespace aiagent::testing
