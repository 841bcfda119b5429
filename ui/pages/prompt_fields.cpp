#include "ui/pages/prompt_fields.h"

#include <algorithm>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>

#include "ui/widgets/edit/plain_edit.h"

namespace aiagent::ui {
namespace {

constexpr int kPushAtOnce = 64 * 1024;
constexpr std::chrono::milliseconds kPushPause{200};

}  // namespace

QString textOf(const QPlainTextEdit* edit) {
  const auto* plain = qobject_cast<const widgets::PlainEdit*>(edit);
  return plain ? plain->text() : edit->toPlainText();
}

void setTextKept(QPlainTextEdit* edit, const QString& text) {
  const QString old = textOf(edit);
  if (old == text) return;
  // Only the part between the common beginning and the common end is replaced.
  const qsizetype shorter = std::min(old.size(), text.size());
  qsizetype head = 0;
  while (head < shorter && old.at(head) == text.at(head)) ++head;
  qsizetype tail = 0;
  while (tail < shorter - head && old.at(old.size() - 1 - tail) == text.at(text.size() - 1 - tail)) ++tail;
  QTextCursor cursor(edit->document());
  cursor.setPosition(int(head));
  cursor.setPosition(int(old.size() - tail), QTextCursor::KeepAnchor);
  cursor.insertText(text.mid(head, text.size() - head - tail));
}

void setTextFresh(QPlainTextEdit* edit, const QString& text) {
  if (auto* plain = qobject_cast<widgets::PlainEdit*>(edit)) {
    plain->setText(text);
    plain->document()->clearUndoRedoStacks();
  } else if (edit->toPlainText() != text || edit->document()->isUndoAvailable()) {
    edit->setPlainText(text);
  }
}

TextPusher::TextPusher(QPlainTextEdit* edit, std::function<void(const QString&)> push)
    : QObject(edit), m_edit(edit), m_push(std::move(push)), m_timer(new QTimer(this)) {
  m_timer->setSingleShot(true);
  m_timer->setInterval(kPushPause);
  connect(m_timer, &QTimer::timeout, this, [this] { m_push(textOf(m_edit)); });
  connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
    if (m_quiet) return;
    if (m_edit->document()->characterCount() <= kPushAtOnce)
      m_push(textOf(m_edit));
    else if (!m_timer->isActive())
      m_timer->start();
  });
}

void TextPusher::pushNow() {
  if (!m_timer->isActive()) return;
  m_timer->stop();
  m_push(textOf(m_edit));
}

}  // namespace aiagent::ui
