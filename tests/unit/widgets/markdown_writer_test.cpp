#include "ui/widgets/markdown/markdown_writer.h"

#include <gtest/gtest.h>

#include "ui/widgets/markdown/block_parser.h"
#include "ui/widgets/markdown/markdown_document.h"

namespace aiagent::widgets::markdown {
namespace {

std::vector<PieceRange> whole(const std::vector<Piece>& pieces) {
  std::vector<PieceRange> ranges;
  for (const Piece& piece : pieces) ranges.push_back({&piece, 0, int(piece.text.size())});
  return ranges;
}

const char* const kText =
    "# Title\n\nA **bold** *slanted* ***both*** ~~no~~ and `code` with [link](https://x.test/) and "
    "<https://auto.test>.\n\n"
    "- one\n- two\n  - [x] nested\n\n3. three\n\n> quoted\n> twice\n\n```js\nlet a = \"*\";\n\nb();\n```\n\n"
    "| a | b |\n|:--|--:|\n| 1 | x\\*y |\n\n---\n\nend 1 \\* 2\n";

// Writing Markdown and reading it again must give the same pieces.
TEST(MarkdownWriter, markdown_keepsTheMeaning) {
  MarkdownDocument first, second;
  first.refresh(kText);
  const std::string written = toMarkdown(whole(first.pieces())).toStdString();
  second.refresh(written);
  ASSERT_EQ(first.pieces().size(), second.pieces().size()) << written;
  for (std::size_t i = 0; i < first.pieces().size(); ++i)
    EXPECT_TRUE(first.pieces()[i] == second.pieces()[i]) << i << ": " << written;
}

TEST(MarkdownWriter, plainText_hasMarkersAndNoMarks) {
  const auto pieces = parseBlocks(
      "# T\n\nA **b**\n\n- x\n- y\n  1. z\n\n```\nc\n\n  d\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
  EXPECT_EQ(toPlainText(whole(pieces)).toStdString(),
            "T\n\nA b\n\n• x\n• y\n  1. z\n\nc\n\n  d\n\na\tb\n1\t2");
}

TEST(MarkdownWriter, partOfABlock_isItsWords) {
  const auto pieces = parseBlocks("- some **bold** words");
  EXPECT_EQ(toPlainText({{&pieces[0], 0, 7}}), QStringLiteral("some bo"));
  EXPECT_EQ(toMarkdown({{&pieces[0], 5, 9}}), QStringLiteral("  **bold**"));
}

TEST(MarkdownWriter, slices_joinWithoutASeam) {
  std::string code = "```\n", prose;
  for (int i = 0; i < 100; ++i) code += "line " + std::to_string(i) + "\n";
  for (int i = 0; i < 2000; ++i) prose += "word ";
  MarkdownDocument document;
  document.refresh(code + "```\n\n" + prose);
  const QString text = toPlainText(whole(document.pieces()));
  EXPECT_TRUE(text.contains(QStringLiteral("line 31\nline 32\nline 33")));
  EXPECT_EQ(text.count(QStringLiteral("word ")), 1999);
  EXPECT_FALSE(text.mid(text.indexOf(QStringLiteral("word"))).contains(QLatin1Char('\n')));
}

}  // namespace
}  // namespace aiagent::widgets::markdown
