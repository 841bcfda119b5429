#include "core/wire/sse_parser.h"

#include <cstring>

namespace aiagent::wire {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

SseParser::SseParser(std::size_t longestEvent) : m_longestEvent(longestEvent) {}

void SseParser::feed(std::string_view bytes, const Sink& sink) {
  while (!bytes.empty()) {
    if (m_afterCarriageReturn) {
      m_afterCarriageReturn = false;
      if (bytes.front() == '\n') {
        bytes.remove_prefix(1);
        continue;
      }
    }
    const auto end = bytes.find_first_of("\r\n");
    if (end == std::string_view::npos) {
      if (m_line.size() + bytes.size() <= m_longestEvent)
        m_line.append(bytes);
      else
        m_overflowed = true;
      return;
    }
    m_afterCarriageReturn = bytes[end] == '\r';
    if (m_line.empty()) {
      takeLine(bytes.substr(0, end), sink);
    } else {
      m_line.append(bytes.substr(0, end));
      takeLine(m_line, sink);
      m_line.clear();
    }
    bytes.remove_prefix(end + 1);
  }
}

void SseParser::finish(const Sink& sink) {
  if (!m_line.empty()) takeLine(m_line, sink);
  m_line.clear();
  dispatch(sink);
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
  if (field == "data") {
    if (m_data.size() + value.size() > m_longestEvent) {
      m_overflowed = true;
      return;
    }
    if (m_hasData) m_data += '\n';
    m_data.append(value);
    m_hasData = true;
  } else if (field == "event") {
    m_type = value;
  } else if (field == "id" && value.find('\0') == std::string_view::npos) {
    m_id = value;
  }
}

void SseParser::dispatch(const Sink& sink) {
  if (m_hasData) sink({m_type, m_data, m_id});
  m_data.clear();
  m_type.clear();
  m_hasData = false;
}

}  // namespace aiagent::wire
