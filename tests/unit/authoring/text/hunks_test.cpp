#include "core/authoring/text/hunks.h"

#include <gtest/gtest.h>

#include "tests/unit/authoring/text/text_generators.h"

namespace aiagent::authoring {
namespace {

std::string numberedLines(int count, int changed = 0, const std::string& to = "") {
  std::string text;
  for (int i = 1; i <= count; ++i) text += i == changed ? to : "line " + std::to_string(i) + "\n";
  return text;
}

TEST(LineHunks, changesFarApart_areSeparateWithContext) {
  const auto before = numberedLines(30);
  auto after = numberedLines(30, 5, "changed five\n");
  after.replace(after.find("line 25\n"), 8, "changed\n");
  const auto hunks = lineHunks(before, after, 2);
  ASSERT_EQ(hunks.size(), 2u);
  EXPECT_EQ(hunks[0].before.of(before), "line 3\nline 4\nline 5\nline 6\nline 7\n");
  EXPECT_EQ(hunks[0].after.of(after), "line 3\nline 4\nchanged five\nline 6\nline 7\n");
  EXPECT_EQ(hunks[0].beforeLine, 3u);
  EXPECT_EQ(hunks[1].beforeLine, 23u);
  EXPECT_EQ(hunks[1].afterLine, 23u);
}

TEST(LineHunks, changesWhoseContextMeets_areOne) {
  const auto before = numberedLines(10);
  auto after = numberedLines(10, 4, "four\n");
  after.replace(after.find("line 7\n"), 7, "");
  EXPECT_EQ(lineHunks(before, after, 1).size(), 1u);
  EXPECT_EQ(lineHunks(before, after, 0).size(), 2u);
}

TEST(WordHunks, eachWord_isTakenAlone) {
  const std::string before = "Be kind and brief in all answers you give.",
                    after = "Be calm and brief in most answers you give.";
  const auto hunks = wordHunks(before, after);
  ASSERT_EQ(hunks.size(), 2u);
  EXPECT_EQ(applyHunks(before, after, hunks, {true, false}), "Be calm and brief in all answers you give.");
  EXPECT_EQ(applyHunks(before, after, hunks, {false, true}), "Be kind and brief in most answers you give.");
}

TEST(LineHunks, equalTexts_haveNone) {
  EXPECT_TRUE(lineHunks("a\n", "a\n").empty());
  EXPECT_TRUE(wordHunks("a\n", "a\n").empty());
}

void expectSound(const std::vector<Hunk>& hunks, const std::string& before, const std::string& after) {
  RC_ASSERT(applyHunks(before, after, hunks, std::vector<bool>(hunks.size(), true)) == after);
  RC_ASSERT(applyHunks(before, after, hunks, {}) == before);
  for (const auto& hunk : hunks) {
    std::string from, to;
    for (const auto& change : hunk.changes) {
      from += change.before.of(before);
      to += change.after.of(after);
    }
    RC_ASSERT(from == hunk.before.of(before));
    RC_ASSERT(to == hunk.after.of(after));
  }
}

TEST(Hunks, property_allAreAfterNoneIsBefore) {
  EXPECT_TRUE(rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(anyPiece());
    const auto before = joined(pieces);
    const auto after = *rc::gen::arbitrary<bool>() ? editedText(pieces) : *anyText();
    expectSound(lineHunks(before, after, *rc::gen::inRange<std::size_t>(0, 4)), before, after);
    expectSound(wordHunks(before, after), before, after);
  }));
}

// Taking some and then the rest is taking all.
TEST(Hunks, property_takenInTwoStepsTheyAreAfterToo) {
  EXPECT_TRUE(rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(anyPiece());
    const auto before = joined(pieces), after = editedText(pieces);
    const auto hunks = wordHunks(before, after);
    std::vector<bool> some;
    for (std::size_t i = 0; i < hunks.size(); ++i) some.push_back(*rc::gen::arbitrary<bool>());
    const auto half = applyHunks(before, after, hunks, some);
    const auto rest = wordHunks(half, after);
    RC_ASSERT(applyHunks(half, after, rest, std::vector<bool>(rest.size(), true)) == after);
  }));
}

}  // namespace
}  // namespace aiagent::authoring
