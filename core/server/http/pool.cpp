#include "core/server/http/pool.h"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>

namespace aiagent::server {

using base::Error;
using base::ErrorCode;
using base::Result;

struct Pool::Waiter {
  explicit Waiter(Loop& loop) : timer(loop) {}
  boost::asio::steady_timer timer;
  bool woken = false;
  Held got;  // none though woken: there is place for a new one
};

Pool::Pool(Loop& loop, WatchList& watches, PoolOptions options, PoolCounts& counts)
    : m_loop(loop), m_watches(watches), m_options(std::move(options)), m_counts(counts) {}

Pool::~Pool() = default;

void Pool::close() {
  m_closed = true;
  m_open -= m_idle.size();
  m_idle.clear();
}

Result<std::vector<Rows>> Pool::run(const std::vector<Statement>& statements, Yield yield) {
  auto held = acquire(yield);
  if (!held) return held.error();
  ++m_counts.inUse;
  auto done = (*held)->run(statements, yield);
  --m_counts.inUse;
  release(std::move(*held));
  return done;
}

Result<Pool::Held> Pool::acquire(Yield yield) {
  // The newest first: those that are not needed stay cold.
  while (!m_idle.empty()) {
    auto connection = std::move(m_idle.back());
    m_idle.pop_back();
    if (connection->isUsable()) return connection;
    --m_open;
  }
  return m_open < m_options.most ? connect(yield) : wait(yield);
}

Result<Pool::Held> Pool::connect(Yield yield) {
  ++m_open;
  auto made = PgConnection::connect(m_loop, m_watches, m_options.connection, yield);
  if (!made) {
    --m_open;
    wakeOne();
  }
  return made;
}

Result<Pool::Held> Pool::wait(Yield yield) {
  if (m_waiting.size() >= m_options.mostWaiting)
    return Error{.code = ErrorCode::RateLimited, .detail = "too many wait for a connection"};
  Waiter waiter(m_loop);
  waiter.timer.expires_after(m_options.longestWait);
  m_waiting.push_back(&waiter);
  ++m_counts.waiting;
  boost::system::error_code ignored;
  waiter.timer.async_wait(yield[ignored]);
  --m_counts.waiting;
  std::erase(m_waiting, &waiter);
  if (waiter.got) return std::move(waiter.got);
  if (waiter.woken) return acquire(yield);
  return Error{.code = ErrorCode::RateLimited, .detail = "no connection became free in time"};
}

void Pool::release(Held connection) {
  if (m_closed || !connection->isUsable()) {
    --m_open;
    connection.reset();
    wakeOne();
    return;
  }
  if (m_waiting.empty()) {
    m_idle.push_back(std::move(connection));
    return;
  }
  auto* waiter = m_waiting.front();
  m_waiting.pop_front();
  waiter->woken = true;
  waiter->got = std::move(connection);
  waiter->timer.cancel();
}

void Pool::wakeOne() {
  if (m_waiting.empty()) return;
  m_waiting.front()->woken = true;
  m_waiting.front()->timer.cancel();
  m_waiting.pop_front();
}

}  // namespace aiagent::server
