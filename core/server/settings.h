// Settings of aiagent-server: environment variables alone, read once at the start.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/secret_string.h"

namespace aiagent::server {

struct Settings {
  base::SecretString databaseUrl;         // libpq's: postgresql://user:password@host:port/name?sslmode=…
  base::SecretString databaseReplicaUrl;  // empty: none
  std::string publicUrl;                  // where clients reach this server, without a slash at its end
};

// One line of the documentation; `fallback` is empty where the setting is required.
struct SettingInfo {
  const char* name;
  const char* fallback;
  const char* meaning;
};
const std::vector<SettingInfo>& settingInfos();

struct SettingFault {
  std::string name;
  std::string what;  // a sentence that never quotes the value
};

struct SettingsRead {
  Settings settings;
  std::vector<SettingFault> faults;  // every one, not the first; `settings` is of use only without any
};
// `variable`: the value of an environment variable, or nothing.
SettingsRead readSettings(const std::function<std::optional<std::string>(const char*)>& variable);

}  // namespace aiagent::server
