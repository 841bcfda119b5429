#include "ui/widgets/markdown/chunk_splitter.h"

#include <gtest/gtest.h>

#include <string>

namespace aiagent::widgets::markdown {
namespace {

std::vector<std::string> chunks(const std::string& text) {
  ChunkSplitter splitter;
  splitter.advance(text);
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (const auto cut : splitter.takeCuts()) {
    parts.push_back(text.substr(from, cut - from));
    from = cut;
  }
  parts.push_back(text.substr(from));
  return parts;
}

using Parts = std::vector<std::string>;

TEST(ChunkSplitter, paragraphs_endWithABlankLine) {
  EXPECT_EQ(chunks("a\nb\n\nc\n"), (Parts{"a\nb\n\n", "c\n"}));
}

TEST(ChunkSplitter, list_endsAtTheMargin_notAtABlankLine) {
  EXPECT_EQ(chunks("- a\n\n- b\n\n  c\n\nd\n"), (Parts{"- a\n\n- b\n\n  c\n\n", "d\n"}));
}

TEST(ChunkSplitter, fence_isAChunkOfItsOwn) {
  EXPECT_EQ(chunks("a\n```\nb\n\n- c\n```\nd\n"), (Parts{"a\n", "```\nb\n\n- c\n```\n", "d\n"}));
}

TEST(ChunkSplitter, heading_isClosedAtOnce) {
  EXPECT_EQ(chunks("# a\nb"), (Parts{"# a\n", "b"}));
}

TEST(ChunkSplitter, openFence_isTold) {
  ChunkSplitter splitter;
  splitter.advance("```\nx\n");
  EXPECT_TRUE(splitter.restIsFence());
  splitter.advance("```\nx\n```\n");
  EXPECT_FALSE(splitter.restIsFence());
  EXPECT_EQ(splitter.stable(), 10u);
}

TEST(ChunkSplitter, incompleteLine_isNotRead) {
  ChunkSplitter splitter;
  splitter.advance("# a");
  EXPECT_EQ(splitter.stable(), 0u);
  splitter.advance("# a\r");  // "\r\n" may be meant
  EXPECT_EQ(splitter.stable(), 0u);
  splitter.advance("# a\r\n");
  EXPECT_EQ(splitter.stable(), 5u);
}

// An ordinary answer must be cut often: the open rest is parsed again on every frame.
TEST(ChunkSplitter, ordinaryAnswer_leavesALittleRest) {
  std::string text;
  ChunkSplitter splitter;
  for (int i = 0; i < 200; ++i) {
    text +=
        "## Step\n\nA paragraph.\n\n1. one\n   - sub\n2. two\n\n```c\nint x;\n```\n\n| a | b |\n|---|---|\n| "
        "1 | 2 |\n\n";
    splitter.advance(text);
    EXPECT_EQ(splitter.stable(), text.size());
  }
}

}  // namespace
}  // namespace aiagent::widgets::markdown
