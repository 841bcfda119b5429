#include "ui/widgets/transcript/transcript_targets.h"

namespace aiagent::widgets {
namespace {

using Kind = TranscriptTarget::Kind;

// A link may be several spans ("[a **b**](…)"): those next to each other with one address are one target.
void addLinks(const markdown::Piece& piece, int entry, int row, std::vector<TranscriptTarget>& targets) {
  for (const markdown::Span& span : piece.spans) {
    if (span.href.isEmpty()) continue;
    if (!targets.empty()) {
      TranscriptTarget& last = targets.back();
      const bool goesOn = last.kind == Kind::Link && last.row == row && last.href == span.href &&
                          last.range.from + last.range.length == span.from;
      if (goesOn) {
        last.range.length += span.length;
        continue;
      }
    }
    targets.push_back({Kind::Link, entry, row, {span.from, span.length}, span.href});
  }
}

}  // namespace

std::vector<TranscriptTarget> targetsOf(TranscriptLayout& layout, int entry) {
  std::vector<TranscriptTarget> targets;
  const TranscriptEntry& owner = layout.prepared(entry);
  if (owner.isCollapsible()) targets.push_back({Kind::Toggle, entry, 0});
  for (int row = 1; row + 1 < owner.rows(); ++row) {
    const auto& piece = owner.pieces()[std::size_t(row - 1)];
    if (piece.kind == markdown::PieceKind::Code && piece.startsBlock())
      targets.push_back({Kind::CopyCode, entry, row});
    addLinks(piece, entry, row, targets);
  }
  return targets;
}

std::optional<TranscriptTarget> targetAt(TranscriptLayout& layout, const QPointF& point) {
  for (const auto& seen : layout.visibleRows()) {
    if (point.y() < seen.y || point.y() >= seen.y + seen.height) continue;
    const TranscriptEntry& owner = layout.entry(seen.entry);
    const double x = point.x() - layout.style().columnLeft;
    const QPointF inside(x, point.y() - seen.y);
    if (seen.row == 0 && owner.isCollapsible() && x > -TranscriptStyle::kPadding &&
        x < layout.style().columnWidth)
      return TranscriptTarget{Kind::Toggle, seen.entry, 0};
    const PieceLayout* piece = layout.layout(seen.entry, seen.row);
    if (!piece) return std::nullopt;
    if (piece->copyButton().contains(inside)) return TranscriptTarget{Kind::CopyCode, seen.entry, seen.row};
    std::vector<TranscriptTarget> links;
    addLinks(owner.pieces()[std::size_t(seen.row - 1)], seen.entry, seen.row, links);
    for (const TranscriptTarget& link : links)
      for (const QRectF& rect : piece->rects(link.range))
        if (rect.contains(inside)) return link;
    return std::nullopt;
  }
  return std::nullopt;
}

QString codeBlockText(TranscriptLayout& layout, int entry, int row) {
  const auto& pieces = layout.prepared(entry).pieces();
  QString text;
  for (std::size_t i = std::size_t(row - 1); i < pieces.size(); ++i) {
    if (i > std::size_t(row - 1) && pieces[i].startsBlock()) break;
    if (pieces[i].joint == markdown::Joint::NextLine) text += QLatin1Char('\n');
    text += pieces[i].text;
    if (pieces[i].last) break;
  }
  return text;
}

}  // namespace aiagent::widgets
