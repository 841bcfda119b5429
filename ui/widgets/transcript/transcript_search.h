// TranscriptSearch: finds a text in all messages, a slice of time at once.
#pragma once

#include <map>
#include <optional>
#include <QString>
#include <vector>

#include "ui/widgets/transcript/transcript_layout.h"

namespace aiagent::widgets {

struct TranscriptMatch {
  TextPosition at;
  int length = 0;
  auto operator<=>(const TranscriptMatch&) const = default;
};

class TranscriptSearch {
 public:
  // Case does not matter. Empty: nothing is searched.
  void begin(const QString& text);
  const QString& text() const { return m_text; }
  bool isActive() const { return !m_text.isEmpty(); }
  // Searches some more messages, for about `milliseconds`. False when all are searched.
  bool step(TranscriptLayout& layout, int milliseconds);
  bool isComplete(const TranscriptLayout& layout) const {
    return m_searched >= layout.size() && m_stale.empty();
  }
  // A message changed: it is searched again.
  void invalidate(int entry);
  void clear();

  int count() const { return m_count; }
  // The match before or behind a place, around the end; nothing when none is known.
  std::optional<TranscriptMatch> next(const TextPosition& from, int direction) const;
  // Its number, from 1.
  int numberOf(const TranscriptMatch& match) const;
  std::vector<TextRange> inRow(int entry, int row) const;

 private:
  void searchEntry(TranscriptLayout& layout, int index);

  QString m_text;
  int m_searched = 0;
  std::vector<int> m_stale;
  std::map<int, std::vector<TranscriptMatch>> m_matches;  // by entry
  int m_count = 0;
};

}  // namespace aiagent::widgets
