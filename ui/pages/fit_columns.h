// The columns of a small table as wide as what they hold.
#pragma once

#include <algorithm>
#include <QHeaderView>
#include <QTreeWidget>

#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {

// From `first` on, with room between them; those before keep their widths.
inline void fitColumns(QTreeWidget* list, int first) {
  for (int column = first; column < list->columnCount(); ++column) {
    int widest = list->header()->sectionSizeHint(column);
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
      const auto words = list->topLevelItem(row)->text(column);
      widest = std::max(widest, list->fontMetrics().horizontalAdvance(words) + kGapRelated);
    }
    if (list->columnWidth(column) != widest + kGapGroups) list->setColumnWidth(column, widest + kGapGroups);
  }
}

}  // namespace aiagent::ui
