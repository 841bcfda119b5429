// migrate: brings the database to this program's tables.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

#include "app/server/command.h"
#include "core/server/migrations.h"

namespace aiagent::app_server {
namespace {

int migrateUp(server::Database& database) {
  // 0.5 s, doubling to 8 s: a long transaction of somebody else has its time.
  const auto wait = [](int attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(500 << std::min(attempt - 1, 4)));
  };
  const auto report = server::migrateUp(database, wait);
  if (!report) return say(report.error());
  for (const int number : report->applied) std::printf("applied %04d\n", number);
  if (report->applied.empty()) std::puts("nothing to apply");
  if (report->adoptedPeople + report->adoptedAgents > 0)
    std::printf("adopted %ld people and %ld agents\n", report->adoptedPeople, report->adoptedAgents);
  return kDone;
}

int migrateStatus(server::Database& database, bool verify) {
  const auto all = server::migrationStatus(database);
  if (!all) return say(all.error());
  bool whole = true;
  for (const auto& one : *all) {
    const auto state = server::toWord(one.state);
    std::printf("%04d  %-10s  %.*s  %s\n", one.number, one.name.c_str(), int(state.size()), state.data(),
                one.appliedAt.c_str());
    whole = whole && one.state == server::MigrationState::Applied;
  }
  return verify && !whole ? kConflict : kDone;
}

}  // namespace

std::vector<Command> migrateCommands() {
  return {
      {{"migrate", "up"},
       "Bring the database to this program's tables; adopts those of the first web application",
       {},
       {},
       [](const server::Settings& settings, const Arguments&) { return withDatabase(settings, migrateUp); }},
      {{"migrate", "status"},
       "List the migrations and what became of them",
       {},
       {},
       [](const server::Settings& settings, const Arguments&) {
         return withDatabase(settings,
                             [](server::Database& database) { return migrateStatus(database, false); });
       }},
      {{"migrate", "verify"},
       "The same, and exit status 7 unless all are applied as this program has them",
       {},
       {},
       [](const server::Settings& settings, const Arguments&) {
         return withDatabase(settings,
                             [](server::Database& database) { return migrateStatus(database, true); });
       }},
  };
}

}  // namespace aiagent::app_server
