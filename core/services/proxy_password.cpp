#include "core/services/proxy_password.h"

#include <algorithm>
#include <utility>

namespace aiagent::services {
namespace {

std::string secretName(const std::string& origin) {
  return "proxy " + origin;
}

}  // namespace

std::string proxyOrigin(const NetworkForm& form) {
  if (form.mode != ProxyMode::Manual || form.host.empty()) return {};
  auto host = form.host;
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  if (host.find(':') != std::string::npos && host.front() != '[') host = "[" + host + "]";
  return (form.socks ? "socks5://" : "http://") + host + ":" + std::to_string(form.port);
}

void ProxyPassword::find(const NetworkForm& form, std::function<void(bool)> done) {
  const auto origin = proxyOrigin(form);
  if (origin.empty() || form.user.empty()) return done(false);
  if (!passwordFor(form).empty()) return done(true);
  m_secrets.read(secretName(origin), [this, origin, done = std::move(done), alive = std::weak_ptr(m_alive)](
                                         base::Result<base::SecretString> password) {
    if (alive.expired()) return;
    if (password) {
      m_origin = origin;
      m_password = std::move(*password);
    }
    done(password.ok());
  });
}

void ProxyPassword::keep(const NetworkForm& form, base::SecretString password,
                         std::function<void(base::Result<bool>)> done) {
  m_origin = proxyOrigin(form);
  m_password = password;
  if (password.empty())
    return m_secrets.remove(secretName(m_origin),
                            [done = std::move(done)](base::Result<void>) { done(true); });
  m_secrets.write(secretName(m_origin), std::move(password),
                  [done = std::move(done)](base::Result<ports::SecretPersistence> kept) {
                    if (!kept) return done(kept.error());
                    done(*kept == ports::SecretPersistence::KeyStore);
                  });
}

base::SecretString ProxyPassword::passwordFor(const NetworkForm& form) const {
  const auto origin = proxyOrigin(form);
  return !origin.empty() && origin == m_origin ? m_password : base::SecretString();
}

}  // namespace aiagent::services
