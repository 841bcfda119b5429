// The keyboard in TranscriptView, copying and searching.
#include <algorithm>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolButton>

#include "ui/widgets/transcript/message_action_bar.h"
#include "ui/widgets/transcript/transcript_accessible.h"
#include "ui/widgets/transcript_view.h"

namespace aiagent::widgets {

using Kind = TranscriptTarget::Kind;

void TranscriptView::keyPressEvent(QKeyEvent* event) {
  if (commandByKey(event) || selectByKey(event) || scrollByKey(event)) return event->accept();
  event->ignore();
}

bool TranscriptView::commandByKey(QKeyEvent* event) {
  if (event == QKeySequence::Copy) {
    copy();
  } else if (event == QKeySequence::SelectAll) {
    selectAll();
  } else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
    copy(CopyForm::Markdown);
  } else if (event->key() == Qt::Key_Escape && (hasSelection() || m_target)) {
    clearSelection();
    setTarget(std::nullopt);
  } else if (m_target && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                          event->key() == Qt::Key_Space)) {
    activate(*m_target);
  } else if (event->modifiers() == Qt::ControlModifier &&
             (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
    setCurrentMessage(std::clamp(m_current + (event->key() == Qt::Key_Up ? -1 : 1), 0, m_layout.size() - 1));
    if (m_current >= 0) {
      m_layout.reveal(m_current, 0, 0, m_layout.style().lineHeight * 2);
      m_everythingChanged = true;
      applyChanges();
    }
  } else {
    return false;
  }
  return true;
}

bool TranscriptView::selectByKey(QKeyEvent* event) {
  struct Move {
    QKeySequence::StandardKey keys;
    CaretMove move;
    int direction;
  };
  static constexpr Move moves[] = {
      {QKeySequence::SelectNextChar, CaretMove::Character, 1},
      {QKeySequence::SelectPreviousChar, CaretMove::Character, -1},
      {QKeySequence::SelectNextWord, CaretMove::Word, 1},
      {QKeySequence::SelectPreviousWord, CaretMove::Word, -1},
      {QKeySequence::SelectNextLine, CaretMove::Line, 1},
      {QKeySequence::SelectPreviousLine, CaretMove::Line, -1},
      {QKeySequence::SelectEndOfLine, CaretMove::LineEdge, 1},
      {QKeySequence::SelectStartOfLine, CaretMove::LineEdge, -1},
      {QKeySequence::SelectEndOfDocument, CaretMove::All, 1},
      {QKeySequence::SelectStartOfDocument, CaretMove::All, -1},
  };
  for (const Move& move : moves) {
    if (!event->matches(move.keys)) continue;
    moveSelection(move.move, move.direction);
    return true;
  }
  return false;
}

void TranscriptView::moveSelection(CaretMove move, int direction) {
  if (m_layout.size() == 0) return;
  flush();
  if (m_selection.isEmpty() && m_layout.layout(m_selection.caret.entry, m_selection.caret.row) == nullptr) {
    // Nothing was clicked yet: begin with the first text in sight.
    for (const auto& row : m_layout.visibleRows()) {
      if (!m_layout.layout(row.entry, row.row) || row.y + row.height <= 0) continue;
      m_selection.anchor = m_selection.caret = {row.entry, row.row, 0};
      break;
    }
  }
  const PieceLayout* here = m_layout.layout(m_selection.caret.entry, m_selection.caret.row);
  if (move != CaretMove::Line) m_caretX = -1;
  if (move == CaretMove::Line && m_caretX < 0)
    m_caretX = here ? here->caret(m_selection.caret.offset).x() : 0;
  const TextPosition caret = movedCaret(m_layout, m_selection.caret, move, direction, m_caretX);
  setSelection({m_selection.anchor, caret});
  revealCaret();
}

void TranscriptView::revealCaret() {
  const TextPosition& caret = m_selection.caret;
  const PieceLayout* layout =
      caret.row < m_layout.prepared(caret.entry).rows() ? m_layout.layout(caret.entry, caret.row) : nullptr;
  const QRectF line = layout ? layout->caret(caret.offset) : QRectF(0, 0, 1, 1);
  m_layout.reveal(caret.entry, caret.row, int(line.top()), int(line.height()));
  m_everythingChanged = true;
  applyChanges();
}

bool TranscriptView::scrollByKey(QKeyEvent* event) {
  if (event->modifiers() & ~Qt::KeypadModifier & ~Qt::ControlModifier) return false;
  QScrollBar* bar = verticalScrollBar();
  const bool control = event->modifiers() & Qt::ControlModifier;
  switch (event->key()) {
    case Qt::Key_Home: bar->triggerAction(QAbstractSlider::SliderToMinimum); return true;
    case Qt::Key_End: jumpToLatest(); return true;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); return !control;
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return !control;
    case Qt::Key_Up: bar->triggerAction(QAbstractSlider::SliderSingleStepSub); return !control;
    case Qt::Key_Down: bar->triggerAction(QAbstractSlider::SliderSingleStepAdd); return !control;
    default: return false;
  }
}

void TranscriptView::setCurrentMessage(int index) {
  if (index == m_current || index >= m_layout.size()) return;
  m_current = index;
  if (m_target && m_target->entry != index) m_target.reset();
  viewport()->update();
  placeActionBar();
  if (hasFocus()) focusAccessibleMessage(this, index);
}

void TranscriptView::setTarget(std::optional<TranscriptTarget> target) {
  if (!target && !m_target) return;
  m_target = std::move(target);
  viewport()->update();
}

void TranscriptView::activate(const TranscriptTarget& target) {
  switch (target.kind) {
    case Kind::Link: Q_EMIT linkActivated(QUrl(target.href)); break;
    case Kind::CopyCode:
      QApplication::clipboard()->setText(codeBlockText(m_layout, target.entry, target.row));
      break;
    case Kind::Toggle: toggle(target.entry); break;
  }
}

// Tab goes through what can be pressed in the current message, then to its action buttons, then on.
bool TranscriptView::focusNextPrevChild(bool next) {
  if (!hasFocus() || m_current < 0 || m_current >= m_layout.size())
    return QAbstractScrollArea::focusNextPrevChild(next);
  flush();
  const auto targets = targetsOf(m_layout, m_current);
  int at = next ? -1 : int(targets.size());
  for (std::size_t i = 0; m_target && i < targets.size(); ++i)
    if (targets[i].sameAs(*m_target)) at = int(i);
  if (!next && !m_target) return QAbstractScrollArea::focusNextPrevChild(next);
  at += next ? 1 : -1;
  if (at >= 0 && at < int(targets.size())) {
    setTarget(targets[std::size_t(at)]);
    revealTarget();
    return true;
  }
  setTarget(std::nullopt);
  if (!next) return true;  // back to the message itself
  placeActionBar();
  QToolButton* button = m_actionBar->isHidden() ? nullptr : m_actionBar->firstButton();
  if (!button) return QAbstractScrollArea::focusNextPrevChild(next);
  button->setFocus(Qt::TabFocusReason);
  return true;
}

void TranscriptView::revealTarget() {
  if (!m_target) return;
  QRectF area(0, 0, 1, m_layout.style().lineHeight);
  if (const PieceLayout* layout = m_layout.layout(m_target->entry, m_target->row)) {
    const auto rects = layout->rects(m_target->range);
    area = rects.empty() ? layout->copyButton() : rects.front();
  }
  m_layout.reveal(m_target->entry, m_target->row, int(area.top()), int(area.height()));
  m_everythingChanged = true;
  applyChanges();
}

void TranscriptView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  if (m_current < 0 && !m_layout.visibleRows().empty()) m_current = m_layout.visibleRows().back().entry;
  placeActionBar();
  viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  placeActionBar();
  viewport()->update();
}

QString TranscriptView::selectedText(CopyForm form) {
  return widgets::selectedText(m_layout, m_selection, form);
}

void TranscriptView::selectAll() {
  setSelection(everything(m_layout));
}

void TranscriptView::clearSelection() {
  TranscriptSelection none = m_selection;
  none.clear();
  setSelection(none);
}

void TranscriptView::copy(CopyForm form) {
  if (hasSelection()) QApplication::clipboard()->setText(selectedText(form));
}

void TranscriptView::setFindText(const QString& text) {
  if (text == m_search.text()) return;
  m_match.reset();
  m_everythingChanged = true;
  viewport()->update();
  if (text.isEmpty()) {
    m_search.clear();
    m_searchTimer.stop();
    return reportSearch();
  }
  m_search.begin(text);
  m_matchWanted = true;
  searchStep();
}

void TranscriptView::searchStep() {
  constexpr int kSlice = 8;  // milliseconds: half a frame
  if (!m_search.isActive()) return;
  if (m_search.step(m_layout, kSlice)) m_searchTimer.start(0);
  if (m_matchWanted && (m_search.isComplete(m_layout) || m_search.count() > 0)) goToMatch(1, true);
  m_everythingChanged = true;
  viewport()->update();
  reportSearch();
}

void TranscriptView::goToMatch(int direction, bool fromHere) {
  TextPosition from;
  if (m_match && !fromHere) {
    from = m_match->at;
    if (direction > 0) ++from.offset;
  } else if (!m_layout.visibleRows().empty()) {
    const auto& first = m_layout.visibleRows().front();
    from = {first.entry, first.row, 0};
  }
  const auto found = m_search.next(from, direction);
  if (!found) return;
  m_matchWanted = false;
  m_match = found;
  const PieceLayout* layout =
      (m_layout.prepared(found->at.entry), m_layout.layout(found->at.entry, found->at.row));
  const QRectF line = layout ? layout->caret(found->at.offset) : QRectF();
  m_layout.reveal(found->at.entry, found->at.row, int(line.top()), int(line.height()));
  m_everythingChanged = true;
  applyChanges();
  reportSearch();
}

void TranscriptView::findNext() {
  goToMatch(1, false);
}
void TranscriptView::findPrevious() {
  goToMatch(-1, false);
}

void TranscriptView::reportSearch() {
  Q_EMIT findChanged(m_match ? m_search.numberOf(*m_match) : 0, m_search.count(),
                     m_search.isComplete(m_layout));
}

}  // namespace aiagent::widgets
