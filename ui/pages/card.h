// Card: a quiet surface of its own on a page.
#pragma once

#include <QWidget>

namespace aiagent::ui {

class Card : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace aiagent::ui
