#include "core/services/cluster/kube_client.h"

#include <algorithm>
#include <atomic>
#include <QPointer>
#include <utility>

#include "core/base/time_text.h"
#include "core/cluster/kube_http.h"

namespace aiagent::services {
namespace {

constexpr int kMostRepeats = 10;
constexpr base::Milliseconds kLongestWait{60'000};
constexpr base::Milliseconds kQuickAnswer{5'000};
constexpr std::size_t kMostErrorBody = 1u << 20;
constexpr std::size_t kMostWarnings = 200;

base::Error cancelled() {
  return {.code = base::ErrorCode::Cancelled, .detail = "call dropped"};
}

}  // namespace

struct KubeClient::Flight {
  KubeRequest request;
  KubeStreamHandlers handlers;                              // of a stream
  std::function<void(base::Result<KubeAnswer>)> done = {};  // of a request
  std::unique_ptr<ports::HttpExchange> exchange = {};
  std::unique_ptr<ports::Timer> timer = {};
  KubeCredential credential = {};
  KubeAnswer answer = {};
  std::optional<base::Milliseconds> retryAfter = {};
  base::WallTime sentAt = {};
  int repeats = 0;
  bool renewed = false;

  bool isStream() const { return !done; }
  bool isGood() const { return answer.status >= 200 && answer.status < 300; }
};

class KubeClient::Handle final : public KubeCall {
 public:
  Handle(KubeClient* client, int id) : m_client(client), m_id(id) {}
  ~Handle() override {
    if (m_client) m_client->cancel(m_id);
  }
  void hold(bool held) override {
    if (m_client) m_client->hold(m_id, held);
  }

 private:
  QPointer<KubeClient> m_client;
  int m_id;
};

KubeClient::KubeClient(cluster::ClusterAccess access, KubeSurroundings around, QObject* parent)
    : QObject(parent),
      m_access(std::move(access)),
      m_around(std::move(around)),
      m_credentials(m_access, m_around.clock, m_around.read, m_around.plugins),
      m_number([] {
        static std::atomic<int> last{0};
        return ++last;
      }()) {}

KubeClient::~KubeClient() {
  while (!m_flights.empty()) cancel(m_flights.begin()->first);
}

std::unique_ptr<KubeCall> KubeClient::send(KubeRequest request,
                                           std::function<void(base::Result<KubeAnswer>)> done) {
  auto flight = std::make_unique<Flight>();
  flight->request = std::move(request);
  flight->done = std::move(done);
  return begin(std::move(flight));
}

std::unique_ptr<KubeCall> KubeClient::stream(KubeRequest request, KubeStreamHandlers handlers) {
  auto flight = std::make_unique<Flight>();
  flight->request = std::move(request);
  flight->handlers = std::move(handlers);
  return begin(std::move(flight));
}

std::unique_ptr<KubeCall> KubeClient::begin(std::unique_ptr<Flight> flight) {
  const int id = ++m_lastFlight;
  m_flights.emplace(id, std::move(flight));
  // Later, so that nothing is told within the call.
  m_around.scheduler.post([guard = QPointer<KubeClient>(this), id] {
    if (guard) guard->authorise(id);
  });
  return std::make_unique<Handle>(this, id);
}

void KubeClient::authorise(int id) {
  if (!m_flights.count(id)) return;
  m_credentials.get([guard = QPointer<KubeClient>(this), id](base::Result<KubeCredential> credential) {
    if (guard) guard->dispatch(id, std::move(credential));
  });
}

void KubeClient::dispatch(int id, base::Result<KubeCredential> credential) {
  if (!credential) return finish(id, credential.error());
  const QPointer<KubeClient> guard(this);
  certificateIs(*credential);
  const auto found = guard ? m_flights.find(id) : Flights::iterator();
  if (!guard || found == m_flights.end()) return;
  auto& flight = *found->second;
  flight.credential = std::move(*credential);
  flight.answer = {};
  flight.retryAfter.reset();
  flight.sentAt = m_around.clock.wallNow();
  flight.exchange = m_around.http.send(
      toHttp(flight), {.head = [this, id](const ports::HttpHead& head) { takeHead(id, head); },
                       .bytes = [this, id](std::string_view bytes) { takeBytes(id, bytes); },
                       .done = [this, id](base::Result<void> end) { takeEnd(id, std::move(end)); }});
}

ports::HttpRequest KubeClient::toHttp(const Flight& flight) const {
  const auto& wanted = flight.request;
  ports::HttpRequest request{.method = wanted.method, .url = m_access.server + wanted.path};
  request.headers = {{"Accept", wanted.accept}, {"User-Agent", cluster::userAgent()}};
  if (!wanted.contentType.empty()) request.headers.emplace_back("Content-Type", wanted.contentType);
  if (flight.isStream() || m_access.disableCompression)
    request.headers.emplace_back("Accept-Encoding", "identity");
  if (m_access.isEncrypted()) {
    for (auto& header : cluster::impersonationHeaders(m_access.impersonation))
      request.headers.push_back(header);
    request.bearer = flight.credential.bearer;
    request.authorization = flight.credential.authorization;
  }
  request.body = wanted.body;
  request.headTimeout = wanted.headTimeout;
  request.idleTimeout = wanted.silence;
  request.tls = flight.credential.tls;
  request.proxyUrl = m_access.proxyUrl;
  request.canBeHeld = flight.isStream();
  request.pool = "cluster " + std::to_string(m_number) + "." + std::to_string(m_generation) +
                 (flight.isStream() ? " stream" : "");
  return request;
}

void KubeClient::takeHead(int id, const ports::HttpHead& head) {
  auto& flight = *m_flights.at(id);
  flight.answer.status = head.status;
  flight.answer.contentType = head.header("content-type");
  flight.retryAfter = cluster::retryAfterOf(head.header("retry-after"));
  const QPointer<KubeClient> guard(this);
  noteTime(flight, head);
  if (guard) noteWarnings(head);
  if (!guard || !m_flights.count(id)) return;
  if (flight.isStream() && flight.isGood() && flight.handlers.head) flight.handlers.head(head);
}

void KubeClient::takeBytes(int id, std::string_view bytes) {
  auto& flight = *m_flights.at(id);
  if (flight.isStream() && flight.isGood()) {
    if (flight.handlers.bytes) flight.handlers.bytes(bytes);
    return;
  }
  const auto most = flight.isGood() ? flight.request.mostBytes : kMostErrorBody;
  const auto room = most - std::min(most, flight.answer.body.size());
  flight.answer.body.append(bytes.substr(0, room));
  if (bytes.size() <= room) return;
  if (!flight.isGood()) return;  // enough of it to be told
  finish(id,
         base::Error{.code = base::ErrorCode::BadResponse, .detail = "a body too large", .subject = "size"});
}

void KubeClient::takeEnd(int id, base::Result<void> end) {
  const auto found = m_flights.find(id);
  if (found == m_flights.end()) return;
  if (!end) {
    // HTTP/2 would go on using a connection of which nothing comes any more.
    if (end.error().code == base::ErrorCode::Timeout) useNewConnections();
    return finish(id, end.error());
  }
  if (found->second->isGood()) return finish(id, {});
  answered(id);
}

// With anything but success.
void KubeClient::answered(int id) {
  auto& flight = *m_flights.at(id);
  if (flight.answer.status == 401 && !flight.renewed && m_credentials.reject(flight.credential)) {
    flight.renewed = true;
    flight.exchange.reset();  // a new certificate ends what goes over the old one, and this is not that
    return authorise(id);
  }
  const auto error = cluster::kubeError(flight.answer.status, flight.answer.body, flight.retryAfter);
  const bool isSafe = !flight.request.changes || flight.answer.status == 429;
  const bool again = isSafe && !flight.isStream() && flight.repeats < kMostRepeats &&
                     cluster::isWorthRepeating(error) && *error.retryAfter <= kLongestWait;
  if (!again) return finish(id, error);
  ++flight.repeats;
  flight.timer = m_around.scheduler.after(*error.retryAfter, [this, id] {
    const auto fired = std::move(m_flights.at(id)->timer);  // holds what runs here
    authorise(id);
  });
}

// Out of the map first: whoever is told may begin another call, or end the client.
void KubeClient::finish(int id, base::Result<void> end) {
  const auto taken = m_flights.extract(id);
  if (taken.empty()) return;
  auto& flight = *taken.mapped();
  flight.timer.reset();
  flight.exchange.reset();  // its own end finds nobody any more
  if (flight.isStream()) {
    if (flight.handlers.done) flight.handlers.done(std::move(end));
  } else if (end) {
    flight.done(std::move(flight.answer));
  } else {
    flight.done(end.error());
  }
}

void KubeClient::cancel(int id) {
  finish(id, cancelled());
}

void KubeClient::hold(int id, bool held) {
  const auto found = m_flights.find(id);
  if (found != m_flights.end() && found->second->exchange) found->second->exchange->hold(held);
}

void KubeClient::noteTime(const Flight& flight, const ports::HttpHead& head) {
  const auto server = base::fromHttpDate(head.header("date"));
  const auto now = m_around.clock.wallNow();
  const auto took = now - flight.sentAt;
  if (!server || took > kQuickAnswer || took < base::Milliseconds(0)) return;
  // The server's second began up to a second before it wrote it.
  const auto offset = *server + base::Milliseconds(500) - (flight.sentAt + took / 2);
  if (std::exchange(m_clockOffset, offset) != offset) Q_EMIT clockOffsetChanged();
}

void KubeClient::noteWarnings(const ports::HttpHead& head) {
  const QPointer<KubeClient> guard(this);
  for (const auto& [name, value] : head.headers) {
    if (name != "warning") continue;
    for (const auto& text : cluster::warningsOf(value)) {
      if (!guard || m_warnings.size() >= kMostWarnings) return;
      if (std::find(m_warnings.begin(), m_warnings.end(), text) != m_warnings.end()) continue;
      m_warnings.push_back(text);
      Q_EMIT warned(QString::fromStdString(text));
    }
  }
}

// A connection belongs to the certificate it was opened with: a stream must not go on with an older one.
void KubeClient::certificateIs(const KubeCredential& credential) {
  const auto now = credential.tls ? credential.tls->certificatePem : std::string();
  const auto before = std::exchange(m_certificate, now);
  if (before == now || before.empty()) return;
  std::vector<int> streams;
  for (const auto& [id, flight] : m_flights)
    if (flight->isStream() && flight->exchange) streams.push_back(id);
  const QPointer<KubeClient> guard(this);
  for (const int id : streams) {
    if (!guard) return;
    finish(id, base::Error{.code = base::ErrorCode::Interrupted, .detail = "another client certificate"});
  }
}

}  // namespace aiagent::services
