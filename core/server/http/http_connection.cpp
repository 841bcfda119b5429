#include "core/server/http/http_connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <charconv>

#include "core/server/http/gzip.h"
#include "core/server/http/sign_in.h"

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kBearerLimit = 4096;
constexpr std::size_t kWorthCompressing = 4096;
constexpr std::size_t kCompressedAside = 65536;  // others of the worker would wait for it
constexpr std::size_t kLingerLimit = 8 * 1024 * 1024;

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

std::optional<Method> methodOf(http::verb verb) {
  switch (verb) {
    case http::verb::get: return Method::Get;
    case http::verb::head: return Method::Head;
    case http::verb::post: return Method::Post;
    case http::verb::put: return Method::Put;
    case http::verb::patch: return Method::Patch;
    case http::verb::delete_: return Method::Delete;
    default: return {};
  }
}

// The sender's own, for following a request through several programs, if it is harmless in a log.
bool isRequestId(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
  });
}

std::optional<Response> refusalOf(const boost::system::error_code& error) {
  if (error == http::error::header_limit)
    return problem(431, "too_large", "The header is too large; send a shorter one.");
  if (error.category() == http::make_error_code(http::error::bad_method).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message)
    return problem(400, "invalid", "This is not a request of HTTP/1.1.");
  return {};
}

std::string statusLine(int status) {
  const auto reason = http::obsolete_reason(http::status(status));
  return "HTTP/1.1 " + std::to_string(status) + " " + std::string(reason) + "\r\n";
}

}  // namespace

HttpConnection::HttpConnection(Worker& worker, asio::ip::tcp::socket socket, Yield yield)
    : m_worker(worker),
      m_socket(std::move(socket)),
      m_yield(std::move(yield)),
      m_watch(worker.watches, *this),
      m_sleep(worker.loop) {
  boost::system::error_code ignored;
  m_peer = m_socket.remote_endpoint(ignored).address().to_string();
  m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  m_worker.connections.insert(this);
}

void HttpConnection::serve() {
  while (m_keep && !m_worker.draining && serveOne()) {
  }
  close();
}

void HttpConnection::close() {
  boost::system::error_code ignored;
  m_socket.close(ignored);
}

void HttpConnection::finish(bool force) {
  m_keep = false;
  wakeUp();
  if (force || (m_idle && m_buffer.size() == 0)) {
    m_gone = true;
    close();
  }
}

void HttpConnection::tick(Clock::time_point now) {
  if (m_idle && m_buffer.size() > 0 && m_headerBegan == Clock::time_point{}) {
    m_headerBegan = now;
    m_deadline = std::min(m_deadline, now + m_worker.shared.options.headerTimeout);
  }
  if (now < m_deadline) return;
  m_gone = true;
  close();
  wakeUp();
}

bool HttpConnection::serveOne() {
  m_header.emplace();
  m_header->header_limit(std::uint32_t(m_worker.shared.options.headerLimit));
  m_header->body_limit(boost::none);  // each route has its own
  m_idle = true;
  m_headerBegan = {};
  expectBefore(m_worker.shared.options.idleTimeout);
  boost::system::error_code error;
  http::async_read_header(m_socket, m_buffer, *m_header, m_yield[error]);
  m_idle = false;
  const auto began = Clock::now();
  m_requestId = m_worker.requestPrefix + std::to_string(++m_worker.requests);
  m_streaming = Streaming::No;
  m_error.reset();
  m_woken = false;
  Request request{.peer = m_peer};
  Router::Match match;
  std::optional<Response> response;
  if (error) {
    if (!m_gone) response = refusalOf(error);
    if (!response) return false;
    m_keep = false;
    request.id = m_requestId;
  } else {
    response = checkHeader(request);
    if (!response) response = answer(request, match);
  }
  bool sent = !m_gone;
  if (m_streaming == Streaming::No) {
    m_keep = m_keep && isBodyRead();
    compress(request, *response);
    sent = send(*response, request.method == Method::Head);
  } else if (m_streaming == Streaming::Chunked) {
    sent = sendAll("0\r\n\r\n");
  }
  report(request, match, m_streaming == Streaming::No ? response->status : m_streamStatus, began);
  if (sent && !isBodyRead()) linger();
  return sent;
}

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

bool HttpConnection::isBodyRead() const {
  return m_bodyLeft == 0 && (!m_bodyParser || m_bodyParser->is_done());
}

std::optional<Response> HttpConnection::checkHeader(Request& request) {
  const auto& message = m_header->get();
  m_keep = m_keep && m_header->keep_alive();
  m_bodyParser.reset();
  m_bodyLeft = m_header->content_length().value_or(0);
  if (m_header->chunked()) m_bodyParser.emplace(std::move(*m_header));
  const auto& fields = m_bodyParser ? static_cast<const http::fields&>(m_bodyParser->get()) : message;
  for (const auto& field : fields)
    request.headers.emplace_back(view(field.name_string()), view(field.value()));
  if (const auto id = request.header("X-Request-Id"); isRequestId(id)) m_requestId = id;
  request.id = m_requestId;
  m_expects = request.header("Expect") == "100-continue" && !isBodyRead();
  const auto& head = m_bodyParser ? static_cast<const http::request_header<>&>(m_bodyParser->get()) : message;
  const auto target = view(head.target());
  if (target.size() > m_worker.shared.options.urlLimit)
    return problem(414, "too_large", "The address is too long; shorten it.");
  const auto method = methodOf(head.method());
  if (!method) return problem(501, "invalid", "The server does not know this method.");
  request.method = *method;
  const auto question = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question);
  request.query = parseQuery(target.substr(std::min(question + 1, target.size())));
  return {};
}

// The last proxy adds whom it saw to the end. What stands before our own proxies' words anybody may have
// written.
void HttpConnection::findPeer(Request& request) const {
  auto list = request.header("X-Forwarded-For");
  for (int proxies = m_worker.shared.options.trustedProxies; proxies > 0 && !list.empty(); --proxies) {
    const auto comma = list.rfind(',');
    auto last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = list.substr(0, comma == std::string_view::npos ? 0 : comma);
    last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
    if (!last.empty() && last.size() <= 64) request.peer = last;
  }
}

std::optional<Response> HttpConnection::limitRate(RateLimiter& limiter, std::string_view key) {
  const auto wait = limiter.take(key, Clock::now());
  if (!wait) return {};
  auto response =
      problem(429, "rate_limited", "Too many requests at once; wait as long as Retry-After says.");
  response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
  return response;
}

Response HttpConnection::answer(Request& request, Router::Match& match) {
  findPeer(request);
  if (auto refused = limitRate(m_worker.shared.addresses, request.peer)) return std::move(*refused);
  match = m_worker.shared.router.find(request.method, request.path);
  if (match.route == nullptr && match.allowed.empty())
    return problem(404, "not_found", "There is nothing at this address; /openapi.json lists what there is.");
  if (match.route == nullptr) {
    auto response = problem(405, "invalid", "This address does not take this method.");
    response.headers.emplace_back("Allow", match.allowed);
    return response;
  }
  const auto& route = *match.route;
  request.params = std::move(match.params);
  auto response = answerBy(route, request);
  if (route.shapeError && response.status >= 400) route.shapeError(response);
  return response;
}

Response HttpConnection::answerBy(const Route& route, Request& request) {
  if (auto refused = authenticate(route, request)) return std::move(*refused);
  if (auto refused = prepareBody(route)) return std::move(*refused);
  if (!route.streamsBody)
    if (auto refused = readBody(route)) return std::move(*refused);
  request.body = m_body;
  return handle(request, route);
}

Response HttpConnection::handle(Request& request, const Route& route) {
  expectBefore(std::chrono::hours(24));  // each thing that is waited for has its own limit
  try {
    return route.handler(request, *this);
  } catch (const std::exception&) {
    // Not a word of what(): it may quote what was sent.
    return failure({.code = ErrorCode::Internal, .detail = "a handler threw"});
  }
}

Response HttpConnection::failure(const Error& error) {
  m_error = error;
  return problem(error);
}

std::optional<Response> HttpConnection::authenticate(const Route& route, Request& request) {
  if (route.auth == Auth::None) return {};
  auto shown = request.header("Authorization");
  constexpr std::string_view kScheme = "bearer ";
  const bool isBearer = shown.size() > kScheme.size() &&
                        std::equal(kScheme.begin(), kScheme.end(), shown.begin(), [](char a, char b) {
                          return a == (b >= 'A' && b <= 'Z' ? char(b + 32) : b);
                        });
  if (!isBearer) return refusal("not_signed_in");
  shown.remove_prefix(kScheme.size());
  if (shown.size() > kBearerLimit) return refusal("token_invalid");
  auto credential = m_worker.shared.authenticator.read(shown);
  if (!credential) return refusal(credential.error().providerCode);
  m_credential = std::move(*credential);
  const auto& member = m_credential.device.empty() ? m_credential.tokenHash : m_credential.device;
  if (auto refused = limitRate(m_worker.shared.members, member)) return refused;
  return route.auth == Auth::Member ? whoAsks(request) : std::nullopt;
}

std::optional<Response> HttpConnection::whoAsks(Request& request) {
  auto rows = query({whoStatement(m_credential)});
  if (!rows) return problem(rows.error());
  auto& row = rows->front().front();
  if (row[2]) return refusal(*row[2]);
  request.principal = {std::move(row[0]).value_or(""), std::move(row[1]).value_or("")};
  return {};
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

Result<std::vector<Rows>> HttpConnection::query(const std::vector<Statement>& statements) {
  auto rows = m_worker.pool.run(statements, m_yield);
  if (!rows) m_error = rows.error();
  return rows;
}

Response HttpConnection::call(std::string_view function, std::vector<Value> values, int status,
                              bool replica) {
  auto& pool = replica && m_worker.replica ? *m_worker.replica : m_worker.pool;
  auto rows = pool.run({signInStatement(m_credential), callStatement(function, std::move(values))}, m_yield);
  if (!rows) return failure(rows.error());
  if (const auto& refused = (*rows)[0].front()[2]) return refusal(*refused);
  return responseOf((*rows)[1].front(), status);
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

void HttpConnection::report(const Request& request, const Router::Match& match, int status,
                            Clock::time_point began) {
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
  m_worker.shared.observer.answered(
      {.id = request.id,
       .method = toWord(request.method),
       .route = match.route != nullptr ? std::string_view(match.route->path) : "-",
       .status = status,
       .took = took,
       .error = m_error ? &*m_error : nullptr});
}

}  // namespace aiagent::server
