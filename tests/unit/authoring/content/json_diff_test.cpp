#include "core/authoring/content/json_diff.h"

#include <gtest/gtest.h>

namespace aiagent::authoring {
namespace {

using Changes = std::vector<JsonChange>;
using Kind = JsonChangeKind;

TEST(DiffJson, writing_doesNotMatter) {
  EXPECT_EQ(*diffJson(R"({"a":1,"b":[true,null]})", "{ \"b\": [true, null],\n \"a\": 1.0 }"), Changes{});
  EXPECT_TRUE(sameJson(R"({"a":"\u00e9"})", R"({"a":"é"})"));
  EXPECT_FALSE(sameJson("1", "\"1\""));
}

TEST(DiffJson, schemas_areToldReadably) {
  const auto changes = *diffJson(
      R"({"type":"object","properties":{"urgency":{"type":"string","enum":["low","high"]},"note":{"type":"string"}},
          "required":["urgency"]})",
      R"({"type":"object","properties":{"urgency":{"enum":["high","urgent"],"type":["string","null"]},
          "team":{"type":"string"}},"required":["team","urgency"]})");
  EXPECT_EQ(changes,
            (Changes{{"properties.urgency.type", Kind::TypeChanged, "\"string\"", R"(["string","null"])"},
                     {"properties.urgency.enum", Kind::EnumValueRemoved, "\"low\"", ""},
                     {"properties.urgency.enum", Kind::EnumValueAdded, "", "\"urgent\""},
                     {"properties.note", Kind::Removed, R"({"type":"string"})", ""},
                     {"properties.team", Kind::Added, "", R"({"type":"string"})"},
                     {"required", Kind::RequiredAdded, "", "\"team\""}}));
}

TEST(DiffJson, setsOfASchema_haveNoOrder) {
  EXPECT_TRUE(sameJson(R"({"required":["a","b"],"type":["string","null"]})",
                       R"({"required":["b","a"],"type":["null","string"]})"));
  EXPECT_FALSE(sameJson(R"({"prefixItems":["a","b"]})", R"({"prefixItems":["b","a"]})"));
}

TEST(DiffJson, propertiesNamedLikeKeywords_areNoKeywords) {
  EXPECT_EQ(*diffJson(R"({"properties":{"required":["a"],"type":1}})",
                      R"({"properties":{"required":["b"],"type":2}})"),
            (Changes{{"properties.required.0", Kind::Changed, "\"a\"", "\"b\""},
                     {"properties.type", Kind::Changed, "1", "2"}}));
}

TEST(DiffJson, missingRequired_isAnEmptyList) {
  EXPECT_EQ(*diffJson("{}", R"({"required":["a"]})"),
            (Changes{{"required", Kind::RequiredAdded, "", "\"a\""}}));
}

TEST(DiffJson, pathsQuoteKeysWithDots) {
  EXPECT_EQ(*diffJson(R"({"a.b":{"c":1}})", R"({"a.b":{"c":2}})"),
            (Changes{{R"("a.b".c)", Kind::Changed, "1", "2"}}));
}

TEST(DiffJson, whatIsNoJson_isNotCompared) {
  EXPECT_FALSE(diffJson("{", "{}"));
  EXPECT_TRUE(sameJson("{", "{"));
  EXPECT_FALSE(sameJson("{", "["));
}

TEST(FindJsonFault, place_isToldInLinesAndBytes) {
  EXPECT_FALSE(findJsonFault("{\"a\": [1]}\n"));
  const auto fault = findJsonFault("{\n  \"a\": 1,\n  b\n}");
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->line, 3u);
  EXPECT_EQ(fault->column, 3u);
  EXPECT_EQ(fault->offset, 14u);
  EXPECT_EQ(findJsonFault("{\"a\":")->offset, 5u);
  EXPECT_EQ(findJsonFault("{} {}")->offset, 3u);
  EXPECT_EQ(findJsonFault("")->offset, 0u);
}

}  // namespace
}  // namespace aiagent::authoring
