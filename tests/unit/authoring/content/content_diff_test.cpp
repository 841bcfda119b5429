#include "core/authoring/content/content_diff.h"

#include <gtest/gtest.h>

#include "core/wire/json_text.h"
#include "tests/unit/authoring/content/content_generators.h"

namespace aiagent::authoring {
namespace {

using domain::AgentContent;

std::vector<std::string> fieldsOf(const std::vector<FieldChange>& changes) {
  std::vector<std::string> fields;
  for (const auto& change : changes) fields.push_back(change.field);
  return fields;
}

AgentContent example() {
  AgentContent content;
  content.name = "Helper";
  content.prompt = "You are kind to {{team}}.";
  content.model = "gpt-5";
  content.parameters.set("temperature", 0.5);
  content.tools =
      R"([{"type":"function","name":"lookup_order","description":"Finds an order."},{"type":"web_search"}])";
  content.outputSchema = R"({"type":"object","properties":{}})";
  content.variables = {{"team", domain::VariableType::String, "Who", "Sales", "", {}}};
  content.knowledge = {
      {"faq.md", "text/markdown", std::string(64, 'a'), 12, domain::KnowledgeUse::InputFile}};
  content.starters = {"Hello", "Where is my order?"};
  content.tags = {"sales", "support"};
  content.cases = {{"refund", "I want my money", {}, "Polite"}, {"", "Hi", {}, "Greets"}};
  return content;
}

TEST(DiffContent, equalContents_haveNoChange) {
  EXPECT_TRUE(diffContent(example(), example()).empty());
}

TEST(DiffContent, everyField_hasItsName) {
  auto after = example();
  after.name = "Clerk";
  after.description = "New";
  after.prompt = "You are calm to {{team}}.";
  after.model.clear();
  after.parameters.set("temperature", 0.7);
  after.parameters.set("top_p", 0.1);
  after.tools = R"([{"type":"mcp","server_label":"shop","server_url":"https://x"},
                    {"name":"lookup_order","description":"Finds an order!","type":"function"}])";
  after.outputSchema = R"({"type":"object","properties":{"a":{"type":"string"}}})";
  after.variables[0].description = "Which team";
  after.knowledge[0].sha256 = std::string(64, 'b');
  after.starters.pop_back();
  after.tags.push_back("test");
  after.cases[0].expect = "Firm";
  const auto changes = diffContent(example(), after);
  EXPECT_EQ(fieldsOf(changes),
            (std::vector<std::string>{"name", "description", "prompt", "model", "parameters.temperature",
                                      "parameters.top_p", "tools.lookup_order", "tools.web_search",
                                      "tools.shop", "outputSchema", "variables.team", "knowledge.faq.md",
                                      "starters", "tags", "cases"}));
  EXPECT_EQ(changes[1].kind, FieldChangeKind::Added);
  EXPECT_EQ(changes[3].kind, FieldChangeKind::Removed);
  EXPECT_EQ(changes[4].before, "0.5");
  EXPECT_EQ(changes[4].form, ValueForm::Json);
  EXPECT_EQ(changes[6].details, (std::vector<JsonChange>{{"description", JsonChangeKind::Changed,
                                                          "\"Finds an order.\"", "\"Finds an order!\""}}));
  EXPECT_EQ(changes[9].details[0].path, "properties.a");
  EXPECT_EQ(changes[10].details[0].path, "description");
  EXPECT_EQ(changes[12].details,
            (std::vector<JsonChange>{{"1", JsonChangeKind::Removed, "\"Where is my order?\"", ""}}));
  EXPECT_EQ(changes[14].details,
            (std::vector<JsonChange>{{"refund.expect", JsonChangeKind::Changed, "\"Polite\"", "\"Firm\""}}));
}

TEST(DiffContent, prompts_carryTheWordsThatChanged) {
  auto after = example();
  after.prompt = "You are calm to {{team}}.";
  const auto changes = diffContent(example(), after);
  ASSERT_EQ(changes.size(), 1u);
  ASSERT_EQ(changes[0].words.size(), 4u);
  EXPECT_EQ(changes[0].words[1].before.of(changes[0].before), "kind");
  EXPECT_EQ(changes[0].words[2].after.of(changes[0].after), "calm");
}

TEST(DiffContent, jsonWrittenOtherwise_isNoChange) {
  auto after = example();
  after.tools =
      "[ {\"type\" : \"web_search\"},\n "
      "{\"name\":\"lookup_order\",\"type\":\"function\",\"description\":\"Finds an order.\"} ]";
  after.outputSchema = "{\"properties\":{ },\"type\":\"object\"}\n";
  EXPECT_TRUE(diffContent(example(), after).empty());
}

TEST(DiffContent, whatIsNoJson_isComparedAsText) {
  auto after = example();
  after.tools = "[{\"type\":";
  after.outputSchema = "{";
  const auto changes = diffContent(example(), after);
  EXPECT_EQ(fieldsOf(changes), (std::vector<std::string>{"tools", "outputSchema"}));
  for (const auto& change : changes) {
    EXPECT_EQ(change.form, ValueForm::Text);
    EXPECT_FALSE(change.words.empty());
  }
}

TEST(DiffContent, cases_areFoundByName) {
  auto after = example();
  std::swap(after.cases[0], after.cases[1]);
  after.cases.push_back({"new", "x", {}, "y"});
  const auto changes = diffContent(example(), after);
  ASSERT_EQ(changes.size(), 1u);
  ASSERT_EQ(changes[0].details.size(), 1u);
  EXPECT_EQ(changes[0].details[0].path, "new");
  EXPECT_EQ(changes[0].details[0].kind, JsonChangeKind::Added);
}

TEST(DiffContent, property_toldOnceEachAndMirrored) {
  EXPECT_TRUE(rc::check([] {
    const auto before = anyContent(), after = edited(before);
    const auto changes = diffContent(before, after);
    RC_ASSERT(diffContent(before, before).empty());
    auto there = fieldsOf(changes), back = fieldsOf(diffContent(after, before));
    std::sort(there.begin(), there.end());
    std::sort(back.begin(), back.end());
    RC_ASSERT(there == back);
    RC_ASSERT(std::adjacent_find(there.begin(), there.end()) == there.end());
    for (const auto& change : changes) {
      RC_ASSERT(change.before != change.after);
      if (change.form == ValueForm::Json)
        for (const auto& json : {change.before, change.after}) RC_ASSERT(json.empty() || wire::isJson(json));
    }
  }));
}

}  // namespace
}  // namespace aiagent::authoring
