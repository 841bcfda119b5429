// Lines of several streams as one: LogRepeats drops what a new connection sends again, LogMerger puts the
// lines of several pods into the order of their stamps. Pure; call from one thread.
#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/cluster/logs/log_lines.h"

namespace aiagent::cluster {

// Of one stream. A log is asked for from a whole second on, so that lines of that second come again: they are
// known by stamp and text (contract D12), and dropped as often as they came.
class LogRepeats {
 public:
  // The stream is opened anew from since() on.
  void reopened();
  // False: it came before.
  bool isNew(const LogLine& line);
  // The stamp of the newest line; 0: none came.
  std::int64_t since() const { return m_newest; }

 private:
  struct Seen {
    std::int64_t nanos;
    std::size_t hash;
  };
  std::deque<Seen> m_seen;  // of the newest second
  std::unordered_multimap<std::int64_t, std::size_t> m_expected;
  std::int64_t m_newest = 0;
};

class LogMerger {
 public:
  // A line is held back for so long, in case an older one of another source comes. With one source nothing
  // is.
  explicit LogMerger(base::Milliseconds window = base::Milliseconds(250), std::size_t most = 50'000)
      : m_window(window), m_most(most) {}

  void setSources(std::size_t count) { m_sources = count; }
  void add(LogLine line, base::Instant now);
  // What is due, oldest first. A line that came too late for its place is given all the same.
  std::vector<LogLine> take(base::Instant now);
  std::vector<LogLine> takeAll();
  bool empty() const { return m_held.empty(); }

 private:
  struct Held {
    LogLine line;
    base::Instant came;
  };
  void sort();
  std::vector<LogLine> takeFirst(std::size_t count);

  const base::Milliseconds m_window;
  const std::size_t m_most;
  std::size_t m_sources = 1;
  std::vector<Held> m_held;
  std::size_t m_sorted = 0;  // so many from the beginning are in order
};

}  // namespace aiagent::cluster
