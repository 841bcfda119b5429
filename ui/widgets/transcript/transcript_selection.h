// What a person selected in a transcript, and what it is as text.
#pragma once

#include <QString>
#include <utility>

#include "ui/widgets/transcript/transcript_layout.h"

namespace aiagent::widgets {

enum class CopyForm { Plain, Markdown };

struct TranscriptSelection {
  TextPosition anchor;  // where it began
  TextPosition caret;   // where it was led to

  bool isEmpty() const { return anchor == caret; }
  std::pair<TextPosition, TextPosition> ordered() const { return std::minmax(anchor, caret); }
  // The part of a row that is selected; length 0: none.
  TextRange inRow(int entry, int row, int textLength) const;
  void clear() { anchor = caret; }
};

// Messages are parted by an empty line; their titles are told where there are several. What is collapsed is
// left out.
QString selectedText(TranscriptLayout& layout, const TranscriptSelection& selection, CopyForm form);

// The whole transcript.
TranscriptSelection everything(TranscriptLayout& layout);
// The word at a place, as the language of the text has words.
TranscriptSelection wordAt(TranscriptLayout& layout, const TextPosition& place);
TranscriptSelection blockAt(TranscriptLayout& layout, const TextPosition& place);

enum class CaretMove { Character, Word, Line, LineEdge, All };
// Where the caret goes; `x` is the horizontal place that moves by lines keep (in the column).
TextPosition movedCaret(TranscriptLayout& layout, TextPosition caret, CaretMove move, int direction,
                        double x);

}  // namespace aiagent::widgets
