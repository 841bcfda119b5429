#include "core/store/environment_repository.h"

#include "core/store/change_feed.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {

using base::Result;
using domain::Environment;

Result<std::vector<Environment>> listEnvironments(Connection& connection) {
  return guarded([&]() -> Result<std::vector<Environment>> {
    std::vector<Environment> all;
    Query rows(connection,
               "SELECT id, name, stage, kubeconfig, context, namespace, api, prometheus, repository FROM "
               "environment ORDER BY CASE stage WHEN 'production' THEN 0 WHEN 'staging' THEN 1 ELSE 2 END, "
               "name");
    while (rows.next()) {
      const auto stage = domain::environmentStageFromWord(rows.view(2));
      all.push_back({.id = rows.id<domain::EnvironmentId>(0),
                     .name = rows.text(1),
                     .stage = stage ? *stage : domain::EnvironmentStage::Production,
                     .kubeconfig = rows.text(3),
                     .context = rows.text(4),
                     .nameSpace = rows.text(5),
                     .api = rows.text(6),
                     .prometheus = rows.text(7),
                     .repository = rows.text(8)});
    }
    return all;
  });
}

Result<void> saveEnvironment(Connection& connection, const Environment& environment) {
  return guarded([&]() -> Result<void> {
    Query other(connection, "SELECT 1 FROM environment WHERE name=?1 AND id<>?2");
    if (other.bind(environment.name, environment.id).next())
      return base::Error{.code = base::ErrorCode::Conflict, .subject = "name"};
    Query(connection,
          "INSERT INTO environment(id, name, stage, kubeconfig, context, namespace, api, prometheus, "
          "repository) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT(id) DO UPDATE SET "
          "name=excluded.name, stage=excluded.stage, kubeconfig=excluded.kubeconfig, "
          "context=excluded.context, namespace=excluded.namespace, api=excluded.api, "
          "prometheus=excluded.prometheus, repository=excluded.repository")
        .bind(environment.id, environment.name, domain::toWord(environment.stage), environment.kubeconfig,
              environment.context, environment.nameSpace, environment.api, environment.prometheus,
              environment.repository)
        .run();
    recordChange(connection, RecordKind::Environment, environment.id.uuid, ChangeOp::Put);
    return {};
  });
}

Result<void> removeEnvironment(Connection& connection, const domain::EnvironmentId& id) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM environment WHERE id=?1").bind(id).run();
    if (changedRows(connection) > 0)
      recordChange(connection, RecordKind::Environment, id.uuid, ChangeOp::Delete);
    return {};
  });
}

Result<std::vector<AllowedPlugin>> listAllowedPlugins(Connection& connection) {
  return guarded([&]() -> Result<std::vector<AllowedPlugin>> {
    std::vector<AllowedPlugin> all;
    Query rows(connection,
               "SELECT wish, program, server, allowed FROM allowed_plugin ORDER BY program, server");
    while (rows.next()) all.push_back({rows.text(0), rows.text(1), rows.text(2), rows.time(3)});
    return all;
  });
}

Result<void> allowPlugin(Connection& connection, const AllowedPlugin& plugin) {
  return guarded([&]() -> Result<void> {
    Query(connection,
          "INSERT OR REPLACE INTO allowed_plugin(wish, program, server, allowed) VALUES(?1, ?2, ?3, ?4)")
        .bind(plugin.wish, plugin.program, plugin.server, connection.clock().wallNow())
        .run();
    return {};
  });
}

Result<void> forgetPlugin(Connection& connection, const std::string& wish) {
  return guarded([&]() -> Result<void> {
    Query(connection, "DELETE FROM allowed_plugin WHERE wish=?1").bind(wish).run();
    return {};
  });
}

}  // namespace aiagent::store
