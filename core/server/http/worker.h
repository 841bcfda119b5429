// Worker: what the connections of one thread share. Nothing in it needs a lock but what is marked.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <string>
#include <unordered_set>

#include "core/server/http/asio.h"
#include "core/server/http/http_server.h"
#include "core/server/http/pool.h"
#include "core/server/rate_limiter.h"

namespace aiagent::server {

class HttpConnection;

// Of all workers; atomic, or never changed.
struct Shared {
  HttpOptions options;
  const Router& router;
  const Authenticator& authenticator;
  Observer& observer;
  RateLimiter addresses{options.ratePerAddress, options.ratePerAddress * 10};
  RateLimiter members{options.ratePerMember, options.ratePerMember * 10};
  boost::asio::thread_pool blocking{2};  // for what waits for a disk
  PoolCounts poolCounts = {};
  std::atomic<int> connections{0};
  std::atomic<int> turnedAway{0};  // above the limit, not yet gone
};

struct Worker {
  explicit Worker(Shared& of);
  // On the worker's thread. Idle connections end now, the others after their answer; `force` ends all.
  void drain(bool force);
  void keepTicking();
  const std::string& date();  // of a Date header

  Shared& shared;
  Loop loop{1};
  WatchList watches;
  std::unordered_set<HttpConnection*> connections;
  Pool pool;
  std::unique_ptr<Pool> replica;
  boost::asio::steady_timer ticker{loop};
  boost::asio::executor_work_guard<Loop::executor_type> work{loop.get_executor()};
  bool draining = false;
  std::string requestPrefix;  // of request ids: no two workers of any server make the same
  std::uint64_t requests = 0;

 private:
  std::string m_date;
  std::time_t m_dateSecond = 0;
};

}  // namespace aiagent::server
