#include "core/rehearsal/tokens.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/utf8.h"

namespace aiagent::rehearsal {
namespace {

std::string joined(std::string_view text) {
  std::string all;
  for (const auto piece : splitTokens(text)) all += piece;
  return all;
}

TEST(Tokens, pieces_joinedAreTheText_andWholeCharacters) {
  for (const std::string text :
       {"", " ", "Hello, world", "  \n\n\t x", "Füße 漢字かな 👩‍💻 end",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "éééééééééééééééééé", "                         "}) {
    EXPECT_EQ(joined(text), text);
    for (const auto piece : splitTokens(text)) EXPECT_TRUE(base::isValidUtf8(piece)) << text;
    EXPECT_EQ(countTokens(text), std::int64_t(splitTokens(text).size()));
  }
}

TEST(Tokens, brokenUtf8_isCutAndEnds) {
  for (const std::string text :
       {"\xFF\xFE", "a\xE6\xBC", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", "\xF0"})
    EXPECT_EQ(joined(text), text);
}

TEST(Tokens, count_isPlausible) {
  EXPECT_EQ(countTokens("The quick brown fox jumps"), 5);
  EXPECT_EQ(countTokens("漢字漢字"), 4);
  const std::string prose = "Sort the tickets by team and by urgency, and answer in one short paragraph. ";
  EXPECT_NEAR(double(countTokens(prose)), double(prose.size()) / 4, 6);
}

}  // namespace
}  // namespace aiagent::rehearsal
