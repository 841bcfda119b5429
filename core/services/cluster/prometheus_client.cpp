#include "core/services/cluster/prometheus_client.h"

#include <algorithm>
#include <atomic>
#include <QPointer>
#include <utility>

#include "core/base/time_text.h"
#include "core/cluster/kube_http.h"
#include "core/cluster/kube_kinds.h"
#include "core/cluster/server_address.h"

namespace aiagent::services {
namespace {

using base::Error;
using base::ErrorCode;

constexpr int kMostInFlight = 4;
constexpr std::size_t kMostBody = 8u << 20;
constexpr std::size_t kLongestUrl = 4000;  // proxies refuse longer ones; those are posted
constexpr base::Milliseconds kQuickAnswer{5'000};

std::optional<std::string> baseOf(const std::string& url) {
  auto address = cluster::serverAddress(url, false);
  constexpr std::string_view kApi = "/api/v1";
  if (address && address->ends_with(kApi)) address->resize(address->size() - kApi.size());
  return address;
}

std::string seconds(base::WallTime time) {
  return std::to_string(base::toMillis(time) / 1000);
}

ErrorCode codeOf(int status) {
  switch (status) {
    case 401: return ErrorCode::Credentials;
    case 403: return ErrorCode::Forbidden;
    case 404: return ErrorCode::NotFound;
    case 429: return ErrorCode::RateLimited;
    default: return status >= 500 ? ErrorCode::ServerError : ErrorCode::BadResponse;
  }
}

// The server's own words where it is a Prometheus that speaks, else what the status tells.
Error errorOf(int status, std::string_view body, const std::string& contentType) {
  const auto read = wire::readPromAnswer(body);
  Error error{.code = codeOf(status), .detail = "HTTP " + std::to_string(status), .subject = contentType};
  if (!read && read.error().code != ErrorCode::BadResponse) {
    error = read.error();
    if (status == 401 || status == 403) error.code = codeOf(status);
  }
  error.httpStatus = status;
  return error;
}

std::string newPool() {
  static std::atomic<int> last{0};
  return "prometheus " + std::to_string(++last);
}

}  // namespace

struct PrometheusClient::Flight {
  std::string path, parameters;
  BodyTold told;
  bool sent = false;  // it has one of the places
  bool renewed = false;
  std::unique_ptr<ports::HttpExchange> exchange = {};
  int status = 0;
  std::string contentType = {}, body = {};
  base::WallTime sentAt = {};
};

class PrometheusClient::Handle final : public PrometheusCall {
 public:
  Handle(PrometheusClient* client, int id) : m_client(client), m_id(id) {}
  ~Handle() override {
    if (m_client) m_client->finish(m_id, Error{.code = ErrorCode::Cancelled, .detail = "call dropped"});
  }

 private:
  QPointer<PrometheusClient> m_client;
  int m_id;
};

PrometheusClient::PrometheusClient(PrometheusServer server, PrometheusSurroundings around, QObject* parent)
    : QObject(parent),
      m_server(std::move(server)),
      m_base(baseOf(m_server.url)),
      m_around(around),
      m_pool(newPool()) {}

PrometheusClient::~PrometheusClient() {
  while (!m_flights.empty())
    finish(m_flights.begin()->first, Error{.code = ErrorCode::Cancelled, .detail = "client gone"});
}

std::unique_ptr<PrometheusCall> PrometheusClient::query(const std::string& expression, AnswerTold told) {
  return begin("/api/v1/query", "query=" + cluster::queryText(expression) + "&timeout=10s",
               [told = std::move(told)](base::Result<std::string> body) {
                 told(body ? wire::readPromAnswer(*body) : body.error());
               });
}

std::unique_ptr<PrometheusCall> PrometheusClient::queryRange(const std::string& expression,
                                                             const cluster::QueryRange& range,
                                                             AnswerTold told) {
  return begin("/api/v1/query_range",
               "query=" + cluster::queryText(expression) + "&start=" + seconds(range.start) + "&end=" +
                   seconds(range.end) + "&step=" + std::to_string(range.step.count()) + "&timeout=10s",
               [told = std::move(told)](base::Result<std::string> body) {
                 told(body ? wire::readPromAnswer(*body) : body.error());
               });
}

std::unique_ptr<PrometheusCall> PrometheusClient::alerts(AlertsTold told) {
  return begin("/api/v1/alerts", "", [told = std::move(told)](base::Result<std::string> body) {
    told(body ? wire::readPromAlerts(*body) : body.error());
  });
}

base::WallTime PrometheusClient::serverNow() const {
  return m_around.clock.wallNow() + m_clockOffset.value_or(base::Milliseconds(0));
}

std::unique_ptr<PrometheusCall> PrometheusClient::begin(std::string path, std::string parameters,
                                                        BodyTold told) {
  const int id = ++m_lastFlight;
  m_flights.emplace(
      id, std::make_unique<Flight>(
              Flight{.path = std::move(path), .parameters = std::move(parameters), .told = std::move(told)}));
  m_waiting.push_back(id);
  // Later, so that nothing is told within the call.
  m_around.scheduler.post([guard = QPointer<PrometheusClient>(this)] {
    if (guard) guard->sendNext();
  });
  return std::make_unique<Handle>(this, id);
}

void PrometheusClient::sendNext() {
  const QPointer<PrometheusClient> guard(this);
  while (guard && m_inFlight < kMostInFlight && !m_waiting.empty()) {
    const int id = m_waiting.front();
    m_waiting.pop_front();
    const auto found = m_flights.find(id);
    if (found == m_flights.end()) continue;
    found->second->sent = true;
    ++m_inFlight;
    authorise(id);
  }
}

void PrometheusClient::authorise(int id) {
  if (!m_base) return finish(id, Error{.code = ErrorCode::InvalidInput, .subject = "url"});
  if (!m_server.token || !m_base->starts_with("https://")) return dispatch(id, {});
  m_server.token([guard = QPointer<PrometheusClient>(this), id](base::Result<base::SecretString> token) {
    if (!guard) return;
    if (token)
      guard->dispatch(id, std::move(*token));
    else
      guard->finish(id, token.error());
  });
}

void PrometheusClient::dispatch(int id, base::SecretString token) {
  const auto found = m_flights.find(id);
  if (found == m_flights.end()) return;
  auto& flight = *found->second;
  flight.sentAt = m_around.clock.wallNow();
  flight.exchange =
      m_around.http.send(toHttp(flight, std::move(token)),
                         {.head = [this, id](const ports::HttpHead& head) { takeHead(id, head); },
                          .bytes = [this, id](std::string_view bytes) { takeBytes(id, bytes); },
                          .done = [this, id](base::Result<void> end) { takeEnd(id, std::move(end)); }});
}

ports::HttpRequest PrometheusClient::toHttp(const Flight& flight, base::SecretString token) const {
  ports::HttpRequest request{.url = *m_base + flight.path};
  request.headers = {{"Accept", "application/json"}, {"User-Agent", cluster::userAgent()}};
  request.bearer = std::move(token);
  if (flight.parameters.size() + request.url.size() > kLongestUrl) {
    request.method = "POST";
    request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    request.body = flight.parameters;
  } else if (!flight.parameters.empty()) {
    request.url += "?" + flight.parameters;
  }
  request.headTimeout = request.idleTimeout = m_server.timeout;
  request.tls = m_server.tls;
  request.proxyUrl = m_server.proxyUrl;
  request.pool = m_pool;
  return request;
}

void PrometheusClient::takeHead(int id, const ports::HttpHead& head) {
  auto& flight = *m_flights.at(id);
  flight.status = head.status;
  flight.contentType = head.header("content-type");
  const auto server = base::fromHttpDate(head.header("date"));
  const auto took = m_around.clock.wallNow() - flight.sentAt;
  if (!server || took > kQuickAnswer || took < base::Milliseconds(0)) return;
  const auto offset = *server + base::Milliseconds(500) - (flight.sentAt + took / 2);
  // Dates have whole seconds: what is within one is no difference.
  m_clockOffset = std::abs(offset.count()) <= 1000 ? base::Milliseconds(0) : offset;
}

void PrometheusClient::takeBytes(int id, std::string_view bytes) {
  auto& body = m_flights.at(id)->body;
  if (body.size() + bytes.size() > kMostBody)
    return finish(id, Error{.code = ErrorCode::BadResponse, .detail = "a body too large", .subject = "size"});
  body.append(bytes);
}

void PrometheusClient::takeEnd(int id, base::Result<void> end) {
  const auto found = m_flights.find(id);
  if (found == m_flights.end()) return;
  auto& flight = *found->second;
  if (!end) return finish(id, end.error());
  if (flight.status == 401 && !flight.renewed && m_server.rejected && m_server.rejected()) {
    flight.renewed = true;
    flight.body.clear();
    return authorise(id);
  }
  if (flight.status < 200 || flight.status >= 300)
    return finish(id, errorOf(flight.status, flight.body, flight.contentType));
  finish(id, std::move(flight.body));
}

// Out of the map first: whoever is told may begin another call, or end the client.
void PrometheusClient::finish(int id, base::Result<std::string> outcome) {
  const auto taken = m_flights.extract(id);
  if (taken.empty()) return;
  auto& flight = *taken.mapped();
  if (flight.sent) --m_inFlight;
  flight.exchange.reset();  // its own end finds nobody any more
  const QPointer<PrometheusClient> guard(this);
  flight.told(std::move(outcome));
  if (!guard) return;
  m_around.scheduler.post([guard] {
    if (guard) guard->sendNext();
  });
}

}  // namespace aiagent::services
