#include "core/authoring/text/hunks.h"

#include <algorithm>

#include "core/base/check.h"

namespace aiagent::authoring {
namespace {

// Counts the lines before places asked for from front to back.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : m_text(text) {}

  std::size_t lineOf(std::size_t offset) {
    CHECK(offset >= m_at && offset <= m_text.size());
    for (; m_at < offset; ++m_at)
      if (m_text[m_at] == '\n' ||
          (m_text[m_at] == '\r' && (m_at + 1 == m_text.size() || m_text[m_at + 1] != '\n')))
        ++m_line;
    return m_line;
  }

 private:
  std::string_view m_text;
  std::size_t m_at = 0, m_line = 1;
};

// Lengths of the first, or last, `count` lines of an unchanged stretch.
std::size_t headOf(const std::vector<std::string_view>& lines, std::size_t count) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < std::min(count, lines.size()); ++i) bytes += lines[i].size();
  return bytes;
}

std::size_t tailOf(const std::vector<std::string_view>& lines, std::size_t count) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < std::min(count, lines.size()); ++i) bytes += lines[lines.size() - 1 - i].size();
  return bytes;
}

void addEqual(Hunk& hunk, std::size_t bytes) {
  if (bytes == 0) return;
  hunk.changes.push_back({ChangeKind::Equal,
                          {hunk.before.end, hunk.before.end + bytes},
                          {hunk.after.end, hunk.after.end + bytes}});
  hunk.before.end += bytes;
  hunk.after.end += bytes;
}

// Equal pieces that touch are one.
void addChanges(Hunk& hunk, const std::vector<Change>& changes) {
  for (const auto& change : changes) {
    if (!hunk.changes.empty() && hunk.changes.back().kind == change.kind) {
      hunk.changes.back().before.end = change.before.end;
      hunk.changes.back().after.end = change.after.end;
    } else {
      hunk.changes.push_back(change);
    }
  }
  hunk.before.end = changes.back().before.end;
  hunk.after.end = changes.back().after.end;
}

void count(std::vector<Hunk>& hunks, std::string_view before, std::string_view after) {
  LineCounter inBefore(before), inAfter(after);
  for (auto& hunk : hunks) {
    hunk.beforeLine = inBefore.lineOf(hunk.before.begin);
    hunk.afterLine = inAfter.lineOf(hunk.after.begin);
  }
}

}  // namespace

std::vector<Hunk> lineHunks(std::string_view before, std::string_view after, std::size_t contextLines) {
  std::vector<Hunk> hunks;
  std::size_t unchangedFrom = 0;
  for (const auto& lines : changedLines(before, after)) {
    const auto between = splitLines(before.substr(unchangedFrom, lines.before.begin - unchangedFrom));
    const bool joins = !hunks.empty() && between.size() <= 2 * contextLines;
    if (!hunks.empty())
      addEqual(hunks.back(), joins ? lines.before.begin - unchangedFrom : headOf(between, contextLines));
    if (!joins) {
      const auto lead = tailOf(between, contextLines);
      const auto fromBefore = lines.before.begin - lead, fromAfter = lines.after.begin - lead;
      hunks.push_back({{fromBefore, fromBefore}, {fromAfter, fromAfter}, 1, 1, {}});
      addEqual(hunks.back(), lead);
    }
    addChanges(hunks.back(), diffWithin(before, after, lines));
    unchangedFrom = lines.before.end;
  }
  if (!hunks.empty()) addEqual(hunks.back(), headOf(splitLines(before.substr(unchangedFrom)), contextLines));
  count(hunks, before, after);
  return hunks;
}

std::vector<Hunk> wordHunks(std::string_view before, std::string_view after) {
  std::vector<Hunk> hunks;
  bool open = false;
  for (const auto& change : diffText(before, after)) {
    if (change.kind == ChangeKind::Equal) {
      open = false;
      continue;
    }
    if (!open) hunks.push_back({change.before, change.after, 1, 1, {}});
    open = true;
    hunks.back().changes.push_back(change);
    hunks.back().before.end = change.before.end;
    hunks.back().after.end = change.after.end;
  }
  count(hunks, before, after);
  return hunks;
}

std::string applyHunks(std::string_view before, std::string_view after, const std::vector<Hunk>& hunks,
                       const std::vector<bool>& chosen) {
  std::string text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < hunks.size(); ++i) {
    const auto& hunk = hunks[i];
    CHECK(hunk.before.begin >= at && hunk.before.end <= before.size() && hunk.after.end <= after.size());
    text.append(before.substr(at, hunk.before.begin - at));
    text.append(i < chosen.size() && chosen[i] ? hunk.after.of(after) : hunk.before.of(before));
    at = hunk.before.end;
  }
  return text.append(before.substr(at));
}

}  // namespace aiagent::authoring
