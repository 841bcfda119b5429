// Points and characters of PieceLayout.
#include <algorithm>
#include <limits>

#include "ui/widgets/transcript/piece_layout.h"

namespace aiagent::widgets {
namespace {

double distance(double value, double from, double to) {
  return value < from ? from - value : value > to ? value - to : 0;
}

// Lines have air around their letters; a point in that air belongs to the nearer line.
QTextLine lineNear(const QTextLayout& layout, double y) {
  QTextLine nearest;
  double best = std::numeric_limits<double>::max();
  for (int i = 0; i < layout.lineCount(); ++i) {
    const QTextLine line = layout.lineAt(i);
    const double away = distance(y, line.y(), line.y() + line.height());
    if (away < best) {
      best = away;
      nearest = line;
    }
  }
  return nearest;
}

}  // namespace

const PieceLayout::Run* PieceLayout::runOf(int offset) const {
  const Run* found = nullptr;
  for (const Run& run : m_runs)
    if (run.from <= offset || !found) found = &run;
  return found;
}

const PieceLayout::Run* PieceLayout::nearestRun(const QPointF& point) const {
  const Run* nearest = nullptr;
  double best = std::numeric_limits<double>::max();
  for (const Run& run : m_runs) {
    const QRectF area = run.layout->boundingRect().translated(run.origin);
    // Rows first, columns second.
    const double away = distance(point.y(), area.top(), area.bottom()) * 10000 +
                        distance(point.x(), area.left(), area.right());
    if (away < best) {
      best = away;
      nearest = &run;
    }
  }
  return nearest;
}

int PieceLayout::offsetAt(const QPointF& point) const {
  const Run* run = nearestRun(point);
  if (!run) return 0;
  const QPointF inside = point - run->origin;
  const QTextLine line = lineNear(*run->layout, inside.y());
  return run->from + (line.isValid() ? line.xToCursor(inside.x()) : 0);
}

bool PieceLayout::isOnText(const QPointF& point) const {
  for (const Run& run : m_runs) {
    const QPointF inside = point - run.origin;
    for (int i = 0; i < run.layout->lineCount(); ++i)
      if (run.layout->lineAt(i).naturalTextRect().contains(inside)) return true;
  }
  return false;
}

QRectF PieceLayout::caret(int offset) const {
  const Run* run = runOf(offset);
  if (!run) return {m_left, m_top, 1, m_bottom - m_top};
  const int inside = std::clamp(offset - run->from, 0, run->length);
  const QTextLine line = run->layout->lineForTextPosition(inside);
  if (!line.isValid()) return {run->origin, QSizeF(1, 16)};
  return {run->origin.x() + line.cursorToX(inside), run->origin.y() + line.y(), 1, line.height()};
}

std::vector<QRectF> PieceLayout::rects(TextRange range) const {
  std::vector<QRectF> found;
  for (const Run& run : m_runs) {
    const int from = std::max(range.from - run.from, 0);
    const int to = std::min(range.from + range.length - run.from, run.length);
    for (int i = 0; from < to && i < run.layout->lineCount(); ++i) {
      const QTextLine line = run.layout->lineAt(i);
      const int begin = std::max(from, line.textStart()),
                end = std::min(to, line.textStart() + line.textLength());
      if (begin >= end) continue;
      const double a = line.cursorToX(begin), b = line.cursorToX(end, QTextLine::Leading);
      found.emplace_back(run.origin.x() + std::min(a, b), run.origin.y() + line.y(), std::abs(b - a),
                         line.height());
    }
  }
  return found;
}

int PieceLayout::offsetInNextLine(int offset, int direction, double x) const {
  const Run* run = runOf(offset);
  if (!run) return -1;
  const int inside = std::clamp(offset - run->from, 0, run->length);
  const int number = run->layout->lineForTextPosition(inside).lineNumber() + direction;
  if (number >= 0 && number < run->layout->lineCount())
    return run->from + run->layout->lineAt(number).xToCursor(x - run->origin.x());
  // The next row of a table: the cell above or below at this place.
  const QRectF here = run->layout->boundingRect().translated(run->origin);
  const QPointF there(x, direction > 0 ? here.bottom() + 12 : here.top() - 12);
  const Run* other = nearestRun(there);
  if (!other || other == run || (other->origin.y() - run->origin.y()) * direction <= 0) return -1;
  return offsetAt(there);
}

int PieceLayout::lineEdge(int offset, bool end) const {
  const Run* run = runOf(offset);
  if (!run) return offset;
  const QTextLine line = run->layout->lineForTextPosition(std::clamp(offset - run->from, 0, run->length));
  if (!line.isValid()) return offset;
  if (!end) return run->from + line.textStart();
  int last = line.textStart() + line.textLength();
  const bool lastLine = line.lineNumber() == run->layout->lineCount() - 1;
  if (!lastLine && last > line.textStart()) --last;  // before the blank or line break at its end
  return run->from + last;
}

}  // namespace aiagent::widgets
