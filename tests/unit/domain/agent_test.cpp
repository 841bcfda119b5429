#include "core/domain/agent.h"

#include <gtest/gtest.h>

namespace aiagent::domain {
namespace {

AgentContent named(std::string name) {
  AgentContent content;
  content.name = std::move(name);
  return content;
}

TEST(Normalised, tags_areTrimmedSortedAndUnique) {
  auto content = named("  Triage ");
  content.tags = {" b", "a", "", "b"};
  const auto tidy = normalised(content);
  ASSERT_TRUE(tidy.ok());
  EXPECT_EQ(tidy->name, "Triage");
  EXPECT_EQ(tidy->tags, (std::vector<std::string>{"a", "b"}));
}

TEST(Normalised, faultyFields_areNamed) {
  EXPECT_EQ(normalised(named("  ")).error().subject, "name");
  auto broken = named("x");
  broken.prompt = "\xFF";
  EXPECT_EQ(normalised(broken).error().subject, "prompt");
  auto zero = named("x");
  zero.description = std::string("a\0b", 3);
  EXPECT_EQ(normalised(zero).error().subject, "description");
  auto huge = named("x");
  huge.prompt = std::string(kLongestPrompt + 1, 'a');
  EXPECT_EQ(normalised(huge).error().subject, "prompt");
}

}  // namespace
}  // namespace aiagent::domain
