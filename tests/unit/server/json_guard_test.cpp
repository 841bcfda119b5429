#include "core/server/json_guard.h"

#include <gtest/gtest.h>

#include <string>

namespace aiagent::server {
namespace {

using namespace std::string_view_literals;

TEST(JsonGuard, jsonFault_ordinaryObject_isNone) {
  EXPECT_EQ(jsonFault(R"( {"a": [1, {"b": "}]\"{"}], "c": "\\u0000"} )"), JsonFault::None);
}

TEST(JsonGuard, jsonFault_otherThanObject_isTold) {
  for (const auto text : {""sv, "  "sv, "[1]"sv, "\"{}\""sv, "null"sv})
    EXPECT_EQ(jsonFault(text), JsonFault::NotObject) << text;
}

TEST(JsonGuard, jsonFault_depth_isLimited) {
  const auto nested = [](std::size_t depth) {
    return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
  };
  EXPECT_EQ(jsonFault(nested(64)), JsonFault::None);
  EXPECT_EQ(jsonFault(nested(65)), JsonFault::TooDeep);
  EXPECT_EQ(jsonFault(R"({"a": "[[[[["})", 1), JsonFault::None);
}

TEST(JsonGuard, jsonFault_nul_isFoundEscapedAndRaw) {
  EXPECT_EQ(jsonFault(R"({"a": "x\u0000"})"), JsonFault::Nul);
  EXPECT_EQ(jsonFault(R"({"\u0000": 1})"), JsonFault::Nul);
  EXPECT_EQ(jsonFault(R"({"a": "\\\u0000"})"), JsonFault::Nul);
  EXPECT_EQ(jsonFault("{\"a\": \"\0\"}"sv), JsonFault::Nul);
  EXPECT_EQ(jsonFault("{\0}"sv), JsonFault::Nul);
  EXPECT_EQ(jsonFault("{\"a\": \"\\\0\"}"sv), JsonFault::Nul);
}

TEST(JsonGuard, jsonFault_withoutEnd_isUnbalanced) {
  for (const auto text : {"{"sv, "{}}"sv, R"({"a)"sv, R"({"a\)"sv, "{[}"sv})
    EXPECT_EQ(jsonFault(text), JsonFault::Unbalanced) << text;
}

}  // namespace
}  // namespace aiagent::server
