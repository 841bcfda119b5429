#include "core/store/settings_repository.h"

#include "core/store/change_feed.h"
#include "core/store/enum_words.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::Provider;

constexpr char kColumns[] =
    "SELECT name, base_url, api, key_source, key_variable, organization, project, default_model FROM "
    "provider ";

Provider readProvider(const Query& row) {
  return {.name = row.text(0),
          .baseUrl = row.text(1),
          .api = apiKindOf(row.view(2)),
          .keySource = keySourceOf(row.view(3)),
          .keyVariable = row.text(4),
          .organization = row.text(5),
          .project = row.text(6),
          .defaultModel = row.text(7)};
}

base::Error notFound(std::string_view name) {
  return {.code = base::ErrorCode::NotFound, .subject = std::string(name)};
}

}  // namespace

Result<std::vector<Provider>> listProviders(Connection& connection) {
  return guarded([&]() -> Result<std::vector<Provider>> {
    std::vector<Provider> providers;
    Query query(connection, std::string(kColumns) + "ORDER BY name");
    while (query.next()) providers.push_back(readProvider(query));
    return providers;
  });
}

Result<Provider> loadProvider(Connection& connection, std::string_view name) {
  return guarded([&]() -> Result<Provider> {
    Query query(connection, std::string(kColumns) + "WHERE name=?1");
    if (!query.bind(name).next()) return notFound(name);
    return readProvider(query);
  });
}

Result<void> saveProvider(Connection& connection, const Provider& provider) {
  return guarded([&]() -> Result<void> {
    Query(
        connection,
        "INSERT INTO provider(name, base_url, api, key_source, key_variable, organization, project, "
        "default_model) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(name) DO UPDATE SET base_url=excluded.base_url, "
        "api=excluded.api, key_source=excluded.key_source, key_variable=excluded.key_variable, "
        "organization=excluded.organization, project=excluded.project, default_model=excluded.default_model")
        .bind(provider.name, provider.baseUrl, domain::toWord(provider.api), toWord(provider.keySource),
              provider.keyVariable, provider.organization, provider.project, provider.defaultModel)
        .run();
    recordChange(connection, RecordKind::Provider, provider.name, ChangeOp::Put);
    return {};
  });
}

Result<void> removeProvider(Connection& connection, std::string_view name) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM provider WHERE name=?1").bind(name).run();
    if (changedRows(connection) == 0) return notFound(name);
    recordChange(connection, RecordKind::Provider, name, ChangeOp::Delete);
    return {};
  });
}

Result<std::map<std::string, std::string>> loadSettings(Connection& connection) {
  return guarded([&]() -> Result<std::map<std::string, std::string>> {
    std::map<std::string, std::string> settings;
    Query query(connection, "SELECT key, value FROM setting");
    while (query.next()) settings.emplace(query.text(0), query.text(1));
    return settings;
  });
}

Result<std::optional<std::string>> loadSetting(Connection& connection, std::string_view key) {
  return guarded([&]() -> Result<std::optional<std::string>> {
    Query query(connection, "SELECT value FROM setting WHERE key=?1");
    return query.bind(key).next() ? std::optional(query.text(0)) : std::nullopt;
  });
}

Result<void> saveSetting(Connection& connection, std::string_view key, std::string_view value) {
  return guarded([&]() -> Result<void> {
    Query(connection,
          "INSERT INTO setting(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET "
          "value=excluded.value WHERE value <> excluded.value")
        .bind(key, value)
        .run();
    if (changedRows(connection) > 0) recordChange(connection, RecordKind::Setting, key, ChangeOp::Put);
    return {};
  });
}

Result<void> removeSetting(Connection& connection, std::string_view key) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM setting WHERE key=?1").bind(key).run();
    if (changedRows(connection) > 0) recordChange(connection, RecordKind::Setting, key, ChangeOp::Delete);
    return {};
  });
}

}  // namespace aiagent::store
