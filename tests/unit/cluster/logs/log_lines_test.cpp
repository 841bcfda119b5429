#include "core/cluster/logs/log_lines.h"

#include <gmock/gmock.h>

#include "tests/support/kube_fixtures.h"

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr char kStamp[] = "2026-11-23T07:43:30.372616166Z";

struct Read {
  explicit Read(std::size_t longest = 32u << 10) : lines(longest) {}
  Read& feed(std::string_view bytes) {
    lines.feed(bytes, [this](LogLine&& line) { all.push_back(std::move(line)); });
    return *this;
  }
  Read& finish() {
    lines.finish([this](LogLine&& line) { all.push_back(std::move(line)); });
    return *this;
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const auto& line : all) texts.push_back(line.text);
    return texts;
  }
  LogLines lines;
  std::vector<LogLine> all;
};

TEST(LogLines, recordedLog_isReadToTheNanosecond_whateverThePieces) {
  const auto bytes = tests::kubeFixture("logs/log-timestamps.txt");
  Read whole, single;
  whole.feed(bytes).finish();
  for (const char c : bytes) single.feed(std::string_view(&c, 1));
  single.finish();
  ASSERT_THAT(whole.all, SizeIs(10));
  EXPECT_EQ(whole.all, single.all);
  EXPECT_EQ(stampText(whole.all[0].nanos), kStamp);
  EXPECT_EQ(whole.all[0].text.substr(0, 26), "{\"level\":\"info\",\"msg\":\"sta");
  EXPECT_EQ(whole.all[0].level, LogLevel::Info);
}

TEST(LogLines, tornLine_waitsForItsRest_andIsForgottenWhenItsStreamBroke) {
  Read read;
  read.feed("2026-11-23T07:43:30Z half");
  EXPECT_THAT(read.all, SizeIs(0));
  read.lines.reset();
  read.feed("2026-11-23T07:43:30Z half a line\n");
  EXPECT_THAT(read.texts(), ElementsAre("half a line"));
  Read ended;
  ended.feed("2026-11-23T07:43:30Z no newline").finish().finish();
  EXPECT_THAT(ended.texts(), ElementsAre("no newline"));
}

TEST(LogLines, missingStamp_isThatOfTheLineBefore_andTheTextStays) {
  Read read;
  read.feed("no stamp at all\n2026-11-23T07:43:30.5Z first\nunable to read\n\n2026-11-23T07:43:31Z\n");
  EXPECT_THAT(read.texts(), ElementsAre("no stamp at all", "first", "unable to read", "", ""));
  EXPECT_EQ(read.all[0].nanos, 0);
  EXPECT_EQ(read.all[2].nanos, read.all[1].nanos);
  EXPECT_EQ(stampText(read.all[4].nanos), "2026-11-23T07:43:31.000000000Z");
}

TEST(LogLines, coloursControlsAndBrokenBytes_areNotShown) {
  EXPECT_EQ(shownText("\x1b[31;1mred\x1b[0m and \x1b]8;;https://a.example\x1b\\link\x1b]8;;\a\r"),
            "red and link");
  EXPECT_EQ(shownText("10 %\r50 %\r100 %\r\r"), "10 % 50 % 100 %");
  EXPECT_EQ(shownText("a\tb\x01\x7f\x1b(Bc\x1b"), "a\tbc");
  EXPECT_EQ(shownText("caf\xc3\xa9 \xff!"), "caf\xc3\xa9 \xef\xbf\xbd!");
  EXPECT_EQ(shownText("\x1b[31"), "");
}

TEST(LogLines, overlongLine_isCutBetweenCharacters_andSaysHowMuchIsMissing) {
  Read read(10);
  read.feed(std::string(kStamp) + " 123456789\xc3\xa9 and " + std::string(200'000, 'x') + "\n" + kStamp +
            " next\n");
  ASSERT_THAT(read.texts(), ElementsAre("123456789", "next"));
  EXPECT_EQ(read.all[0].cutBytes, 200'000u + 2 + 5);
  EXPECT_EQ(read.all[1].cutBytes, 0u);
}

TEST(LogLines, limitOfBytes_leavesALineThatIsTorn) {
  Read read;
  read.feed(tests::kubeFixture("logs/log-limitbytes.txt")).finish();
  EXPECT_THAT(read.all, SizeIs(3));
}

TEST(LogLines, stamps_areReadOnlyWhereTheyAreTimes) {
  EXPECT_EQ(stampOf("2026-11-23T07:43:30.1Z") % 1'000'000'000, 100'000'000);
  EXPECT_EQ(stampOf("2026-11-23T08:43:30.000000001+01:00"), stampOf("2026-11-23T07:43:30.000000001Z"));
  EXPECT_EQ(stampOf("2026-11-23"), 0);
  EXPECT_EQ(stampOf(""), 0);
  EXPECT_EQ(stampOf("1969-12-31T23:59:59Z"), 0);
  EXPECT_EQ(stampOf("9999-12-31T23:59:59Z"), 0);
  EXPECT_EQ(sinceText(stampOf(kStamp)), "2026-11-23T07:43:30Z");
}

}  // namespace
}  // namespace aiagent::cluster
