#include "ui/widgets/transcript/transcript_layout.h"

#include <algorithm>

namespace aiagent::widgets {
namespace {

constexpr std::size_t kMostPrepared = 200;  // entries that keep their pieces
constexpr int kEdge = 12;                   // above the first and below the last message
constexpr int kRowsKept = 40;               // rows around the view that keep their layouts

}  // namespace

void TranscriptLayout::setStyle(TranscriptStyle style) {
  m_style = std::move(style);
  std::vector<int> heights;
  heights.reserve(m_entries.size());
  for (auto& entry : m_entries) {
    entry.invalidate(m_style);
    heights.push_back(entry.height());
  }
  m_heights.assign(heights);
}

void TranscriptLayout::setViewport(int width, int height) {
  m_viewportHeight = height;
  TranscriptStyle style = m_style;
  style.setViewportWidth(width);
  if (style.columnWidth == m_style.columnWidth) {
    m_style = std::move(style);  // the column is only elsewhere
  } else {
    setStyle(std::move(style));
  }
}

void TranscriptLayout::clear() {
  reset({});
}

void TranscriptLayout::reset(std::vector<TranscriptMessage> messages) {
  m_entries.clear();
  m_index.clear();
  m_visible.clear();
  m_warm.clear();
  m_index.reserve(qsizetype(messages.size()));
  std::vector<int> heights;
  heights.reserve(messages.size());
  for (auto& message : messages) {
    m_index.insert(message.id, int(m_entries.size()));
    auto& entry = m_entries.emplace_back(std::move(message));
    entry.invalidate(m_style);
    heights.push_back(entry.height());
  }
  m_heights.assign(heights);
  if (!m_entries.empty()) placeMargins(size() - 1);
  m_anchor = {};
  m_follow = true;
}

void TranscriptLayout::add(TranscriptMessage message) {
  m_index.insert(message.id, int(m_entries.size()));
  auto& entry = m_entries.emplace_back(std::move(message));
  entry.invalidate(m_style);
  m_heights.append(entry.height());
  if (size() > 1) placeMargins(size() - 2);
  placeMargins(size() - 1);
}

void TranscriptLayout::placeMargins(int index) {
  for (const int i : {0, index}) {
    entry(i).setMargins(i == 0 ? kEdge : 0, i == size() - 1 ? kEdge : 0);
    entryChanged(i);
  }
}

void TranscriptLayout::entryChanged(int index) {
  TranscriptEntry& changed = entry(index);
  if (changed.isPrepared()) {
    changed.prepare(m_style);
  } else {
    changed.invalidate(m_style);
  }
  noteHeight(index);
}

TranscriptEntry& TranscriptLayout::prepared(int index) {
  TranscriptEntry& wanted = entry(index);
  if (!wanted.isPrepared()) m_warm.push_back(index);
  wanted.prepare(m_style);
  noteHeight(index);
  return wanted;
}

int TranscriptLayout::measure(const Anchor& place) {
  TranscriptEntry& owner = entry(place.entry);
  if (!owner.isPrepared()) prepared(place.entry);
  const int height = owner.measureRow(place.row, m_style);
  noteHeight(place.entry);
  return height;
}

bool TranscriptLayout::next(Anchor& place) {
  place.above = 0;
  if (place.row + 1 < entry(place.entry).rows()) {
    ++place.row;
    return true;
  }
  if (place.entry + 1 >= size()) return false;
  ++place.entry;
  place.row = 0;
  return true;
}

bool TranscriptLayout::previous(Anchor& place) {
  place.above = 0;
  if (place.row > 0) {
    --place.row;
    return true;
  }
  if (place.entry == 0) return false;
  --place.entry;
  if (!entry(place.entry).isPrepared()) prepared(place.entry);
  place.row = entry(place.entry).rows() - 1;
  return true;
}

void TranscriptLayout::clampAnchor() {
  m_anchor.entry = std::clamp(m_anchor.entry, 0, std::max(0, size() - 1));
  if (size() == 0) return;
  if (!entry(m_anchor.entry).isPrepared()) prepared(m_anchor.entry);
  m_anchor.row = std::clamp(m_anchor.row, 0, entry(m_anchor.entry).rows() - 1);
  m_anchor.above = std::clamp(m_anchor.above, 0, std::max(0, measure(m_anchor) - 1));
}

void TranscriptLayout::moveAnchor(int delta) {
  m_anchor.above += delta;
  while (m_anchor.above < 0) {
    const int above = m_anchor.above;
    Anchor place = m_anchor;
    if (!previous(place)) {
      m_anchor.above = 0;
      return;
    }
    place.above = above + measure(place);
    m_anchor = place;
  }
  for (int height = measure(m_anchor); m_anchor.above >= height; height = measure(m_anchor)) {
    const int above = m_anchor.above;
    Anchor place = m_anchor;
    if (!next(place)) {
      m_anchor.above = std::max(0, height - 1);
      return;
    }
    if (!entry(place.entry).isPrepared()) prepared(place.entry);
    place.above = above - height;
    m_anchor = place;
  }
}

void TranscriptLayout::anchorAtEnd() {
  Anchor place{size() - 1, 0, 0};
  if (!entry(place.entry).isPrepared()) prepared(place.entry);
  place.row = entry(place.entry).rows() - 1;
  int height = measure(place);
  while (height < m_viewportHeight && previous(place)) height += measure(place);
  place.above = std::max(0, height - m_viewportHeight);
  m_anchor = place;
}

// Collects the rows in sight from the anchor on; returns where they end.
int TranscriptLayout::fill() {
  m_visible.clear();
  Anchor place = m_anchor;
  int y = -m_anchor.above;
  do {
    if (!entry(place.entry).isPrepared()) prepared(place.entry);
    const int height = measure(place);
    m_visible.push_back({place.entry, place.row, y, height});
    y += height;
  } while (y < m_viewportHeight && next(place));
  return y;
}

void TranscriptLayout::update() {
  m_visible.clear();
  if (m_entries.empty()) return;
  clampAnchor();
  if (m_follow) anchorAtEnd();
  const int end = fill();
  const VisibleRow& last = m_visible.back();
  const bool allSeen = last.entry == size() - 1 && entry(last.entry).isFooter(last.row);
  if (allSeen && end <= m_viewportHeight && !m_follow) {  // the text ends in sight: it ends at the bottom, and is followed
    m_follow = true;
    anchorAtEnd();
    fill();
  }
  dropOutOfSight();
}

void TranscriptLayout::dropOutOfSight() {
  const int first = m_visible.front().entry, last = m_visible.back().entry;
  // The outermost entries in sight may be long: they keep what is near.
  entry(first).dropLayouts(m_visible.front().row - kRowsKept,
                           first == last ? m_visible.back().row + kRowsKept : entry(first).rows());
  if (first != last) entry(last).dropLayouts(0, m_visible.back().row + kRowsKept);
  for (std::size_t i = 0; i < m_warm.size(); ++i) {
    const int index = m_warm[i];
    if (index < first - 1 || index > last + 1) entry(index).dropLayouts(0, -1);
  }
  for (std::size_t tries = m_warm.size(); tries > 0 && m_warm.size() > kMostPrepared; --tries) {
    const int index = m_warm.front();
    m_warm.pop_front();
    const bool near = index >= first - 2 && index <= last + 2;
    if (!near) entry(index).dropPieces();
    if (entry(index).isPrepared()) m_warm.push_back(index);
  }
}

void TranscriptLayout::scrollBy(int delta) {
  if (m_entries.empty()) return;
  m_follow = false;
  clampAnchor();
  moveAnchor(delta);
  update();
  m_follow = offset() + m_viewportHeight >= contentHeight();
}

void TranscriptLayout::scrollTo(std::int64_t offset) {
  if (m_entries.empty()) return;
  const auto index = int(m_heights.at(std::max<std::int64_t>(0, offset)));
  const std::int64_t top = m_heights.before(std::size_t(index));
  const int estimated = entry(index).height();
  TranscriptEntry& wanted = prepared(index);
  // The entry's own height may have changed by being prepared: keep the same part of it.
  auto within = int(std::max<std::int64_t>(0, offset - top));
  if (estimated > 0) within = int(std::int64_t(within) * wanted.height() / estimated);
  int row = 0;
  while (row + 1 < wanted.rows() && within >= wanted.rowHeight(row)) within -= wanted.rowHeight(row++);
  m_anchor = {index, row, within};
  m_follow = false;
  update();
  m_follow = this->offset() + m_viewportHeight >= contentHeight();
}

void TranscriptLayout::reveal(int entryIndex, int row, int within, int height) {
  if (const auto seen = visible(entryIndex, row);
      seen && seen->y + within >= 0 && seen->y + within + height <= m_viewportHeight)
    return;
  prepared(entryIndex);
  m_anchor = {entryIndex, row, 0};
  m_follow = false;
  clampAnchor();
  moveAnchor(within - m_viewportHeight / 3);
  update();
  m_follow = offset() + m_viewportHeight >= contentHeight();
}

std::int64_t TranscriptLayout::offset() const {
  if (m_entries.empty()) return 0;
  const TranscriptEntry& owner = entry(m_anchor.entry);
  return m_heights.before(std::size_t(m_anchor.entry)) + owner.rowTop(m_anchor.row) + m_anchor.above;
}

std::optional<TranscriptLayout::VisibleRow> TranscriptLayout::visible(int entryIndex, int row) const {
  for (const VisibleRow& seen : m_visible)
    if (seen.entry == entryIndex && seen.row == row) return seen;
  return std::nullopt;
}

}  // namespace aiagent::widgets
