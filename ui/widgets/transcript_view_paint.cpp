// Painting of TranscriptView.
#include <QPainter>
#include <QPainterPath>
#include <QPaintEvent>

#include "ui/widgets/transcript_view.h"

namespace aiagent::widgets {
namespace {

using Style = TranscriptStyle;

constexpr double kBoxRadius = 6;

void paintChevron(QPainter& painter, const QRectF& area, bool open, bool mirrored, const QColor& color) {
  const QPointF c = area.center();
  QPainterPath path;
  if (open) {
    path.moveTo(c + QPointF(-4, -2));
    path.lineTo(c + QPointF(0, 2));
    path.lineTo(c + QPointF(4, -2));
  } else {
    const double side = mirrored ? -1 : 1;
    path.moveTo(c + QPointF(-2 * side, -4));
    path.lineTo(c + QPointF(2 * side, 0));
    path.lineTo(c + QPointF(-2 * side, 4));
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
}

// The beginning of a tool's arguments or result, for the line of a collapsed box.
QString firstWords(const TranscriptEntry& entry) {
  const auto& pieces = entry.pieces();
  return pieces.empty() ? QString() : pieces.front().text.left(200).simplified();
}

}  // namespace

void TranscriptView::paintEvent(QPaintEvent* event) {
  QElapsedTimer clock;
  clock.start();
  if (!m_dirty.empty() && m_layout.visibleRows().empty()) applyChanges();  // painted before the first frame
  QPainter painter(viewport());
  const QRect clip = event->rect();
  painter.fillRect(clip, m_layout.style().colors.background);
  painter.setRenderHint(QPainter::Antialiasing);
  int last = -1;
  for (const auto& row : m_layout.visibleRows()) {
    if (row.entry != last) paintEntry(painter, row.entry, clip);
    last = row.entry;
    if (row.y > clip.bottom() || row.y + row.height < clip.top()) continue;
    const TranscriptEntry& entry = m_layout.entry(row.entry);
    if (row.row == 0) {
      paintHeader(painter, entry, row.entry, row.y);
    } else if (entry.isFooter(row.row)) {
      paintFooter(painter, entry, row.y);
    } else {
      paintPiece(painter, row, clip);
    }
  }
  m_frameCost += clock.nsecsElapsed();
}

// The box and the mark of the current message, behind its rows.
void TranscriptView::paintEntry(QPainter& painter, int index, const QRect& clip) {
  const QRect area = messageRect(index);
  if (!area.intersects(clip)) return;
  const TranscriptEntry& entry = m_layout.entry(index);
  const Style& style = m_layout.style();
  QRectF box(style.columnLeft - Style::kPadding, area.top() + entry.marginTop() + Style::kTiny,
             style.columnWidth + 2 * Style::kPadding,
             area.height() - entry.marginTop() - entry.marginBottom() - Style::kSmall);
  if (entry.isBoxed()) {
    const bool person = !entry.isCollapsible();
    painter.setPen(person ? QPen(Qt::NoPen) : QPen(style.colors.border, 1));
    painter.setBrush(person ? QBrush(style.colors.surface) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(person ? box : box.adjusted(0.5, 0.5, -0.5, -0.5), kBoxRadius, kBoxRadius);
  }
  if (index == m_current && hasFocus()) {
    const double x = layoutDirection() == Qt::RightToLeft ? box.right() + 4 : box.left() - 6;
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.colors.focus);
    painter.drawRoundedRect(QRectF(x, box.top(), 2, box.height()), 1, 1);
  }
}

void TranscriptView::paintHeader(QPainter& painter, const TranscriptEntry& entry, int index, int y) {
  const Style& style = m_layout.style();
  const TranscriptMessage& message = entry.message();
  const bool mirrored = layoutDirection() == Qt::RightToLeft;
  QRectF line(style.columnLeft, y + entry.headerTop(), style.columnWidth, style.lineHeight);
  const auto takeStart = [&](double width) {
    QRectF part = line;
    part.setWidth(width);
    if (mirrored) part.moveRight(line.right());
    line.adjust(mirrored ? 0 : width, 0, mirrored ? -width : 0, 0);
    return part;
  };
  if (entry.isCollapsible()) {
    const bool focused =
        m_target && m_target->kind == TranscriptTarget::Kind::Toggle && m_target->entry == index;
    const bool hovered =
        m_hovered && m_hovered->kind == TranscriptTarget::Kind::Toggle && m_hovered->entry == index;
    if (focused && hasFocus()) {
      painter.setPen(QPen(style.colors.focus, 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(line.adjusted(-4, -2, 4, 2), 4, 4);
    }
    paintChevron(painter, takeStart(12), !entry.isCollapsed(), mirrored,
                 hovered ? style.colors.text : style.colors.muted);
    takeStart(8);
  }
  const auto side = int((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  const QFontMetricsF metrics(style.title);
  painter.setFont(style.title);
  painter.setPen(entry.isCollapsible() ? style.colors.muted : style.colors.text);
  const QString title = metrics.elidedText(message.title, Qt::ElideRight, line.width());
  painter.drawText(takeStart(metrics.horizontalAdvance(title) + 1), side, title);
  if (!entry.isCollapsed() || message.kind == MessageKind::Reasoning) return;
  takeStart(Style::kPadding);
  painter.setFont(style.fixed);
  painter.drawText(line, side,
                   QFontMetricsF(style.fixed).elidedText(firstWords(entry), Qt::ElideRight, line.width()));
}

void TranscriptView::paintFooter(QPainter& painter, const TranscriptEntry& entry, int y) {
  const Style& style = m_layout.style();
  const TranscriptMessage& message = entry.message();
  const auto side =
      int((layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  QRectF line(style.columnLeft, y + Style::kTiny, style.columnWidth, style.metaLineHeight);
  painter.setFont(style.meta);
  const QFontMetricsF metrics(style.meta);
  const auto write = [&](const QString& text, const QColor& color) {
    painter.setPen(color);
    painter.drawText(line, side, metrics.elidedText(text, Qt::ElideRight, line.width()));
    line.translate(0, style.metaLineHeight);
  };
  if (!message.note.isEmpty()) {
    const bool failed = message.state == MessageState::Failed;
    // A sign and words, never colour alone.
    const QString sign = failed                                       ? QStringLiteral("\u2715 ")
                         : message.state == MessageState::Interrupted ? QStringLiteral("\u26A0\uFE0E ")
                                                                      : QString();
    write(sign + message.note, failed           ? style.colors.negative
                               : sign.isEmpty() ? style.colors.muted
                                                : style.colors.caution);
  } else if (message.state == MessageState::Streaming) {
    write(tr("Writing…"), style.colors.muted);
  }
  if (!message.meta.isEmpty()) write(message.meta, style.colors.muted);
}

void TranscriptView::paintPiece(QPainter& painter, const TranscriptLayout::VisibleRow& row,
                                const QRect& clip) {
  const PieceLayout* layout = m_layout.layout(row.entry, row.row);
  if (!layout) return;
  PiecePaint what;
  what.selection = m_selection.inRow(row.entry, row.row, int(layout->text().size()));
  if (m_search.isActive()) {
    what.matches = m_search.inRow(row.entry, row.row);
    for (std::size_t i = 0; m_match && i < what.matches.size(); ++i)
      if (m_match->at == TextPosition{row.entry, row.row, what.matches[i].from}) what.currentMatch = int(i);
  }
  const auto isHere = [&](const std::optional<TranscriptTarget>& target, TranscriptTarget::Kind kind) {
    return target && target->kind == kind && target->entry == row.entry && target->row == row.row;
  };
  if (hasFocus() && isHere(m_target, TranscriptTarget::Kind::Link)) what.focus = m_target->range;
  what.copyFocused = hasFocus() && isHere(m_target, TranscriptTarget::Kind::CopyCode);
  what.copyHovered = isHere(m_hovered, TranscriptTarget::Kind::CopyCode);
  const QPointF origin(m_layout.style().columnLeft, row.y);
  layout->paint(painter, origin, m_layout.style(), what, QRectF(clip));
}

QRect TranscriptView::messageRect(int index) const {
  for (const auto& row : m_layout.visibleRows()) {
    if (row.entry != index) continue;
    const TranscriptEntry& entry = m_layout.entry(index);
    return {0, row.y - entry.rowTop(row.row), viewport()->width(), entry.height()};
  }
  return {};
}

}  // namespace aiagent::widgets
