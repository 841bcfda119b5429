#include "core/rehearsal/plan.h"

#include <gtest/gtest.h>

#include "core/rehearsal/answer_text.h"
#include "core/rehearsal/tokens.h"

namespace aiagent::rehearsal {
namespace {

using namespace std::chrono_literals;

ModelRequest request(const std::string& input, const std::string& more = {}) {
  const auto parsed = parseModelRequest(
      ModelApi::Responses,
      R"({"model":"m","instructions":"Sort tickets by {{team}}.","input":")" + input + "\"" + more + "}");
  EXPECT_TRUE(parsed);
  return *parsed;
}

constexpr char kTool[] = R"(,"tools":[{"type":"function","name":"look_up","parameters":{"type":"object",
    "properties":{"q":{"type":"string"}},"required":["q"]}}])";

TEST(Plan, answer_saysThatNoModelIsInvolved_andShowsTheRequest) {
  const auto plan = makePlan(request("What is a fox?", R"(,"temperature":0.5)"));
  ASSERT_EQ(plan.items.size(), 1u);
  for (const char* part :
       {kNoModelInvolved, "> Sort tickets by {{team}}.", "> What is a fox?", "`{{team}}`", "a question",
        "\n## ", "\n- ", "|---|", "```json\n{\n  \"model\": \"m\",\n  \"temperature\": 5E-1\n}\n```"})
    EXPECT_NE(plan.items[0].text.find(part), std::string::npos) << part << "\n" << plan.items[0].text;
  EXPECT_EQ(plan.outputTokens, countTokens(plan.items[0].text));
}

TEST(Plan, sameRequest_sameAnswer) {
  EXPECT_EQ(makePlan(request("x")).items[0].text, makePlan(request("x")).items[0].text);
}

TEST(Plan, tool_isCalledWhenAskedFor_notAfterItsResult) {
  const auto call = makePlan(request("use the Tool", kTool));
  EXPECT_EQ(call.items[0].kind, PlannedKind::FunctionCall);
  EXPECT_EQ(call.items[0].name, "look_up");
  EXPECT_EQ(call.items[0].text, R"({"q":"use the Tool"})");
  EXPECT_EQ(makePlan(request("hello", kTool)).items[0].kind, PlannedKind::Text);
  EXPECT_EQ(makePlan(request("hello", std::string(kTool) + R"(,"tool_choice":"required")")).items[0].kind,
            PlannedKind::FunctionCall);
  EXPECT_EQ(makePlan(request("tool", std::string(kTool) + R"(,"tool_choice":"none")")).items[0].kind,
            PlannedKind::Text);
  auto answered = request("tool", kTool);
  answered.hasToolResult = true;
  answered.toolResult = "42 foxes";
  EXPECT_NE(makePlan(answered).items[0].text.find("42 foxes"), std::string::npos);
}

TEST(Plan, limitOfOutputTokens_cutsTheAnswer) {
  const auto plan = makePlan(request("x", R"(,"max_output_tokens":20)"));
  EXPECT_EQ(plan.end, PlannedEnd::OutputLimit);
  EXPECT_EQ(plan.outputTokens, 20);
  EXPECT_FALSE(plan.items[0].whole);
}

TEST(Plan, reasoningUsesUpTheLimit_noText) {
  const auto plan = makePlan(request("x", R"(,"max_output_tokens":50,"reasoning":{"effort":"high"})"));
  EXPECT_EQ(plan.end, PlannedEnd::OutputLimit);
  ASSERT_EQ(plan.items.size(), 1u);
  EXPECT_EQ(plan.items[0].kind, PlannedKind::Reasoning);
  EXPECT_EQ(plan.reasoningTokens, 50);
  EXPECT_EQ(plan.outputTokens, 50);
}

TEST(Plan, practice_decidesTheEnd) {
  EXPECT_EQ(makePlan(request("[rehearse: cut]")).end, PlannedEnd::Cut);
  EXPECT_EQ(makePlan(request("[rehearse: filter]")).end, PlannedEnd::ContentFilter);
  EXPECT_EQ(makePlan(request("[rehearse: refuse]")).items[0].kind, PlannedKind::Refusal);
  EXPECT_EQ(makePlan(request("[rehearse: empty]")).items.size(), 1u);
  EXPECT_NEAR(double(makePlan(request("[rehearse: long 2000]")).outputTokens), 2000, 60);
}

TEST(Plan, longConversation_isPartlyCached) {
  auto big = request("x");
  big.earlierTokens = 3000;
  EXPECT_EQ(makePlan(big).cachedTokens, 2944);
  EXPECT_EQ(makePlan(request("x")).cachedTokens, 0);
}

TEST(Pace, tokensComeEvenly) {
  const Pace pace{.tokensPerSecond = 50, .firstToken = 400ms};
  EXPECT_EQ(pace.dueOf(0), 400ms);
  EXPECT_EQ(pace.dueOf(50), 1400ms);
  EXPECT_EQ(pace.slowed().dueOf(5), 3400ms);
  EXPECT_EQ((Pace{.tokensPerSecond = 0, .firstToken = 0ms}.dueOf(1000)), 0ms);
}

}  // namespace
}  // namespace aiagent::rehearsal
