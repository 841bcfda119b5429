// PrometheusClient: queries to a Prometheus, or to what speaks as one (Google Managed Prometheus, Thanos,
// Mimir).
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/cluster/signals/query_range.h"
#include "core/ports/http_client.h"
#include "core/ports/scheduler.h"
#include "core/wire/prometheus_answer.h"

namespace aiagent::services {

struct PrometheusServer {
  // What stands before "/api/v1/query": "https://prometheus.example/some/path", or for Google's
  // "https://monitoring.googleapis.com/v1/projects/ID/location/global/prometheus". A trailing "/api/v1"
  // counts as none.
  std::string url;
  std::shared_ptr<const ports::HttpTls> tls = {};
  std::string proxyUrl = {};
  // Asked for a bearer token before each request; may be empty. A token goes over https only.
  using TokenTold = std::function<void(base::Result<base::SecretString>)>;
  std::function<void(TokenTold)> token = {};
  // A token was answered with 401; true: another may be had, and the request is sent once more. May be empty.
  std::function<bool()> rejected = {};
  base::Milliseconds timeout{15'000};  // of each request
};

struct PrometheusSurroundings {  // all must outlive the client
  ports::HttpClient& http;
  ports::Scheduler& scheduler;
  const base::Clock& clock;
};

// Destroying it ends the call; its completion then comes with Cancelled first, unless it came already.
class PrometheusCall {
 public:
  virtual ~PrometheusCall() = default;
};

// At most four requests go at once, over connections of their own; others wait for their turn, in order.
//
// Errors: those of wire::readPromAnswer() with `httpStatus`; without such a body Credentials (401), Forbidden
// (403), NotFound (404), RateLimited (429), ServerError (5xx) or BadResponse; those of ports::HttpClient;
// InvalidInput with the subject "url" where that is none; BadResponse with the subject "size" beyond 8 MiB.
// Call from one thread with an event loop; completions come there, never within the call that asked.
class PrometheusClient : public QObject {
  Q_OBJECT

 public:
  using AnswerTold = std::function<void(base::Result<wire::PromAnswer>)>;
  using AlertsTold = std::function<void(base::Result<std::vector<wire::PromAlert>>)>;

  PrometheusClient(PrometheusServer server, PrometheusSurroundings around, QObject* parent = nullptr);
  ~PrometheusClient() override;

  // Of now, by the server's clock.
  [[nodiscard]] std::unique_ptr<PrometheusCall> query(const std::string& expression, AnswerTold told);
  [[nodiscard]] std::unique_ptr<PrometheusCall> queryRange(const std::string& expression,
                                                           const cluster::QueryRange& range, AnswerTold told);
  [[nodiscard]] std::unique_ptr<PrometheusCall> alerts(AlertsTold told);

  // The server's time, by the last answer that came quickly; else this computer's.
  base::WallTime serverNow() const;
  int inFlight() const { return m_inFlight; }

 private:
  struct Flight;
  class Handle;
  using BodyTold = std::function<void(base::Result<std::string>)>;
  std::unique_ptr<PrometheusCall> begin(std::string path, std::string parameters, BodyTold told);
  void sendNext();
  void authorise(int id);
  void dispatch(int id, base::SecretString token);
  ports::HttpRequest toHttp(const Flight& flight, base::SecretString token) const;
  void takeHead(int id, const ports::HttpHead& head);
  void takeBytes(int id, std::string_view bytes);
  void takeEnd(int id, base::Result<void> end);
  void finish(int id, base::Result<std::string> outcome);

  const PrometheusServer m_server;
  const std::optional<std::string> m_base;  // nothing: the address is none
  PrometheusSurroundings m_around;
  std::map<int, std::unique_ptr<Flight>> m_flights;
  std::deque<int> m_waiting;
  int m_inFlight = 0, m_lastFlight = 0;
  std::optional<base::Milliseconds> m_clockOffset;
  const std::string m_pool;
};

}  // namespace aiagent::services
