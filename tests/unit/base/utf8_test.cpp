#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace aiagent::base {
namespace {

TEST(Utf8, wellFormed_isValid) {
  EXPECT_TRUE(isValidUtf8("Füße 漢字 👩‍💻 \xF4\x8F\xBF\xBF"));
}

TEST(Utf8, brokenForms_areFoundWhereTheyBegin) {
  EXPECT_EQ(firstInvalidUtf8("ab\xC0\x80"), 2u);         // overlong
  EXPECT_EQ(firstInvalidUtf8("\xED\xA0\x80"), 0u);       // surrogate
  EXPECT_EQ(firstInvalidUtf8("a\xF4\x90\x80\x80"), 1u);  // above U+10FFFF
  EXPECT_EQ(firstInvalidUtf8("a\xE6\xBC"), 1u);          // cut short
}

TEST(Utf8, brokenByteAtAnyPlace_isFound) {
  for (std::size_t length = 1; length < 40; ++length)
    for (std::size_t at = 0; at < length; ++at) {
      std::string text(length, 'x');
      EXPECT_TRUE(isValidUtf8(text));
      text[at] = '\x80';
      EXPECT_EQ(firstInvalidUtf8(text), at) << length;
    }
}

TEST(Utf8, toValid_replacesEachBrokenSequence) {
  EXPECT_EQ(toValidUtf8("a\xFF\xFEz"), "a\xEF\xBF\xBD\xEF\xBF\xBDz");
  EXPECT_EQ(toValidUtf8("ok"), "ok");
}

TEST(Utf8, prefix_neverCutsACharacter) {
  EXPECT_EQ(utf8Prefix("aé漢", 2), "a");
  EXPECT_EQ(utf8Prefix("aé漢", 3), "aé");
  EXPECT_EQ(utf8Prefix("aé漢", 100), "aé漢");
}

}  // namespace
}  // namespace aiagent::base
