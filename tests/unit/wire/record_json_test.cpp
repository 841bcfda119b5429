#include "core/wire/record_json.h"

#include <gmock/gmock.h>

#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

using domain::JsonText;
using domain::ParameterValue;

std::string member(const std::string& json, std::string_view path) {
  std::string value = json;
  while (!path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    const auto members = jsonMembers(value);
    const auto* found = members ? findMember(*members, path.substr(0, dot)) : nullptr;
    if (!found) return "(absent)";
    value = std::string(found->value);
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return value;
}

TEST(AgentToJson, everyField_isThere) {
  domain::Agent agent;
  agent.id = *domain::AgentId::parse("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31");
  agent.content = {.name = "Tri\"age",
                   .description = "Sorts",
                   .prompt = "grün\n漢字",
                   .model = "m",
                   .parameters = {},
                   .tools = R"([{"type":"x"}])",
                   .outputSchema = "{not json",
                   .starters = {"Hi"},
                   .tags = {"a", "b"}};
  agent.content.parameters.set("reasoning.effort", std::string("low"));
  agent.content.parameters.set("temperature", 0.5);
  agent.created = base::wallTimeFromMillis(0);
  const auto json = toJson(agent);
  EXPECT_EQ(member(json, "id"), "\"0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31\"");
  EXPECT_EQ(stringFromJson(member(json, "prompt")), "grün\n漢字");
  EXPECT_EQ(member(json, "parameters"), R"({"reasoning.effort":"low","temperature":0.5})");
  EXPECT_EQ(member(json, "tools"), R"([{"type":"x"}])");
  EXPECT_EQ(member(json, "outputSchema"), "\"{not json\"");
  EXPECT_EQ(member(json, "tags"), R"(["a","b"])");
  EXPECT_EQ(member(json, "created"), "\"1970-01-01T00:00:00.000Z\"");
}

TEST(RunToJson, everyField_isThereAndNullWithoutValue) {
  domain::RunRecord run;
  run.status = domain::RunStatus::Completed;
  run.usage = {11, 3, std::nullopt, 7, 2, 18, false};
  run.costNanoUsd = 1'500'000;
  run.timings.firstToken = base::Milliseconds(250);
  run.requestJson = R"({"model":"m"})";
  domain::Message person, answer;
  person.parts = {{domain::PartKind::Text, "hi", "", ""}};
  answer.role = domain::Role::Assistant;
  answer.parts = {{domain::PartKind::ReasoningSummary, "hm", "", ""},
                  {domain::PartKind::Text, "Hello", "", ""}};
  answer.rawItem = R"({"type":"message","n":1.0})";
  run.messages = {person, answer};
  const auto json = toJson(run);
  EXPECT_EQ(member(json, "status"), "\"completed\"");
  EXPECT_EQ(member(json, "text"), "\"Hello\"");
  EXPECT_EQ(member(json, "usage.inputTokens"), "11");
  EXPECT_EQ(member(json, "usage.cacheWriteTokens"), "null");
  EXPECT_EQ(member(json, "usage.estimated"), "false");
  EXPECT_EQ(member(json, "cost.usd"), "0.0015");
  EXPECT_EQ(member(json, "timings.firstTokenMs"), "250");
  EXPECT_EQ(member(json, "timings.finishedMs"), "null");
  EXPECT_EQ(member(json, "error"), "null");
  EXPECT_EQ(member(json, "requestId"), "null");
  EXPECT_EQ(member(json, "request.model"), "\"m\"");
  const auto list = member(json, "messages");
  const auto messages = *jsonElements(list);
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_EQ(member(std::string(messages[1]), "item.n"), "1.0");
  EXPECT_EQ(member(std::string(messages[1]), "text"), "\"Hello\"");
}

TEST(RunToJson, error_hasItsWords) {
  domain::RunRecord run;
  run.error = domain::RunError{base::ErrorCode::RequestRejected, "temperature", "Unsupported", "x", 400};
  const auto json = toJson(run);
  EXPECT_EQ(member(json, "error.code"), "\"request_rejected\"");
  EXPECT_EQ(member(json, "error.subject"), "\"temperature\"");
  EXPECT_EQ(member(json, "error.httpStatus"), "400");
  EXPECT_EQ(member(toJson(domain::toError(*run.error)), "error.said"), "\"Unsupported\"");
}

TEST(SummariesToJson, lists_areArrays) {
  domain::AgentSummary agent;
  agent.name = "A";
  agent.snippet = "a \x02word\x03";
  EXPECT_EQ(member(std::string((*jsonElements(toJson(std::vector{agent})))[0]), "snippet"), "\"a word\"");
  EXPECT_EQ(toJson(std::vector<domain::AgentSummary>()), "[]");
  domain::RunSummary run;
  run.agentName = "A";
  EXPECT_EQ(member(std::string((*jsonElements(toJson(std::vector{run})))[0]), "versionNumber"), "null");
  run.versionNumber = 3;
  EXPECT_EQ(member(std::string((*jsonElements(toJson(std::vector{run})))[0]), "versionNumber"), "3");
  EXPECT_EQ(member(std::string((*jsonElements(toJson(std::vector{run})))[0]), "agent.name"), "\"A\"");
}

TEST(ProviderToJson, keySource_isAWord) {
  domain::Provider provider;
  provider.keySource = domain::KeySource::Environment;
  provider.keyVariable = "KEY";
  EXPECT_EQ(member(toJson(provider), "keySource"), "\"environment\"");
  EXPECT_EQ(member(toJson(provider), "api"), "\"responses\"");
}

TEST(ParameterValue, writtenAndReadBack_isTheSame) {
  const ParameterValue kValues[] = {true,
                                    false,
                                    std::int64_t{-3},
                                    std::int64_t{9'007'199'254'740'993},
                                    0.5,
                                    1.0,
                                    1e20,
                                    -0.0,
                                    std::string("a\"b\n漢"),
                                    std::string("true"),
                                    std::string(),
                                    JsonText{R"({"a":1.0})"},
                                    JsonText{"[1, 2]"},
                                    JsonText{"null"},
                                    JsonText{"{half"},
                                    JsonText{""},
                                    JsonText{R"({"$text":"x"})"},
                                    JsonText{"5"}};
  for (const auto& value : kValues) {
    const auto json = toJson(value);
    ASSERT_TRUE(isJson(json)) << json;
    const auto read = parameterValueFromJson(json);
    ASSERT_TRUE(read.ok()) << json;
    EXPECT_EQ(*read, value) << json;
  }
}

TEST(Parameters, writtenAndReadBack_areTheSame) {
  domain::Parameters parameters;
  parameters.set("reasoning.effort", std::string("low"));
  parameters.set("metadata", JsonText{R"({"a":"b"})"});
  parameters.set("top_p", 1.0);
  EXPECT_EQ(*parametersFromJson(toJson(parameters)), parameters);
  EXPECT_FALSE(parametersFromJson("[]").ok());
  EXPECT_FALSE(parameterValueFromJson("{").ok());
  EXPECT_FALSE(parameterValueFromJson("1e999").ok());
}

}  // namespace
}  // namespace aiagent::wire
