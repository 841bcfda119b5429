// TranscriptLayout: which rows of which messages are in sight, and where.
//
// Only what is in sight is laid out; all else has estimated heights. The place is held by an anchor (a row
// and how much of it is above the view), never by a sum of estimates: so nothing in sight moves when an
// estimate turns out wrong, when a message above grows, or when more text arrives below.
#pragma once

#include <deque>
#include <optional>
#include <QHash>
#include <QString>
#include <vector>

#include "ui/widgets/transcript/height_index.h"
#include "ui/widgets/transcript/transcript_entry.h"

namespace aiagent::widgets {

// A place in the text of a transcript.
struct TextPosition {
  int entry = 0;
  int row = 1;  // of a piece
  int offset = 0;
  auto operator<=>(const TextPosition&) const = default;
};

class TranscriptLayout {
 public:
  struct VisibleRow {
    int entry = 0;
    int row = 0;
    int y = 0;  // in the viewport
    int height = 0;
    bool operator==(const VisibleRow&) const = default;
  };

  void setStyle(TranscriptStyle style);
  const TranscriptStyle& style() const { return m_style; }
  void setViewport(int width, int height);

  void clear();
  void reset(std::vector<TranscriptMessage> messages);
  void add(TranscriptMessage message);
  int size() const { return int(m_entries.size()); }
  int indexOf(const QString& id) const { return m_index.value(id, -1); }
  TranscriptEntry& entry(int index) { return m_entries[std::size_t(index)]; }
  const TranscriptEntry& entry(int index) const { return m_entries[std::size_t(index)]; }
  // After the entry's text, state, meta or collapse changed. Cheap for what is out of sight.
  void entryChanged(int index);
  // Makes sure that the entry's pieces are there.
  TranscriptEntry& prepared(int index);

  // Brings visibleRows() up to date. Call after every change, once per frame.
  void update();
  const std::vector<VisibleRow>& visibleRows() const { return m_visible; }

  bool followsEnd() const { return m_follow; }
  void followEnd() { m_follow = true; }
  void stopFollowing() { m_follow = false; }
  // Moves the text by exactly `delta` pixels, as far as there is text.
  void scrollBy(int delta);
  // Goes to a place of the scroll bar, which is an estimate for what was never shown.
  void scrollTo(std::int64_t offset);
  // Shows a row with `within` pixels of it above the middle of the view; nothing when that is in sight.
  void reveal(int entry, int row, int within, int height);
  std::int64_t offset() const;
  std::int64_t contentHeight() const { return m_heights.total(); }
  int viewportHeight() const { return m_viewportHeight; }

  const PieceLayout* layout(int entry, int row) { return m_entries[std::size_t(entry)].layout(row, m_style); }
  // Where a row is, if in sight.
  std::optional<VisibleRow> visible(int entry, int row) const;

 private:
  struct Anchor {
    int entry = 0;
    int row = 0;
    int above = 0;  // pixels of the row above the view
  };

  void placeMargins(int index);
  int measure(const Anchor& place);
  bool next(Anchor& place);
  bool previous(Anchor& place);
  void moveAnchor(int delta);
  void anchorAtEnd();
  int fill();
  void clampAnchor();
  void dropOutOfSight();
  void noteHeight(int entry) { m_heights.set(std::size_t(entry), m_entries[std::size_t(entry)].height()); }

  TranscriptStyle m_style;
  int m_viewportHeight = 0;
  std::deque<TranscriptEntry> m_entries;
  QHash<QString, int> m_index;
  HeightIndex m_heights;
  std::vector<VisibleRow> m_visible;
  std::deque<int> m_warm;  // entries with layouts or pieces, in the order they were shown last
  Anchor m_anchor;
  bool m_follow = true;
};

}  // namespace aiagent::widgets
