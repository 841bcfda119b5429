// aiagent-server: the hosted side's program. So far it looks after the database.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/server/migrations.h"
#include "core/server/settings.h"

namespace {

using namespace aiagent;

// The command line's own, see `aiagent-cli --help`.
enum Exit {
  kDone = 0,
  kUsage = 2,
  kInvalidInput = 4,
  kNetwork = 5,
  kCredentials = 6,
  kConflict = 7,
  kStorage = 8
};

int exitFor(base::ErrorCode code) {
  switch (code) {
    case base::ErrorCode::ConnectionFailed:
    case base::ErrorCode::Timeout: return kNetwork;
    case base::ErrorCode::Credentials:
    case base::ErrorCode::Forbidden: return kCredentials;
    case base::ErrorCode::Conflict:
    case base::ErrorCode::StorageNewer: return kConflict;
    default: return kStorage;
  }
}

int say(const base::Error& error) {
  const char* what = "PostgreSQL refused";
  switch (error.code) {
    case base::ErrorCode::ConnectionFailed: what = "PostgreSQL cannot be reached"; break;
    case base::ErrorCode::Credentials: what = "PostgreSQL does not accept the user or the password"; break;
    case base::ErrorCode::Forbidden:
      what = "The database user has no right to do this; migrate as the owner";
      break;
    case base::ErrorCode::Timeout: what = "Somebody else held a lock for too long; try again"; break;
    case base::ErrorCode::Conflict:
      what = "A migration that was applied is not the one this program has";
      break;
    case base::ErrorCode::StorageNewer: what = "The database belongs to a newer program; use that one"; break;
    default: break;
  }
  std::fprintf(stderr, "%s%s%s%s\n%s%s", what, error.subject.empty() ? "" : " (", error.subject.c_str(),
               error.subject.empty() ? "." : ").", error.said.c_str(), error.said.empty() ? "" : "\n");
  return exitFor(error.code);
}

int help(std::FILE* to, int status) {
  std::fputs(
      "aiagent-server: the hosted library of AI Agent Generator.\n\n"
      "  migrate up        Bring the database to this program's tables; adopts those of the first web "
      "application\n"
      "  migrate status    List the migrations and what became of them\n"
      "  migrate verify    The same, and exit status 7 unless all are applied as this program has them\n\n"
      "Settings are environment variables:\n",
      to);
  for (const auto& info : server::settingInfos())
    std::fprintf(to, "  %-16s  %s%s%s\n", info.name, info.meaning,
                 *info.fallback != 0 ? ". Without it: " : ". Required.", info.fallback);
  std::fputs(
      "\nExit status: 0 done, 2 usage, 4 a setting is missing or malformed, 5 no connection, 6 credentials,\n"
      "7 the database is another than expected, 8 PostgreSQL refused.\n",
      to);
  return status;
}

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

int main(int argc, char** argv) {
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h")) return help(stdout, kDone);
  if (words.size() == 1 && words[0] == "--version") return std::puts("aiagent-server " AIAGENT_VERSION) < 0;
  if (words.size() != 2 || words[0] != "migrate" ||
      (words[1] != "up" && words[1] != "status" && words[1] != "verify"))
    return help(stderr, kUsage);

  const auto read = server::readSettings([](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
  });
  for (const auto& fault : read.faults)
    std::fprintf(stderr, "%s %s.\n", fault.name.c_str(), fault.what.c_str());
  if (!read.faults.empty()) return kInvalidInput;
  auto database = server::Database::connect(read.settings.databaseUrl);
  if (!database) return say(database.error());
  return words[1] == "up" ? migrateUp(*database) : migrateStatus(*database, words[1] == "verify");
}
