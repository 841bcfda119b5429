#include "ui/widgets/markdown/markdown_document.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "markdown_corpus.h"
#include "ui/widgets/markdown/block_parser.h"
#include "ui/widgets/markdown/slicer.h"

namespace aiagent::widgets::markdown {
namespace {

std::vector<Piece> parseWhole(const std::string& text) {
  std::vector<Piece> pieces;
  for (Piece& block : parseBlocks(text)) appendSlices(std::move(block), pieces);
  return pieces;
}

std::string describe(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    text +=
        std::to_string(int(piece.kind)) + "/" + std::to_string(int(piece.joint)) + (piece.last ? "" : "+");
    for (const Container& container : piece.containers)
      text += " {" + container.marker.toStdString() + (container.opens ? "!" : "") +
              std::to_string(int(container.task)) + "}";
    // In fences read line by line tabs stay tabs where md4c writes blanks.
    QString shown = piece.text;
    if (piece.kind == PieceKind::Code) shown.replace(QLatin1Char('\t'), QLatin1String("    "));
    text += " [" + shown.toStdString() + "] " + std::to_string(piece.level) + piece.language.toStdString();
    for (const Span& span : piece.spans)
      text += " (" + std::to_string(span.from) + "," + std::to_string(span.length) + "," +
              std::to_string(span.style) + "," + span.href.toStdString() + ")";
    for (const TableCell& cell : piece.cells)
      text += " <" + std::to_string(cell.row) + "," + std::to_string(cell.column) + "," +
              std::to_string(cell.from) + "," + std::to_string(cell.length) + ">";
    text += "\n";
  }
  return text;
}

// The pieces after each step must be those of the text so far, and what refresh() says about the change true.
void streamAndCompare(const std::string& text, const std::vector<std::size_t>& ends) {
  MarkdownDocument document;
  std::string before;
  std::vector<Piece> old;
  for (const std::size_t end : ends) {
    const std::string now = text.substr(0, end);
    const std::size_t changed = document.refresh(now);
    ASSERT_EQ(describe(document.pieces()), describe(parseWhole(now)))
        << "of: " << now << "\nafter: " << before;
    for (std::size_t i = 0; i < std::min(changed, document.pieces().size()); ++i)
      ASSERT_TRUE(i < old.size() && document.pieces()[i] == old[i]) << "piece " << i << " of: " << now;
    before = now;
    old = document.pieces();
  }
}

std::vector<std::size_t> everyEnd(const std::string& text) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool cutsCharacter = i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    if (!cutsCharacter) ends.push_back(i);
  }
  return ends;
}

TEST(MarkdownDocument, corpus_characterByCharacter_isTheWhole) {
  for (const auto& text : markdownCorpus()) streamAndCompare(text, everyEnd(text));
}

TEST(MarkdownDocument, corpus_everySplitInTwo_isTheWhole) {
  for (const auto& text : markdownCorpus())
    for (const std::size_t end : everyEnd(text)) streamAndCompare(text, {end, text.size()});
}

TEST(MarkdownDocument, corpusInOneText_randomSplits_isTheWhole) {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    auto documents = markdownCorpus();
    std::shuffle(documents.begin(), documents.end(), random);
    std::string text;
    for (const auto& document : documents) text += document + "\n";
    std::vector<std::size_t> ends;
    for (const std::size_t end : everyEnd(text))
      if (std::uniform_int_distribution(0, 60)(random) == 0) ends.push_back(end);
    ends.push_back(text.size());
    streamAndCompare(text, ends);
  }
}

TEST(MarkdownDocument, randomLines_characterByCharacter_isTheWhole) {
  std::mt19937 random(42);
  for (int round = 0; round < 4000 && !HasFatalFailure(); ++round) {
    const std::string text = randomMarkdown(random, false);
    streamAndCompare(text, everyEnd(text));
  }
}

// Whatever the document: how it was cut on arrival leaves no trace.
TEST(MarkdownDocument, oddLines_anySplit_isTheSame) {
  std::mt19937 random(43);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = randomMarkdown(random, true);
    MarkdownDocument whole, streamed;
    whole.refresh(text);
    for (const std::size_t end : everyEnd(text))
      if (std::uniform_int_distribution(0, 3)(random) == 0) streamed.refresh(text.substr(0, end));
    streamed.refresh(text);
    ASSERT_EQ(describe(streamed.pieces()), describe(whole.pieces())) << "of: " << text;
  }
}

TEST(MarkdownDocument, nothingNew_changesNothing) {
  MarkdownDocument document;
  const std::string text = "a\n\n- b\n\n```\nc";
  EXPECT_EQ(document.refresh(text), 0u);
  EXPECT_EQ(document.refresh(text), document.pieces().size());
}

TEST(MarkdownDocument, whileGrowing_marksAloneAreHeldBack) {
  MarkdownDocument document;
  document.refresh("A line\n-", TextEnd::Growing);  // would be a heading
  ASSERT_EQ(document.pieces().size(), 1u);
  EXPECT_EQ(document.pieces()[0].kind, PieceKind::Text);
  document.refresh("A line\n- item", TextEnd::Growing);
  EXPECT_EQ(document.pieces().size(), 2u);
  document.refresh("A line\n- item\n-", TextEnd::Final);
  EXPECT_EQ(document.pieces().size(), 3u);
}

TEST(MarkdownDocument, longFence_keepsItsEarlierPieces) {
  MarkdownDocument document;
  std::string text = "```python\n";
  std::size_t lowest = SIZE_MAX;
  for (int line = 0; line < 1000; ++line) {
    text += "x = '''" + std::to_string(line) + "'''  # note\n";
    const auto pieces = document.pieces().size();
    const auto changed = document.refresh(text);
    if (pieces > 1) lowest = std::min(lowest, changed + 1 - pieces);
  }
  EXPECT_EQ(lowest, 0u);  // never anything before the last piece
  EXPECT_EQ(document.pieces().size(), 1000u / kSliceLines + 1);
  EXPECT_EQ(describe(document.pieces()), describe(parseWhole(text)));
}

TEST(MarkdownDocument, fence_keepsTabs) {
  MarkdownDocument document;
  document.refresh("```make\nall:\n\techo\n```\n");
  EXPECT_EQ(document.pieces().at(0).text, QStringLiteral("all:\n\techo"));
}

TEST(MarkdownDocument, longParagraph_isCutAtSentences) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "This is sentence number " + std::to_string(i) + ". ";
  MarkdownDocument document;
  document.refresh(text);
  ASSERT_GT(document.pieces().size(), 2u);
  QString joined;
  for (const Piece& piece : document.pieces()) {
    EXPECT_LE(piece.text.size(), kSliceChars);
    joined += piece.text;
    if (!piece.last) {
      EXPECT_TRUE(piece.text.endsWith(QLatin1String(". "))) << piece.text.toStdString();
    }
  }
  EXPECT_EQ(joined, QString::fromStdString(text).trimmed());
}

TEST(MarkdownDocument, cutNeverPartsASurrogatePair) {
  const std::string text = "x" + [] {
    std::string faces;
    for (int i = 0; i < 5000; ++i) faces += "😀";
    return faces;
  }();
  for (const std::string& whole : {text, "```\n" + text}) {
    MarkdownDocument document;
    document.refresh(whole);
    for (const Piece& piece : document.pieces()) EXPECT_FALSE(piece.text.back().isHighSurrogate());
  }
}

}  // namespace
}  // namespace aiagent::widgets::markdown
