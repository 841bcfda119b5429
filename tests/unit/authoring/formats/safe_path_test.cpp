#include "core/authoring/formats/safe_path.h"

#include <gtest/gtest.h>

#include "core/authoring/formats/readers.h"

namespace aiagent::authoring {
namespace {

TEST(IsSafePath, onlyNamesWithinTheFolder) {
  for (const char* path : {"a", "a/b.md", "ä/漢.json", ".hidden", "a..b"})
    EXPECT_TRUE(isSafePath(path)) << path;
  for (const char* path : {"", "/a", "../a", "a/../b", "a/..", "./a", "a//b", "a/", "C:/a", "a\\b", "..\\a",
                           "a\nb", "CON", "x/nul.txt", "com1.md", "a.", "a ", "\xff", "a:b"})
    EXPECT_FALSE(isSafePath(path)) << path;
  EXPECT_FALSE(isSafePath(std::string("a\0b", 3)));
  EXPECT_FALSE(isSafePath(std::string(2'000, 'a')));
  std::string deep = "a";
  for (int i = 0; i < 40; ++i) deep += "/a";
  EXPECT_FALSE(isSafePath(deep));
}

TEST(JoinedPath, reference_staysWithinTheFolder) {
  EXPECT_EQ(joinedPath("a/b/c.yaml", "../d.txt"), "a/d.txt");
  EXPECT_EQ(joinedPath("c.yaml", "./p/d.txt"), "p/d.txt");
  EXPECT_EQ(joinedPath("a/c.yaml", "../../d.txt"), std::nullopt);
  EXPECT_EQ(joinedPath("a/c.yaml", "/etc/passwd"), std::nullopt);
  EXPECT_EQ(joinedPath("a/c.yaml", ""), std::nullopt);
}

TEST(SlugOf, anyName_isAFileEverySystemCanWrite) {
  EXPECT_EQ(slugOf("Customer Support!"), "customer-support");
  EXPECT_EQ(slugOf("漢字"), "agent");
  for (const char* name : {"Con", "AUX", " nul ", "Com1", "/   LPT9"}) {
    EXPECT_TRUE(isSafePath(slugOf(name) + ".agent.json")) << name;
    EXPECT_TRUE(isSafePath(slugOf(name) + "/SKILL.md")) << name;
  }
  EXPECT_EQ(slugOf("Console"), "console");
}

}  // namespace
}  // namespace aiagent::authoring
