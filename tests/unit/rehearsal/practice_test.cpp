#include "core/rehearsal/practice.h"

#include <gtest/gtest.h>

namespace aiagent::rehearsal {
namespace {

TEST(Practice, words_areFoundInAnyCase) {
  EXPECT_EQ(findPractice("please [Rehearse:  Rate Limit ] now").kind, PracticeKind::RateLimit);
  EXPECT_EQ(findPractice("[rehearse: server error]").kind, PracticeKind::ServerError);
  EXPECT_EQ(findPractice("[rehearse: error]").kind, PracticeKind::Error);
  EXPECT_EQ(findPractice("nothing").kind, PracticeKind::None);
  EXPECT_EQ(findPractice("[rehearse: cut").kind, PracticeKind::None);
}

TEST(Practice, arguments) {
  EXPECT_FALSE(findPractice("[rehearse: rate limit]").once);
  EXPECT_TRUE(findPractice("[rehearse: rate limit once]").once);
  EXPECT_EQ(findPractice("[rehearse: unsupported]").word, "temperature");
  EXPECT_EQ(findPractice("[rehearse: unsupported reasoning.effort]").word, "reasoning.effort");
  EXPECT_EQ(findPractice("[rehearse: long]").number, 5000);
  EXPECT_EQ(findPractice("[rehearse: long 300]").number, 300);
  EXPECT_EQ(findPractice("[rehearse: long 99999999]").number, 50000);
  EXPECT_EQ(findPractice("[rehearse: long -4]").number, 1);
}

TEST(Practice, unknownWords_areKept) {
  const auto practice = findPractice("[rehearse: cutting]");
  EXPECT_EQ(practice.kind, PracticeKind::Unknown);
  EXPECT_EQ(practice.word, "cutting");
}

}  // namespace
}  // namespace aiagent::rehearsal
