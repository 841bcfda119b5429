#include "core/qt/network_settings.h"

#include <QFile>
#include <QHostAddress>
#include <QSsl>

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace aiagent::qt {
namespace {

constexpr int kHttpProxyPort = 8080;
constexpr int kSocksProxyPort = 1080;
constexpr char kBeginCertificate[] = "-----BEGIN CERTIFICATE-----";

base::Error invalidProxy(std::string detail, std::string subject = "proxy") {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(subject)};
}

QString withoutBrackets(QString host) {
  if (host.startsWith(u'[') && host.endsWith(u']')) host = host.sliced(1, host.size() - 2);
  return host;
}

bool isLoopback(const QString& host) {
  if (host.compare(u"localhost", Qt::CaseInsensitive) == 0) return true;
  return QHostAddress(withoutBrackets(host)).isLoopback();
}

bool matchesSubnet(const QString& entry, const QString& host) {
  const QHostAddress address(withoutBrackets(host));
  if (address.isNull()) return false;
  if (!entry.contains(u'/')) return address == QHostAddress(withoutBrackets(entry));
  const auto subnet = QHostAddress::parseSubnet(entry);
  return subnet.second >= 0 && address.isInSubnet(subnet);
}

bool matchesEntry(QString entry, const QString& host, int port) {
  if (entry == u"*") return true;
  const auto colon = entry.lastIndexOf(u':');
  if (colon > 0 && entry.count(u':') == 1) {
    if (entry.sliced(colon + 1).toInt() != port) return false;
    entry.truncate(colon);
  }
  if (matchesSubnet(entry, host)) return true;
  if (entry.startsWith(u"*.")) entry.remove(0, 1);
  const bool suffixOnly = entry.startsWith(u'.');
  if (!suffixOnly && host.compare(entry, Qt::CaseInsensitive) == 0) return true;
  return host.endsWith(suffixOnly ? entry : u'.' + entry, Qt::CaseInsensitive);
}

// The first of the names that is set, with its value.
std::pair<std::string, std::string> firstSet(const EnvironmentReader& environment,
                                             std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (auto value = environment(name); !base::trimmed(value).empty()) return {name, value};
  return {};
}

base::Result<ProxyAddress> addressFromEnvironment(const EnvironmentReader& environment,
                                                  std::initializer_list<const char*> names) {
  const auto [name, value] = firstSet(environment, names);
  if (name.empty()) return ProxyAddress{};
  auto address = parseProxyAddress(value);
  if (!address) return invalidProxy(address.error().detail, name);
  return address;
}

QNetworkProxy toQtProxy(const ProxyAddress& address, bool forHttps) {
  QNetworkProxy proxy;
  // Tunnels with CONNECT for https; hands clear-text requests to the proxy, as proxies expect.
  const auto http = forHttps ? QNetworkProxy::HttpProxy : QNetworkProxy::HttpCachingProxy;
  proxy.setType(address.kind == ProxyKind::Socks5 ? QNetworkProxy::Socks5Proxy : http);
  proxy.setHostName(QString::fromStdString(address.host));
  proxy.setPort(address.port);
  if (address.kind == ProxyKind::Socks5 && !address.user.empty()) {  // SOCKS asks for them in its greeting
    proxy.setUser(QString::fromStdString(address.user));
    proxy.setPassword(
        QString::fromUtf8(address.password.reveal().data(), qsizetype(address.password.reveal().size())));
  }
  return proxy;
}

base::Error badCertificate(const std::filesystem::path& file, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = file.string()};
}

// One at a time, because QSslCertificate::fromData skips what it cannot read.
base::Result<QList<QSslCertificate>> certificatesOf(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  if (!file.open(QIODevice::ReadOnly)) return badCertificate(path, file.errorString().toStdString());
  const auto pem = file.readAll();
  QList<QSslCertificate> certificates;
  for (auto begin = pem.indexOf(kBeginCertificate); begin >= 0;) {
    const auto next = pem.indexOf(kBeginCertificate, begin + 1);
    const auto found = QSslCertificate::fromData(pem.sliced(begin, (next < 0 ? pem.size() : next) - begin));
    if (found.isEmpty() || found.first().isNull())
      return badCertificate(path,
                            "certificate " + std::to_string(certificates.size() + 1) + " cannot be read");
    certificates += found;
    begin = next;
  }
  if (certificates.isEmpty()) return badCertificate(path, "holds no certificate in PEM form");
  return certificates;
}

}  // namespace

std::string processEnvironment(const std::string& name) {
  return qEnvironmentVariable(name.c_str()).toStdString();
}

base::Result<ProxyAddress> parseProxyAddress(const std::string& text) {
  auto trimmed = QString::fromStdString(std::string(base::trimmed(text)));
  if (!trimmed.contains(u"://")) trimmed.prepend(u"http://");
  const QUrl url(trimmed, QUrl::StrictMode);
  if (!url.isValid() || url.host().isEmpty()) return invalidProxy("not an address of the form host:port");
  ProxyAddress address;
  const auto scheme = url.scheme();
  if (scheme == u"socks5" || scheme == u"socks5h" || scheme == u"socks")
    address.kind = ProxyKind::Socks5;
  else if (scheme != u"http")
    return invalidProxy("proxies of the kind \"" + scheme.toStdString() + "\" are not supported");
  const int defaultPort = address.kind == ProxyKind::Socks5 ? kSocksProxyPort : kHttpProxyPort;
  address.host = url.host().toStdString();
  address.port = std::uint16_t(url.port(defaultPort));
  address.user = url.userName(QUrl::FullyDecoded).toStdString();
  address.password = base::SecretString(url.password(QUrl::FullyDecoded).toStdString());
  return address;
}

bool isBypassed(const std::vector<std::string>& entries, const QString& host, int port) {
  return std::any_of(entries.begin(), entries.end(), [&](const std::string& entry) {
    return matchesEntry(QString::fromStdString(entry), host, port);
  });
}

std::vector<std::string> splitBypass(const std::string& list) {
  std::vector<std::string> entries;
  for (const auto& part : QString::fromStdString(list).split(u',', Qt::SkipEmptyParts))
    if (const auto entry = part.trimmed(); !entry.isEmpty()) entries.push_back(entry.toStdString());
  return entries;
}

base::Result<ProxyRules> ProxyRules::make(const NetworkSettings& settings,
                                          const EnvironmentReader& environment) {
  ProxyRules rules;
  rules.m_mode = settings.proxyMode;
  if (settings.proxyMode == ProxyMode::Manual) {
    if (settings.proxy.empty()) return invalidProxy("no host");
    if (settings.proxy.port == 0) return invalidProxy("no port");
    rules.m_http = rules.m_https = settings.proxy;
    rules.m_bypass = settings.bypass;
  }
  if (settings.proxyMode == ProxyMode::Environment) {
    // HTTP_PROXY in capitals is left out as in curl: a web server's CGI can be made to set it.
    auto http = addressFromEnvironment(environment, {"http_proxy", "all_proxy", "ALL_PROXY"});
    if (!http) return http.error();
    auto https =
        addressFromEnvironment(environment, {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
    if (!https) return https.error();
    rules.m_http = std::move(*http);
    rules.m_https = std::move(*https);
    rules.m_bypass = splitBypass(firstSet(environment, {"no_proxy", "NO_PROXY"}).second);
  }
  return rules;
}

const ProxyAddress& ProxyRules::addressFor(const QUrl& url) const {
  return url.scheme() == u"https" ? m_https : m_http;
}

QList<QNetworkProxy> ProxyRules::proxiesFor(const QUrl& url) const {
  if (m_mode == ProxyMode::None || isLoopback(url.host())) return {QNetworkProxy::NoProxy};
  const bool https = url.scheme() == u"https";
  if (m_mode == ProxyMode::System) return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
  const auto& address = addressFor(url);
  if (address.empty() || isBypassed(m_bypass, url.host(), url.port(https ? 443 : 80)))
    return {QNetworkProxy::NoProxy};
  return {toQtProxy(address, https)};
}

const ProxyAddress* ProxyRules::credentialsFor(const QNetworkProxy& proxy) const {
  for (const auto* address : {&m_https, &m_http})
    if (!address->user.empty() && proxy.hostName() == QString::fromStdString(address->host) &&
        proxy.port() == address->port)
      return address;
  return nullptr;
}

base::Result<QList<QSslCertificate>> loadCertificates(const std::vector<std::filesystem::path>& files) {
  QList<QSslCertificate> all;
  for (const auto& file : files) {
    auto certificates = certificatesOf(file);
    if (!certificates) return certificates.error();
    all += *certificates;
  }
  return all;
}

}  // namespace aiagent::qt
