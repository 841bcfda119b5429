#include "core/authoring/text/sequence_diff.h"

#include <algorithm>
#include <optional>

namespace aiagent::authoring {
namespace {

struct Box {
  std::size_t aBegin, aEnd, bBegin, bEnd;

  std::size_t aSize() const { return aEnd - aBegin; }
  std::size_t bSize() const { return bEnd - bBegin; }
};

// How often a symbol was seen within a box, and where last.
struct Seen {
  std::uint32_t inA = 0, inB = 0;
  std::size_t atB = 0;
};

class Differ {
 public:
  Differ(const std::vector<Symbol>& a, const std::vector<Symbol>& b, const DiffBudget& budget)
      : m_a(a), m_b(b), m_budget(budget), m_stepsLeft(budget.steps) {
    Symbol most = 0;
    for (const auto* side : {&a, &b})
      for (const auto symbol : *side) most = std::max(most, symbol);
    m_seen.resize(std::size_t{most} + 1);
  }

  std::vector<Match> run() {
    m_boxes.push_back({0, m_a.size(), 0, m_b.size()});
    while (!m_boxes.empty()) {
      auto box = m_boxes.back();
      m_boxes.pop_back();
      trim(box);
      if (box.aSize() > 0 && box.bSize() > 0) cut(box);
    }
    return inOrder();
  }

  std::size_t stepsUsed() const { return m_budget.steps - m_stepsLeft; }

 private:
  void match(std::size_t a, std::size_t b, std::size_t length) {
    if (length > 0) m_matches.push_back({a, b, length});
  }

  void spend(std::size_t steps) { m_stepsLeft -= std::min(m_stepsLeft, steps); }

  void trim(Box& box) {
    const auto shorter = std::min(box.aSize(), box.bSize());
    std::size_t front = 0;
    while (front < shorter && m_a[box.aBegin + front] == m_b[box.bBegin + front]) ++front;
    match(box.aBegin, box.bBegin, front);
    box.aBegin += front;
    box.bBegin += front;
    std::size_t back = 0;
    while (back < shorter - front && m_a[box.aEnd - 1 - back] == m_b[box.bEnd - 1 - back]) ++back;
    box.aEnd -= back;
    box.bEnd -= back;
    match(box.aEnd, box.bEnd, back);
  }

  void cut(const Box& box) {
    if (m_stepsLeft == 0) return;
    if (m_budget.uniqueFirst && cutAtUnique(box)) return;
    cutInTheMiddle(box);
  }

  // Cuts at the longest ascending chain of symbols that occur once in either side of the box.
  bool cutAtUnique(const Box& box) {
    spend(box.aSize() + box.bSize());
    for (auto i = box.aBegin; i < box.aEnd; ++i) ++m_seen[m_a[i]].inA;
    for (auto j = box.bBegin; j < box.bEnd; ++j) {
      auto& seen = m_seen[m_b[j]];
      ++seen.inB;
      seen.atB = j;
    }
    std::vector<Match> unique;
    for (auto i = box.aBegin; i < box.aEnd; ++i)
      if (const auto& seen = m_seen[m_a[i]]; seen.inA == 1 && seen.inB == 1)
        unique.push_back({i, seen.atB, 1});
    for (auto i = box.aBegin; i < box.aEnd; ++i) m_seen[m_a[i]] = {};
    for (auto j = box.bBegin; j < box.bEnd; ++j) m_seen[m_b[j]] = {};
    if (unique.empty()) return false;
    pushBetween(box, ascending(unique));
    return true;
  }

  // The longest subsequence with rising b (patience sorting); of several the one found first.
  static std::vector<Match> ascending(const std::vector<Match>& matches) {
    std::vector<std::size_t> tops, before(matches.size());
    constexpr auto kNone = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const auto pile = std::lower_bound(tops.begin(), tops.end(), matches[i].b,
                                         [&](std::size_t top, std::size_t b) { return matches[top].b < b; });
      before[i] = pile == tops.begin() ? kNone : *std::prev(pile);
      if (pile == tops.end())
        tops.push_back(i);
      else
        *pile = i;
    }
    std::vector<Match> chain;
    for (auto i = tops.back(); i != kNone; i = before[i]) chain.push_back(matches[i]);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  void pushBetween(const Box& box, const std::vector<Match>& anchors) {
    std::size_t a = box.aBegin, b = box.bBegin;
    for (const auto& anchor : anchors) {
      match(anchor.a, anchor.b, anchor.length);
      m_boxes.push_back({a, anchor.a, b, anchor.b});
      a = anchor.a + anchor.length;
      b = anchor.b + anchor.length;
    }
    m_boxes.push_back({a, box.aEnd, b, box.bEnd});
  }

  struct Snake {
    std::size_t a, b, length;
  };

  void cutInTheMiddle(const Box& box) {
    if (const auto snake = middleSnake(box)) {
      match(box.aBegin + snake->a, box.bBegin + snake->b, snake->length);
      const auto a = box.aBegin + snake->a, b = box.bBegin + snake->b;
      m_boxes.push_back({a + snake->length, box.aEnd, b + snake->length, box.bEnd});
      m_boxes.push_back({box.aBegin, a, box.bBegin, b});
      return;
    }
    if (m_stepsLeft == 0) return;
    if (!m_budget.uniqueFirst && cutAtUnique(box)) return;
    cutAtFurthest(box);
  }

  // The middle of a shortest edit script, from a search from both ends at once; none when it is further than
  // `reach` edits or the steps are used up. Diagonals k = a - b of either search are kept at k + m_centre.
  std::optional<Snake> middleSnake(const Box& box) {
    const auto n = static_cast<std::ptrdiff_t>(box.aSize()), m = static_cast<std::ptrdiff_t>(box.bSize());
    const auto most = std::min((n + m + 1) / 2, static_cast<std::ptrdiff_t>(m_budget.reach));
    m_centre = most + 1;
    m_forward.assign(static_cast<std::size_t>(2 * most + 3), 0);
    m_backward.assign(static_cast<std::size_t>(2 * most + 3), 0);
    for (std::ptrdiff_t edits = 0; edits <= most && m_stepsLeft > 0; ++edits) {
      m_reached = edits;
      if (const auto snake = extend<true>(box, edits)) return snake;
      if (const auto snake = extend<false>(box, edits)) return snake;
    }
    return std::nullopt;
  }

  template <bool kForward>
  std::optional<Snake> extend(const Box& box, std::ptrdiff_t edits) {
    const auto n = static_cast<std::ptrdiff_t>(box.aSize()), m = static_cast<std::ptrdiff_t>(box.bSize());
    auto& own = kForward ? m_forward : m_backward;
    const auto& other = kForward ? m_backward : m_forward;
    const bool odd = ((n + m) & 1) != 0;
    const auto slot = [&](std::ptrdiff_t k) { return static_cast<std::size_t>(k + m_centre); };
    const auto lowest = -(edits - 2 * std::max<std::ptrdiff_t>(0, edits - m));
    const auto highest = edits - 2 * std::max<std::ptrdiff_t>(0, edits - n);
    for (auto k = lowest; k <= highest; k += 2) {
      const bool down = k == -edits || (k != edits && own[slot(k - 1)] < own[slot(k + 1)]);
      std::ptrdiff_t a = down ? own[slot(k + 1)] : own[slot(k - 1)] + 1;
      const auto from = a;
      while (a < n && a - k < m && same<kForward>(box, a, a - k)) ++a;
      own[slot(k)] = a;
      spend(static_cast<std::size_t>(1 + a - from));
      const auto z = n - m - k, limit = kForward ? edits - 1 : edits;
      if (odd != kForward || z < -limit || z > limit || a + other[slot(z)] < n) continue;
      const auto length = static_cast<std::size_t>(a - from);
      if (kForward) return Snake{static_cast<std::size_t>(from), static_cast<std::size_t>(from - k), length};
      return Snake{static_cast<std::size_t>(n - a), static_cast<std::size_t>(m - (a - k)), length};
    }
    return std::nullopt;
  }

  template <bool kForward>
  bool same(const Box& box, std::ptrdiff_t a, std::ptrdiff_t b) const {
    const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
    return kForward ? m_a[box.aBegin + i] == m_b[box.bBegin + j]
                    : m_a[box.aEnd - 1 - i] == m_b[box.bEnd - 1 - j];
  }

  // Where the search from the front came furthest; what lies before that point is within reach.
  void cutAtFurthest(const Box& box) {
    const auto n = static_cast<std::ptrdiff_t>(box.aSize()), m = static_cast<std::ptrdiff_t>(box.bSize());
    std::ptrdiff_t bestA = 0, bestB = 0;
    for (auto k = -m_reached; k <= m_reached; k += 2) {
      const auto a = m_forward[static_cast<std::size_t>(k + m_centre)], b = a - k;
      if (a > n || b > m || b < 0 || a + b <= bestA + bestB) continue;
      bestA = a;
      bestB = b;
    }
    if (bestA + bestB == 0 || bestA + bestB == n + m) return;
    const auto a = box.aBegin + static_cast<std::size_t>(bestA),
               b = box.bBegin + static_cast<std::size_t>(bestB);
    m_boxes.push_back({a, box.aEnd, b, box.bEnd});
    m_boxes.push_back({box.aBegin, a, box.bBegin, b});
  }

  std::vector<Match> inOrder() {
    std::sort(m_matches.begin(), m_matches.end(), [](const Match& x, const Match& y) { return x.a < y.a; });
    std::vector<Match> joined;
    for (const auto& next : m_matches) {
      if (!joined.empty() && joined.back().a + joined.back().length == next.a &&
          joined.back().b + joined.back().length == next.b)
        joined.back().length += next.length;
      else
        joined.push_back(next);
    }
    return joined;
  }

  const std::vector<Symbol>& m_a;
  const std::vector<Symbol>& m_b;
  const DiffBudget m_budget;
  std::size_t m_stepsLeft;
  std::vector<Seen> m_seen;
  std::vector<Box> m_boxes;
  std::vector<Match> m_matches;
  std::vector<std::ptrdiff_t> m_forward, m_backward;
  std::ptrdiff_t m_centre = 0, m_reached = 0;
};

// What occurs on one side only matches nothing and is left out of the search: unrelated texts cost little.
struct Kept {
  std::vector<Symbol> symbols;
  std::vector<std::size_t> places;
};

Kept keepKnown(const std::vector<Symbol>& from, const std::vector<Symbol>& other) {
  Symbol most = 0;
  for (const auto symbol : other) most = std::max(most, symbol);
  std::vector<bool> known(std::size_t{most} + 1);
  for (const auto symbol : other) known[symbol] = true;
  Kept kept;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i] > most || !known[from[i]]) continue;
    kept.symbols.push_back(from[i]);
    kept.places.push_back(i);
  }
  return kept;
}

}  // namespace

CommonParts commonParts(const std::vector<Symbol>& a, const std::vector<Symbol>& b,
                        const DiffBudget& budget) {
  CommonParts parts;
  if (a.empty() || b.empty()) return parts;
  const auto keptA = keepKnown(a, b), keptB = keepKnown(b, a);
  if (keptA.symbols.empty()) return parts;
  Differ differ(keptA.symbols, keptB.symbols, budget);
  auto& matches = parts.matches;
  for (const auto& common : differ.run()) {
    for (std::size_t i = 0; i < common.length; ++i) {
      const auto atA = keptA.places[common.a + i], atB = keptB.places[common.b + i];
      if (!matches.empty() && matches.back().a + matches.back().length == atA &&
          matches.back().b + matches.back().length == atB)
        ++matches.back().length;
      else
        matches.push_back({atA, atB, 1});
    }
  }
  parts.steps = differ.stepsUsed();
  return parts;
}

}  // namespace aiagent::authoring
