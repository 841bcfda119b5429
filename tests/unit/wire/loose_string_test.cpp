#include "core/wire/loose_string.h"

#include <gtest/gtest.h>

namespace aiagent::wire {
namespace {

TEST(LooselyUnescaped, goodEscapes_areRead) {
  EXPECT_EQ(looselyUnescaped(R"(a\n\t\"\\\/\u00fc\u6f22\ud83d\udc69z" rest)"),
            "a\n\t\"\\/\xC3\xBC\xE6\xBC\xA2\xF0\x9F\x91\xA9z");
}

TEST(LooselyUnescaped, badEscapes_becomeTheReplacementCharacter) {
  EXPECT_EQ(looselyUnescaped(R"(a\ud83d b")"), "a\xEF\xBF\xBD b");
  EXPECT_EQ(looselyUnescaped(R"(\udc69\ud83d\u0041")"),
            "\xEF\xBF\xBD\xEF\xBF\xBD"
            "A");
  EXPECT_EQ(looselyUnescaped(R"(\x41")"),
            "\xEF\xBF\xBD"
            "41");
  EXPECT_EQ(looselyUnescaped(R"(\u12")"),
            "\xEF\xBF\xBD"
            "12");
  EXPECT_EQ(looselyUnescaped(R"(\u00g1!")"),
            "\xEF\xBF\xBD"
            "00g1!");
}

}  // namespace
}  // namespace aiagent::wire
