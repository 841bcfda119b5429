// Settings of aiagent-server: environment variables alone, read once at the start.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/secret_string.h"

namespace aiagent::server {

enum class AppEnv { Production, Development };

struct Settings {
  base::SecretString databaseUrl;         // libpq's: postgresql://user:password@host:port/name?sslmode=…
  base::SecretString databaseReplicaUrl;  // empty: none
  std::string publicUrl;                  // where clients reach this server, without a slash at its end
  std::string tokenIssuer;
  std::string tokenAudience;

  std::string address;  // to listen on; empty: all
  int port = 3000;
  int metricsPort = 9464;
  int threads = 0;  // 0: one a processor
  std::string loggingLevel = "info";
  AppEnv appEnv = AppEnv::Production;
  int trustedProxies = 0;  // how many of our own stand before us and add to X-Forwarded-For

  int poolSize = 10;
  int poolQueue = 1024;
  std::chrono::milliseconds poolWait{5000};
  std::chrono::milliseconds statementTimeout{10000};

  int mostConnections = 4096;
  int mostListeners = 2048;  // of /v1/live
  int headerLimit = 16384;   // bytes
  int urlLimit = 8192;       // bytes
  int bodyLimit = 2097152;   // bytes of a push
  std::chrono::seconds idleTimeout{75};
  std::chrono::seconds headerTimeout{10};
  std::chrono::seconds bodyTimeout{30};
  std::chrono::seconds writeTimeout{30};
  std::chrono::seconds drainTimeout{25};
  int ratePerAddress = 100;  // requests a second
  int ratePerMember = 50;    // requests a second

  std::string blobFolder;  // empty: no blobs are taken
  base::SecretString openAiKey;
  std::string openAiBaseUrl;  // without a slash at its end
  int relayTimeout = 600;     // seconds that the provider may stay silent
  double memberBudget = 0;    // US dollars a month; 0: none but what a workspace sets
  double workspaceBudget = 0;
};

// One line of the documentation; `fallback` is empty where the setting is required.
struct SettingInfo {
  const char* name;
  std::string fallback;
  std::string meaning;  // with the range of a number
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
// `variable`: the value of an environment variable, or nothing. One that is empty counts as not given.
SettingsRead readSettings(const std::function<std::optional<std::string>(const char*)>& variable);

}  // namespace aiagent::server
