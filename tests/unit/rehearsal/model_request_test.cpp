#include "core/rehearsal/model_request.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace aiagent::rehearsal {
namespace {

ModelRequest responses(const std::string& body) {
  const auto request = parseModelRequest(ModelApi::Responses, body);
  EXPECT_TRUE(request) << (request ? "" : request.error().said);
  return request ? *request : ModelRequest{};
}

base::Error refused(ModelApi api, const std::string& body) {
  const auto request = parseModelRequest(api, body);
  EXPECT_FALSE(request) << body;
  return request ? base::Error{} : request.error();
}

TEST(ModelRequest, plainText) {
  const auto request = responses(R"({"model":"m","input":"Hi there","instructions":"Be brief."})");
  EXPECT_EQ(request.model, "m");
  EXPECT_EQ(request.input, "Hi there");
  EXPECT_EQ(request.instructions, "Be brief.");
  EXPECT_FALSE(request.stream);
  EXPECT_TRUE(request.store);
  EXPECT_GT(request.inputTokens, 4);
}

TEST(ModelRequest, conversation_newestMessageIsTheInput) {
  const auto request = responses(R"({"model":"m","input":[{"role":"developer","content":"D"},
      {"role":"user","content":[{"type":"input_text","text":"one"},{"type":"input_text","text":"more"}]},
      {"type":"message","role":"assistant","content":[{"type":"output_text","text":"answer"}]},
      {"role":"user","content":"two"}]})");
  EXPECT_EQ(request.input, "two");
  EXPECT_EQ(request.earlierTurns, 1);
  EXPECT_EQ(request.instructions, "D");
  EXPECT_GT(request.earlierTokens, 0);
  EXPECT_LT(request.earlierTokens, request.inputTokens);
}

TEST(ModelRequest, toolsFormatReasoning) {
  const auto request = responses(R"({"model":"m","input":"x","stream":true,"background":true,"store":false,
      "tools":[{"type":"function","name":"f","parameters":{"type":"object"}},{"type":"web_search"}],
      "tool_choice":{"type":"function","name":"f"},"text":{"format":{"type":"json_schema","name":"n","schema":{"const":1}}},
      "reasoning":{"effort":"high","summary":"auto"},"max_output_tokens":20})");
  ASSERT_EQ(request.tools.size(), 1u);
  EXPECT_EQ(request.tools[0].name, "f");
  EXPECT_EQ(request.toolChoice, "f");
  EXPECT_EQ(request.schema, R"({"const":1})");
  EXPECT_EQ(request.reasoningEffort, "high");
  EXPECT_TRUE(request.reasoningSummary);
  EXPECT_EQ(request.maxOutputTokens, 20);
  EXPECT_TRUE(request.stream && request.background && !request.store);
}

TEST(ModelRequest, chat_nestsToolsAndSchema) {
  const auto request =
      parseModelRequest(ModelApi::Chat, R"({"model":"m","messages":[{"role":"system","content":"S"},
      {"role":"user","content":"U"},{"role":"assistant","content":null,"tool_calls":[]},{"role":"tool","tool_call_id":"c","content":"T"}],
      "tools":[{"type":"function","function":{"name":"f"}}],"reasoning_effort":"low","max_completion_tokens":5,
      "stream_options":{"include_usage":true},"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"const":2}}}})");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->instructions, "S");
  EXPECT_EQ(request->input, "U");
  EXPECT_TRUE(request->hasToolResult);
  EXPECT_EQ(request->toolResult, "T");
  EXPECT_EQ(request->tools.at(0).name, "f");
  EXPECT_EQ(request->schema, R"({"const":2})");
  EXPECT_TRUE(request->includeUsage);
  EXPECT_EQ(request->maxOutputTokens, 5);
}

TEST(ModelRequest, faults_nameTheirParameter) {
  EXPECT_EQ(refused(ModelApi::Responses, "{").httpStatus, 400);
  EXPECT_EQ(refused(ModelApi::Responses, "[]").subject, "");
  EXPECT_EQ(refused(ModelApi::Responses, "{\"model\":\"\xFF\"}").httpStatus, 400);
  EXPECT_EQ(refused(ModelApi::Responses, R"({"input":"x"})").subject, "model");
  EXPECT_EQ(refused(ModelApi::Responses, R"({"model":7,"input":"x"})").providerCode, "invalid_type");
  EXPECT_EQ(refused(ModelApi::Responses, R"({"model":"m"})").subject, "input");
  EXPECT_EQ(refused(ModelApi::Responses, R"({"model":"m","input":[7]})").subject, "input");
  EXPECT_EQ(refused(ModelApi::Chat, R"({"model":"m","input":"x"})").subject, "messages");
  EXPECT_EQ(refused(ModelApi::Responses, R"({"model":"m","input":"x","temperature":"hot"})").subject,
            "temperature");
  EXPECT_EQ(refused(ModelApi::Responses, R"({"model":"m","input":"x","temperature":3})").subject,
            "temperature");
  EXPECT_EQ(refused(ModelApi::Responses, R"({"model":"m","input":"x","max_output_tokens":15})").providerCode,
            "integer_below_min_value");
}

TEST(ModelRequest, deepNesting_isRefusedNotCrashed) {
  EXPECT_EQ(refused(ModelApi::Responses, std::string(100'000, '[')).httpStatus, 400);
}

TEST(ModelRequest, echoed_isTheResponsesShare) {
  const auto request = responses(R"({"model":"m","input":"x","temperature":0.5,"metadata":{"a":"b"},
      "tools":[{"type":"function","name":"f"}]})");
  const auto echoed = boost::json::parse("{" + request.echoed + "}").as_object();
  EXPECT_EQ(echoed.at("temperature"), 0.5);
  EXPECT_EQ(echoed.at("metadata").as_object().at("a"), "b");
  EXPECT_EQ(echoed.at("tools").as_array().at(0).as_object().at("strict"), false);
  EXPECT_EQ(echoed.at("top_p"), 1);
}

}  // namespace
}  // namespace aiagent::rehearsal
