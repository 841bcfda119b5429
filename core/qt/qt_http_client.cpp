#include "core/qt/qt_http_client.h"

#include <QPointer>
#include <QSslConfiguration>

#include "core/qt/http_exchange.h"
#include "core/qt/http_lanes.h"

namespace aiagent::qt {
namespace {

class Handle final : public ports::HttpExchange {
 public:
  explicit Handle(Exchange* exchange) : m_exchange(exchange) {}
  ~Handle() override {
    if (m_exchange) m_exchange->cancel();
  }
  void hold(bool held) override {
    if (m_exchange) m_exchange->hold(held);
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
  HttpLanes lanes;
  QObject exchanges;  // parent of those going on

  void begin(Exchange* exchange) {
    const auto found = lanes.laneFor(exchange->request(), exchange->origin());
    if (!found) return exchange->failSoon(found.error());
    auto& lane = **found;
    lane.enter(exchange->origin());
    QObject::connect(exchange, &Exchange::ended, &lane, [this, &lane, origin = exchange->origin()] {
      lane.leave(origin);
      // Later: the exchange is still inside a signal of the lane's manager.
      QMetaObject::invokeMethod(
          &exchanges, [this] { lanes.dropIdle(); }, Qt::QueuedConnection);
    });
    exchange->start(lane);
  }
};

QtHttpClient::QtHttpClient(EnvironmentReader environment) : m_state(std::make_unique<State>()) {
  m_state->environment = std::move(environment);
  auto rules = ProxyRules::make({}, m_state->environment);  // ProxyMode::System always succeeds
  if (rules) m_state->lanes.configure({std::move(*rules), std::nullopt});
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
  NetworkConfiguration configuration{std::move(*rules), std::nullopt};
  if (!certificates->isEmpty()) configuration.tls = tlsWith(*certificates);
  m_state->lanes.configure(std::move(configuration));
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
