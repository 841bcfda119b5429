#include "core/authoring/content/keyed_merge.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace aiagent::authoring {
namespace {

using Keys = std::vector<std::string>;

TEST(MergedOrder, additions_standBehindWhatTheyStoodBehind) {
  EXPECT_EQ(mergedOrder({"a", "b"}, {"a", "x", "b"}, {"a", "b", "y"}), (Keys{"a", "x", "b", "y"}));
  EXPECT_EQ(mergedOrder({"a"}, {"n", "a", "x"}, {"m", "a", "y"}), (Keys{"m", "n", "a", "x", "y"}));
}

TEST(MergedOrder, moves_areKept) {
  EXPECT_EQ(mergedOrder({"a", "b", "c"}, {"c", "a", "b"}, {"a", "b", "c", "d"}), (Keys{"c", "d", "a", "b"}));
  EXPECT_EQ(mergedOrder({"a", "b", "c"}, {"a", "b", "c"}, {"b", "a", "c"}), (Keys{"b", "a", "c"}));
  EXPECT_EQ(mergedOrder({"a", "b", "c"}, {"c", "b", "a"}, {"b", "a", "c"}), (Keys{"a", "b", "c"}));
}

TEST(MergeTexts, additionsAndRemovals_areBothTaken) {
  EXPECT_EQ(mergeTexts({"a", "b", "c"}, {"a", "c", "d"}, {"b", "c", "e"}), (Keys{"c", "d", "e"}));
  EXPECT_EQ(mergeTexts({}, {"x", "x"}, {"x"}), (Keys{"x", "x"}));
}

// Some of six keys, in any order.
Keys anyKeys() {
  std::map<int, std::string> shuffled;
  for (const auto* key : {"a", "b", "c", "d", "e", "f"})
    if (*rc::gen::arbitrary<bool>()) shuffled.emplace(*rc::gen::inRange(0, 1'000), key);
  Keys keys;
  for (const auto& [place, key] : shuffled) keys.push_back(key);
  return keys;
}

TEST(MergedOrder, property_holdsEachKeyOnceWhoeverIsMine) {
  EXPECT_TRUE(rc::check([] {
    const auto base = anyKeys(), mine = anyKeys(), theirs = anyKeys();
    auto merged = mergedOrder(base, mine, theirs);
    RC_ASSERT(merged == mergedOrder(base, theirs, mine));
    std::set<std::string> all(mine.begin(), mine.end());
    all.insert(theirs.begin(), theirs.end());
    RC_ASSERT(merged.size() == all.size());
    RC_ASSERT(std::set<std::string>(merged.begin(), merged.end()) == all);
  }));
}

TEST(MergeTexts, property_unchangedSidesAreTheOther) {
  EXPECT_TRUE(rc::check([] {
    const auto base = anyKeys(), other = anyKeys();
    RC_ASSERT(mergeTexts(base, base, other) == other);
    RC_ASSERT(mergeTexts(base, other, base) == other);
    RC_ASSERT(mergeTexts(base, other, other) == other);
  }));
}

}  // namespace
}  // namespace aiagent::authoring
