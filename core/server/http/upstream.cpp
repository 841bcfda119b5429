#include "core/server/http/upstream.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl.hpp>

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using base::Error;
using base::ErrorCode;
using base::Result;

constexpr auto kConnectLimit = std::chrono::seconds(10);
constexpr std::uint32_t kHeaderLimit = 65536;
constexpr std::size_t kPiece = 65536;

// One exchange's socket, and how long it may still be silent.
class Line : public Watched {
 public:
  Line(Loop& loop, WatchList& watches) : socket(loop), resolver(loop), m_watch(watches, *this) {}

  void expectWithin(std::chrono::milliseconds limit) { m_deadline = Clock::now() + limit; }
  void tick(Clock::time_point now) override {
    if (now < m_deadline) return;
    late = true;
    end();
  }
  void end() {
    boost::system::error_code ignored;
    resolver.cancel();
    socket.close(ignored);
  }

  Error errorOf(ErrorCode code, const char* what) const {
    if (cancelled) return {.code = ErrorCode::Cancelled, .detail = "the client is gone"};
    return {.code = late ? ErrorCode::Timeout : code, .detail = what};
  }

  tcp::socket socket;
  tcp::resolver resolver;
  bool late = false;
  bool cancelled = false;

 private:
  Clock::time_point m_deadline = Clock::time_point::max();
  Watch m_watch;
};

UpstreamHead headOf(const http::response_header<>& header, std::optional<std::uint64_t> length) {
  UpstreamHead head{.status = int(header.result_int()), .length = length};
  for (const auto& field : header) {
    std::string name(field.name_string());
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    head.headers.emplace_back(std::move(name), std::string(field.value()));
  }
  return head;
}

}  // namespace

std::string_view UpstreamHead::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

struct Upstream::State {
  std::string host;
  std::string port;
  std::string path;                         // without a slash at its end
  std::unique_ptr<asio::ssl::context> tls;  // none: plain
  std::chrono::milliseconds silence{};

  Result<void> connect(Line& line, Yield yield) const;
  template <class Stream>
  Result<void> talk(Line& line, Stream& stream, Yield yield, const UpstreamRequest& request,
                    const UpstreamHandlers& handlers) const;
  template <class Stream>
  Result<void> receive(Line& line, Stream& stream, Yield yield, const UpstreamHandlers& handlers) const;
  Result<void> secure(Line& line, Yield yield, const UpstreamRequest& request,
                      const UpstreamHandlers& handlers) const;
  http::request<http::span_body<const char>> messageOf(const UpstreamRequest& request) const;
};

Result<void> Upstream::State::connect(Line& line, Yield yield) const {
  boost::system::error_code error;
  line.expectWithin(kConnectLimit);
  const auto found = line.resolver.async_resolve(host, port, yield[error]);
  if (!error) asio::async_connect(line.socket, found, yield[error]);
  if (error) return line.errorOf(ErrorCode::ConnectionFailed, "the provider cannot be reached");
  line.socket.set_option(tcp::no_delay(true), error);
  return {};
}

http::request<http::span_body<const char>> Upstream::State::messageOf(const UpstreamRequest& request) const {
  http::request<http::span_body<const char>> message;
  message.version(11);
  message.method_string(request.method);
  message.target(path + request.path);
  const bool isUsual = port == (tls ? "443" : "80");
  message.set(http::field::host, isUsual ? host : host + ":" + port);
  message.set(http::field::connection, "close");
  for (const auto& [name, value] : request.headers) message.insert(name, value);
  message.body() = boost::beast::span<const char>(request.body.data(), request.body.size());
  if (!request.body.empty() || request.method == "POST") message.content_length(request.body.size());
  return message;
}

template <class Stream>
Result<void> Upstream::State::talk(Line& line, Stream& stream, Yield yield, const UpstreamRequest& request,
                                   const UpstreamHandlers& handlers) const {
  boost::system::error_code error;
  line.expectWithin(silence);
  const auto message = messageOf(request);
  http::async_write(stream, message, yield[error]);
  if (error) return line.errorOf(ErrorCode::ConnectionFailed, "the provider did not take the request");
  return receive(line, stream, yield, handlers);
}

template <class Stream>
Result<void> Upstream::State::receive(Line& line, Stream& stream, Yield yield,
                                      const UpstreamHandlers& handlers) const {
  boost::system::error_code error;
  boost::beast::flat_buffer buffer;
  http::response_parser<http::buffer_body> parser;
  parser.header_limit(kHeaderLimit);
  parser.body_limit(boost::none);
  http::async_read_header(stream, buffer, parser, yield[error]);
  if (error) {
    const bool isHttp = error.category() != http::make_error_code(http::error::bad_method).category() ||
                        error == http::error::end_of_stream;
    return line.errorOf(isHttp ? ErrorCode::ConnectionFailed : ErrorCode::BadResponse,
                        "the provider sent no answer");
  }
  const auto told = parser.content_length();
  const auto length = told ? std::optional<std::uint64_t>(*told) : std::nullopt;
  if (!handlers.head(headOf(parser.get().base(), length)))
    return line.errorOf(ErrorCode::Cancelled, "not wanted");
  std::vector<char> piece(kPiece);
  while (!parser.is_done()) {
    auto& body = parser.get().body();
    body.data = piece.data();
    body.size = piece.size();
    body.more = true;
    line.expectWithin(silence);
    http::async_read_some(stream, buffer, parser, yield[error]);
    const std::string_view got(piece.data(), piece.size() - body.size);
    if (!got.empty() && !handlers.bytes(got)) return line.errorOf(ErrorCode::Cancelled, "not wanted");
    if (error && error != http::error::need_buffer)
      return line.errorOf(ErrorCode::Interrupted, "the provider's answer stopped");
  }
  return {};
}

Result<void> Upstream::State::secure(Line& line, Yield yield, const UpstreamRequest& request,
                                     const UpstreamHandlers& handlers) const {
  asio::ssl::stream<tcp::socket&> stream(line.socket, *tls);
  boost::system::error_code error;
  stream.set_verify_mode(asio::ssl::verify_peer, error);
  if (!error) stream.set_verify_callback(asio::ssl::host_name_verification(host), error);
  if (error || SSL_set_tlsext_host_name(stream.native_handle(), host.c_str()) != 1)
    return line.errorOf(ErrorCode::TlsFailed, "TLS cannot be set up");
  stream.async_handshake(asio::ssl::stream_base::client, yield[error]);
  if (error) return line.errorOf(ErrorCode::TlsFailed, "the provider's certificate or handshake failed");
  return talk(line, stream, yield, request, handlers);
}

Result<Upstream> Upstream::open(const std::string& address, std::chrono::milliseconds silence) {
  const bool secure = address.starts_with("https://");
  auto rest = std::string_view(address).substr(std::min(address.size(), std::size_t(secure ? 8 : 7)));
  auto state = std::make_shared<State>();
  const auto slash = std::min(rest.find('/'), rest.size());
  state->path = rest.substr(slash);
  auto host = rest.substr(0, slash);
  const auto colon = host.rfind(':');
  const bool hasPort = colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
  state->port = hasPort ? std::string(host.substr(colon + 1)) : secure ? "443" : "80";
  host = host.substr(0, hasPort ? colon : host.size());
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  state->host = host;
  state->silence = silence;
  if (host.empty() || host.find('@') != std::string_view::npos || state->port.empty())
    return Error{.code = ErrorCode::InvalidInput, .detail = "no address of a server"};
  if (secure) {
    state->tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_client);
    boost::system::error_code error;
    state->tls->set_default_verify_paths(error);
    state->tls->set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1, error);
    if (error) return Error{.code = ErrorCode::TlsFailed, .detail = "TLS cannot be set up"};
  }
  return Upstream(std::move(state));
}

Result<void> Upstream::exchange(Loop& loop, WatchList& watches, Yield yield, const UpstreamRequest& request,
                                const UpstreamHandlers& handlers, std::function<void()>& cancel) const {
  Line line(loop, watches);
  cancel = [&line] {
    line.cancelled = true;
    line.end();
  };
  auto done = m_state->connect(line, yield);
  if (done && m_state->tls)
    done = m_state->secure(line, yield, request, handlers);
  else if (done)
    done = m_state->talk(line, line.socket, yield, request, handlers);
  cancel = nullptr;
  return done;
}

}  // namespace aiagent::server
