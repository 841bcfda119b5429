#include "core/wire/sse_parser.h"

#include <gmock/gmock.h>

#include <tuple>
#include <vector>

namespace aiagent::wire {
namespace {

using testing::ElementsAre;
using Seen = std::vector<std::tuple<std::string, std::string, std::string>>;

struct Recorder {
  Seen seen;
  SseParser::Sink sink = [this](const SseEvent& event) {
    seen.emplace_back(std::string(event.type), std::string(event.data), std::string(event.id));
  };
};

Seen parsedInPieces(std::string_view bytes, std::size_t size, std::size_t longest = 1000) {
  Recorder recorder;
  SseParser parser(longest);
  for (std::size_t at = 0; at < bytes.size(); at += size) parser.feed(bytes.substr(at, size), recorder.sink);
  parser.finish(recorder.sink);
  return recorder.seen;
}

TEST(SseParser, anySplit_givesTheSameEvents) {
  constexpr std::string_view kBytes =
      "\xEF\xBB\xBF: hello\r\n\r\nevent: a\rdata: one\r\rdata:two\ndata: three\n\nid: 7\r\ndata\r\n\r\n"
      "data:  gr\xC3\xBC\xC3\x9F \xE6\xBC\xA2\r\n\rretry: 5\nnonsense\ndata: {\"a\":\":\"}\n\n";
  const Seen expected = {{"a", "one", ""},
                         {"", "two\nthree", ""},
                         {"", "", "7"},
                         {"", " gr\xC3\xBC\xC3\x9F \xE6\xBC\xA2", "7"},
                         {"", "{\"a\":\":\"}", "7"}};
  for (std::size_t size = 1; size <= kBytes.size(); ++size)
    EXPECT_EQ(parsedInPieces(kBytes, size), expected) << size;
}

TEST(SseParser, streamWithoutLastEmptyLine_deliversTheEventAtTheEnd) {
  EXPECT_EQ(parsedInPieces("data: [DONE]", 4), (Seen{{"", "[DONE]", ""}}));
  EXPECT_EQ(parsedInPieces("data: x\n", 3), (Seen{{"", "x", ""}}));
}

TEST(SseParser, carriageReturnAtTheEndOfAPiece_dispatchesAtOnce) {
  Recorder recorder;
  SseParser parser;
  parser.feed("data: x\r\n\r", recorder.sink);
  EXPECT_EQ(recorder.seen.size(), 1u);  // the LF that may follow adds nothing
  parser.feed("\ndata: y\r\n\r\n", recorder.sink);
  EXPECT_EQ(recorder.seen.size(), 2u);
}

TEST(SseParser, eventsWithoutData_areNotDelivered) {
  EXPECT_TRUE(parsedInPieces("event: ping\n\n: note\n\nid: 3\n\n", 5).empty());
}

TEST(SseParser, idWithAZeroByte_isIgnored) {
  EXPECT_EQ(parsedInPieces(std::string_view("id: a\0b\ndata: x\n\n", 17), 50), (Seen{{"", "x", ""}}));
}

TEST(SseParser, overlongEvents_areDroppedWholeInAnySplit) {
  const std::string tooLong(60, 'z');
  const std::string bytes = "data: before\n\ndata: " + tooLong + "\ndata: rest of it\n\ndata: after\n\n" +
                            "data: " + std::string(30, 'a') + "\ndata: " + std::string(30, 'b') +
                            "\n\ndata: last\n\n";
  const Seen expected = {{"", "before", ""}, {"", "after", ""}, {"", "last", ""}};
  for (std::size_t size = 1; size <= bytes.size(); ++size)
    EXPECT_EQ(parsedInPieces(bytes, size, 50), expected) << size;
}

TEST(SseParser, overlongEvents_areTold) {
  Recorder recorder;
  SseParser parser(50);
  parser.feed("data: " + std::string(49, 'x'), recorder.sink);
  EXPECT_TRUE(parser.overflowed());
  parser.finish(recorder.sink);
  EXPECT_TRUE(recorder.seen.empty());
}

TEST(SseParser, eventOfExactlyTheLimit_isDelivered) {
  Recorder recorder;
  SseParser parser(50);
  parser.feed("data: " + std::string(44, 'x') + "\n\n", recorder.sink);
  EXPECT_FALSE(parser.overflowed());
  EXPECT_EQ(recorder.seen.size(), 1u);
}

}  // namespace
}  // namespace aiagent::wire
