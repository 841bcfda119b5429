// The buttons of the message that is pointed at or has the focus. Real buttons, so that they can be reached
// with Tab and by assistive technology; one bar for all messages, so that they cost nothing.
#pragma once

#include <QWidget>

class QToolButton;

namespace aiagent::widgets {

class MessageActionBar : public QWidget {
  Q_OBJECT

 public:
  explicit MessageActionBar(QWidget* parent);

  // `actions` is a set of MessageAction; `message` is told to assistive technology.
  void showFor(unsigned actions, const QString& message);
  QToolButton* firstButton() const;
  bool hasFocusInside() const;

 Q_SIGNALS:
  void triggered(unsigned action);
  void left();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QToolButton* addButton(unsigned action, const QString& icon, const QString& text);

  struct Button {
    unsigned action;
    QToolButton* button;
    QString text;
  };
  std::vector<Button> m_buttons;
};

}  // namespace aiagent::widgets
