#include "core/authoring/text/tokens.h"

#include <gtest/gtest.h>

#include "core/authoring/text/graphemes.h"
#include "core/domain/prompt_template.h"
#include "tests/unit/authoring/text/text_generators.h"

namespace aiagent::authoring {
namespace {

using Pieces = std::vector<std::string_view>;

TEST(SplitTokens, prose_isWordsBlanksAndMarks) {
  EXPECT_EQ(splitTokens("Don't  stop, ever_2!\n"),
            (Pieces{"Don", "'", "t", "  ", "stop", ",", " ", "ever_2", "!", "\n"}));
  EXPECT_EQ(splitTokens("größer naïve"), (Pieces{"größer", " ", "naïve"}));
  EXPECT_EQ(splitTokens("Привет, мир"), (Pieces{"Привет", ",", " ", "мир"}));
  EXPECT_EQ(splitTokens("«a»…“b”"), (Pieces{"«", "a", "»", "…", "“", "b", "”"}));
}

TEST(SplitTokens, scriptsWithoutBlanks_areCharacters) {
  EXPECT_EQ(splitTokens("你好，世界ok"), (Pieces{"你", "好", "，", "世", "界", "ok"}));
  EXPECT_EQ(splitTokens("がカ"), (Pieces{"が", "カ"}));
}

TEST(SplitTokens, placeholders_areWhole) {
  EXPECT_EQ(splitTokens("Hi {{ name }}, {{a.b-c}}{{x}}"),
            (Pieces{"Hi", " ", "{{ name }}", ",", " ", "{{a.b-c}}", "{{x}}"}));
  EXPECT_EQ(splitTokens("{{a b}}"), (Pieces{"{", "{", "a", " ", "b", "}", "}"}));
}

TEST(SplitTokens, emojiAndMarks_areWhole) {
  EXPECT_EQ(splitTokens("ok👩‍👩‍👧🇩🇪👍🏽"),
            (Pieces{"ok", "👩‍👩‍👧", "🇩🇪", "👍🏽"}));
  EXPECT_EQ(splitTokens("e\u0301a \u0301"), (Pieces{"e\u0301a", " \u0301"}));
}

TEST(SplitLines, lineEnds_stayWithTheirLine) {
  EXPECT_EQ(splitLines("a\nb\r\n\rc"), (Pieces{"a\n", "b\r\n", "\r", "c"}));
  EXPECT_EQ(splitLines(""), Pieces{});
  EXPECT_EQ(splitLines("{{a\n}}\nb"), (Pieces{"{{a\n}}\n", "b"}));
}

TEST(TokenKinds, areToldApart) {
  EXPECT_TRUE(isBlankToken(" \t"));
  EXPECT_TRUE(isBlankToken("\u00a0"));
  EXPECT_FALSE(isBlankToken("\n"));
  EXPECT_TRUE(isWordToken("a"));
  EXPECT_TRUE(isWordToken("你"));
  EXPECT_FALSE(isWordToken("."));
}

void expectSound(const std::string& text, const Pieces& pieces) {
  std::string all;
  std::vector<bool> cut(text.size() + 1);
  for (const auto piece : pieces) {
    RC_ASSERT(!piece.empty());
    cut[all.size()] = true;
    all += piece;
  }
  RC_ASSERT(all == text);
  for (const auto& use : domain::findVariables(text))
    for (auto i = use.begin + 1; i < use.end; ++i) RC_ASSERT(!cut[i]);
  for (std::size_t at = 0; at < text.size();) {
    const auto bytes = graphemeAt(text, at).bytes;
    for (auto i = at + 1; i < at + bytes; ++i) RC_ASSERT(!cut[i]);
    at += bytes;
  }
}

TEST(SplitTokens, property_piecesAreTheTextAndCutNothing) {
  EXPECT_TRUE(rc::check([] {
    const auto text = *anyText();
    expectSound(text, splitTokens(text));
    expectSound(text, splitLines(text));
  }));
}

}  // namespace
}  // namespace aiagent::authoring
