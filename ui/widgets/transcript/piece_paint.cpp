// Painting of PieceLayout.
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "ui/widgets/transcript/piece_layout.h"

namespace aiagent::widgets {
namespace {

using Style = TranscriptStyle;
constexpr double kRadius = 4;

QTextLayout::FormatRange colored(TextRange range, const QColor& background, const QColor& text) {
  QTextLayout::FormatRange format{range.from, range.length, {}};
  format.format.setBackground(background);
  format.format.setForeground(text);
  return format;
}

// A filled box of which the piece may be the beginning, the end or a middle part.
void paintBox(QPainter& painter, QRectF area, bool starts, bool ends, const QColor& fill) {
  const QRectF shown = area;
  if (!starts) area.setTop(area.top() - 2 * kRadius);
  if (!ends) area.setBottom(area.bottom() + 2 * kRadius);
  painter.save();
  painter.setClipRect(shown, Qt::IntersectClip);
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill);
  painter.drawRoundedRect(area, kRadius, kRadius);
  painter.restore();
}

void paintCheckBox(QPainter& painter, const QRectF& area, bool done, const Style& style) {
  const double side = std::min(12.0, area.height() - 4);
  const QRectF box(area.right() - side - 6, area.center().y() - side / 2, side, side);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(style.colors.muted, 1));
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
  if (!done) return;
  QPainterPath check(box.topLeft() + QPointF(side * 0.22, side * 0.52));
  check.lineTo(box.topLeft() + QPointF(side * 0.42, side * 0.74));
  check.lineTo(box.topLeft() + QPointF(side * 0.80, side * 0.26));
  painter.setPen(QPen(style.colors.text, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(check);
}

}  // namespace

void PieceLayout::paintMarkers(QPainter& painter, const Style& style) const {
  painter.setFont(style.body);
  for (const Marker& marker : m_markers) {
    if (marker.task != markdown::TaskState::None) {
      paintCheckBox(painter, marker.area, marker.task == markdown::TaskState::Done, style);
      continue;
    }
    // Right before the text, on whichever side that is.
    painter.setPen(style.colors.muted);
    const QRectF area = m_rightToLeft ? marker.area.adjusted(8, 0, 0, 0) : marker.area.adjusted(0, 0, -8, 0);
    const auto side = (m_rightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    painter.setLayoutDirection(m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(area, int(side | Qt::AlignVCenter), marker.text);
  }
  painter.setLayoutDirection(style.direction);
}

void PieceLayout::paintBackground(QPainter& painter, const Style& style, const PiecePaint& what) const {
  for (const QRectF& bar : m_quoteBars) painter.fillRect(bar, style.colors.border);
  for (const QRectF& rule : m_rules) painter.fillRect(rule, style.colors.border);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const TextRange& range : m_inlineCode) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.colors.surface);
    for (const QRectF& rect : rects(range)) painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), 3, 3);
  }
  if (m_kind != markdown::PieceKind::Code) return;
  paintBox(painter, {m_left, m_top, m_width, m_bottom - m_top}, m_starts, m_last, style.colors.raised);
  if (m_copyButton.isEmpty()) return;
  painter.setFont(style.meta);
  painter.setPen(style.colors.muted);
  painter.drawText(QRectF(m_left + Style::kPadding, m_copyButton.top(), m_width / 2, m_copyButton.height()),
                   int(Qt::AlignLeft | Qt::AlignVCenter), m_language);
  if (what.copyHovered || what.copyFocused) {
    painter.setPen(what.copyFocused ? QPen(style.colors.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(style.colors.surface);
    painter.drawRoundedRect(m_copyButton.adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter.setPen(style.colors.text);
  }
  painter.drawText(m_copyButton, int(Qt::AlignCenter), QCoreApplication::translate("TranscriptView", "Copy"));
}

void PieceLayout::paint(QPainter& painter, const QPointF& origin, const Style& style, const PiecePaint& what,
                        const QRectF& clip) const {
  painter.save();
  painter.translate(origin);
  paintBackground(painter, style, what);
  paintMarkers(painter, style);
  const QRectF visible = clip.translated(-origin);
  QList<QTextLayout::FormatRange> marks;
  for (const Run& run : m_runs) {
    if (run.origin.y() > visible.bottom()) continue;
    marks.clear();
    const auto add = [&](TextRange range, const QColor& background, const QColor& text) {
      const int from = std::max(range.from, run.from),
                to = std::min(range.from + range.length, run.from + run.length);
      if (from < to) marks.append(colored({from - run.from, to - from}, background, text));
    };
    for (std::size_t i = 0; i < what.matches.size(); ++i) {
      const bool current = int(i) == what.currentMatch;
      add(what.matches[i], current ? style.colors.currentMatch : style.colors.match,
          current ? style.colors.background : style.colors.matchText);
    }
    add(what.selection, style.colors.selection, style.colors.selectedText);
    painter.setPen(style.colors.text);
    run.layout->draw(&painter, run.origin, marks, visible);
  }
  if (what.focus.length > 0) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.colors.focus, 2));
    for (const QRectF& rect : rects(what.focus)) painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 3, 3);
  }
  painter.restore();
}

}  // namespace aiagent::widgets
