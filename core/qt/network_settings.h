// NetworkSettings: how requests leave this computer: through which proxy, trusting whom beside the system.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QUrl>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_string.h"

namespace aiagent::qt {

enum class ProxyMode {
  System,  // what the desktop says (by libproxy on Linux, which reads the environment variables as well)
  None,
  Manual,       // host, port, user, password below
  Environment,  // https_proxy, http_proxy, all_proxy, no_proxy alone; in capitals too, but HTTP_PROXY
};

enum class ProxyKind { Http, Socks5 };

struct ProxyAddress {
  ProxyKind kind = ProxyKind::Http;
  std::string host = {};
  std::uint16_t port = 0;
  std::string user = {};
  base::SecretString password = {};

  bool empty() const { return host.empty(); }
};

struct NetworkSettings {
  ProxyMode proxyMode = ProxyMode::System;
  ProxyAddress proxy = {};  // Manual; with System, its user and password serve the system's proxy
  std::vector<std::string> bypass = {};                         // Manual: as in NO_PROXY
  std::vector<std::filesystem::path> extraCaCertificates = {};  // PEM files, trusted beside the system's
};

// Reads an environment variable; "" when it is not set.
using EnvironmentReader = std::function<std::string(const std::string& name)>;
std::string processEnvironment(const std::string& name);

// "http://user:password@proxy.example:3128", "proxy:3128", "socks5://[::1]:1080"; the password may be
// percent-encoded. Without a port: 8080 for http, 1080 for socks5. InvalidInput (subject "proxy") otherwise;
// the text itself is in no error, since it may hold a password.
base::Result<ProxyAddress> parseProxyAddress(const std::string& text);

// Entries of NO_PROXY: "*", "host", ".domain" and "domain" (with all below it), "host:port", addresses and
// "10.0.0.0/8". Blanks and case do not matter.
bool isBypassed(const std::vector<std::string>& entries, const QString& host, int port);
// At commas, those of Chinese and Japanese too.
std::vector<std::string> splitBypass(const std::string& list);

// Which proxy a URL goes through. Loopback never goes through one of the settings. Cheap to copy; for one
// thread.
class ProxyRules {
 public:
  // InvalidInput names the proxy setting or environment variable that cannot be read.
  static base::Result<ProxyRules> make(const NetworkSettings& settings, const EnvironmentReader& environment);

  // One proxy for everything, loopback too: what a request names by itself. InvalidInput, subject "proxy".
  static base::Result<ProxyRules> through(const std::string& proxyUrl);

  // For ProxyMode::System this asks the system, which may take a moment where there is a PAC file.
  QList<QNetworkProxy> proxiesFor(const QUrl& url) const;

  QNetworkProxy proxyFor(const QUrl& url) const { return proxiesFor(url).value(0); }  // the first one

  // "Basic …" for the header Proxy-Authorization of a clear-text request that goes through a proxy with
  // credentials; empty otherwise. Sent unasked: a body that was refused could not be sent again (see
  // RequestBodyDevice). For tunnels and SOCKS the proxies above carry the credentials, and Qt tries these
  // once.
  base::SecretString clearTextCredentials(const QUrl& url) const;

 private:
  const ProxyAddress& addressFor(const QUrl& url) const;
  QList<QNetworkProxy> systemProxies(const QUrl& url) const;

  ProxyMode m_mode = ProxyMode::None;
  ProxyAddress m_http, m_https;  // for URLs of these schemes
  std::vector<std::string> m_bypass;
  bool m_always = false;  // for loopback too
};

// The certificates of the PEM files, in order. InvalidInput: subject is the path, detail says whether it
// cannot be read, holds no certificate, or which of its certificates is broken.
base::Result<QList<QSslCertificate>> loadCertificates(const std::vector<std::filesystem::path>& files);
// The same of a text; `subject` is what an error names.
base::Result<QList<QSslCertificate>> certificatesIn(const QByteArray& pem, const std::string& subject);

}  // namespace aiagent::qt
