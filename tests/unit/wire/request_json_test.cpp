#include "core/wire/request_json.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

using base::ErrorCode;
using domain::Message;
using domain::PartKind;
using domain::Role;

domain::RunRequest request() {
  domain::RunRequest request;
  request.content.name = "Ticket Sorter";
  request.content.prompt = "Sort by {{team}}.";
  request.variables = {{"team", "red"}};
  request.input = "hi";
  request.model = "gpt-test";
  return request;
}

void set(domain::RunRequest& request, const char* name, const char* text) {
  request.content.parameters.set(name, *domain::parseParameterValue(name, text));
}

std::string responses(const domain::RunRequest& request, const std::vector<Message>& history = {}) {
  const auto body = responsesBody(request, history);
  return body ? body->json : "error: " + body.error().subject;
}

std::string chat(const domain::RunRequest& request, const std::vector<Message>& history = {}) {
  const auto body = chatBody(request, history);
  return body ? body->json : "error: " + body.error().subject;
}

Message message(Role role, std::string text, std::string raw = {}) {
  Message message;
  message.role = role;
  message.parts = {{PartKind::Text, std::move(text), "", ""}};
  message.rawItem = std::move(raw);
  return message;
}

Message toolCall(std::string callId, std::string raw = {}) {
  Message message;
  message.role = Role::Assistant;
  message.parts = {{PartKind::ToolCall, R"({"x":1})", "f", std::move(callId)}};
  message.rawItem = std::move(raw);
  return message;
}

TEST(ResponsesBody, onlyWhatIsSet_isSent) {
  EXPECT_EQ(responses(request()), R"({"model":"gpt-test","instructions":"Sort by red.",)"
                                  R"("input":[{"role":"user","content":"hi"}],"stream":true})");
}

TEST(ResponsesBody, emptyPrompt_sendsNoInstructions) {
  auto bare = request();
  bare.content.prompt.clear();
  EXPECT_EQ(responses(bare),
            R"({"model":"gpt-test","input":[{"role":"user","content":"hi"}],"stream":true})");
}

TEST(ResponsesBody, parameters_nestByTheirDots) {
  auto full = request();
  for (const auto& [name, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"reasoning.effort", "low"},
           {"reasoning.summary", "auto"},
           {"text.verbosity", "high"},
           {"temperature", "0.5"},
           {"max_output_tokens", "99"},
           {"store", "false"},
           {"metadata", R"({"a":"b"})"},
           {"stream_options.include_obfuscation", "false"}})
    set(full, name, text);
  EXPECT_EQ(
      responses(full),
      R"({"model":"gpt-test","instructions":"Sort by red.","input":[{"role":"user","content":"hi"}],"stream":true,)"
      R"("max_output_tokens":99,"metadata":{"a":"b"},"reasoning":{"effort":"low","summary":"auto"},"store":false,)"
      R"("stream_options":{"include_obfuscation":false},"temperature":0.5,"text":{"verbosity":"high"}})");
}

TEST(ResponsesBody, toolsAndSchema_areSentAsWritten) {
  auto full = request();
  full.content.tools = R"([{"type":"function","name":"f","parameters":{"type":"object"},"strict":true}])";
  full.content.outputSchema = R"({"type":"object","title":"Ein Titel!","properties":{"n":{"minimum":1.0}}})";
  set(full, "text.verbosity", "low");
  const auto body = responses(full);
  EXPECT_THAT(
      body, testing::HasSubstr(
                R"("tools":[{"type":"function","name":"f","parameters":{"type":"object"},"strict":true}])"));
  EXPECT_THAT(body,
              testing::HasSubstr(
                  R"("text":{"verbosity":"low","format":{"type":"json_schema","name":"Ein_Titel",)"
                  R"("schema":{"type":"object","title":"Ein Titel!","properties":{"n":{"minimum":1.0}}}}})"));
  EXPECT_THAT(body, testing::Not(testing::HasSubstr(R"("strict":false)")));
}

TEST(ResponsesBody, schemaInItsWrapping_keepsNameAndStrictness) {
  auto full = request();
  full.content.outputSchema = R"({"name":"out","strict":true,"schema":{"type":"object"},"description":"D"})";
  EXPECT_THAT(
      responses(full),
      testing::HasSubstr(
          R"("format":{"type":"json_schema","name":"out","description":"D","strict":true,"schema":{"type":"object"}})"));
  full.content.outputSchema = R"({"type":"object","strict":true})";
  EXPECT_THAT(responses(full),
              testing::HasSubstr(R"("name":"Ticket_Sorter","strict":true,"schema":{"type":"object"})"));
  full.content.name = "漢字";
  EXPECT_THAT(responses(full), testing::HasSubstr(R"("name":"answer")"));
}

TEST(ResponsesBody, history_isReplayedByItsRawItems) {
  const auto raw = std::string(
      R"({"id":"msg_1", "type":"message","role":"assistant","phase":"final_answer","content":[],"x":1.50})");
  const std::vector<Message> history = {message(Role::User, "first"), message(Role::Assistant, "answer", raw),
                                        message(Role::User, "second"), message(Role::Assistant, "by text")};
  const auto body = *responsesBody(request(), history);
  EXPECT_THAT(
      body.json,
      testing::HasSubstr(R"("input":[{"role":"user","content":"first"},)" + raw +
                         R"(,{"role":"user","content":"second"},{"role":"assistant","content":"by text"},)"
                         R"({"role":"user","content":"hi"}])"));
  EXPECT_EQ(body.withoutHistory, responses(request()));
}

TEST(ResponsesBody, unansweredToolCall_getsAnAnswer) {
  const auto raw = std::string(R"({"type":"function_call","call_id":"c1","name":"f","arguments":"{}"})");
  EXPECT_THAT(
      responses(request(), {toolCall("c1", raw)}),
      testing::HasSubstr(
          raw +
          R"(,{"type":"function_call_output","call_id":"c1","output":"No result: the tool was not run."})"));
  Message result;
  result.role = Role::Tool;
  result.parts = {{PartKind::ToolResult, "42", "", "c1"}};
  EXPECT_THAT(
      responses(request(), {toolCall("c1"), result}),
      testing::HasSubstr(R"([{"type":"function_call","call_id":"c1","name":"f","arguments":"{\"x\":1}"},)"
                         R"({"type":"function_call_output","call_id":"c1","output":"42"},)"));
  EXPECT_THAT(
      responses(request(),
                {toolCall("c2", R"({"type":"custom_tool_call","call_id":"c2","name":"f","input":"x"})")}),
      testing::HasSubstr(R"("type":"custom_tool_call_output")"));
}

TEST(ResponsesBody, reasoningThatTheServerDidNotStore_isReplayedOnlyWhenEncrypted) {
  const auto plain = message(Role::Assistant, "",
                             R"({"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":null})");
  const auto encrypted = message(Role::Assistant, "",
                                 R"({"type":"reasoning","id":"rs_2","summary":[],"encrypted_content":"zz"})");
  auto unstored = request();
  set(unstored, "store", "false");
  EXPECT_THAT(responses(unstored, {plain, encrypted}),
              testing::AllOf(testing::Not(testing::HasSubstr("rs_1")), testing::HasSubstr("rs_2")));
  EXPECT_THAT(responses(request(), {plain}), testing::HasSubstr("rs_1"));
}

TEST(ResponsesBody, whatCannotBeSent_namesTheField) {
  auto broken = request();
  broken.variables.clear();
  EXPECT_EQ(responses(broken), "error: team");
  broken = request();
  broken.model.clear();
  EXPECT_EQ(responses(broken), "error: model");
  broken = request();
  broken.content.tools = "{}";
  EXPECT_EQ(responses(broken), "error: tools");
  broken = request();
  broken.content.outputSchema = "[]";
  EXPECT_EQ(responses(broken), "error: output-schema");
  broken = request();
  broken.content.parameters.set("metadata", domain::JsonText{"{a}"});
  EXPECT_EQ(responses(broken), "error: metadata");
}

TEST(ChatBody, parameters_haveTheirChatNames) {
  auto full = request();
  for (const auto& [name, text] :
       std::initializer_list<std::pair<const char*, const char*>>{{"reasoning.effort", "low"},
                                                                  {"reasoning.summary", "auto"},
                                                                  {"text.verbosity", "high"},
                                                                  {"max_output_tokens", "99"},
                                                                  {"include", "[\"x\"]"},
                                                                  {"max_tool_calls", "3"},
                                                                  {"top_logprobs", "2"},
                                                                  {"top_k", "40"}})
    set(full, name, text);
  EXPECT_EQ(
      chat(full),
      R"({"model":"gpt-test","messages":[{"role":"system","content":"Sort by red."},{"role":"user","content":"hi"}],)"
      R"("stream":true,"stream_options":{"include_usage":true},"max_completion_tokens":99,"reasoning_effort":"low",)"
      R"("verbosity":"high","top_k":40,"top_logprobs":2,"logprobs":true})");
}

TEST(ChatBody, toolsAndSchema_areNested) {
  auto full = request();
  full.content.tools =
      R"([{"type":"function","name":"f","parameters":{}},{"type":"function","function":{"name":"g"}}])";
  full.content.outputSchema = R"({"name":"out","schema":{"type":"object"},"strict":false})";
  const auto body = chat(full);
  EXPECT_THAT(
      body,
      testing::HasSubstr(
          R"("tools":[{"type":"function","function":{"name":"f","parameters":{}}},{"type":"function","function":{"name":"g"}}])"));
  EXPECT_THAT(
      body,
      testing::HasSubstr(
          R"("response_format":{"type":"json_schema","json_schema":{"name":"out","strict":false,"schema":{"type":"object"}}})"));
}

TEST(ChatBody, namedToolChoice_isNested) {
  for (const auto* choice :
       {R"({"type":"function","name":"look_up"})", R"({"type":"function","function":{"name":"look_up"}})"}) {
    auto wanted = request();
    set(wanted, "tool_choice", choice);
    EXPECT_THAT(chat(wanted),
                testing::HasSubstr(R"("tool_choice":{"type":"function","function":{"name":"look_up"}})"))
        << choice;
    EXPECT_THAT(responses(wanted), testing::HasSubstr(std::string(R"("tool_choice":)") + choice));
  }
  auto byDots = request();
  set(byDots, "tool_choice.type", "function");
  set(byDots, "tool_choice.name", "look_up");
  EXPECT_THAT(chat(byDots),
              testing::HasSubstr(R"("tool_choice":{"type":"function","function":{"name":"look_up"}})"));
  auto word = request();
  set(word, "tool_choice", "required");
  EXPECT_THAT(chat(word), testing::HasSubstr(R"("tool_choice":"required")"));
}

TEST(ChatBody, toolChoiceThatChatDoesNotKnow_isRefused) {
  for (const auto* choice : {R"({"type":"file_search"})", R"({"type":"mcp","server_label":"x"})",
                             R"({"type":"function"})", "{}"}) {
    auto wanted = request();
    set(wanted, "tool_choice", choice);
    EXPECT_EQ(chat(wanted), "error: tool_choice") << choice;
  }
}

TEST(ChatBody, history_joinsAnAnswersTextAndCalls) {
  Message reasoning;
  reasoning.role = Role::Assistant;
  reasoning.parts = {{PartKind::ReasoningSummary, "secret thought", "", ""}};
  const auto body = chat(
      request(), {message(Role::User, "first"), reasoning, message(Role::Assistant, "well"), toolCall("c1")});
  EXPECT_THAT(
      body,
      testing::HasSubstr(
          R"({"role":"user","content":"first"},{"role":"assistant","content":"well","tool_calls":[{"id":"c1","type":"function",)"
          R"("function":{"name":"f","arguments":"{\"x\":1}"}}]},{"role":"tool","tool_call_id":"c1","content":"No result: the tool was not run."},)"));
  EXPECT_THAT(body, testing::Not(testing::HasSubstr("secret thought")));
}

TEST(InputTokensBody, samplingAndStream_areLeftOut) {
  auto full = request();
  set(full, "temperature", "1");
  set(full, "reasoning.effort", "low");
  set(full, "store", "false");
  full.content.tools = R"([{"type":"web_search"}])";
  EXPECT_EQ(*inputTokensBody(full, {}),
            R"({"model":"gpt-test","instructions":"Sort by red.","input":[{"role":"user","content":"hi"}],)"
            R"("reasoning":{"effort":"low"},"tools":[{"type":"web_search"}]})");
}

TEST(WithoutParameter, one_isTakenOutAndTheRestIsUntouched) {
  EXPECT_EQ(*withoutParameter(R"({"a": 1.50,"temperature":0.5, "b":[ 1 ]})", "temperature"),
            R"({"a":1.50,"b":[ 1 ]})");
  EXPECT_EQ(*withoutParameter(R"({"reasoning":{"effort":"low"}})", "reasoning.effort"), "{}");
  EXPECT_EQ(withoutParameter(R"({"a":1})", "b").error().code, ErrorCode::NotFound);
  EXPECT_EQ(withoutParameter("[1]", "b").error().code, ErrorCode::InvalidInput);
}

TEST(CurlCommand, quotesAndDollars_reachTheServerAsTheyAre) {
  const std::string body = R"({"input":"it's $HOME `x` \\ \"q\" 漢"})";
  const auto command = curlCommand("https://h/v1/responses", body, true);
  EXPECT_THAT(command, testing::HasSubstr("\"Authorization: Bearer $OPENAI_API_KEY\""));
  EXPECT_THAT(curlCommand("http://h", body, false), testing::Not(testing::HasSubstr("Authorization")));
  // A shell must find exactly the body as curl's last argument.
  const auto script = "curl() { for last; do :; done; printf %s \"$last\"; }\n" + command;
  FILE* shell = popen(("cat <<'END_OF_SCRIPT' | sh\n" + script + "\nEND_OF_SCRIPT\n").c_str(), "r");
  ASSERT_NE(shell, nullptr);
  std::string said(4096, '\0');
  said.resize(fread(said.data(), 1, said.size(), shell));
  pclose(shell);
  EXPECT_EQ(said, body);
}

TEST(CheckJsonFields, namesThatContradict_areRefused) {
  domain::AgentContent content;
  EXPECT_TRUE(checkJsonFields(content).ok());
  content.parameters.set("model", std::string("other"));
  EXPECT_EQ(checkJsonFields(content).error().subject, "model");
  content.parameters = {};
  content.parameters.set("reasoning", domain::JsonText{R"([1])"});
  content.parameters.set("reasoning.effort", std::string("low"));
  EXPECT_EQ(checkJsonFields(content).error().subject, "reasoning.effort");
  content.parameters = {};
  content.tools = R"([{"name":"f"}])";
  EXPECT_EQ(checkJsonFields(content).error().subject, "tools");
  content.tools = " [] ";
  EXPECT_TRUE(checkJsonFields(content).ok());
  content.outputSchema = "{";
  EXPECT_EQ(checkJsonFields(content).error().subject, "output-schema");
}

}  // namespace
}  // namespace aiagent::wire
