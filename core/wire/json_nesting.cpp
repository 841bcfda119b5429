#include "core/wire/json_nesting.h"

#include <bit>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace aiagent::wire {
namespace {

constexpr std::size_t kBlock = 64;

// One bit a byte of a block, the first byte lowest.
struct Marks {
  std::uint64_t quotes = 0, backslashes = 0, opening = 0, closing = 0;
};

Marks marksOf(const char* text) {
  Marks marks;
#ifdef __SSE2__
  for (int part = 0; part < 4; ++part) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + part * 16));
    const auto folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));  // "[" is "{" but for this bit, "]" is "}"
    const auto equal = [part](__m128i of, char wanted) {
      return std::uint64_t(unsigned(_mm_movemask_epi8(_mm_cmpeq_epi8(of, _mm_set1_epi8(wanted)))))
             << (part * 16);
    };
    marks.quotes |= equal(bytes, '"');
    marks.backslashes |= equal(bytes, '\\');
    marks.opening |= equal(folded, '{');
    marks.closing |= equal(folded, '}');
  }
#else
  for (std::size_t at = 0; at < kBlock; ++at) {
    const auto bit = std::uint64_t(1) << at;
    if (text[at] == '"') marks.quotes |= bit;
    if (text[at] == '\\') marks.backslashes |= bit;
    if ((text[at] | 0x20) == '{') marks.opening |= bit;
    if ((text[at] | 0x20) == '}') marks.closing |= bit;
  }
#endif
  return marks;
}

// Each bit becomes the parity of the bits up to it: from quotes to what lies between them.
std::uint64_t between(std::uint64_t quotes) {
  for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
  return quotes;
}

}  // namespace

// The bytes that stand behind a backslash, of which each takes away the meaning of one.
std::uint64_t JsonNesting::escapedIn(std::uint64_t backslashes) {
  std::uint64_t escaped = m_escaped ? 1 : 0;
  backslashes &= ~escaped;
  m_escaped = false;
  while (backslashes != 0) {
    const auto next = backslashes & (~backslashes + 1);
    m_escaped = next >> 63 != 0;
    escaped |= next << 1;
    backslashes &= ~(next | next << 1);
  }
  return escaped;
}

// The offset behind the end of the value, 0 when it is not in this block.
std::size_t JsonNesting::endInBlock(const char* text) {
  const auto marks = marksOf(text);
  const auto inText =
      between(marks.quotes & ~escapedIn(marks.backslashes)) ^ (m_inText ? ~std::uint64_t(0) : 0);
  m_inText = inText >> 63 != 0;
  auto opening = marks.opening & ~inText, closing = marks.closing & ~inText;
  const auto closed = std::size_t(std::popcount(closing));
  if (closed < m_depth) {
    m_depth += std::size_t(std::popcount(opening)) - closed;
    return 0;
  }
  for (auto brackets = opening | closing; brackets != 0; brackets &= brackets - 1) {
    const auto at = std::countr_zero(brackets);
    if (opening >> at & 1)
      ++m_depth;
    else if (--m_depth == 0)
      return std::size_t(at) + 1;
  }
  return 0;
}

std::size_t JsonNesting::endIn(std::string_view bytes) {
  std::size_t at = 0;
  for (; at + kBlock <= bytes.size(); at += kBlock)
    if (const auto end = endInBlock(bytes.data() + at)) return at + end;
  for (; at < bytes.size(); ++at)
    if (endsWith(bytes[at])) return at + 1;
  return std::string_view::npos;
}

bool JsonNesting::endsWith(char each) {
  if (m_escaped) {
    m_escaped = false;
  } else if (each == '\\') {
    m_escaped = true;
  } else if (each == '"') {
    m_inText = !m_inText;
  } else if (!m_inText && (each == '{' || each == '[')) {
    ++m_depth;
  } else if (!m_inText && (each == '}' || each == ']')) {
    return --m_depth == 0;
  }
  return false;
}

}  // namespace aiagent::wire
