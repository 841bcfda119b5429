// Pieces of text that is not Markdown.
#pragma once

#include <QStringView>
#include <vector>

#include "ui/widgets/markdown/piece.h"

namespace aiagent::widgets {

// Lines as they are; an empty line begins a new block.
std::vector<markdown::Piece> plainPieces(QStringView text);

// One block of code.
std::vector<markdown::Piece> codePieces(QStringView text, const QString& language);

}  // namespace aiagent::widgets
