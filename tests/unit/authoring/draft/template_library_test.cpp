// What every shipped template keeps: complete, consistent, usable as it stands.
#include <gmock/gmock.h>
#include <set>

#include "core/authoring/content/strict_schema.h"
#include "core/authoring/draft/agent_template.h"
#include "core/authoring/draft/offline_draft.h"
#include "core/authoring/generate/field_reader.h"
#include "core/wire/request_json.h"

namespace aiagent::authoring {
namespace {

void expectGood(const GeneratedAgent& agent) {
  EXPECT_FALSE(agent.name.empty());
  EXPECT_LE(agent.name.size(), 60u);
  EXPECT_FALSE(agent.description.empty());
  EXPECT_GE(agent.prompt.size(), 500u) << "in Chinese about 170 characters";
  EXPECT_TRUE(agent.model && !agent.effort.empty() && !agent.verbosity.empty());
  EXPECT_THAT(agent.starters.size(), testing::AllOf(testing::Ge(2u), testing::Le(4u)));
  EXPECT_THAT(agent.cases.size(), testing::AllOf(testing::Ge(3u), testing::Le(5u)));
  for (const auto& test : agent.cases) {
    EXPECT_FALSE(test.name.empty());
    EXPECT_FALSE(test.input.empty()) << test.name;
    EXPECT_FALSE(test.expect.empty()) << test.name;
  }
  for (const auto& variable : agent.variables) {
    EXPECT_FALSE(variable.description.empty()) << variable.name;
    EXPECT_FALSE(variable.example.empty()) << variable.name;
    EXPECT_TRUE(domain::fits(variable, variable.example)) << variable.name;
  }
  for (const auto& tool : agent.tools) EXPECT_FALSE(tool.description.empty()) << tool.type;
  // five sections: role, steps, output, limits, missing information
  std::size_t headings = 0;
  for (auto at = agent.prompt.find("# "); at != std::string::npos; at = agent.prompt.find("# ", at + 1))
    headings += at == 0 || agent.prompt[at - 1] == '\n';
  EXPECT_EQ(headings, 5u);

  std::vector<Problem> problems;
  auto variables = agent.variables;
  fitVariables(agent.prompt, variables, problems);
  EXPECT_TRUE(problems.empty()) << (problems.empty() ? "" : problems[0].subject);
  for (const auto& tool : agent.tools)
    if (tool.type == "function") {
      EXPECT_TRUE(fitsStrictSubset(tool.parameters)) << tool.name;
    }
  EXPECT_TRUE(agent.outputSchema.empty() || fitsStrictSubset(agent.outputSchema));
  const auto content = toContent(agent, "m");
  EXPECT_TRUE(domain::normalised(content));
  EXPECT_TRUE(wire::checkJsonFields(content));
}

TEST(TemplateLibrary, isLargeAndItsIdsAreUnique) {
  std::set<std::string> ids;
  for (const auto& one : templateLibrary()) ids.insert(one.id);
  EXPECT_EQ(ids.size(), templateLibrary().size());
  EXPECT_GE(ids.size(), 30u);
  EXPECT_TRUE(ids.contains(kGeneralTemplate));
}

TEST(TemplateLibrary, everyTemplateInEveryLanguage_isComplete) {
  for (const auto& one : templateLibrary())
    for (const auto& [language, agent] : one.texts) {
      SCOPED_TRACE(one.id + " " + language);
      expectGood(agent);
      EXPECT_EQ(agent.variables.size(), one.in("en").variables.size());
      EXPECT_EQ(agent.cases.size(), one.in("en").cases.size());
    }
}

TEST(TemplateLibrary, everyTemplate_isKnownByWordsOfThreeLanguages) {
  for (const auto& one : templateLibrary()) {
    EXPECT_GE(one.words.size(), 8u) << one.id;
    EXPECT_TRUE(std::any_of(one.words.begin(), one.words.end(), [](const auto& word) {
      return word.anywhere;
    })) << one.id;
    for (const auto& word : one.words) EXPECT_FALSE(word.text.empty()) << one.id;
  }
}

TEST(TemplateLibrary, everyTemplate_isSpokenInThreeLanguages) {
  for (const auto& one : templateLibrary())
    for (const char* language : {"en", "de", "zh"})
      EXPECT_TRUE(one.texts.contains(language)) << one.id << " " << language;
}

}  // namespace
}  // namespace aiagent::authoring
