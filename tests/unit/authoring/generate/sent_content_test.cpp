#include "core/authoring/generate/sent_content.h"

#include <gmock/gmock.h>

#include "core/authoring/generate/generation.h"

namespace aiagent::authoring {
namespace {

domain::AgentContent sent() {
  domain::AgentContent content;
  content.name = "Poet";
  content.description = "Writes \"verse\"\n";
  content.prompt = "# Rules\r\n\n\tBe {{mood}}.\n  {\"goal\": 1}\n";
  content.model = "m";
  content.variables = {{.name = "mood",
                        .type = domain::VariableType::Choice,
                        .description = "how",
                        .example = "sad",
                        .choices = {"sad", "glad"}}};
  content.tools = "[\n {\"type\": \"web_search\"}\n]";
  content.starters = {"One", "Two"};
  content.cases = {{"rain", "Write", {{"mood", "sad"}}, "Verse"}};
  return content;
}

domain::AgentContent now() {
  auto content = sent();
  content.name = "Bard";
  content.description = "later";
  content.prompt = "later";
  content.model = "other";
  content.tags = {"verse"};
  content.starters = {"later"};
  content.cases.clear();
  content.tools.clear();
  content.outputSchema = "{}";
  content.variables[0].defaultValue = "glad";
  return content;
}

TEST(SentContent, ofAGeneration_isWhatItWasMadeFrom) {
  const auto input = generation({.description = "more verse", .existing = sent()}).input;
  const auto read = sentContent(input, now());
  ASSERT_TRUE(read);
  auto expected = sent();
  expected.tools = "[  {\"type\": \"web_search\"} ]";
  expected.model = "other";  // is not sent
  expected.tags = {"verse"};
  expected.variables[0].defaultValue = "glad";
  EXPECT_EQ(*read, expected);
}

TEST(SentContent, ofAnImprovement_isThePromptThatWasSent) {
  const auto read = sentContent(improve(sent(), "shorter\nlines").input, now());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->prompt, sent().prompt);
  EXPECT_EQ(read->name, "Poet");
  EXPECT_EQ(read->starters, now().starters);
  EXPECT_EQ(read->outputSchema, "");
}

TEST(SentContent, whatIsNoJson_comesBackAsItWasWritten) {
  auto content = sent();
  content.tools = "[half";
  EXPECT_EQ(sentContent(improve(content, "x").input, now())->tools, "[half");
}

TEST(SentContent, ofANewAgentOrAnotherMessage_isNothing) {
  EXPECT_FALSE(sentContent(generation({.description = "verse"}).input, now()));
  EXPECT_FALSE(sentContent("Printer on fire", now()));
  EXPECT_FALSE(sentContent("{\"goal\":\"x\"}", now()));
  EXPECT_FALSE(sentContent("", now()));
}

}  // namespace
}  // namespace aiagent::authoring
