#include "core/base/utf8.h"
#include "core/store/connection.h"
#include "core/store/run_repository.h"
#include "core/store/search_terms.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::RunSummary;

// The request's columns by queries of their own: they are asked for the rows that are given alone.
constexpr char kColumns[] =
    "SELECT r.id, r.agent, r.agent_name, r.model, r.input_start, r.status, r.usage_output, r.cost_nano_usd, "
    "r.after_finished, r.created, (SELECT v.ordinal FROM run_request o JOIN agent_version v ON v.id = "
    "o.version "
    "WHERE o.run = r.number), (SELECT o.from_draft FROM run_request o WHERE o.run = r.number) FROM ";

RunSummary readSummary(const Query& row) {
  return {.id = row.id<domain::RunId>(0),
          .agent = row.id<domain::AgentId>(1),
          .agentName = row.text(2),
          .model = row.text(3),
          .inputStart = row.text(4),
          .status = domain::runStatusFromWord(row.view(5)).value_or(domain::RunStatus::Interrupted),
          .outputTokens = row.maybeInteger(6),
          .costNanoUsd = row.maybeInteger(7),
          .duration = row.maybeDuration(8),
          .created = row.time(9),
          .versionNumber = row.maybeInteger(10).value_or(0),
          .fromDraft = row.maybeInteger(11).value_or(0) != 0};
}

// ?1 limit, ?2 offset, ?3 search, ?4 agent, ?5 status.
std::string listSql(const RunQuery& query, bool searching, bool byWords) {
  std::string sql = kColumns;
  std::string order = " ORDER BY r.created DESC, r.number DESC";
  if (byWords) {
    sql += "run_index i CROSS JOIN run r ON r.number = i.rowid WHERE i.run_index MATCH ?3";
    order = " ORDER BY i.rowid DESC";
  } else if (searching) {
    sql += "run r JOIN run_request q ON q.run = r.number WHERE instr(q.input, ?3) > 0";
  } else {
    sql += "run r WHERE ?3 = ''";
  }
  if (query.agent) sql += " AND r.agent IS ?4";
  if (query.status) sql += " AND r.status = ?5";
  return sql + order + " LIMIT ?1 OFFSET ?2";
}

}  // namespace

Result<RunPage> listRuns(Connection& connection, const RunQuery& query) {
  return guarded([&]() -> Result<RunPage> {
    RunPage page;
    const auto typed = base::trimmed(query.search);
    const auto terms = parseSearch(connection.tokenizer(), typed);
    const std::string search = terms.empty() ? std::string(typed) : terms.expression();
    Query rows(connection, listSql(query, !typed.empty(), !terms.empty()));
    const bool limited = query.limit > 0;
    rows.bind(limited ? query.limit + 1 : -1, query.offset, search);
    if (query.agent || query.status) rows.bind(query.agent);
    if (query.status) rows.bind(domain::toWord(*query.status));
    while (rows.next()) {
      page.more = limited && page.rows.size() == static_cast<std::size_t>(query.limit);
      if (!page.more) page.rows.push_back(readSummary(rows));
    }
    return page;
  });
}

}  // namespace aiagent::store
