#include "ui/shell/window_frame.h"

#include <QEvent>
#include <QPainter>

namespace aiagent::ui {
namespace {

constexpr int kLine = 3;

}  // namespace

WindowFrame::WindowFrame(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  parent->installEventFilter(this);
  hide();
}

void WindowFrame::setColour(const QColor& colour) {
  const bool shown = colour.isValid();
  if (m_colour != colour) {
    m_colour = colour;
    update();
  }
  if (shown) {
    setGeometry(parentWidget()->rect());
    raise();
  }
  if (isHidden() == shown) setVisible(shown);
}

void WindowFrame::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const auto all = rect();
  painter.fillRect(QRect(0, 0, all.width(), kLine), m_colour);
  painter.fillRect(QRect(0, all.height() - kLine, all.width(), kLine), m_colour);
  painter.fillRect(QRect(0, 0, kLine, all.height()), m_colour);
  painter.fillRect(QRect(all.width() - kLine, 0, kLine, all.height()), m_colour);
}

bool WindowFrame::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parent() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
  return QWidget::eventFilter(watched, event);
}

}  // namespace aiagent::ui
