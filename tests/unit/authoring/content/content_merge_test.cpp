#include "core/authoring/content/content_merge.h"

#include <gtest/gtest.h>

#include "core/authoring/content/content_items.h"
#include "tests/unit/authoring/content/content_generators.h"

namespace aiagent::authoring {
namespace {

using domain::AgentContent;

AgentContent base() {
  AgentContent content;
  content.name = "Helper";
  content.description = "Helps people.";
  content.prompt = "You are kind.\nBe brief.\n";
  content.model = "gpt-5";
  content.parameters.set("temperature", 0.5);
  content.tools = R"([{"type":"function","name":"find","description":"Finds."}, {"type":"web_search"}])";
  content.variables = {{"team", domain::VariableType::Choice, "Who", "", "a", {"a", "b"}}};
  content.knowledge = {
      {"faq.md", "text/markdown", std::string(64, 'a'), 12, domain::KnowledgeUse::InputFile}};
  content.starters = {"Hello"};
  content.tags = {"sales", "support"};
  content.cases = {{"refund", "I want my money", {{"team", "a"}}, "Is polite."}};
  return content;
}

TEST(MergeContent, changesOfDifferentFields_areAllTaken) {
  auto mine = base(), theirs = base();
  mine.prompt = "You are very kind.\nBe brief.\n";
  mine.parameters.set("top_p", 0.2);
  mine.tools =
      R"([{"type":"function","name":"find","description":"Finds."}, {"type":"web_search"}, {"type":"function","name":"pay"}])";
  mine.tags = {"new", "sales", "support"};
  mine.cases.push_back({"greeting", "Hi", {}, "Greets."});
  theirs.model = "gpt-5-mini";
  theirs.prompt = "You are kind.\nBe brief and warm.\n";
  theirs.parameters.remove("temperature");
  theirs.tools = R"([{"type":"function","name":"find","description":"Finds it."}, {"type":"web_search"}])";
  theirs.tags = {"sales"};
  theirs.starters.push_back("Bye");
  theirs.cases[0].expect = "Is polite and firm.";
  const auto merge = mergeContent(base(), mine, theirs);
  EXPECT_TRUE(merge.clean());
  const auto& content = merge.content;
  EXPECT_EQ(content.prompt, "You are very kind.\nBe brief and warm.\n");
  EXPECT_EQ(content.model, "gpt-5-mini");
  EXPECT_FALSE(content.parameters.find("temperature"));
  EXPECT_TRUE(content.parameters.find("top_p"));
  EXPECT_EQ(content.tags, (std::vector<std::string>{"new", "sales"}));
  EXPECT_EQ(content.starters, (std::vector<std::string>{"Hello", "Bye"}));
  ASSERT_EQ(content.cases.size(), 2u);
  EXPECT_EQ(content.cases[0].expect, "Is polite and firm.");
  const auto tools = toolItems(content.tools);
  ASSERT_TRUE(tools);
  ASSERT_EQ(tools->size(), 3u);
  EXPECT_NE((*tools)[0].json.find("Finds it."), std::string::npos);
}

TEST(MergeContent, scalarsChangedTwice_keepTheirsAndTell) {
  auto mine = base(), theirs = base();
  mine.name = "Clerk";
  theirs.name = "Seller";
  mine.parameters.set("temperature", 0.1);
  theirs.parameters.remove("temperature");
  const auto merge = mergeContent(base(), mine, theirs);
  EXPECT_EQ(merge.content, theirs);
  ASSERT_EQ(merge.conflicts.size(), 2u);
  EXPECT_EQ(merge.conflicts[0], (FieldConflict{"name", ValueForm::Text, "Helper", "Clerk", "Seller", {}}));
  EXPECT_EQ(merge.conflicts[1],
            (FieldConflict{"parameters.temperature", ValueForm::Json, "0.5", "0.1", std::nullopt, {}}));
}

TEST(MergeContent, promptsInConflict_tellWhere) {
  auto mine = base(), theirs = base();
  mine.prompt = "You are calm.\nBe brief.\n";
  theirs.prompt = "You are rude.\nBe brief.\n";
  const auto merge = mergeContent(base(), mine, theirs);
  ASSERT_EQ(merge.conflicts.size(), 1u);
  EXPECT_EQ(merge.conflicts[0].field, "prompt");
  ASSERT_EQ(merge.conflicts[0].regions.size(), 1u);
  EXPECT_EQ(merge.conflicts[0].regions[0].result.of(merge.content.prompt), "rude");
}

TEST(MergeContent, toolsChangedTwiceOrRemoved_areConflicts) {
  auto mine = base(), theirs = base();
  mine.tools = R"([{"type":"function","name":"find","description":"Mine."}])";
  theirs.tools =
      R"([{"type":"function","name":"find","description":"Theirs."}, {"type":"web_search","search_context_size":"low"}])";
  const auto merge = mergeContent(base(), mine, theirs);
  EXPECT_EQ(merge.content.tools, theirs.tools);
  ASSERT_EQ(merge.conflicts.size(), 2u);
  EXPECT_EQ(merge.conflicts[0].field, "tools.find");
  EXPECT_EQ(merge.conflicts[1].field, "tools.web_search");
  EXPECT_FALSE(merge.conflicts[1].mine);
}

TEST(MergeContent, jsonWrittenOtherwise_isNoConflict) {
  auto mine = base(), theirs = base();
  mine.tools = R"([ {"name":"find","type":"function","description":"Finds."}, {"type":"web_search"} ])";
  theirs.tools = R"([{"type":"function","name":"find","description":"Finds it."}])";
  mine.outputSchema = R"({"type":"object","title":"x"})";
  theirs.outputSchema = R"({"title":"x","type":"object"})";
  const auto merge = mergeContent(base(), mine, theirs);
  EXPECT_TRUE(merge.clean());
  EXPECT_EQ(merge.content.tools, theirs.tools);
}

TEST(MergeContent, variables_areMergedByMember) {
  auto mine = base(), theirs = base();
  mine.variables[0].description = "Which team";
  mine.variables[0].choices = {"a", "b", "c"};
  theirs.variables[0].example = "b";
  const auto merge = mergeContent(base(), mine, theirs);
  EXPECT_TRUE(merge.clean());
  EXPECT_EQ(merge.content.variables,
            (std::vector<domain::Variable>{
                {"team", domain::VariableType::Choice, "Which team", "b", "a", {"a", "b", "c"}}}));
  // the default is no choice any more
  mine.variables[0].choices = {"b"};
  mine.variables[0].defaultValue = "b";
  theirs.variables[0].choices = {"a"};
  const auto other = mergeContent(base(), mine, theirs);
  ASSERT_EQ(other.conflicts.size(), 1u);
  EXPECT_EQ(other.conflicts[0].field, "variables.team");
  EXPECT_EQ(other.content.variables, theirs.variables);
}

TEST(MergeContent, knowledgeAndCasesChangedTwice_areConflicts) {
  auto mine = base(), theirs = base();
  mine.knowledge[0].sha256 = std::string(64, 'b');
  theirs.knowledge[0].sha256 = std::string(64, 'c');
  mine.cases[0].variables["team"] = "b";
  mine.cases[0].input = "I want my money back";
  theirs.cases[0].variables["team"] = "c";
  const auto merge = mergeContent(base(), mine, theirs);
  ASSERT_EQ(merge.conflicts.size(), 2u);
  EXPECT_EQ(merge.conflicts[0].field, "knowledge.faq.md");
  EXPECT_EQ(merge.conflicts[1].field, "cases.refund.variables.team");
  EXPECT_EQ(merge.content.cases[0].input, "I want my money back");
  EXPECT_EQ(merge.content.knowledge, theirs.knowledge);
}

TEST(MergeContent, whatIsNoJson_isOneText) {
  auto mine = base(), theirs = base();
  mine.tools = "[{";
  EXPECT_EQ(mergeContent(base(), mine, base()).content.tools, "[{");
  theirs.tools = "[";
  const auto merge = mergeContent(base(), mine, theirs);
  ASSERT_EQ(merge.conflicts.size(), 1u);
  EXPECT_EQ(merge.content.tools, "[");
}

TEST(MergeContent, property_unchangedSidesAndEqualChangesAreTheOther) {
  EXPECT_TRUE(rc::check([] {
    const auto was = anyContent(), other = edited(was);
    auto expected = other;
    std::sort(expected.tags.begin(), expected.tags.end());
    RC_ASSERT((mergeContent(was, was, other) == ContentMerge{expected, {}}));
    RC_ASSERT((mergeContent(was, other, was) == ContentMerge{expected, {}}));
    RC_ASSERT((mergeContent(was, other, other) == ContentMerge{expected, {}}));
  }));
}

TEST(MergeContent, property_whoIsMineDoesNotMatterInACleanMerge) {
  int clean = 0;
  EXPECT_TRUE(rc::check([&clean] {
    const auto was = anyContent(), mine = edited(was), theirs = edited(was);
    const auto one = mergeContent(was, mine, theirs), other = mergeContent(was, theirs, mine);
    RC_ASSERT(one.clean() == other.clean());
    RC_ASSERT(one.conflicts.size() == other.conflicts.size());
    if (!one.clean()) return;
    RC_ASSERT(one == other);
    ++clean;
  }));
  EXPECT_GT(clean, 10);
}

// Nothing is lost: what only one side changed is in the result, and what both changed is told.
TEST(MergeContent, property_everyChangeOfMineIsTakenOrTold) {
  EXPECT_TRUE(rc::check([] {
    const auto was = anyContent(), mine = edited(was), theirs = edited(was);
    const auto merge = mergeContent(was, mine, theirs);
    const auto told = [&](const std::string& field) {
      return std::any_of(merge.conflicts.begin(), merge.conflicts.end(),
                         [&](const auto& conflict) { return conflict.field.rfind(field, 0) == 0; });
    };
    for (const auto& parameter : mine.parameters.all()) {
      const auto* before = was.parameters.find(parameter.name);
      if (before && *before == parameter.value) continue;
      const auto* now = merge.content.parameters.find(parameter.name);
      RC_ASSERT((now && *now == parameter.value) || told("parameters." + parameter.name));
    }
    for (const auto& tag : mine.tags)
      if (std::find(was.tags.begin(), was.tags.end(), tag) == was.tags.end())
        RC_ASSERT(std::find(merge.content.tags.begin(), merge.content.tags.end(), tag) !=
                  merge.content.tags.end());
    for (const auto& tag : was.tags)
      if (std::find(mine.tags.begin(), mine.tags.end(), tag) == mine.tags.end())
        RC_ASSERT(std::find(merge.content.tags.begin(), merge.content.tags.end(), tag) ==
                  merge.content.tags.end());
    if (mine.model != was.model) RC_ASSERT(merge.content.model == mine.model || told("model"));
    for (const auto& variable : mine.variables) {
      if (std::find(was.variables.begin(), was.variables.end(), variable) != was.variables.end()) continue;
      const auto now = std::find_if(merge.content.variables.begin(), merge.content.variables.end(),
                                    [&](const auto& other) { return other.name == variable.name; });
      RC_ASSERT(now != merge.content.variables.end() || told("variables." + variable.name));
    }
    RC_ASSERT(merge == mergeContent(was, mine, theirs));
  }));
}

}  // namespace
}  // namespace aiagent::authoring
