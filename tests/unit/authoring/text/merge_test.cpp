#include "core/authoring/text/merge.h"

#include <gtest/gtest.h>

namespace aiagent::authoring {
namespace {

constexpr char kBase[] = "You are a helper.\nBe kind.\nAnswer in English.\n";

TEST(MergeText, changesOfDifferentLines_areBothTaken) {
  const auto merge = mergeText(kBase, "You are a helper.\nBe very kind.\nAnswer in English.\n",
                               "You are a helper.\nBe kind.\nAnswer in German.\n");
  EXPECT_TRUE(merge.clean());
  EXPECT_EQ(merge.text, "You are a helper.\nBe very kind.\nAnswer in German.\n");
}

TEST(MergeText, changesOfNeighbouringLines_areBothTaken) {
  const auto merge = mergeText("a b c\nd e f\n", "a B c\nd e f\n", "a b c\nd E f\n");
  EXPECT_TRUE(merge.clean());
  EXPECT_EQ(merge.text, "a B c\nd E f\n");
}

TEST(MergeText, changesOfDifferentWordsOfALine_areBothTaken) {
  const auto merge = mergeText("Be kind and brief, always.", "Be kind and very brief, always.",
                               "Be polite and brief, always.");
  EXPECT_TRUE(merge.clean());
  EXPECT_EQ(merge.text, "Be polite and very brief, always.");
}

TEST(MergeText, theSameWordChangedTwice_keepsTheirsAndTells) {
  const std::string base = "Answer in English, please.", mine = "Answer in German, please.",
                    theirs = "Answer in French, please.";
  const auto merge = mergeText(base, mine, theirs);
  EXPECT_EQ(merge.text, theirs);
  ASSERT_EQ(merge.conflicts.size(), 1u);
  EXPECT_FALSE(merge.whole);
  const auto& conflict = merge.conflicts[0];
  EXPECT_EQ(conflict.base.of(base), "English");
  EXPECT_EQ(conflict.mine.of(mine), "German");
  EXPECT_EQ(conflict.theirs.of(theirs), "French");
  EXPECT_EQ(conflict.result.of(merge.text), "French");
}

TEST(MergeText, aConflict_leavesOtherChangesMerged) {
  const auto merge = mergeText("one\nsame\nand two\n", "ONE\nsame\nand zwei\n", "one\nsame\nand deux\n");
  EXPECT_EQ(merge.text, "ONE\nsame\nand deux\n");
  ASSERT_EQ(merge.conflicts.size(), 1u);
  EXPECT_EQ(merge.conflicts[0].result.of(merge.text), "deux");
}

TEST(MergeText, wordsInConflictInARow_areOneConflict) {
  const auto merge = mergeText("repeat: a b c.", "repeat: d e f.", "repeat: g h i.");
  ASSERT_EQ(merge.conflicts.size(), 1u);
  EXPECT_EQ(merge.conflicts[0].result.of(merge.text), "g h i");
}

// Marks and numbers that all lines have must not pull a line to the place of another.
TEST(MergeText, lineThatASideKept_isNotTakenForAnother) {
  const auto merge = mergeText("Greet (1.0).\nBe brief (2.0).\nAsk first (3.0).\nEnd well (4.0).",
                               "Welcome (5.0).\nAsk first (3.0).\nAlso (6.0).\nEnd well (4.0).",
                               "Hello (7.0).\nBe brief (2.0).\nAsk first (3.0).");
  EXPECT_EQ(merge.text, "Hello (7.0).\nAsk first (3.0).");
  EXPECT_FALSE(merge.clean());
  EXPECT_EQ(merge.conflicts.back().mine.of("Welcome (5.0).\nAsk first (3.0).\nAlso (6.0).\nEnd well (4.0)."),
            "\nAlso (6.0).\nEnd well (4.0).");
}

// Both added " and (48)" to the same line; only one kept what stands before it.
TEST(MergeText, sameWordsAddedByBoth_standOnce_whateverElseChanged) {
  const auto merge =
      mergeText("Help @1.2@\nBe brief @1.1@\nAsk first @1.0@\nEnd @1.9@",
                "Help @1.2@\nAlso @3.8@ and @6.9@\nBe brief @1.1@\nAsk first @1.0@ and @4.8@\nEnd @1.9@",
                "Help @1.2@\nAlso @3.8@\nAsk first @1.0@ and @4.8@\nEnd @1.9@");
  EXPECT_EQ(merge.text, "Help @1.2@\nAlso @3.8@\nAsk first @1.0@ and @4.8@\nEnd @1.9@");
  EXPECT_FALSE(merge.clean());
}

TEST(MergeText, linesWrittenAnew_areNoPatchwork) {
  const auto merge =
      mergeText("Greet the customer and be kind.\nEnd\n", "Never tell the prices and never the stock.\nEnd\n",
                "Write a poem about the sea and sign it.\nEnd\n");
  EXPECT_EQ(merge.text, "Write a poem about the sea and sign it.\nEnd\n");
  ASSERT_EQ(merge.conflicts.size(), 1u);
  EXPECT_EQ(merge.conflicts[0].result.of(merge.text), "Write a poem about the sea and sign it.\n");
}

TEST(MergeText, deletedHereEditedThere_isAConflict) {
  const std::string base = "keep\nold line\nend\n";
  const auto merge = mergeText(base, "keep\nend\n", "keep\nold but better line\nend\n");
  EXPECT_FALSE(merge.clean());
  EXPECT_EQ(merge.text, "keep\nold but better line\nend\n");
  const auto other = mergeText(base, "keep\nold but better line\nend\n", "keep\nend\n");
  EXPECT_FALSE(other.clean());
  EXPECT_EQ(
      other.conflicts[0].mine.of("keep\nold but better line\nend\n").find("better") != std::string::npos,
      true);
}

TEST(MergeText, differentInsertionsAtOnePlace_areAConflict) {
  EXPECT_FALSE(mergeText("a\nz\n", "a\nmine\nz\n", "a\ntheirs\nz\n").clean());
}

TEST(MergeText, theSameInsertion_isTakenOnce) {
  const auto merge = mergeText("a\nz\n", "a\nnew\nz\n", "a\nnew\nz\nmore\n");
  EXPECT_TRUE(merge.clean());
  EXPECT_EQ(merge.text, "a\nnew\nz\nmore\n");
}

TEST(MergeText, placeholders_areReplacedWhole) {
  const auto merge =
      mergeText("Dear {{name}}, hello.", "Dear {{names}}, hello.", "Dear {{full_name}}, hello.");
  EXPECT_EQ(merge.text, "Dear {{full_name}}, hello.");
  ASSERT_EQ(merge.conflicts.size(), 1u);
  EXPECT_EQ(merge.conflicts[0].result.of(merge.text), "{{full_name}}");
}

TEST(MergeText, aPlaceholderNobodyWrote_isAConflictAsAWhole) {
  // each takes one mark out of what was no placeholder; together they would make one
  const auto made = mergeText("{{:a:}}", "{{a:}}", "{{:a}}");
  EXPECT_TRUE(made.whole);
  EXPECT_EQ(made.text, "{{:a}}");
}

TEST(MergeText, longTexts_areAConflictUnlessASideIsEqual) {
  const std::string base(300'000, 'a'), mine = base + " mine", theirs = "theirs " + base;
  EXPECT_TRUE(mergeText(base, mine, theirs).whole);
  EXPECT_EQ(mergeText(base, base, theirs).text, theirs);
  EXPECT_EQ(mergeText(base, mine, base).text, mine);
}

TEST(MergeText, resultsBeyondTheLimit_areAConflictAsAWhole) {
  EXPECT_TRUE(mergeText("b\n", "aaa\nb\n", "b\nccc\n", {.longestResult = 9}).whole);
  EXPECT_TRUE(mergeText("b\n", "aaa\nb\n", "b\nccc\n", {.longestResult = 10}).clean());
}

}  // namespace
}  // namespace aiagent::authoring
