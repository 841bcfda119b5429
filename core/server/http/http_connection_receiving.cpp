// The part of HttpConnection that reads a request's body.
#include <algorithm>
#include <boost/beast/http/read.hpp>

#include "core/server/http/http_connection.h"

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using base::Error;
using base::ErrorCode;
using base::Result;

}  // namespace

bool HttpConnection::isBodyRead() const {
  return m_bodyLeft == 0 && (!m_bodyParser || m_bodyParser->is_done());
}

std::optional<Response> HttpConnection::prepareBody(const Route& route) {
  if (m_bodyLeft > route.bodyLimit)
    return problem(413, "too_large", "The body is too large for this address; send less at once.");
  if (m_bodyParser) m_bodyParser->body_limit(route.bodyLimit);
  return {};
}

std::optional<Response> HttpConnection::readBody(const Route& route) {
  m_body.clear();
  expectBefore(m_worker.shared.options.bodyTimeout);
  m_body.reserve(std::size_t(m_bodyLeft));
  while (!isBodyRead()) {
    // The deadline is the whole body's: read() would set it anew.
    auto piece = m_bodyParser ? readChunked(65536) : readPlain(std::size_t(m_bodyLeft));
    if (!piece && piece.error().code == ErrorCode::InvalidInput)
      return problem(413, "too_large", "The body is too large for this address; send less at once.");
    if (!piece) {
      m_keep = false;
      return problem(400, "invalid", "The body did not arrive whole.");
    }
    m_body += *piece;
    if (m_body.size() > route.bodyLimit)
      return problem(413, "too_large", "The body is too large for this address; send less at once.");
  }
  return {};
}

Result<std::string> HttpConnection::read(std::size_t most) {
  if (isBodyRead()) return std::string();
  expectBefore(m_worker.shared.options.bodyTimeout);
  auto piece = m_bodyParser ? readChunked(most) : readPlain(most);
  expectBefore(std::chrono::hours(24));
  return piece;
}

bool HttpConnection::continueBody() {
  return !std::exchange(m_expects, false) || sendAll("HTTP/1.1 100 Continue\r\n\r\n");
}

Error HttpConnection::readError(const boost::system::error_code& error) const {
  if (error == http::error::body_limit) return {.code = ErrorCode::InvalidInput, .detail = "body too large"};
  return {.code = m_gone ? ErrorCode::Timeout : ErrorCode::Interrupted, .detail = error.message()};
}

Result<std::string> HttpConnection::readPlain(std::size_t most) {
  most = std::size_t(std::min<std::uint64_t>(most, m_bodyLeft));
  std::string piece;
  if (m_buffer.size() > 0) {
    const auto there = m_buffer.data();
    piece.assign(static_cast<const char*>(there.data()), std::min(most, there.size()));
    m_buffer.consume(piece.size());
  } else {
    if (!continueBody()) return Error{.code = ErrorCode::Interrupted};
    piece.resize(most);
    boost::system::error_code error;
    piece.resize(m_socket.async_read_some(asio::buffer(piece), m_yield[error]));
    if (error) return readError(error);
  }
  m_bodyLeft -= piece.size();
  return piece;
}

Result<std::string> HttpConnection::readChunked(std::size_t most) {
  if (m_buffer.size() == 0 && !continueBody()) return Error{.code = ErrorCode::Interrupted};
  std::string piece(most, '\0');
  auto& body = m_bodyParser->get().body();
  body.data = piece.data();
  body.size = piece.size();
  body.more = true;
  boost::system::error_code error;
  while (body.size == piece.size() && !m_bodyParser->is_done() && !error)
    http::async_read_some(m_socket, m_buffer, *m_bodyParser, m_yield[error]);
  if (error && error != http::error::need_buffer) return readError(error);
  piece.resize(piece.size() - body.size);
  return piece;
}

}  // namespace aiagent::server
