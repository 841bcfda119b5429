#include "core/store/row_copier.h"

#include <sqlite3.h>
#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLongestLeap = 64;
constexpr int kMostBadLeaps = 20'000;

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(Connection& connection, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection.handle(), sql.c_str(), -1, &statement, nullptr);
  if (code != SQLITE_OK) throwSqlite(connection.handle(), code);
  return Statement(statement);
}

std::vector<std::string> columnsOf(Connection& connection, const std::string& table) {
  std::vector<std::string> columns;
  const auto statement = prepare(connection, "SELECT name FROM pragma_table_info('" + table + "')");
  while (sqlite3_step(statement.get()) == SQLITE_ROW)
    columns.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0)));
  return columns;
}

std::string joined(const std::vector<std::string>& words, bool asParameters = false) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + (asParameters ? "?" : word);
  return text;
}

class Copier {
 public:
  Copier(Connection& source, Connection& target, const std::string& table) : m_target(target) {
    auto columns = columnsOf(source, table);
    const auto wanted = columnsOf(target, table);
    std::erase_if(columns, [&](const std::string& column) {
      return std::find(wanted.begin(), wanted.end(), column) == wanted.end();
    });
    m_columns = static_cast<int>(columns.size());
    if (m_columns == 0) return;
    const std::string select = "SELECT rowid, " + joined(columns) + " FROM " + table + " NOT INDEXED WHERE ";
    m_upward = prepare(source, select + "rowid > ?1 AND rowid < ?2 ORDER BY rowid");
    m_downward = prepare(source, select + "rowid > ?1 AND rowid < ?2 ORDER BY rowid DESC");
    m_insert = prepare(target, "INSERT OR IGNORE INTO " + table + "(" + joined(columns) + ") VALUES(" +
                                   joined(columns, true) + ")");
  }

  CopiedRows run() {
    if (m_columns == 0) return {0, true};
    std::int64_t low = kFirst;
    std::int64_t high = kLast;
    if (walk(m_upward, low, high, low)) return m_result;
    m_result.damaged = true;
    if (!walk(m_downward, low, high, high)) leapAcross(low, high);
    return m_result;
  }

 private:
  // Rows of (low, high) in the statement's direction; `reached` is the last that was read. True: to the end.
  bool walk(const Statement& statement, std::int64_t low, std::int64_t high, std::int64_t& reached) {
    sqlite3_reset(statement.get());
    sqlite3_bind_int64(statement.get(), 1, low);
    sqlite3_bind_int64(statement.get(), 2, high);
    int code = SQLITE_OK;
    while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
      reached = sqlite3_column_int64(statement.get(), 0);
      copyRow(statement.get());
    }
    sqlite3_reset(statement.get());
    return code == SQLITE_DONE;
  }

  // Between two bad pages there may be good ones. Seeks to ever further rows until one is on a good page,
  // then reads from there both ways.
  void leapAcross(std::int64_t low, std::int64_t high) {
    if (low == kFirst) low = 0;
    std::int64_t leap = 1;
    for (int bad = 0; bad < kMostBadLeaps && low < high - 1; ++bad) {
      const std::int64_t from = std::min(low + leap, high - 1);
      std::int64_t top = from;
      const std::int64_t before = m_result.copied;
      const bool toTheEnd = walk(m_upward, from, high, top);
      if (toTheEnd || m_result.copied > before) {
        std::int64_t bottom = from + 1;
        walk(m_downward, low, from + 1, bottom);
        leap = 1;
      } else {
        leap = std::min(leap * 2, kLongestLeap);
      }
      if (toTheEnd) return;
      low = top;
    }
  }

  void copyRow(sqlite3_stmt* row) {
    for (int i = 0; i < m_columns; ++i)
      sqlite3_bind_value(m_insert.get(), i + 1, sqlite3_column_value(row, i + 1));
    const int code = sqlite3_step(m_insert.get());
    sqlite3_reset(m_insert.get());
    if (code == SQLITE_DONE)
      m_result.copied += sqlite3_changes(m_target.handle());
    else if ((code & 0xff) != SQLITE_CONSTRAINT)
      throwSqlite(m_target.handle(), code);
  }

  Connection& m_target;
  int m_columns = 0;
  Statement m_upward, m_downward, m_insert;
  CopiedRows m_result;
};

}  // namespace

CopiedRows copyReadableRows(Connection& source, Connection& target, const std::string& table) {
  std::unique_ptr<Copier> copier;
  try {
    copier = std::make_unique<Copier>(source, target, table);
  } catch (const SQLite::Exception&) {
    return {0, true};  // the source does not have the table, or its definition is unreadable
  }
  return copier->run();
}

}  // namespace aiagent::store
