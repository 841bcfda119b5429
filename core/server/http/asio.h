// The types of Boost.Asio that the server's own .cpp files share. Nothing outside core/server includes this:
// what handlers see is router.h.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/spawn.hpp>
#include <chrono>
#include <list>

namespace aiagent::server {

// One a worker: run by its thread alone, so that nothing in it needs a lock.
using Loop = boost::asio::io_context;
using Yield = boost::asio::yield_context;
using Clock = std::chrono::steady_clock;

// Something with a deadline. A worker looks at all of its own four times a second: a timer a request would
// cost more than the request.
class Watched {
 public:
  virtual ~Watched() = default;
  // Ends what takes too long, by closing or cancelling it.
  virtual void tick(Clock::time_point now) = 0;
};
using WatchList = std::list<Watched*>;

// In the list as long as this lives.
class Watch {
 public:
  Watch(WatchList& list, Watched& watched) : m_list(list), m_at(list.insert(list.end(), &watched)) {}
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() { m_list.erase(m_at); }

 private:
  WatchList& m_list;
  WatchList::iterator m_at;
};

}  // namespace aiagent::server
