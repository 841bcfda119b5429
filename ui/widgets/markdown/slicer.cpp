#include "ui/widgets/markdown/slicer.h"

#include <algorithm>
#include <QStringTokenizer>

namespace aiagent::widgets::markdown {
namespace {

// A piece ends within this many characters before its limit: at the end of a sentence if there is one, where
// a short line looks natural, else at a blank.
constexpr qsizetype kCutSearch = 512;

qsizetype cutWithin(QStringView text, qsizetype limit) {
  const qsizetype lowest = limit - kCutSearch;
  qsizetype blank = -1;
  for (qsizetype at = limit; at > lowest; --at) {
    const QChar before = text[at - 1];
    if (before == QChar(QChar::LineSeparator)) return at;
    if (!before.isSpace()) continue;
    if (blank < 0) blank = at;
    if (at >= 2 && QStringView(u".!?:;\u3002").contains(text[at - 2])) return at;
  }
  if (blank > 0) return blank;
  return text[limit - 1].isHighSurrogate() ? limit - 1 : limit;
}

std::vector<Span> spansWithin(const std::vector<Span>& spans, int from, int to) {
  std::vector<Span> inside;
  for (const Span& span : spans) {
    const int begin = std::max(span.from, from);
    const int end = std::min(span.from + span.length, to);
    if (begin < end) inside.push_back({begin - from, end - begin, span.style, span.href});
  }
  return inside;
}

Piece emptyCopy(const Piece& block, Joint joint) {
  Piece piece{.kind = block.kind, .joint = joint, .last = false, .level = block.level};
  piece.containers = block.containers;
  piece.language = block.language;
  piece.table = block.table;
  if (joint == Joint::NextLine || joint == Joint::SameLine)
    for (auto& container : piece.containers) container.opens = false;
  return piece;
}

void sliceText(Piece block, std::vector<Piece>& pieces) {
  const QStringView text = block.text;
  Joint joint = block.joint;
  int from = 0;
  while (text.size() - from > kSliceChars) {
    const int end = from + int(cutWithin(text.mid(from), kSliceChars));
    Piece piece = emptyCopy(block, joint);
    piece.text = text.mid(from, end - from).toString();
    piece.spans = spansWithin(block.spans, from, end);
    pieces.push_back(std::move(piece));
    joint = Joint::SameLine;
    from = end;
  }
  Piece piece = emptyCopy(block, joint);
  piece.last = true;
  piece.text = text.mid(from).toString();
  piece.spans = spansWithin(block.spans, from, int(text.size()));
  pieces.push_back(std::move(piece));
}

void sliceTable(const Piece& block, std::vector<Piece>& pieces) {
  std::size_t cell = 0;
  Joint joint = block.joint;
  for (int firstRow = 0; cell < block.cells.size(); firstRow += kSliceRows) {
    Piece piece = emptyCopy(block, joint);
    const int from = block.cells[cell].from;
    int end = from;
    for (; cell < block.cells.size() && block.cells[cell].row < firstRow + kSliceRows; ++cell) {
      TableCell copy = block.cells[cell];
      end = copy.from + copy.length;
      copy.row -= firstRow;
      copy.from -= from;
      piece.cells.push_back(copy);
    }
    piece.text = block.text.mid(from, end - from);
    piece.spans = spansWithin(block.spans, from, end);
    piece.last = cell == block.cells.size();
    pieces.push_back(std::move(piece));
    joint = Joint::NextLine;
  }
}

void sliceCode(Piece block, std::vector<Piece>& pieces) {
  const QString text = std::exchange(block.text, QString());
  CodeSlicer slicer(std::move(block));
  for (const QStringView line : QStringView(text).tokenize(u'\n')) slicer.addLine(line);
  slicer.takeFull(pieces);
  slicer.appendOpen(std::nullopt, pieces);
}

}  // namespace

void appendSlices(Piece block, std::vector<Piece>& pieces) {
  const bool shortText = block.text.size() <= kSliceChars;
  switch (block.kind) {
    case PieceKind::Code: return sliceCode(std::move(block), pieces);
    case PieceKind::Table:
      if (!block.cells.empty() && block.cells.back().row >= kSliceRows) return sliceTable(block, pieces);
      break;
    default:
      if (!shortText) return sliceText(std::move(block), pieces);
  }
  pieces.push_back(std::move(block));
}

CodeSlicer::CodeSlicer(Piece prototype)
    : m_language(findLanguage(prototype.language)), m_prototype(std::move(prototype)) {
  m_open = next(m_prototype.joint);
}

Piece CodeSlicer::next(Joint joint) const {
  Piece piece = emptyCopy(m_prototype, joint);
  piece.codeState = m_state;
  return piece;
}

void CodeSlicer::finish(Joint joint) {
  m_full.push_back(std::exchange(m_open, next(joint)));
  m_lines = 0;
}

void CodeSlicer::addLine(QStringView line) {
  if (m_lines == kSliceLines || (m_lines > 0 && m_open.text.size() + line.size() > kSliceChars))
    finish(Joint::NextLine);
  if (m_lines > 0) m_open.text += QLatin1Char('\n');
  while (line.size() > kSliceChars) {
    const auto length = line[kSliceChars - 1].isHighSurrogate() ? kSliceChars - 1 : kSliceChars;
    addPart(line.left(length));
    line = line.mid(length);
    finish(Joint::SameLine);
  }
  addPart(line);
  ++m_lines;
}

void CodeSlicer::addPart(QStringView part) {
  m_open.text += part;
  m_state = tokenizeLine(m_language, part, m_state, nullptr);
}

void CodeSlicer::takeFull(std::vector<Piece>& pieces) {
  std::move(m_full.begin(), m_full.end(), std::back_inserter(pieces));
  m_full.clear();
}

void CodeSlicer::appendOpen(const std::optional<QString>& tail, std::vector<Piece>& pieces) const {
  CodeSlicer copy = *this;
  if (tail) copy.addLine(*tail);
  copy.takeFull(pieces);
  copy.m_open.last = true;
  pieces.push_back(std::move(copy.m_open));
}

}  // namespace aiagent::widgets::markdown
