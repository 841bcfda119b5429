// Migrations of the hosted database: numbered SQL files, each applied once, in one transaction, forward only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/server/database.h"

namespace aiagent::server {

struct Migration {
  int number = 0;
  std::string name;
  std::string sql;
};

// In order; made at build time from resources/sql/postgres.
const std::vector<Migration>& migrations();

enum class MigrationState {
  Applied,
  Pending,
  Altered,  // applied with another text than this program has
  Unknown,  // applied by a newer program
};
std::string_view toWord(MigrationState state);

struct MigrationStatus {
  int number = 0;
  std::string name;
  MigrationState state = MigrationState::Pending;
  std::string appliedAt;  // ISO 8601; empty while pending
};

// Changes nothing; a database without our tables has everything pending.
base::Result<std::vector<MigrationStatus>> migrationStatus(
    Database& database, const std::vector<Migration>& steps = migrations());

struct MigrateReport {
  std::vector<int> applied;
  long adoptedPeople = 0;  // from the tables of the first web application
  long adoptedAgents = 0;
};
// Applies what is pending. Several programs may do so at once: each step takes an advisory lock and looks
// again. A step that waits too long for a lock is tried again, up to `tries` times, with `wait(attempt)`
// between. Errors: Conflict (an applied step was altered; subject its name), StorageNewer, or what Database
// says; steps before it stay applied.
base::Result<MigrateReport> migrateUp(Database& database, const std::function<void(int)>& wait,
                                      int tries = 10, const std::vector<Migration>& steps = migrations());

}  // namespace aiagent::server
