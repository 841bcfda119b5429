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
  for (const auto& [sql, prepared] : m_prepared) sqlite3_finalize(prepared->statement);
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
  // What is deleted is overwritten where that writes no further page. Debian's SQLite otherwise writes every
  // page that becomes free once more, which for what passes through (the outbox) is most of the work.
  execute("PRAGMA secure_delete=FAST");
  // A commit that finds so many pages in the WAL checkpoints it, which a person waits for; the store does it
  // some seconds after an edit by itself (Engine).
  execute("PRAGMA wal_autocheckpoint=4000");
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

Connection::Prepared* Connection::borrow(std::string_view sql) {
  auto& near = m_near[(reinterpret_cast<std::uintptr_t>(sql.data()) >> 3) % m_near.size()];
  Prepared* found = near && !near->lent && near->sql == sql ? near : findIdle(sql);
  if (!found) {
    constexpr std::size_t kMostKept = 200;
    auto fresh = prepare(sql);
    found = fresh.get();
    found->kept = m_prepared.size() < kMostKept;
    found->kept ? void(m_prepared.emplace(found->sql, std::move(fresh))) : void(fresh.release());
  }
  if (found->kept) near = found;
  found->lent = true;
  return found;
}

Connection::Prepared* Connection::findIdle(std::string_view sql) {
  const auto [begin, end] = m_prepared.equal_range(sql);
  for (auto each = begin; each != end; ++each)
    if (!each->second->lent) return each->second.get();
  return nullptr;
}

std::unique_ptr<Connection::Prepared> Connection::prepare(std::string_view sql) {
  auto fresh = std::make_unique<Prepared>();
  const int code = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &fresh->statement, nullptr);
  if (code != SQLITE_OK) throwSqlite(handle(), code);
  fresh->sql = sqlite3_sql(fresh->statement);
  return fresh;
}

void Connection::giveBack(Prepared* prepared) {
  sqlite3_reset(prepared->statement);
  sqlite3_clear_bindings(prepared->statement);
  prepared->lent = false;
  if (prepared->kept) return;
  sqlite3_finalize(prepared->statement);
  delete prepared;
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
