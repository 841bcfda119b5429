// The part of HttpConnection that sends an answer, whole or piece by piece.
#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>
#include <charconv>

#include "core/server/http/gzip.h"
#include "core/server/http/http_connection.h"

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
constexpr std::size_t kWorthCompressing = 4096;
constexpr std::size_t kCompressedAside = 65536;  // others of the worker would wait for it
constexpr std::size_t kLingerLimit = std::size_t(8) << 20;

std::string statusLine(int status) {
  const auto reason = http::obsolete_reason(http::status(status));
  return "HTTP/1.1 " + std::to_string(status) + " " + std::string(reason) + "\r\n";
}

}  // namespace

// Pages of a pull, mostly: a third of their size for a few milliseconds.
void HttpConnection::compress(const Request& request, Response& response) {
  if (response.body.size() < kWorthCompressing || !acceptsGzip(request.header("Accept-Encoding"))) return;
  std::optional<std::string> packed;
  const auto work = [&] { packed = gzipped(response.body); };
  response.body.size() > kCompressedAside ? background(work) : work();
  if (!packed) return;
  response.body = std::move(*packed);
  response.headers.emplace_back("Content-Encoding", "gzip");
  response.headers.emplace_back("Vary", "Accept-Encoding");
}

std::string HttpConnection::headOf(const Response& response, std::optional<std::uint64_t> length,
                                   bool chunked) {
  std::string head = statusLine(response.status);
  const auto add = [&head](std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
  };
  head.reserve(512);
  add("Date", m_worker.date());
  if (length && response.status != 204) add("Content-Length", std::to_string(*length));
  if (chunked) add("Transfer-Encoding", "chunked");
  if (response.status != 204 && length != 0u) add("Content-Type", response.type);
  add("X-Request-Id", m_requestId);
  add("X-Content-Type-Options", "nosniff");
  for (const auto& [name, value] : response.headers) add(name, value);
  if (!m_keep || m_worker.draining) add("Connection", "close");
  head += "\r\n";
  return head;
}

bool HttpConnection::send(const Response& response, bool head) {
  expectBefore(m_worker.shared.options.writeTimeout);
  const auto lines = headOf(response, response.body.size(), false);
  return sendAll(lines,
                 head || response.status == 204 ? std::string_view() : std::string_view(response.body));
}

bool HttpConnection::begin(const Response& head, std::optional<std::uint64_t> length) {
  const auto& message = m_bodyParser ? static_cast<const http::request_header<>&>(m_bodyParser->get())
                                     : static_cast<const http::request_header<>&>(m_header->get());
  const bool chunked = !length && message.version() >= 11;
  if (!length && !chunked) m_keep = false;
  m_keep = m_keep && isBodyRead();
  m_streaming = chunked ? Streaming::Chunked : Streaming::Plain;
  m_streamStatus = head.status;
  expectBefore(m_worker.shared.options.writeTimeout);
  const bool sent = sendAll(headOf(head, length, chunked));
  if (isBodyRead()) watchClient();
  expectBefore(std::chrono::hours(24));
  return sent;
}

bool HttpConnection::write(std::string_view bytes) {
  if (bytes.empty()) return !m_gone;
  expectBefore(m_worker.shared.options.writeTimeout);
  bool sent = false;
  if (m_streaming == Streaming::Chunked) {
    std::array<char, 20> size;
    auto* end = std::to_chars(size.data(), size.data() + size.size() - 2, bytes.size(), 16).ptr;
    *end++ = '\r';
    *end++ = '\n';
    sent = sendAll({size.data(), std::size_t(end - size.data())}, bytes, "\r\n");
  } else {
    sent = sendAll(bytes);
  }
  expectBefore(std::chrono::hours(24));
  return sent;
}

bool HttpConnection::sendAll(std::string_view first, std::string_view second, std::string_view third) {
  const std::array<asio::const_buffer, 3> pieces = {asio::buffer(first), asio::buffer(second),
                                                    asio::buffer(third)};
  boost::system::error_code error;
  asio::async_write(m_socket, pieces, m_yield[error]);
  if (error) m_gone = true;
  return !error;
}

// A client that still sends would get a reset instead of the answer, were its words left unread.
void HttpConnection::linger() {
  boost::system::error_code error;
  m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
  expectBefore(std::chrono::seconds(2));
  std::array<char, 16384> dropped;
  std::size_t left = kLingerLimit;
  while (!error && left > 0) {
    const auto got = m_socket.async_read_some(asio::buffer(dropped), m_yield[error]);
    left -= std::min(left, got);
  }
  m_keep = false;
}

}  // namespace aiagent::server
