#include "core/store/agent_record.h"

#include "core/store/agent_index.h"
#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/sql.h"
#include "core/store/tokenizer.h"
#include "core/store/version_rows.h"

namespace aiagent::store {
namespace {

using domain::Agent;
using domain::AgentContent;
using domain::AgentId;

constexpr char kAgentColumns[] =
    "SELECT a.number, a.id, a.archived, a.revision, a.created, a.updated, a.owner, a.head_version, a.name, "
    "a.model, a.description, b.tools, b.output_schema, b.prompt FROM agent a "
    "JOIN agent_body b ON b.agent = a.number WHERE a.id=?1";

bool sameLists(const AgentContent& one, const AgentContent& other) {
  return one.tags == other.tags && one.starters == other.starters && one.parameters == other.parameters &&
         one.variables == other.variables && one.cases == other.cases && one.knowledge == other.knowledge;
}

}  // namespace

std::optional<NumberedAgent> readAgent(Connection& connection, AgentId id) {
  Query row(connection, kAgentColumns);
  if (!row.bind(id).next()) return std::nullopt;
  NumberedAgent found{.number = row.integer(0), .agent = {}};
  Agent& agent = found.agent;
  agent.id = row.id<AgentId>(1);
  agent.archived = row.boolean(2);
  agent.revision = row.integer(3);
  agent.created = row.time(4);
  agent.updated = row.time(5);
  agent.owner = row.id<domain::UserId>(6);
  agent.headVersion = row.id<domain::VersionId>(7);
  agent.content.name = row.text(8);
  agent.content.model = row.text(9);
  agent.content.description = row.text(10);
  agent.content.tools = row.text(11);
  agent.content.outputSchema = row.text(12);
  agent.content.prompt = row.text(13);
  readLists(connection, ContentHolder::Agent, found.number, agent.content);
  return found;
}

std::int64_t writeWholeAgent(Connection& connection, const Agent& agent) {
  const auto& content = agent.content;
  Query(connection,
        "INSERT INTO agent(id, revision, created, updated, name, name_key, model, description, archived, "
        "owner, "
        "head_version) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
      .bind(agent.id, agent.revision, agent.created, agent.updated, content.name,
            connection.tokenizer().key(content.name), content.model, content.description, agent.archived,
            agent.owner, agent.headVersion)
      .run();
  const auto number = lastInsertedNumber(connection);
  Query(connection, "INSERT INTO agent_body(agent, tools, output_schema, prompt) VALUES(?1, ?2, ?3, ?4)")
      .bind(number, content.tools, content.outputSchema, content.prompt)
      .run();
  writeLists(connection, ContentHolder::Agent, number, content);
  recordChange(connection, RecordKind::Agent, agent.id.uuid, ChangeOp::Put);
  return number;
}

NumberedAgent writeNewAgent(Connection& connection, const AgentContent& content, AgentId id) {
  NumberedAgent made;
  Agent& agent = made.agent;
  agent.id = id.isNull() ? connection.ids().make<AgentId>() : id;
  agent.content = content;
  agent.revision = 1;
  agent.created = agent.updated = connection.clock().wallNow();
  made.number = writeWholeAgent(connection, agent);
  return made;
}

void dropDraft(Connection& connection, std::int64_t number, AgentId id) {
  Query(connection, "DELETE FROM agent_draft WHERE agent=?1").bind(number).run();
  if (changedRows(connection) > 0)
    recordChange(connection, RecordKind::AgentDraft, id.uuid, ChangeOp::Delete);
}

void overwriteAgent(Connection& connection, std::int64_t number, const Agent& agent) {
  const auto& content = agent.content;
  const auto before = readAgent(connection, agent.id);
  const auto differing = before ? indexesThatDiffer(before->agent.content, content) : AgentIndexes{};
  const bool indexed = removeFromAgentIndex(connection, number, differing);
  Query(connection,
        "UPDATE agent SET revision=?2, updated=?3, name=?4, name_key=?5, model=?6, description=?7 "
        "WHERE number=?1")
      .bind(number, agent.revision, agent.updated, content.name, connection.tokenizer().key(content.name),
            content.model, content.description)
      .run();
  Query(connection, "UPDATE agent_body SET tools=?2, output_schema=?3, prompt=?4 WHERE agent=?1")
      .bind(number, content.tools, content.outputSchema, content.prompt)
      .run();
  if (!before || !sameLists(before->agent.content, content)) {
    removeLists(connection, ContentHolder::Agent, number);
    writeLists(connection, ContentHolder::Agent, number, content);
  }
  if (indexed) addToAgentIndex(connection, number, differing);
  recordChange(connection, RecordKind::Agent, agent.id.uuid, ChangeOp::Put);
}

void eraseAgent(Connection& connection, std::int64_t number, AgentId id) {
  removeFromAgentIndex(connection, number);
  dropDraft(connection, number, id);
  removeVersions(connection, id);
  Query(connection, "DELETE FROM agent WHERE number=?1").bind(number).run();
  recordChange(connection, RecordKind::Agent, id.uuid, ChangeOp::Delete);
}

}  // namespace aiagent::store
