// ElidedButton: a flat button with a text that gives way: cut with "…" where there is no room.
#pragma once

#include <QToolButton>

namespace aiagent::ui {

class ElidedButton : public QToolButton {
  Q_OBJECT

 public:
  explicit ElidedButton(QWidget* parent = nullptr);

  // Plain text: an ampersand is a letter. `tail` stays whole.
  void setFullText(const QString& text, const QString& tail = {});
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void elide();
  int chrome() const;  // what is beside the text, with the icon

  QString m_text;
  QString m_tail;
};

}  // namespace aiagent::ui
