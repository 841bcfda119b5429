// The order of Tab for widgets that are made later than those around them.
#pragma once

#include <vector>

class QWidget;

namespace aiagent::ui {

// Puts `made`, in this order, where `container` stands: by themselves they would come after everything else.
void tabWithin(const QWidget* container, const std::vector<QWidget*>& made);

}  // namespace aiagent::ui
