// Migrations: the numbered SQL files, and bringing a database to the newest of them.
#pragma once

#include <string>
#include <vector>

#include "core/store/connection.h"

namespace aiagent::store {

struct Migration {
  int number = 0;  // user_version after it
  std::string name;
  std::string sql;
};

// In order; made at build time from resources/sql/sqlite.
const std::vector<Migration>& migrations();

// The user_version this program writes.
int newestSchema();

// "AIAG": tells a file of ours from any other SQLite database.
inline constexpr std::int64_t kApplicationId = 0x41494147;

struct SchemaState {
  std::int64_t application = 0;
  int version = 0;
  bool empty = true;  // no tables at all
};
SchemaState schemaState(Connection& connection);

// One transaction for each step; steps that another program has done meanwhile are skipped. Throws; the
// database is then at the last whole step. Forward only.
void migrate(Connection& connection, const std::vector<Migration>& steps = migrations());

}  // namespace aiagent::store
