// HttpConnection: one client's connection, from its first request to its last, on one coroutine.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>
#include <string>

#include "core/server/http/worker.h"

namespace aiagent::server {

class HttpConnection : public Context, public Watched {
 public:
  HttpConnection(Worker& worker, boost::asio::ip::tcp::socket socket, Yield yield);
  ~HttpConnection() override;

  void serve();
  // No further request; at once where none is being answered.
  void finish(bool force);

  using Context::query;
  base::Result<std::vector<Rows>> query(const std::vector<Statement>& statements) override;
  Response call(std::string_view function, std::vector<Value> values, int status, bool replica) override;
  bool hasReplica() const override { return m_worker.replica != nullptr; }
  bool begin(const Response& head, std::optional<std::uint64_t> length) override;
  bool write(std::string_view bytes) override;
  bool wait(std::chrono::milliseconds longest) override;
  std::function<void()> waker() override;
  void background(const std::function<void()>& work) override;
  void abandon() override;
  base::Result<void> forward(const Upstream& upstream, const UpstreamRequest& request,
                             const UpstreamHandlers& handlers) override;
  base::Result<std::string> read(std::size_t most) override;
  void tick(Clock::time_point now) override;

 private:
  using HeaderParser = boost::beast::http::request_parser<boost::beast::http::empty_body>;
  using BodyParser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;
  enum class Streaming { No, Chunked, Plain };

  bool serveOne();
  // An answer instead of going on.
  std::optional<Response> checkHeader(Request& request);
  std::optional<Response> limitRate(RateLimiter& limiter, std::string_view key);
  void findPeer(Request& request) const;
  std::optional<Response> prepareBody(const Route& route);
  std::optional<Response> readBody(const Route& route);
  std::optional<Response> authenticate(const Route& route, Request& request);
  std::optional<Response> whoAsks(Request& request);
  Response answer(Request& request, Router::Match& match);
  Response answerBy(const Route& route, Request& request);
  Response handle(Request& request, const Route& route);
  Response failure(const base::Error& error);
  void report(const Request& request, const Router::Match& match, int status, Clock::time_point began);
  void compress(const Request& request, Response& response);
  bool isBodyRead() const;
  std::string headOf(const Response& response, std::optional<std::uint64_t> length, bool chunked);
  bool send(const Response& response, bool head);
  bool sendAll(std::string_view first, std::string_view second = {}, std::string_view third = {});
  base::Result<std::string> readPlain(std::size_t most);
  base::Result<std::string> readChunked(std::size_t most);
  base::Error readError(const boost::system::error_code& error) const;
  bool continueBody();
  void linger();
  void close();
  void expectBefore(std::chrono::milliseconds limit) { m_deadline = Clock::now() + limit; }

  Worker& m_worker;
  boost::asio::ip::tcp::socket m_socket;
  Yield m_yield;
  Watch m_watch;
  boost::beast::flat_buffer m_buffer;
  std::optional<HeaderParser> m_header;
  std::optional<BodyParser> m_bodyParser;
  std::uint64_t m_bodyLeft = 0;  // of one that is not chunked
  bool m_expects = false;        // the client waits to be told to send it
  std::string m_peer;
  std::string m_body;
  std::string m_requestId;
  Credential m_credential;
  std::optional<base::Error> m_error;
  Clock::time_point m_deadline = Clock::time_point::max();
  Clock::time_point m_headerBegan{};
  Streaming m_streaming = Streaming::No;
  int m_streamStatus = 0;
  bool m_idle = true;  // between two requests
  bool m_keep = true;  // another request may follow
  bool m_gone = false;

  // What wakers hold; they may outlive the connection.
  struct Wakeup;
  void wakeUp();
  void watchClient();
  void clientMoved(const boost::system::error_code& error);
  std::shared_ptr<Wakeup> m_wakeup;
  bool m_woken = false;
  bool m_watching = false;         // the client
  std::function<void()> m_cancel;  // of what is forwarded
  boost::asio::steady_timer m_sleep;
};

}  // namespace aiagent::server
