#include "ui/widgets/transcript/transcript_entry.h"

#include <algorithm>
#include <climits>

#include "ui/widgets/transcript/plain_pieces.h"

namespace aiagent::widgets {
namespace {

using markdown::Piece;
using Style = TranscriptStyle;

bool isMarkdown(const TranscriptMessage& message) {
  return message.kind == MessageKind::Reasoning ||
         (message.kind == MessageKind::Text && message.role == MessageRole::Agent);
}

bool looksLikeJson(QStringView text) {
  const QStringView trimmed = text.trimmed();
  return trimmed.startsWith(u'{') || trimmed.startsWith(u'[');
}

}  // namespace

TranscriptEntry::TranscriptEntry(TranscriptMessage message) : m_message(std::move(message)) {
  m_collapsed = isCollapsible() &&
                !(m_message.kind == MessageKind::Reasoning && m_message.state == MessageState::Streaming);
  append(std::exchange(m_message.text, QString()));
}

QString TranscriptEntry::text() const {
  return QString::fromUtf8(m_text.data(), qsizetype(m_text.size())) + m_halfCharacter;
}

void TranscriptEntry::append(QStringView part) {
  if (part.isEmpty()) return;
  QString joined;
  if (!m_halfCharacter.isEmpty()) {
    joined = std::exchange(m_halfCharacter, QString()).append(part);
    part = joined;
  }
  if (part.back().isHighSurrogate()) {
    m_halfCharacter = part.right(1).toString();
    part.chop(1);
  }
  const auto from = m_text.size();
  m_text.resize(from + std::size_t(m_encoder.requiredSpace(part.size())));
  char* const end = m_encoder.appendToBuffer(m_text.data() + from, part);
  m_text.resize(std::size_t(end - m_text.data()));
  m_lineEnds += std::size_t(std::count(m_text.begin() + std::ptrdiff_t(from), m_text.end(), '\n'));
  m_dirty = true;
}

void TranscriptEntry::replace(QStringView text) {
  m_text.clear();
  m_halfCharacter.clear();
  m_lineEnds = 0;
  m_document.reset();
  m_plain.clear();
  m_heights.clear();
  m_prepared = false;
  m_dirty = true;
  append(text);
}

void TranscriptEntry::setCollapsed(bool collapsed) {
  m_collapsed = collapsed;
  m_collapsedByPerson = true;
}

const std::vector<Piece>& TranscriptEntry::pieces() const {
  return m_document ? m_document->pieces() : m_plain;
}

std::size_t TranscriptEntry::refreshPieces() {
  if (!isMarkdown(m_message)) return refreshPlain();
  if (!m_document) m_document = std::make_unique<markdown::MarkdownDocument>();
  m_parsedAs =
      m_message.state == MessageState::Streaming ? markdown::TextEnd::Growing : markdown::TextEnd::Final;
  return m_document->refresh(m_text, m_parsedAs);
}

std::size_t TranscriptEntry::refreshPlain() {
  const QString whole = QString::fromUtf8(m_text.data(), qsizetype(m_text.size()));
  const QString language = looksLikeJson(whole) ? QStringLiteral("json") : QString();
  auto fresh = m_message.kind == MessageKind::Text ? plainPieces(whole) : codePieces(whole, language);
  const auto [a, b] = std::mismatch(fresh.begin(), fresh.end(), m_plain.begin(), m_plain.end());
  const auto same = std::size_t(a - fresh.begin());
  m_plain = std::move(fresh);
  return same;
}

bool TranscriptEntry::prepare(const Style& style) {
  if (m_message.kind == MessageKind::Reasoning && !m_collapsedByPerson)
    m_collapsed = m_message.state != MessageState::Streaming;
  const bool ended =
      m_document && m_message.state != MessageState::Streaming && m_parsedAs == markdown::TextEnd::Growing;
  const int heightBefore = m_height;
  const std::size_t piecesBefore = m_prepared ? pieces().size() : 0;
  std::size_t changed = piecesBefore;
  if (!m_prepared || m_dirty || ended) {
    const std::size_t first = refreshPieces();
    changed = m_prepared ? first : 0;
  }
  const std::size_t rows = shownPieces() + 2;
  const bool restored = !m_prepared && !m_dirty && m_heights.size() == rows;  // after dropPieces()
  const bool unchanged =
      m_prepared && m_heights.size() == rows && changed >= pieces().size() && piecesBefore == pieces().size();
  m_prepared = true;
  m_dirty = false;
  if (!restored && !unchanged) {
    resizeRows(changed, style);
    m_firstChangedRow = std::min(m_firstChangedRow, int(std::min(changed, shownPieces())) + 1);
  }
  setRowHeight(0, headerHeight(style), true);
  setRowHeight(m_heights.size() - 1, footerHeight(style), true);
  return !unchanged || heightBefore != m_height;
}

void TranscriptEntry::takeFirstChangedRow() {
  m_firstChangedRow = INT_MAX;
}

std::size_t TranscriptEntry::shownPieces() const {
  return m_collapsed ? 0 : pieces().size();
}

// Gives the rows from a piece on their estimated heights again.
void TranscriptEntry::resizeRows(std::size_t firstChanged, const Style& style) {
  const std::size_t shown = shownPieces();
  m_heights.resize(std::min(std::max<std::size_t>(m_heights.size(), 1), std::min(firstChanged, shown) + 1));
  m_heights.resize(shown + 2);
  for (std::size_t i = std::min(firstChanged, shown); i < shown; ++i) {
    const Piece* previous = i > 0 ? &pieces()[i - 1] : nullptr;
    m_heights[i + 1] = {PieceLayout::estimatedHeight(pieces()[i], previous, style), false, nullptr};
  }
  m_height = 0;
  for (const RowState& row : m_heights) m_height += row.height;
}

void TranscriptEntry::setRowHeight(std::size_t row, int height, bool exact) {
  m_height += height - m_heights[row].height;
  m_heights[row].height = height;
  m_heights[row].exact = exact;
}

int TranscriptEntry::headerHeight(const Style& style) const {
  const bool titled = !m_message.title.isEmpty() || isCollapsible();
  return headerTop() + (titled ? style.lineHeight + (m_collapsed ? 0 : Style::kTiny) : 0);
}

int TranscriptEntry::footerHeight(const Style& style) const {
  int lines = 0;
  if (!m_message.note.isEmpty() || m_message.state == MessageState::Streaming) ++lines;
  if (!m_message.meta.isEmpty()) ++lines;
  return Style::kSmall + boxPadding() + m_marginBottom +
         (lines > 0 ? Style::kTiny + lines * style.metaLineHeight : 0);
}

// A guess from the length alone, for a message that was never shown.
void TranscriptEntry::estimate(const Style& style) {
  const double perLine = std::max(10.0, style.columnWidth / std::max(1.0, style.charWidth));
  const double lines =
      double(m_text.size()) / perLine + double(m_lineEnds) * 0.6 + (m_text.empty() ? 0 : 0.5);
  const int body = m_collapsed ? 0 : int(lines * style.lineHeight);
  m_height = headerHeight(style) + body + footerHeight(style);
}

const Piece* TranscriptEntry::pieceOfRow(std::size_t row) const {
  return row >= 1 && row + 1 < m_heights.size() ? &pieces()[row - 1] : nullptr;
}

const PieceLayout* TranscriptEntry::layout(int row, const Style& style) {
  const auto index = std::size_t(row);
  const Piece* piece = pieceOfRow(index);
  if (!piece) return nullptr;
  RowState& state = m_heights[index];
  if (!state.layout) {
    state.layout = std::make_unique<PieceLayout>(*piece, index > 1 ? piece - 1 : nullptr, style);
    setRowHeight(index, state.layout->height(), true);
    m_hasLayouts = true;
  }
  return state.layout.get();
}

int TranscriptEntry::measureRow(int row, const Style& style) {
  if (!m_heights[std::size_t(row)].exact) layout(row, style);
  return rowHeight(row);
}

int TranscriptEntry::rowTop(int row) const {
  int top = 0;
  for (int i = 0; i < row; ++i) top += rowHeight(i);
  return top;
}

void TranscriptEntry::setMargins(int top, int bottom) {
  m_marginTop = top;
  m_marginBottom = bottom;
}

void TranscriptEntry::invalidate(const Style& style) {
  if (!m_prepared) {
    m_heights.clear();
    return estimate(style);
  }
  for (std::size_t i = 0; i < m_heights.size(); ++i) {
    m_heights[i].layout.reset();
    m_heights[i].exact = false;
    const Piece* piece = pieceOfRow(i);
    if (!piece) continue;
    setRowHeight(i, PieceLayout::estimatedHeight(*piece, i > 1 ? piece - 1 : nullptr, style), false);
  }
  setRowHeight(0, headerHeight(style), true);
  setRowHeight(m_heights.size() - 1, footerHeight(style), true);
}

void TranscriptEntry::dropLayouts(int first, int last) {
  if (!m_hasLayouts) return;
  m_hasLayouts = first <= last;
  for (int row = 0; row < rows(); ++row)
    if (row < first || row > last) m_heights[std::size_t(row)].layout.reset();
}

void TranscriptEntry::dropPieces() {
  if (m_message.state == MessageState::Streaming) return;
  for (RowState& row : m_heights) row.layout.reset();
  m_document.reset();
  m_plain.clear();
  m_plain.shrink_to_fit();
  m_prepared = false;
}

}  // namespace aiagent::widgets
