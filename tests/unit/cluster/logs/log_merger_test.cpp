#include "core/cluster/logs/log_merger.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using base::Milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kSecond = 1'000'000'000;

LogLine line(std::int64_t nanos, std::string text, std::uint32_t source = 0) {
  return {.nanos = nanos, .source = source, .text = std::move(text)};
}
base::Instant at(int millis) {
  return base::Instant(Milliseconds(millis));
}
std::vector<std::string> texts(const std::vector<LogLine>& lines) {
  std::vector<std::string> all;
  for (const auto& one : lines) all.push_back(one.text);
  return all;
}

TEST(LogMerger, severalSources_comeInTheOrderOfTheirStamps) {
  LogMerger merger;
  merger.setSources(2);
  merger.add(line(3, "c"), at(0));
  merger.add(line(1, "a", 1), at(10));
  merger.add(line(2, "b", 1), at(20));
  EXPECT_THAT(merger.take(at(200)), IsEmpty());
  // The first has waited long enough, and takes along what is older.
  EXPECT_THAT(texts(merger.take(at(250))), ElementsAre("a", "b", "c"));
  EXPECT_TRUE(merger.empty());
}

TEST(LogMerger, lateLine_isGivenAllTheSame) {
  LogMerger merger;
  merger.setSources(2);
  merger.add(line(5, "five"), at(0));
  EXPECT_THAT(texts(merger.take(at(300))), ElementsAre("five"));
  merger.add(line(4, "four"), at(400));
  merger.add(line(6, "six"), at(600));
  EXPECT_THAT(texts(merger.take(at(650))), ElementsAre("four"));
  EXPECT_THAT(texts(merger.takeAll()), ElementsAre("six"));
}

TEST(LogMerger, equalStamps_keepTheOrderTheyCameIn) {
  LogMerger merger;
  merger.setSources(2);
  for (const char* text : {"1", "2", "3"}) merger.add(line(7, text), at(0));
  EXPECT_THAT(texts(merger.takeAll()), ElementsAre("1", "2", "3"));
}

TEST(LogMerger, oneSource_waitsForNothing) {
  LogMerger merger;
  merger.add(line(2, "b"), at(0));
  merger.add(line(1, "a"), at(0));
  EXPECT_THAT(texts(merger.take(at(0))), ElementsAre("b", "a"));
}

TEST(LogMerger, floodOfLines_isNotHeldBackBeyondItsBound) {
  LogMerger merger(Milliseconds(250), 10);
  merger.setSources(2);
  for (int i = 0; i < 25; ++i) merger.add(line(i, "x"), at(0));
  EXPECT_EQ(merger.take(at(1)).size(), 15u);
}

TEST(LogRepeats, reopenedStream_dropsWhatCame_asOftenAsItCame) {
  LogRepeats repeats;
  EXPECT_TRUE(repeats.isNew(line(kSecond, "old")));
  EXPECT_TRUE(repeats.isNew(line(5 * kSecond + 1, "a")));
  EXPECT_TRUE(repeats.isNew(line(5 * kSecond + 1, "a")));
  EXPECT_TRUE(repeats.isNew(line(5 * kSecond + 2, "b")));
  EXPECT_EQ(repeats.since(), 5 * kSecond + 2);
  repeats.reopened();
  EXPECT_FALSE(repeats.isNew(line(5 * kSecond + 1, "a")));
  EXPECT_FALSE(repeats.isNew(line(5 * kSecond + 1, "a")));
  EXPECT_TRUE(repeats.isNew(line(5 * kSecond + 1, "a")));  // a third one is written anew
  EXPECT_FALSE(repeats.isNew(line(5 * kSecond + 2, "b")));
  EXPECT_TRUE(repeats.isNew(line(5 * kSecond + 2, "c")));
}

TEST(LogRepeats, reopenedTwice_stillKnowsWhatCame) {
  LogRepeats repeats;
  EXPECT_TRUE(repeats.isNew(line(kSecond, "a")));
  for (int i = 0; i < 3; ++i) {
    repeats.reopened();
    EXPECT_FALSE(repeats.isNew(line(kSecond, "a")));
  }
}

}  // namespace
}  // namespace aiagent::cluster
