#include "core/wire/tree_json.h"

#include <gtest/gtest.h>

#include "core/wire/tree_limits.h"

namespace aiagent::wire {
namespace {

TEST(ParseJson, values_keepKindAndOrder) {
  const std::string json =
      R"({"b":[1,-2.5,true,null,"x\n\u00e9"],"a":{},"n":9007199254740993,"d":0.1,"e":1e300})";
  const auto tree = parseJson(json);
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(compactJson(*tree),
            R"({"b":[1,-2.5,true,null,"x\né"],"a":{},"n":9007199254740993,"d":0.1,"e":1e+300})");
  EXPECT_EQ(prettyJson(*parseJson("{\"a\":[1],\"b\":{}}")), "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}");
}

TEST(ParseJson, numbersBeyondWhatIsExact_areRoundedAsTheTextSays) {
  const auto tree = parseJson("[0.30000000000000004, 18446744073709551615, 123456789012345678901234567890]");
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(*tree->items()[0].number(), 0.30000000000000004);
  EXPECT_EQ(*tree->items()[1].number(), 18446744073709551615.0);
  EXPECT_TRUE(tree->items()[2].number());
}

TEST(ParseJson, faults_areRefused) {
  for (const char* json : {"", "{", "[1,]", "{\"a\":1} x", "{'a':1}", "nul", "\"\xff\"", "[1 2]", "{\"a\"}"})
    EXPECT_FALSE(parseJson(json).ok()) << json;
}

TEST(ParseJson, deepOrEndless_isRefused) {
  EXPECT_FALSE(parseJson(std::string(1'000'000, '[')).ok());
  std::string many = "[0";
  for (std::size_t i = 0; i < kMostNodes; ++i) many += ",0";
  EXPECT_FALSE(parseJson(many + "]").ok());
}

}  // namespace
}  // namespace aiagent::wire
