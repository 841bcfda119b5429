#include "core/wire/json_text.h"

#include <gmock/gmock.h>

namespace aiagent::wire {
namespace {

TEST(JsonKind, wholeValues_haveTheirKind) {
  EXPECT_EQ(jsonKind(R"({"a":[1,2.5e3,null]})"), JsonKind::Object);
  EXPECT_EQ(jsonKind(" [] "), JsonKind::Array);
  EXPECT_EQ(jsonKind(R"("x")"), JsonKind::String);
  EXPECT_EQ(jsonKind("-1"), JsonKind::Number);
  EXPECT_EQ(jsonKind("123456789012345678901234567890"), JsonKind::Number);
  EXPECT_EQ(jsonKind("true"), JsonKind::Boolean);
  EXPECT_EQ(jsonKind("null"), JsonKind::Null);
}

TEST(JsonKind, anythingElse_isInvalid) {
  for (const auto* text : {"", " ", "{", "{} {}", "[1,]", "{'a':1}", "nul", "\"\xFF\"", "01", "\"\n\""})
    EXPECT_EQ(jsonKind(text), JsonKind::Invalid) << text;
  EXPECT_EQ(jsonKind(std::string(2000, '[') + std::string(2000, ']')), JsonKind::Invalid);
}

TEST(JsonMembers, object_isCutWithoutChangingAByte) {
  const auto members =
      jsonMembers(R"( { "a" : 1.0 , "b\"\u0041" : { "c" : "}\"" } ,"d":[ "]" , {} ],"e":"x" } )");
  ASSERT_TRUE(members.has_value());
  ASSERT_EQ(members->size(), 4u);
  EXPECT_EQ((*members)[0].value, "1.0");
  EXPECT_EQ((*members)[1].name, "b\"A");
  EXPECT_EQ((*members)[1].value, R"({ "c" : "}\"" })");
  EXPECT_EQ((*members)[2].value, R"([ "]" , {} ])");
  EXPECT_EQ((*members)[3].value, R"("x")");
  EXPECT_TRUE(jsonMembers("{}")->empty());
  EXPECT_FALSE(jsonMembers("[]").has_value());
}

TEST(JsonElements, array_isCut) {
  EXPECT_THAT(*jsonElements(R"([1, "a,]" ,[2,[3]],{"b":4}])"),
              testing::ElementsAre("1", R"("a,]")", "[2,[3]]", R"({"b":4})"));
  EXPECT_TRUE(jsonElements(" [ ] ")->empty());
  EXPECT_FALSE(jsonElements("{}").has_value());
}

TEST(FindMember, twoOfOneName_givesTheLast) {
  const auto members = *jsonMembers(R"({"a":1,"a":2})");
  EXPECT_EQ(findMember(members, "a")->value, "2");
  EXPECT_EQ(findMember(members, "b"), nullptr);
}

TEST(AppendQuoted, brokenUtf8AndControls_becomeValidJson) {
  std::string out;
  appendQuoted(out, "a\xFF\n\"\\\x01");
  EXPECT_EQ(stringFromJson(out), "a\xEF\xBF\xBD\n\"\\\x01");
}

TEST(JsonObject, members_areWrittenInOrder) {
  EXPECT_EQ(JsonObject()
                .text("a", "x")
                .raw("b", "[1]")
                .integer("c", -5)
                .boolean("d", true)
                .textOrNull("e", "")
                .take(),
            R"({"a":"x","b":[1],"c":-5,"d":true,"e":null})");
  EXPECT_EQ(JsonObject().take(), "{}");
  EXPECT_EQ(JsonArray().text("a").raw("1").take(), R"(["a",1])");
}

}  // namespace
}  // namespace aiagent::wire
