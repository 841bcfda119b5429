// Database: one connection to PostgreSQL, through libpq. Blocking; call from one thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret_string.h"

namespace aiagent::server {

using Value = std::optional<std::string>;  // nothing for NULL; everything else as PostgreSQL writes it
using Rows = std::vector<std::vector<Value>>;

// Errors: ConnectionFailed (no connection, or it broke), Credentials, Forbidden (no right), Timeout (a lock
// or the statement took too long), Conflict (serialization or deadlock), StorageFull, StorageFailed
// otherwise. Try again on the first, the fourth and the fifth. `providerCode` is the SQLSTATE, `said`
// PostgreSQL's sentence.
class Database {
 public:
  static base::Result<Database> connect(const base::SecretString& url);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // One statement; $1 … stand for `values`.
  base::Result<Rows> query(const std::string& sql, const std::vector<Value>& values = {});
  // Any number of statements. Outside a transaction they are one.
  base::Result<void> script(const std::string& sql);

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

// BEGIN … COMMIT; rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database) : m_database(database) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  base::Result<void> begin();
  base::Result<void> commit();

 private:
  Database& m_database;
  bool m_open = false;
};

}  // namespace aiagent::server
