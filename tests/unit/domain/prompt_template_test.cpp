#include "core/domain/prompt_template.h"

#include <gtest/gtest.h>

namespace aiagent::domain {
namespace {

TEST(FindVariables, plainAndSpacedAndForeignNames_areFound) {
  const auto uses = findVariables("a {{team}} {{ größe }} {{x-1.y_2}}");
  ASSERT_EQ(uses.size(), 3u);
  EXPECT_EQ(uses[0], (VariableUse{2, 10, "team"}));
  EXPECT_EQ(uses[1].name, "größe");
  EXPECT_EQ(uses[2].name, "x-1.y_2");
}

TEST(FindVariables, whatIsNoName_isText) {
  EXPECT_TRUE(findVariables("{{}} {{ }} {{a b}} {{1a}} {{a} } {{unclosed").empty());
}

TEST(FindVariables, extraBraces_innerPairWins) {
  EXPECT_EQ(variableNames("{{{name}}}"), std::vector<std::string>{"name"});
}

TEST(FillVariables, everyUse_isReplacedOnce) {
  const auto filled = fillVariables("{{a}}-{{b}}-{{a}}", {{"a", "{{b}}"}, {"b", "2"}});
  EXPECT_EQ(*filled, "{{b}}-2-{{b}}");
}

TEST(FillVariables, missing_areAllNamedOnce) {
  const auto filled = fillVariables("{{team}} {{urgency}} {{team}} {{known}}", {{"known", ""}});
  ASSERT_FALSE(filled.ok());
  EXPECT_EQ(filled.error().subject, "team, urgency");
}

TEST(FindVariables, manyOpenBraces_costsLinearTime) {
  EXPECT_TRUE(findVariables(std::string(2'000'000, '{')).empty());
}

}  // namespace
}  // namespace aiagent::domain
