#include "core/server/http/http_connection.h"

#include <algorithm>
#include <boost/beast/http/read.hpp>

#include "core/server/http/sign_in.h"

namespace aiagent::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kBearerLimit = 4096;

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
    m_worker.shared.router.shapeError(request.path, *response);
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
  request.params = std::move(match.params);
  return answerBy(*match.route, request);
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
