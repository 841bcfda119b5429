#include "core/store/agent_index.h"

#include <vector>

#include "core/store/sql.h"

namespace aiagent::store {
namespace {

bool isQueued(Connection& connection, std::int64_t agent) {
  Query query(connection, "SELECT 1 FROM agent_index_queue WHERE agent=?1");
  return query.bind(agent).next();
}

std::vector<std::int64_t> nextQueued(Connection& connection, int most) {
  std::vector<std::int64_t> agents;
  Query query(connection, "SELECT agent FROM agent_index_queue ORDER BY agent LIMIT ?1");
  query.bind(most);
  while (query.next()) agents.push_back(query.integer(0));
  return agents;
}

}  // namespace

AgentIndexes indexesThatDiffer(const domain::AgentContent& before, const domain::AgentContent& now) {
  AgentIndexes which;
  which.names = before.name != now.name;
  which.heads = which.names || before.description != now.description || before.tags != now.tags;
  which.texts = which.heads || before.prompt != now.prompt;
  return which;
}

void addToAgentIndex(Connection& connection, std::int64_t agent, AgentIndexes which) {
  if (!which.texts) return;  // the others go with it
  // VALUES, not SELECT: a statement that may write several rows is a savepoint, and FTS5 writes what it has
  // gathered to its tables at the end of each.
  Query texts(connection, "SELECT name, description, tags, prompt FROM agent_search WHERE number=?1");
  if (!texts.bind(agent).next()) return;
  const auto name = texts.view(0), description = texts.view(1), tags = texts.view(2), prompt = texts.view(3);
  if (which.names)
    Query(connection, "INSERT INTO agent_name_index(rowid, name) VALUES(?1, ?2)").bind(agent, name).run();
  if (which.heads)
    Query(connection, "INSERT INTO agent_head_index(rowid, name, description, tags) VALUES(?1, ?2, ?3, ?4)")
        .bind(agent, name, description, tags)
        .run();
  Query(connection,
        "INSERT INTO agent_text_index(rowid, name, description, tags, prompt) VALUES(?1, ?2, ?3, ?4, ?5)")
      .bind(agent, name, description, tags, prompt)
      .run();
}

bool removeFromAgentIndex(Connection& connection, std::int64_t agent, AgentIndexes which) {
  if (isQueued(connection, agent)) return false;
  if (which.names) Query(connection, "DELETE FROM agent_name_index WHERE rowid=?1").bind(agent).run();
  if (which.heads) Query(connection, "DELETE FROM agent_head_index WHERE rowid=?1").bind(agent).run();
  if (which.texts) Query(connection, "DELETE FROM agent_text_index WHERE rowid=?1").bind(agent).run();
  return true;
}

void queueForAgentIndex(Connection& connection, std::int64_t agent) {
  Query(connection, "INSERT INTO agent_index_queue(agent) VALUES(?1)").bind(agent).run();
}

bool hasQueuedAgents(Connection& connection) {
  return integerOf(connection, "SELECT EXISTS(SELECT 1 FROM agent_index_queue)") != 0;
}

std::int64_t indexQueuedAgents(Connection& connection, base::Milliseconds budget,
                               const std::function<bool()>& giveWay) {
  constexpr int kAtOnce = 20;
  const auto end = std::chrono::steady_clock::now() + budget;
  std::int64_t done = 0;
  do {
    const auto agents = nextQueued(connection, kAtOnce);
    if (agents.empty()) break;
    for (const auto agent : agents) {
      addToAgentIndex(connection, agent);
      Query(connection, "DELETE FROM agent_index_queue WHERE agent=?1").bind(agent).run();
    }
    done += static_cast<std::int64_t>(agents.size());
  } while (std::chrono::steady_clock::now() < end && !giveWay());
  return done;
}

void tuneIndexesForBulk(Connection& connection, bool bulk) {
  struct Setting {
    const char* name;
    int bulk;
    int usual;
  };
  // What a catch-up leaves in many pieces is merged little by little by later edits. With FTS5's own limit of
  // 16 pieces one of those edits would merge them all at once, for a second.
  static constexpr Setting kSettings[] = {
      {"automerge", 16, 4}, {"crisismerge", 64, 64}, {"hashsize", 16 << 20, 1 << 20}};
  for (const char* index : {"agent_name_index", "agent_head_index", "agent_text_index"}) {
    std::string sql("INSERT INTO ");
    sql.append(index).append("(").append(index).append(", rank) VALUES(?1, ?2)");
    for (const auto& setting : kSettings)
      Query(connection, sql).bind(setting.name, bulk ? setting.bulk : setting.usual).run();
  }
}

void queueAllAgents(Connection& connection) {
  connection.execute("INSERT INTO agent_name_index(agent_name_index) VALUES('delete-all')");
  connection.execute("INSERT INTO agent_head_index(agent_head_index) VALUES('delete-all')");
  connection.execute("INSERT INTO agent_text_index(agent_text_index) VALUES('delete-all')");
  connection.execute("INSERT OR IGNORE INTO agent_index_queue SELECT number FROM agent");
}

void rebuildRunIndex(Connection& connection) {
  connection.execute("INSERT INTO run_index(run_index) VALUES('delete-all')");
  connection.execute("UPDATE run SET indexed = status NOT IN ('queued', 'running')");
  connection.execute(
      "INSERT INTO run_index(rowid, text) SELECT s.number, s.text FROM run_search s "
      "JOIN run r USING(number) WHERE r.indexed");
}

void checkIndexes(Connection& connection) {
  connection.execute("INSERT INTO agent_name_index(agent_name_index, rank) VALUES('integrity-check', 1)");
  connection.execute("INSERT INTO agent_head_index(agent_head_index, rank) VALUES('integrity-check', 1)");
  connection.execute("INSERT INTO agent_text_index(agent_text_index, rank) VALUES('integrity-check', 1)");
  connection.execute("INSERT INTO run_index(run_index, rank) VALUES('integrity-check', 0)");
}

}  // namespace aiagent::store
