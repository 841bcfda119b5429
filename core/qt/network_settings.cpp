#include "core/qt/network_settings.h"

#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
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

QString toQString(const base::SecretString& secret) {
  return QString::fromUtf8(secret.reveal().data(), qsizetype(secret.reveal().size()));
}

// Not for clear text through an HTTP proxy: Qt would send the request once without them and then again.
QNetworkProxy withCredentials(QNetworkProxy proxy, const ProxyAddress& address) {
  if (address.user.empty() || proxy.type() == QNetworkProxy::HttpCachingProxy ||
      proxy.type() == QNetworkProxy::NoProxy || !proxy.user().isEmpty())
    return proxy;
  proxy.setUser(QString::fromStdString(address.user));
  proxy.setPassword(toQString(address.password));
  return proxy;
}

QNetworkProxy toQtProxy(const ProxyAddress& address, bool forHttps) {
  // Tunnels with CONNECT for https; hands clear-text requests to the proxy, as proxies expect.
  const auto http = forHttps ? QNetworkProxy::HttpProxy : QNetworkProxy::HttpCachingProxy;
  const auto kind = address.kind == ProxyKind::Socks5 ? QNetworkProxy::Socks5Proxy : http;
  return withCredentials({kind, QString::fromStdString(address.host), address.port}, address);
}

base::Error badCertificate(std::string subject, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(subject)};
}

base::Result<QList<QSslCertificate>> certificatesOf(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  if (!file.open(QIODevice::ReadOnly)) return badCertificate(path.string(), file.errorString().toStdString());
  return certificatesIn(file.readAll(), path.string());
}

}  // namespace

// One at a time, because QSslCertificate::fromData skips what it cannot read.
base::Result<QList<QSslCertificate>> certificatesIn(const QByteArray& pem, const std::string& subject) {
  QList<QSslCertificate> certificates;
  for (auto begin = pem.indexOf(kBeginCertificate); begin >= 0;) {
    const auto next = pem.indexOf(kBeginCertificate, begin + 1);
    const auto found = QSslCertificate::fromData(pem.sliced(begin, (next < 0 ? pem.size() : next) - begin));
    if (found.isEmpty() || found.first().isNull())
      return badCertificate(subject,
                            "certificate " + std::to_string(certificates.size() + 1) + " cannot be read");
    certificates += found;
    begin = next;
  }
  if (certificates.isEmpty()) return badCertificate(subject, "holds no certificate in PEM form");
  return certificates;
}

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
  static const QRegularExpression kCommas(QStringLiteral("[,，、]"));
  for (const auto& part : QString::fromStdString(list).split(kCommas, Qt::SkipEmptyParts))
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
  if (settings.proxyMode == ProxyMode::System)
    rules.m_http = rules.m_https = settings.proxy;  // for its credentials
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

base::Result<ProxyRules> ProxyRules::through(const std::string& proxyUrl) {
  auto address = parseProxyAddress(proxyUrl);
  if (!address) return address.error();
  ProxyRules rules;
  rules.m_mode = ProxyMode::Manual;
  rules.m_http = rules.m_https = std::move(*address);
  rules.m_always = true;
  return rules;
}

const ProxyAddress& ProxyRules::addressFor(const QUrl& url) const {
  return url.scheme() == u"https" ? m_https : m_http;
}

QList<QNetworkProxy> ProxyRules::proxiesFor(const QUrl& url) const {
  if (m_mode == ProxyMode::None || (!m_always && isLoopback(url.host()))) return {QNetworkProxy::NoProxy};
  const bool https = url.scheme() == u"https";
  if (m_mode == ProxyMode::System) return systemProxies(url);
  const auto& address = addressFor(url);
  if (address.empty() || isBypassed(m_bypass, url.host(), url.port(https ? 443 : 80)))
    return {QNetworkProxy::NoProxy};
  return {toQtProxy(address, https)};
}

QList<QNetworkProxy> ProxyRules::systemProxies(const QUrl& url) const {
  auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
  for (auto& proxy : proxies) {
    if (proxy.type() == QNetworkProxy::HttpProxy && url.scheme() == u"http")
      proxy.setType(QNetworkProxy::HttpCachingProxy);
    proxy = withCredentials(proxy, addressFor(url));
  }
  return proxies;
}

base::SecretString ProxyRules::clearTextCredentials(const QUrl& url) const {
  const auto& address = addressFor(url);
  if (url.scheme() != u"http") return {};
  const auto proxy = proxyFor(url);
  if (proxy.type() != QNetworkProxy::HttpCachingProxy) return {};
  const auto user = address.user.empty() ? proxy.user() : QString::fromStdString(address.user);
  const auto password = address.user.empty() ? proxy.password() : toQString(address.password);
  if (user.isEmpty()) return {};
  return base::SecretString("Basic " + QString(user + u':' + password).toUtf8().toBase64().toStdString());
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
