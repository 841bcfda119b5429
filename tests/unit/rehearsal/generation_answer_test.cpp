// The rehearsal model is asked as the program asks a model, and its answers are read as a model's are.
#include "core/rehearsal/generation_answer.h"

#include <gmock/gmock.h>

#include "core/authoring/generate/generation.h"
#include "core/authoring/generate/generation_machine.h"
#include "core/authoring/generate/improvement.h"
#include "core/rehearsal/plan.h"
#include "core/wire/request_json.h"

namespace aiagent::rehearsal {
namespace {

using authoring::Field;

ModelRequest asked(const authoring::GenerationRequest& request, ModelApi api = ModelApi::Responses) {
  domain::RunRequest run;
  run.content = request.content;
  run.input = request.input;
  run.model = "rehearsal";
  const auto body = api == ModelApi::Chat ? wire::chatBody(run, {}) : wire::responsesBody(run, {});
  EXPECT_TRUE(body);
  const auto parsed = parseModelRequest(api, body->json);
  EXPECT_TRUE(parsed);
  return *parsed;
}

std::string answerTo(const authoring::GenerationRequest& request, ModelApi api = ModelApi::Responses) {
  return makePlan(asked(request, api)).items.back().text;
}

authoring::GenerationBrief brief() {
  return {.description = "sort the tickets of {{our}} printers, and answer \"kindly\"\nSecond line",
          .answerLanguage = "German"};
}

struct Read {
  std::optional<authoring::Completed> completed;
  std::vector<authoring::Problem> problems;
};

Read read(authoring::GenerationMachine machine, const std::string& answer) {
  Read read;
  auto actions = machine.on(authoring::TextArrived{answer});
  for (auto& action : machine.on(authoring::AnswerEnded{})) actions.push_back(action);
  for (const auto& action : actions) {
    if (const auto* completed = std::get_if<authoring::Completed>(&action)) read.completed = *completed;
    if (const auto* found = std::get_if<authoring::ProblemFound>(&action))
      read.problems.push_back(found->problem);
  }
  return read;
}

TEST(GenerationAnswer, names_areThoseOfTheProgram) {
  EXPECT_STREQ(kAgentSchema, authoring::kGenerationSchema);
  EXPECT_STREQ(kAgentFieldSchema, authoring::kFieldSchema);
  EXPECT_STREQ(kAgentImprovementSchema, authoring::kImprovementSchema);
  EXPECT_STREQ(kAgentWhyOpening, authoring::kWhyOpening);
}

TEST(GenerationAnswer, wholeAgent_isReadWithoutAProblem) {
  for (const auto api : {ModelApi::Responses, ModelApi::Chat}) {
    const auto answer = answerTo(authoring::generation(brief()), api);
    EXPECT_EQ(answer, answerTo(authoring::generation(brief()), api));
    const auto done = read(authoring::GenerationMachine(), answer);
    ASSERT_TRUE(done.completed) << answer;
    EXPECT_TRUE(done.problems.empty()) << answer;
    const auto& agent = done.completed->agent;
    EXPECT_EQ(agent.name, "Sort the tickets of {{our}} printers");
    EXPECT_THAT(agent.description, testing::StartsWith("Rehearsal: no model involved."));
    EXPECT_THAT(agent.prompt, testing::HasSubstr("sort the tickets of our printers"));
    EXPECT_THAT(agent.prompt, testing::HasSubstr("German"));
    EXPECT_EQ(agent.cases.size(), 3u);
  }
}

TEST(GenerationAnswer, anyDescription_isReadWithoutAProblem) {
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string(".,;"), std::string(5000, 'x'),
        std::string("为客服团队分类工单，并写出回复草稿，语气友好，不要编造任何承诺"),
        std::string("{{a}}{{{b}}}")}) {
    const auto done =
        read(authoring::GenerationMachine(), answerTo(authoring::generation({.description = text})));
    ASSERT_TRUE(done.completed) << text;
    EXPECT_TRUE(done.problems.empty()) << text;
  }
}

TEST(GenerationAnswer, oneField_isThatFieldAlone) {
  for (const auto field : authoring::kAllFields) {
    authoring::GeneratedAgent known;
    known.prompt = "{{team}} {{tone}}";
    known.variables = {{.name = "team"}, {.name = "tone"}};
    const auto answer = answerTo(authoring::generationOfField(brief(), known, field, "shorter"));
    const auto done = read(authoring::GenerationMachine({field}, known), answer);
    ASSERT_TRUE(done.completed) << answer;
    EXPECT_EQ(done.completed->done, std::vector<Field>{field});
    EXPECT_TRUE(done.problems.empty()) << answer;
  }
  EXPECT_THAT(answerTo(authoring::generationOfField(brief(), {}, Field::Prompt, "shorter")),
              testing::HasSubstr("shorter"));
}

TEST(GenerationAnswer, improvement_isTwoEditsThatApply) {
  for (const char* prompt : {"You sort tickets.\n\nBe nice.\nBe nice.\nAnswer in one line.", "Only one line.",
                             "aab", "更好的提示词"}) {
    domain::AgentContent content;
    content.prompt = prompt;
    const auto improvement =
        authoring::readImprovement(prompt, answerTo(authoring::improve(content, "be brief")));
    ASSERT_TRUE(improvement) << prompt;
    EXPECT_EQ(improvement->edits.size(), 2u) << prompt;
    EXPECT_TRUE(improvement->unusable.empty()) << prompt;
    EXPECT_NE(authoring::applied(prompt, improvement->edits, {true, true}), prompt);
    for (const auto& hunk : improvement->edits) EXPECT_FALSE(hunk.reason.empty());
  }
  EXPECT_TRUE(authoring::readImprovement("", answerTo(authoring::improve({}, "x")))->edits.empty());
}

TEST(GenerationAnswer, why_isPlainText) {
  const auto answer = answerTo(authoring::why(brief(), {}, Field::Effort));
  EXPECT_THAT(answer, testing::HasSubstr(" “effort” "));
  EXPECT_THAT(answer, testing::HasSubstr("sort the tickets"));
}

TEST(GenerationAnswer, practice_goesOnWorking) {
  auto with = brief();
  with.description += " [rehearse: refuse]";
  EXPECT_EQ(makePlan(asked(authoring::generation(with))).items.back().kind, PlannedKind::Refusal);
  with.description = "Sort tickets [rehearse: incomplete]";
  EXPECT_EQ(makePlan(asked(authoring::generation(with))).end, PlannedEnd::OutputLimit);
}

TEST(GenerationAnswer, otherRequests_areNone) {
  const auto plain =
      parseModelRequest(ModelApi::Responses, R"({"model":"m","instructions":"Sort.","input":"x"})");
  EXPECT_FALSE(generationAnswer(*plain));
}

}  // namespace
}  // namespace aiagent::rehearsal
