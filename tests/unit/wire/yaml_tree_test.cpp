#include "core/wire/yaml_tree.h"

#include <gtest/gtest.h>

namespace aiagent::wire {
namespace {

TEST(YamlStream, several_documents_are_read_with_their_lines) {
  const auto stream = parseYamlStream("a: 1\nb:\n  - x\n  - y: 2\n---\nc: 3\n");
  EXPECT_EQ(stream.fault, "");
  ASSERT_EQ(stream.documents.size(), 2u);
  const auto& lines = stream.documents[0].lines;
  ASSERT_EQ(lines.children.size(), 2u);
  EXPECT_EQ(lines.children[1].line, 2);
  EXPECT_EQ(lines.children[1].children[0].line, 3);
  EXPECT_EQ(lines.children[1].children[1].children[0].line, 4);
  EXPECT_EQ(stream.documents[1].lines.children[0].line, 6);
}

TEST(YamlStream, merged_members_stand_where_they_are_merged) {
  const auto stream = parseYamlStream("base: &b\n  one: 1\n  two: 2\nmine:\n  <<: *b\n  two: 3\n");
  ASSERT_EQ(stream.documents.size(), 1u);
  const auto& mine = *stream.documents[0].tree.find("mine");
  const auto& lines = stream.documents[0].lines.children[1];
  ASSERT_EQ(mine.members().size(), 2u);
  ASSERT_EQ(lines.children.size(), 2u);
  EXPECT_EQ(mine.members()[0].first, "two");
  EXPECT_EQ(lines.children[0].line, 6);
  EXPECT_EQ(lines.children[1].line, 5);
}

TEST(YamlStream, fault_keeps_the_documents_before_it) {
  const auto stream = parseYamlStream("a: 1\n---\nb: [1\nc: 2\n");
  EXPECT_NE(stream.fault, "");
  EXPECT_GE(stream.faultLine, 3);
  ASSERT_EQ(stream.documents.size(), 1u);
  EXPECT_EQ(stream.documents[0].tree.find("a")->asText(), "1");
}

TEST(YamlStream, key_twice_is_a_fault_at_its_line) {
  const auto stream = parseYamlStream("a: 1\nb: 2\na: 3\n");
  EXPECT_NE(stream.fault, "");
  EXPECT_EQ(stream.faultLine, 3);
}

TEST(YamlTree, several_documents_are_refused) {
  EXPECT_FALSE(parseYaml("a: 1\n---\nb: 2\n").ok());
  EXPECT_TRUE(parseYaml("a: 1\n").ok());
}

}  // namespace
}  // namespace aiagent::wire
