// Files that mean harm or are broken: a message, and nothing else.
#include <gtest/gtest.h>

#include "core/authoring/formats/import.h"
#include "core/authoring/formats/import_limits.h"

namespace aiagent::authoring {
namespace {

// Of the one item.
std::string refusal(File file) {
  const auto result = importFiles({std::move(file)});
  if (result.items.size() != 1) return "items";
  if (result.items[0].imported) return "read";
  const auto& error = result.items[0].imported.error();
  EXPECT_TRUE(error.code == base::ErrorCode::InvalidInput);
  EXPECT_FALSE(error.subject.empty());
  return error.detail;
}

TEST(Hostile, hugeLine_isRefusedForItsSize) {
  for (const char* path : {"a.json", "a.yaml", "a.md", "a.prompty", "AGENTS.md"})
    EXPECT_EQ(refusal({path, std::string(100u << 20, 'x')}), "too large") << path;
  EXPECT_EQ(refusal({"a.md", "---\nname: " + std::string(kLargestYaml, 'x') + "\n---\nHi\n"}),
            "YAML: too large");
}

TEST(Hostile, brokenText_isRefused) {
  EXPECT_EQ(refusal({"a.md", "\xff\xfe# x"}), "UTF-16");
  EXPECT_EQ(refusal({"a.md", "# x\xc3"}), "not UTF-8");
  EXPECT_EQ(refusal({"a.json", std::string("{\"a\":\0}", 7)}), "a zero byte");
}

TEST(Hostile, truncatedFiles_areRefused) {
  EXPECT_NE(refusal({"a.json", R"({"format":"aiagent","formatVersion":1,"name":"x","prom)"}), "read");
  EXPECT_EQ(refusal({"a.prompty", "---\nname: x\nmodel:\n"}), "front matter without an end");
  EXPECT_NE(refusal({"a.yaml", "prompts: [\"a\nproviders:"}), "read");
}

TEST(Hostile, deepDocuments_areRefused) {
  EXPECT_NE(refusal({"a.json", "{\"agents\":" + std::string(100'000, '[')}), "read");
  EXPECT_NE(refusal({"a.yaml", "prompts: " + std::string(100'000, '[')}), "read");
}

TEST(Hostile, pathsThatLeadElsewhere_areRefused) {
  for (const char* path : {"../a.json", "/etc/a.json", "a/../../b.md", "C:\\a.json", "a\\b.json"})
    EXPECT_EQ(refusal({path, "{}"}), "a path that leads elsewhere") << path;
}

TEST(Hostile, sameNameTwice_isRefusedOnce) {
  const auto result = importFiles({{"AGENTS.md", "# a\n"}, {"AGENTS.md", "# b\n"}});
  ASSERT_EQ(result.items.size(), 2u);
  EXPECT_TRUE(result.items[0].imported.ok());
  EXPECT_FALSE(result.items[1].imported.ok());
}

TEST(Hostile, thousandsOfUnknownMembers_areCounted) {
  std::string json = R"({"format":"aiagent","formatVersion":1,"name":"x","prompt":"p")";
  for (int i = 0; i < 20'000; ++i) json += ",\"u" + std::to_string(i) + "\":1";
  const auto result = importFiles({{"a.json", json + "}"}});
  ASSERT_TRUE(result.items[0].imported.ok());
  EXPECT_EQ(result.items[0].imported->losses.size(), kMostLosses + 1);
}

TEST(Hostile, wrongKindsEverywhere_areLossesOrRefusals) {
  for (
      const char* json :
      {R"({"format":"aiagent","formatVersion":1,"name":[1],"prompt":{},"params":[],"variables":{},"cases":"x","tags":{"a":1},"versions":[1],"knowledge":[{}]})",
       R"({"prompts":{"a":[]},"providers":[[]],"tests":[1,{"vars":[1],"assert":{"a":1}}]})",
       R"({"name":1,"type":"chat","prompt":[{"role":[]},1],"config":"x","labels":{"a":2}})",
       R"({"model":{},"instructions":[],"input":{"a":1},"tools":{},"text":[],"reasoning":"x"})"}) {
    for (const auto& item : importFiles({{"a.json", json}}).items) {
      if (item.imported) {
        EXPECT_FALSE(item.imported->losses.empty()) << json;
      }
    }
  }
  for (const char* yaml : {"name: {a: 1}\nmodel: [1]\ninputs: 5\nsample: 3\n",
                           "model: {configuration: [], parameters: 5}\ninputs: [1]\n"})
    for (const auto& item :
         importFiles({{"a.prompty", "---\n" + std::string(yaml) + "---\nsystem:\nHi\n"}}).items) {
      ASSERT_TRUE(item.imported.ok());
      EXPECT_FALSE(item.imported->losses.empty()) << yaml;
    }
}

}  // namespace
}  // namespace aiagent::authoring
