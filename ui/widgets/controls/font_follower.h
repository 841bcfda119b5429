// Sizes that are counted in characters and lines, kept right when the text size is changed while the window
// is open.
#pragma once

#include <functional>
#include <QFont>

class QWidget;

namespace aiagent::ui {

// Calls `apply` now and after every change of the widget's font, as long as the widget lives.
void followFont(QWidget* widget, std::function<void()> apply);

// The system's fixed font without a size of its own: it takes that of the widgets around it, also later.
QFont fixedFont();

}  // namespace aiagent::ui
