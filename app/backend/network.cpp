#include "app/backend/network.h"

namespace aiagent::app {
namespace {

qt::ProxyMode modeOf(services::ProxyMode mode) {
  switch (mode) {
    case services::ProxyMode::None: return qt::ProxyMode::None;
    case services::ProxyMode::Manual: return qt::ProxyMode::Manual;
    case services::ProxyMode::Environment: return qt::ProxyMode::Environment;
    case services::ProxyMode::System: break;
  }
  return qt::ProxyMode::System;
}

}  // namespace

qt::NetworkSettings toNetworkSettings(const services::NetworkForm& form, base::SecretString proxyPassword) {
  qt::NetworkSettings settings;
  settings.proxyMode = modeOf(form.mode);
  if (form.mode == services::ProxyMode::Manual) {
    settings.proxy = {.kind = form.socks ? qt::ProxyKind::Socks5 : qt::ProxyKind::Http,
                      .host = form.host,
                      .port = std::uint16_t(form.port),
                      .user = form.user,
                      .password = std::move(proxyPassword)};
    settings.bypass = qt::splitBypass(form.bypass);
  }
  for (const auto& path : form.certificates) settings.extraCaCertificates.emplace_back(path);
  return settings;
}

base::Result<std::vector<std::string>> certificateOwners(const std::string& path) {
  const auto certificates = qt::loadCertificates({path});
  if (!certificates) return certificates.error();
  std::vector<std::string> owners;
  for (const auto& certificate : *certificates)
    owners.push_back(certificate.subjectDisplayName().toStdString());
  return owners;
}

}  // namespace aiagent::app
