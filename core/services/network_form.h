// NetworkForm: how requests leave this computer, as the person chose it and as the profile keeps it.
#pragma once

#include <string>
#include <vector>

#include "core/services/settings_service.h"

namespace aiagent::services {

enum class ProxyMode { System, None, Manual, Environment };

// Without the proxy's password, which is in the secret store. Text is UTF-8, trimmed.
struct NetworkForm {
  ProxyMode mode = ProxyMode::System;
  bool socks = false;                     // Manual: SOCKS5 instead of HTTP
  std::string host;                       // Manual
  int port = 0;                           // Manual: 1 to 65535
  std::string user;                       // Manual; empty: the proxy asks for none
  std::string bypass;                     // Manual: comma-separated, as in NO_PROXY
  std::vector<std::string> certificates;  // paths of PEM files, trusted beside the system's

  bool operator==(const NetworkForm&) const = default;
};

// Values that do not fit (an older or newer program, a hand-edited profile) become the defaults.
NetworkForm readNetworkForm(const SettingsService& settings);
void keepNetworkForm(SettingsService& settings, const NetworkForm& form);

}  // namespace aiagent::services
