#include "core/domain/agent_version.h"

#include <gtest/gtest.h>

#include <functional>

namespace aiagent::domain {
namespace {

AgentContent usual() {
  AgentContent content;
  content.name = "Triage";
  content.prompt = "You sort tickets for {{team}}.";
  content.model = "m-1";
  content.parameters.set("temperature", 0.5);
  content.variables = {{.name = "team", .description = "who asks", .example = "red"}};
  content.knowledge = {
      {.name = "a.md", .mediaType = "text/markdown", .sha256 = std::string(64, 'a'), .bytes = 3}};
  return content;
}

TEST(ContentHash, anyVersionedField_changesIt) {
  const std::vector<std::function<void(AgentContent&)>> edits = {
      [](auto& c) { c.prompt += " "; },
      [](auto& c) { c.model = "m-2"; },
      [](auto& c) { c.tools = "[]"; },
      [](auto& c) { c.outputSchema = "{}"; },
      [](auto& c) { c.parameters.set("temperature", 0.6); },
      [](auto& c) { c.parameters.set("temperature", std::string("0.5")); },
      [](auto& c) { c.parameters.remove("temperature"); },
      [](auto& c) { c.variables[0].name = "group"; },
      [](auto& c) { c.variables[0].type = VariableType::Choice; },
      [](auto& c) { c.variables[0].choices = {"red"}; },
      [](auto& c) { c.variables[0].defaultValue = "red"; },
      [](auto& c) { c.variables.clear(); },
      [](auto& c) { c.knowledge[0].use = KnowledgeUse::FileSearch; },
      [](auto& c) { c.knowledge[0].sha256[0] = 'b'; },
  };
  for (std::size_t i = 0; i < edits.size(); ++i) {
    auto edited = usual();
    edits[i](edited);
    EXPECT_NE(contentHash(edited), contentHash(usual())) << i;
    EXPECT_FALSE(sameVersionedFields(edited, usual())) << i;
    EXPECT_TRUE(sameVersionedFields(withVersionedFields(usual(), edited), edited)) << i;
  }
}

TEST(ContentHash, fieldsOfTheAgentAlone_leaveIt) {
  auto renamed = usual();
  renamed.name = "Other";
  renamed.description = "x";
  renamed.tags = {"t"};
  renamed.starters = {"Hi"};
  renamed.cases = {{.input = "a"}};
  EXPECT_EQ(contentHash(renamed), contentHash(usual()));
  EXPECT_EQ(withVersionedFields(renamed, usual()), renamed);
}

TEST(ContentHash, textMovedBetweenFields_changesIt) {
  AgentContent one, other;
  one.prompt = "ab";
  one.model = "c";
  other.prompt = "a";
  other.model = "bc";
  EXPECT_NE(contentHash(one), contentHash(other));
}

// Of a recorded content: versions of other devices and of older programs must compare equal for ever.
TEST(ContentHash, recordedContent_isAsRecorded) {
  EXPECT_EQ(contentHash(usual()), "b55e7a61cd64ed6f0549b7ec12d01277b2a02166d49e9d10f702a0bbcccecc37");
}

TEST(CheckLabelName, wordsOfVersions_areRefused) {
  for (const char* good : {"draft", "production", "eu-west.1", "2026"})
    EXPECT_TRUE(checkLabelName(good).ok()) << good;
  for (const char* bad : {"", "v12", "head", "latest", "Prod", "-x", "a b", "ä"})
    EXPECT_EQ(checkLabelName(bad).error().subject, "label") << bad;
}

TEST(Fits, typedVariables_takeTheirValues) {
  const Variable number{.name = "n", .type = VariableType::Number};
  EXPECT_TRUE(fits(number, "-1.5e3"));
  EXPECT_FALSE(fits(number, "1.5 kg"));
  EXPECT_FALSE(fits(number, "nan"));
  const Variable choice{.name = "c", .type = VariableType::Choice, .choices = {"red", "blue"}};
  EXPECT_TRUE(fits(choice, "red"));
  EXPECT_FALSE(fits(choice, "green"));
  EXPECT_FALSE(fits({.name = "b", .type = VariableType::Boolean}, "yes"));
}

TEST(CompletedValues, defaultsFillInAndTypesAreHeld) {
  const std::vector<Variable> declared = {
      {.name = "team", .defaultValue = "red"},
      {.name = "n", .type = VariableType::Number},
  };
  const auto done = completedValues(declared, {{"n", "2"}, {"other", "x"}});
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(*done, (VariableValues{{"n", "2"}, {"other", "x"}, {"team", "red"}}));
  EXPECT_EQ(completedValues(declared, {{"team", ""}})->at("team"), "");
  EXPECT_EQ(completedValues(declared, {{"n", "two"}}).error().subject, "n");
}

TEST(Normalised, faultyVariablesCasesAndKnowledge_areNamed) {
  const auto subjectOf = [](const std::function<void(AgentContent&)>& edit) {
    auto content = usual();
    edit(content);
    const auto tidy = normalised(content);
    return tidy ? std::string() : tidy.error().subject;
  };
  EXPECT_EQ(subjectOf([](auto&) {}), "");
  EXPECT_EQ(subjectOf([](auto& c) { c.variables.push_back(c.variables[0]); }), "variable");
  EXPECT_EQ(subjectOf([](auto& c) { c.variables[0].name = "a b"; }), "variable");
  EXPECT_EQ(subjectOf([](auto& c) { c.variables[0].type = VariableType::Choice; }), "variable");
  EXPECT_EQ(subjectOf([](auto& c) { c.cases = {{.variables = {{"a b", "x"}}}}; }), "case");
  EXPECT_EQ(subjectOf([](auto& c) { c.knowledge[0].name = "../a"; }), "knowledge");
  EXPECT_EQ(subjectOf([](auto& c) { c.knowledge[0].sha256 = "x"; }), "knowledge");
  EXPECT_EQ(subjectOf([](auto& c) { c.knowledge.push_back(c.knowledge[0]); }), "knowledge");
}

}  // namespace
}  // namespace aiagent::domain
