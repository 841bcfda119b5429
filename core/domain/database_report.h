// DatabaseReport: how the database of a server does, as GET /v1/ops/database tells it
// (resources/openapi/server.json), and what is to be thought of it. Values and a pure judgement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace aiagent::domain {

// Times are ISO 8601 as the server wrote them; nothing where it did not tell.
namespace database {

struct Server {
  std::string version;
  std::int64_t bytes = 0;
  std::string started;
  bool operator==(const Server&) const = default;
};
struct Migrations {
  std::string state;  // applied, pending, altered
  std::int64_t applied = 0;
  std::vector<std::string> pending;
  bool operator==(const Migrations&) const = default;
};
struct ConnectionState {
  std::string state;  // PostgreSQL's word; "hidden": of other users
  std::int64_t count = 0;
  bool operator==(const ConnectionState&) const = default;
};
struct Connections {
  std::int64_t most = 0;
  std::int64_t used = 0;
  std::vector<ConnectionState> states;
  bool operator==(const Connections&) const = default;
};
struct Transactions {
  std::optional<std::int64_t> oldestSeconds;
  std::int64_t oldestPid = 0;
  std::string oldestState;
  bool operator==(const Transactions&) const = default;
};
struct WaitingLock {
  std::int64_t pid = 0;
  std::vector<std::int64_t> blockedBy;  // pids
  std::optional<std::int64_t> seconds;
  std::string kind;   // "relation ShareLock"
  std::string table;  // may be empty
  bool operator==(const WaitingLock&) const = default;
};
struct Cache {
  std::int64_t hits = 0;  // blocks
  std::int64_t reads = 0;
  std::string since = {};  // when counting began; empty: with the database
  bool operator==(const Cache&) const = default;
};
struct Statement {
  std::string text;  // normalised
  std::int64_t calls = 0;
  double meanMs = 0;
  double totalMs = 0;
  bool operator==(const Statement&) const = default;
};
struct Statements {
  bool othersHidden = false;
  std::vector<Statement> slowest;
  std::string since = {};  // when counting began
  bool operator==(const Statements&) const = default;
};
struct Table {
  std::string name;
  std::int64_t bytes = 0;
  std::int64_t liveRows = 0;
  std::int64_t deadRows = 0;
  std::int64_t bloatBytes = 0;  // estimated from the dead rows
  std::string lastVacuum;
  bool operator==(const Table&) const = default;
};
struct Replica {
  std::string name;
  std::string state;
  std::optional<double> lagSeconds;  // nothing: it has all there is
  std::optional<std::int64_t> lagBytes;
  bool operator==(const Replica&) const = default;
};
struct Slot {
  std::string name;
  bool active = false;
  std::optional<std::int64_t> retainedBytes;
  bool operator==(const Slot&) const = default;
};
struct Backups {
  bool archiving = false;
  bool failing = false;
  std::string lastArchived;
  std::string lastFailed;
  std::string drill;  // empty: none was written down
  bool drillOk = false;
  bool operator==(const Backups&) const = default;
};

// A part of the answer, or the server's sentence why it is not there.
template <class T>
struct Part {
  std::optional<T> value;
  std::string unavailable;
  bool operator==(const Part&) const = default;
};

}  // namespace database

struct DatabaseReport {
  std::string at;  // the server's time
  database::Part<database::Server> server;
  database::Part<database::Migrations> migrations;
  database::Part<database::Connections> connections;
  database::Part<database::Transactions> transactions;
  database::Part<std::vector<database::WaitingLock>> locks;
  database::Part<database::Cache> cache;
  database::Part<database::Statements> statements;
  database::Part<std::vector<database::Table>> tables;
  database::Part<std::vector<database::Replica>> replicas;
  database::Part<std::vector<database::Slot>> slots;
  database::Part<database::Backups> backups;
  bool operator==(const DatabaseReport&) const = default;
};

enum class DatabaseConcern {
  Connections,        // `amount` of `most` are taken, more than 80 %
  Cache,              // `share` of the blocks came from memory, less than 95 % of ten thousand or more
  OldTransaction,     // open for `amount` seconds, more than 15 minutes
  ReplicaBehind,      // `name` by `share` seconds, more than 30
  SlotRetains,        // `name` is not in use and keeps `amount` bytes of WAL, more than 1 GiB
  MigrationsPending,  // `amount` of them
  MigrationAltered,   // one that was applied is not the program's
  ArchiverFails,      // since `at`
  DrillFailed,        // of `at`
  DrillOld,           // of `at`, longer than 90 days ago
  DrillMissing,       // none was ever written down
};
enum class DatabaseHealth { Good, Concern, Bad };

struct DatabaseFinding {
  DatabaseConcern concern = DatabaseConcern::Connections;
  DatabaseHealth health = DatabaseHealth::Concern;
  std::int64_t amount = 0;
  std::int64_t most = 0;
  double share = 0;
  std::string name = {};
  std::string at = {};
  bool operator==(const DatabaseFinding&) const = default;
};
struct DatabaseVerdict {
  DatabaseHealth health = DatabaseHealth::Good;  // the worst of them
  std::vector<DatabaseFinding> findings;         // the worst first
  int unknown = 0;                               // parts that could not be looked at
  bool operator==(const DatabaseVerdict&) const = default;
};
// `now`: the server's time, for the age of a drill.
DatabaseVerdict judgeDatabase(const DatabaseReport& report, base::WallTime now);

}  // namespace aiagent::domain
