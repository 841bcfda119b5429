// The editor's multi-line fields: what they have in common is that they are fed by a state without losing the
// cursor, the selection or the undo history when nothing changed.
#pragma once

#include <functional>
#include <QPlainTextEdit>
#include <QString>

class QTimer;

namespace aiagent::ui {

// The text exactly as it was given or typed: toPlainText() turns no-break blanks into blanks, and knows only
// what is loaded of a very long text.
QString textOf(const QPlainTextEdit* edit);

// Replaces the text only where it differs, as one step of the undo history. The cursor stays where it was as
// far as the text allows.
void setTextKept(QPlainTextEdit* edit, const QString& text);

// Replaces all and begins a new undo history: another record is shown.
void setTextFresh(QPlainTextEdit* edit, const QString& text);

// Calls `push` with the text after each edit; long texts are pushed when typing pauses (at most 200 ms
// later), so that every key does not copy megabytes. pushNow() hands over what is waiting.
class TextPusher : public QObject {
  Q_OBJECT

 public:
  TextPusher(QPlainTextEdit* edit, std::function<void(const QString&)> push);
  void pushNow();
  void setQuiet(bool quiet) { m_quiet = quiet; }  // while the program itself sets the text

 private:
  QPlainTextEdit* m_edit;
  std::function<void(const QString&)> m_push;
  QTimer* m_timer;
  bool m_quiet = false;
};

}  // namespace aiagent::ui
