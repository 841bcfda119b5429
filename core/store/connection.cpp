#include "core/store/connection.h"

#include <sqlite3.h>
#include <SQLiteCpp/Database.h>

#include <thread>

#include "core/base/check.h"
#include "core/store/sql_error.h"
#include "core/store/tokenizer.h"

namespace aiagent::store {
namespace {

// SQLite counts its memory under a mutex at each allocation, which nobody asks for: a fifth of an indexing.
// Refused, harmlessly, where SQLite was in use before.
void configureOnce() {
  static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(code);
}

int openFlags(const ConnectionOptions& options) {
  configureOnce();
  // Also a reader opens for writing: it must be able to recover the WAL after a crash. query_only keeps it
  // from changing anything.
  return SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX | (options.create ? SQLite::OPEN_CREATE : 0);
}

}  // namespace

Connection::Connection(ConnectionOptions options)
    : m_options(std::move(options)),
      m_database(std::make_unique<SQLite::Database>(m_options.file.string(), openFlags(m_options), 0,
                                                    m_options.vfs)) {
  CHECK(m_options.clock != nullptr && m_options.ids != nullptr);
  m_busy.connection = this;
  sqlite3_extended_result_codes(handle(), 1);
  sqlite3_busy_handler(handle(), &Connection::onBusy, &m_busy);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  m_tokenizer = std::make_unique<Tokenizer>(handle());
  applyPragmas();
}

Connection::~Connection() {
  for (const auto& [sql, statement] : m_idle) sqlite3_finalize(statement);
}

sqlite3* Connection::handle() const {
  return m_database->getHandle();
}

// No pragma here reads or writes the file's content, so that a damaged or newer file gets this far.
void Connection::applyPragmas() {
  execute("PRAGMA synchronous=FULL");
  execute(m_options.foreignKeys ? "PRAGMA foreign_keys=ON" : "PRAGMA foreign_keys=OFF");
  execute("PRAGMA cell_size_check=ON");
  execute("PRAGMA temp_store=MEMORY");
  execute(("PRAGMA cache_size=-" + std::to_string(m_options.cacheKib)).c_str());
  if (m_options.queryOnly) execute("PRAGMA query_only=ON");
}

// SQLite's own handler soon sleeps 100 ms at a time, so that a program which writes much (an index that
// catches up) could starve the others; short sleeps find the gaps it leaves.
int Connection::onBusy(void* state, int attempt) {
  auto& busy = *static_cast<BusyState*>(state);
  const auto now = std::chrono::steady_clock::now();
  if (attempt == 0) busy.since = now;
  if (busy.connection->stopped() || now - busy.since >= busy.connection->m_options.busyTimeout) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds(attempt < 10 ? 1 : 4));
  return 1;
}

void Connection::execute(const char* sql) {
  const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throwSqlite(handle(), code);
}

bool Connection::inTransaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

void Connection::stop() {
  m_stopped = true;
  sqlite3_interrupt(handle());
}

sqlite3_stmt* Connection::borrow(std::string_view sql) {
  if (const auto found = m_idle.find(sql); found != m_idle.end()) {
    sqlite3_stmt* statement = found->second;
    m_idle.erase(found);
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) throwSqlite(handle(), code);
  return statement;
}

void Connection::giveBack(sqlite3_stmt* statement) {
  constexpr std::size_t kMostIdle = 200;
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  if (m_idle.size() >= kMostIdle)
    sqlite3_finalize(statement);
  else
    m_idle.emplace(sqlite3_sql(statement), statement);
}

Transaction::Transaction(Connection& connection, Kind kind) : m_connection(connection) {
  m_connection.takeChanges();
  m_connection.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // SQLite has rolled back by itself after some errors (disk full, I/O).
  if (!m_connection.inTransaction()) return;
  sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  m_connection.takeChanges();
}

void Transaction::commit() {
  m_connection.execute("COMMIT");
}

}  // namespace aiagent::store
