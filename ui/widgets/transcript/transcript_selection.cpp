#include "ui/widgets/transcript/transcript_selection.h"

#include <algorithm>
#include <QTextBoundaryFinder>

#include "ui/widgets/markdown/markdown_writer.h"

namespace aiagent::widgets {
namespace {

using markdown::PieceRange;

bool isPieceRow(const TranscriptEntry& entry, int row) {
  return row >= 1 && row + 1 < entry.rows();
}

QString textOfRow(TranscriptLayout& layout, int entry, int row) {
  const TranscriptEntry& owner = layout.prepared(entry);
  return isPieceRow(owner, row) ? owner.pieces()[std::size_t(row - 1)].text : QString();
}

std::vector<PieceRange> selectedPieces(const TranscriptEntry& owner, const TranscriptSelection& selection,
                                       int index, bool& whole) {
  std::vector<PieceRange> ranges;
  whole = true;
  for (int row = 1; row + 1 < owner.rows(); ++row) {
    const auto& piece = owner.pieces()[std::size_t(row - 1)];
    const int length = int(piece.text.size());
    const TextRange range = selection.inRow(index, row, length);
    whole = whole && range.length == length;
    const auto [from, to] = selection.ordered();
    const TextPosition here{index, row, 0};
    const bool emptyInside = length == 0 && from <= here && here < to;  // a rule
    if (range.length > 0 || emptyInside) ranges.push_back({&piece, range.from, range.from + range.length});
  }
  return ranges;
}

// The nearest row with text in a direction, from `row` on (included).
bool findTextRow(TranscriptLayout& layout, int& entry, int& row, int direction) {
  for (; entry >= 0 && entry < layout.size(); entry += direction) {
    const TranscriptEntry& owner = layout.prepared(entry);
    if (row < 0) row = direction > 0 ? 1 : owner.rows() - 2;
    for (; isPieceRow(owner, row); row += direction)
      if (!owner.pieces()[std::size_t(row - 1)].text.isEmpty()) return true;
    row = -1;
  }
  return false;
}

TextPosition neighbour(TranscriptLayout& layout, const TextPosition& caret, int direction, bool atEnd) {
  int entry = caret.entry, row = caret.row + direction;
  if (row < 1 || row + 1 >= layout.prepared(entry).rows()) {
    entry += direction;
    row = -1;
  }
  if (!findTextRow(layout, entry, row, direction)) return caret;
  return {entry, row, atEnd ? int(textOfRow(layout, entry, row).size()) : 0};
}

TextPosition movedInText(TranscriptLayout& layout, const TextPosition& caret,
                         QTextBoundaryFinder::BoundaryType type, int direction) {
  const QString text = textOfRow(layout, caret.entry, caret.row);
  if (direction > 0 && caret.offset >= text.size()) return neighbour(layout, caret, 1, false);
  if (direction < 0 && caret.offset <= 0) return neighbour(layout, caret, -1, true);
  QTextBoundaryFinder finder(type, text);
  finder.setPosition(std::min<qsizetype>(caret.offset, text.size()));
  const auto there = direction > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
  return {caret.entry, caret.row, there < 0 ? (direction > 0 ? int(text.size()) : 0) : int(there)};
}

TextPosition movedByLine(TranscriptLayout& layout, const TextPosition& caret, int direction, double x) {
  layout.prepared(caret.entry);
  const PieceLayout* here = layout.layout(caret.entry, caret.row);
  if (!here) return neighbour(layout, caret, direction, direction < 0);
  const int offset = here->offsetInNextLine(caret.offset, direction, x);
  if (offset >= 0) return {caret.entry, caret.row, offset};
  const TextPosition there = neighbour(layout, caret, direction, direction < 0);
  const PieceLayout* other = layout.layout(there.entry, there.row);
  if (!other || there == caret) return there;
  const double y =
      direction > 0 ? other->caret(0).center().y() : other->caret(int(other->text().size())).center().y();
  return {there.entry, there.row, other->offsetAt({x, y})};
}

}  // namespace

TextRange TranscriptSelection::inRow(int entry, int row, int textLength) const {
  const auto [from, to] = ordered();
  const std::pair here(entry, row);
  if (here < std::pair(from.entry, from.row) || here > std::pair(to.entry, to.row)) return {};
  const int begin = here == std::pair(from.entry, from.row) ? std::min(from.offset, textLength) : 0;
  const int end = here == std::pair(to.entry, to.row) ? std::min(to.offset, textLength) : textLength;
  return {begin, std::max(0, end - begin)};
}

QString selectedText(TranscriptLayout& layout, const TranscriptSelection& selection, CopyForm form) {
  if (selection.isEmpty()) return {};
  const auto [from, to] = selection.ordered();
  QString text;
  for (int i = from.entry; i <= to.entry && i < layout.size(); ++i) {
    const bool wasPrepared = layout.entry(i).isPrepared();
    TranscriptEntry& owner = layout.prepared(i);
    bool whole = false;
    const auto ranges = selectedPieces(owner, selection, i, whole);
    if (!ranges.empty()) {
      if (!text.isEmpty()) text += QLatin1String("\n\n");
      const QString& title = owner.message().title;
      if (from.entry != to.entry && !title.isEmpty()) text += title + QLatin1String(":\n");
      const bool source = form == CopyForm::Markdown && whole;
      text += source                       ? owner.text()
              : form == CopyForm::Markdown ? markdown::toMarkdown(ranges)
                                           : markdown::toPlainText(ranges);
    }
    if (!wasPrepared) owner.dropPieces();
  }
  return text;
}

TranscriptSelection everything(TranscriptLayout& layout) {
  if (layout.size() == 0) return {};
  const int last = layout.size() - 1;
  // Rows are counted only when a message is shown: a row behind all of them stands for the end.
  return {{0, 0, 0}, {last, std::max(1, layout.prepared(last).rows() - 1), 0}};
}

TranscriptSelection wordAt(TranscriptLayout& layout, const TextPosition& place) {
  const QString text = textOfRow(layout, place.entry, place.row);
  if (text.isEmpty()) return {place, place};
  QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
  finder.setPosition(std::min<qsizetype>(place.offset, text.size()));
  const auto at = std::min<qsizetype>(place.offset, text.size());
  const auto from = finder.isAtBoundary() && at < text.size() ? at : finder.toPreviousBoundary();
  finder.setPosition(at);
  const auto to = finder.toNextBoundary();
  return {{place.entry, place.row, int(std::max<qsizetype>(0, from))},
          {place.entry, place.row, to < 0 ? int(text.size()) : int(to)}};
}

TranscriptSelection blockAt(TranscriptLayout& layout, const TextPosition& place) {
  const int length = int(textOfRow(layout, place.entry, place.row).size());
  return {{place.entry, place.row, 0}, {place.entry, place.row, length}};
}

TextPosition movedCaret(TranscriptLayout& layout, TextPosition caret, CaretMove move, int direction,
                        double x) {
  switch (move) {
    case CaretMove::Character: return movedInText(layout, caret, QTextBoundaryFinder::Grapheme, direction);
    case CaretMove::Word: return movedInText(layout, caret, QTextBoundaryFinder::Word, direction);
    case CaretMove::Line: return movedByLine(layout, caret, direction, x);
    case CaretMove::LineEdge: {
      const PieceLayout* here = layout.layout(caret.entry, caret.row);
      if (here) caret.offset = here->lineEdge(caret.offset, direction > 0);
      return caret;
    }
    case CaretMove::All: {
      const TranscriptSelection all = everything(layout);
      return direction > 0 ? all.caret : all.anchor;
    }
  }
  return caret;
}

}  // namespace aiagent::widgets
