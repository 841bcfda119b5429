// SettingsActions: what the settings page asks of parts it cannot see (network, theme, log, key store). The
// composition root fills in every one of them; a missing function means "not possible here" and its controls
// are not shown.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/base/secret_string.h"
#include "core/services/network_form.h"

namespace aiagent::ui {

using services::NetworkForm;
using services::ProxyMode;

struct AppearanceForm {
  enum class Theme { System, Light, Dark, HighContrast };

  Theme theme = Theme::System;
  int textPercent = 100;  // 80 to 200, of the system's text size
  std::string language;   // "de", "zh_CN"; empty: the system's

  bool operator==(const AppearanceForm&) const = default;
};

struct SettingsActions {
  // False: there is no key store here, so that a key is kept only until the program ends.
  bool hasKeyStore = true;

  // Used by every request that begins from now on, with the password that is at hand for that proxy.
  // InvalidInput: subject is "proxy-host", "proxy-port", "bypass", or the path of a certificate file.
  std::function<base::Result<void>(const NetworkForm&)> applyNetwork;
  // Of the form's proxy, and of no other. "" forgets it. The value is whether it outlives the program.
  std::function<void(const NetworkForm&, base::SecretString, std::function<void(base::Result<bool>)>)>
      keepProxyPassword;
  // Whether one is kept for the form's proxy and user; it is at hand for applyNetwork() then.
  std::function<void(const NetworkForm&, std::function<void(bool)>)> findProxyPassword;
  // The names of whom the certificates in a PEM file belong to. InvalidInput: subject is the path, detail
  // why.
  std::function<base::Result<std::vector<std::string>>(const std::string& path)> readCertificates;

  // Takes effect at once, but for the language, which waits for the next start.
  std::function<void(const AppearanceForm&)> applyAppearance;

  // Takes effect at once, unless `logLevelFixed`: LOGGING_LEVEL was given to this start and goes before.
  std::function<void(base::LogLevel)> applyLogLevel;
  bool logLevelFixed = false;
  std::filesystem::path logFile;
  // "Qt 6.4.2", "SQLite 3.40.1" …: the libraries in use, for About and for the diagnostics.
  std::vector<std::string> libraries;
};

}  // namespace aiagent::ui
