#include "core/qt/http_lanes.h"

#include <algorithm>
#include <QSslKey>
#include <set>

#include "core/base/sha256.h"

namespace aiagent::qt {
namespace {

QByteArray toBytes(std::string_view text) {
  return {text.data(), qsizetype(text.size())};
}

base::Error invalid(const char* subject, const char* detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = detail, .subject = subject};
}

// PEM does not always tell the algorithm in a way that Qt reads.
QSslKey readKey(std::string_view pem) {
  for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa})
    if (QSslKey key(toBytes(pem), algorithm); !key.isNull()) return key;
  return {};
}

base::Result<void> showCertificate(const ports::HttpTls& from, QSslConfiguration& into) {
  const auto chain = certificatesIn(toBytes(from.certificatePem), "tls.certificate");
  if (!chain) return chain.error();
  const auto key = readKey(from.keyPem.reveal());
  if (key.isNull()) return invalid("tls.key", "no RSA or EC key in PEM form");
  into.setLocalCertificateChain(*chain);
  into.setPrivateKey(key);
  return {};
}

base::Result<void> apply(const ports::HttpTls& from, QSslConfiguration& into) {
  if (!from.caPem.empty()) {
    const auto authorities = certificatesIn(toBytes(from.caPem), "tls.ca");
    if (!authorities) return authorities.error();
    into.setCaCertificates(*authorities);  // and no others are looked up
  }
  if (from.insecure) into.setPeerVerifyMode(QSslSocket::VerifyNone);
  return from.certificatePem.empty() ? base::Result<void>() : showCertificate(from, into);
}

}  // namespace

std::string laneKey(const ports::HttpRequest& request) {
  if (!request.tls && request.proxyUrl.empty() && request.pool.empty()) return {};
  base::Sha256 hash;
  const auto add = [&hash](std::string_view text) {
    hash.add(std::to_string(text.size()) + ":");
    hash.add(text);
  };
  add(request.pool);
  add(request.proxyUrl);
  if (!request.tls) return hash.hex();
  add(request.tls->caPem);
  add(request.tls->certificatePem);
  add(request.tls->keyPem.reveal());
  add(request.tls->serverName);
  add(request.tls->insecure ? "insecure" : "secure");
  return hash.hex();
}

base::Result<NetworkConfiguration> configurationFor(const ports::HttpRequest& request,
                                                    const NetworkConfiguration& settings) {
  auto configuration = settings;
  if (!request.proxyUrl.empty()) {
    auto rules = ProxyRules::through(request.proxyUrl);
    if (!rules) return rules.error();
    configuration.proxies = std::move(*rules);
  }
  if (!request.tls) return configuration;
  auto tls = settings.tls.value_or(QSslConfiguration::defaultConfiguration());
  if (const auto applied = apply(*request.tls, tls); !applied) return applied.error();
  configuration.tls = std::move(tls);
  return configuration;
}

void HttpLanes::configure(NetworkConfiguration settings) {
  m_settings = std::move(settings);
  std::move(m_lanes.begin(), m_lanes.end(), std::back_inserter(m_retired));
  m_lanes.clear();
  dropIdle();
}

base::Result<HttpLane*> HttpLanes::laneFor(const ports::HttpRequest& request, const std::string& origin) {
  const auto key = laneKey(request);
  const auto found = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const auto& lane) {
    return lane->key() == key && lane->hasRoomFor(origin);
  });
  if (found != m_lanes.end()) return found->get();
  auto configuration = configurationFor(request, m_settings);
  if (!configuration) return configuration.error();
  return m_lanes.emplace_back(std::make_unique<HttpLane>(std::move(*configuration), key)).get();
}

void HttpLanes::dropIdle() {
  std::erase_if(m_retired, [](const auto& lane) { return lane->isIdle(); });
  std::set<std::string> seen;
  std::erase_if(m_lanes,
                [&](const auto& lane) { return !seen.insert(lane->key()).second && lane->isIdle(); });
  std::vector<const HttpLane*> idle;
  for (const auto& lane : m_lanes)
    if (!lane->key().empty() && lane->isIdle()) idle.push_back(lane.get());
  if (idle.size() <= kMostIdleKeyedLanes) return;
  std::sort(idle.begin(), idle.end(), [](auto* a, auto* b) { return a->lastUsed() > b->lastUsed(); });
  const std::set<const HttpLane*> tooMany(idle.begin() + kMostIdleKeyedLanes, idle.end());
  std::erase_if(m_lanes, [&](const auto& lane) { return tooMany.count(lane.get()) > 0; });
}

}  // namespace aiagent::qt
