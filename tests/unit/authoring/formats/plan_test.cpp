#include "core/authoring/formats/plan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/authoring/formats/export.h"
#include "tests/unit/authoring/formats/agent_generator.h"

namespace aiagent::authoring {
namespace {

domain::AgentId agentId(std::uint8_t number) {
  domain::AgentId id;
  id.uuid.bytes[15] = number;
  return id;
}

domain::AgentContent agent(const std::string& name) {
  return {
      .name = name, .description = "d", .prompt = "Hi {{a}}", .model = "m", .starters = {"s"}, .tags = {"t"}};
}

ExistingAgent existing(domain::AgentId id, const domain::AgentContent& content) {
  return {id, content, 1};
}

Files exported(const domain::AgentContent& content, domain::AgentId id, Format format) {
  return exportAgent({content, id, {}}, format)->files;
}

TEST(Plan, knownId_isSameOrConflictWhateverTheName) {
  const auto there = existing(agentId(1), agent("a"));
  for (const auto format : {Format::OwnJson, Format::LibraryFolder, Format::Markdown}) {
    const auto same = plan(exported(agent("a"), agentId(1), format), {there});
    ASSERT_EQ(same.items.size(), 1u);
    EXPECT_EQ(same.items[0].result, PlanResult::Same);
    EXPECT_EQ(same.items[0].existing, agentId(1));
    const auto renamed = plan(exported(agent("b"), agentId(1), format), {there});
    EXPECT_EQ(renamed.items[0].result, PlanResult::Conflict);
    EXPECT_EQ(renamed.items[0].existing, agentId(1));
  }
}

TEST(Plan, withoutId_theNameDecides) {
  const auto there = existing(agentId(1), agent("a"));
  EXPECT_EQ(plan(exported(agent("a"), {}, Format::OwnJson), {there}).items[0].result, PlanResult::Same);
  EXPECT_EQ(plan(exported(agent("b"), {}, Format::OwnJson), {there}).items[0].result, PlanResult::New);
  auto changed = agent("a");
  changed.starters = {"other"};
  EXPECT_EQ(plan(exported(changed, {}, Format::OwnJson), {there}).items[0].result, PlanResult::Conflict);
}

TEST(Plan, formatWithoutStarters_isSameByWhatItCarries) {
  const auto there = existing(agentId(1), agent("a"));
  const auto found = plan(exported(agent("a"), {}, Format::PromptyV1), {there});
  EXPECT_EQ(found.items[0].result, PlanResult::Same);
  EXPECT_EQ(found.items[0].existing, agentId(1));
}

TEST(Plan, oneIdTwice_isSameOrRefused) {
  auto files = exported(agent("a"), agentId(1), Format::OwnJson);
  files.push_back({"b.json", files[0].bytes});
  files.push_back({"c.json", exported(agent("c"), agentId(1), Format::OwnJson)[0].bytes});
  const auto found = plan(files, {});
  ASSERT_EQ(found.items.size(), 3u);
  EXPECT_EQ(found.items[0].result, PlanResult::New);
  EXPECT_EQ(found.items[1].result, PlanResult::Same);
  EXPECT_EQ(found.items[2].result, PlanResult::Refused);
  EXPECT_EQ(found.items[2].error->code, base::ErrorCode::Ambiguous);
}

TEST(Plan, brokenFile_isRefusedWithItsError) {
  const auto found = plan({{"a.json", "{"}}, {});
  ASSERT_EQ(found.items.size(), 1u);
  EXPECT_EQ(found.items[0].result, PlanResult::Refused);
  EXPECT_EQ(found.items[0].name, "a.json");
  EXPECT_EQ(found.items[0].error->code, base::ErrorCode::InvalidInput);
  EXPECT_FALSE(found.items[0].imported.has_value());
}

// Export, then import: nothing has changed, whatever the format has no place for or lays out otherwise.
class PlanOfExport : public testing::TestWithParam<Format> {};

domain::AgentContent fullAgent() {
  auto content = agent("Ticket triage");
  content.prompt = "You sort tickets for {{team}}.\n\nAnswer in one word.";
  content.parameters.set("temperature", 0.5);
  content.parameters.set("reasoning.effort", std::string("low"));
  content.tools =
      "[\n  {\"type\": \"function\", \"name\": \"look_up\",\n   \"parameters\": {\"type\": \"object\", "
      "\"properties\": {\"id\": {\"type\": \"string\"}}}}]";
  content.outputSchema =
      "{ \"type\":\"object\",  \"properties\": {\"box\":{\"type\":\"string\"}},\n\"required\":[\"box\"] }";
  content.variables = {{.name = "team", .description = "Whose tickets", .example = "red"}};
  content.cases = {{.name = "fire", .input = "Smoke", .variables = {{"team", "red"}}, .expect = "urgent"}};
  return content;
}

TEST_P(PlanOfExport, unchangedAgent_isSame) {
  const auto there = existing(agentId(1), fullAgent());
  const auto found = plan(exported(fullAgent(), {}, GetParam()), {there});
  ASSERT_EQ(found.items.size(), 1u);
  EXPECT_EQ(found.items[0].result, PlanResult::Same) << found.items[0].name;
  EXPECT_EQ(found.items[0].existing, agentId(1));
}

TEST_P(PlanOfExport, changedPrompt_isNoLongerSame) {
  auto changed = fullAgent();
  changed.prompt += " Please.";
  const auto found = plan(exported(fullAgent(), {}, GetParam()), {existing(agentId(1), changed)});
  ASSERT_EQ(found.items.size(), 1u);
  EXPECT_NE(found.items[0].result, PlanResult::Same);
}

// An agent that has next to nothing may be a file of any format, so the format is told.
TEST_P(PlanOfExport, anyTameAgent_isSame) {
  const auto format = GetParam();
  EXPECT_TRUE(rc::check([format] {
    const auto content = *anyAgent(Wildness::Tame);
    const auto files = exported(content, {}, format);
    const auto as = files.size() == 1 ? std::optional(format) : std::nullopt;
    const auto found = plan(files, {existing(agentId(1), content)}, {.as = as});
    RC_ASSERT(found.items.size() == 1u);
    RC_ASSERT(found.items[0].result == PlanResult::Same);
  }));
}

INSTANTIATE_TEST_SUITE_P(Formats, PlanOfExport,
                         testing::Values(Format::OwnJson, Format::PromptyV1, Format::PromptyV2,
                                         Format::Promptfoo, Format::Langfuse, Format::OpenAiPrompt,
                                         Format::OpenAiResponses, Format::Markdown, Format::AgentsMd,
                                         Format::SkillMd, Format::LibraryFolder),
                         [](const auto& one) {
                           std::string name(toWord(one.param));
                           std::erase(name, '-');
                           return name;
                         });

TEST(Plan, eachField_countsWhereTheFormatCarriesIt) {
  const auto there = existing(agentId(1), fullAgent());
  const auto result = [&](auto edit) {
    auto changed = fullAgent();
    edit(changed);
    return plan(exported(changed, agentId(1), Format::Markdown), {there}).items[0].result;
  };
  using Content = domain::AgentContent;
  EXPECT_EQ(result([](Content&) {}), PlanResult::Same);
  EXPECT_EQ(result([](Content& c) { c.name += "x"; }), PlanResult::Conflict);
  EXPECT_EQ(result([](Content& c) { c.description += "x"; }), PlanResult::Conflict);
  EXPECT_EQ(result([](Content& c) { c.model += "x"; }), PlanResult::Conflict);
  EXPECT_EQ(result([](Content& c) { c.tools = "[]"; }), PlanResult::Conflict);
  EXPECT_EQ(result([](Content& c) { c.starters = {}; }), PlanResult::Conflict);
  EXPECT_EQ(result([](Content& c) { c.tags.push_back("x"); }), PlanResult::Conflict);
  EXPECT_EQ(result([](Content& c) { c.cases.clear(); }), PlanResult::Conflict);
  EXPECT_EQ(result([](Content& c) { c.variables[0].example += "x"; }), PlanResult::Conflict);
}

TEST(Plan, madeUpName_findsItsAgentOnlyWhereTheyAreTheSame) {
  auto changed = fullAgent();
  const auto files = exported(fullAgent(), {}, Format::OpenAiResponses);
  EXPECT_EQ(plan(files, {existing(agentId(1), changed)}).items[0].result, PlanResult::Same);
  changed.model = "other";
  EXPECT_EQ(plan(files, {existing(agentId(1), changed)}).items[0].result, PlanResult::New);
}

}  // namespace
}  // namespace aiagent::authoring
