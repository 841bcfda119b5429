// What GET /v1/ops/database asks PostgreSQL 15, one statement a part; each answers one row with one jsonb,
// and reads statistics alone. Source: https://www.postgresql.org/docs/15/monitoring-stats.html and
// https://www.postgresql.org/docs/15/pgstatstatements.html
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aiagent::server {

struct OpsPart {
  std::string_view name;  // in the answer
  std::string_view sql;
};
// Without "migrations" and "statements", which need a look before.
const std::vector<OpsPart>& opsParts();

// The quoted schema of pg_stat_statements; no row where the extension is not there.
std::string_view statementsSchemaSql();
// The slowest statements, from the extension in `schema`, which is quoted already. Only SELECT, INSERT,
// UPDATE, DELETE, MERGE and WITH are told, and of them only what stands before a literal or a comment: the
// extension keeps utility statements as they came (with passwords), and now and then one that it had
// forgotten meanwhile.
std::string statementsSql(std::string_view schema);

}  // namespace aiagent::server
