// Sizes that are counted in characters and lines, kept right when the text size is changed while the window
// is open.
#pragma once

#include <functional>

class QWidget;

namespace aiagent::ui {

// Calls `apply` now and after every change of the widget's font, as long as the widget lives.
void followFont(QWidget* widget, std::function<void()> apply);

}  // namespace aiagent::ui
