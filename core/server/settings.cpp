#include "core/server/settings.h"

#include <charconv>
#include <functional>

namespace aiagent::server {
namespace {

// What becomes of a value that is given: a sentence where it cannot be.
using Take = std::function<std::string(Settings&, const std::string&)>;

struct Setting {
  const char* name;
  const char* fallback;  // as it would be typed; empty: required or none, as `missing` says
  const char* missing;   // the sentence, or what stands in the documentation for "none"
  bool required;
  const char* meaning;
  std::string range;
  Take take;
};

std::optional<double> numberOf(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

// A whole number, kept in whatever `Settings` has for it.
template <class T>
Setting whole(const char* name, const char* fallback, long least, long most, T Settings::*member,
              const char* meaning) {
  const auto range = std::to_string(least) + " to " + std::to_string(most);
  const auto take = [=](Settings& settings, const std::string& text) -> std::string {
    long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
      return "is not a whole number from " + range;
    settings.*member = T(number);
    return {};
  };
  return {name, fallback, "", false, meaning, range, take};
}

Setting money(const char* name, double Settings::*member, const char* meaning) {
  const auto take = [member](Settings& settings, const std::string& text) -> std::string {
    const auto number = numberOf(text);
    if (!number || *number < 0 || *number > 1e9) return "is not an amount of US dollars from 0 to 1000000000";
    settings.*member = *number;
    return {};
  };
  return {name, "0", "", false, meaning, "", take};
}

Setting text(const char* name, const char* fallback, std::string Settings::*member, const char* meaning) {
  const auto take = [member](Settings& settings, const std::string& value) -> std::string {
    settings.*member = value;
    return {};
  };
  return {name, fallback, "none", false, meaning, "", take};
}

Setting webAddress(const char* name, const char* fallback, std::string Settings::*member,
                   const char* meaning) {
  const auto take = [member](Settings& settings, std::string value) -> std::string {
    if (!value.starts_with("https://") && !value.starts_with("http://"))
      return "does not begin with https:// or http://";
    while (value.ends_with('/')) value.pop_back();
    settings.*member = std::move(value);
    return {};
  };
  return {name, fallback, "none", false, meaning, "", take};
}

Setting database(const char* name, base::SecretString Settings::*member, bool required, const char* meaning) {
  const auto take = [member](Settings& settings, const std::string& value) -> std::string {
    if (!value.starts_with("postgresql://") && !value.starts_with("postgres://"))
      return "does not begin with postgresql://";
    settings.*member = base::SecretString(value);
    return {};
  };
  return {name,     "",      required ? "is missing: give the address of the PostgreSQL database" : "none",
          required, meaning, "",
          take};
}

Setting secret(const char* name, base::SecretString Settings::*member, const char* meaning) {
  const auto take = [member](Settings& settings, const std::string& value) -> std::string {
    for (const char c : value)
      if (c <= ' ' || c > '~') return "holds a character that no key has; look for a line end";
    settings.*member = base::SecretString(value);
    return {};
  };
  return {name, "", "none", false, meaning, "", take};
}

std::string takeLevel(Settings& settings, const std::string& value) {
  if (value != "debug" && value != "info" && value != "warning" && value != "error")
    return "is not debug, info, warning or error";
  settings.loggingLevel = value;
  return {};
}

std::string takeEnv(Settings& settings, const std::string& value) {
  if (value != "production" && value != "development") return "is not production or development";
  settings.appEnv = value == "production" ? AppEnv::Production : AppEnv::Development;
  return {};
}

const std::vector<Setting>& allSettings() {
  using S = Settings;
  static const std::vector<Setting> kAll = {
      database("DATABASE_URL", &S::databaseUrl, true,
               "Where PostgreSQL is: postgresql://USER:PASSWORD@HOST:PORT/NAME?sslmode=verify-full"),
      database("DATABASE_REPLICA_URL", &S::databaseReplicaUrl, false, "A streaming replica for reading"),
      webAddress("PUBLIC_URL", "http://localhost:3000", &S::publicUrl,
                 "Where clients reach this server; part of an invite's link"),
      text("TOKEN_ISSUER", "", &S::tokenIssuer,
           "The issuer of access tokens; PUBLIC_URL where it is not given"),
      text("TOKEN_AUDIENCE", "aiagent", &S::tokenAudience, "Whom access tokens are for"),
      text("ADDRESS", "", &S::address, "The network address to listen on; all where it is not given"),
      whole("PORT", "3000", 0, 65535, &S::port, "The port to listen on; 0 takes a free one"),
      whole("METRICS_PORT", "9464", 0, 65535, &S::metricsPort, "The port of /metrics; 0 takes a free one"),
      whole("THREADS", "0", 0, 256, &S::threads, "Threads that answer; 0: one a processor"),
      {"LOGGING_LEVEL", "info", "", false, "debug, info, warning or error", "", takeLevel},
      {"APP_ENV", "production", "", false, "production or development", "", takeEnv},
      whole("TRUSTED_PROXIES", "0", 0, 8, &S::trustedProxies,
            "How many proxies of yours stand before the server and add to X-Forwarded-For"),
      whole("POOL_SIZE", "10", 1, 1000, &S::poolSize, "Connections to PostgreSQL, one a thread at least"),
      whole("POOL_QUEUE", "1024", 0, 100000, &S::poolQueue, "Requests that may wait for one of them"),
      whole("POOL_WAIT_MS", "5000", 10, 60000, &S::poolWait, "Milliseconds that a request may wait for one"),
      whole("STATEMENT_TIMEOUT_MS", "10000", 100, 600000, &S::statementTimeout,
            "Milliseconds that PostgreSQL may take for a request"),
      whole("MAX_CONNECTIONS", "4096", 1, 1000000, &S::mostConnections, "Connections of clients"),
      whole("MAX_LISTENERS", "2048", 0, 1000000, &S::mostListeners, "Of them, those that listen to /v1/live"),
      whole("MAX_HEADER_BYTES", "16384", 1024, 1048576, &S::headerLimit, "Bytes of a request's header"),
      whole("MAX_URL_BYTES", "8192", 256, 65536, &S::urlLimit, "Bytes of a request's address"),
      whole("MAX_BODY_BYTES", "2097152", 1024, 67108864, &S::bodyLimit, "Bytes of a push"),
      whole("IDLE_TIMEOUT_SECONDS", "75", 1, 3600, &S::idleTimeout, "Seconds that a connection may be idle"),
      whole("HEADER_TIMEOUT_SECONDS", "10", 1, 600, &S::headerTimeout, "Seconds that a header may take"),
      whole("BODY_TIMEOUT_SECONDS", "30", 1, 3600, &S::bodyTimeout,
            "Seconds that a body may take, or a piece of a streamed one"),
      whole("WRITE_TIMEOUT_SECONDS", "30", 1, 3600, &S::writeTimeout,
            "Seconds that a client may take for an answer, or a piece of a streamed one"),
      whole("DRAIN_TIMEOUT_SECONDS", "25", 1, 3600, &S::drainTimeout,
            "Seconds that requests may take after SIGTERM"),
      whole("RATE_PER_ADDRESS", "100", 0, 1000000, &S::ratePerAddress,
            "Requests a second from one network address, ten times as many at once; 0: any number"),
      whole("RATE_PER_MEMBER", "50", 0, 1000000, &S::ratePerMember,
            "Requests a second of one device, ten times as many at once; 0: any number"),
      text("BLOB_DIR", "", &S::blobFolder,
           "The folder for files of agents, on a volume that all servers share"),
      secret("OPENAI_API_KEY", &S::openAiKey, "The organisation's key, for members without one of their own"),
      webAddress("OPENAI_BASE_URL", "https://api.openai.com/v1", &S::openAiBaseUrl,
                 "Where requests under /v1/openai go"),
      whole("RELAY_TIMEOUT_SECONDS", "600", 1, 3600, &S::relayTimeout,
            "Seconds that the provider may stay silent"),
      money("MEMBER_BUDGET_USD", &S::memberBudget,
            "US dollars a month that a member may spend through /v1/openai in a workspace; 0: no limit"),
      money("WORKSPACE_BUDGET_USD", &S::workspaceBudget,
            "US dollars a month that a workspace may spend through /v1/openai; 0: no limit"),
  };
  return kAll;
}

}  // namespace

const std::vector<SettingInfo>& settingInfos() {
  static const auto kInfos = [] {
    std::vector<SettingInfo> infos;
    for (const auto& setting : allSettings()) {
      const std::string range = setting.range.empty() ? "" : " (" + setting.range + ")";
      const std::string fallback = setting.required         ? ""
                                   : *setting.fallback != 0 ? setting.fallback
                                                            : setting.missing;
      infos.push_back({setting.name, fallback, setting.meaning + range});
    }
    return infos;
  }();
  return kInfos;
}

SettingsRead readSettings(const std::function<std::optional<std::string>(const char*)>& variable) {
  SettingsRead read;
  for (const auto& setting : allSettings()) {
    auto value = variable(setting.name).value_or("");
    if (value.empty()) value = setting.fallback;
    std::string fault;
    if (!value.empty())
      fault = setting.take(read.settings, value);
    else if (setting.required)
      fault = setting.missing;
    if (!fault.empty()) read.faults.push_back({setting.name, fault});
  }
  if (read.settings.tokenIssuer.empty()) read.settings.tokenIssuer = read.settings.publicUrl;
  return read;
}

}  // namespace aiagent::server
