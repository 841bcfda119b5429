#include "core/authoring/text/diff.h"

#include <gtest/gtest.h>

#include "tests/unit/authoring/text/text_generators.h"

namespace aiagent::authoring {
namespace {

// "a[-b-][+c+]d": what a person would see.
std::string shown(const std::vector<Change>& changes, std::string_view before, std::string_view after) {
  std::string text;
  for (const auto& change : changes) {
    if (change.kind == ChangeKind::Equal) text += change.before.of(before);
    if (change.kind == ChangeKind::Delete) text.append("[-").append(change.before.of(before)).append("-]");
    if (change.kind == ChangeKind::Insert) text.append("[+").append(change.after.of(after)).append("+]");
  }
  return text;
}

std::string shown(std::string_view before, std::string_view after) {
  return shown(diffText(before, after), before, after);
}

TEST(DiffText, words_areToldWithinTheirLine) {
  EXPECT_EQ(shown("You are a kind helper.\nBe brief.\n", "You are a patient helper.\nBe brief.\n"),
            "You are a [-kind-][+patient+] helper.\nBe brief.\n");
  EXPECT_EQ(shown("a b c", "a b c"), "a b c");
  EXPECT_EQ(shown("", "new"), "[+new+]");
  EXPECT_EQ(shown("old", ""), "[-old-]");
  EXPECT_EQ(shown("", ""), "");
}

TEST(DiffText, wholeLines_areInsertedAndDeletedWhole) {
  EXPECT_EQ(shown("one\nthree\n", "one\ntwo\nthree\n"), "one\n[+two\n+]three\n");
  EXPECT_EQ(shown("one\ntwo\nthree\n", "one\nthree\n"), "one\n[-two\n-]three\n");
}

TEST(DiffText, placeholders_areReplacedWhole) {
  EXPECT_EQ(shown("Ask {{customer}} first.", "Ask {{customers}} first."),
            "Ask [-{{customer}}-][+{{customers}}+] first.");
}

TEST(DiffText, characters_areNeverSplit) {
  EXPECT_EQ(shown("ok 👍🏽 done", "ok 👍🏿 done"), "ok [-👍🏽-][+👍🏿+] done");
  EXPECT_EQ(shown("你好世界", "你们世界"), "你[-好-][+们+]世界");
}

TEST(DiffText, wordsReplacedInARow_areOneChange) {
  EXPECT_EQ(shown("Answer in a very short way, always in the same tone as before.",
                  "Answer in a rather long way, always in the same tone as before."),
            "Answer in a [-very short-][+rather long+] way, always in the same tone as before.");
}

TEST(DiffText, rewrittenLines_areToldAsWholes) {
  EXPECT_EQ(shown("Greet the customer warmly.\n", "Never mention prices, discounts or stock.\n"),
            "[-Greet the customer warmly.\n-][+Never mention prices, discounts or stock.\n+]");
}

TEST(DiffLines, changedLines_areWhole) {
  EXPECT_EQ(shown(diffLines("a b\nc\n", "a x\nc\n"), "a b\nc\n", "a x\nc\n"), "[-a b\n-][+a x\n+]c\n");
}

TEST(DiffText, hugeUnrelatedTexts_areToldAllTheSame) {
  std::string before, after;
  for (int i = 0; i < 60'000; ++i) {
    before += "abc"[i % 3];
    after += "abc"[i * 7 % 11 % 3];
    before += ' ';
    after += ' ';
  }
  const auto changes = diffText(before, after);
  std::string from, to;
  for (const auto& change : changes) {
    from += change.before.of(before);
    to += change.after.of(after);
  }
  EXPECT_EQ(from, before);
  EXPECT_EQ(to, after);
}

void expectSound(const std::vector<Change>& changes, std::string_view before, std::string_view after) {
  std::size_t a = 0, b = 0;
  const Change* last = nullptr;
  for (const auto& change : changes) {
    RC_ASSERT(change.before.begin == a);
    RC_ASSERT(change.after.begin == b);
    a = change.before.end;
    b = change.after.end;
    if (change.kind == ChangeKind::Equal) RC_ASSERT(change.before.of(before) == change.after.of(after));
    RC_ASSERT(change.before.empty() == (change.kind == ChangeKind::Insert));
    RC_ASSERT(change.after.empty() == (change.kind == ChangeKind::Delete));
    if (last) RC_ASSERT(last->kind != change.kind);
    if (last) RC_ASSERT(!(last->kind == ChangeKind::Insert && change.kind == ChangeKind::Delete));
    last = &change;
  }
  RC_ASSERT(a == before.size());
  RC_ASSERT(b == after.size());
}

TEST(DiffText, property_changesCoverBothTextsInOrder) {
  EXPECT_TRUE(rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(anyPiece());
    const auto before = joined(pieces);
    const auto after = *rc::gen::arbitrary<bool>() ? editedText(pieces) : *anyText();
    expectSound(diffText(before, after), before, after);
    expectSound(diffLines(before, after), before, after);
    RC_ASSERT(diffText(before, after) == diffText(before, after));
  }));
}

TEST(DiffText, property_cutsLieBetweenTokens) {
  EXPECT_TRUE(rc::check([] {
    const auto before = *anyText(), after = *anyText();
    std::vector<bool> isCut(before.size() + 1);
    std::size_t at = 0;
    for (const auto token : splitTokens(before)) isCut[at += token.size()] = true;
    for (const auto& change : diffText(before, after))
      RC_ASSERT(change.before.end == 0 || isCut[change.before.end]);
  }));
}

}  // namespace
}  // namespace aiagent::authoring
