// HttpLane: one QNetworkAccessManager and the exchanges it carries.
#pragma once

#include <map>
#include <optional>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <string>

#include "core/base/clock.h"
#include "core/qt/network_settings.h"

namespace aiagent::qt {

// What requests need to know of the settings; a lane keeps the one it was made with.
struct NetworkConfiguration {
  ProxyRules proxies;
  std::optional<QSslConfiguration> tls;  // absent: Qt's default
};

// Qt 6.4 opens at most six HTTP/1.1 connections to a host for each manager and lets further requests wait
// behind them, where a stream may take minutes. So a lane takes six exchanges per origin and the client opens
// as many lanes as it needs.
class HttpLane final : public QObject {
  Q_OBJECT

 public:
  // `key`: see laneKey().
  explicit HttpLane(NetworkConfiguration configuration, std::string key = {});

  const std::string& key() const { return m_key; }
  const NetworkConfiguration& configuration() const { return m_configuration; }
  QNetworkAccessManager& manager() { return m_manager; }

  bool hasRoomFor(const std::string& origin) const;
  bool isIdle() const { return m_active.empty(); }
  base::WallTime lastUsed() const { return m_lastUsed; }

  // Counts an exchange in and out. The first one after `kConnectionIdleLimit` of idleness, or after the
  // computer slept, gets a fresh connection: an old one may be dead without either end having been told, and
  // a request sent into it would hang until the head timeout.
  void enter(const std::string& origin);
  void leave(const std::string& origin);

 private:
  NetworkConfiguration m_configuration;
  std::string m_key;
  std::map<std::string, int> m_active;  // exchanges by origin
  base::WallTime m_lastUsed{};
  QNetworkAccessManager m_manager;
};

inline constexpr base::Milliseconds kConnectionIdleLimit{30'000};
inline constexpr int kExchangesPerOrigin = 6;

}  // namespace aiagent::qt
