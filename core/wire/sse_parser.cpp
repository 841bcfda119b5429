#include "core/wire/sse_parser.h"

#include <algorithm>

namespace aiagent::wire {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestName = 4096;       // of an event's type or id
constexpr std::size_t kKeptCapacity = 1u << 20;  // more than this is given back after an event

void clearAndShrink(std::string& text) {
  text.clear();
  if (text.capacity() > kKeptCapacity) std::string().swap(text);
}

// Finds the line ends of one piece of bytes. Each of the two marks is searched at most once over every byte,
// so a piece full of CRs costs no more than one full of LFs.
class LineEnds {
 public:
  explicit LineEnds(std::string_view bytes)
      : m_bytes(bytes), m_feed(bytes.find('\n')), m_return(bytes.find('\r')) {}

  // Offset of the first CR or LF at or after `from`, npos when there is none. `from` never goes back.
  std::size_t next(std::size_t from) {
    if (m_feed < from) m_feed = m_bytes.find('\n', from);
    if (m_return < from) m_return = m_bytes.find('\r', from);
    return std::min(m_feed, m_return);
  }

 private:
  std::string_view m_bytes;
  std::size_t m_feed, m_return;
};

}  // namespace

SseParser::SseParser(std::size_t longestEvent) : m_longestEvent(longestEvent) {}

void SseParser::feed(std::string_view bytes, const Sink& sink) {
  if (bytes.empty()) return;
  LineEnds ends(bytes);
  std::size_t from = m_afterCarriageReturn && bytes.front() == '\n' ? 1 : 0;
  m_afterCarriageReturn = false;
  while (from < bytes.size()) {
    const auto end = ends.next(from);
    if (end == std::string_view::npos) return keepUnfinished(bytes.substr(from));
    completeLine(bytes.substr(from, end - from), sink);
    from = end + 1;
    if (bytes[end] != '\r') continue;
    if (from == bytes.size())
      m_afterCarriageReturn = true;
    else if (bytes[from] == '\n')
      ++from;
  }
}

void SseParser::finish(const Sink& sink) {
  if (!m_line.empty() || m_lineTooLong) completeLine({}, sink);
  dispatch(sink);
}

void SseParser::keepUnfinished(std::string_view piece) {
  if (m_lineTooLong) return;
  if (m_line.size() + piece.size() <= m_longestEvent) {
    m_line.append(piece);
    return;
  }
  m_lineTooLong = true;
  m_overflowed = true;
  clearAndShrink(m_line);
}

void SseParser::completeLine(std::string_view rest, const Sink& sink) {
  if (m_lineTooLong) {
    m_lineTooLong = false;
    return dropEvent();
  }
  if (m_line.size() + rest.size() > m_longestEvent) {
    clearAndShrink(m_line);
    return dropEvent();
  }
  if (m_line.empty()) return takeLine(rest, sink);
  m_line.append(rest);
  takeLine(m_line, sink);
  clearAndShrink(m_line);
}

void SseParser::takeLine(std::string_view line, const Sink& sink) {
  if (m_atStart) {
    m_atStart = false;
    if (line.substr(0, kByteOrderMark.size()) == kByteOrderMark) line.remove_prefix(kByteOrderMark.size());
  }
  if (line.empty()) return dispatch(sink);
  const auto colon = line.find(':');
  if (colon == 0) return;  // a comment
  const auto field = line.substr(0, colon);
  auto value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
  if (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  if (field == "data")
    takeData(value);
  else if (field == "event" && value.size() <= kLongestName)
    m_type = value;
  else if (field == "id" && value.size() <= kLongestName && value.find('\0') == std::string_view::npos)
    m_id = value;
}

void SseParser::takeData(std::string_view value) {
  if (m_dropping) return;
  if (m_data.size() + value.size() + 1 > m_longestEvent) return dropEvent();
  if (m_hasData) m_data += '\n';
  m_data.append(value);
  m_hasData = true;
}

void SseParser::dispatch(const Sink& sink) {
  if (m_hasData && !m_dropping) sink({m_type, m_data, m_id});
  clearAndShrink(m_data);
  m_type.clear();
  m_hasData = false;
  m_dropping = false;
}

void SseParser::dropEvent() {
  m_overflowed = true;
  m_dropping = true;
  m_atStart = false;
  clearAndShrink(m_data);
}

}  // namespace aiagent::wire
