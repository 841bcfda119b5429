#include "core/wire/json_nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace aiagent::wire {
namespace {

constexpr auto kOpen = std::string_view::npos;

// The end, whatever the pieces are that the text comes in.
std::size_t endOf(std::string_view text) {
  const auto whole = JsonNesting().endIn(text);
  for (const std::size_t size : {1, 3, 63, 64, 65, 100}) {
    JsonNesting nesting;
    std::size_t at = 0, end = kOpen;
    for (; at < text.size() && end == kOpen; at += size) {
      end = nesting.endIn(text.substr(at, size));
      if (end != kOpen) end += at;
    }
    EXPECT_EQ(end, whole) << size << " " << text;
  }
  return whole;
}

TEST(JsonNesting, value_endsAtItsLastBracket) {
  EXPECT_EQ(endOf("{}"), 2u);
  EXPECT_EQ(endOf("{},{}"), 2u);
  EXPECT_EQ(endOf(R"({"a":[{"b":{}},[]]} tail)"), 19u);
  const std::string deep = std::string(500, '[') + std::string(500, ']');
  EXPECT_EQ(endOf(deep + "]"), 1000u);
}

TEST(JsonNesting, bracketsInTexts_areSkipped) {
  EXPECT_EQ(endOf(R"({"a":"}}}}{{{{"})"), 16u);
  for (const std::string value :
       {R"({"k:{\"uid\":\"x\"}":"\\"})", R"({"aaaaaaaaaaaaaa\"}}}}}}}}}}}}}}}}}}}":1})"})
    EXPECT_EQ(endOf(value + R"(}, "more")"), value.size()) << value;
}

TEST(JsonNesting, backslashesAtTheEdgeOfABlock_keepTheirMeaning) {
  for (std::size_t fill = 50; fill < 80; ++fill)
    for (std::size_t slashes = 1; slashes < 6; ++slashes) {
      const auto text = "{\"" + std::string(fill, 'a') + std::string(2 * slashes, '\\') + "\":\"" +
                        std::string(slashes, '\\') + (slashes % 2 ? "\"}\"" : "\"") + "}";
      EXPECT_EQ(endOf(text + std::string(200, ' ')), text.size()) << text;
    }
}

TEST(JsonNesting, unfinished_goesOn) {
  for (const auto* text : {"{", R"({"a":"})", R"({"a":"\)", "[[]", R"({"a":"\"}")"})
    EXPECT_EQ(endOf(text), kOpen) << text;
}

}  // namespace
}  // namespace aiagent::wire
