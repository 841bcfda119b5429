// RowCanvas: what the rows of all lists have in common when a delegate paints them: the ground under the one
// that is selected or under the pointer, the ring of the keyboard's focus, texts that are cut, mirroring.
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QRect>
#include <QString>

#include "ui/widgets/controls/tokens.h"

class QPainter;
class QStyleOptionViewItem;

namespace aiagent::ui {

// Rectangles are given as in a window that reads from left to right.
class RowCanvas {
 public:
  static constexpr int kSide = 12;
  static constexpr int kGap = 8;

  // Draws the ground. Painter and option outlive it.
  RowCanvas(QPainter& painter, const QStyleOptionViewItem& option);
  // Draws the ring of the focus and leaves the painter as it was.
  ~RowCanvas();
  RowCanvas(const RowCanvas&) = delete;
  RowCanvas& operator=(const RowCanvas&) = delete;

  static QFont smallFont(const QFont& font);  // 0.9 of it: what is beside the matter

  const Tokens& tokens() const { return m_tokens; }
  const QFont& small() const { return m_small; }
  const QFontMetrics& smallMetrics() const { return m_smallMetrics; }
  QRect mirrored(const QRect& rect) const;

  void text(const QRect& rect, const QString& text, const QFont& font, const QColor& colour);
  // Small and muted at the end of `rect`, which loses that room.
  void textAtEnd(QRect& rect, const QString& text);
  void icon(const QRect& rect, const QString& name);

 private:
  QPainter& m_painter;
  const QStyleOptionViewItem& m_option;
  Tokens m_tokens;
  QFont m_small;
  QFontMetrics m_smallMetrics;
  int m_leading;
};

}  // namespace aiagent::ui
