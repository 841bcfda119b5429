#include "core/store/sql.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>

#include "core/store/connection.h"
#include "core/store/sql_error.h"

namespace aiagent::store {

Query::Query(Connection& connection, std::string_view sql)
    : m_connection(connection), m_prepared(connection.borrow(sql)), m_statement(m_prepared->statement) {}

Query::~Query() {
  m_connection.giveBack(m_prepared);
}

bool Query::next() {
  if (m_connection.stopped()) throwSqlite(m_connection.handle(), SQLITE_INTERRUPT);
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throwSqlite(m_connection.handle(), code);
}

void Query::run() {
  while (next()) continue;
}

void Query::reset() {
  sqlite3_reset(m_statement);
  m_bound = 0;
  m_keptBytes = 0;
}

const char* Query::kept(std::string_view bytes) {
  if (bytes.size() > m_kept.size() - m_keptBytes) return nullptr;
  char* copy = m_kept.data() + m_keptBytes;
  std::copy(bytes.begin(), bytes.end(), copy);
  m_keptBytes += bytes.size();
  return copy;
}

void Query::checkBind(int code) {
  if (code != SQLITE_OK) throwSqlite(m_connection.handle(), code);
}

void Query::put(std::nullptr_t) {
  checkBind(sqlite3_bind_null(m_statement, nextIndex()));
}
void Query::put(std::int64_t value) {
  checkBind(sqlite3_bind_int64(m_statement, nextIndex(), value));
}
void Query::put(double value) {
  checkBind(sqlite3_bind_double(m_statement, nextIndex(), value));
}

void Query::put(std::string_view value) {
  const char* copy = kept(value);
  checkBind(sqlite3_bind_text64(m_statement, nextIndex(), copy ? copy : value.data(), value.size(),
                                copy ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::put(const base::Uuid& value) {
  if (value.isNull()) return put(nullptr);
  const std::string_view bytes(reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size());
  const char* copy = kept(bytes);
  checkBind(sqlite3_bind_blob(m_statement, nextIndex(), copy ? copy : bytes.data(),
                              static_cast<int>(bytes.size()), copy ? SQLITE_STATIC : SQLITE_TRANSIENT));
}

bool Query::isNull(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(m_statement, column);
}
double Query::real(int column) const {
  return sqlite3_column_double(m_statement, column);
}

std::string_view Query::view(int column) const {
  const void* data = sqlite3_column_blob(m_statement, column);
  const int size = sqlite3_column_bytes(m_statement, column);
  return data == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

std::optional<std::int64_t> Query::maybeInteger(int column) const {
  return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<base::Milliseconds> Query::maybeDuration(int column) const {
  return isNull(column) ? std::nullopt : std::optional(base::Milliseconds(integer(column)));
}

base::Uuid Query::uuid(int column) const {
  base::Uuid uuid;
  const auto bytes = view(column);
  if (bytes.size() == uuid.bytes.size()) std::copy(bytes.begin(), bytes.end(), uuid.bytes.begin());
  return uuid;
}

std::int64_t lastInsertedNumber(Connection& connection) {
  return sqlite3_last_insert_rowid(connection.handle());
}

int changedRows(Connection& connection) {
  return sqlite3_changes(connection.handle());
}

std::int64_t integerOf(Connection& connection, std::string_view sql) {
  Query query(connection, sql);
  return query.next() ? query.integer(0) : 0;
}

std::optional<std::int64_t> metaInteger(Connection& connection, std::string_view key) {
  Query query(connection, "SELECT CAST(value AS INTEGER) FROM meta WHERE key=?1");
  return query.bind(key).next() ? std::optional(query.integer(0)) : std::nullopt;
}

void setMeta(Connection& connection, std::string_view key, std::int64_t value) {
  Query(connection,
        "INSERT INTO meta(key, value) VALUES(?1, ?2) "
        "ON CONFLICT(key) DO UPDATE SET value=excluded.value")
      .bind(key, std::to_string(value))
      .run();
}

}  // namespace aiagent::store
