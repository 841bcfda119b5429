#include "core/qt/qt_http_client.h"

#include <algorithm>
#include <QPointer>
#include <QSslConfiguration>
#include <vector>

#include "core/qt/http_exchange.h"
#include "core/qt/http_lane.h"

namespace aiagent::qt {
namespace {

class Handle final : public ports::HttpExchange {
 public:
  explicit Handle(Exchange* exchange) : m_exchange(exchange) {}
  ~Handle() override {
    if (m_exchange) m_exchange->cancel();
  }

 private:
  QPointer<Exchange> m_exchange;
};

// addCaCertificates() would replace the system's certificates, which Qt loads on demand.
QSslConfiguration tlsWith(const QList<QSslCertificate>& extra) {
  auto tls = QSslConfiguration::defaultConfiguration();
  tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + extra);
  return tls;
}

}  // namespace

struct QtHttpClient::State {
  EnvironmentReader environment;
  NetworkConfiguration configuration;
  std::vector<std::unique_ptr<HttpLane>> lanes;    // of the configuration in force
  std::vector<std::unique_ptr<HttpLane>> retired;  // of earlier ones, until their exchanges are over
  QObject exchanges;                               // parent of those going on

  HttpLane& laneFor(const std::string& origin) {
    for (auto& lane : lanes)
      if (lane->hasRoomFor(origin)) return *lane;
    return *lanes.emplace_back(std::make_unique<HttpLane>(configuration));
  }

  // Keeps one idle lane, for its open connections.
  void dropIdleLanes() {
    std::erase_if(retired, [](const auto& lane) { return lane->isIdle(); });
    while (lanes.size() > 1 && lanes.back()->isIdle()) lanes.pop_back();
  }

  void begin(Exchange* exchange) {
    auto& lane = laneFor(exchange->origin());
    lane.enter(exchange->origin());
    QObject::connect(exchange, &Exchange::ended, &lane, [this, &lane, origin = exchange->origin()] {
      lane.leave(origin);
      // Later: the exchange is still inside a signal of the lane's manager.
      QMetaObject::invokeMethod(
          &exchanges, [this] { dropIdleLanes(); }, Qt::QueuedConnection);
    });
    exchange->start(lane);
  }
};

QtHttpClient::QtHttpClient(EnvironmentReader environment) : m_state(std::make_unique<State>()) {
  m_state->environment = std::move(environment);
  auto rules = ProxyRules::make({}, m_state->environment);  // ProxyMode::System always succeeds
  if (rules) m_state->configuration.proxies = std::move(*rules);
}

QtHttpClient::~QtHttpClient() {
  for (auto* exchange : m_state->exchanges.findChildren<Exchange*>(Qt::FindDirectChildrenOnly))
    exchange->cancel();
}

base::Result<void> QtHttpClient::configure(const NetworkSettings& settings) {
  auto rules = ProxyRules::make(settings, m_state->environment);
  if (!rules) return rules.error();
  auto certificates = loadCertificates(settings.extraCaCertificates);
  if (!certificates) return certificates.error();
  m_state->configuration = {std::move(*rules), std::nullopt};
  if (!certificates->isEmpty()) m_state->configuration.tls = tlsWith(*certificates);
  std::move(m_state->lanes.begin(), m_state->lanes.end(), std::back_inserter(m_state->retired));
  m_state->lanes.clear();
  m_state->dropIdleLanes();
  return {};
}

std::unique_ptr<ports::HttpExchange> QtHttpClient::send(ports::HttpRequest request,
                                                        ports::HttpHandlers handlers) {
  const auto checked = Exchange::check(request);
  auto* exchange = new Exchange(std::move(request), std::move(handlers));
  exchange->setParent(&m_state->exchanges);
  auto handle = std::make_unique<Handle>(exchange);
  if (checked)
    m_state->begin(exchange);
  else
    exchange->failSoon(checked.error());
  return handle;
}

}  // namespace aiagent::qt
