#include "core/server/http/http_server.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>
#include <charconv>
#include <csignal>
#include <optional>
#include <random>
#include <thread>
#include <vector>

#include "core/server/http/http_connection.h"
#include "core/server/http/listening.h"

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using base::Result;

constexpr auto kTick = std::chrono::milliseconds(250);
// Of a coroutine. Pages that are never touched cost nothing, and behind the last one is one that may not be.
constexpr std::size_t kStack = 256u << 10;

constexpr int kMostTurnedAway = 256;

constexpr std::string_view kFull =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nRetry-After: 2\r\nConnection: "
    "close\r\n"
    "Content-Length: 85\r\n\r\n"
    "{\"error\":\"busy\",\"message\":\"The server has too many connections; try again later on.\"}";

PoolOptions poolOf(const HttpOptions& options, const base::SecretString& url) {
  return {.connection = {.url = url, .statementTimeout = options.statementTimeout},
          .most = std::max<std::size_t>(1, options.poolSize / options.threads),
          .mostWaiting = std::max<std::size_t>(1, options.poolQueue / options.threads),
          .longestWait = options.poolWait};
}

std::string randomPrefix() {
  std::random_device device;
  std::array<char, 16> digits{};
  const auto value = (std::uint64_t(device()) << 32) | device();
  const auto* end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 36).ptr;
  return std::string(digits.data(), std::size_t(end - digits.data())) + "-";
}

}  // namespace

Worker::Worker(Shared& of)
    : shared(of),
      pool(loop, watches, poolOf(of.options, of.options.databaseUrl), of.poolCounts),
      requestPrefix(randomPrefix()) {
  if (!of.options.replicaUrl.empty())
    replica = std::make_unique<Pool>(loop, watches, poolOf(of.options, of.options.replicaUrl), of.poolCounts);
}

void Worker::drain(bool force) {
  draining = true;
  const auto all = connections;
  for (auto* connection : all) connection->finish(force);
  // Whatever has a deadline is late now, statements too.
  if (force)
    for (auto at = watches.begin(); at != watches.end();) (*at++)->tick(Clock::time_point::max());
  pool.close();
  if (replica) replica->close();
}

void Worker::keepTicking() {
  ticker.expires_after(kTick);
  ticker.async_wait([this](const boost::system::error_code& error) {
    if (error) return;
    const auto now = Clock::now();
    for (auto at = watches.begin(); at != watches.end();) (*at++)->tick(now);
    if (!draining || !connections.empty()) keepTicking();
  });
}

const std::string& Worker::date() {
  const auto now = std::time(nullptr);
  if (now != m_dateSecond) {
    m_dateSecond = now;
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    m_date.assign(text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
  }
  return m_date;
}

struct HttpServer::State {
  State(HttpOptions options, const Router& router, const Authenticator& authenticator, Observer& observer)
      : shared{std::move(options), router, authenticator, observer} {
    for (std::size_t i = 0; i < shared.options.threads; ++i)
      workers.push_back(std::make_unique<Worker>(shared));
    acceptor.emplace(workers.front()->loop);
    signals.emplace(workers.front()->loop, SIGTERM, SIGINT);
    drainLimit.emplace(workers.front()->loop);
    acceptPause.emplace(workers.front()->loop);
  }

  void accept();
  void accepted(tcp::socket socket, Worker& worker);
  void turnAway(tcp::socket socket, Worker& worker);
  void drain();
  void onAll(const std::function<void(Worker&)>& what) {
    for (auto& worker : workers) asio::post(worker->loop, [what, &one = *worker] { what(one); });
  }

  Shared shared;
  std::vector<std::unique_ptr<Worker>> workers;
  std::optional<tcp::acceptor> acceptor;
  std::optional<asio::signal_set> signals;
  std::optional<asio::steady_timer> drainLimit;
  std::optional<asio::steady_timer> acceptPause;
  std::size_t next = 0;
  bool draining = false;
};

void HttpServer::State::accept() {
  auto& worker = *workers[next++ % workers.size()];
  acceptor->async_accept(worker.loop,
                         [this, &worker](const boost::system::error_code& error, tcp::socket socket) {
                           if (draining) return;
                           if (!error) accepted(std::move(socket), worker);
                           if (!error) return accept();
                           // Out of descriptors, most likely: the next attempt would fail as fast.
                           acceptPause->expires_after(std::chrono::milliseconds(100));
                           acceptPause->async_wait([this](const boost::system::error_code& stopped) {
                             if (!stopped && !draining) accept();
                           });
                         });
}

// Without a coroutine; the words fit into the socket's buffer. What the client sent must be read before the
// socket is closed, or it would get a reset instead.
void HttpServer::State::turnAway(tcp::socket socket, Worker& worker) {
  static_cast<void>(::send(socket.native_handle(), kFull.data(), kFull.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
  if (shared.turnedAway >= kMostTurnedAway) return;
  struct Farewell {
    tcp::socket socket;
    asio::steady_timer limit;
    std::array<char, 4096> dropped;
  };
  ++shared.turnedAway;
  const auto last = std::shared_ptr<Farewell>(
      new Farewell{std::move(socket), asio::steady_timer(worker.loop, std::chrono::seconds(1)), {}},
      [this](Farewell* farewell) {
        --shared.turnedAway;
        delete farewell;
      });
  asio::post(worker.loop, [last] {
    boost::system::error_code ignored;
    last->socket.shutdown(tcp::socket::shutdown_send, ignored);
    last->socket.async_read_some(asio::buffer(last->dropped), [last](const boost::system::error_code&,
                                                                     std::size_t) { last->limit.cancel(); });
    last->limit.async_wait([last](const boost::system::error_code&) {
      boost::system::error_code closed;
      last->socket.close(closed);
    });
  });
}

void HttpServer::State::accepted(tcp::socket socket, Worker& worker) {
  if (std::size_t(shared.connections) >= shared.options.mostConnections) {
    return turnAway(std::move(socket), worker);
  }
  ++shared.connections;
  const auto serve = [this, &worker, socket = std::make_shared<tcp::socket>(std::move(socket))](Yield yield) {
    HttpConnection(worker, std::move(*socket), std::move(yield)).serve();
    --shared.connections;
    // Who drains waits for the last one there.
    if (worker.draining) asio::post(workers.front()->loop, [] {});
  };
  asio::post(worker.loop, [&worker, serve] {
    asio::spawn(worker.loop, std::allocator_arg, boost::context::protected_fixedsize_stack(kStack), serve,
                asio::detached);
  });
}

void HttpServer::State::drain() {
  if (draining) return;
  draining = true;
  boost::system::error_code ignored;
  acceptor->close(ignored);
  signals->cancel(ignored);
  acceptPause->cancel();
  onAll([](Worker& worker) {
    worker.drain(false);
    worker.work.reset();
  });
  drainLimit->expires_after(shared.options.drainTimeout);
  drainLimit->async_wait([this](const boost::system::error_code& error) {
    if (!error) onAll([](Worker& worker) { worker.drain(true); });
  });
}

HttpServer::HttpServer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::listen(HttpOptions options, const Router& router,
                                                       const Authenticator& authenticator,
                                                       Observer& observer) {
  if (options.threads == 0) options.threads = std::max(1u, std::thread::hardware_concurrency());
  auto state = std::make_unique<State>(std::move(options), router, authenticator, observer);
  if (auto opened = listenOn(*state->acceptor, state->shared.options.address, state->shared.options.port);
      !opened)
    return opened.error();
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

int HttpServer::port() const {
  boost::system::error_code ignored;
  return m_state->acceptor->local_endpoint(ignored).port();
}

ServerCounts HttpServer::counts() const {
  const auto& shared = m_state->shared;
  return {shared.connections, shared.poolCounts.inUse, shared.poolCounts.waiting};
}

void HttpServer::run() {
  auto& state = *m_state;
  state.signals->async_wait([&state](const boost::system::error_code& error, int) {
    if (!error) state.drain();
  });
  state.accept();
  for (auto& worker : state.workers) worker->keepTicking();
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < state.workers.size(); ++i)
    threads.emplace_back([&worker = *state.workers[i]] { worker.loop.run(); });
  auto& first = *state.workers.front();
  // The limit of the drain waits here; it must not keep a loop that has nothing else.
  while (first.loop.run_one() > 0)
    if (first.draining && state.shared.connections == 0) state.drainLimit->cancel();
  for (auto& thread : threads) thread.join();
}

void HttpServer::stop() {
  asio::post(m_state->workers.front()->loop, [state = m_state.get()] { state->drain(); });
}

}  // namespace aiagent::server
