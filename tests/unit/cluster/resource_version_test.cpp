#include "core/cluster/resource_version.h"

#include <gtest/gtest.h>

namespace aiagent::cluster {
namespace {

TEST(ResourceVersion, longerIsNewer_thenByText) {
  EXPECT_EQ(compareVersions("99", "100"), std::strong_ordering::less);
  EXPECT_EQ(compareVersions("1309", "1310"), std::strong_ordering::less);
  EXPECT_EQ(compareVersions("1310", "1310"), std::strong_ordering::equal);
  EXPECT_EQ(compareVersions("99999999999999999999999999", "9223372036854775807"),
            std::strong_ordering::greater);
}

TEST(ResourceVersion, anythingElse_cannotBeCompared) {
  for (const auto* text : {"", "0", "01", "-1", "1a", "abc", " 1", "1 "}) {
    EXPECT_FALSE(validVersion(text)) << text;
    EXPECT_EQ(compareVersions(text, "5"), std::nullopt) << text;
    EXPECT_EQ(compareVersions("5", text), std::nullopt) << text;
  }
}

TEST(ResourceVersion, isBefore_onlyWhereItIsKnown) {
  EXPECT_TRUE(isBefore("99", "100"));
  EXPECT_FALSE(isBefore("100", "100"));
  EXPECT_FALSE(isBefore("101", "100"));
  EXPECT_FALSE(isBefore("old", "100"));
  EXPECT_FALSE(isBefore("99", ""));
}

}  // namespace
}  // namespace aiagent::cluster
