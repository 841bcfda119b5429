#include "ui/widgets/controls/tab_order.h"

#include <QWidget>

namespace aiagent::ui {

void tabWithin(const QWidget* container, const std::vector<QWidget*>& made) {
  auto* before = container->previousInFocusChain();
  while (before != container && !(before->focusPolicy() & Qt::TabFocus))
    before = before->previousInFocusChain();
  for (auto* widget : made) {
    QWidget::setTabOrder(before, widget);
    before = widget;
  }
}

}  // namespace aiagent::ui
