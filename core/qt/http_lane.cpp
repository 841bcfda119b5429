#include "core/qt/http_lane.h"

#include <QNetworkProxyFactory>

namespace aiagent::qt {
namespace {

class RulesFactory final : public QNetworkProxyFactory {
 public:
  explicit RulesFactory(const ProxyRules& rules) : m_rules(rules) {}
  QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
    return m_rules.proxiesFor(query.url());
  }

 private:
  ProxyRules m_rules;
};

}  // namespace

HttpLane::HttpLane(NetworkConfiguration configuration, std::string key)
    : m_configuration(std::move(configuration)), m_key(std::move(key)) {
  m_manager.setProxyFactory(new RulesFactory(m_configuration.proxies));  // the manager owns it
  m_manager.setAutoDeleteReplies(false);
}

bool HttpLane::hasRoomFor(const std::string& origin) const {
  const auto found = m_active.find(origin);
  return found == m_active.end() || found->second < kExchangesPerOrigin;
}

void HttpLane::enter(const std::string& origin) {
  // Wall time, because the monotonic clock stands still while the computer sleeps.
  const auto idle = base::SystemClock().wallNow() - m_lastUsed;
  if (isIdle() && m_lastUsed != base::WallTime{} &&
      (idle > kConnectionIdleLimit || idle < base::Milliseconds(0)))
    m_manager.clearConnectionCache();
  ++m_active[origin];
}

void HttpLane::leave(const std::string& origin) {
  m_lastUsed = base::SystemClock().wallNow();
  const auto found = m_active.find(origin);
  if (found != m_active.end() && --found->second == 0) m_active.erase(found);
}

}  // namespace aiagent::qt
