#include "core/authoring/text/graphemes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aiagent::authoring {
namespace {

std::vector<std::string> graphemes(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size(); at += found.back().size())
    found.emplace_back(text.substr(at, graphemeAt(text, at).bytes));
  return found;
}

using Pieces = std::vector<std::string>;

TEST(GraphemeAt, whatBelongsTogether_staysTogether) {
  EXPECT_EQ(graphemes("ab"), (Pieces{"a", "b"}));
  EXPECT_EQ(graphemes("e\u0301x"), (Pieces{"e\u0301", "x"}));
  EXPECT_EQ(graphemes("👩‍👩‍👧!"), (Pieces{"👩‍👩‍👧", "!"}));
  EXPECT_EQ(graphemes("👍🏽👍"), (Pieces{"👍🏽", "👍"}));
  EXPECT_EQ(graphemes("1️⃣2"), (Pieces{"1️⃣", "2"}));
  EXPECT_EQ(graphemes("❤️a"), (Pieces{"❤️", "a"}));
  EXPECT_EQ(graphemes("a\r\n\nb"), (Pieces{"a", "\r\n", "\n", "b"}));
  EXPECT_EQ(graphemes("각각"), (Pieces{"각", "각"}));  // written with jamo
  EXPECT_EQ(graphemes("नि"), (Pieces{"नि"}));
  EXPECT_EQ(graphemes("กำ"), (Pieces{"กำ"}));
}

TEST(GraphemeAt, regionalIndicators_comeInPairs) {
  EXPECT_EQ(graphemes("🇩🇪🇫🇷🇺"), (Pieces{"🇩🇪", "🇫🇷", "🇺"}));
}

TEST(GraphemeAt, marksBehindALineEnd_standAlone) {
  EXPECT_EQ(graphemes("\n\u0301"), (Pieces{"\n", "\u0301"}));
}

TEST(GraphemeAt, brokenBytes_areOneEach) {
  EXPECT_EQ(graphemes("\xff\xe4\xbd-"), (Pieces{"\xff", "\xe4", "\xbd", "-"}));
  EXPECT_EQ(graphemes("\xed\xa0\x80"), (Pieces{"\xed", "\xa0", "\x80"}));
  EXPECT_EQ(graphemeAt("\xff", 0).base, 0xFFFDu);
}

}  // namespace
}  // namespace aiagent::authoring
