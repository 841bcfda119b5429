#include "app/desktop/network.h"

namespace aiagent::desktop {
namespace {

qt::ProxyMode modeOf(ui::ProxyMode mode) {
  switch (mode) {
    case ui::ProxyMode::None: return qt::ProxyMode::None;
    case ui::ProxyMode::Manual: return qt::ProxyMode::Manual;
    case ui::ProxyMode::Environment: return qt::ProxyMode::Environment;
    case ui::ProxyMode::System: break;
  }
  return qt::ProxyMode::System;
}

}  // namespace

qt::NetworkSettings toNetworkSettings(const ui::NetworkForm& form, base::SecretString proxyPassword) {
  qt::NetworkSettings settings;
  settings.proxyMode = modeOf(form.mode);
  if (form.mode == ui::ProxyMode::Manual) {
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
  for (const auto& certificate : *certificates) owners.push_back(certificate.subjectDisplayName().toStdString());
  return owners;
}

}  // namespace aiagent::desktop
