// Query: one statement, bound and stepped. Throws SQLite::Exception; the repositories catch it (guarded()).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/connection.h"

namespace aiagent::store {

// A statement is prepared once per connection and kept. Rows: while (query.next()) … query.text(0).
class Query {
 public:
  Query(Connection& connection, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Binds the next parameters in order. Text and blobs are copied.
  template <class... Values>
  Query& bind(const Values&... values) {
    (put(values), ...);
    return *this;
  }
  // Steps to the next row; false at the end.
  bool next();
  // Steps to the end.
  void run();
  // To bind all anew and step once more.
  void reset();

  bool isNull(int column) const;
  bool boolean(int column) const { return integer(column) != 0; }
  std::int64_t integer(int column) const;
  int number(int column) const { return static_cast<int>(integer(column)); }
  double real(int column) const;
  // Valid until the next step.
  std::string_view view(int column) const;
  std::string text(int column) const { return std::string(view(column)); }
  std::optional<std::int64_t> maybeInteger(int column) const;
  std::optional<base::Milliseconds> maybeDuration(int column) const;
  base::WallTime time(int column) const { return base::wallTimeFromMillis(integer(column)); }
  base::Uuid uuid(int column) const;  // null UUID for NULL
  template <class AnyId>
  AnyId id(int column) const {
    return AnyId{uuid(column)};
  }

 private:
  void put(std::nullptr_t);
  void put(std::int64_t value);
  void put(double value);
  void put(std::string_view value);
  void put(const std::string& value) { put(std::string_view(value)); }
  void put(const char* value) { put(std::string_view(value)); }
  void put(int value) { put(std::int64_t{value}); }
  void put(bool value) { put(std::int64_t{value}); }
  void put(base::WallTime value) { put(base::toMillis(value)); }
  void put(base::Milliseconds value) { put(std::int64_t{value.count()}); }
  void put(const base::Uuid& value);  // a null UUID as NULL
  template <class Tag>
  void put(const base::Id<Tag>& value) {
    put(value.uuid);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    value ? put(*value) : put(nullptr);
  }
  int nextIndex() { return ++m_bound; }
  void checkBind(int code);
  // A copy that lives as long as the binding: here where it is small, else null, and SQLite makes one.
  const char* kept(std::string_view bytes);

  Connection& m_connection;
  Connection::Prepared* m_prepared;
  sqlite3_stmt* m_statement;
  int m_bound = 0;
  std::size_t m_keptBytes = 0;
  std::array<char, 128> m_kept;
};

std::int64_t lastInsertedNumber(Connection& connection);
int changedRows(Connection& connection);
// PRAGMA name, or any statement with one answer of one integer.
std::int64_t integerOf(Connection& connection, std::string_view sql);
// meta: what the store keeps about the file.
std::optional<std::int64_t> metaInteger(Connection& connection, std::string_view key);
void setMeta(Connection& connection, std::string_view key, std::int64_t value);

}  // namespace aiagent::store
