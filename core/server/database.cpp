#include "core/server/database.h"

#include <libpq-fe.h>

#include <utility>

namespace aiagent::server {
namespace {

using base::Error;
using base::ErrorCode;

// https://www.postgresql.org/docs/15/errcodes-appendix.html
ErrorCode codeOf(std::string_view state) {
  if (state == "55P03" || state == "57014" || state == "25P03") return ErrorCode::Timeout;
  if (state == "40001" || state == "40P01") return ErrorCode::Conflict;
  if (state == "42501") return ErrorCode::Forbidden;
  if (state == "53100") return ErrorCode::StorageFull;
  if (state.starts_with("28")) return ErrorCode::Credentials;
  if (state.starts_with("08") || state.starts_with("57P") || state == "53300")
    return ErrorCode::ConnectionFailed;
  return ErrorCode::StorageFailed;
}

std::string withoutLineEnd(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;

}  // namespace

struct Database::State {
  ~State() { PQfinish(connection); }

  Error errorOf(const PGresult* result) const {
    const char* state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char* message = result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    if (state == nullptr || PQstatus(connection) != CONNECTION_OK)
      return {.code = ErrorCode::ConnectionFailed,
              .detail = "the connection to PostgreSQL broke",
              .said = withoutLineEnd(PQerrorMessage(connection))};
    return {.code = codeOf(state),
            .detail = std::string("SQLSTATE ") + state,
            .said = message != nullptr ? message : "",
            .providerCode = state};
  }

  PGconn* connection = nullptr;
};

Database::Database(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

base::Result<Database> Database::connect(const base::SecretString& url) {
  // The address's own settings win over these.
  const char* const names[] = {"connect_timeout", "application_name", "client_encoding", "dbname", nullptr};
  const std::string address(url.reveal());
  const char* const values[] = {"10", "aiagent-server", "UTF8", address.c_str(), nullptr};
  auto state = std::make_unique<State>();
  state->connection = PQconnectdbParams(names, values, 1);
  if (PQstatus(state->connection) != CONNECTION_OK) {
    const char* host = PQhost(state->connection);
    const bool refused =
        PQconnectionUsedPassword(state->connection) != 0 || PQconnectionNeedsPassword(state->connection) != 0;
    return Error{.code = refused ? ErrorCode::Credentials : ErrorCode::ConnectionFailed,
                 .detail = "no connection to PostgreSQL",
                 .subject = host != nullptr ? host : "",
                 .said = withoutLineEnd(PQerrorMessage(state->connection))};
  }
  PQsetNoticeProcessor(
      state->connection, [](void*, const char*) {}, nullptr);
  return Database(std::move(state));
}

base::Result<Rows> Database::query(const std::string& sql, const std::vector<Value>& values) {
  std::vector<const char*> texts;
  for (const auto& value : values) texts.push_back(value ? value->c_str() : nullptr);
  const ResultPointer result(PQexecParams(m_state->connection, sql.c_str(), int(texts.size()), nullptr,
                                          texts.data(), nullptr, nullptr, 0));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) return m_state->errorOf(result.get());
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
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) return m_state->errorOf(result.get());
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
