#include "ui/widgets/transcript/piece_layout.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QFontMetricsF>

#include "ui/widgets/transcript/table_columns.h"
#include "ui/widgets/transcript/text_formats.h"

namespace aiagent::widgets {
namespace {

using markdown::Joint;
using markdown::Piece;
using markdown::PieceKind;
using Style = TranscriptStyle;

constexpr int kCodeHeader = 28;
constexpr int kRuleHeight = 12;

bool isQuote(const markdown::Container& container) {
  return container.marker.isEmpty();
}

double indentOf(const markdown::Container& container, const Style& style) {
  if (isQuote(container)) return Style::kQuoteIndent;
  // "100." needs more room than a bullet.
  const double digits = QFontMetricsF(style.body).horizontalAdvance(container.marker) + Style::kSmall;
  return std::max<double>(Style::kIndent, std::ceil(digits / 4) * 4);
}

const QFont& fontOf(const Piece& piece, const Style& style) {
  return piece.kind == PieceKind::Heading ? style.headings[std::clamp(piece.level, 1, 6) - 1] : style.body;
}

int linesFor(double chars, double charWidth, double width) {
  return std::max(1, int(std::ceil(chars * charWidth / std::max(1.0, width))));
}

}  // namespace

int gapAbove(const Piece& piece, const Piece* previous) {
  if (!previous || !piece.startsBlock()) return 0;
  if (piece.joint == Joint::Tight && !previous->containers.empty()) return Style::kTiny;
  if (piece.kind == PieceKind::Heading) return Style::kSectionGap;
  return previous->kind == PieceKind::Heading ? Style::kSmall : Style::kBlockGap;
}

PieceLayout::PieceLayout(const Piece& piece, const Piece* previous, const Style& style)
    : m_kind(piece.kind),
      m_starts(piece.startsBlock()),
      m_last(piece.last),
      m_text(piece.text),
      m_language(piece.language) {
  m_top = gapAbove(piece, previous);
  m_rightToLeft = piece.kind != PieceKind::Code && !piece.text.isEmpty() && piece.text.isRightToLeft();
  layoutContainers(piece, previous, style);
  switch (piece.kind) {
    case PieceKind::Code: layoutCode(piece, style); break;
    case PieceKind::Table: layoutTable(piece, style); break;
    case PieceKind::Rule:
      m_bottom = m_top + kRuleHeight;
      m_rules.emplace_back(m_left, m_top + kRuleHeight / 2.0, m_width, 1);
      break;
    default: layoutText(piece, style);
  }
  m_height = int(std::ceil(m_bottom));
  for (QRectF& bar : m_quoteBars) bar.setBottom(m_height);
}

// Indents for quotes and lists, on the side where the text begins.
void PieceLayout::layoutContainers(const Piece& piece, const Piece* previous, const Style& style) {
  double indent = 0;
  std::size_t depth = 0;
  const double width = style.columnWidth;
  for (const auto& container : piece.containers) {
    const double step = indentOf(container, style);
    const bool goesOn =
        previous && depth < previous->containers.size() && isQuote(previous->containers[depth]);
    ++depth;
    if (isQuote(container)) {
      m_quoteBars.emplace_back(m_rightToLeft ? width - indent - 3 : indent, goesOn ? 0 : m_top, 3, 0);
    } else if (container.opens) {
      const double x = m_rightToLeft ? width - indent - step : indent;
      m_markers.push_back({container.marker, container.task, {x, m_top, step, double(style.lineHeight)}});
    }
    indent += step;
  }
  indent = std::min(indent, width / 2);
  m_left = m_rightToLeft ? 0 : indent;
  m_width = width - indent;
}

// Lays out a text and returns its height.
double PieceLayout::addRun(const TextSpec& spec, int from) {
  Run run{std::make_unique<QTextLayout>(spec.text, spec.font),
          {spec.left, spec.top},
          from,
          int(spec.text.size())};
  QTextOption option(spec.alignment);
  option.setTextDirection(spec.direction);
  option.setWrapMode(spec.wrap);
  if (spec.tabWidth > 0) option.setTabStopDistance(spec.tabWidth);
  run.layout->setTextOption(option);
  auto formats = spec.formats;
  addEmojiFormats(spec.text, formats);
  run.layout->setFormats(formats);
  run.layout->setCacheEnabled(true);
  double y = 0;
  run.layout->beginLayout();
  for (QTextLine line = run.layout->createLine(); line.isValid(); line = run.layout->createLine()) {
    line.setLineWidth(spec.width);
    const double height = std::max<double>(spec.lineHeight, std::ceil(line.height()));
    line.setPosition({0, y + std::floor((height - line.height()) / 2)});
    y += height;
  }
  run.layout->endLayout();
  m_runs.push_back(std::move(run));
  return y;
}

void PieceLayout::layoutText(const Piece& piece, const Style& style) {
  const QFont& font = fontOf(piece, style);
  TextSpec spec{.text = piece.text, .font = font, .lineHeight = Style::lineHeightOf(font)};
  spec.left = m_left;
  spec.top = m_top;
  spec.width = m_width;
  spec.direction = m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
  if (m_rightToLeft) spec.alignment = Qt::AlignRight | Qt::AlignAbsolute;
  spec.formats = spanFormats(piece, 0, int(piece.text.size()), style);
  for (const auto& span : piece.spans)
    if (span.style & markdown::InlineCode) m_inlineCode.push_back({span.from, span.length});
  m_bottom = m_top + addRun(spec, 0);
}

void PieceLayout::layoutCode(const Piece& piece, const Style& style) {
  double y = m_top;
  if (m_starts) {
    const double width =
        std::ceil(QFontMetricsF(style.meta)
                      .horizontalAdvance(QCoreApplication::translate("TranscriptView", "Copy"))) +
        2 * Style::kSmall;
    m_copyButton = {m_left + m_width - width - Style::kTiny, y + 4, width, kCodeHeader - 8.0};
    y += kCodeHeader;
  }
  TextSpec spec{.text = piece.text, .font = style.fixed, .lineHeight = style.codeLineHeight};
  spec.text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
  spec.left = m_left + Style::kPadding;
  spec.top = y;
  spec.width = m_width - 2 * Style::kPadding;
  spec.wrap = QTextOption::WrapAtWordBoundaryOrAnywhere;
  spec.tabWidth = 4 * style.codeCharWidth;
  spec.formats = codeFormats(piece, style);
  m_bottom = y + addRun(spec, 0) + (m_last ? Style::kSmall : 0);
}

void PieceLayout::layoutTable(const Piece& piece, const Style& style) {
  if (!piece.table || piece.cells.empty()) return;
  const auto widths = columnWidths(*piece.table, m_width, style);
  double total = 0;
  for (const double width : widths) total += width;
  const double left = m_rightToLeft ? m_left + m_width - total : m_left;
  double y = m_top, rowHeight = 0, x = 0;
  int row = piece.cells.front().row;
  const auto closeRow = [&](bool header) {
    y += rowHeight;
    m_rules.emplace_back(left, y, total, header ? 2 : 1);
    y += 1;
    rowHeight = 0;
  };
  bool header = false;
  for (const auto& cell : piece.cells) {
    if (cell.row != row) closeRow(header);
    if (cell.row != row || cell.column == 0) x = 0;
    row = cell.row;
    header = cell.header;
    if (std::size_t(cell.column) >= widths.size()) continue;
    const double width = widths[std::size_t(cell.column)];
    TextSpec spec{.text = piece.text.mid(cell.from, cell.length),
                  .font = header ? style.title : style.body,
                  .lineHeight = style.lineHeight};
    const auto align = piece.table->columns[std::size_t(cell.column)].align;
    const bool rightToLeft = spec.text.isRightToLeft();
    spec.direction = rightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
    spec.alignment = align == markdown::CellAlign::Center  ? Qt::AlignHCenter
                     : align == markdown::CellAlign::Right ? Qt::AlignRight | Qt::AlignAbsolute
                     : align == markdown::CellAlign::Left  ? Qt::AlignLeft | Qt::AlignAbsolute
                                                           : Qt::AlignLeading;
    spec.left = (m_rightToLeft ? left + total - x - width : left + x) + Style::kSmall;
    spec.top = y + Style::kTiny;
    spec.width = width - 2 * Style::kSmall;
    spec.formats = spanFormats(piece, cell.from, cell.length, style);
    rowHeight = std::max(rowHeight, addRun(spec, cell.from) + 2 * Style::kTiny);
    x += width;
  }
  closeRow(header);
  for (const auto& span : piece.spans)
    if (span.style & markdown::InlineCode) m_inlineCode.push_back({span.from, span.length});
  m_bottom = y;
}

int PieceLayout::estimatedHeight(const Piece& piece, const Piece* previous, const Style& style) {
  const int gap = gapAbove(piece, previous);
  const double width = style.columnWidth - double(piece.containers.size()) * Style::kIndent;
  const auto lines =
      int(piece.text.count(piece.kind == PieceKind::Text ? QChar(QChar::LineSeparator) : QChar(u'\n')));
  switch (piece.kind) {
    case PieceKind::Rule: return gap + kRuleHeight;
    case PieceKind::Code:
      return gap + (piece.startsBlock() ? kCodeHeader : 0) + (lines + 1) * style.codeLineHeight +
             (piece.last ? Style::kSmall : 0);
    case PieceKind::Table: return gap + (lines + 1) * (style.lineHeight + 2 * Style::kTiny + 1);
    default:
      return gap + (lines + linesFor(double(piece.text.size()), style.charWidth, width)) * style.lineHeight;
  }
}

}  // namespace aiagent::widgets
