// What the pieces of a table share: alignment, and the widest words and texts of each column.
#pragma once

#include <memory>

#include "ui/widgets/markdown/piece.h"

namespace aiagent::widgets::markdown {

// The columns' widths are judged by the first rows alone.
inline constexpr int kMeasuredRows = 50;

std::shared_ptr<const TableShape> measureTable(TableShape shape, const Piece& table);

// Roughly how wide a text is, in Latin letters: wide East Asian characters and pictographs count two.
int roughWidth(QStringView text);

}  // namespace aiagent::widgets::markdown
