#include "core/server/http/metrics_endpoint.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>
#include <thread>

#include "core/server/http/gzip.h"
#include "core/server/http/listening.h"

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

constexpr auto kPatience = std::chrono::seconds(75);  // between two scrapes, and for each step of one
constexpr std::uint32_t kHeaderLimit = 8192;
constexpr int kMostVisitors = 32;

// A connection, which lives as long as something is under way for it.
class Visitor : public std::enable_shared_from_this<Visitor> {
 public:
  Visitor(tcp::socket socket, const std::function<std::string()>& text, int& visitors)
      : m_socket(std::move(socket)), m_limit(m_socket.get_executor()), m_text(text), m_visitors(visitors) {
    ++m_visitors;
  }
  Visitor(const Visitor&) = delete;
  Visitor& operator=(const Visitor&) = delete;
  ~Visitor() { --m_visitors; }

  void receive() {
    m_request.emplace();
    m_request->header_limit(kHeaderLimit);
    m_request->body_limit(0);
    expectSoon();
    http::async_read(m_socket, m_buffer, *m_request,
                     [self = shared_from_this()](const boost::system::error_code& error, std::size_t) {
                       error ? self->end() : self->answer();
                     });
  }

 private:
  void expectSoon() {
    m_limit.expires_after(kPatience);
    m_limit.async_wait([self = weak_from_this()](const boost::system::error_code& stopped) {
      const auto visitor = self.lock();
      if (!stopped && visitor) visitor->end();
    });
  }

  void end() {
    boost::system::error_code ignored;
    m_limit.cancel();
    m_socket.close(ignored);
  }

  void fill() {
    const auto& request = m_request->get();
    const bool isKnown = request.target() == "/metrics" && request.method() == http::verb::get;
    m_response = {isKnown ? http::status::ok : http::status::not_found, request.version()};
    m_response.keep_alive(request.keep_alive());
    m_response.set(http::field::content_type, "text/plain; version=0.0.4; charset=utf-8");
    m_response.body() = isKnown ? m_text() : "What there is is GET /metrics.\n";
    const auto accepted = request[http::field::accept_encoding];
    auto packed = isKnown && acceptsGzip({accepted.data(), accepted.size()}) ? gzipped(m_response.body())
                                                                             : std::nullopt;
    if (packed) {
      m_response.body() = std::move(*packed);
      m_response.set(http::field::content_encoding, "gzip");
    }
    m_response.prepare_payload();
  }

  void answer() {
    fill();
    expectSoon();
    http::async_write(m_socket, m_response,
                      [self = shared_from_this()](const boost::system::error_code& error, std::size_t) {
                        error || self->m_response.need_eof() ? self->end() : self->receive();
                      });
  }

  tcp::socket m_socket;
  asio::steady_timer m_limit;
  const std::function<std::string()>& m_text;
  int& m_visitors;
  boost::beast::flat_buffer m_buffer;
  std::optional<http::request_parser<http::empty_body>> m_request;
  http::response<http::string_body> m_response;
};

}  // namespace

struct MetricsEndpoint::State {
  void accept() {
    acceptor.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
      if (!error && visitors < kMostVisitors)
        std::make_shared<Visitor>(std::move(socket), text, visitors)->receive();
      if (!error) return accept();
      pause.expires_after(std::chrono::milliseconds(100));  // out of descriptors, most likely
      pause.async_wait([this](const boost::system::error_code& stopped) {
        if (!stopped) accept();
      });
    });
  }

  std::function<std::string()> text;
  int visitors = 0;
  asio::io_context loop{1};
  tcp::acceptor acceptor{loop};
  asio::steady_timer pause{loop};
  std::thread thread;
};

MetricsEndpoint::MetricsEndpoint(std::unique_ptr<State> state) : m_state(std::move(state)) {}

base::Result<std::unique_ptr<MetricsEndpoint>> MetricsEndpoint::listen(const std::string& address, int port,
                                                                       std::function<std::string()> text) {
  auto state = std::make_unique<State>();
  state->text = std::move(text);
  if (auto opened = listenOn(state->acceptor, address, port); !opened) return opened.error();
  state->accept();
  state->thread = std::thread([&loop = state->loop] { loop.run(); });
  return std::unique_ptr<MetricsEndpoint>(new MetricsEndpoint(std::move(state)));
}

MetricsEndpoint::~MetricsEndpoint() {
  m_state->loop.stop();
  m_state->thread.join();
}

int MetricsEndpoint::port() const {
  boost::system::error_code ignored;
  return m_state->acceptor.local_endpoint(ignored).port();
}

}  // namespace aiagent::server
