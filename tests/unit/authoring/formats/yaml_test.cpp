#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/yaml_writer.h"

namespace aiagent::authoring {
namespace {

std::string detail(std::string_view yaml) {
  const auto tree = parseYaml(yaml);
  return tree ? "read" : tree.error().detail;
}

TEST(ParseYaml, scalars_haveTheKindsOfTheCoreSchema) {
  const auto tree = parseYaml(
      "a: 1\nb: 1.5\nc: true\nd: yes\ne: ~\nf: '1'\ng: 007\nh: -3\ni: 1e3\nj: 2026-01-02\nk: !!str 5\n");
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(
      compactJson(*tree),
      R"({"a":1,"b":1.5,"c":true,"d":"yes","e":null,"f":"1","g":"007","h":-3,"i":1000.0,"j":"2026-01-02","k":"5"})");
}

TEST(ParseYaml, aliasesAndMergeKeys_areFollowed) {
  const auto tree = parseYaml("base: &b {x: 1, y: 2}\nmore:\n  <<: *b\n  y: 3\nlist: [*b]\n");
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(compactJson(*tree), R"({"base":{"x":1,"y":2},"more":{"y":3,"x":1},"list":[{"x":1,"y":2}]})");
}

TEST(ParseYaml, billionLaughs_isRefused) {
  std::string yaml = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
  for (int level = 1; level < 12; ++level) {
    const auto number = std::to_string(level), before = std::to_string(level - 1);
    yaml += "a" + number + ": &a" + number + " [";
    for (int i = 0; i < 9; ++i) yaml += (i ? ", *a" : "*a") + before;
    yaml += "]\n";
  }
  EXPECT_NE(detail(yaml).find("too many values"), std::string::npos);
}

TEST(ParseYaml, longTextRepeatedByAliases_isRefused) {
  std::string yaml = "a: &a " + std::string(1 << 20, 'x') + "\nlist:\n";
  for (int i = 0; i < 100; ++i) yaml += "  - *a\n";
  EXPECT_NE(detail(yaml).find("aliases repeat"), std::string::npos);
}

TEST(ParseYaml, deepNesting_isRefused) {
  EXPECT_NE(detail(std::string(100'000, '[')).find("deep"), std::string::npos);
  std::string indented;
  for (int i = 0; i < 100; ++i) indented += std::string(std::size_t(i), ' ') + "a:\n";
  EXPECT_NE(detail(indented).find("deep"), std::string::npos);
}

TEST(ParseYaml, faults_areTold) {
  EXPECT_NE(detail("a: 1\na: 2\n").find("a key twice"), std::string::npos);
  EXPECT_NE(detail("? [a]\n: 1\n").find("no text"), std::string::npos);
  EXPECT_NE(detail("--- a\n--- b\n").find("several documents"), std::string::npos);
  EXPECT_NE(detail("a: *b\n").find("anchor"), std::string::npos);
  EXPECT_NE(detail("a: &a [*a]\n").find("anchor"), std::string::npos);
  EXPECT_NE(detail("a: [1, 2\n"), "read");
  EXPECT_NE(detail(std::string(kLargestYaml + 1, 'x')).find("too large"), std::string::npos);
  std::string directives;
  for (int i = 0; i < 100; ++i) directives += "%TAG !" + std::to_string(i) + "! x\n";
  EXPECT_NE(detail(directives + "---\na\n").find("directives"), std::string::npos);
}

TEST(WriteYaml, record_readsLikeAPersonWroteIt) {
  const Tree tree =
      Record{{"name", "Trip planner"}, {"empty", List()},
             {"truth", "yes"},         {"number", std::int64_t(3)},
             {"text", "Two\nlines\n"}, {"open", "Two\nlines"},
             {"odd", " x: # \x01"},    {"list", List{"a", Record{{"b", "c"}, {"d", List{1.5}}}, List{true}}}};
  EXPECT_EQ(
      writeYaml(tree),
      "name: Trip planner\nempty: []\ntruth: \"yes\"\nnumber: 3\ntext: |\n  Two\n  lines\nopen: |-\n  Two\n"
      "  lines\nodd: \" x: # \\u0001\"\nlist:\n  - a\n  - b: c\n    d:\n      - 1.5\n  -\n    - true\n");
}

std::string anyText() {
  static const std::vector<std::string> kPieces = {"a",
                                                   "\n",
                                                   "\n\n",
                                                   " ",
                                                   "\t",
                                                   ": ",
                                                   " #",
                                                   "- ",
                                                   "? ",
                                                   "---",
                                                   "...",
                                                   "\"",
                                                   "'",
                                                   "\\",
                                                   "|",
                                                   ">",
                                                   "&",
                                                   "*",
                                                   "!",
                                                   "%",
                                                   "@",
                                                   "`",
                                                   "{",
                                                   "}",
                                                   "[",
                                                   "]",
                                                   ",",
                                                   "\r",
                                                   "\x01",
                                                   "\x7f",
                                                   "\xc2\x85",
                                                   "\xc2\xa0",
                                                   "\xe2\x80\xa8",
                                                   "\xef\xbb\xbf",
                                                   "\xef\xbf\xbf",
                                                   "漢",
                                                   "null",
                                                   "1.0",
                                                   "0",
                                                   "~",
                                                   "<<",
                                                   "=",
                                                   "key:"};
  std::string text;
  for (int i = *rc::gen::inRange(0, 8); i > 0; --i) text += *rc::gen::elementOf(kPieces);
  return text;
}

Tree anyTree(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 7 : 5)) {
    case 0: return {};
    case 1: return *rc::gen::arbitrary<bool>();
    case 2: return std::int64_t(*rc::gen::arbitrary<std::int64_t>());
    case 3: return *rc::gen::elementOf(std::vector<double>{0.0, 1.0, -2.5, 1e300, 5e-324, 0.1});
    case 4: return anyText();
    case 5: {
      List list;
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i) list.push_back(anyTree(depth - 1));
      return list;
    }
    default: {
      Record record;
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        record.emplace_back(
            anyText() + (*rc::gen::inRange(0, 9) == 0 ? std::string(200, 'k') : "") + std::to_string(i),
            anyTree(depth - 1));
      return record;
    }
  }
}

RC_GTEST_PROP(WriteYaml, anyTree_comesBack, ()) {
  const auto tree = anyTree(4);
  const auto yaml = writeYaml(tree);
  const auto read = parseYaml(yaml);
  if (!read) RC_FAIL(read.error().detail + "\n" + yaml);
  RC_ASSERT(*read == tree);
}

}  // namespace
}  // namespace aiagent::authoring
