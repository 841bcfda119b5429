#include "core/authoring/text/diff.h"

#include <algorithm>

#include "core/authoring/text/likeness.h"
#include "core/authoring/text/sequence_diff.h"
#include "core/authoring/text/symbols.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kIslandShare = 3;  // an equal piece this much shorter than its neighbours goes

// Offsets of the pieces of a text, and its end.
std::vector<std::size_t> offsetsOf(const std::vector<std::string_view>& pieces) {
  std::vector<std::size_t> offsets(1, 0);
  offsets.reserve(pieces.size() + 1);
  for (const auto piece : pieces) offsets.push_back(offsets.back() + piece.size());
  return offsets;
}

void append(std::vector<Change>& changes, ChangeKind kind, ByteRange before, ByteRange after) {
  if (before.empty() && after.empty()) return;
  if (!changes.empty() && changes.back().kind == kind) {
    changes.back().before.end = before.end;
    changes.back().after.end = after.end;
  } else {
    changes.push_back({kind, before, after});
  }
}

void appendReplacement(std::vector<Change>& changes, ByteRange before, ByteRange after) {
  append(changes, ChangeKind::Delete, before, {after.begin, after.begin});
  append(changes, ChangeKind::Insert, {before.end, before.end}, after);
}

// A stretch of tokens that is equal or changed.
struct Stretch {
  bool equal = false;
  ByteRange before, after;

  std::size_t size() const { return std::max(before.size(), after.size()); }
};

struct Words {
  std::vector<std::string_view> before, after;
  std::vector<Match> matches;
};

Words compareWords(std::string_view before, std::string_view after) {
  Words words{splitTokens(before), splitTokens(after), {}};
  Symbols symbols;
  const auto a = symbols.of(words.before), b = symbols.of(words.after);
  words.matches = commonParts(a, b, {}).matches;
  return words;
}

std::vector<Stretch> stretchesOf(const Words& words) {
  const auto before = offsetsOf(words.before), after = offsetsOf(words.after);
  std::vector<Stretch> stretches;
  std::size_t a = 0, b = 0;
  const auto changedUpTo = [&](std::size_t endA, std::size_t endB) {
    if (a < endA || b < endB)
      stretches.push_back({false, {before[a], before[endA]}, {after[b], after[endB]}});
  };
  for (const auto& match : words.matches) {
    changedUpTo(match.a, match.b);
    a = match.a + match.length;
    b = match.b + match.length;
    stretches.push_back({true, {before[match.a], before[a]}, {after[match.b], after[b]}});
  }
  changedUpTo(words.before.size(), words.after.size());
  return stretches;
}

// Whether an equal piece between two changes is better told as part of one change: blanks and marks between
// two words that were replaced, or a small island in a rewritten sentence.
bool isIsland(std::string_view text, const Stretch& left, const Stretch& middle, const Stretch& right) {
  const bool bothReplaced =
      !left.before.empty() && !left.after.empty() && !right.before.empty() && !right.after.empty();
  if (!bothReplaced) return false;
  const auto piece = middle.before.of(text);
  if (piece.find('\n') != std::string_view::npos) return false;
  if (middle.size() * kIslandShare <= std::min(left.size(), right.size())) return true;
  return std::none_of(piece.begin(), piece.end(), [](char c) { return isWordToken({&c, 1}); });
}

std::vector<Stretch> withoutIslands(std::string_view text, const std::vector<Stretch>& stretches) {
  std::vector<Stretch> kept;
  for (const auto& next : stretches) {
    if (const auto n = kept.size();
        n >= 2 && !next.equal && kept[n - 1].equal && isIsland(text, kept[n - 2], kept[n - 1], next)) {
      kept.pop_back();
      kept.back().before.end = next.before.end;
      kept.back().after.end = next.after.end;
    } else {
      kept.push_back(next);
    }
  }
  return kept;
}

template <class Within>
std::vector<Change> alongLines(std::string_view before, std::string_view after, Within within) {
  std::vector<Change> changes;
  std::size_t a = 0, b = 0;
  for (const auto& lines : changedLines(before, after)) {
    append(changes, ChangeKind::Equal, {a, lines.before.begin}, {b, lines.after.begin});
    for (const auto& change : within(lines)) append(changes, change.kind, change.before, change.after);
    a = lines.before.end;
    b = lines.after.end;
  }
  append(changes, ChangeKind::Equal, {a, before.size()}, {b, after.size()});
  return changes;
}

}  // namespace

std::vector<ChangedLines> changedLines(std::string_view before, std::string_view after) {
  if (before == after) return {};
  const auto beforeLines = splitLines(before), afterLines = splitLines(after);
  Symbols symbols;
  const auto a = symbols.of(beforeLines), b = symbols.of(afterLines);
  const auto beforeAt = offsetsOf(beforeLines), afterAt = offsetsOf(afterLines);
  std::vector<ChangedLines> changed;
  Match last;
  const auto changedUpTo = [&](std::size_t endA, std::size_t endB) {
    const auto beginA = last.a + last.length, beginB = last.b + last.length;
    if (beginA < endA || beginB < endB)
      changed.push_back({{beforeAt[beginA], beforeAt[endA]}, {afterAt[beginB], afterAt[endB]}});
  };
  for (const auto& match : commonParts(a, b, {.uniqueFirst = true}).matches) {
    changedUpTo(match.a, match.b);
    last = match;
  }
  changedUpTo(beforeLines.size(), afterLines.size());
  return changed;
}

std::vector<Change> diffWithin(std::string_view before, std::string_view after, const ChangedLines& lines) {
  std::vector<Change> changes;
  if (lines.before.empty() || lines.after.empty()) {
    appendReplacement(changes, lines.before, lines.after);
    return changes;
  }
  const auto a = lines.before.of(before), b = lines.after.of(after);
  const auto words = compareWords(a, b);
  if (!areAlike(words.before, words.after, words.matches)) {
    appendReplacement(changes, lines.before, lines.after);
    return changes;
  }
  const auto shifted = [](ByteRange range, std::size_t by) {
    return ByteRange{range.begin + by, range.end + by};
  };
  for (const auto& stretch : withoutIslands(a, stretchesOf(words))) {
    const auto from = shifted(stretch.before, lines.before.begin);
    const auto to = shifted(stretch.after, lines.after.begin);
    if (stretch.equal)
      append(changes, ChangeKind::Equal, from, to);
    else
      appendReplacement(changes, from, to);
  }
  return changes;
}

std::vector<Change> diffText(std::string_view before, std::string_view after) {
  return alongLines(before, after,
                    [&](const ChangedLines& lines) { return diffWithin(before, after, lines); });
}

std::vector<Change> diffLines(std::string_view before, std::string_view after) {
  return alongLines(before, after, [](const ChangedLines& lines) {
    std::vector<Change> changes;
    appendReplacement(changes, lines.before, lines.after);
    return changes;
  });
}

}  // namespace aiagent::authoring
