#include "core/server/settings.h"

namespace aiagent::server {
namespace {

constexpr const char* kDatabaseUrl = "DATABASE_URL";
constexpr const char* kDatabaseReplicaUrl = "DATABASE_REPLICA_URL";
constexpr const char* kPublicUrl = "PUBLIC_URL";
constexpr const char* kDefaultPublicUrl = "http://localhost:3000";

bool isPostgresUrl(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

}  // namespace

const std::vector<SettingInfo>& settingInfos() {
  static const std::vector<SettingInfo> kAll = {
      {kDatabaseUrl, "",
       "Where PostgreSQL is: postgresql://USER:PASSWORD@HOST:PORT/NAME?sslmode=verify-full"},
      {kDatabaseReplicaUrl, "none", "A streaming replica for reading"},
      {kPublicUrl, kDefaultPublicUrl, "Where clients reach this server; part of an invite's link"},
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
  const auto replica = variable(kDatabaseReplicaUrl).value_or("");
  if (!replica.empty() && !isPostgresUrl(replica))
    read.faults.push_back({kDatabaseReplicaUrl, "does not begin with postgresql://"});
  read.settings.databaseReplicaUrl = base::SecretString(replica);
  auto publicUrl = variable(kPublicUrl).value_or("");
  if (publicUrl.empty()) publicUrl = kDefaultPublicUrl;
  if (!publicUrl.starts_with("https://") && !publicUrl.starts_with("http://"))
    read.faults.push_back({kPublicUrl, "does not begin with https:// or http://"});
  while (publicUrl.ends_with('/')) publicUrl.pop_back();
  read.settings.publicUrl = publicUrl;
  return read;
}

}  // namespace aiagent::server
