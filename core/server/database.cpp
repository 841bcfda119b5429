#include "core/server/database.h"

#include <libpq-fe.h>

#include <utility>

#include "core/server/pg_errors.h"

namespace aiagent::server {
namespace {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;

}  // namespace

struct Database::State {
  ~State() { PQfinish(connection); }

  PGconn* connection = nullptr;
};

Database::Database(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

base::Result<Database> Database::connect(const base::SecretString& url) {
  // The address's own settings win over these. A machine that is gone without a word is noticed within half a
  // minute.
  const char* const names[] = {"connect_timeout",  "application_name", "client_encoding",
                               "keepalives_idle",  "keepalives_count", "keepalives_interval",
                               "tcp_user_timeout", "dbname",           nullptr};
  const std::string address(url.reveal());
  const char* const values[] = {"10", "aiagent-server", "UTF8",          "10",   "3",
                                "5",  "20000",          address.c_str(), nullptr};
  auto state = std::make_unique<State>();
  state->connection = PQconnectdbParams(names, values, 1);
  if (PQstatus(state->connection) != CONNECTION_OK) return connectErrorOf(state->connection);
  PQsetNoticeProcessor(
      state->connection, [](void*, const char*) {}, nullptr);
  return Database(std::move(state));
}

base::Result<Rows> Database::query(const std::string& sql, const std::vector<Value>& values) {
  std::vector<const char*> texts;
  texts.reserve(values.size());
  for (const auto& value : values) texts.push_back(value ? value->c_str() : nullptr);
  const ResultPointer result(PQexecParams(m_state->connection, sql.c_str(), int(texts.size()), nullptr,
                                          texts.data(), nullptr, nullptr, 0));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
    return errorOf(m_state->connection, result.get());
  Rows rows(std::size_t(PQntuples(result.get())));
  for (int row = 0; row < PQntuples(result.get()); ++row)
    for (int column = 0; column < PQnfields(result.get()); ++column)
      rows[std::size_t(row)].push_back(PQgetisnull(result.get(), row, column) != 0
                                           ? Value()
                                           : Value(PQgetvalue(result.get(), row, column)));
  return rows;
}

base::Result<void> Database::script(const std::string& sql) {
  const ResultPointer result(PQexec(m_state->connection, sql.c_str()));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
    return errorOf(m_state->connection, result.get());
  return {};
}

Transaction::~Transaction() {
  if (m_open) static_cast<void>(m_database.script("ROLLBACK").ok());
}

base::Result<void> Transaction::begin() {
  auto begun = m_database.script("BEGIN");
  m_open = begun.ok();
  return begun;
}

base::Result<void> Transaction::commit() {
  m_open = false;
  return m_database.script("COMMIT");
}

}  // namespace aiagent::server
