#include "core/authoring/formats/messages.h"

#include <gtest/gtest.h>

namespace aiagent::authoring {
namespace {

using Messages = std::vector<PromptMessage>;

TEST(MessagesFromRoleMarks, body_isCutAtRoles) {
  EXPECT_EQ(messagesFromRoleMarks("Before.\n\n system:\nA\nB\n\n# User:\nC\nassistant[name=\"x\"]:\nD\n"),
            (Messages{{"system", "Before."}, {"system", "A\nB"}, {"user", "C"}, {"assistant", "D"}}));
  EXPECT_EQ(messagesFromRoleMarks("The system: is up\nuser guide:\n"),
            (Messages{{"system", "The system: is up\nuser guide:"}}));
}

TEST(FoldMessages, systemAndLonePlaceholder_arePromptAndInput) {
  domain::AgentContent content;
  Losses losses;
  EXPECT_EQ(foldMessages({{"system", "A"}, {"developer", "B"}, {"user", "{{question}}"}}, content, losses),
            "question");
  EXPECT_EQ(content.prompt, "A\n\nB");
  EXPECT_TRUE(losses.empty());
}

TEST(FoldMessages, plainLastMessage_isAStarter) {
  domain::AgentContent content;
  Losses losses;
  EXPECT_EQ(foldMessages({{"system", "A"}, {"user", "Hello"}}, content, losses), "");
  EXPECT_EQ(content.starters, std::vector<std::string>{"Hello"});
  EXPECT_TRUE(losses.empty());
}

TEST(FoldMessages, examples_goOnInThePromptAndAreTold) {
  domain::AgentContent content;
  Losses losses;
  foldMessages({{"system", "A"}, {"user", "Q"}, {"assistant", "R"}, {"user", "{{input}}"}}, content, losses);
  EXPECT_EQ(content.prompt, "A\n\nuser:\nQ\n\nassistant:\nR");
  ASSERT_EQ(losses.size(), 2u);
  EXPECT_EQ(losses[0].reason, LossReason::RolesMerged);
  EXPECT_EQ(losses[0].field, "messages[1]");
}

TEST(FoldMessages, onlyThePersonsMessage_isThePrompt) {
  domain::AgentContent content;
  Losses losses;
  foldMessages({{"user", "Translate {{text}}"}}, content, losses);
  EXPECT_EQ(content.prompt, "Translate {{text}}");
  EXPECT_EQ(losses.size(), 1u);
}

TEST(InputName, taken_isPassedOver) {
  domain::AgentContent content;
  EXPECT_EQ(inputName(content), "input");
  content.prompt = "{{input}} {{message}}";
  content.variables = {{.name = "question"}};
  EXPECT_EQ(inputName(content), "user_input");
}

}  // namespace
}  // namespace aiagent::authoring
