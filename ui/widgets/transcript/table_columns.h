// The widths of a table's columns.
#pragma once

#include <vector>

#include "ui/widgets/markdown/piece.h"
#include "ui/widgets/transcript/transcript_style.h"

namespace aiagent::widgets {

// As wide as their texts if there is room; else no column is narrower than its longest word while that can be
// had, and the rest is shared by what each would like. Padding included; the sum is at most `available`.
std::vector<double> columnWidths(const markdown::TableShape& shape, double available,
                                 const TranscriptStyle& style);

}  // namespace aiagent::widgets
