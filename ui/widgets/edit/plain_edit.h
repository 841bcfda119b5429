// PlainEdit: a plain-text editor that gives back exactly the text it was given, and marks only what is in
// sight, so that a text of ten megabytes is as quick as a short one. Base of PromptEdit and CodeEdit.
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

#include "ui/widgets/edit/edit_palette.h"

namespace aiagent::widgets {

class PlainEdit : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit PlainEdit(QWidget* parent = nullptr);

  // Line ends are '\n'; all else, also no-break blanks, stays as it is (toPlainText() would change them).
  QString text() const;
  // Does nothing when the text is the same, so that caret and undo history survive an echo. Otherwise undo
  // history is dropped and textEdited() is not emitted. A very long text is put in piece by piece, so that
  // the program stays quick; text() is the whole at once.
  void setText(const QString& text);

  // Without it, colours come from the widget's palette.
  void setColors(const EditPalette& colors);
  const EditPalette& colors() const { return m_colors; }

  // True (the default): Tab goes to the next widget. False: Tab indents.
  void setTabMovesFocus(bool moves) { setTabChangesFocus(moves); }

 Q_SIGNALS:
  // The person changed the text.
  void textEdited();

 protected:
  using Marks = QList<QTextEdit::ExtraSelection>;
  // Marks of the blocks from `first` to `last`, both included.
  virtual Marks marks(const QTextBlock& first, const QTextBlock& last) const = 0;
  // Makes the marks anew at the next turn of the event loop.
  void markSoon();

  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
  QMimeData* createMimeDataFromSelection() const override;

  // A mark of some characters of the document.
  QTextEdit::ExtraSelection mark(int from, int to, const QTextCharFormat& format) const;

 private:
  void markVisible();
  void loadSome();
  void finishLoading();

  EditPalette m_colors;
  bool m_ownColors = true;
  bool m_setting = false;
  QTimer m_marking;
  QString m_loading;       // the whole text while it is put in
  qsizetype m_loaded = 0;  // characters of it that are in the document
  QTimer m_loadTimer;
};

}  // namespace aiagent::widgets
