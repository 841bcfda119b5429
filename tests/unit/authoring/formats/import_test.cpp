#include "core/authoring/formats/import.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/unit/authoring/formats/fixtures.h"

namespace aiagent::authoring {
namespace {

class Fixture : public testing::TestWithParam<const char*> {};

TEST_P(Fixture, isReadAsTheGoldenFileSays) {
  const std::string name = GetParam();
  expectGolden("golden/" + name + ".txt", described(importFiles(fixture("import/" + name))));
}

INSTANTIATE_TEST_SUITE_P(Import, Fixture,
                         testing::Values("travel-v1.prompty", "shop-v2.prompty", "foo", "chat.langfuse.json",
                                         "pmpt.json", "request.json", "completion.json", "notes.md", "repo",
                                         "pdf-skill", "own.agent.json", "library"),
                         [](const auto& one) {
                           std::string name = one.param;
                           for (auto& c : name)
                             if (c == '-' || c == '.') c = '_';
                           return name;
                         });

TEST(ImportFiles, promptfooReferencesOnceAllowed_areReadWithinTheFolder) {
  auto files = fixture("import/foo");
  files.push_back({"secret.txt", "not to be read"});
  const auto result = importFiles(files, {.allowFileReferences = true});
  ASSERT_EQ(result.items.size(), 2u);
  EXPECT_EQ(result.items[1].imported->content.prompt,
            "Please be polite.\nTranslate {{text | trim}} to {{language}}.");
  EXPECT_EQ(result.items[1].imported->content.name, "polite");
  expectGolden("golden/foo-allowed.txt", described(result));
}

TEST(Detect, content_comesBeforeTheName) {
  const Files files = {
      {"a.txt", "---\nmodel:\n  api: chat\n---\nsystem:\nHi\n"},
      {"b.json", R"({"model":"gpt-5","input":"x"})"},
      {"c.json", R"({"messages":[]})"},
      {"d.md", "Just text\n"},
      {"e.json", R"({"name":"x","skills":[],"capabilities":{}})"},
      {"f/AGENTS.md", "# Hi\n"},
      {"g.json", R"({"compilerOptions":{}})"},
      {"h.json", "{"},
      {"i/SKILL.md", "---\nname: a\ndescription: b\n---\nc\n"},
      {"i/scripts/x.py", "print()"},
      {"j.prompty", "Say hello"},
      {"k.json", R"([{"name":"p","type":"text","prompt":"x","version":1}])"},
  };
  std::map<std::string, std::string> found;
  for (const auto& one : detect(files)) {
    auto& text = found[one.path];
    text = one.format ? std::string(toWord(*one.format)) : "?";
    for (const auto candidate : one.candidates)
      if (!one.format) text += " " + std::string(toWord(candidate));
    text += " " + one.reason;
  }
  const std::map<std::string, std::string> expected = {{"a.txt", "prompty-v1 front-matter"},
                                                       {"b.json", "openai-responses members"},
                                                       {"c.json", "? openai-chat openai-prompt unknown"},
                                                       {"d.md", "? markdown agents-md unknown"},
                                                       {"e.json", "agent-card members"},
                                                       {"f/AGENTS.md", "agents-md file-name"},
                                                       {"g.json", "? unknown"},
                                                       {"h.json", "? refused"},
                                                       {"i/SKILL.md", "skill-md front-matter"},
                                                       {"i/scripts/x.py", "? belongs-to"},
                                                       {"j.prompty", "prompty-v2 ending"},
                                                       {"k.json", "langfuse members"}};
  EXPECT_EQ(found, expected);
}

TEST(ImportFiles, ambiguousFile_asksAndTakesTheAnswer) {
  const Files files = {{"x.json", R"({"messages":[{"role":"system","content":"Be brief"}]})"}};
  const auto asked = importFiles(files);
  ASSERT_EQ(asked.items.size(), 1u);
  EXPECT_EQ(asked.items[0].imported.error().code, base::ErrorCode::Ambiguous);
  EXPECT_EQ(asked.items[0].candidates, (std::vector<Format>{Format::OpenAiChat, Format::OpenAiPrompt}));
  const auto answered = importFiles(files, {.as = Format::OpenAiChat});
  ASSERT_TRUE(answered.items[0].imported.ok());
  EXPECT_EQ(answered.items[0].imported->content.prompt, "Be brief");
}

TEST(ImportFiles, newerOwnFormat_isRefused) {
  const auto result = importFiles({{"a.json", R"({"format":"aiagent","formatVersion":2,"name":"x"})"},
                                   {"b/agent.md", "---\naiagent: 2\nname: x\n---\n\nHi\n"}});
  ASSERT_EQ(result.items.size(), 2u);
  for (const auto& item : result.items) {
    ASSERT_FALSE(item.imported.ok());
    EXPECT_EQ(item.imported.error().detail, "written by a newer program");
  }
}

TEST(ImportFiles, generatedJsonWithoutHeader_isOwn) {
  const auto result =
      importFiles({{"a.json", R"({"name":"x","description":"d","prompt":"p","variables":[],"model":"m",
      "params":{"temperature":0.5},"tools":[],"outputSchema":null,"starters":["s"],"cases":[{"input":"i","variables":{},"expect":"e"}],"source":"model"})"}});
  ASSERT_TRUE(result.items[0].imported.ok());
  EXPECT_EQ(result.items[0].format, Format::OwnJson);
  EXPECT_TRUE(result.items[0].imported->losses.empty());
  EXPECT_EQ(result.items[0].imported->content.cases[0].expect, "e");
}

TEST(ImportFiles, crlfAndByteOrderMark_areReadAsPlainText) {
  const auto result = importFiles({{"a.md", "\xef\xbb\xbf---\r\nname: x\r\n---\r\n\r\nOne\r\nTwo\r\n"}});
  ASSERT_TRUE(result.items[0].imported.ok());
  EXPECT_EQ(result.items[0].imported->content.prompt, "One\nTwo");
}

TEST(ImportFiles, oneBrokenAgentOfMany_refusesItselfAlone) {
  const auto result = importFiles(
      {{"a.json",
        R"({"format":"aiagent","formatVersion":1,"agents":[{"name":"x","prompt":"a"},{"name":"y","prompt":"b\u0000"}]})"}});
  ASSERT_EQ(result.items.size(), 2u);
  EXPECT_TRUE(result.items[0].imported.ok());
  ASSERT_FALSE(result.items[1].imported.ok());
  EXPECT_EQ(result.items[1].imported.error().subject, "prompt");
  EXPECT_EQ(result.items[1].source, "a.json#2");
}

}  // namespace
}  // namespace aiagent::authoring
