#include "core/authoring/formats/plan.h"

#include <gtest/gtest.h>

#include "core/authoring/formats/export.h"
#include "core/domain/agent_version.h"

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
  return {id, content.name, domain::contentHash(content), restHash(content)};
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

TEST(RestHash, eachField_countsAndTheVersionedOnesDoNot) {
  const auto base = restHash(agent("a"));
  auto other = agent("a");
  other.prompt = "x";
  EXPECT_EQ(restHash(other), base);
  for (auto* text : {&other.name, &other.description}) {
    *text += "x";
    EXPECT_NE(restHash(other), base);
    text->pop_back();
  }
  other.starters = {};
  EXPECT_NE(restHash(other), base);
  other = agent("a");
  other.cases = {{.input = "i"}};
  EXPECT_NE(restHash(other), base);
}

}  // namespace
}  // namespace aiagent::authoring
