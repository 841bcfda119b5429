#include "core/server/settings.h"

namespace aiagent::server {
namespace {

constexpr const char* kDatabaseUrl = "DATABASE_URL";

bool isPostgresUrl(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

}  // namespace

const std::vector<SettingInfo>& settingInfos() {
  static const std::vector<SettingInfo> kAll = {
      {kDatabaseUrl, "",
       "Where PostgreSQL is: postgresql://USER:PASSWORD@HOST:PORT/NAME?sslmode=verify-full"},
  };
  return kAll;
}

SettingsRead readSettings(const std::function<std::optional<std::string>(const char*)>& variable) {
  SettingsRead read;
  const auto url = variable(kDatabaseUrl).value_or("");
  if (url.empty())
    read.faults.push_back({kDatabaseUrl, "is missing: give the address of the PostgreSQL database"});
  else if (!isPostgresUrl(url))
    read.faults.push_back({kDatabaseUrl, "does not begin with postgresql://"});
  read.settings.databaseUrl = base::SecretString(url);
  return read;
}

}  // namespace aiagent::server
