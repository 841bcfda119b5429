// The mouse in TranscriptView: selecting, pressing, hovering, the context menu.
#include <algorithm>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

#include "ui/widgets/transcript_view.h"

namespace aiagent::widgets {

using Kind = TranscriptTarget::Kind;

namespace {

// The text comes from a model: it must not be taken for rich text, nor shown with its escapes.
QString plainToolTip(const QString& text) {
  return QLatin1String("<qt>") + text.toHtmlEscaped() + QLatin1String("</qt>");
}

}  // namespace

TextPosition TranscriptView::positionAt(const QPoint& point) {
  const auto& rows = m_layout.visibleRows();
  if (rows.empty()) return {};
  const auto* row = &rows.front();
  for (const auto& candidate : rows)
    if (point.y() >= candidate.y) row = &candidate;
  const TranscriptEntry& entry = m_layout.entry(row->entry);
  if (row->row == 0) return {row->entry, 0, 0};
  if (entry.isFooter(row->row)) return {row->entry, row->row, 0};
  const PieceLayout* layout = m_layout.layout(row->entry, row->row);
  const QPointF inside(point.x() - m_layout.style().columnLeft, point.y() - row->y);
  return {row->entry, row->row, layout ? layout->offsetAt(inside) : 0};
}

QPoint TranscriptView::pointOf(const TextPosition& place) {
  const auto row = m_layout.visible(place.entry, place.row);
  const PieceLayout* layout = row ? m_layout.layout(place.entry, place.row) : nullptr;
  if (!layout) return {-1, -1};
  return layout->caret(place.offset).center().toPoint() + QPoint(m_layout.style().columnLeft, row->y);
}

int TranscriptView::indexAt(const QPoint& point) const {
  for (const auto& row : m_layout.visibleRows())
    if (point.y() >= row.y && point.y() < row.y + row.height) return row.entry;
  return -1;
}

void TranscriptView::setSelection(const TranscriptSelection& selection) {
  if (selection.anchor == m_selection.anchor && selection.caret == m_selection.caret) return;
  m_selection = selection;
  m_everythingChanged = true;
  viewport()->update();
  Q_EMIT selectionChanged();
}

void TranscriptView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const QPoint point = event->position().toPoint();
  const int index = indexAt(point);
  if (index >= 0) setCurrentMessage(index);
  setTarget(std::nullopt);
  m_pressedAt = point;
  m_pressed = targetAt(m_layout, point);
  if (m_pressed && m_pressed->kind != Kind::Link) return;
  const TextPosition place = positionAt(point);
  const bool third = m_sinceDoubleClick.isValid() &&
                     m_sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
  if (third) {
    m_dragging = Dragging::Blocks;
    m_dragOrigin = blockAt(m_layout, place);
    setSelection(m_dragOrigin);
  } else if (event->modifiers() & Qt::ShiftModifier) {
    m_dragging = Dragging::Characters;
    m_dragOrigin = {m_selection.anchor, m_selection.anchor};
    setSelection({m_selection.anchor, place});
  } else {
    m_dragging = Dragging::Characters;
    m_dragOrigin = {place, place};
    setSelection(m_dragOrigin);
  }
  m_caretX = -1;
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const QPoint point = event->position().toPoint();
  m_pressed = targetAt(m_layout, point);
  if (m_pressed && m_pressed->kind != Kind::Link) return;
  m_pressed.reset();
  m_sinceDoubleClick.start();
  m_dragging = Dragging::Words;
  m_dragOrigin = wordAt(m_layout, positionAt(point));
  setSelection(m_dragOrigin);
}

void TranscriptView::mouseMoveEvent(QMouseEvent* event) {
  const QPoint point = event->position().toPoint();
  if (m_dragging == Dragging::None) return hover(point);
  if (m_pressed && (point - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
  m_pressed.reset();
  extendSelection(point);
  const bool outside = point.y() < 0 || point.y() >= viewport()->height();
  if (outside != m_autoScroll.isActive()) outside ? m_autoScroll.start() : m_autoScroll.stop();
}

void TranscriptView::extendSelection(const QPoint& point) {
  const QPoint inside(point.x(), std::clamp(point.y(), 0, std::max(0, viewport()->height() - 1)));
  TextPosition place = positionAt(inside);
  const bool backwards = place < m_dragOrigin.anchor;
  TextPosition anchor = m_dragOrigin.anchor;
  if (m_dragging != Dragging::Characters) {
    const auto unit = m_dragging == Dragging::Words ? wordAt(m_layout, place) : blockAt(m_layout, place);
    place = backwards ? unit.anchor : std::max(unit.caret, m_dragOrigin.caret);
    if (backwards) anchor = m_dragOrigin.caret;
  }
  setSelection({anchor, place});
}

void TranscriptView::autoScroll() {
  const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
  const int beyond = point.y() < 0 ? point.y() : std::max(0, point.y() - viewport()->height() + 1);
  // Faster the further out, as text editors do.
  const int step = std::clamp(beyond, -60, 60);
  if (step != 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
  extendSelection(point);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  m_autoScroll.stop();
  const bool dragged = m_dragging != Dragging::None;
  m_dragging = Dragging::None;
  const auto pressed = std::exchange(m_pressed, std::nullopt);
  const auto here = targetAt(m_layout, event->position());
  if (pressed && here && pressed->sameAs(*here)) return activate(*pressed);
  if (dragged && hasSelection() && QApplication::clipboard()->supportsSelection())
    QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
  placeActionBar();
}

void TranscriptView::hover(const QPoint& point) {
  const auto target = targetAt(m_layout, point);
  const bool same = target.has_value() == m_hovered.has_value() && (!target || target->sameAs(*m_hovered));
  m_hovered = target;
  if (!same) viewport()->update();
  Qt::CursorShape shape = Qt::ArrowCursor;
  if (target) {
    shape = Qt::PointingHandCursor;
  } else {
    const auto& style = m_layout.style();
    const bool inColumn = point.x() >= style.columnLeft && point.x() < style.columnLeft + style.columnWidth;
    for (const auto& row : m_layout.visibleRows())
      if (inColumn && point.y() >= row.y && point.y() < row.y + row.height &&
          m_layout.layout(row.entry, row.row))
        shape = Qt::IBeamCursor;
  }
  if (viewport()->cursor().shape() != shape) viewport()->setCursor(shape);
  if (const int index = indexAt(point); index != m_hoveredMessage) {
    m_hoveredMessage = index;
    placeActionBar();
  }
}

bool TranscriptView::viewportEvent(QEvent* event) {
  switch (event->type()) {
    case QEvent::ToolTip: {
      auto* help = static_cast<QHelpEvent*>(event);
      const auto target = targetAt(m_layout, help->pos());
      const bool link = target && target->kind == Kind::Link;
      QToolTip::showText(help->globalPos(), link ? plainToolTip(target->href) : QString(), viewport());
      return true;
    }
    case QEvent::Leave:
      m_hovered.reset();
      if (m_dragging == Dragging::None) m_hoveredMessage = -1;
      placeActionBar();
      viewport()->update();
      break;
    default: break;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent* event) {
  QPoint point = event->pos();
  if (event->reason() == QContextMenuEvent::Keyboard) {
    const QRect area = messageRect(m_current);
    point = area.isEmpty() ? viewport()->rect().center()
                           : QPoint(m_layout.style().columnLeft, std::max(8, area.top()));
  } else if (const int index = indexAt(point); index >= 0) {
    setCurrentMessage(index);
  }
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  fillContextMenu(*menu, point);
  menu->popup(viewport()->mapToGlobal(point));
}

void TranscriptView::fillContextMenu(QMenu& menu, const QPoint& point) {
  const auto target = m_target ? m_target : targetAt(m_layout, point);
  const auto add = [&](const QString& text, const QKeySequence& keys, bool enabled, auto action) {
    QAction* entry = menu.addAction(text, this, action);
    entry->setShortcut(keys);
    entry->setShortcutVisibleInContextMenu(true);
    entry->setEnabled(enabled);
  };
  if (target && target->kind == Kind::Link) {
    const QString href = target->href;
    add(tr("Open Link…"), {}, true, [this, href] { Q_EMIT linkActivated(QUrl(href)); });
    add(tr("Copy Link Address"), {}, true, [href] { QApplication::clipboard()->setText(href); });
    menu.addSeparator();
  }
  add(tr("Copy"), QKeySequence::Copy, hasSelection(), [this] { copy(); });
  add(tr("Copy as Markdown"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), hasSelection(),
      [this] { copy(CopyForm::Markdown); });
  add(tr("Select All"), QKeySequence::SelectAll, m_layout.size() > 0, [this] { selectAll(); });
  if (m_current < 0 || m_current >= m_layout.size()) return;
  const TranscriptMessage& message = m_layout.entry(m_current).message();
  menu.addSeparator();
  const auto addAction = [&](unsigned action, const QString& text) {
    if (message.actions & action) add(text, {}, true, [this, action] { onAction(action); });
  };
  addAction(CopyAction, tr("Copy Message"));
  addAction(EditAction, tr("Edit Message"));
  addAction(RetryAction, tr("Retry"));
}

}  // namespace aiagent::widgets
