#include "core/authoring/formats/property_list.h"

#include <gtest/gtest.h>

#include "core/authoring/formats/document.h"

namespace aiagent::authoring {
namespace {

std::string schemaOf(const char* json) {
  const auto schema = schemaFromProperties(*parseJson(json));
  return schema ? compactJson(*schema) : "none";
}

TEST(SchemaFromProperties, listAndRecord_areSchemasOfAnObject) {
  EXPECT_EQ(
      schemaOf(
          R"([{"name":"a","kind":"float","description":"d","required":true},{"name":"b","enumValues":["x"]}])"),
      R"({"type":"object","properties":{"a":{"type":"number","description":"d"},"b":{"type":"string","enum":["x"]}},"required":["a"],"additionalProperties":false})");
  EXPECT_EQ(
      schemaOf(R"({"a":{"type":"integer"},"b":"boolean"})"),
      R"({"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"boolean"}},"additionalProperties":false})");
  EXPECT_EQ(schemaOf(R"({"type":"object","properties":{"a":{}}})"),
            R"({"type":"object","properties":{"a":{}}})");
  EXPECT_EQ(schemaOf("[]"), "none");
  EXPECT_EQ(schemaOf(R"([{"kind":"string"}])"), "none");
}

TEST(PropertiesFromSchema, simpleSchema_isAListAndOthersAreNot) {
  const char* simple =
      R"({"type":"object","properties":{"a":{"type":"string","description":"d"},"l":{"type":"array","items":{"type":"number"}}},"required":["a"],"additionalProperties":false})";
  const auto list = propertiesFromSchema(*parseJson(simple));
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(
      compactJson(*list),
      R"([{"name":"a","kind":"string","description":"d","required":true},{"name":"l","kind":"array","items":{"kind":"number"}}])");
  EXPECT_FALSE(propertiesFromSchema(*parseJson(R"({"type":"object","properties":{"a":{"anyOf":[]}}})")));
  EXPECT_FALSE(propertiesFromSchema(*parseJson(R"({"type":"object","properties":{"a":{"type":"string"}}})")))
      << "an open object would come back closed";
}

}  // namespace
}  // namespace aiagent::authoring
