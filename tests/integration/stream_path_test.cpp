// The whole path of an answer, from bytes to a run's messages, with every cut and every way of ending lines.
#include <gmock/gmock.h>

#include "core/runs/run_machine.h"
#include "core/wire/chat_decoder.h"
#include "core/wire/responses_decoder.h"
#include "core/wire/sse_parser.h"
#include "tests/support/responses_stream.h"

namespace aiagent {
namespace {

using domain::RunStatus;

struct Followed {
  domain::RunRecord run;
  std::string shown;  // what was appended to text parts, as a terminal prints it
};

runs::RunMachine newMachine() {
  domain::RunRecord run;
  run.messages.resize(1);
  runs::RunOptions options;
  options.jitter = [] { return 0.5; };
  options.newMessageId = [] { return domain::MessageId{}; };
  return {std::move(run), std::move(options)};
}

// Feeds `bytes` in pieces as a service does; then the body ends.
template <class Decode, class End>
Followed follow(std::string_view bytes, std::size_t pieceSize, Decode decode, End end) {
  auto machine = newMachine();
  Followed followed;
  const auto give = [&](const runs::Event& event) {
    for (const auto& action : machine.on(event, {})) {
      const auto* append = std::get_if<runs::AppendText>(&action);
      if (append &&
          machine.run().messages[append->message].parts[append->part].kind == domain::PartKind::Text)
        followed.shown += append->text;
    }
  };
  const wire::SseParser::Sink sink = [&](const wire::SseEvent& event) { decode(event.data, give); };
  wire::SseParser parser;
  machine.start({});
  give(runs::HeadArrived{200, true, "req_1", {}, {}});
  for (std::size_t at = 0; at < bytes.size(); at += pieceSize) {
    give(runs::BytesArrived{});
    parser.feed(bytes.substr(at, pieceSize), sink);
  }
  parser.finish(sink);
  end(give);
  give(runs::TransportEnded{});
  followed.run = machine.run();
  return followed;
}

Followed followResponses(std::string_view bytes, std::size_t pieceSize) {
  wire::ResponsesDecoder decoder;
  return follow(
      bytes, pieceSize, [&](std::string_view data, const auto& give) { give(decoder.decode(data)); },
      [](const auto&) {});
}

Followed followChat(std::string_view bytes, std::size_t pieceSize) {
  wire::ChatDecoder decoder;
  const auto giveAll = [](const std::vector<wire::SequencedEvent>& events, const auto& give) {
    for (const auto& event : events) give(event);
  };
  return follow(
      bytes, pieceSize, [&](std::string_view data, const auto& give) { giveAll(decoder.decode(data), give); },
      [&](const auto& give) { giveAll(decoder.finish(), give); });
}

std::string withLineEnds(std::string_view bytes, std::string_view lineEnd) {
  std::string changed;
  for (const char c : bytes) {
    if (c == '\n')
      changed += lineEnd;
    else
      changed += c;
  }
  return changed;
}

TEST(StreamPath, anyPiecesAndLineEnds_giveTheSameRun) {
  const auto stream = support::responsesStream({.deltas = 60, .reasoningDeltas = 9, .toolCall = true});
  for (const auto* lineEnd : {"\n", "\r\n", "\r"}) {
    const auto bytes = withLineEnds(stream.bytes, lineEnd);
    for (const std::size_t pieceSize :
         {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{1400}, bytes.size()}) {
      const auto followed = followResponses(bytes, pieceSize);
      ASSERT_EQ(followed.run.status, RunStatus::Completed) << pieceSize;
      EXPECT_EQ(followed.run.text(), stream.text);
      EXPECT_EQ(followed.shown, stream.text);
      ASSERT_EQ(followed.run.messages.size(), 4u);  // the person's, reasoning, message, tool call
      EXPECT_EQ(followed.run.messages[3].parts[0].text, R"({"team":"red"})");
      EXPECT_THAT(followed.run.messages[2].rawItem, testing::HasSubstr(R"("phase":"final_answer")"));
      EXPECT_EQ(followed.run.usage.output, 60);
      EXPECT_EQ(followed.run.modelAnswered, "gpt-test-2026-09-01");
    }
  }
}

TEST(StreamPath, cutAfterAnyByte_keepsAPrefixAndSaysSo) {
  const auto stream = support::responsesStream({.deltas = 12, .reasoningDeltas = 2, .toolCall = true});
  std::size_t completed = 0, longest = 0;
  for (std::size_t cut = 0; cut <= stream.bytes.size(); ++cut) {
    const auto followed = followResponses(std::string_view(stream.bytes).substr(0, cut), 1400);
    const auto text = followed.run.text();
    ASSERT_EQ(stream.text.compare(0, text.size(), text), 0) << cut;
    ASSERT_EQ(followed.shown, text) << cut;
    ASSERT_GE(text.size(), longest) << cut;
    longest = text.size();
    if (followed.run.status == RunStatus::Completed)
      ++completed;
    else
      ASSERT_EQ(followed.run.status,
                cut == stream.bytes.size() ? RunStatus::Completed : RunStatus::Interrupted)
          << cut;
  }
  EXPECT_EQ(completed, 3u);  // the terminal event's data line is whole, with and without the lines behind it
  EXPECT_EQ(longest, stream.text.size());
}

constexpr std::string_view kChat =
    "data: "
    "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"reasoning_"
    "content\":\"hm\"}}]}\n\n"
    ": keepalive\n\n"
    "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"F\xC3\xBC\xC3\x9F\"}}]}\n\n"
    "data: "
    "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"e\"},\"finish_reason\":null}]}\n\n"
    "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    "data: "
    "{\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}"
    "\n\n"
    "data: [DONE]\n\n";

TEST(StreamPath, chat_givesTheSameShapeOfRun) {
  for (std::size_t pieceSize = 1; pieceSize < 40; ++pieceSize) {
    const auto followed = followChat(kChat, pieceSize);
    ASSERT_EQ(followed.run.status, RunStatus::Completed);
    EXPECT_EQ(followed.run.text(),
              "F\xC3\xBC\xC3\x9F"
              "e");
    EXPECT_EQ(followed.shown, followed.run.text());
    ASSERT_EQ(followed.run.messages.size(), 3u);
    EXPECT_EQ(followed.run.messages[1].parts[0].kind, domain::PartKind::ReasoningSummary);
    EXPECT_EQ(followed.run.usage.total, 5);
    EXPECT_FALSE(followed.run.usage.estimated);
  }
}

TEST(StreamPath, chatCutBehindItsFinishReason_isComplete) {
  const auto followed = followChat(kChat.substr(0, kChat.find("\"choices\":[],") - 16), 1400);
  EXPECT_EQ(followed.run.status, RunStatus::Completed);
  EXPECT_TRUE(followed.run.usage.estimated);
  EXPECT_EQ(followChat(kChat.substr(0, kChat.find("\"finish_reason\":\"stop\"")), 1400).run.status,
            RunStatus::Interrupted);
}

}  // namespace
}  // namespace aiagent
