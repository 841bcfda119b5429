#include "core/authoring/text/sequence_diff.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace aiagent::authoring {
namespace {

using Sequence = std::vector<Symbol>;

std::size_t common(const std::vector<Match>& matches) {
  std::size_t count = 0;
  for (const auto& match : matches) count += match.length;
  return count;
}

// The length of the longest common subsequence, the slow and sure way.
std::size_t longestCommon(const Sequence& a, const Sequence& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

bool areSound(const std::vector<Match>& matches, const Sequence& a, const Sequence& b) {
  std::size_t endA = 0, endB = 0;
  for (const auto& match : matches) {
    if (match.length == 0 || match.a < endA || match.b < endB) return false;
    if (endA + endB > 0 && match.a == endA && match.b == endB) return false;
    endA = match.a + match.length;
    endB = match.b + match.length;
    if (endA > a.size() || endB > b.size()) return false;
    if (!std::equal(a.begin() + static_cast<std::ptrdiff_t>(match.a),
                    a.begin() + static_cast<std::ptrdiff_t>(endA),
                    b.begin() + static_cast<std::ptrdiff_t>(match.b)))
      return false;
  }
  return true;
}

rc::Gen<Sequence> anySequence() {
  return rc::gen::container<Sequence>(rc::gen::inRange<Symbol>(0, 6));
}

TEST(CommonParts, smallCases_areExact) {
  EXPECT_TRUE(commonParts({}, {1}, {}).matches.empty());
  EXPECT_TRUE(commonParts({1, 2}, {3, 4}, {}).matches.empty());
  EXPECT_EQ(commonParts({1, 2, 3}, {1, 2, 3}, {}).matches, (std::vector<Match>{{0, 0, 3}}));
  EXPECT_EQ(commonParts({1, 2, 3}, {1, 9, 3}, {}).matches, (std::vector<Match>{{0, 0, 1}, {2, 2, 1}}));
}

TEST(CommonParts, uniqueFirst_keepsWhatOccursOnceTogether) {
  // the blank line (0) would match more, the paragraph (7 8) reads better
  const auto parts = commonParts({7, 8, 0, 0, 0}, {0, 0, 0, 7, 8}, {.uniqueFirst = true});
  EXPECT_EQ(parts.matches, (std::vector<Match>{{0, 3, 2}}));
}

TEST(CommonParts, property_withinTheBudgetTheyAreTheMost) {
  EXPECT_TRUE(rc::check([] {
    const auto a = *anySequence(), b = *anySequence();
    const auto parts = commonParts(a, b, {});
    RC_ASSERT(areSound(parts.matches, a, b));
    RC_ASSERT(common(parts.matches) == longestCommon(a, b));
  }));
}

TEST(CommonParts, property_beyondTheBudgetTheyAreStillTrue) {
  EXPECT_TRUE(rc::check([] {
    const auto a = *anySequence(), b = *anySequence();
    const DiffBudget budget{.steps = *rc::gen::inRange<std::size_t>(0, 200),
                            .reach = *rc::gen::inRange<std::size_t>(1, 5),
                            .uniqueFirst = *rc::gen::arbitrary<bool>()};
    const auto parts = commonParts(a, b, budget);
    RC_ASSERT(areSound(parts.matches, a, b));
    RC_ASSERT(parts.matches == commonParts(a, b, budget).matches);
    RC_ASSERT(parts.steps <= budget.steps);
  }));
}

TEST(CommonParts, farApart_findsPartsAllTheSame) {
  Sequence a, b;
  for (Symbol i = 0; i < 4'000; ++i) {
    a.push_back(i % 2);
    b.push_back(i * i % 7 < 3 ? 1 : 0);
  }
  const auto parts = commonParts(a, b, {.reach = 20});
  EXPECT_TRUE(areSound(parts.matches, a, b));
  EXPECT_GT(common(parts.matches), 2'000u);
}

}  // namespace
}  // namespace aiagent::authoring
