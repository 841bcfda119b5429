#include "core/authoring/formats/export.h"

#include <gtest/gtest.h>

#include "core/authoring/formats/import.h"
#include "core/base/sha256.h"
#include "tests/unit/authoring/formats/fixtures.h"

namespace aiagent::authoring {
namespace {

// One of everything.
AgentToExport fullAgent() {
  domain::AgentContent content{
      .name = "Ticket triage",
      .description = "Sorts tickets into boxes.\nFast.",
      .prompt = "You sort tickets for {{team}}.\n\n# Rules\n\n- Be kind: always.\n",
      .model = "gpt-5-mini",
      .tools =
          R"([{"type":"web_search"},{"type":"function","name":"find","parameters":{"type":"object","properties":{"q":{"type":"string"}},"required":["q"],"additionalProperties":false}}])",
      .outputSchema =
          R"({"type":"object","properties":{"box":{"type":"string"}},"required":["box"],"additionalProperties":false})",
      .starters = {"Printer on fire", "I forgot my password"},
      .tags = {"office", "support"},
      .variables = {{.name = "team",
                     .type = domain::VariableType::Choice,
                     .description = "Whose",
                     .example = "red",
                     .defaultValue = "blue",
                     .choices = {"blue", "red"}},
                    {.name = "limit", .type = domain::VariableType::Number, .defaultValue = "5"}},
      .cases = {{.name = "Smoke",
                 .input = "Smoke in room 5!",
                 .variables = {{"team", "red"}},
                 .expect = "Says it is urgent"}},
      .knowledge = {
          {.name = "rooms.csv", .mediaType = "text/csv", .sha256 = base::sha256Hex("a,b"), .bytes = 3}}};
  content.parameters.set("temperature", 0.5);
  content.parameters.set("reasoning.effort", std::string("low"));
  content.parameters.set("metadata", domain::JsonText{R"({"owner":"it"})"});
  VersionEntry version;
  version.number = 3;
  version.author = "Ada";
  version.message = "Be kinder";
  version.created = base::wallTimeFromMillis(1'767'323'045'678);
  version.labels = {"production"};
  return {content, *domain::AgentId::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31"), {version}};
}

class Golden : public testing::TestWithParam<Format> {};

TEST_P(Golden, fullAgent_isWrittenAsTheGoldenFileSays) {
  const auto exported =
      exportAgent(fullAgent(), GetParam(),
                  {.url = "https://agents.example/triage", .knowledge = [](const auto&) { return "a,b"; }});
  ASSERT_TRUE(exported.ok());
  std::string text;
  for (const auto& file : exported->files) text += "== " + file.path + '\n' + file.bytes;
  text += "== losses\n";
  for (const auto& loss : exported->losses)
    text += loss.field + " (" + std::string(toWord(loss.reason)) + "): " + loss.excerpt + '\n';
  expectGolden("golden/export-" + std::string(toWord(GetParam())) + ".txt", text);
}

INSTANTIATE_TEST_SUITE_P(Export, Golden,
                         testing::Values(Format::OwnJson, Format::PromptyV1, Format::PromptyV2,
                                         Format::Promptfoo, Format::Langfuse, Format::OpenAiPrompt,
                                         Format::OpenAiResponses, Format::Markdown, Format::AgentsMd,
                                         Format::SkillMd, Format::AgentCard, Format::LibraryFolder),
                         [](const auto& one) {
                           std::string name(toWord(one.param));
                           std::erase(name, '-');
                           return name;
                         });

TEST(ExportAgent, importOnlyFormat_isRefused) {
  EXPECT_EQ(exportAgent(fullAgent(), Format::OpenAiChat).error().subject, "format");
}

TEST(ExportAgent, history_comesBackFromOwnFormats) {
  const auto agent = fullAgent();
  for (const auto format : {Format::OwnJson, Format::LibraryFolder}) {
    const auto exported = exportAgent(agent, format);
    const auto read = importFiles(exported->files);
    ASSERT_EQ(read.items.size(), 1u);
    ASSERT_TRUE(read.items[0].imported.ok());
    EXPECT_EQ(read.items[0].imported->versions, agent.versions);
    EXPECT_EQ(read.items[0].imported->id, agent.id);
  }
}

TEST(ExportAgent, contentsOfVersions_areCarriedByJsonAndToldByTheFolder) {
  auto agent = fullAgent();
  agent.versions[0].content = agent.content;
  const auto json = exportAgent(agent, Format::OwnJson);
  EXPECT_TRUE(json->losses.empty());
  EXPECT_EQ(importFiles(json->files).items[0].imported->versions, agent.versions);
  const auto folder = exportAgent(agent, Format::LibraryFolder);
  ASSERT_EQ(folder->losses.size(), 1u);
  EXPECT_EQ(folder->losses[0].field, "versions.content");
}

TEST(ExportAgent, promptOfAnotherTemplateLanguage_isTold) {
  const auto exported =
      exportAgent({{.name = "x", .prompt = "Write {% raw %} and {{ a | b }}"}, {}, {}}, Format::PromptyV1);
  ASSERT_EQ(exported->losses.size(), 2u);
  EXPECT_EQ(exported->losses[0].reason, LossReason::TemplateLogic);
}

TEST(StaleFiles, renamedAgentAndEmptiedCases_areNamed) {
  auto agent = fullAgent();
  const auto before = exportAgent(agent, Format::LibraryFolder)->files;
  EXPECT_TRUE(staleFiles(before, before).empty());
  agent.content.cases.clear();
  const auto without = exportAgent(agent, Format::LibraryFolder)->files;
  EXPECT_EQ(staleFiles(before, without), std::vector<std::string>{"ticket-triage-8a6d4c31/cases.yaml"});
  agent.content.name = "Sorter";
  const auto renamed = exportAgent(agent, Format::LibraryFolder)->files;
  EXPECT_EQ(staleFiles(before, renamed).size(), 5u);
  agent.id.uuid.bytes[0] ^= 1;
  EXPECT_TRUE(staleFiles(before, exportAgent(agent, Format::LibraryFolder)->files).empty())
      << "another agent";
}

TEST(LossesBetween, eachChangedValue_isNamed) {
  const auto before = fullAgent().content;
  const auto fieldOf = [&](auto change) {
    auto after = before;
    change(after);
    std::string fields;
    for (const auto& loss : lossesBetween(before, after, Format::OwnJson)) fields += loss.field + ';';
    return fields;
  };
  using Content = domain::AgentContent;
  EXPECT_EQ(fieldOf([](Content&) {}), "");
  EXPECT_EQ(fieldOf([](Content& c) { c.name = "x"; }), "name;");
  EXPECT_EQ(fieldOf([](Content& c) { c.description.clear(); }), "description;");
  EXPECT_EQ(fieldOf([](Content& c) { c.prompt += ' '; }), "prompt;");
  EXPECT_EQ(fieldOf([](Content& c) { c.model = "x"; }), "model;");
  EXPECT_EQ(fieldOf([](Content& c) { c.parameters.set("temperature", std::int64_t(1)); }),
            "parameters.temperature;");
  EXPECT_EQ(fieldOf([](Content& c) { c.parameters.set("top_p", 0.5); }), "parameters;");
  EXPECT_EQ(fieldOf([](Content& c) { c.tools = "[]"; }), "tools;");
  EXPECT_EQ(fieldOf([](Content& c) { c.outputSchema = R"({"type":"object"})"; }), "outputSchema;");
  EXPECT_EQ(fieldOf([](Content& c) { c.starters.pop_back(); }), "starters[1];");
  EXPECT_EQ(fieldOf([](Content& c) { c.starters.push_back("x"); }), "starters;");
  EXPECT_EQ(fieldOf([](Content& c) { c.tags[0] = "x"; }), "tags[0];");
  EXPECT_EQ(fieldOf([](Content& c) { c.variables[0].choices.pop_back(); }), "variables.team.choices;");
  EXPECT_EQ(fieldOf([](Content& c) { c.variables[0].example = "x"; }), "variables.team.example;");
  EXPECT_EQ(fieldOf([](Content& c) { c.variables[1].type = domain::VariableType::String; }),
            "variables.limit.type;");
  EXPECT_EQ(fieldOf([](Content& c) { c.variables.pop_back(); }), "variables.limit;");
  EXPECT_EQ(fieldOf([](Content& c) { c.cases[0].expect = "x"; }), "cases[0].expect;");
  EXPECT_EQ(fieldOf([](Content& c) { c.cases[0].variables["team"] = "x"; }), "cases[0].variables.team;");
  EXPECT_EQ(fieldOf([](Content& c) { c.cases.clear(); }), "cases[0];");
  EXPECT_EQ(fieldOf([](Content& c) { c.knowledge[0].bytes = 4; }), "knowledge.rooms.csv;");
}

TEST(ExportAgents, sameNames_getPathsOfTheirOwn) {
  const std::vector<AgentToExport> agents = {{{.name = "A b", .prompt = "1"}, {}, {}},
                                             {{.name = "a-B", .prompt = "2"}, {}, {}}};
  const auto prompty = exportAgents(agents, Format::PromptyV1);
  ASSERT_EQ(prompty->files.size(), 2u);
  EXPECT_EQ(prompty->files[0].path, "a-b-2.prompty");
  EXPECT_EQ(prompty->files[1].path, "a-b.prompty");
  const auto json = exportAgents(agents, Format::OwnJson);
  ASSERT_EQ(json->files.size(), 1u);
  EXPECT_EQ(importFiles(json->files).items.size(), 2u);
}

TEST(Knowledge, bytes_comeBackFromJsonAndFolder) {
  for (const auto format : {Format::OwnJson, Format::LibraryFolder}) {
    const auto exported = exportAgent(fullAgent(), format, {.knowledge = [](const auto&) { return "a,b"; }});
    ASSERT_TRUE(exported.ok());
    EXPECT_TRUE(exported->losses.empty()) << toWord(format);
    const auto back = importFiles(exported->files);
    ASSERT_EQ(back.items.size(), 1u);
    const auto& attachments = back.items[0].imported->attachments;
    ASSERT_EQ(attachments.size(), 1u) << toWord(format);
    EXPECT_EQ(attachments[0].name, "rooms.csv");
    EXPECT_EQ(attachments[0].path.empty() ? attachments[0].bytes : "a,b", "a,b");
  }
}

TEST(Knowledge, bytesThatAreNotAtHand_areALoss) {
  for (const auto format : {Format::OwnJson, Format::LibraryFolder}) {
    const auto exported =
        exportAgent(fullAgent(), format,
                    {.knowledge = [](const auto&) -> std::optional<std::string> { return std::nullopt; }});
    ASSERT_EQ(exported->losses.size(), 1u) << toWord(format);
    EXPECT_EQ(exported->losses[0].field, "knowledge.rooms.csv");
  }
}

TEST(Knowledge, bytesOfAnotherHash_areLeftOut) {
  auto files =
      exportAgent(fullAgent(), Format::OwnJson, {.knowledge = [](const auto&) { return "x,y"; }})->files;
  const auto back = importFiles(files);
  EXPECT_TRUE(back.items[0].imported->attachments.empty());
  ASSERT_EQ(back.items[0].imported->losses.size(), 1u);
  EXPECT_EQ(back.items[0].imported->losses[0].reason, LossReason::Altered);
}

}  // namespace
}  // namespace aiagent::authoring
