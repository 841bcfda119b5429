#include "core/server/pg_errors.h"

#include <libpq-fe.h>

#include <string_view>

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

}  // namespace

Error errorOf(const pg_conn* connection, const pg_result* result) {
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

Error connectErrorOf(const pg_conn* connection) {
  const char* host = PQhost(connection);
  const bool refused =
      PQconnectionUsedPassword(connection) != 0 || PQconnectionNeedsPassword(connection) != 0;
  return {.code = refused ? ErrorCode::Credentials : ErrorCode::ConnectionFailed,
          .detail = "no connection to PostgreSQL",
          .subject = host != nullptr ? host : "",
          .said = withoutLineEnd(PQerrorMessage(connection))};
}

}  // namespace aiagent::server
