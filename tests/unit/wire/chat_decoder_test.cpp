#include "core/wire/chat_decoder.h"

#include <gmock/gmock.h>

namespace aiagent::wire {
namespace {

using base::ErrorCode;
using domain::PartKind;
using domain::RunStatus;

// Everything a stream gives, in order.
std::vector<ModelEvent> streamed(std::initializer_list<std::string_view> chunks) {
  ChatDecoder decoder;
  std::vector<ModelEvent> events;
  for (const auto chunk : chunks)
    for (auto& event : decoder.decode(chunk)) events.push_back(std::move(event.event));
  for (auto& event : decoder.finish()) events.push_back(std::move(event.event));
  return events;
}

// Everything a whole answer gives; empty where it was refused.
std::vector<ModelEvent> whole(std::string_view body) {
  std::vector<ModelEvent> events;
  if (auto read = chatAnswerFromJson(body))
    for (auto& event : *read) events.push_back(std::move(event.event));
  return events;
}

template <class Wanted>
std::vector<Wanted> only(const std::vector<ModelEvent>& events) {
  std::vector<Wanted> found;
  for (const auto& event : events)
    if (const auto* wanted = std::get_if<Wanted>(&event)) found.push_back(*wanted);
  return found;
}

std::string joinedText(const std::vector<ModelEvent>& events, PartKind kind) {
  std::string text;
  for (const auto& delta : only<PieceDelta>(events))
    if (delta.kind == kind) text += delta.delta;
  return text;
}

constexpr std::string_view kHel =
    R"({"id":"c1","model":"m-1","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"}}]})";
constexpr std::string_view kLo =
    R"({"id":"c1","choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":null}]})";
constexpr std::string_view kStop = R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})";

TEST(ChatDecoder, wholeStream_hasOneStartAndOneEnd) {
  const auto events = streamed(
      {kHel, kLo, kStop,
       R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13,)"
       R"("prompt_tokens_details":{"cached_tokens":2},"completion_tokens_details":{"reasoning_tokens":1}}})",
       "[DONE]"});
  ASSERT_EQ(only<Started>(events).size(), 1u);
  EXPECT_EQ(only<Started>(events)[0].model, "m-1");
  EXPECT_EQ(joinedText(events, PartKind::Text), "Hello");
  EXPECT_EQ(only<PieceDelta>(events)[0].key, (PieceKey{1, 0}));
  ASSERT_EQ(only<Ended>(events).size(), 1u);
  const auto ended = only<Ended>(events)[0];
  EXPECT_EQ(ended.status, RunStatus::Completed);
  EXPECT_EQ(ended.responseId, "c1");
  EXPECT_EQ(ended.usage, (domain::Usage{9, 2, std::nullopt, 4, 1, 13, false}));
  EXPECT_TRUE(std::holds_alternative<Ended>(events.back()));
}

TEST(ChatDecoder, finishReason_isToldAtOnceAsEnding) {
  ChatDecoder decoder;
  decoder.decode(kHel);
  const auto events = decoder.decode(kStop);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(std::get<Ending>(events[0].event).status, RunStatus::Completed);
}

TEST(ChatDecoder, streamWithoutDone_endsByFinish) {
  const auto events = streamed({kHel, kStop});
  ASSERT_EQ(only<Ended>(events).size(), 1u);
  EXPECT_FALSE(only<Ended>(events)[0].usage.output.has_value());
}

TEST(ChatDecoder, streamCutBeforeItsEnd_hasNoEnd) {
  EXPECT_TRUE(only<Ended>(streamed({kHel, kLo})).empty());
  EXPECT_TRUE(only<Ended>(streamed({"[DONE]"})).empty());
}

TEST(ChatDecoder, doneWithoutFinishReason_completes) {
  const auto ended = only<Ended>(streamed({kHel, "[DONE]", "[DONE]"}));
  ASSERT_EQ(ended.size(), 1u);
  EXPECT_EQ(ended[0].status, RunStatus::Completed);
}

TEST(ChatDecoder, finishReasons_haveTheirStatus) {
  const auto endedWith = [](const std::string& reason) {
    return only<Ended>(
        streamed({kHel, R"({"choices":[{"delta":{},"finish_reason":")" + reason + R"("}]})", "[DONE]"}))[0];
  };
  EXPECT_EQ(endedWith("tool_calls").status, RunStatus::Completed);
  EXPECT_EQ(endedWith("length").status, RunStatus::Incomplete);
  EXPECT_EQ(endedWith("length").error->code, ErrorCode::OutputLimit);
  EXPECT_EQ(endedWith("content_filter").error->code, ErrorCode::ContentRefused);
  EXPECT_EQ(endedWith("insufficient_system_resource").status, RunStatus::Failed);
  EXPECT_EQ(endedWith("a_new_one").status, RunStatus::Completed);
}

TEST(ChatDecoder, reasoning_isAPieceOfItsOwn) {
  for (const auto* member : {"reasoning_content", "reasoning"}) {
    const auto events =
        streamed({std::string(R"({"choices":[{"delta":{")") + member + R"(":"hm","content":null}}]})", kHel});
    EXPECT_EQ(joinedText(events, PartKind::ReasoningSummary), "hm") << member;
    EXPECT_EQ(joinedText(events, PartKind::Text), "Hel") << member;
    EXPECT_EQ(only<PieceDelta>(events)[0].key, (PieceKey{0, 0}));
  }
}

TEST(ChatDecoder, toolCallsByIndex_growApart) {
  const auto events = streamed(
      {R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}]}}]})",
       R"({"choices":[{"delta":{"tool_calls":[{"index":1,"id":"b","function":{"name":"g","arguments":"{\"y\""}}]}}]})",
       R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"x\":1}"}},{"index":1,"function":{"arguments":":2}"}}]}}]})"});
  const auto added = only<ItemAdded>(events);
  ASSERT_EQ(added.size(), 2u);
  EXPECT_EQ(added[0].output, 2);
  EXPECT_EQ(added[0].name, "f");
  EXPECT_EQ(added[0].callId, "a");
  EXPECT_EQ(added[1].output, 3);
  std::string first, second;
  for (const auto& delta : only<PieceDelta>(events)) (delta.key.output == 2 ? first : second) += delta.delta;
  EXPECT_EQ(first, R"({"x":1})");
  EXPECT_EQ(second, R"({"y":2})");
}

TEST(ChatDecoder, toolCallsWithoutIndex_areToldApartByTheirId) {
  const auto events = streamed(
      {R"({"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"1"}},{"id":"b","function":{"name":"g","arguments":"2"}}]}}]})"});
  ASSERT_EQ(only<ItemAdded>(events).size(), 2u);
  EXPECT_EQ(only<PieceDelta>(events)[1].key.output, 3);
}

TEST(ChatDecoder, refusalAndContentParts_areTaken) {
  const auto events =
      streamed({R"({"choices":[{"delta":{"refusal":"No."}}]})",
                R"({"choices":[{"delta":{"content":[{"type":"text","text":"Yes"},{"type":"x"}]}}]})"});
  EXPECT_EQ(joinedText(events, PartKind::Refusal), "No.");
  EXPECT_EQ(joinedText(events, PartKind::Text), "Yes");
}

TEST(ChatDecoder, wholeMessageAsOneChunk_isTaken) {
  const auto events = streamed(
      {R"({"id":"c","choices":[{"index":0,"message":{"content":"All"},"finish_reason":"stop"}],"usage":{"completion_tokens":1}})"});
  EXPECT_EQ(joinedText(events, PartKind::Text), "All");
  EXPECT_EQ(only<Ended>(events)[0].usage.output, 1);
}

TEST(ChatAnswerFromJson, wholeAnswer_endsWithItsUsage) {
  const auto events = whole(
      R"({"id":"c","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"All"}}],"usage":{"completion_tokens":1}})");
  EXPECT_EQ(joinedText(events, PartKind::Text), "All");
  ASSERT_EQ(only<Ended>(events).size(), 1u);
  EXPECT_EQ(only<Ended>(events)[0].status, domain::RunStatus::Completed);
  EXPECT_EQ(only<Ended>(events)[0].usage.output, 1);
}

TEST(ChatAnswerFromJson, cutAnswer_isIncomplete) {
  const auto ends =
      only<Ended>(whole(R"({"choices":[{"message":{"content":"All"},"finish_reason":"length"}]})"));
  ASSERT_EQ(ends.size(), 1u);
  EXPECT_EQ(ends[0].status, domain::RunStatus::Incomplete);
}

TEST(ChatAnswerFromJson, noAnswer_isRefused) {
  for (const auto* body : {"", "<html>", "{}", "[]", R"({"choices":[]})", R"({"choices":[{"index":0}]})",
                           R"({"error":{"message":"boom"}})", R"({"choices":[],"error":"boom"})"})
    EXPECT_EQ(chatAnswerFromJson(body).error().code, base::ErrorCode::BadResponse) << body;
}

TEST(ChatDecoder, otherChoices_areNotMixedIn) {
  EXPECT_EQ(
      joinedText(streamed({kHel, R"({"choices":[{"index":1,"delta":{"content":"XX"}}]})"}), PartKind::Text),
      "Hel");
}

TEST(ChatDecoder, errorsInTheStream_areTold) {
  for (const auto* data : {R"({"error":{"message":"boom","type":"server_error","code":500}})",
                           R"({"error":"boom"})", R"({"object":"error","message":"boom","code":400})",
                           R"({"choices":[],"error":{"message":"boom"}})"}) {
    const auto errors = only<StreamError>(streamed({kHel, data}));
    ASSERT_EQ(errors.size(), 1u) << data;
    EXPECT_EQ(errors[0].error.said, "boom") << data;
  }
}

TEST(ChatDecoder, chunksThatSayNothing_areSignsOfLife) {
  const auto events =
      streamed({kHel, R"({"choices":[{"delta":{}}]})", R"({"choices":[]})", R"({"object":"ping"})"});
  EXPECT_EQ(only<InProgress>(events).size(), 3u);
}

TEST(ChatDecoder, brokenData_isMalformed) {
  for (const auto* data : {"", "{", "[]", "null", "[DONE ]", "{\"a\":\"\xFF\"}"})
    EXPECT_EQ(only<Malformed>(streamed({data})).size(), 1u) << data;
}

}  // namespace
}  // namespace aiagent::wire
