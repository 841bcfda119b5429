#include "core/authoring/content/content_field.h"

#include <gtest/gtest.h>

#include "core/authoring/content/content_diff.h"
#include "core/authoring/content/content_merge.h"
#include "tests/unit/authoring/content/content_generators.h"

namespace aiagent::authoring {
namespace {

using domain::AgentContent;

AgentContent mine() {
  AgentContent content;
  content.name = "Helper";
  content.prompt = "Be kind.";
  content.parameters.set("temperature", 0.5);
  content.tools = R"([{"type":"function","name":"find","description":"mine"}])";
  content.variables = {{"team", domain::VariableType::String, "mine"}};
  content.cases = {{"refund", "in", {{"team", "red"}}, "out"}};
  return content;
}

AgentContent theirs() {
  auto content = mine();
  content.prompt = "Be brief.";
  content.parameters.set("temperature", 0.9);
  content.tools = R"([{"type":"function","name":"find","description":"theirs"},{"type":"web_search"}])";
  content.variables[0].description = "theirs";
  content.cases[0].expect = "other";
  content.cases[0].variables = {{"team", "blue"}};
  content.tags = {"new"};
  return content;
}

TEST(WithFieldOf, eachFieldThatDiffers_isTakenAlone) {
  for (const auto& change : diffContent(mine(), theirs())) {
    const auto left = diffContent(withFieldOf(mine(), theirs(), change.field), theirs());
    for (const auto& other : left) EXPECT_NE(other.field, change.field);
    EXPECT_EQ(left.size() + 1, diffContent(mine(), theirs()).size()) << change.field;
  }
}

TEST(WithFieldOf, partOfACase_leavesTheRestOfIt) {
  auto content = withFieldOf(mine(), theirs(), "cases.refund.expect");
  EXPECT_EQ(content.cases[0].expect, "other");
  EXPECT_EQ(content.cases[0].variables.at("team"), "red");
  content = withFieldOf(mine(), theirs(), "cases.refund.variables.team");
  EXPECT_EQ(content.cases[0].variables.at("team"), "blue");
}

TEST(WithFieldOf, whatIsNotThere_isTakenAway) {
  const AgentContent none;
  EXPECT_TRUE(withFieldOf(mine(), none, "variables.team").variables.empty());
  EXPECT_TRUE(withFieldOf(mine(), none, "cases.refund").cases.empty());
  EXPECT_TRUE(withFieldOf(mine(), none, "tools.find").tools.empty());
  EXPECT_EQ(withFieldOf(mine(), none, "parameters.temperature").parameters.find("temperature"), nullptr);
}

TEST(WithFieldOf, unknownField_changesNothing) {
  EXPECT_EQ(withFieldOf(mine(), theirs(), "colour"), mine());
}

// What a person does who settles every conflict one way.
TEST(WithFieldOf, everyConflictSettledForOneSide_isThatSidesMerge) {
  AgentContent base = mine();
  base.prompt = "Be.";
  base.parameters.set("temperature", 0.1);
  base.tools = R"([{"type":"function","name":"find","description":"base"}])";
  const auto merge = mergeContent(base, mine(), theirs());
  const auto swapped = mergeContent(base, theirs(), mine());
  ASSERT_FALSE(merge.clean());
  auto settled = merge.content;
  for (const auto& conflict : merge.conflicts)
    settled = withFieldOf(settled, swapped.content, conflict.field);
  EXPECT_TRUE(diffContent(settled, swapped.content).empty());
}

}  // namespace
}  // namespace aiagent::authoring
