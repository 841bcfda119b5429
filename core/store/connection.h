// Connection: one open database handle with everything a repository needs beside it. Used by one thread at a
// time; stop() alone may come from another.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace SQLite {
class Database;
}

namespace aiagent::store {

class Tokenizer;

struct ConnectionOptions {
  std::filesystem::path file;
  std::string vfs;  // empty: the default
  const base::Clock* clock = nullptr;
  base::UuidSource* ids = nullptr;
  base::Milliseconds busyTimeout{5'000};
  bool queryOnly = false;
  bool create = false;
  bool foreignKeys = true;
  int cacheKib = 8'000;
};

class Connection {
 public:
  // Opens and sets it up (pragmas, busy handler, tokenizer); throws SQLite::Exception. Touches no content.
  explicit Connection(ConnectionOptions options);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() const;
  const base::Clock& clock() const { return *m_options.clock; }
  base::UuidSource& ids() const { return *m_options.ids; }
  Tokenizer& tokenizer() { return *m_tokenizer; }

  // Runs statements that answer nothing; throws.
  void execute(const char* sql);
  bool inTransaction() const;

  // session.number of this program; 0 while the profile is being opened.
  std::int64_t session() const { return m_session; }
  void setSession(std::int64_t number) { m_session = number; }

  void setBusyTimeout(base::Milliseconds timeout) { m_options.busyTimeout = timeout; }

  // What the running transaction has changed; taken after its commit.
  void noteChange(const Change& change) { m_changes.push_back(change); }
  std::vector<Change> takeChanges() { return std::exchange(m_changes, {}); }

  // While what a server told is written: those changes are no edits of this device (sync_tracking.h).
  bool following() const { return m_following; }
  void setFollowing(bool following) { m_following = following; }

  // From any thread: the statement that runs, and every one until resume(), ends with SQLITE_INTERRUPT.
  void stop();
  void resume() { m_stopped = false; }
  bool stopped() const { return m_stopped; }

  // Prepared statements, kept for the next time. For Query alone.
  struct Prepared {
    sqlite3_stmt* statement = nullptr;
    std::string_view sql;  // the statement's own
    bool lent = false;
    bool kept = false;
  };
  Prepared* borrow(std::string_view sql);
  void giveBack(Prepared* prepared);

 private:
  struct BusyState {
    const Connection* connection = nullptr;
    base::Instant since{};
  };
  static int onBusy(void* state, int attempt);
  void applyPragmas();
  Prepared* findIdle(std::string_view sql);
  std::unique_ptr<Prepared> prepare(std::string_view sql);

  ConnectionOptions m_options;
  std::unique_ptr<SQLite::Database> m_database;
  std::unordered_multimap<std::string_view, std::unique_ptr<Prepared>> m_prepared;
  std::array<Prepared*, 256> m_near{};  // the last of a text's address, so that most texts are not hashed
  std::unique_ptr<Tokenizer> m_tokenizer;
  std::vector<Change> m_changes;
  std::int64_t m_session = 0;
  bool m_following = false;
  BusyState m_busy;
  std::atomic<bool> m_stopped{false};
};

// BEGIN … COMMIT; rolled back when it goes out of scope uncommitted.
class Transaction {
 public:
  enum class Kind { Write, Read };
  // Write waits for other programs' writes (busy timeout), then holds the write lock. Throws.
  Transaction(Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  // Throws; the transaction is rolled back then.
  void commit();

 private:
  Connection& m_connection;
};

}  // namespace aiagent::store
