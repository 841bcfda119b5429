// CodeEdit: an editor for tools and schemas: fixed font, line numbers, marked JSON. Return keeps the
// indentation; where Tab does not move the focus it indents by two blanks.
#pragma once

#include "ui/widgets/edit/plain_edit.h"

namespace aiagent::widgets {

class CodeEdit : public PlainEdit {
  Q_OBJECT

 public:
  explicit CodeEdit(QWidget* parent = nullptr);

  // By the names of code blocks ("json", "yaml"); JSON unless set.
  void setLanguage(const QString& name);
  // Marks a line, from 1, as wrong; 0: none. The message is its tooltip and is told to assistive technology.
  void setError(int line, const QString& message);

  int lineNumberWidth() const;

 protected:
  Marks marks(const QTextBlock& first, const QTextBlock& last) const override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void placeNumbers();
  void paintNumbers();
  void measureTabs();

  QWidget* m_numbers;
  QString m_language;
  int m_errorLine = 0;
  QString m_error;
};

}  // namespace aiagent::widgets
