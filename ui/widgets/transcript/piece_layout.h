// PieceLayout: a piece of Markdown, laid out for a width: where its lines, cells and marks are, how to paint
// it, which character is at a point. Coordinates have their origin at the piece's top left.
#pragma once

#include <memory>
#include <QRectF>
#include <QTextLayout>
#include <vector>

#include "ui/widgets/markdown/piece.h"
#include "ui/widgets/transcript/transcript_style.h"

class QPainter;

namespace aiagent::widgets {

struct TextRange {
  int from = 0;
  int length = 0;
};

struct PiecePaint {
  TextRange selection = {};             // length 0: none
  std::vector<TextRange> matches = {};  // of a search
  int currentMatch = -1;                // index into matches
  TextRange focus = {};                 // a link with the keyboard focus
  bool copyFocused = false;
  bool copyHovered = false;
};

class PieceLayout {
 public:
  // `previous` is the piece before in the same message, null for the first: it decides the space above.
  PieceLayout(const markdown::Piece& piece, const markdown::Piece* previous, const TranscriptStyle& style);

  int height() const { return m_height; }
  void paint(QPainter& painter, const QPointF& origin, const TranscriptStyle& style, const PiecePaint& what,
             const QRectF& clip) const;

  // Offset of the character boundary nearest to a point.
  int offsetAt(const QPointF& point) const;
  // Whether a point is on text, not beside it.
  bool isOnText(const QPointF& point) const;
  QRectF caret(int offset) const;
  std::vector<QRectF> rects(TextRange range) const;
  // The offset one line above or below, at `x`; -1 when there is none in this piece.
  int offsetInNextLine(int offset, int direction, double x) const;
  // First or last offset of the line of `offset`.
  int lineEdge(int offset, bool end) const;

  QRectF copyButton() const { return m_copyButton; }  // of code; empty: none
  const QString& text() const { return m_text; }

  // Lines of `length` characters estimated for a piece that is not laid out.
  static int estimatedHeight(const markdown::Piece& piece, const markdown::Piece* previous,
                             const TranscriptStyle& style);

 private:
  struct Run {  // a text with its own width: a paragraph, the code, a cell
    std::unique_ptr<QTextLayout> layout;
    QPointF origin;
    int from = 0;
    int length = 0;
  };
  struct Marker {
    QString text;
    markdown::TaskState task = markdown::TaskState::None;
    QRectF area;
  };
  struct TextSpec {  // what makes a run
    QString text;
    QFont font;
    int lineHeight = 0;
    double left = 0, top = 0, width = 0;
    Qt::Alignment alignment = Qt::AlignLeading;
    QTextOption::WrapMode wrap = QTextOption::WrapAtWordBoundaryOrAnywhere;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QList<QTextLayout::FormatRange> formats = {};
    double tabWidth = 0;
  };

  double addRun(const TextSpec& spec, int from);
  void layoutText(const markdown::Piece& piece, const TranscriptStyle& style);
  void layoutCode(const markdown::Piece& piece, const TranscriptStyle& style);
  void layoutTable(const markdown::Piece& piece, const TranscriptStyle& style);
  void layoutContainers(const markdown::Piece& piece, const markdown::Piece* previous,
                        const TranscriptStyle& style);
  void paintBackground(QPainter& painter, const TranscriptStyle& style, const PiecePaint& what) const;
  void paintMarkers(QPainter& painter, const TranscriptStyle& style) const;
  const Run* runOf(int offset) const;
  const Run* nearestRun(const QPointF& point) const;

  markdown::PieceKind m_kind;
  bool m_starts, m_last;
  bool m_rightToLeft = false;
  QString m_text;  // of the piece: the offsets of all runs count in it
  QString m_language;
  double m_top = 0;  // below the space above
  double m_left = 0, m_width = 0;
  double m_bottom = 0;
  int m_height = 0;
  std::vector<Run> m_runs;
  std::vector<Marker> m_markers;
  std::vector<QRectF> m_quoteBars;
  std::vector<TextRange> m_inlineCode;
  std::vector<QRectF> m_rules;
  QRectF m_copyButton;
};

// The space above a piece.
int gapAbove(const markdown::Piece& piece, const markdown::Piece* previous);

}  // namespace aiagent::widgets
