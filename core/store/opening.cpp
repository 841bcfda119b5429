#include "core/store/opening.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <thread>

#include "core/base/log.h"
#include "core/store/agent_index.h"
#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "core/store/network_share.h"
#include "core/store/salvage.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::Result;

constexpr base::Milliseconds kWaitForOpening{60'000};  // another program may be migrating or salvaging

base::Error newerSchema(const ProfilePaths& paths, int version, int newest) {
  return {.code = base::ErrorCode::StorageNewer,
          .detail = "schema " + std::to_string(version) + ", known up to " + std::to_string(newest),
          .subject = paths.profile.string()};
}

Result<void> makeFolders(const ProfilePaths& paths) {
  std::error_code error;
  const bool made = fs::create_directories(paths.profile, error);
  if (error) return fileError(error, paths.profile);
  if (made) fs::permissions(paths.profile, fs::perms::owner_all, error);
  fs::create_directory(paths.sessions(), error);
  if (error) return fileError(error, paths.sessions());
  return {};
}

std::int64_t bigEndian(const std::array<unsigned char, 100>& header, std::size_t at) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | header[at + i];
  return value;
}

// Looks without SQLite, so that a newer program's profile is not touched at all (not even its WAL). Not for a
// file that this process may have open: closing it here would drop SQLite's locks on it (POSIX).
Result<void> refuseNewerFile(const ProfilePaths& paths, int newest) {
  std::array<unsigned char, 100> header{};
  std::ifstream file(paths.database(), std::ios::binary);
  if (!file.read(reinterpret_cast<char*>(header.data()), header.size())) return {};
  constexpr std::size_t kUserVersionAt = 60;
  constexpr std::size_t kApplicationIdAt = 68;
  const auto version = static_cast<int>(bigEndian(header, kUserVersionAt));
  if (bigEndian(header, kApplicationIdAt) == kApplicationId && version > newest)
    return newerSchema(paths, version, newest);
  return {};
}

// SQLite would open it all the same and leave a WAL behind that nobody may write to.
Result<void> refuseReadOnlyFile(const ProfilePaths& paths) {
  const auto file = paths.database();
  if (::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) == 0 || errno == ENOENT) return {};
  return fileError(std::error_code(errno, std::generic_category()), file);
}

// Another connection that is just closing may hold the file for a moment; SQLite does not ask the busy
// handler for this change.
void useWal(Connection& connection) {
  constexpr int kTries = 200;
  for (int i = 0;; ++i) {
    try {
      Query query(connection, "PRAGMA journal_mode=WAL");
      query.run();
      break;
    } catch (...) {
      const auto error = currentError();
      const bool busy = error.code == base::ErrorCode::StorageFailed && i < kTries;
      if (!busy) throw;
      std::this_thread::sleep_for(base::Milliseconds(10));
    }
  }
  connection.execute("PRAGMA journal_size_limit=16777216");
}

// Reads a little of every table of records (the indexes can be rebuilt), so that gross damage shows before
// anything is written.
void touchEveryTable(Connection& connection) {
  std::vector<std::string> tables;
  {
    Query query(connection,
                "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND wr=0");
    while (query.next()) tables.push_back(query.text(0));
  }
  for (const auto& table : tables) {
    integerOf(connection, "SELECT rowid FROM \"" + table + "\" ORDER BY rowid LIMIT 1");
    integerOf(connection, "SELECT rowid FROM \"" + table + "\" ORDER BY rowid DESC LIMIT 1");
  }
}

class Opener {
 public:
  Opener(const StoreOptions& options, const std::vector<Migration>& steps, ProfilePaths paths)
      : m_options(options), m_steps(steps), m_paths(std::move(paths)) {}

  Result<OpenedProfile> open() {
    if (!anySessionAlive(m_paths)) {
      if (auto refused = refuseNewerFile(m_paths, newest()); !refused) return refused.error();
    }
    if (auto made = makeFolders(m_paths); !made) return made.error();
    if (auto refused = refuseReadOnlyFile(m_paths); !refused) return refused.error();
    auto lock = FileLock::take(m_paths.openingLock(), kWaitForOpening);
    if (!lock) return lock.error();
    m_alone = !anySessionAlive(m_paths);
    m_report.onNetworkShare = isOnNetworkShare(m_paths.profile);
    auto opened = prepareSound();
    if (!opened && opened.error().code == base::ErrorCode::StorageDamaged && m_alone)
      opened = replaceDamaged();
    if (!opened) return opened.error();
    auto begun = begin(std::move(*opened));
    // What is only read here (an index, the list of unfinished runs) shows its damage here.
    const bool again = !begun && begun.error().code == base::ErrorCode::StorageDamaged && m_alone &&
                       m_report.damagedFile.empty();
    if (!again) return begun;
    opened = replaceDamaged();
    if (!opened) return opened.error();
    return begin(std::move(*opened));
  }

 private:
  using Opened = std::unique_ptr<Connection>;

  int newest() const { return m_steps.back().number; }

  Result<Opened> prepareSound() {
    return guarded([&]() -> Result<Opened> {
      m_report.created = !fs::exists(m_paths.database());
      auto options = connectionOptions(m_options, m_paths);
      options.create = true;
      auto connection = std::make_unique<Connection>(options);
      if (auto ready = bringToNewestSchema(*connection); !ready) return ready.error();
      touchEveryTable(*connection);
      if (auto sound = checkIfMarked(*connection); !sound) return sound.error();
      return connection;
    });
  }

  Result<void> bringToNewestSchema(Connection& connection) {
    const auto state = schemaState(connection);
    if (state.application != 0 && state.application != kApplicationId)
      return base::Error{.code = base::ErrorCode::StorageFailed,
                         .detail = "a database of another program",
                         .subject = m_paths.database().string()};
    if (state.version > newest()) {
      sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
      return newerSchema(m_paths, state.version, newest());
    }
    useWal(connection);
    const bool old = !state.empty && state.version > 0 && state.version < newest();
    if (old) {
      if (auto copied = copyBeforeMigration(connection, state.version); !copied) return copied;
    }
    migrate(connection, m_steps);
    return {};
  }

  Result<void> copyBeforeMigration(Connection& connection, int version) {
    const auto target = m_paths.backups() / ("before-schema-" + std::to_string(newest()) + "-" +
                                             fileStamp(connection.clock().wallNow()) + ".db");
    if (auto copied = copyVerified(connection, target, m_options.vfs); !copied) return copied;
    m_report.migratedFrom = version;
    m_report.copyBeforeMigration = target;
    return {};
  }

  Result<void> checkIfMarked(Connection& connection) {
    if (!m_alone || !fs::exists(m_paths.damageMark())) return {};
    if (auto checked = quickCheck(connection); !checked) return checked;
    fs::remove(m_paths.damageMark());
    return {};
  }

  Result<Opened> replaceDamaged() {
    const auto damaged = moveDamagedAway(m_paths, m_options.clock->wallNow());
    if (!damaged) return damaged.error();
    base::log(base::LogLevel::Error, "store", "damaged", {{"file", damaged->filename().string()}});
    std::error_code ignored;
    fs::remove(m_paths.damageMark(), ignored);
    auto fresh = prepareSound();
    if (!fresh) return fresh;
    m_report.created = false;
    const auto salvaged = salvage(**fresh, *damaged, m_paths, m_options.vfs);
    if (!salvaged) return salvaged.error();
    m_report.damagedFile = *damaged;
    m_report.salvagedRecords = salvaged->salvagedRecords;
    m_report.lostRecords = salvaged->lostRecords;
    return fresh;
  }

  // Before this program's own session has a number, which a dead one of a salvaged file may have had, too.
  Sweep sweepBefore(Connection& connection) {
    countDeadLocks(m_paths, true);
    Transaction transaction(connection, Transaction::Kind::Write);
    const auto sweep = sweepSessions(connection, m_paths);
    if (!m_report.damagedFile.empty()) rebuildRunIndex(connection);
    transaction.commit();
    connection.takeChanges();
    return sweep;
  }

  Result<OpenedProfile> begin(Opened connection) {
    return guarded([&]() -> Result<OpenedProfile> {
      const auto sweep = sweepBefore(*connection);
      m_report.uncleanExit = sweep.deadSessions > 0;
      m_report.interruptedRuns = sweep.interruptedRuns;
      auto session = Session::begin(*connection, m_paths);
      if (!session) return session.error();
      return OpenedProfile{m_paths, std::move(connection), std::move(*session), m_report};
    });
  }

  const StoreOptions& m_options;
  const std::vector<Migration>& m_steps;
  ProfilePaths m_paths;
  OpenReport m_report;
  bool m_alone = false;
};

}  // namespace

ConnectionOptions connectionOptions(const StoreOptions& options, const ProfilePaths& paths) {
  return {.file = paths.database(),
          .vfs = options.vfs,
          .clock = options.clock,
          .ids = options.ids,
          .busyTimeout = options.busyTimeout};
}

void markDamaged(const ProfilePaths& paths) {
  std::ofstream(paths.damageMark()) << "met damage\n";
}

Result<OpenedProfile> openProfile(const StoreOptions& options, const std::vector<Migration>& steps) {
  return guarded([&] { return Opener(options, steps, ProfilePaths{fs::absolute(options.profile)}).open(); });
}

}  // namespace aiagent::store
