// Lines of text that panes put together anew when what they show is another thing.
#pragma once

#include <QLabel>
#include <QLayout>

#include "ui/widgets/controls/font_follower.h"

namespace aiagent::ui {

// Plain, wrapping, and to be selected with the mouse.
inline QLabel* textLine(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

// The same in the system's fixed font.
inline QLabel* fixedLine(const QString& text, QWidget* parent) {
  auto* label = textLine(text, parent);
  label->setFont(fixedFont());
  return label;
}

// Takes every widget out of a layout, and deletes it.
inline void emptyLayout(QLayout* layout) {
  while (auto* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

}  // namespace aiagent::ui
