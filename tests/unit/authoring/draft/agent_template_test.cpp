#include "core/authoring/draft/agent_template.h"

#include <gmock/gmock.h>

#include "core/authoring/draft/fold.h"

namespace aiagent::authoring {
namespace {

constexpr char kFile[] = R"(# a comment
template one
tier best
effort high
verbosity low
variable tone choice calm|quick
tool web_search
function look_up {"type":"object"}
schema {"type":"object","properties":{}}
words en Ticket:5, *port:2
words zh 工单:3

language en
name One
description Does one thing.
about tone How it sounds | calm
about look_up Looks up
| You are {{tone}}.
|
|   indented
starter Hi
case First
input line 1
input line 2
set tone = quick
expect Works.

language de
name Eins
| Du bist {{tone}}.
)";

TEST(ParseTemplates, everyLine_hasItsPlace) {
  const auto parsed = parseTemplates(kFile);
  ASSERT_TRUE(parsed) << parsed.error().detail;
  ASSERT_EQ(parsed->size(), 1u);
  const auto& one = parsed->front();
  EXPECT_EQ(one.id, "one");
  ASSERT_EQ(one.words.size(), 3u);
  EXPECT_EQ(one.words[0].text, "ticket");
  EXPECT_FALSE(one.words[0].anywhere);
  EXPECT_EQ(one.words[1].text, "port");
  EXPECT_TRUE(one.words[1].anywhere);
  EXPECT_TRUE(one.words[2].anywhere);
  const auto& agent = one.in("en");
  EXPECT_EQ(agent.prompt, "You are {{tone}}.\n\n  indented");
  EXPECT_EQ(agent.model, ModelTier::Best);
  EXPECT_EQ(agent.effort, "high");
  EXPECT_THAT(agent.variables[0].choices, testing::ElementsAre("calm", "quick"));
  EXPECT_EQ(agent.variables[0].example, "calm");
  EXPECT_EQ(agent.tools[1].description, "Looks up");
  EXPECT_EQ(agent.outputSchema, R"({"type":"object","properties":{}})");
  ASSERT_EQ(agent.cases.size(), 1u);
  EXPECT_EQ(agent.cases[0].input, "line 1\nline 2");
  EXPECT_EQ(agent.cases[0].variables.at("tone"), "quick");
  EXPECT_EQ(one.in("de").name, "Eins");
  EXPECT_EQ(one.in("de").model, ModelTier::Best);
  EXPECT_EQ(one.in("fr").name, "One");
}

TEST(ParseTemplates, wrongLines_areNamed) {
  const auto fault = [](const std::string& text) {
    const auto parsed = parseTemplates(text);
    return parsed ? std::string() : parsed.error().detail;
  };
  EXPECT_EQ(fault("name X"), "line 1: no template yet");
  EXPECT_EQ(fault("template a\ntier fastest"), "line 2: no tier");
  EXPECT_EQ(fault("template a\nwords en x"), "line 2: a word without a weight");
  EXPECT_EQ(fault("template a\nschema {"), "line 2: no schema");
  EXPECT_EQ(fault("template a\n| x"), "line 2: a prompt without a language");
  EXPECT_EQ(fault("template a\nlanguage en\nabout x y"), "line 3: about something that is not there");
  EXPECT_EQ(fault("template a\nlanguage en\ninput x"), "line 3: an unknown word, or no case yet");
  EXPECT_EQ(fault("template a\nlanguage de\nname X"), "a: no English");
}

TEST(Folded, caseAndBlanks_areEvened) {
  EXPECT_EQ(folded(" ÄÖÜ ß\n\tA×b "), "äöü ß a×b");
  EXPECT_TRUE(holdsWord("two tickets", "ticket", false));
  EXPECT_FALSE(holdsWord("two supporttickets", "ticket", false));
  EXPECT_TRUE(holdsWord("two supporttickets", "ticket", true));
  EXPECT_FALSE(holdsWord("übersql", "sql", false));
}

}  // namespace
}  // namespace aiagent::authoring
