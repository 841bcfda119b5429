// From the network form of the settings to what the network adapter takes.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_string.h"
#include "core/qt/network_settings.h"
#include "ui/viewmodels/settings_actions.h"

namespace aiagent::desktop {

qt::NetworkSettings toNetworkSettings(const ui::NetworkForm& form, base::SecretString proxyPassword);

// Whom the certificates in a PEM file belong to. InvalidInput: subject is the path.
base::Result<std::vector<std::string>> certificateOwners(const std::string& path);

// The name that the proxy's password is kept under in the key store.
inline constexpr char kProxySecret[] = "proxy";

}  // namespace aiagent::desktop
