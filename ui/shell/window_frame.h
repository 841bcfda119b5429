// WindowFrame: a line around the window in the colour of the environment that a page shows and can change.
#pragma once

#include <QColor>
#include <QWidget>

namespace aiagent::ui {

// Lies over its parent, as large as it, and lets the mouse through. Hidden while its colour is invalid.
class WindowFrame : public QWidget {
  Q_OBJECT

 public:
  explicit WindowFrame(QWidget* parent);
  void setColour(const QColor& colour);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QColor m_colour;
};

}  // namespace aiagent::ui
