#include "ui/widgets/markdown/block_parser.h"

#include <gtest/gtest.h>

#include "ui/widgets/markdown/entities.h"
#include "ui/widgets/markdown/table_shape.h"

namespace aiagent::widgets::markdown {
namespace {

TEST(BlockParser, inlineStyles_becomeSpans) {
  const auto blocks = parseBlocks("a **b *c*** `d` ~~e~~ [f](https://x.test)");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].text, QStringLiteral("a b c d e f"));
  const std::vector<Span> spans = {{2, 2, Bold},
                                   {4, 1, Bold | Italic},
                                   {6, 1, InlineCode},
                                   {8, 1, Strike},
                                   {10, 1, 0, QStringLiteral("https://x.test")}};
  EXPECT_EQ(blocks[0].spans, spans);
}

TEST(BlockParser, dangerousAddresses_areNoLinks) {
  for (const char* address :
       {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/local", "vbscript:x"}) {
    const auto blocks = parseBlocks("[click](" + std::string(address) + ")");
    ASSERT_EQ(blocks.size(), 1u);
    EXPECT_TRUE(blocks[0].spans.empty()) << address;
  }
}

TEST(BlockParser, picture_isItsTextAndAddress) {
  const auto blocks = parseBlocks("![a cat](https://x.test/cat.png)");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].text, QStringLiteral("a cat (https://x.test/cat.png)"));
  EXPECT_EQ(blocks[0].spans[0].style, ImageAlt);
  EXPECT_EQ(blocks[0].spans.back().href, QStringLiteral("https://x.test/cat.png"));
}

TEST(BlockParser, rawHtml_isText) {
  const auto blocks = parseBlocks("<script>x</script>\n\n<b>y</b>");
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].text, QStringLiteral("<script>x</script>"));
  EXPECT_EQ(blocks[1].text, QStringLiteral("<b>y</b>"));
}

TEST(BlockParser, nesting_isWrittenIntoEachBlock) {
  const auto blocks = parseBlocks("> 3. a\n>    - [x] b\n>\n>    c\n");
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(blocks[0].containers,
            (std::vector<Container>{{}, {QStringLiteral("3."), TaskState::None, true}}));
  EXPECT_EQ(blocks[1].containers,
            (std::vector<Container>{
                {}, {QStringLiteral("3.")}, {QStringLiteral("\u2022"), TaskState::Done, true}}));
  EXPECT_EQ(blocks[2].containers, (std::vector<Container>{{}, {QStringLiteral("3.")}}));
}

TEST(BlockParser, emptyItem_keepsItsMarker) {
  const auto blocks = parseBlocks("- a\n-\n- b\n");
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_TRUE(blocks[1].text.isEmpty());
  EXPECT_TRUE(blocks[1].containers.at(0).opens);
}

TEST(BlockParser, table_hasCellsAndMeasures) {
  const auto blocks = parseBlocks("| a | b |\n|:--|--:|\n| long word | 2 |\n");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].text, QStringLiteral("a\tb\nlong word\t2"));
  ASSERT_EQ(blocks[0].cells.size(), 4u);
  EXPECT_TRUE(blocks[0].cells[1].header);
  EXPECT_EQ(blocks[0].cells[2], (TableCell{1, 0, 4, 9, false}));
  ASSERT_TRUE(blocks[0].table);
  EXPECT_EQ(blocks[0].table->columns[1].align, CellAlign::Right);
  EXPECT_EQ(blocks[0].table->columns[0].widestText, QStringLiteral("long word"));
  EXPECT_EQ(blocks[0].table->columns[0].widestWord, QStringLiteral("long"));
}

TEST(Entities, namesAndNumbers_areDecoded) {
  EXPECT_EQ(decodeEntity("&amp;"), QStringLiteral("&"));
  EXPECT_EQ(decodeEntity("&hellip;"), QStringLiteral("…"));
  EXPECT_EQ(decodeEntity("&#x1F600;"), QStringLiteral("😀"));
  EXPECT_EQ(decodeEntity("&#65;"), QStringLiteral("A"));
  EXPECT_EQ(decodeEntity("&#0;"), QStringLiteral("\uFFFD"));
  EXPECT_EQ(decodeEntity("&#xD800;"), QStringLiteral("\uFFFD"));
  EXPECT_EQ(decodeEntity("&nonsense;"), QStringLiteral("&nonsense;"));
}

TEST(TableShape, eastAsianText_countsDouble) {
  EXPECT_EQ(roughWidth(u"abc"), 3);
  EXPECT_EQ(roughWidth(u"漢字"), 4);
  EXPECT_EQ(roughWidth(u"😀"), 2);
}

}  // namespace
}  // namespace aiagent::widgets::markdown
