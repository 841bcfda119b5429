// Pool: the connections of one worker to PostgreSQL, bounded, and so is the queue for them.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

#include "core/server/http/pg_connection.h"

namespace aiagent::server {

struct PoolOptions {
  PgOptions connection;
  std::size_t most = 5;
  std::size_t mostWaiting = 64;
  std::chrono::milliseconds longestWait = std::chrono::seconds(5);
};

// Of all workers together; read by the metrics.
struct PoolCounts {
  std::atomic<int> inUse{0};
  std::atomic<int> waiting{0};
};

// Call on the loop's thread alone.
class Pool {
 public:
  Pool(Loop& loop, WatchList& watches, PoolOptions options, PoolCounts& counts);
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool();

  // All of one transaction, on a connection of the pool. Errors: RateLimited (the queue is full, or nothing
  // became free in time), otherwise as PgConnection::connect and run.
  base::Result<std::vector<Rows>> run(const std::vector<Statement>& statements, Yield yield);
  // Those in use go when they come back.
  void close();

 private:
  struct Waiter;
  using Held = std::unique_ptr<PgConnection>;

  base::Result<Held> acquire(Yield yield);
  base::Result<Held> wait(Yield yield);
  base::Result<Held> connect(Yield yield);
  void release(Held connection);
  void wakeOne();

  Loop& m_loop;
  WatchList& m_watches;
  PoolOptions m_options;
  PoolCounts& m_counts;
  std::vector<Held> m_idle;
  std::deque<Waiter*> m_waiting;
  std::size_t m_open = 0;
  bool m_closed = false;
};

}  // namespace aiagent::server
