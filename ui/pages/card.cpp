#include "ui/pages/card.h"

#include <QPainter>

#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

void Card::paintEvent(QPaintEvent*) {
  const auto tokens = tokensFor(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(tokens.border);
  painter.setBrush(tokens.surface);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace aiagent::ui
