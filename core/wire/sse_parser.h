// Server-sent events (WHATWG HTML, "event stream interpretation"), fed with bytes in any pieces.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace aiagent::wire {

struct SseEvent {
  std::string_view type;  // "" when the stream names none; valid during the callback only
  std::string_view data;  // data lines joined with LF
  std::string_view id;
};

// Lines end with LF, CR or CRLF, also mixed and cut anywhere; a leading byte order mark and comments are
// skipped; an event ends with an empty line. Cost is linear in the bytes, whatever the pieces, and memory is
// at most about twice `longestEvent`; what a long event took is given back after it.
class SseParser {
 public:
  // Must neither feed nor destroy the parser that calls it.
  using Sink = std::function<void(const SseEvent&)>;

  // An event longer than `longestEvent` bytes is dropped whole and `overflowed()` becomes true; the events
  // after it are read again.
  explicit SseParser(std::size_t longestEvent = 64u << 20);

  void feed(std::string_view bytes, const Sink& sink);
  // The stream has ended: an event without its closing empty line is delivered too (some servers cut it).
  void finish(const Sink& sink);
  bool overflowed() const { return m_overflowed; }

 private:
  void keepUnfinished(std::string_view piece);
  void completeLine(std::string_view rest, const Sink& sink);
  void takeLine(std::string_view line, const Sink& sink);
  void takeData(std::string_view value);
  void dispatch(const Sink& sink);
  void dropEvent();

  std::size_t m_longestEvent;
  std::string m_line;  // an unfinished line
  std::string m_data;
  std::string m_type;
  std::string m_id;
  bool m_hasData = false;
  bool m_afterCarriageReturn = false;
  bool m_atStart = true;
  bool m_lineTooLong = false;  // the rest of the unfinished line is skipped
  bool m_dropping = false;     // the event being read is skipped to its end
  bool m_overflowed = false;
};

}  // namespace aiagent::wire
