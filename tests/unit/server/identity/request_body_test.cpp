#include "core/server/identity/request_body.h"

#include <gtest/gtest.h>

namespace aiagent::server {
namespace {

using namespace std::string_literals;

TEST(RequestBody, fields_areRead) {
  RequestBody body(R"({"name":"Zoë","on":true,"off":false,"none":null,"device":{"name":"laptop","x":1}})");
  EXPECT_EQ(body.text("name"), "Zoë");
  EXPECT_EQ(body.optionalText("none"), std::nullopt);
  EXPECT_EQ(body.optionalText("absent"), std::nullopt);
  EXPECT_EQ(body.optionalBool("on"), "true");
  EXPECT_EQ(body.optionalBool("off"), "false");
  EXPECT_EQ(body.optionalBool("absent"), std::nullopt);
  EXPECT_EQ(body.texts("device", {"name", "platform"}), R"({"name":"laptop"})");
  EXPECT_EQ(body.texts("absent", {"name"}), "{}");
  EXPECT_FALSE(body.fault());
}

TEST(RequestBody, whatIsNoObject_isAFault) {
  for (const auto& text :
       {""s, "[]"s, "null"s, "{"s, "{} {}"s, "\xff"s, "{\"a\":[[[[[[[[[[[[1]]]]]]]]]]]]}"s}) {
    RequestBody body(text);
    ASSERT_TRUE(body.fault()) << text;
    EXPECT_EQ(body.fault()->status, 400);
    EXPECT_EQ(body.text("name"), "");
  }
}

TEST(RequestBody, anotherType_isAFaultThatNamesTheField) {
  for (const auto* text : {R"({"name":7})", R"({"name":null})", R"({})", R"({"name":"a\u0000b"})"}) {
    RequestBody body(text);
    body.text("name");
    ASSERT_TRUE(body.fault()) << text;
    EXPECT_NE(body.fault()->body.find("name"), std::string::npos);
  }
  RequestBody flag(R"({"on":"true"})");
  flag.optionalBool("on");
  EXPECT_TRUE(flag.fault());
  for (const auto* text :
       {R"({"device":"x"})", R"({"device":{"name":7}})", R"({"device":{"name":"\u0000"}})"}) {
    RequestBody body(text);
    body.texts("device", {"name"});
    EXPECT_TRUE(body.fault()) << text;
  }
}

TEST(RequestBody, numberOrNull_isThere) {
  RequestBody body(R"({"whole":12,"part":0.5,"none":null})");
  EXPECT_EQ(body.numberOrNull("whole"), "12");
  EXPECT_EQ(std::stod(*body.numberOrNull("part")), 0.5);
  EXPECT_EQ(body.numberOrNull("none"), std::nullopt);
  EXPECT_FALSE(body.fault());
  body.numberOrNull("absent");
  EXPECT_TRUE(body.fault());
  RequestBody text(R"({"whole":"12"})");
  text.numberOrNull("whole");
  EXPECT_TRUE(text.fault());
}

TEST(RequestBody, theFirstFault_isKept) {
  RequestBody body("{}");
  body.text("first");
  body.text("second");
  EXPECT_NE(body.fault()->body.find("first"), std::string::npos);
}

}  // namespace
}  // namespace aiagent::server
