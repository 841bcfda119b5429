#include "core/store/agent_search.h"

#include <unordered_set>

#include "core/store/sql.h"

namespace aiagent::store {
namespace {

// Collects numbers, each once, until there are enough.
class Ranking {
 public:
  Ranking(Connection& connection, const AgentQuery& query, std::int64_t most)
      : m_connection(connection), m_query(query), m_most(static_cast<std::size_t>(most)) {}

  bool full() const { return m_numbers.size() >= m_most; }

  // `sql` begins with the search, has two parameters of its own and ends before filters and order.
  void collect(const std::string& sql, const std::string& order, std::string_view first,
               std::string_view second) {
    if (full()) return;
    Query rows(m_connection, sql + filterSql(m_query, 3) + order);
    rows.bind(first, second);
    for (const auto& tag : m_query.tags) rows.bind(tag);
    while (!full() && rows.next())
      if (m_seen.insert(rows.integer(0)).second) m_numbers.push_back(rows.integer(0));
  }
  std::vector<std::int64_t> take() { return std::move(m_numbers); }

 private:
  Connection& m_connection;
  const AgentQuery& m_query;
  std::size_t m_most;
  std::vector<std::int64_t> m_numbers;
  std::unordered_set<std::int64_t> m_seen;
};

// CROSS JOIN: the index is the outer loop, whose order by rowid costs nothing.
std::string inIndex(const char* index) {
  return std::string("SELECT a.number FROM ") + index +
         " i CROSS JOIN agent a ON a.number = i.rowid WHERE i." + index + " MATCH ?1 AND ?2 = ''";
}

constexpr char kNewestFirst[] = " ORDER BY i.rowid DESC";

void collectByWords(Ranking& ranking, const SearchTerms& terms) {
  const std::string all = terms.expression();
  ranking.collect(
      "SELECT a.number FROM agent a INDEXED BY agent_by_key WHERE a.name_key >= ?1 AND a.name_key < ?2",
      " ORDER BY a.name_key, a.name, a.number", terms.key, terms.key + "\xF4\x8F\xBF\xBF");
  ranking.collect(inIndex("agent_name_index"), kNewestFirst, all, "");
  ranking.collect(inIndex("agent_head_index"), kNewestFirst, "{name description} : (" + all + ")", "");
  ranking.collect(inIndex("agent_head_index"), kNewestFirst, all, "");
  ranking.collect(inIndex("agent_text_index"), kNewestFirst, all, "");
}

}  // namespace

std::string filterSql(const AgentQuery& query, int firstTag) {
  std::string sql;
  if (query.archive == ArchiveFilter::ActiveOnly) sql += " AND a.archived = 0";
  if (query.archive == ArchiveFilter::ArchivedOnly) sql += " AND a.archived = 1";
  for (std::size_t i = 0; i < query.tags.size(); ++i)
    sql += " AND a.number IN (SELECT t.agent FROM agent_tag t WHERE t.tag = ?" +
           std::to_string(firstTag + static_cast<int>(i)) + ")";
  return sql;
}

std::vector<std::int64_t> searchAgents(Connection& connection, const AgentQuery& query,
                                       const SearchTerms& terms, std::int64_t most) {
  Ranking ranking(connection, query, most);
  if (terms.empty())  // punctuation alone: names that hold it as it stands
    ranking.collect("SELECT a.number FROM agent a WHERE instr(a.name, ?1) > 0 AND ?2 = ''",
                    " ORDER BY a.name_key, a.name, a.number", query.search, "");
  else
    collectByWords(ranking, terms);
  return ranking.take();
}

}  // namespace aiagent::store
