#include "core/authoring/content/schema_check.h"

#include <gtest/gtest.h>

namespace aiagent::authoring {
namespace {

using Kind = SchemaMismatch::Kind;

const std::string kTicket = R"({"type":"object","additionalProperties":false,"required":["urgency","tags"],
  "properties":{"urgency":{"type":"string","enum":["urgent","soon","later"]},
                "tags":{"type":"array","items":{"type":"string"}},
                "owner":{"anyOf":[{"$ref":"#/$defs/person"},{"type":"null"}]},
                "hours":{"type":["integer","null"]}},
  "$defs":{"person":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}})";

SchemaMismatch only(const std::string& answer, const std::string& schema = kTicket) {
  const auto report = checkAnswer(schema, answer);
  EXPECT_TRUE(report.checked);
  EXPECT_EQ(report.mismatches.size(), 1u) << answer;
  return report.mismatches.empty() ? SchemaMismatch{} : report.mismatches.front();
}

TEST(SchemaCheck, whatFits_matches) {
  EXPECT_TRUE(checkAnswer(kTicket, R"({"urgency":"soon","tags":[]})").matches());
  EXPECT_TRUE(checkAnswer(kTicket, R"({"urgency":"soon","tags":["a"],"owner":{"name":"Ann"},"hours":2.0})")
                  .matches());
  EXPECT_TRUE(checkAnswer(kTicket, R"({"urgency":"soon","tags":["a"],"owner":null,"hours":null})").matches());
}

TEST(SchemaCheck, faults_areToldWithTheirPlace) {
  EXPECT_EQ(only(R"({"tags":[]})"), (SchemaMismatch{Kind::Missing, "$.urgency", ""}));
  EXPECT_EQ(only(R"({"urgency":"soon","tags":[],"x y":1})"),
            (SchemaMismatch{Kind::Unexpected, "$[\"x y\"]", ""}));
  EXPECT_EQ(only(R"({"urgency":"never","tags":[]})"),
            (SchemaMismatch{Kind::NotInEnum, "$.urgency", R"("urgent", "soon", "later")"}));
  EXPECT_EQ(only(R"({"urgency":"soon","tags":["a",1]})"),
            (SchemaMismatch{Kind::WrongType, "$.tags[1]", "string"}));
  EXPECT_EQ(only(R"({"urgency":"soon","tags":[],"hours":1.5})"),
            (SchemaMismatch{Kind::WrongType, "$.hours", "integer, null"}));
  EXPECT_EQ(only(R"({"urgency":"soon","tags":[],"owner":{}})"),
            (SchemaMismatch{Kind::Missing, "$.owner.name", ""}));
  EXPECT_EQ(only(R"({"urgency":"soon","tags":[],"owner":7})"),
            (SchemaMismatch{Kind::NoBranch, "$.owner", ""}));
  EXPECT_EQ(only("Urgent, because"), (SchemaMismatch{Kind::NotJson, "$", ""}));
  EXPECT_EQ(only("[]"), (SchemaMismatch{Kind::WrongType, "$", "object"}));
}

TEST(SchemaCheck, nullable_allowsNull) {
  EXPECT_TRUE(checkAnswer(R"({"type":"string","nullable":true})", "null").matches());
  EXPECT_FALSE(checkAnswer(R"({"type":"string","nullable":false})", "null").matches());
}

TEST(SchemaCheck, wrappedSchema_isLookedInto) {
  const std::string wrapped = R"({"name":"ticket","strict":true,"schema":)" + kTicket + "}";
  EXPECT_EQ(only(R"({"tags":[]})", wrapped).path, "$.urgency");
  EXPECT_TRUE(checkAnswer(wrapped, R"({"urgency":"soon","tags":[]})").matches());
}

TEST(SchemaCheck, schemaThatRefersToItself_ends) {
  const std::string tree =
      R"({"type":"object","properties":{"next":{"$ref":"#"}},"additionalProperties":false})";
  EXPECT_TRUE(checkAnswer(tree, R"({"next":{"next":{}}})").matches());
  EXPECT_EQ(only(R"({"next":{"other":1}})", tree).path, "$.next.other");
  EXPECT_TRUE(checkAnswer(R"({"$ref":"#"})", "1").checked);
  // Branches that refer to the whole double with every level: given up, not waited for.
  const std::string hostile = R"({"type":"array","anyOf":[{"$ref":"#"},{"$ref":"#"}],"items":{"$ref":"#"}})";
  EXPECT_TRUE(checkAnswer(hostile, "[[]]").matches());
  EXPECT_FALSE(checkAnswer(hostile, "[[[[[[1]]]]]]").checked);
}

TEST(SchemaCheck, noSchema_saysNothing) {
  EXPECT_FALSE(checkAnswer("", "{}").checked);
  EXPECT_FALSE(checkAnswer("[1]", "{}").checked);
  EXPECT_FALSE(checkAnswer("{", "{}").matches());
}

TEST(SchemaCheck, manyFaults_areCut) {
  std::string answer = "[";
  for (int i = 0; i < 100; ++i) answer += (i ? ",1" : "1");
  const auto report = checkAnswer(R"({"type":"array","items":{"type":"string"}})", answer + "]");
  EXPECT_EQ(report.mismatches.size(), kMostMismatches);
}

}  // namespace
}  // namespace aiagent::authoring
