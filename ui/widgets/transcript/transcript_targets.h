// What can be pressed inside a message: links, Copy buttons of code, the title that collapses.
#pragma once

#include <optional>
#include <QString>
#include <vector>

#include "ui/widgets/transcript/transcript_layout.h"

namespace aiagent::widgets {

struct TranscriptTarget {
  enum class Kind { Toggle, Link, CopyCode };
  Kind kind = Kind::Link;
  int entry = 0;
  int row = 0;
  TextRange range = {};  // of a link
  QString href = {};
  bool sameAs(const TranscriptTarget& other) const {
    return kind == other.kind && entry == other.entry && row == other.row && range.from == other.range.from;
  }
};

// In the order of reading.
std::vector<TranscriptTarget> targetsOf(TranscriptLayout& layout, int entry);
// At a point of the viewport.
std::optional<TranscriptTarget> targetAt(TranscriptLayout& layout, const QPointF& point);
// The whole code block that a row belongs to.
QString codeBlockText(TranscriptLayout& layout, int entry, int row);

}  // namespace aiagent::widgets
