// Spans and code tokens as formats of a QTextLayout.
#pragma once

#include <QTextLayout>
#include <vector>

#include "ui/widgets/markdown/piece.h"
#include "ui/widgets/transcript/transcript_style.h"

namespace aiagent::widgets {

// The part [from, from + length) of a piece's spans; offsets of the result count from `from`.
QList<QTextLayout::FormatRange> spanFormats(const markdown::Piece& piece, int from, int length,
                                            const TranscriptStyle& style);
// Pictographs that are made of several characters (families, skin tones, flags) stay together only when all
// of them come from one font: this names it.
void addEmojiFormats(const QString& text, QList<QTextLayout::FormatRange>& formats);
QList<QTextLayout::FormatRange> codeFormats(const markdown::Piece& piece, const TranscriptStyle& style);

}  // namespace aiagent::widgets
