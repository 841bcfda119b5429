#include "ui/widgets/transcript/transcript_search.h"

#include <algorithm>
#include <QElapsedTimer>

namespace aiagent::widgets {

void TranscriptSearch::begin(const QString& text) {
  clear();
  m_text = text;
}

void TranscriptSearch::clear() {
  m_text.clear();
  m_searched = 0;
  m_stale.clear();
  m_matches.clear();
  m_count = 0;
}

void TranscriptSearch::invalidate(int entry) {
  if (!isActive() || entry >= m_searched) return;
  if (std::find(m_stale.begin(), m_stale.end(), entry) == m_stale.end()) m_stale.push_back(entry);
}

bool TranscriptSearch::step(TranscriptLayout& layout, int milliseconds) {
  if (!isActive()) return false;
  QElapsedTimer clock;
  clock.start();
  while (!m_stale.empty()) {
    const int index = m_stale.back();
    m_stale.pop_back();
    if (index < layout.size()) searchEntry(layout, index);
  }
  while (m_searched < layout.size() && clock.elapsed() < milliseconds) searchEntry(layout, m_searched++);
  return m_searched < layout.size();
}

void TranscriptSearch::searchEntry(TranscriptLayout& layout, int index) {
  const bool wasPrepared = layout.entry(index).isPrepared();
  TranscriptEntry& entry = layout.prepared(index);
  std::vector<TranscriptMatch> found;
  for (int row = 1; row + 1 < entry.rows(); ++row) {
    const QString& text = entry.pieces()[std::size_t(row - 1)].text;
    for (auto at = text.indexOf(m_text, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(m_text, at + m_text.size(), Qt::CaseInsensitive))
      found.push_back({{index, row, int(at)}, int(m_text.size())});
  }
  if (!wasPrepared) entry.dropPieces();
  m_count -= int(m_matches[index].size());
  m_count += int(found.size());
  if (found.empty()) {
    m_matches.erase(index);
  } else {
    m_matches[index] = std::move(found);
  }
}

std::optional<TranscriptMatch> TranscriptSearch::next(const TextPosition& from, int direction) const {
  if (m_matches.empty()) return std::nullopt;
  const auto before = [](const TranscriptMatch& match, const TextPosition& place) {
    return match.at < place;
  };
  if (direction > 0) {
    for (auto entry = m_matches.lower_bound(from.entry); entry != m_matches.end(); ++entry) {
      const auto found = std::lower_bound(entry->second.begin(), entry->second.end(), from, before);
      if (found != entry->second.end()) return *found;
    }
    return m_matches.begin()->second.front();
  }
  for (auto entry = m_matches.upper_bound(from.entry); entry != m_matches.begin();) {
    --entry;
    const auto found = std::lower_bound(entry->second.begin(), entry->second.end(), from, before);
    if (found != entry->second.begin()) return *std::prev(found);
  }
  return m_matches.rbegin()->second.back();
}

int TranscriptSearch::numberOf(const TranscriptMatch& match) const {
  int number = 0;
  for (const auto& [entry, found] : m_matches) {
    if (entry == match.at.entry)
      return number + 1 + int(std::lower_bound(found.begin(), found.end(), match) - found.begin());
    number += int(found.size());
  }
  return 0;
}

std::vector<TextRange> TranscriptSearch::inRow(int entry, int row) const {
  std::vector<TextRange> ranges;
  const auto found = m_matches.find(entry);
  if (found == m_matches.end()) return ranges;
  for (const TranscriptMatch& match : found->second)
    if (match.at.row == row) ranges.push_back({match.at.offset, match.length});
  return ranges;
}

}  // namespace aiagent::widgets
