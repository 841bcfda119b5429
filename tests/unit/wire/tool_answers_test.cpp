#include <gmock/gmock.h>

#include "core/wire/request_input.h"
#include "core/wire/request_json.h"

namespace aiagent::wire {
namespace {

using domain::Message;
using domain::PartKind;
using domain::Role;
using testing::HasSubstr;
using testing::IsEmpty;

Message call(std::string callId, std::string raw) {
  Message message;
  message.role = Role::Assistant;
  message.parts = {{PartKind::ToolCall, "{}", "f", std::move(callId)}};
  message.rawItem = std::move(raw);
  return message;
}

domain::RunRequest answering(std::vector<domain::ToolAnswer> answers) {
  domain::RunRequest request;
  request.model = "m";
  request.toolAnswers = std::move(answers);
  return request;
}

const std::string kCall = R"({"type":"function_call","call_id":"c1","name":"f","arguments":"{}"})";
const std::string kCustom = R"({"type":"custom_tool_call","call_id":"c2","name":"f","input":"x"})";
const std::string kApproval =
    R"({"type":"mcp_approval_request","id":"mcpr_1","name":"delete","arguments":"{\"a\":1}","server_label":"crm"})";

TEST(ToolAnswers, responses_answerInTheCallsOwnKind) {
  Message approval;
  approval.role = Role::Assistant;
  approval.rawItem = kApproval;
  const auto body =
      responsesBody(answering({{"c1", "f", "42"}, {"c2", "f", "y"}, {"mcpr_1", "delete", "", false}}),
                    {call("c1", kCall), call("c2", kCustom), approval});
  ASSERT_TRUE(body.ok());
  EXPECT_THAT(
      body->json,
      HasSubstr(R"("input":[)" + kCall + "," + kCustom + "," + kApproval +
                R"(,{"type":"function_call_output","call_id":"c1","output":"42"})"
                R"(,{"type":"custom_tool_call_output","call_id":"c2","output":"y"})"
                R"(,{"type":"mcp_approval_response","approval_request_id":"mcpr_1","approve":false}])"));
  EXPECT_THAT(body->withoutHistory, HasSubstr(R"("input":[{"type":"function_call_output","call_id":"c1")"));
  ASSERT_EQ(body->turn.size(), 3u);
  EXPECT_EQ(answersOf(body->turn),
            (std::vector<domain::ToolAnswer>{
                {"c1", "f", "42"}, {"c2", "f", "y"}, {"mcpr_1", "delete", "", false}}));
}

TEST(ToolAnswers, chat_sendsThemAsToolMessagesWithoutAPersonsMessage) {
  const auto body = chatBody(answering({{"c1", "f", "42"}}), {call("c1", kCall)});
  ASSERT_TRUE(body.ok());
  EXPECT_THAT(body->json, HasSubstr(R"({"role":"tool","tool_call_id":"c1","content":"42"}])"));
  EXPECT_THAT(body->json, testing::Not(HasSubstr("No result")));
}

TEST(ToolAnswers, messageBesideThem_comesLast) {
  auto request = answering({{"c1", "f", "42"}});
  request.input = "and now?";
  const auto body = responsesBody(request, {call("c1", kCall)});
  EXPECT_THAT(body->json, HasSubstr(R"("output":"42"},{"role":"user","content":"and now?"}])"));
}

TEST(PendingCalls, openCallsAndApprovals_areTold) {
  Message approval;
  approval.role = Role::Assistant;
  approval.rawItem = kApproval;
  Message answer;
  answer.role = Role::Tool;
  answer.parts = {{PartKind::ToolResult, "42", "f", "c1"}};
  const auto calls = pendingCalls({call("c1", kCall), answer, call("c2", kCustom), approval});
  ASSERT_EQ(calls.size(), 2u);
  EXPECT_EQ(calls[0].callId, "c2");
  EXPECT_EQ(calls[1], (PendingCall{PendingCall::Kind::Approval, "mcpr_1", "delete", R"({"a":1})", "crm"}));
  Message plain;
  plain.parts = {{PartKind::Text, "hi", "", ""}};
  EXPECT_THAT(pendingCalls({plain}), IsEmpty());
}

}  // namespace
}  // namespace aiagent::wire
