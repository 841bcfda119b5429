#include "core/authoring/text/merge.h"

#include <algorithm>
#include <set>

#include "core/authoring/text/likeness.h"
#include "core/authoring/text/sequence_diff.h"
#include "core/authoring/text/symbols.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
// Of the differences that a merge needs, all together: 3 ms for texts of 20 KB, 25 ms for the longest.
constexpr std::size_t kLeastSteps = 100'000, kStepsPerByte = 4, kMostSteps = 4'000'000;

// A stretch of the three texts that all agree on, or that lies between two such.
struct Chunk {
  bool stable = false;
  ByteRange base, mine, theirs;
};

// One text in pieces, with the piece of the base that each belongs to.
struct Side {
  std::vector<std::size_t> offsets;
  std::vector<std::size_t> pieceOfBase;  // per piece of the base; kNone where it is gone
};

Side readSide(const std::vector<std::string_view>& pieces, const std::vector<Match>& matches,
              std::size_t baseSize) {
  Side side{{0}, std::vector<std::size_t>(baseSize, kNone)};
  for (const auto piece : pieces) side.offsets.push_back(side.offsets.back() + piece.size());
  for (const auto& match : matches)
    for (std::size_t i = 0; i < match.length; ++i) side.pieceOfBase[match.a + i] = match.b + i;
  return side;
}

std::vector<Chunk> chunksOf(const std::vector<std::string_view>& basePieces, const Side& mine,
                            const Side& theirs) {
  std::vector<Chunk> chunks;
  std::size_t baseAt = 0, mineAt = 0, theirsAt = 0;  // pieces
  std::size_t baseByte = 0, byte = 0;                // of baseAt, of the piece looked at
  const auto unstableUpTo = [&](std::size_t base, std::size_t mineEnd, std::size_t theirsEnd) {
    if (baseAt < base || mineAt < mineEnd || theirsAt < theirsEnd)
      chunks.push_back({false,
                        {baseByte, byte},
                        {mine.offsets[mineAt], mine.offsets[mineEnd]},
                        {theirs.offsets[theirsAt], theirs.offsets[theirsEnd]}});
  };
  for (std::size_t i = 0; i < basePieces.size(); byte += basePieces[i].size(), ++i) {
    const auto m = mine.pieceOfBase[i], t = theirs.pieceOfBase[i];
    if (m == kNone || t == kNone) continue;
    unstableUpTo(i, m, t);
    const auto end = byte + basePieces[i].size();
    const Chunk stable{true,
                       {byte, end},
                       {mine.offsets[m], mine.offsets[m + 1]},
                       {theirs.offsets[t], theirs.offsets[t + 1]}};
    if (!chunks.empty() && chunks.back().stable) {
      chunks.back().base.end = stable.base.end;
      chunks.back().mine.end = stable.mine.end;
      chunks.back().theirs.end = stable.theirs.end;
    } else {
      chunks.push_back(stable);
    }
    baseAt = i + 1;
    mineAt = m + 1;
    theirsAt = t + 1;
    baseByte = end;
  }
  unstableUpTo(basePieces.size(), mine.offsets.size() - 1, theirs.offsets.size() - 1);
  return chunks;
}

// A text as tokens, and which of them make up each line.
struct TokenText {
  TokenText(std::string_view text, Symbols& lineSymbols, Symbols& tokenSymbols) {
    const auto lines = splitLines(text);
    for (const auto line : lines) {
      const auto more = splitTokens(line);
      tokens.insert(tokens.end(), more.begin(), more.end());
      lineEnds.push_back(tokens.size());
    }
    inLines = lineSymbols.of(lines);
    inTokens = tokenSymbols.of(tokens);
  }
  // Of the first token of that line; behind the last line: of the end.
  std::size_t begin(std::size_t line) const { return line == 0 ? 0 : lineEnds[line - 1]; }

  std::vector<std::string_view> tokens;
  std::vector<std::size_t> lineEnds;  // in tokens
  std::vector<Symbol> inLines, inTokens;
};

// What one side alone has may often lie at several places: "a@ and b@" is "a@" with " and b@" behind it, or
// with "@ and b" within. It is taken to lie as far behind as it can, so that both sides' same words are found
// at the same place of the base, whatever else stands around them.
std::vector<Match> slidBack(const std::vector<Match>& matches, const std::vector<Symbol>& a,
                            const std::vector<Symbol>& b) {
  std::vector<Match> all;
  const auto add = [&all](const Match& next) {
    if (next.length == 0) return;
    if (!all.empty() && all.back().a + all.back().length == next.a &&
        all.back().b + all.back().length == next.b)
      all.back().length += next.length;
    else
      all.push_back(next);
  };
  for (auto next : matches) {
    const auto fromA = all.empty() ? 0 : all.back().a + all.back().length,
               fromB = all.empty() ? 0 : all.back().b + all.back().length;
    const auto onlyA = next.a - fromA, onlyB = next.b - fromB;
    if ((onlyA == 0) != (onlyB == 0)) {
      std::size_t slid = 0;
      while (slid < next.length &&
             (onlyA > 0 ? a[fromA + slid] == a[next.a + slid] : b[fromB + slid] == b[next.b + slid]))
        ++slid;
      add({fromA, fromB, slid});
      next = {next.a + slid, next.b + slid, next.length - slid};
    }
    add(next);
  }
  return all;
}

// Lines that both have belong together as wholes; tokens are held against each other between them alone. Over
// all of the text a line's marks and blanks would go with those of any other line that stands at its place.
CommonParts commonTokens(const TokenText& base, const TokenText& side, std::size_t steps) {
  auto lines = commonParts(base.inLines, side.inLines, {.steps = steps / 2, .uniqueFirst = true});
  CommonParts all{.matches = {}, .steps = lines.steps};
  lines.matches.push_back({base.inLines.size(), side.inLines.size(), 0});
  std::size_t a = 0, b = 0;
  const auto part = [](const std::vector<Symbol>& symbols, std::size_t from, std::size_t to) {
    return std::vector<Symbol>(symbols.begin() + std::ptrdiff_t(from), symbols.begin() + std::ptrdiff_t(to));
  };
  for (const auto& line : lines.matches) {
    const auto aEnd = base.begin(line.a), bEnd = side.begin(line.b);
    const auto between = commonParts(part(base.inTokens, a, aEnd), part(side.inTokens, b, bEnd),
                                     {.steps = steps - std::min(steps, all.steps)});
    all.steps += between.steps;
    for (const auto& match : between.matches) all.matches.push_back({match.a + a, match.b + b, match.length});
    a = base.begin(line.a + line.length);
    b = side.begin(line.b + line.length);
    if (line.length > 0) all.matches.push_back({aEnd, bEnd, a - aEnd});
  }
  all.matches = slidBack(all.matches, base.inTokens, side.inTokens);
  return all;
}

ByteRange shifted(ByteRange range, std::size_t by) {
  return {range.begin + by, range.end + by};
}

bool isBlank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

class Merger {
 public:
  Merger(std::string_view base, std::string_view mine, std::string_view theirs)
      : m_base(base),
        m_mine(mine),
        m_theirs(theirs),
        m_stepsLeft(std::min(kMostSteps,
                             kLeastSteps + kStepsPerByte * (base.size() + mine.size() + theirs.size()))) {}

  TextMerge run() {
    const Chunk all{false, {0, m_base.size()}, {0, m_mine.size()}, {0, m_theirs.size()}};
    for (const auto& chunk : cutByLines(all)) {
      if (keepIfAgreed(chunk)) continue;
      for (const auto& smaller : cutByTokens(chunk))
        if (!keepIfAgreed(smaller)) conflict(smaller);
    }
    return std::move(m_merge);
  }

 private:
  // Both sides get the same budget whatever the other used, or exchanging them would matter.
  std::vector<Chunk> cutByLines(const Chunk& chunk) {
    const auto base = splitLines(chunk.base.of(m_base)), mine = splitLines(chunk.mine.of(m_mine)),
               theirs = splitLines(chunk.theirs.of(m_theirs));
    Symbols symbols;
    const auto inBase = symbols.of(base), inMine = symbols.of(mine), inTheirs = symbols.of(theirs);
    const DiffBudget budget{.steps = m_stepsLeft / 2, .uniqueFirst = true};
    const auto withMine = commonParts(inBase, inMine, budget),
               withTheirs = commonParts(inBase, inTheirs, budget);
    m_stepsLeft -= withMine.steps + withTheirs.steps;
    return placed(chunk, chunksOf(base, readSide(mine, withMine.matches, base.size()),
                                  readSide(theirs, withTheirs.matches, base.size())));
  }

  std::vector<Chunk> cutByTokens(const Chunk& chunk) {
    Symbols lines, tokens;
    const TokenText base(chunk.base.of(m_base), lines, tokens), mine(chunk.mine.of(m_mine), lines, tokens),
        theirs(chunk.theirs.of(m_theirs), lines, tokens);
    const auto withMine = commonTokens(base, mine, m_stepsLeft / 2),
               withTheirs = commonTokens(base, theirs, m_stepsLeft / 2);
    m_stepsLeft -= withMine.steps + withTheirs.steps;
    if (!(areAlike(base.tokens, mine.tokens, withMine.matches) &&
          areAlike(base.tokens, theirs.tokens, withTheirs.matches)))
      return {chunk};
    return placed(chunk, chunksOf(base.tokens, readSide(mine.tokens, withMine.matches, base.tokens.size()),
                                  readSide(theirs.tokens, withTheirs.matches, base.tokens.size())));
  }

  static std::vector<Chunk> placed(const Chunk& whole, std::vector<Chunk> chunks) {
    for (auto& found : chunks) {
      found.base = shifted(found.base, whole.base.begin);
      found.mine = shifted(found.mine, whole.mine.begin);
      found.theirs = shifted(found.theirs, whole.theirs.begin);
    }
    return chunks;
  }

  bool keepIfAgreed(const Chunk& chunk) {
    const auto base = chunk.base.of(m_base), mine = chunk.mine.of(m_mine), theirs = chunk.theirs.of(m_theirs);
    if (mine == theirs || base == mine)
      m_merge.text.append(theirs);
    else if (base == theirs)
      m_merge.text.append(mine);
    else
      return false;
    return true;
  }

  void conflict(const Chunk& chunk) {
    const auto from = m_merge.text.size();
    m_merge.text.append(chunk.theirs.of(m_theirs));
    const TextConflict next{chunk.base, chunk.mine, chunk.theirs, {from, m_merge.text.size()}};
    if (m_merge.conflicts.empty() || !onlyBlanksBetween(m_merge.conflicts.back(), next)) {
      m_merge.conflicts.push_back(next);
      return;
    }
    auto& last = m_merge.conflicts.back();
    last.base.end = next.base.end;
    last.mine.end = next.mine.end;
    last.theirs.end = next.theirs.end;
    last.result.end = next.result.end;
  }

  // Words in conflict one after the other are one conflict, as a person sees it.
  bool onlyBlanksBetween(const TextConflict& last, const TextConflict& next) const {
    const auto between = ByteRange{last.result.end, next.result.begin}.of(m_merge.text);
    return isBlank(between) && ByteRange{last.base.end, next.base.begin}.of(m_base) == between &&
           ByteRange{last.mine.end, next.mine.begin}.of(m_mine) == between &&
           ByteRange{last.theirs.end, next.theirs.begin}.of(m_theirs) == between;
  }

  std::string_view m_base, m_mine, m_theirs;
  std::size_t m_stepsLeft;
  TextMerge m_merge;
};

TextMerge wholeConflict(std::string_view base, std::string_view mine, std::string_view theirs) {
  return {std::string(theirs),
          {{{0, base.size()}, {0, mine.size()}, {0, theirs.size()}, {0, theirs.size()}}},
          true};
}

// Doubled braces that open or close nothing.
std::size_t unbalanced(std::string_view text) {
  std::size_t open = 0, lost = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 1] == '{') {
      ++open;
      ++i;
    } else if (text[i] == '}' && text[i + 1] == '}') {
      if (open > 0)
        --open;
      else
        ++lost;
      ++i;
    }
  }
  return open + lost;
}

bool isSound(std::string_view merged, std::string_view base, std::string_view mine, std::string_view theirs) {
  if (unbalanced(merged) > std::max(unbalanced(mine), unbalanced(theirs))) return false;
  std::set<std::string> known;
  for (const auto text : {base, mine, theirs})
    for (auto& name : domain::variableNames(text)) known.insert(std::move(name));
  const auto names = domain::variableNames(merged);
  return std::all_of(names.begin(), names.end(), [&](const auto& name) { return known.count(name) > 0; });
}

}  // namespace

TextMerge mergeText(std::string_view base, std::string_view mine, std::string_view theirs,
                    const MergeLimits& limits) {
  if (mine == theirs || base == mine) return {std::string(theirs), {}, false};
  if (base == theirs) return {std::string(mine), {}, false};
  if (std::max({base.size(), mine.size(), theirs.size()}) > limits.longestInput)
    return wholeConflict(base, mine, theirs);
  auto merge = Merger(base, mine, theirs).run();
  if (merge.text.size() > limits.longestResult || !isSound(merge.text, base, mine, theirs))
    return wholeConflict(base, mine, theirs);
  return merge;
}

}  // namespace aiagent::authoring
