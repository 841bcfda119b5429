// The promises of merge.h, and no more: several that seem natural are false of any diff3.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/authoring/text/merge.h"
#include "core/domain/prompt_template.h"
#include "tests/unit/authoring/text/text_generators.h"

namespace aiagent::authoring {
namespace {

struct Three {
  std::string base, mine, theirs;
};

Three anyThree() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(anyPiece());
  return {joined(pieces), editedText(pieces), editedText(pieces)};
}

// Every word of the base is another, and so is every word put in: who did what can be told from the result.
struct Planted {
  Three texts;
  std::set<std::string> deletedByMine, deletedByTheirs, insertedByMine, insertedByTheirs;
};

std::string planted(const std::vector<std::string>& words, const std::string& who,
                    std::set<std::string>& deleted, std::set<std::string>& inserted) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto what = *rc::gen::weightedElement<int>({{16, 0}, {1, 1}, {1, 2}, {1, 3}});
    if (what >= 2) {
      const auto word = who + std::to_string(i);
      inserted.insert(word);
      text += word + (i % 9 == 4 ? "\n" : " ");
    }
    if (what == 1 || what == 3)
      deleted.insert(words[i]);
    else
      text += words[i] + (i % 7 == 6 ? "\n" : " ");
  }
  return text;
}

Planted anyPlanted() {
  std::vector<std::string> words;
  const auto count = *rc::gen::inRange<std::size_t>(0, 60);
  Planted planting;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back("w" + std::to_string(i));
    planting.texts.base += words.back() + (i % 7 == 6 ? "\n" : " ");
  }
  planting.texts.mine = planted(words, "mine", planting.deletedByMine, planting.insertedByMine);
  planting.texts.theirs = planted(words, "theirs", planting.deletedByTheirs, planting.insertedByTheirs);
  return planting;
}

std::multiset<std::string> tokensOf(std::string_view text) {
  std::multiset<std::string> tokens;
  for (const auto token : splitTokens(text)) tokens.emplace(token);
  return tokens;
}

TEST(MergeProperties, identity) {
  EXPECT_TRUE(rc::check([] {
    const auto three = anyThree();
    RC_ASSERT((mergeText(three.base, three.base, three.theirs) == TextMerge{three.theirs, {}, false}));
    RC_ASSERT((mergeText(three.base, three.mine, three.base) == TextMerge{three.mine, {}, false}));
  }));
}

TEST(MergeProperties, equalChange) {
  EXPECT_TRUE(rc::check([] {
    const auto three = anyThree();
    RC_ASSERT((mergeText(three.base, three.mine, three.mine) == TextMerge{three.mine, {}, false}));
  }));
}

TEST(MergeProperties, symmetryOfCleanMerges) {
  EXPECT_TRUE(rc::check([] {
    const auto three = *rc::gen::arbitrary<bool>() ? anyThree() : anyPlanted().texts;
    const auto one = mergeText(three.base, three.mine, three.theirs);
    const auto other = mergeText(three.base, three.theirs, three.mine);
    RC_ASSERT(one.clean() == other.clean());
    if (one.clean()) RC_ASSERT(one.text == other.text);
  }));
}

TEST(MergeProperties, provenance) {
  EXPECT_TRUE(rc::check([] {
    const auto three = anyThree();
    std::set<std::string> known;
    for (const auto& text : {three.base, three.mine, three.theirs})
      for (const auto token : splitTokens(text)) known.emplace(token);
    for (const auto& token : tokensOf(mergeText(three.base, three.mine, three.theirs).text))
      RC_ASSERT(known.count(token) == 1);
  }));
}

TEST(MergeProperties, insertionsArePresentAndDeletionsAbsent) {
  int clean = 0;
  EXPECT_TRUE(rc::check([&clean] {
    const auto planting = anyPlanted();
    const auto& three = planting.texts;
    const auto merge = mergeText(three.base, three.mine, three.theirs);
    if (!merge.clean()) return;
    ++clean;
    const auto tokens = tokensOf(merge.text);
    for (const auto& word : planting.insertedByMine) RC_ASSERT(tokens.count(word) == 1);
    for (const auto& word : planting.insertedByTheirs) RC_ASSERT(tokens.count(word) == 1);
    for (const auto& word : planting.deletedByMine) RC_ASSERT(tokens.count(word) == 0);
    for (const auto& word : planting.deletedByTheirs) RC_ASSERT(tokens.count(word) == 0);
    for (const auto& word : tokensOf(three.base))
      if (word[0] == 'w' && !planting.deletedByMine.count(word) && !planting.deletedByTheirs.count(word))
        RC_ASSERT(tokens.count(word) == 1);
  }));
  EXPECT_GT(clean, 10);
}

// What is in conflict is told in full; nothing of mine that is not in the result is left untold.
TEST(MergeProperties, conflictsTellWhatWasNotTaken) {
  EXPECT_TRUE(rc::check([] {
    const auto planting = anyPlanted();
    const auto& three = planting.texts;
    const auto merge = mergeText(three.base, three.mine, three.theirs);
    auto told = tokensOf(merge.text);
    std::size_t end = 0;
    for (const auto& conflict : merge.conflicts) {
      RC_ASSERT(conflict.result.begin >= end);
      end = conflict.result.end;
      RC_ASSERT(end <= merge.text.size());
      RC_ASSERT(conflict.result.of(merge.text) == conflict.theirs.of(three.theirs));
      for (auto& token : tokensOf(conflict.mine.of(three.mine))) told.insert(token);
    }
    for (const auto& word : planting.insertedByMine) RC_ASSERT(told.count(word) >= 1);
    for (const auto& word : planting.insertedByTheirs) RC_ASSERT(told.count(word) >= 1);
  }));
}

TEST(MergeProperties, placeholdersAreOfTheTexts) {
  EXPECT_TRUE(rc::check([] {
    const auto three = anyThree();
    std::set<std::string> known;
    for (const auto& text : {three.base, three.mine, three.theirs})
      for (auto& name : domain::variableNames(text)) known.insert(std::move(name));
    for (const auto& name : domain::variableNames(mergeText(three.base, three.mine, three.theirs).text))
      RC_ASSERT(known.count(name) == 1);
  }));
}

TEST(MergeProperties, determinism) {
  EXPECT_TRUE(rc::check([] {
    const auto three = anyThree();
    RC_ASSERT(mergeText(three.base, three.mine, three.theirs) ==
              mergeText(three.base, three.mine, three.theirs));
  }));
  // the same on every platform: a merge written down
  const auto merge = mergeText("a b c d\ne f\n\ng\n", "a x c d\n\ng h\n", "a b c y\ne f\nz\n\ng\n");
  EXPECT_EQ(merge.text, "a x c y\ne f\nz\n\ng h\n");
  EXPECT_EQ(merge.conflicts.size(), 1u);
}

}  // namespace
}  // namespace aiagent::authoring
