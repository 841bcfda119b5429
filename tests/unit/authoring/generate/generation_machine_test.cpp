#include "core/authoring/generate/generation_machine.h"

#include <gmock/gmock.h>

namespace aiagent::authoring {
namespace {

using domain::RunStatus;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kAnswer[] =
    R"({"name":"Ticket \u00dcber\ud83d\ude00","description":"Sorts tickets.","prompt":"Sort for {{team}}.\nBe {{tone}}.",)"
    R"("variables":[{"name":"team","type":"string","description":"Who","example":"Red","choices":null},)"
    R"({"name":"tone","type":"choice","description":"How","example":"calm","choices":["calm","quick"]}],)"
    R"("model":"fast","effort":"low","verbosity":"medium",)"
    R"("tools":[{"type":"function","name":"look_up","description":"Looks up","parameters":"{\"type\":\"object\",\"properties\":{}}"},)"
    R"({"type":"web_search","name":null,"description":"News","parameters":null}],"outputSchema":null,)"
    R"("starters":["One","Two"],"cases":[{"name":"usual","input":"Fire","variables":[{"name":"team","value":"Red"},)"
    R"({"name":"tone","value":"quick"}],"expect":"Urgent."}]})";

struct Seen {
  std::vector<GenerationAction> actions;
  std::map<Field, std::string> grown;
  std::map<Field, FieldValue> done;
  std::vector<Problem> problems;
  std::optional<Completed> completed;
  std::optional<GenerationFailed> failed;
  int startedOver = 0;

  std::vector<ProblemKind> kinds() const {
    std::vector<ProblemKind> out;
    for (const auto& problem : problems) out.push_back(problem.kind);
    return out;
  }
};

void collect(Seen& seen, std::vector<GenerationAction> actions) {
  for (auto& action : actions) {
    if (const auto* started = std::get_if<FieldStarted>(&action)) seen.grown[started->field].clear();
    if (const auto* grew = std::get_if<FieldGrew>(&action)) seen.grown[grew->field] += grew->text;
    if (const auto* done = std::get_if<FieldDone>(&action)) seen.done[done->field] = done->value;
    if (const auto* found = std::get_if<ProblemFound>(&action)) seen.problems.push_back(found->problem);
    if (const auto* completed = std::get_if<Completed>(&action)) seen.completed = *completed;
    if (const auto* failed = std::get_if<GenerationFailed>(&action)) seen.failed = *failed;
    seen.startedOver += std::holds_alternative<StartedOver>(action);
    seen.actions.push_back(std::move(action));
  }
}

Seen follow(GenerationMachine& machine, const std::vector<std::string>& pieces, AnswerEnded ended = {}) {
  Seen seen;
  collect(seen, machine.start());
  for (const auto& piece : pieces) collect(seen, machine.on(TextArrived{piece}));
  collect(seen, machine.on(ended));
  return seen;
}

Seen follow(const std::string& answer, AnswerEnded ended = {}) {
  GenerationMachine machine;
  return follow(machine, {answer}, ended);
}

std::string with(const std::string& before, const std::string& after) {
  std::string answer = kAnswer;
  const auto at = answer.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return answer.replace(at, before.size(), after);
}

TEST(GenerationMachine, wholeAnswer_everyFieldInItsOrder) {
  const auto seen = follow(kAnswer);
  ASSERT_TRUE(seen.completed);
  EXPECT_THAT(seen.problems, IsEmpty());
  const auto& agent = seen.completed->agent;
  EXPECT_EQ(agent.name, "Ticket Über😀");
  EXPECT_EQ(agent.prompt, "Sort for {{team}}.\nBe {{tone}}.");
  ASSERT_EQ(agent.variables.size(), 2u);
  EXPECT_EQ(agent.variables[1].type, domain::VariableType::Choice);
  EXPECT_THAT(agent.variables[1].choices, ElementsAre("calm", "quick"));
  EXPECT_EQ(agent.model, ModelTier::Fast);
  EXPECT_EQ(agent.tools[0].parameters, R"({"type":"object","properties":{}})");
  EXPECT_EQ(agent.tools[1].type, "web_search");
  EXPECT_TRUE(agent.outputSchema.empty());
  EXPECT_EQ(agent.cases[0].variables.at("tone"), "quick");
  EXPECT_EQ(seen.completed->done, std::vector<Field>(kAllFields.begin(), kAllFields.end()));
  EXPECT_EQ(seen.done.size(), kAllFields.size());
}

TEST(GenerationMachine, everySplit_comesToTheSame) {
  const std::string answer = kAnswer;
  const auto expected = follow(answer).completed->agent;
  for (std::size_t i = 0; i <= answer.size(); ++i) {
    GenerationMachine machine;
    const auto seen = follow(machine, {answer.substr(0, i), answer.substr(i)});
    ASSERT_TRUE(seen.completed) << i;
    ASSERT_EQ(seen.completed->agent, expected) << i;
    ASSERT_EQ(seen.grown.at(Field::Prompt), expected.prompt) << i;
    ASSERT_THAT(seen.problems, IsEmpty()) << i;
  }
}

TEST(GenerationMachine, whileItStreams_agentHoldsTheBeginning) {
  GenerationMachine machine;
  Seen seen;
  collect(seen, machine.on(TextArrived{R"({"name":"A","description":"B","prompt":"Sort for )"}));
  EXPECT_EQ(machine.agent().prompt, "Sort for ");
  EXPECT_TRUE(machine.isDone(Field::Description));
  EXPECT_FALSE(machine.isDone(Field::Prompt));
  collect(seen, machine.on(TextArrived{R"({{t}}","variables":[{"name":"t","type":"string"},)"}));
  EXPECT_EQ(machine.agent().variables.size(), 1u);
  EXPECT_FALSE(machine.isDone(Field::Variables));
}

TEST(GenerationMachine, cancelAtEveryByte_keepsWhatIsDone) {
  const std::string answer = kAnswer;
  for (std::size_t i = 0; i < answer.size(); ++i) {
    GenerationMachine machine;
    Seen seen;
    collect(seen, machine.on(TextArrived{answer.substr(0, i)}));
    collect(seen, machine.on(CancelGeneration{}));
    ASSERT_TRUE(seen.failed) << i;
    ASSERT_EQ(seen.failed->kind, FailureKind::Cancelled);
    for (const auto& [field, value] : seen.done) ASSERT_EQ(valueOf(seen.failed->kept, field), value) << i;
    ASSERT_EQ(seen.failed->done.size(), seen.done.size());
    ASSERT_TRUE(machine.finished());
    ASSERT_TRUE(machine.on(TextArrived{answer.substr(i)}).empty());
  }
}

TEST(GenerationMachine, promptWithoutItsDeclarations_isKeptWithThem) {
  const std::string answer = kAnswer;
  const auto seen =
      follow(answer.substr(0, answer.find("\"variables\"") + 40), {.status = RunStatus::Interrupted});
  ASSERT_TRUE(seen.failed);
  EXPECT_EQ(seen.failed->kind, FailureKind::Interrupted);
  EXPECT_EQ(seen.failed->cut, Field::Variables);
  ASSERT_EQ(seen.failed->kept.variables.size(), 2u);
  EXPECT_EQ(seen.failed->kept.variables[0].name, "team");
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::UndeclaredVariable, ProblemKind::UndeclaredVariable));
}

TEST(GenerationMachine, endsThatAreNone_haveTheirKind) {
  const auto kind = [](AnswerEnded ended) { return follow(R"({"name":"A","desc)", ended).failed->kind; };
  EXPECT_EQ(kind({.status = RunStatus::Incomplete, .error = base::ErrorCode::OutputLimit}),
            FailureKind::OutputLimit);
  EXPECT_EQ(kind({.status = RunStatus::Incomplete, .error = base::ErrorCode::ContentRefused}),
            FailureKind::Refused);
  EXPECT_EQ(kind({.refusal = "No."}), FailureKind::Refused);
  EXPECT_EQ(kind({.status = RunStatus::Failed}), FailureKind::ProviderFailed);
  EXPECT_EQ(kind({.status = RunStatus::Cancelled}), FailureKind::Cancelled);
  EXPECT_EQ(kind({}), FailureKind::Unreadable);
  EXPECT_EQ(follow("", {.refusal = "No."}).failed->said, "No.");
}

TEST(GenerationMachine, answerThatIsNone_isTheProblemsRaw) {
  for (const char* text : {"I cannot do that.", "{}", "[1,2]", "{\"other\":1}", "{\"prompt\":5}", ""}) {
    const auto seen = follow(text);
    ASSERT_TRUE(seen.failed) << text;
    EXPECT_EQ(seen.failed->kind, FailureKind::Unreadable);
    EXPECT_EQ(seen.failed->said, text);
    EXPECT_EQ(seen.problems.back().kind, ProblemKind::Unreadable);
    EXPECT_EQ(seen.problems.back().raw, text);
  }
}

TEST(GenerationMachine, brokenInTheMiddle_keepsWhatWasDone) {
  const auto seen = follow(R"({"name":"A","description":"B" "prompt":"C"})");
  ASSERT_TRUE(seen.failed);
  EXPECT_EQ(seen.failed->kind, FailureKind::Unreadable);
  EXPECT_EQ(seen.failed->kept.description, "B");
}

TEST(GenerationMachine, fencesProseThinkingAndCommas_areReadAndTold) {
  const std::string answer = kAnswer;
  const std::vector<std::string> answers = {
      "```json\n" + answer + "\n```",
      "Here you are, with {{variables}} and {\"a\": 1}:\n\n" + answer + "\n\nHave fun! {",
      "<think>maybe {\"name\":\"Wrong\",\"prompt\":\"Wrong\"}</think>\n" + answer,
      with("\"starters\":[\"One\",\"Two\"]", "\"starters\":[\"One\",\"Two\",]"),
      with("Sort for {{team}}.\\n", "Sort for {{team}}.\n"),
  };
  const auto expected = follow(kAnswer).completed->agent;
  for (const auto& text : answers)
    for (const std::size_t size : {1u, 7u, 100'000u}) {
      std::vector<std::string> pieces;
      for (std::size_t at = 0; at < text.size(); at += size) pieces.push_back(text.substr(at, size));
      GenerationMachine machine;
      const auto seen = follow(machine, pieces);
      ASSERT_TRUE(seen.completed) << text;
      EXPECT_EQ(seen.completed->agent, expected) << text;
      EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::NotPlainJson)) << text;
      EXPECT_EQ(seen.problems[0].raw, text);
    }
}

TEST(GenerationMachine, otherOrder_isFittedInTheEnd) {
  const auto seen = follow(
      R"({"cases":[{"name":"c","input":"i","variables":{"team":"Red","ghost":1},"expect":"e"}],)"
      R"("variables":[{"name":"team","type":"string","example":"Blue"}],"prompt":"For {{team}} and {{who}}.","name":"N"})");
  ASSERT_TRUE(seen.completed);
  const auto& agent = seen.completed->agent;
  ASSERT_EQ(agent.variables.size(), 2u);
  EXPECT_EQ(agent.variables[1].name, "who");
  EXPECT_EQ(agent.cases[0].variables, (domain::VariableValues{{"team", "Red"}}));
  EXPECT_EQ(seen.done.at(Field::Cases), FieldValue(agent.cases));
  EXPECT_EQ(seen.done.at(Field::Variables), FieldValue(agent.variables));
  EXPECT_THAT(seen.kinds(),
              testing::IsSupersetOf({ProblemKind::UndeclaredVariable, ProblemKind::UnknownCaseVariable,
                                     ProblemKind::CaseValueMissing, ProblemKind::Missing}));
}

TEST(GenerationMachine, valuesThatAreWrong_areToldAndNotTaken) {
  auto seen = follow(with(R"("model":"fast")", R"("model":"gpt-9")"));
  EXPECT_FALSE(seen.completed->agent.model);
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::UnknownWord, ProblemKind::Missing));
  EXPECT_EQ(seen.problems[0].raw, "\"gpt-9\"");

  seen = follow(with(R"("outputSchema":null)", R"("outputSchema":"{oops")"));
  EXPECT_TRUE(seen.completed->agent.outputSchema.empty());
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::BadSchema, ProblemKind::Missing));

  seen = follow(with(R"("look_up")", R"("look up!")"));
  EXPECT_EQ(seen.completed->agent.tools.size(), 1u);
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::BadTool));

  seen = follow(with(R"("name":"tone")", R"("name":"two-words?")"));
  EXPECT_THAT(seen.kinds(), testing::Contains(ProblemKind::BadVariableName));
  EXPECT_THAT(seen.kinds(), testing::Contains(ProblemKind::UndeclaredVariable));
}

TEST(GenerationMachine, whatIsCertain_isMendedAndTold) {
  auto seen = follow(with(R"("name":"tone")", R"("name":"{{tone}}")"));
  EXPECT_EQ(seen.completed->agent.variables[1].name, "tone");
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::BadVariableName));
  EXPECT_TRUE(seen.problems[0].mended);

  seen = follow(with(R"("type":"choice")", R"("type":"Enum")"));
  EXPECT_EQ(seen.completed->agent.variables[1].type, domain::VariableType::String);
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::UnknownWord));

  seen = follow(with(R"("outputSchema":null)", R"("outputSchema":{"type":"object"})"));
  EXPECT_EQ(seen.completed->agent.outputSchema, R"({"type":"object"})");
  EXPECT_THAT(seen.problems, IsEmpty());

  seen = follow(with(R"("value":"Red"},)", R"("value":"Red"}],"expect":"x","variables":[)"));
  EXPECT_EQ(seen.completed->agent.cases[0].variables.at("team"), "Red") << "the example";

  seen = follow(with(
      R"(,{"name":"tone","type":"choice","description":"How","example":"calm","choices":["calm","quick"]})",
      R"(,{"name":"team","type":"string"})"));
  EXPECT_EQ(seen.completed->agent.variables.size(), 2u);
  EXPECT_THAT(seen.kinds(),
              testing::IsSupersetOf({ProblemKind::DuplicateVariable, ProblemKind::UndeclaredVariable}));

  seen = follow(with("\"Ticket ", "\"" + std::string(300, 'x')));
  EXPECT_EQ(seen.completed->agent.name.size(), domain::kLongestName);
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::TooLong));
}

TEST(GenerationMachine, unusedVariable_isTold) {
  const auto seen = follow(with("\\nBe {{tone}}.", ""));
  EXPECT_THAT(seen.kinds(), ElementsAre(ProblemKind::UnusedVariable));
  EXPECT_EQ(seen.problems[0].subject, "tone");
}

TEST(GenerationMachine, replacedText_goesOnOrStartsOver) {
  GenerationMachine machine;
  Seen seen;
  const std::string answer = kAnswer;
  collect(seen, machine.on(TextArrived{answer.substr(0, 60)}));
  collect(seen, machine.on(TextReplaced{answer.substr(0, 200)}));
  EXPECT_EQ(seen.startedOver, 0);
  const auto other = with("Ticket ", "Mail ");
  collect(seen, machine.on(TextReplaced{other}));
  EXPECT_EQ(seen.startedOver, 1);
  collect(seen, machine.on(AnswerEnded{}));
  ASSERT_TRUE(seen.completed);
  EXPECT_EQ(seen.completed->agent.name, "Mail Über😀");
}

TEST(GenerationMachine, oneFieldAlone_isHeldAgainstTheOthers) {
  GeneratedAgent known;
  known.prompt = "For {{team}}.";
  known.variables = {{.name = "team", .example = "Red"}};
  known.cases = {{.name = "old"}};
  GenerationMachine cases({Field::Cases}, known);
  auto seen = follow(cases, {R"({"cases":[{"name":"new","input":"x","variables":[],"expect":"y"}]})"});
  ASSERT_TRUE(seen.completed);
  EXPECT_EQ(seen.completed->agent.cases[0].variables.at("team"), "Red");
  EXPECT_THAT(seen.completed->done, ElementsAre(Field::Cases));

  GenerationMachine same({Field::Prompt}, known);
  seen = follow(same, {R"({"prompt":"Now for {{team}}."})"});
  EXPECT_THAT(seen.completed->done, ElementsAre(Field::Prompt));
  EXPECT_EQ(seen.completed->agent.variables, known.variables);

  GenerationMachine more({Field::Prompt}, known);
  seen = follow(more, {R"({"prompt":"For {{team}} and {{who}}."})"});
  EXPECT_THAT(seen.completed->done, testing::UnorderedElementsAre(Field::Prompt, Field::Variables));
  EXPECT_EQ(seen.completed->agent.variables.size(), 2u);

  GenerationMachine cut({Field::Prompt}, known);
  seen = follow(cut, {R"({"prompt":"For )"}, {.status = RunStatus::Cancelled});
  EXPECT_THAT(seen.failed->done, IsEmpty());
  EXPECT_EQ(seen.failed->cut, Field::Prompt);
}

}  // namespace
}  // namespace aiagent::authoring
