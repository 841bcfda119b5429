#include "core/store/agent_repository.h"

#include "core/store/agent_index.h"
#include "core/store/agent_record.h"
#include "core/store/agent_rows.h"
#include "core/store/change_feed.h"
#include "core/store/import_repository.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/store/sync_tracking.h"
#include "core/store/version_repository.h"
#include "core/store/version_rows.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::Agent;
using domain::AgentContent;
using domain::AgentId;

base::Error notFound(std::string_view subject) {
  return {.code = base::ErrorCode::NotFound, .subject = std::string(subject)};
}

// `agent.content` becomes a version and the head.
void addVersion(Connection& connection, Agent& agent, std::vector<domain::VersionId> parents,
                const domain::SaveNote& note) {
  agent.headVersion = makeVersion(connection, agent.id, agent.content, std::move(parents), note).id;
  setHead(connection, agent.id, agent.headVersion);
}

std::vector<domain::VersionId> parentsOf(domain::VersionId head, const domain::SaveNote& note) {
  if (note.mergedWith.isNull()) return {head};
  return {head, note.mergedWith};
}

// A draft that holds what is saved has ended in any case.
void endDraft(Connection& connection, const NumberedAgent& found, const AgentContent& content,
              const SaveOptions& options) {
  bool ends = options.endsDraft;
  if (!ends) {
    const auto draft = loadDraft(connection, found.agent.id);
    ends = draft && *draft && (*draft)->content == content;
  }
  if (ends) dropDraft(connection, found.number, found.agent.id);
}

Result<AgentId> idOfName(Connection& connection, std::string_view name) {
  std::vector<AgentId> active;
  std::vector<AgentId> archived;
  Query query(connection, "SELECT id, archived FROM agent WHERE name=?1 ORDER BY number");
  query.bind(name);
  while (query.next()) (query.boolean(1) ? archived : active).push_back(query.id<AgentId>(0));
  const auto& candidates = active.empty() ? archived : active;
  if (candidates.empty()) return notFound(name);
  if (candidates.size() > 1)
    return base::Error{.code = base::ErrorCode::Ambiguous, .subject = std::string(name)};
  return candidates.front();
}

}  // namespace

Result<Agent> insertAgent(Connection& connection, const AgentContent& content, const domain::SaveNote& note) {
  return guarded([&]() -> Result<Agent> {
    auto made = writeNewAgent(connection, content);
    addVersion(connection, made.agent, {}, note);
    addToAgentIndex(connection, made.number);
    return std::move(made.agent);
  });
}

Result<Agent> loadAgent(Connection& connection, AgentId id) {
  return guarded([&]() -> Result<Agent> {
    auto found = readAgent(connection, id);
    if (!found) return notFound(id.toString());
    return std::move(found->agent);
  });
}

Result<Agent> findAgent(Connection& connection, std::string_view idOrName) {
  return guarded([&]() -> Result<Agent> {
    if (const auto id = AgentId::parse(idOrName))
      if (auto found = readAgent(connection, *id)) return std::move(found->agent);
    const auto id = idOfName(connection, idOrName);
    if (!id) return id.error();
    return loadAgent(connection, *id);
  });
}

Result<Agent> updateAgent(Connection& connection, AgentId id, const AgentContent& content,
                          std::int64_t expectedRevision, const SaveOptions& options) {
  return guarded([&]() -> Result<Agent> {
    auto found = readAgent(connection, id);
    if (!found) return notFound(id.toString());
    Agent& agent = found->agent;
    if (agent.revision != expectedRevision)
      return base::Error{.code = base::ErrorCode::Conflict,
                         .detail = "revision is " + std::to_string(agent.revision),
                         .subject = agent.content.name};
    endDraft(connection, *found, content, options);
    const bool sameFields = domain::sameVersionedFields(agent.content, content);
    const bool merges = !options.note.mergedWith.isNull();
    if (agent.content == content && !merges) return std::move(agent);
    keepSyncBase(connection, id);
    if (!sameFields || merges) {
      const auto head = headVersion(connection, id);
      if (!head) return head.error();
      agent.content = content;
      addVersion(connection, agent, parentsOf(head->id, options.note), options.note);
    }
    agent.content = content;
    ++agent.revision;
    agent.updated = connection.clock().wallNow();
    overwriteAgent(connection, found->number, agent);
    return std::move(agent);
  });
}

Result<Agent> restoreVersion(Connection& connection, AgentId id, domain::VersionId version,
                             std::int64_t expectedRevision, const SaveOptions& options) {
  return guarded([&]() -> Result<Agent> {
    const auto agent = loadAgent(connection, id);
    if (!agent) return agent.error();
    const auto wanted = readVersion(connection, version);
    if (!wanted || wanted->agent != id) return notFound(version.toString());
    return updateAgent(connection, id, domain::withVersionedFields(agent->content, wanted->content),
                       expectedRevision, options);
  });
}

Result<Agent> setArchived(Connection& connection, AgentId id, bool archived) {
  return guarded([&]() -> Result<Agent> {
    auto found = readAgent(connection, id);
    if (!found) return notFound(id.toString());
    if (found->agent.archived == archived) return std::move(found->agent);
    keepSyncBase(connection, id);
    Query(connection, "UPDATE agent SET archived=?2 WHERE number=?1").bind(found->number, archived).run();
    recordChange(connection, RecordKind::Agent, id.uuid, ChangeOp::Put);
    found->agent.archived = archived;
    return std::move(found->agent);
  });
}

Result<void> deleteAgent(Connection& connection, AgentId id) {
  return guarded([&]() -> Result<void> {
    const auto number = agentNumber(connection, id);
    if (!number) return notFound(id.toString());
    keepSyncBase(connection, id);
    parkVersions(connection, id);
    eraseAgent(connection, *number, id);
    return {};
  });
}

Result<std::int64_t> countAgents(Connection& connection, ArchiveFilter archive) {
  return guarded([&]() -> Result<std::int64_t> {
    if (archive == ArchiveFilter::All) return integerOf(connection, "SELECT count(*) FROM agent");
    Query query(connection, "SELECT count(*) FROM agent WHERE archived=?1");
    return query.bind(archive == ArchiveFilter::ArchivedOnly).next() ? query.integer(0) : 0;
  });
}

Result<std::vector<TagCount>> listTags(Connection& connection) {
  return guarded([&]() -> Result<std::vector<TagCount>> {
    std::vector<TagCount> tags;
    Query query(connection,
                "SELECT t.tag, count(*) FROM agent_tag t JOIN agent a ON a.number = t.agent "
                "WHERE a.archived = 0 GROUP BY t.tag ORDER BY t.tag");
    while (query.next()) tags.push_back({query.text(0), query.integer(1)});
    return tags;
  });
}

Result<std::vector<AgentId>> importAgents(Connection& connection, const std::vector<AgentContent>& contents) {
  return importAgentsAs(connection, contents, {});
}

Result<std::vector<AgentId>> importAgentsAs(Connection& connection, const std::vector<AgentContent>& contents,
                                            const std::vector<AgentId>& ids) {
  return guarded([&]() -> Result<std::vector<AgentId>> {
    std::vector<AgentId> made;
    made.reserve(contents.size());
    for (std::size_t i = 0; i < contents.size(); ++i) {
      AgentId id = i < ids.size() ? ids[i] : AgentId{};
      if (!id.isNull() && agentNumber(connection, id)) id = {};
      const auto agent = writeNewAgent(connection, contents[i], id);
      queueForAgentIndex(connection, agent.number);
      made.push_back(agent.agent.id);
    }
    return made;
  });
}

}  // namespace aiagent::store
