#include <limits>

#include "core/base/utf8.h"
#include "core/store/agent_index.h"
#include "core/store/agent_repository.h"
#include "core/store/agent_search.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::AgentSummary;

constexpr char kTagSeparator = '\x1f';
// The columns that readSummary() takes, of agents aliased "a".
constexpr char kSummaryColumns[] =
    "SELECT a.number, a.id, a.name, a.description, a.model, a.archived, a.revision, a.updated, "
    "EXISTS(SELECT 1 FROM agent_draft d WHERE d.agent = a.number), "
    "(SELECT group_concat(t.tag, char(31)) FROM (SELECT tag FROM agent_tag WHERE agent = a.number ORDER BY "
    "tag) t) "
    "FROM agent a ";

std::vector<std::string> splitTags(std::string_view joined) {
  std::vector<std::string> tags;
  while (!joined.empty()) {
    const auto end = std::min(joined.find(kTagSeparator), joined.size());
    tags.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return tags;
}

AgentSummary readSummary(const Query& row) {
  AgentSummary summary;
  summary.id = row.id<domain::AgentId>(1);
  summary.name = row.text(2);
  summary.description = row.text(3);
  summary.model = row.text(4);
  summary.archived = row.boolean(5);
  summary.revision = row.integer(6);
  summary.updated = row.time(7);
  summary.hasDraft = row.boolean(8);
  summary.tags = splitTags(row.view(9));
  return summary;
}

std::string_view orderSql(AgentOrder order) {
  switch (order) {
    case AgentOrder::RecentFirst: return " ORDER BY a.updated DESC, a.number DESC";
    case AgentOrder::OldestFirst: return " ORDER BY a.updated, a.number";
    case AgentOrder::NameAscending: return " ORDER BY a.name_key, a.name, a.number";
    case AgentOrder::NameDescending: return " ORDER BY a.name_key DESC, a.name DESC, a.number DESC";
  }
  return "";
}

std::int64_t lastWanted(const AgentQuery& query) {
  return query.limit > 0 ? std::int64_t{query.offset} + query.limit
                         : std::numeric_limits<std::int64_t>::max() - 1;
}

void listInOrder(Connection& connection, const AgentQuery& query, AgentPage& page) {
  const bool limited = query.limit > 0;
  std::string sql = std::string(kSummaryColumns) + "WHERE TRUE" + filterSql(query, 3);
  sql += orderSql(query.order);
  sql += " LIMIT ?1 OFFSET ?2";
  Query rows(connection, sql);
  rows.bind(limited ? query.limit + 1 : -1, query.offset);
  for (const auto& tag : query.tags) rows.bind(tag);
  while (rows.next()) {
    page.more = limited && page.rows.size() == static_cast<std::size_t>(query.limit);
    if (!page.more) page.rows.push_back(readSummary(rows));
  }
}

std::string promptOf(Connection& connection, std::int64_t agent) {
  Query query(connection, "SELECT substr(prompt, 1, 300000) FROM agent_body WHERE agent=?1");
  return query.bind(agent).next() ? query.text(0) : std::string();
}

// Where the person sees why a row was found: description, prompt, tags, or the name itself.
std::string searchSnippet(Connection& connection, const SearchTerms& terms, std::int64_t agent,
                          const AgentSummary& summary) {
  auto& tokenizer = connection.tokenizer();
  if (auto snippet = snippetOf(tokenizer, terms, summary.description); !snippet.empty()) return snippet;
  if (auto snippet = snippetOf(tokenizer, terms, promptOf(connection, agent)); !snippet.empty())
    return snippet;
  std::string tags;
  for (const auto& tag : summary.tags) tags += (tags.empty() ? "" : " ") + tag;
  if (auto snippet = snippetOf(tokenizer, terms, tags); !snippet.empty()) return snippet;
  return snippetOf(tokenizer, terms, summary.name);
}

void listRanked(Connection& connection, const AgentQuery& query, AgentPage& page) {
  const auto terms = parseSearch(connection.tokenizer(), query.search);
  const auto numbers = searchAgents(connection, query, terms, lastWanted(query) + 1);
  page.more = static_cast<std::int64_t>(numbers.size()) > lastWanted(query);
  const std::size_t end = page.more ? numbers.size() - 1 : numbers.size();
  Query row(connection, std::string(kSummaryColumns) + "WHERE a.number=?1");
  for (auto i = static_cast<std::size_t>(query.offset); i < end; ++i) {
    if (row.bind(numbers[i]).next()) {
      page.rows.push_back(readSummary(row));
      page.rows.back().snippet = searchSnippet(connection, terms, numbers[i], page.rows.back());
    }
    row.reset();
  }
}

}  // namespace

Result<AgentPage> listAgents(Connection& connection, const AgentQuery& query) {
  return guarded([&]() -> Result<AgentPage> {
    AgentPage page;
    page.indexIncomplete = hasQueuedAgents(connection);
    if (base::trimmed(query.search).empty())
      listInOrder(connection, query, page);
    else
      listRanked(connection, query, page);
    return page;
  });
}

}  // namespace aiagent::store
