#include "core/server/migrations.h"

#include <map>

#include "core/base/sha256.h"

namespace aiagent::server {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// "AIAGENT" in the numbers of a keyboard; any other program's locks are elsewhere.
constexpr const char* kLock = "SELECT pg_advisory_xact_lock(2424368)";
constexpr const char* kTable =
    "CREATE SCHEMA IF NOT EXISTS sync; CREATE TABLE IF NOT EXISTS sync.migration("
    "number int PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL "
    "DEFAULT now())";

// The first of them that keeps `up` from going on.
Result<void> mayGoOn(const std::vector<MigrationStatus>& all) {
  for (const auto& one : all) {
    if (one.state == MigrationState::Altered)
      return Error{
          .code = ErrorCode::Conflict, .detail = "an applied migration was altered", .subject = one.name};
    if (one.state == MigrationState::Unknown)
      return Error{
          .code = ErrorCode::StorageNewer, .detail = "migrated by a newer program", .subject = one.name};
  }
  return {};
}

// False: another program had done it meanwhile.
Result<bool> applyStep(Database& database, const Migration& step) {
  Transaction transaction(database);
  if (auto begun = transaction.begin(); !begun) return begun.error();
  if (auto locked = database.query(kLock); !locked) return locked.error();
  if (auto made = database.script(kTable); !made) return made.error();
  const auto number = std::to_string(step.number);
  auto known = database.query("SELECT 1 FROM sync.migration WHERE number = $1", {number});
  if (!known) return known.error();
  if (!known->empty()) return false;
  if (auto done = database.script(step.sql); !done) return done.error();
  auto noted = database.query("INSERT INTO sync.migration(number, name, sha256) VALUES ($1, $2, $3)",
                              {number, step.name, base::sha256Hex(step.sql)});
  if (!noted) return noted.error();
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return true;
}

Result<void> applyPending(Database& database, const std::vector<Migration>& steps, MigrateReport& report) {
  auto status = migrationStatus(database, steps);
  if (!status) return status.error();
  if (auto may = mayGoOn(*status); !may) return may.error();
  for (const auto& step : steps) {
    auto done = applyStep(database, step);
    if (!done) return done.error();
    if (*done) report.applied.push_back(step.number);
  }
  return {};
}

// A lock that was not had in time, or a deadlock; not an altered migration, which has no SQLSTATE.
bool isWorthAnotherTry(const Error& error) {
  return error.code == ErrorCode::Timeout ||
         (error.code == ErrorCode::Conflict && !error.providerCode.empty());
}

}  // namespace

std::string_view toWord(MigrationState state) {
  switch (state) {
    case MigrationState::Applied: return "applied";
    case MigrationState::Pending: return "pending";
    case MigrationState::Altered: return "altered";
    case MigrationState::Unknown: return "unknown";
  }
  return "unknown";
}

Result<std::vector<MigrationStatus>> migrationStatus(Database& database,
                                                     const std::vector<Migration>& steps) {
  auto there = database.query("SELECT to_regclass('sync.migration') IS NOT NULL");
  if (!there) return there.error();
  Rows rows;
  if (there->front().front() == "t") {
    auto read = database.query(
        "SELECT number, name, sha256, to_char(applied_at AT TIME ZONE 'UTC', "
        "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') "
        "FROM sync.migration ORDER BY number");
    if (!read) return read.error();
    rows = std::move(*read);
  }
  std::map<int, MigrationStatus> all;
  for (const auto& step : steps) all[step.number] = {step.number, step.name, MigrationState::Pending, ""};
  for (const auto& row : rows) {
    const int number = std::stoi(*row[0]);
    auto& status = all[number];
    const bool ours = status.number != 0;
    status = {number, *row[1], MigrationState::Unknown, *row[3]};
    for (const auto& step : steps)
      if (ours && step.number == number)
        status.state =
            base::sha256Hex(step.sql) == *row[2] ? MigrationState::Applied : MigrationState::Altered;
  }
  std::vector<MigrationStatus> list;
  for (auto& [number, status] : all) list.push_back(std::move(status));
  return list;
}

Result<MigrateReport> migrateUp(Database& database, const std::function<void(int)>& wait, int tries,
                                const std::vector<Migration>& steps) {
  MigrateReport report;
  if (auto set = database.script("SET lock_timeout = '3s'"); !set) return set.error();
  auto done = applyPending(database, steps, report);
  for (int attempt = 1; !done && isWorthAnotherTry(done.error()) && attempt < tries; ++attempt) {
    wait(attempt);
    done = applyPending(database, steps, report);
  }
  if (!done) return done.error();
  if (auto there = database.query("SELECT to_regproc('sync.adopt_prisma') IS NOT NULL");
      !there || there->front().front() != "t")
    return report;
  auto adopted = database.query("SELECT people, agents FROM sync.adopt_prisma()");
  if (!adopted) return adopted.error();
  report.adoptedPeople = std::stol(*adopted->front()[0]);
  report.adoptedAgents = std::stol(*adopted->front()[1]);
  return report;
}

}  // namespace aiagent::server
