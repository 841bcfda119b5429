#include "core/store/migrations.h"

#include "core/store/sql.h"

namespace aiagent::store {
namespace {

void apply(Connection& connection, const Migration& step) {
  Transaction transaction(connection, Transaction::Kind::Write);
  if (integerOf(connection, "PRAGMA user_version") >= step.number) return;
  connection.execute(step.sql.c_str());
  if (step.number == 1) {
    connection.execute(("PRAGMA application_id=" + std::to_string(kApplicationId)).c_str());
    setMeta(connection, "created", base::toMillis(connection.clock().wallNow()));
  }
  connection.execute(("PRAGMA user_version=" + std::to_string(step.number)).c_str());
  transaction.commit();
}

}  // namespace

int newestSchema() {
  return migrations().back().number;
}

SchemaState schemaState(Connection& connection) {
  SchemaState state;
  state.application = integerOf(connection, "PRAGMA application_id");
  state.version = static_cast<int>(integerOf(connection, "PRAGMA user_version"));
  state.empty = integerOf(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  return state;
}

void migrate(Connection& connection, const std::vector<Migration>& steps) {
  for (const auto& step : steps)
    if (integerOf(connection, "PRAGMA user_version") < step.number) apply(connection, step);
}

}  // namespace aiagent::store
