// From the network form of the settings to what the network adapter takes.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_string.h"
#include "core/qt/network_settings.h"
#include "core/services/network_form.h"

namespace aiagent::app {

qt::NetworkSettings toNetworkSettings(const services::NetworkForm& form, base::SecretString proxyPassword);

// Whom the certificates in a PEM file belong to. InvalidInput: subject is the path.
base::Result<std::vector<std::string>> certificateOwners(const std::string& path);

}  // namespace aiagent::app
