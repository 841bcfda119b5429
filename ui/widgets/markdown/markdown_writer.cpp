#include "ui/widgets/markdown/markdown_writer.h"

#include <algorithm>

namespace aiagent::widgets::markdown {
namespace {

constexpr QChar kLineBreak(QChar::LineSeparator);

bool isQuote(const Container& container) {
  return container.marker.isEmpty();
}

QString markerText(const Container& item, bool markdown) {
  QString text = markdown && item.marker == QChar(0x2022) ? QStringLiteral("-") : item.marker;
  if (item.task != TaskState::None)
    text += item.task == TaskState::Done ? QLatin1String(" [x]") : QLatin1String(" [ ]");
  return text + QLatin1Char(' ');
}

// What stands before each line of a piece in its containers; the first line has the markers.
struct Prefix {
  QString first;
  QString others;
};

Prefix prefixOf(const Piece& piece, bool markdown, bool fromStart) {
  Prefix prefix;
  for (const Container& container : piece.containers) {
    if (isQuote(container)) {
      const auto mark = markdown ? QLatin1String("> ") : QLatin1String();
      prefix.first += mark;
      prefix.others += mark;
      continue;
    }
    const QString marker = markerText(container, markdown);
    const qsizetype width = container.task == TaskState::None ? marker.size() : marker.size() - 4;
    const QString blanks(width, QLatin1Char(' '));
    prefix.first += container.opens && fromStart ? marker : blanks;
    prefix.others += blanks;
  }
  return prefix;
}

QString withPrefix(const QString& text, const Prefix& prefix, bool first) {
  QString result = first ? prefix.first : prefix.others;
  for (const QChar c : text) {
    result += c;
    if (c == QLatin1Char('\n')) result += prefix.others;
  }
  return result;
}

// Text between marks; blanks at its ends stay outside of them, for "** a**" would not be bold.
QString marked(const QString& text, const QString& mark) {
  const QString core = text.trimmed();
  if (core.isEmpty()) return text;
  const auto begin = text.indexOf(core);
  return text.left(begin) + mark + core + mark + text.mid(begin + core.size());
}

QString codeSpan(const QString& text) {
  const bool ticks = text.contains(QLatin1Char('`'));
  const auto open = ticks ? QLatin1String("`` ") : QLatin1String("`");
  const auto close = ticks ? QLatin1String(" ``") : QLatin1String("`");
  return open + text + close;
}

QString escaped(const QString& text) {
  QString result;
  for (const QChar c : text) {
    if (QStringView(u"\\`*_[]<&~|").contains(c)) result += QLatin1Char('\\');
    result += c;
  }
  return result;
}

QString spanMarkdown(const QString& text, const Span& span) {
  if (span.style & Address) return {};
  QString result = span.style & InlineCode ? codeSpan(text) : escaped(text);
  if (span.style & Italic) result = marked(result, QStringLiteral("*"));
  if (span.style & Bold) result = marked(result, QStringLiteral("**"));
  if (span.style & Strike) result = marked(result, QStringLiteral("~~"));
  if (span.href.isEmpty()) return result;
  const bool bare = span.href == text || span.href == QLatin1String("mailto:") + text;
  if (bare) return QLatin1Char('<') + text + QLatin1Char('>');
  return QLatin1Char('[') + result + QLatin1String("](") + span.href + QLatin1Char(')');
}

QString inlineMarkdown(const Piece& piece, int from, int to) {
  QString result;
  int at = from;
  for (const Span& span : piece.spans) {
    const int begin = std::max(span.from, at);
    const int end = std::min(span.from + span.length, to);
    if (begin >= end) continue;
    result +=
        escaped(piece.text.mid(at, begin - at)) + spanMarkdown(piece.text.mid(begin, end - begin), span);
    at = end;
  }
  return result + escaped(piece.text.mid(at, to - at));
}

QString delimiterRow(const TableShape& shape) {
  QString row = QStringLiteral("|");
  for (const auto& column : shape.columns) {
    const bool left = column.align == CellAlign::Left || column.align == CellAlign::Center;
    const bool right = column.align == CellAlign::Right || column.align == CellAlign::Center;
    row += QLatin1Char(' ') + QString(left ? QLatin1String(":--") : QLatin1String("---")) +
           QString(right ? QLatin1String(": |") : QLatin1String(" |"));
  }
  return row;
}

QString tableMarkdown(const PieceRange& range) {
  QString result, row;
  const auto& cells = range.piece->cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const TableCell& cell = cells[i];
    if (cell.column == 0) row = QStringLiteral("|");
    const int from = std::max(cell.from, range.from), to = std::min(cell.from + cell.length, range.to);
    row += QLatin1Char(' ') + (from < to ? inlineMarkdown(*range.piece, from, to) : QString()) +
           QLatin1String(" |");
    if (i + 1 < cells.size() && cells[i + 1].row == cell.row) continue;
    if (!result.isEmpty()) result += QLatin1Char('\n');
    result += row;
    if (cell.header && range.piece->table) result += QLatin1Char('\n') + delimiterRow(*range.piece->table);
  }
  return result;
}

QString textOf(const PieceRange& range, bool markdown) {
  const Piece& piece = *range.piece;
  if (piece.kind == PieceKind::Rule) return markdown ? QStringLiteral("---") : QString(10, QChar(0x2500));
  QString text = piece.text.mid(range.from, range.to - range.from);
  if (markdown && piece.kind == PieceKind::Table) return tableMarkdown(range);
  if (markdown && piece.kind != PieceKind::Code) text = inlineMarkdown(piece, range.from, range.to);
  if (markdown && piece.kind == PieceKind::Heading && piece.startsBlock())
    text.prepend(QString(piece.level, QLatin1Char('#')) + QLatin1Char(' '));
  return text.replace(kLineBreak, QLatin1Char('\n'));
}

QString separator(const PieceRange& range, bool tightBefore) {
  switch (range.piece->joint) {
    case Joint::SameLine: return {};
    case Joint::NextLine: return QStringLiteral("\n");
    case Joint::Tight:
      if (tightBefore) return QStringLiteral("\n");
      [[fallthrough]];
    default: return QStringLiteral("\n\n");
  }
}

QString write(const std::vector<PieceRange>& ranges, bool markdown) {
  QString result;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const PieceRange& range = ranges[i];
    const Piece& piece = *range.piece;
    const bool begins = i == 0 || piece.startsBlock();
    const bool ends = i + 1 == ranges.size() || ranges[i + 1].piece->startsBlock();
    const Prefix prefix = prefixOf(piece, markdown, range.from == 0);
    if (i > 0) {
      const bool tight = !ranges[i - 1].piece->containers.empty();
      const QString gap = separator(range, tight);
      result += gap;
    }
    QString text = textOf(range, markdown);
    const bool fenced = markdown && piece.kind == PieceKind::Code;
    if (fenced && begins) text.prepend(QLatin1String("```") + piece.language + QLatin1Char('\n'));
    if (fenced && ends) text += QLatin1String("\n```");
    const bool partial = ranges.size() == 1 && !markdown;  // a part of one block: just its words
    if (piece.joint == Joint::SameLine && i > 0) {
      result += withPrefix(text, {QString(), prefix.others}, true);
    } else {
      result += partial ? text : withPrefix(text, prefix, begins);
    }
  }
  return result;
}

}  // namespace

QString toPlainText(const std::vector<PieceRange>& ranges) {
  return write(ranges, false);
}
QString toMarkdown(const std::vector<PieceRange>& ranges) {
  return write(ranges, true);
}

}  // namespace aiagent::widgets::markdown
