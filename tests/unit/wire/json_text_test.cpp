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

TEST(JsonMembers, escapedQuotesAndSlashes_endNoString) {
  const auto members = *jsonMembers(R"({"a":"\"","b":"\\","c\\":"\\\"x","d":"\\\\\""})");
  ASSERT_EQ(members.size(), 4u);
  EXPECT_EQ(members[0].value, R"("\"")");
  EXPECT_EQ(members[1].value, R"("\\")");
  EXPECT_EQ(members[2].name, R"(c\)");
  EXPECT_EQ(stringFromJson(members[2].value), R"(\"x)");
  EXPECT_EQ(stringFromJson(members[3].value), R"(\\")");
}

TEST(StringFromJson, whatIsNoWholeString_isNothing) {
  EXPECT_EQ(stringFromJson(R"( "a" )"), "a");
  EXPECT_EQ(stringFromJson(R"("")"), "");
  EXPECT_EQ(stringFromJson(R"("\u00e4\ud83d\ude00")"), "\xC3\xA4\xF0\x9F\x98\x80");
  for (const auto* text : {"", "\"", "\"a", "a\"", "\"a\"b\"", "\"\\\"", "\"\n\"", "\"\xFF\"", "\"\\ud83d\"",
                           "1", "[\"a\"]", "{\"a\":\"b\"}"})
    EXPECT_EQ(stringFromJson(text), std::nullopt) << text;
}

// What is kept is compared as text, also with what an earlier program wrote.
TEST(AppendQuoted, everyCharacter_isWrittenInOneWay) {
  const auto quoted = [](std::string_view text) {
    std::string out;
    appendQuoted(out, text);
    return out;
  };
  EXPECT_EQ(quoted(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\"");
  EXPECT_EQ(quoted("\b\t\n\v\f\r"), R"("\b\t\n\u000b\f\r")");
  EXPECT_EQ(quoted("\"\\/é"), R"("\"\\/é")");
  for (int c = 0; c < 0x80; ++c) {
    for (const std::size_t before : {0, 7, 8, 21}) {
      const auto text = std::string(before, 'x') + static_cast<char>(c) + "\xC3\xA4" + static_cast<char>(c);
      EXPECT_EQ(stringFromJson(quoted(text)), text);
    }
  }
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
