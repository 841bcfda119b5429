#include "core/wire/responses_decoder.h"

#include <gmock/gmock.h>

namespace aiagent::wire {
namespace {

using base::ErrorCode;
using domain::PartKind;
using domain::RunStatus;

template <class Wanted>
Wanted decoded(std::string_view data) {
  ResponsesDecoder decoder;
  auto event = decoder.decode(data).event;
  auto* wanted = std::get_if<Wanted>(&event);
  EXPECT_NE(wanted, nullptr) << data << " gives alternative " << event.index();
  return wanted ? std::move(*wanted) : Wanted{};
}

TEST(ResponsesDecoder, textDelta_hasKeyTextAndSequence) {
  ResponsesDecoder decoder;
  const auto event = decoder.decode(
      R"({"type":"response.output_text.delta","sequence_number":42,"item_id":"msg_1","output_index":1,)"
      R"("content_index":2,"delta":"Gr\u00fc\u00df \ud83d\udc69","logprobs":[],"obfuscation":"x8Kd\"f"})");
  EXPECT_EQ(event.sequence, 42);
  const auto& delta = std::get<PieceDelta>(event.event);
  EXPECT_EQ(delta.key, (PieceKey{1, 2}));
  EXPECT_EQ(delta.kind, PartKind::Text);
  EXPECT_EQ(delta.delta, "Gr\xC3\xBC\xC3\x9F \xF0\x9F\x91\xA9");
}

TEST(ResponsesDecoder, typeBehindTheOtherMembers_isReadAllTheSame) {
  const auto delta =
      decoded<PieceDelta>(R"({"delta":"a","content_index":3,"type":"response.output_text.delta"})");
  EXPECT_EQ(delta.key, (PieceKey{0, 3}));
}

TEST(ResponsesDecoder, loneSurrogateInADelta_isReplacedNotLost) {
  EXPECT_EQ(decoded<PieceDelta>(R"({"type":"response.output_text.delta","delta":"a\ud83d!"})").delta,
            "a\xEF\xBF\xBD!");
}

struct Piece {
  const char* data;
  PieceKey key;
  PartKind kind;
};

TEST(ResponsesDecoder, deltasOfEveryKind_haveTheirKey) {
  for (
      const auto& [data, key, kind] : std::initializer_list<Piece>{
          {R"({"type":"response.refusal.delta","output_index":1,"content_index":1,"delta":"x"})",
           {1, 1},
           PartKind::Refusal},
          {R"({"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":2,"delta":"x"})",
           {0, 2},
           PartKind::ReasoningSummary},
          {R"({"type":"response.reasoning_text.delta","output_index":0,"content_index":1,"delta":"x"})",
           {0, kReasoningTextFrom + 1},
           PartKind::ReasoningSummary},
          {R"({"type":"response.function_call_arguments.delta","output_index":3,"delta":"x"})",
           {3, 0},
           PartKind::ToolCall},
          {R"({"type":"response.custom_tool_call_input.delta","output_index":3,"delta":"x"})",
           {3, 0},
           PartKind::ToolCall},
          {R"({"type":"response.mcp_call_arguments.delta","output_index":3,"delta":"x"})",
           {3, 0},
           PartKind::ToolCall},
          {R"({"type":"response.code_interpreter_call_code.delta","output_index":3,"delta":"x"})",
           {3, 0},
           PartKind::ToolCall}}) {
    const auto delta = decoded<PieceDelta>(data);
    EXPECT_EQ(delta.key, key) << data;
    EXPECT_EQ(delta.kind, kind) << data;
    EXPECT_EQ(delta.delta, "x") << data;
  }
}

TEST(ResponsesDecoder, donesOfEveryKind_haveTheirText) {
  for (const auto& [data, key, kind] : std::initializer_list<Piece>{
           {R"({"type":"response.output_text.done","output_index":1,"content_index":1,"text":"x"})",
            {1, 1},
            PartKind::Text},
           {R"({"type":"response.refusal.done","output_index":1,"content_index":1,"refusal":"x"})",
            {1, 1},
            PartKind::Refusal},
           {R"({"type":"response.reasoning_summary_text.done","summary_index":2,"text":"x"})",
            {0, 2},
            PartKind::ReasoningSummary},
           {R"({"type":"response.reasoning_text.done","content_index":0,"text":"x"})",
            {0, kReasoningTextFrom},
            PartKind::ReasoningSummary},
           {R"({"type":"response.function_call_arguments.done","output_index":3,"arguments":"x","name":"f"})",
            {3, 0},
            PartKind::ToolCall},
           {R"({"type":"response.custom_tool_call_input.done","output_index":3,"input":"x"})",
            {3, 0},
            PartKind::ToolCall},
           {R"({"type":"response.mcp_call_arguments.done","output_index":3,"arguments":"x"})",
            {3, 0},
            PartKind::ToolCall},
           {R"({"type":"response.code_interpreter_call_code.done","output_index":3,"code":"x"})",
            {3, 0},
            PartKind::ToolCall}}) {
    const auto done = decoded<PieceDone>(data);
    EXPECT_EQ(done.key, key) << data;
    EXPECT_EQ(done.kind, kind) << data;
    EXPECT_EQ(done.text, "x") << data;
  }
}

TEST(ResponsesDecoder, doneWithoutItsText_hasNoEffect) {
  decoded<Unknown>(R"({"type":"response.output_text.done","output_index":0})");
}

TEST(ResponsesDecoder, signsOfLife_areInProgress) {
  for (const auto* data : {R"({"type":"keepalive","sequence_number":9})", R"({"type":"response.queued"})",
                           R"({"type":"response.in_progress","response":{"id":"r"}})"})
    decoded<InProgress>(data);
}

TEST(ResponsesDecoder, created_namesResponseAndModel) {
  const auto started = decoded<Started>(
      R"({"type":"response.created","response":{"id":"resp_1","model":"m-2026","output":[],"usage":null,"error":null}})");
  EXPECT_EQ(started.responseId, "resp_1");
  EXPECT_EQ(started.model, "m-2026");
  decoded<Started>(R"({"type":"response.created"})");
}

TEST(ResponsesDecoder, itemAdded_namesTheTool) {
  const auto added = decoded<ItemAdded>(
      R"({"type":"response.output_item.added","output_index":2,"item":{"type":"function_call","id":"fc_1",)"
      R"("call_id":"call_1","name":"lookup","arguments":"","status":"in_progress"}})");
  EXPECT_EQ(added.output, 2);
  EXPECT_EQ(added.type, "function_call");
  EXPECT_EQ(added.name, "lookup");
  EXPECT_EQ(added.callId, "call_1");
  EXPECT_EQ(
      decoded<ItemAdded>(R"({"type":"response.output_item.added","item":{"type":"message","content":[]}})")
          .type,
      "message");
}

TEST(ResponsesDecoder, itemDone_keepsTheItemByteForByte) {
  const std::string raw =
      R"({"id":"msg_1", "type":"message","role":"assistant","phase":"final_answer","status":"completed",)"
      R"("content":[{"type":"output_text","text":"Hi","annotations":[{"a":1.50}]},{"type":"refusal","refusal":"No"},)"
      R"({"type":"output_audio","data":"…"}]})";
  const auto item =
      decoded<OutputItem>(R"({"type":"response.output_item.done","output_index":1,"item": )" + raw + "  }");
  EXPECT_EQ(item.raw, raw);
  EXPECT_EQ(item.output, 1);
  EXPECT_FALSE(item.moreFollows);
  EXPECT_THAT(item.parts, testing::ElementsAre(domain::Part{PartKind::Text, "Hi", "", ""},
                                               domain::Part{PartKind::Refusal, "No", "", ""},
                                               domain::Part{PartKind::Other, "", "output_audio", ""}));
}

OutputItem itemOf(const std::string& raw) {
  return decoded<OutputItem>(R"({"type":"response.output_item.done","output_index":0,"item":)" + raw + "}");
}

TEST(ResponsesDecoder, items_sayWhetherMoreMustFollow) {
  EXPECT_TRUE(itemOf(R"({"type":"message","phase":"commentary","content":[]})").moreFollows);
  EXPECT_TRUE(itemOf(R"({"type":"reasoning","summary":[]})").moreFollows);
  EXPECT_TRUE(itemOf(R"({"type":"web_search_call","status":"completed"})").moreFollows);
  EXPECT_TRUE(itemOf(R"({"type":"mcp_call","name":"f","arguments":"{}","output":"r"})").moreFollows);
  EXPECT_FALSE(itemOf(R"({"type":"message","content":"as a string"})").moreFollows);
  EXPECT_FALSE(itemOf(R"({"type":"function_call","name":"f","arguments":"{}","call_id":"c"})").moreFollows);
}

TEST(ResponsesDecoder, itemsOfEveryKind_haveTheirParts) {
  using testing::ElementsAre;
  EXPECT_THAT(itemOf(R"({"type":"message","content":"as a string"})").parts,
              ElementsAre(domain::Part{PartKind::Text, "as a string", "", ""}));
  EXPECT_THAT(
      itemOf(
          R"({"type":"reasoning","summary":[{"type":"summary_text","text":"s"}],"content":[{"text":"t"}]})")
          .parts,
      ElementsAre(domain::Part{PartKind::ReasoningSummary, "s", "", ""},
                  domain::Part{PartKind::ReasoningSummary, "t", "", ""}));
  EXPECT_THAT(itemOf(R"({"type":"function_call","name":"f","arguments":"{}","call_id":"c"})").parts,
              ElementsAre(domain::Part{PartKind::ToolCall, "{}", "f", "c"}));
  EXPECT_THAT(itemOf(R"({"type":"custom_tool_call","name":"f","input":"go","call_id":"c"})").parts,
              ElementsAre(domain::Part{PartKind::ToolCall, "go", "f", "c"}));
  EXPECT_THAT(itemOf(R"({"type":"mcp_call","name":"f","arguments":"{}","output":"r"})").parts,
              ElementsAre(domain::Part{PartKind::ToolCall, "{}", "f", ""},
                          domain::Part{PartKind::ToolResult, "r", "f", ""}));
  EXPECT_THAT(itemOf(R"({"type":"web_search_call"})").parts,
              ElementsAre(domain::Part{PartKind::Other, "", "web_search_call", ""}));
}

TEST(ResponsesDecoder, completed_hasItemsAndUsage) {
  const auto ended = decoded<Ended>(
      R"({"type":"response.completed","sequence_number":7,"response":{"id":"r","model":"m","status":"completed",)"
      R"("output":[{"type":"reasoning","id":"rs","summary":[]},{"type":"message","content":[{"type":"output_text","text":"Hi"}]}],)"
      R"("usage":{"input_tokens":11,"input_tokens_details":{"cached_tokens":3,"cache_write_tokens":1},"output_tokens":7,)"
      R"("output_tokens_details":{"reasoning_tokens":2},"total_tokens":18}}})");
  EXPECT_EQ(ended.status, RunStatus::Completed);
  EXPECT_EQ(ended.responseId, "r");
  ASSERT_EQ(ended.items.size(), 2u);
  EXPECT_EQ(ended.items[0].raw, R"({"type":"reasoning","id":"rs","summary":[]})");
  EXPECT_EQ(ended.items[1].parts[0].text, "Hi");
  EXPECT_EQ(ended.items[1].output, 1);
  EXPECT_EQ(ended.usage, (domain::Usage{11, 3, 1, 7, 2, 18, false}));
  EXPECT_FALSE(ended.error.has_value());
}

TEST(ResponsesDecoder, usageWithoutDetails_isTakenAsFarAsItGoes) {
  const auto usage =
      decoded<Ended>(
          R"({"type":"response.completed","response":{"usage":{"input_tokens":5,"output_tokens":2.0,)"
          R"("input_tokens_details":null,"total_tokens":-1}}})")
          .usage;
  EXPECT_EQ(usage, (domain::Usage{5, std::nullopt, std::nullopt, 2, std::nullopt, std::nullopt, false}));
}

TEST(ResponsesDecoder, incomplete_tellsWhy) {
  const auto limit = decoded<Ended>(
      R"({"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}}})");
  EXPECT_EQ(limit.status, RunStatus::Incomplete);
  EXPECT_EQ(limit.error->code, ErrorCode::OutputLimit);
  const auto filter = decoded<Ended>(
      R"({"type":"response.incomplete","response":{"incomplete_details":{"reason":"content_filter"}}})");
  EXPECT_EQ(filter.error->code, ErrorCode::ContentRefused);
}

TEST(ResponsesDecoder, failed_hasTheServersWords) {
  const auto failed =
      decoded<Ended>(R"({"type":"response.failed","response":{"status":"failed","error":{"code":)"
                     R"("rate_limit_exceeded","message":"Slow down"}}})");
  EXPECT_EQ(failed.status, RunStatus::Failed);
  EXPECT_EQ(failed.error->code, ErrorCode::RateLimited);
  EXPECT_EQ(failed.error->said, "Slow down");
  EXPECT_EQ(decoded<Ended>(R"({"type":"response.failed"})").error->code, ErrorCode::ServerError);
}

TEST(ResponsesDecoder, snapshotWithAnUnreadableItem_leavesTheItemsOut) {
  const auto ended =
      decoded<Ended>(R"({"type":"response.completed","response":{"status":"completed","output":[7]}})");
  EXPECT_TRUE(ended.items.empty());
  EXPECT_EQ(ended.status, RunStatus::Completed);
}

TEST(ResponsesDecoder, errorFlatOrNested_isTold) {
  const auto flat = decoded<StreamError>(
      R"({"type":"error","code":"server_error","message":"boom in the model","param":null,"sequence_number":3})");
  EXPECT_EQ(flat.error.code, ErrorCode::ServerError);
  EXPECT_EQ(flat.error.said, "boom in the model");
  EXPECT_EQ(flat.error.providerCode, "server_error");
  for (const auto* data :
       {R"({"type":"error","error":{"type":"insufficient_quota","code":null,"message":"no money"}})",
        R"({"error":{"code":"credit_balance_exhausted","message":"no money"}})"}) {
    const auto nested = decoded<StreamError>(data);
    EXPECT_EQ(nested.error.code, ErrorCode::Billing) << data;
    EXPECT_EQ(nested.error.said, "no money") << data;
  }
  EXPECT_EQ(decoded<StreamError>(R"({"error":"just words"})").error.said, "just words");
}

TEST(ResponsesDecoder, unknownTypes_areUnknown) {
  for (const auto* data :
       {R"({"type":"response.something.new","x":[1]})", R"({})", R"({"type":7})",
        R"({"type":"response.output_text.deltas","delta":"x"})", R"({"type":"response.content_part.added"})"})
    decoded<Unknown>(data);
}

TEST(ResponsesDecoder, brokenData_isMalformed) {
  for (const auto* data :
       {"", "x", "null", "[1]", "\"text\"", R"({"type":"response.output_text.delta","delta":"a)",
        R"({"type":"response.output_text.delta" "delta":"a"})",
        "{\"type\":\"response.output_text.delta\",\"delta\":\"\xFF\"}",
        R"({"type":"keepalive"}{"type":"keepalive"})", R"({"type":"response.output_item.done","item":5})",
        "<html><body>502</body></html>"})
    decoded<Malformed>(data);
}

TEST(ResponsesDecoder, doneMark_isComparedExactly) {
  decoded<StreamDone>("[DONE]");
  decoded<Malformed>("[DONE] ");
  decoded<Malformed>("[done]");
}

TEST(ResponsesDecoder, afterAHugeAndABrokenEvent_goesOn) {
  ResponsesDecoder decoder;
  const auto huge = decoder.decode(R"({"type":"response.output_text.delta","delta":")" +
                                   std::string(3u << 20, 'x') + R"("})");
  EXPECT_EQ(std::get<PieceDelta>(huge.event).delta.size(), 3u << 20);
  EXPECT_TRUE(std::holds_alternative<Malformed>(decoder.decode("{").event));
  EXPECT_EQ(std::get<PieceDelta>(decoder.decode(R"({"type":"response.output_text.delta","delta":"y"})").event)
                .delta,
            "y");
}

// The copy that is parsed grows with the longest event so far: its room must be told after it has grown.
TEST(ResponsesDecoder, eventsOfAnyLength_areRead) {
  for (std::size_t length = 3'900; length < 4'300; ++length) {
    ResponsesDecoder decoder;
    const auto text = std::string(length, 'x');
    const auto delta =
        decoder.decode(R"({"type":"response.output_text.delta","delta":")" + text + R"("})").event;
    ASSERT_TRUE(std::holds_alternative<PieceDelta>(delta)) << length;
    const auto ended =
        ResponsesDecoder()
            .decode(R"({"type":"response.completed","response":{"id":"r","status":"completed","model":")" +
                    text + R"(","output":[]}})")
            .event;
    ASSERT_TRUE(std::holds_alternative<Ended>(ended)) << length;
  }
}

}  // namespace
}  // namespace aiagent::wire
