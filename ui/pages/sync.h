// sync: writes a widget only where its value differs, so that caret, selection and focus stay.
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include "ui/widgets/controls/message_strip.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

inline void syncText(QLabel* label, const QString& text) {
  if (label->text() != text) label->setText(text);
}
inline void syncText(ElidedLabel* label, const QString& text) {
  label->setFullText(text);
}
inline void syncText(QAbstractButton* button, const QString& text) {
  if (button->text() != text) button->setText(text);
}
inline void syncText(QLineEdit* edit, const QString& text) {
  if (edit->text() == text) return;
  const QSignalBlocker quiet(edit);
  edit->setText(text);
}
inline void syncText(QPlainTextEdit* edit, const QString& text) {
  if (edit->toPlainText() != text) edit->setPlainText(text);
}
inline void syncValue(QSpinBox* box, int value) {
  if (box->value() == value) return;
  const QSignalBlocker quiet(box);
  box->setValue(value);
}
inline void syncIndex(QComboBox* box, int index) {
  if (box->currentIndex() == index) return;
  const QSignalBlocker quiet(box);
  box->setCurrentIndex(index);
}
inline void syncEditText(QComboBox* box, const QString& text) {
  if (box->currentText() == text) return;
  const QSignalBlocker quiet(box);
  box->setEditText(text);
}
inline void syncChecked(QAbstractButton* button, bool checked) {
  if (button->isChecked() == checked) return;
  const QSignalBlocker quiet(button);
  button->setChecked(checked);
}
inline void syncVisible(QWidget* widget, bool visible) {
  if (widget->isHidden() == visible) widget->setVisible(visible);
}
inline void syncEnabled(QWidget* widget, bool enabled) {
  if (widget->isEnabled() != enabled) widget->setEnabled(enabled);
}
// The view follows the state; `syncing` is true meanwhile, so that the state follows the view only when a
// person moved it.
template <class Rows, class Id>
void syncCurrent(QAbstractItemView* list, const Rows* rows, const Id& selected, bool& syncing) {
  const int row = selected.isNull() ? -1 : rows->indexOf(selected);
  const auto index = row < 0 ? QModelIndex() : rows->index(row);
  if (list->currentIndex() == index) return;
  syncing = true;
  if (index.isValid())
    list->setCurrentIndex(index);
  else
    list->selectionModel()->clear();
  syncing = false;
}
// A hint under a field: gone while it has nothing to say.
inline void syncHint(QLabel* hint, const QString& text) {
  syncText(hint, text);
  syncVisible(hint, !text.isEmpty());
}
// An empty sentence clears the strip; the same message again is not announced twice.
inline void syncStrip(MessageStrip* strip, const StripMessage& message) {
  const auto& old = strip->message();
  if (message.sentence.isEmpty()) {
    if (!strip->isHidden()) strip->clear();
    return;
  }
  const bool same = !strip->isHidden() && old.sentence == message.sentence &&
                    old.quotation == message.quotation && old.kind == message.kind &&
                    old.buttons.size() == message.buttons.size();
  if (!same) strip->tell(message);
}

}  // namespace aiagent::ui
