// TranscriptEntry: one message of a transcript: its text, its pieces, the heights of its rows.
//
// Row 0 is the header, the last row the footer, between them the pieces. A row has an estimated height until
// it is laid out. Pieces are made when the message is first needed, not when it arrives.
#pragma once

#include <algorithm>
#include <memory>
#include <QStringEncoder>
#include <string>
#include <vector>

#include "ui/widgets/markdown/markdown_document.h"
#include "ui/widgets/transcript/piece_layout.h"
#include "ui/widgets/transcript/transcript_message.h"

namespace aiagent::widgets {

class TranscriptEntry {
 public:
  explicit TranscriptEntry(TranscriptMessage message);

  // The message without its text.
  const TranscriptMessage& message() const { return m_message; }
  TranscriptMessage& message() { return m_message; }
  QString text() const;
  // O(part). A character that is cut in two between two parts is put together again.
  void append(QStringView part);
  void replace(QStringView text);

  bool isCollapsible() const { return m_message.kind != MessageKind::Text; }
  bool isCollapsed() const { return m_collapsed; }
  void setCollapsed(bool collapsed);
  // The first line's distance from the message's top.
  int headerTop() const { return m_marginTop + TranscriptStyle::kSmall + boxPadding(); }
  int marginTop() const { return m_marginTop; }
  int marginBottom() const { return m_marginBottom; }
  bool isBoxed() const { return isCollapsible() || m_message.role == MessageRole::Person; }

  // Brings the pieces up to date with the text. Returns false when nothing changed.
  bool prepare(const TranscriptStyle& style);
  bool isPrepared() const { return m_prepared; }
  // All pieces, also those of a collapsed message. After prepare().
  const std::vector<markdown::Piece>& pieces() const;

  int rows() const { return int(m_heights.size()); }
  int rowHeight(int row) const { return m_heights[std::size_t(row)].height; }
  bool isFooter(int row) const { return row == rows() - 1; }
  // Lays a row out if it was not, and returns its height.
  int measureRow(int row, const TranscriptStyle& style);
  // The piece of a row, laid out; null for header, footer and collapsed messages.
  const PieceLayout* layout(int row, const TranscriptStyle& style);
  int rowTop(int row) const;
  int height() const { return m_height; }

  // The first row that looks different since takeFirstChangedRow(); a row behind the last when none does. The
  // footer is not counted in: it is small and may always have changed.
  int firstChangedRow() const { return std::min(m_firstChangedRow, rows() - 1); }
  void takeFirstChangedRow();

  // Space above the first message and below the last.
  void setMargins(int top, int bottom);

  // Fonts, width or theme changed.
  void invalidate(const TranscriptStyle& style);
  // Frees the layouts of rows outside [first, last]; heights stay.
  void dropLayouts(int first, int last);
  // Frees everything that can be made again from the text; heights stay.
  void dropPieces();

 private:
  struct RowState {
    int height = 0;
    bool exact = false;
    std::unique_ptr<PieceLayout> layout;
  };

  int boxPadding() const {
    return !isBoxed() ? 0 : m_collapsed ? TranscriptStyle::kTiny : TranscriptStyle::kSmall;
  }
  void setRowHeight(std::size_t row, int height, bool exact);
  int headerHeight(const TranscriptStyle& style) const;
  int footerHeight(const TranscriptStyle& style) const;
  void estimate(const TranscriptStyle& style);
  std::size_t refreshPieces();
  std::size_t refreshPlain();
  std::size_t shownPieces() const;
  void resizeRows(std::size_t firstChanged, const TranscriptStyle& style);
  const markdown::Piece* pieceOfRow(std::size_t row) const;

  TranscriptMessage m_message;
  std::string m_text;  // UTF-8: half the memory of a QString
  QStringEncoder m_encoder{QStringEncoder::Utf8, QStringEncoder::Flag::Stateless};
  QString m_halfCharacter;  // a high surrogate whose other half has not arrived
  std::size_t m_lineEnds = 0;
  bool m_collapsed = false;
  bool m_collapsedByPerson = false;
  bool m_prepared = false;
  bool m_dirty = true;
  markdown::TextEnd m_parsedAs = markdown::TextEnd::Growing;
  std::unique_ptr<markdown::MarkdownDocument> m_document;
  std::vector<markdown::Piece> m_plain;  // of messages that are not Markdown
  std::vector<RowState> m_heights;       // empty until the first prepare()
  int m_height = 0;
  int m_marginTop = 0;
  int m_marginBottom = 0;
  int m_firstChangedRow = 0;
  bool m_hasLayouts = false;
};

}  // namespace aiagent::widgets
