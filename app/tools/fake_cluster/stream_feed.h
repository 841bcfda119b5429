// StreamFeed: which lines of a stream are due. Knows no socket.
#pragma once

#include <string>
#include <vector>

#include "app/tools/fake_cluster/responder.h"

namespace aiagent::fake_cluster {

class StreamFeed {
 public:
  enum class Next {
    Goes,  // on
    Ends,  // as a server ends it
    Cut,   // as a broken connection
  };

  // `speed`: how many times faster than it was recorded.
  StreamFeed(StreamPlan plan, const Recordings& recordings, double speed, const Orders& orders,
             Steady::time_point now);

  // Adds what is due to `lines`.
  Next take(const Orders& orders, Steady::time_point now, std::vector<std::string>& lines);

 private:
  int millisSince(Steady::time_point begin, Steady::time_point now) const;
  void takeReplay(Steady::time_point now, std::vector<std::string>& lines);
  void takeLive(const Orders& orders, Steady::time_point now, std::vector<std::string>& lines);
  void takeLog(const Orders& orders, Steady::time_point now, std::vector<std::string>& lines);
  std::string bookmark() const;

  StreamPlan m_plan;
  const Recordings& m_recordings;
  const double m_speed;
  const Steady::time_point m_begin;
  Steady::time_point m_bookmarked;
  const int m_cuts;  // when it began
  std::size_t m_replayed = 0;
  int m_logged = -1;  // the next line of a log
  int m_told = 0;
  bool m_started = false;
};

}  // namespace aiagent::fake_cluster
