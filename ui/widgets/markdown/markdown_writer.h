// Pieces back to text, for the clipboard.
#pragma once

#include <QString>
#include <vector>

#include "ui/widgets/markdown/piece.h"

namespace aiagent::widgets::markdown {

// A part of a piece; offsets of its text.
struct PieceRange {
  const Piece* piece = nullptr;
  int from = 0;
  int to = 0;
};

// What a person sees: list markers, no Markdown marks; blocks parted by an empty line.
QString toPlainText(const std::vector<PieceRange>& ranges);

// Markdown with the same meaning (not the same characters as its source).
QString toMarkdown(const std::vector<PieceRange>& ranges);

}  // namespace aiagent::widgets::markdown
