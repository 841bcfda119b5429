// Server-sent events (WHATWG HTML, "event stream interpretation"), fed with bytes in any pieces.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace aiagent::wire {

struct SseEvent {
  std::string_view type;   // "" when the stream names none; valid during the callback only
  std::string_view data;   // data lines joined with LF
  std::string_view id;
};

// Lines end with LF, CR or CRLF, also mixed and cut anywhere; a leading byte order mark and comments are
// skipped; an event ends with an empty line. Cost is linear in the bytes, whatever the pieces.
class SseParser {
 public:
  using Sink = std::function<void(const SseEvent&)>;

  // An event longer than `longestEvent` bytes is dropped and `overflowed()` becomes true.
  explicit SseParser(std::size_t longestEvent = 64u << 20);

  void feed(std::string_view bytes, const Sink& sink);
  // The stream has ended: an event without its closing empty line is delivered too (some servers cut it).
  void finish(const Sink& sink);
  bool overflowed() const { return m_overflowed; }

 private:
  void takeLine(std::string_view line, const Sink& sink);
  void dispatch(const Sink& sink);

  std::size_t m_longestEvent;
  std::string m_line;      // an unfinished line
  std::string m_data;
  std::string m_type;
  std::string m_id;
  bool m_hasData = false;
  bool m_afterCarriageReturn = false;
  bool m_atStart = true;
  bool m_overflowed = false;
};

}  // namespace aiagent::wire
