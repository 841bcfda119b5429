// The part of HttpConnection that waits: for a waker, for other threads, for another server, and for the
// client's end.
#include <sys/socket.h>

#include <atomic>
#include <boost/asio/post.hpp>

#include "core/server/http/http_connection.h"
#include "core/server/http/upstream.h"

namespace aiagent::server {

namespace asio = boost::asio;
using base::Result;

struct HttpConnection::Wakeup : std::enable_shared_from_this<Wakeup> {
  explicit Wakeup(HttpConnection& of) : loop(of.m_worker.loop), connection(&of) {}

  void wake() {
    if (under.exchange(true)) return;
    asio::post(loop, [self = shared_from_this()] {
      self->under = false;
      if (self->connection != nullptr) self->connection->wakeUp();
    });
  }

  Loop& loop;
  HttpConnection* connection;  // looked at on the loop's thread alone
  std::atomic<bool> under{false};
};

HttpConnection::~HttpConnection() {
  m_worker.connections.erase(this);
  if (m_wakeup) m_wakeup->connection = nullptr;
}

void HttpConnection::wakeUp() {
  m_woken = true;
  m_sleep.cancel();
  if (m_gone && m_cancel) m_cancel();
}

std::function<void()> HttpConnection::waker() {
  if (!m_wakeup) m_wakeup = std::make_shared<Wakeup>(*this);
  return [wakeup = m_wakeup] { wakeup->wake(); };
}

// Nobody is expected to send now: what can be read is the connection's end, or the next request.
void HttpConnection::watchClient() {
  if (std::exchange(m_watching, true)) return;
  static_cast<void>(waker());
  m_socket.async_wait(asio::ip::tcp::socket::wait_read,
                      [wakeup = m_wakeup](const boost::system::error_code& error) {
                        if (auto* connection = wakeup->connection) connection->clientMoved(error);
                      });
}

void HttpConnection::clientMoved(const boost::system::error_code& error) {
  m_watching = false;
  char byte = 0;
  const auto got = error ? 1 : ::recv(m_socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  if (got > 0 || (got < 0 && errno == EAGAIN)) return;
  m_gone = true;
  wakeUp();
}

bool HttpConnection::wait(std::chrono::milliseconds longest) {
  if (!m_woken && !m_gone && !m_worker.draining) {
    m_sleep.expires_after(longest);
    boost::system::error_code ignored;
    m_sleep.async_wait(m_yield[ignored]);
  }
  m_woken = false;
  return !m_gone && !m_worker.draining;
}

void HttpConnection::background(const std::function<void()>& work) {
  bool done = false;
  asio::steady_timer end(m_worker.loop, Clock::time_point::max());
  asio::post(m_worker.shared.blocking, [&] {
    work();
    asio::post(m_worker.loop, [&] {
      done = true;
      end.cancel();
    });
  });
  boost::system::error_code ignored;
  while (!done) end.async_wait(m_yield[ignored]);
}

Result<void> HttpConnection::forward(const Upstream& upstream, const UpstreamRequest& request,
                                     const UpstreamHandlers& handlers) {
  if (isBodyRead() && m_buffer.size() == 0) watchClient();
  return upstream.exchange(m_worker.loop, m_worker.watches, m_yield, request, handlers, m_cancel);
}

void HttpConnection::abandon() {
  m_gone = true;
  m_keep = false;
  close();
}

}  // namespace aiagent::server
