#include "ui/widgets/controls/row_canvas.h"

#include <algorithm>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

constexpr int kBar = 3;  // at the beginning of the selected row

}  // namespace

QFont RowCanvas::smallFont(const QFont& font) {
  QFont small = font;
  small.setPointSizeF(font.pointSizeF() * 0.9);
  return small;
}

RowCanvas::RowCanvas(QPainter& painter, const QStyleOptionViewItem& option)
    : m_painter(painter),
      m_option(option),
      m_tokens(tokensFor(option.palette)),
      m_small(smallFont(option.font)),
      m_smallMetrics(m_small),
      m_leading(int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter) {
  m_painter.save();
  m_painter.setClipRect(option.rect);
  const QRect& all = option.rect;
  if (option.state & QStyle::State_Selected) {
    m_painter.fillRect(all, m_tokens.accentSoft);
    m_painter.fillRect(mirrored(QRect(all.left(), all.top(), kBar, all.height())), m_tokens.accent);
  } else if (option.state & QStyle::State_MouseOver) {
    m_painter.fillRect(all, blended(m_tokens.surface, m_tokens.accent, 0.07));
  }
}

RowCanvas::~RowCanvas() {
  if ((m_option.state & QStyle::State_HasFocus) && (m_option.state & QStyle::State_KeyboardFocusChange)) {
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(m_tokens.accent);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.drawRect(m_option.rect.adjusted(0, 0, -1, -1));
  }
  m_painter.restore();
}

QRect RowCanvas::mirrored(const QRect& rect) const {
  return QStyle::visualRect(m_option.direction, m_option.rect, rect);
}

void RowCanvas::text(const QRect& rect, const QString& text, const QFont& font, const QColor& colour) {
  m_painter.setFont(font);
  m_painter.setPen(colour);
  // A pixel more: a text that was measured for this room is not cut by rounding.
  m_painter.drawText(mirrored(rect), m_leading | Qt::TextDontClip,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, std::max(0, rect.width()) + 1));
}

void RowCanvas::textAtEnd(QRect& rect, const QString& text) {
  const int width = m_smallMetrics.horizontalAdvance(text);
  m_painter.setFont(m_small);
  m_painter.setPen(m_tokens.muted);
  m_painter.drawText(mirrored(QRect(rect.right() - width + 1, rect.top(), width, rect.height())), m_leading,
                     text);
  rect.setRight(rect.right() - width - kGap);
}

void RowCanvas::icon(const QRect& rect, const QString& name) {
  ui::icon(name).paint(&m_painter, mirrored(rect));
}

}  // namespace aiagent::ui
