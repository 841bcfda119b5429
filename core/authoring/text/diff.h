// The difference of two texts: by lines, and by words where lines changed.
#pragma once

#include <string_view>
#include <vector>

#include "core/authoring/text/tokens.h"

namespace aiagent::authoring {

enum class ChangeKind { Equal, Insert, Delete };

// A piece of the way from one text to the other. Of Insert `before` is empty, of Delete `after`; both then
// say where.
struct Change {
  ChangeKind kind = ChangeKind::Equal;
  ByteRange before;
  ByteRange after;
  bool operator==(const Change&) const = default;
};

// All of these cover both texts without a gap and in order, join equal neighbours, put a Delete before the
// Insert that takes its place, and never cut a placeholder or a grapheme. The work is limited (256 KB against
// 256 KB stays far under 100 ms): a text that changed beyond it is told in coarser pieces, never wrongly. The
// same two texts always give the same answer.

// By lines, and by words within lines that changed; lines that have little in common are told as wholes. What
// a person is shown.
std::vector<Change> diffText(std::string_view before, std::string_view after);
// By whole lines.
std::vector<Change> diffLines(std::string_view before, std::string_view after);

// A stretch that changed, of whole lines.
struct ChangedLines {
  ByteRange before;
  ByteRange after;
};
std::vector<ChangedLines> changedLines(std::string_view before, std::string_view after);
// By words within one stretch, as diffText tells it; the ranges are of the whole texts.
std::vector<Change> diffWithin(std::string_view before, std::string_view after, const ChangedLines& lines);

}  // namespace aiagent::authoring
