#include "core/rehearsal/schema_sample.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace aiagent::rehearsal {
namespace {

TEST(SchemaSample, simpleTypes) {
  EXPECT_EQ(sampleForSchema(R"({"type":"object","properties":{"a":{"type":"string"},"n":{"type":"integer"},
      "x":{"type":"number"},"b":{"type":"boolean"},"z":{"type":"null"},"l":{"type":"array","items":{"type":"integer"}}},
      "required":["a","n","x","b","z","l"],"additionalProperties":false})",
                            "hint"),
            R"({"a":"hint","n":42,"x":4.2E1,"b":true,"z":null,"l":[42,42]})");
}

TEST(SchemaSample, constraints_areKept) {
  EXPECT_EQ(sampleForSchema(R"({"type":"integer","minimum":50,"multipleOf":7})", ""), "56");
  EXPECT_EQ(sampleForSchema(R"({"type":"integer","maximum":5})", ""), "5");
  EXPECT_EQ(sampleForSchema(R"({"type":"integer","exclusiveMinimum":42})", ""), "43");
  EXPECT_EQ(sampleForSchema(R"({"type":"string","maxLength":3})", "grün"), R"("grü")");
  EXPECT_EQ(sampleForSchema(R"({"type":"string","minLength":12})", "x"), R"("x...........")");
  EXPECT_EQ(sampleForSchema(R"({"enum":["red","green"]})", ""), R"("red")");
  EXPECT_EQ(sampleForSchema(R"({"const":{"k":1}})", ""), R"({"k":1})");
  EXPECT_EQ(sampleForSchema(R"({"type":"array","items":{"enum":[1]},"minItems":3})", ""), "[1,1,1]");
  EXPECT_EQ(sampleForSchema(R"({"type":"array","maxItems":1})", ""), R"(["rehearsal"])");
  EXPECT_EQ(sampleForSchema(R"({"type":["null","string"],"format":"date"})", ""), R"("2026-11-23")");
}

TEST(SchemaSample, choicesAndReferences) {
  EXPECT_EQ(sampleForSchema(R"({"anyOf":[{"type":"boolean"},{"type":"null"}]})", ""), "true");
  EXPECT_EQ(sampleForSchema(R"({"$ref":"#/$defs/a","$defs":{"a":{"const":1}}})", ""), "1");
  EXPECT_EQ(sampleForSchema(R"({"allOf":[{"properties":{"a":{"const":1}},"required":["a"]},
      {"properties":{"b":{"const":2}},"required":["b"]}],"type":"object"})",
                            ""),
            R"({"a":1,"b":2})");
}

TEST(SchemaSample, recursion_ends) {
  const auto list = sampleForSchema(R"({"$ref":"#/$defs/node","$defs":{"node":{"type":"object",
      "properties":{"next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},"required":["next"]}}})",
                                    "");
  EXPECT_NE(list.find("null"), std::string::npos);
  EXPECT_LT(
      sampleForSchema(R"({"type":"object","properties":{"me":{"$ref":"#"}},"required":["me"]})", "").size(),
      500u);
  EXPECT_LT(sampleForSchema(R"({"type":"array","items":{"$ref":"#"}})", "").size(), 5000u);
  EXPECT_LT(sampleForSchema(R"({"allOf":[{"$ref":"#"}]})", "").size(), 500u);
  EXPECT_LT(sampleForSchema(R"({"anyOf":[{"$ref":"#"}]})", "").size(), 500u);
}

TEST(SchemaSample, nonsense_isAnEmptyObject) {
  EXPECT_EQ(sampleForSchema("", ""), "{}");
  EXPECT_EQ(sampleForSchema("[1]", ""), "{}");
  EXPECT_EQ(sampleForSchema(R"({"$ref":"#/nowhere"})", ""), R"("rehearsal")");
}

}  // namespace
}  // namespace aiagent::rehearsal
