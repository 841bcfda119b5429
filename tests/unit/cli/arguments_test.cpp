#include "app/cli/arguments.h"

#include <gtest/gtest.h>

namespace aiagent::cli {
namespace {

const std::vector<CommandShape>& shapes() {
  static const std::vector<CommandShape> kShapes = {
      {{"run"}, "", {{"AGENT"}}, {{"input", "TEXT"}, {"var", "NAME=VALUE", "", true}}},
      {{"runs", "list"}, "", {}, {{"limit", "N"}}},
      {{"agent", "new"}, "", {}, {{"name", "TEXT", "", false, true}, {"draft", ""}}},
      {{"backup"}, "", {{"FILE", false}}, {}},
      {{"agent", "export"}, "", {{"AGENT", false, true}}, {}},
  };
  return kShapes;
}

ParseOutcome parse(std::vector<std::string> words) {
  return parseArguments(shapes(), words);
}

TEST(ParseArguments, optionsAnywhere_areTaken) {
  const auto parsed =
      parse({"--profile", "/p", "run", "--json", "Triage", "--input=a=b", "--var", "x=1", "--var", "y=2"});
  ASSERT_TRUE(parsed.error.isEmpty()) << parsed.error.toStdString();
  EXPECT_EQ(parsed.command, &shapes()[0]);
  EXPECT_EQ(parsed.arguments.positional(0), "Triage");
  EXPECT_EQ(parsed.arguments.value("input"), "a=b");
  EXPECT_EQ(parsed.arguments.values("var"), (std::vector<std::string>{"x=1", "y=2"}));
  EXPECT_EQ(parsed.arguments.value("profile"), "/p");
  EXPECT_TRUE(parsed.arguments.has("json"));
}

TEST(ParseArguments, repeatedPositional_takesAnyNumber) {
  EXPECT_EQ(parse({"agent", "export", "a", "b", "c"}).arguments.positionals.size(), 3u);
  EXPECT_TRUE(parse({"agent", "export"}).error.isEmpty());
  EXPECT_FALSE(parse({"backup", "a", "b"}).error.isEmpty());
}

TEST(ParseArguments, valueThatIsACommandWord_isStillAValue) {
  const auto parsed = parse({"run", "A", "--input", "runs list"});
  EXPECT_EQ(parsed.arguments.value("input"), "runs list");
}

TEST(ParseArguments, emptyAndDashValues_areValues) {
  EXPECT_EQ(parse({"agent", "new", "--name", ""}).arguments.value("name"), "");
  EXPECT_EQ(parse({"agent", "new", "--name", "-"}).arguments.value("name"), "-");
  EXPECT_EQ(parse({"agent", "new", "--name", "-5 degrees"}).arguments.value("name"), "-5 degrees");
}

TEST(ParseArguments, afterDoubleDash_everythingIsPlain) {
  EXPECT_EQ(parse({"run", "--", "--odd-name"}).arguments.positional(0), "--odd-name");
}

TEST(ParseArguments, mistakes_areSaidInASentence) {
  const std::vector<std::pair<std::vector<std::string>, const char*>> kCases = {
      {{}, "No command"},
      {{"nonsense"}, "nonsense"},
      {{"agent"}, "agent"},
      {{"run"}, "AGENT"},
      {{"run", "A", "B"}, "B"},
      {{"run", "A", "--frobnicate"}, "--frobnicate"},
      {{"run", "A", "--input"}, "--input"},
      {{"run", "A", "--input", "--var"}, "--input"},
      {{"run", "A", "--input", "x", "--input", "y"}, "twice"},
      {{"agent", "new"}, "--name"},
      {{"agent", "new", "--name", "x", "--draft=1"}, "--draft"},
      {{"run", "A", "-x"}, "-x"},
  };
  for (const auto& [words, expected] : kCases) {
    const auto parsed = parse(words);
    EXPECT_EQ(parsed.command, nullptr);
    EXPECT_NE(parsed.error.toStdString().find(expected), std::string::npos) << parsed.error.toStdString();
  }
}

TEST(ParseArguments, help_needsNothingElse) {
  EXPECT_TRUE(parse({"agent", "new", "--help"}).error.isEmpty());
  EXPECT_TRUE(parse({"--help"}).error.isEmpty());
}

TEST(ParseArguments, optionalPositional_mayBeAbsent) {
  EXPECT_TRUE(parse({"backup"}).error.isEmpty());
  EXPECT_EQ(parse({"backup", "f"}).arguments.positional(0), "f");
}

}  // namespace
}  // namespace aiagent::cli
