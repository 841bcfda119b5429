#include "core/wire/json_tree.h"

#include <gtest/gtest.h>

namespace aiagent::wire {
namespace {

TEST(JsonTree, dottedNames_nest) {
  JsonTree tree;
  EXPECT_TRUE(tree.set("model", R"("m")"));
  EXPECT_TRUE(tree.set("reasoning.effort", R"("low")"));
  EXPECT_TRUE(tree.set("reasoning.summary", R"("auto")"));
  EXPECT_TRUE(tree.set("a.b.c", "1"));
  EXPECT_EQ(tree.toJson(),
            R"({"model":"m","reasoning":{"effort":"low","summary":"auto"},"a":{"b":{"c":1}}})");
}

TEST(JsonTree, setBelowAWrittenObject_keepsItsOtherMembersAsTheyWere) {
  JsonTree tree;
  tree.set("text", R"({"format":{"x": 1.0}})");
  EXPECT_TRUE(tree.set("text.verbosity", R"("low")"));
  EXPECT_EQ(tree.toJson(), R"({"text":{"format":{"x": 1.0},"verbosity":"low"}})");
}

TEST(JsonTree, setBelowAScalar_isRefused) {
  JsonTree tree;
  tree.set("a", "1");
  EXPECT_FALSE(tree.set("a.b", "2"));
  EXPECT_EQ(tree.toJson(), R"({"a":1})");
}

TEST(JsonTree, namesThatAreNone_areRefused) {
  JsonTree tree;
  for (const auto* name : {"", ".", "a.", ".a", "a..b", "a.b.c.d.e.f.g.h.i"}) {
    EXPECT_FALSE(tree.set(name, "1")) << name;
    EXPECT_FALSE(tree.remove(name)) << name;
    EXPECT_FALSE(tree.contains(name)) << name;
  }
}

TEST(JsonTree, remove_takesTheEmptiedObjectWithIt) {
  auto tree = *JsonTree::parse(R"({"reasoning":{"effort":"low"},"text":{"a":1,"b":2},"t":0.50})");
  EXPECT_TRUE(tree.contains("reasoning.effort"));
  EXPECT_TRUE(tree.remove("reasoning.effort"));
  EXPECT_TRUE(tree.remove("text.a"));
  EXPECT_FALSE(tree.remove("text.c"));
  EXPECT_FALSE(tree.remove("t.x"));
  EXPECT_EQ(tree.toJson(), R"({"text":{"b":2},"t":0.50})");
  EXPECT_FALSE(tree.contains("reasoning"));
}

TEST(JsonTree, parse_takesObjectsOnlyAndTheLastOfTwins) {
  EXPECT_FALSE(JsonTree::parse("[]").has_value());
  EXPECT_FALSE(JsonTree::parse("{").has_value());
  EXPECT_EQ(JsonTree::parse(R"({"a":1,"b":2,"a":3})")->toJson(), R"({"a":3,"b":2})");
}

}  // namespace
}  // namespace aiagent::wire
