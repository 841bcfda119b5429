#include "core/store/sync_inbox.h"

#include "core/store/agent_repository.h"
#include "core/store/import_repository.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/store/sync_conflict.h"
#include "core/store/sync_rows.h"
#include "core/store/version_repository.h"
#include "core/wire/json_text.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::AgentId;
using domain::SharedAgent;

constexpr char kItems[] =
    "SELECT id, kind, record, name, reason, base, mine, theirs, fields, by, version, at, resolved "
    "FROM sync_inbox";

std::optional<std::string> jsonOf(const std::optional<SharedAgent>& agent) {
  return agent ? std::optional(fieldsJson(agent)) : std::nullopt;
}

std::string textsJson(const std::vector<std::string>& texts) {
  wire::JsonArray array;
  for (const auto& text : texts) array.text(text);
  return array.take();
}

InboxKind kindFrom(std::string_view word) {
  for (const auto kind : {InboxKind::Recovered, InboxKind::Rejected, InboxKind::Lost})
    if (toWord(kind) == word) return kind;
  return InboxKind::Conflict;
}

InboxItem itemFrom(const Query& row) {
  const auto agentAt = [&](int column) {
    return row.isNull(column) ? std::nullopt : agentOrNothing(row.text(column));
  };
  return {.id = row.uuid(0),
          .kind = kindFrom(row.view(1)),
          .agent = row.id<AgentId>(2),
          .name = row.text(3),
          .reason = row.text(4),
          .base = agentAt(5),
          .mine = agentAt(6),
          .theirs = agentAt(7),
          .fields = wire::textsFrom(row.view(8)),
          .by = row.uuid(9),
          .version = row.id<domain::VersionId>(10),
          .at = row.time(11),
          .resolved = !row.isNull(12)};
}

// Over what is there now. A version that the edit was saved as becomes the merge's second parent.
Result<void> writeOver(Connection& connection, const domain::Agent& agent, const InboxItem& item,
                       const domain::AgentContent& content, const std::string& author) {
  SaveOptions options{.note = {.author = author}, .endsDraft = false};
  if (!item.version.isNull() && item.version != agent.headVersion &&
      loadVersion(connection, item.version).ok())
    options.note.mergedWith = item.version;
  const auto saved = updateAgent(connection, agent.id, content, agent.revision, options);
  return saved ? Result<void>() : saved.error();
}

Result<void> bringBack(Connection& connection, const InboxItem& item, const domain::AgentContent& content) {
  const auto made = importAgentsAs(connection, {content}, {item.agent});
  if (!made) return made.error();
  const auto head = headVersion(connection, made->front());
  if (!head) return head.error();
  if (auto pending = readPending(connection, item.agent.uuid); pending && item.base) {
    pending->base = jsonOf(item.base);
    putPending(connection, *pending);
  }
  return {};
}

}  // namespace

std::string_view toWord(InboxKind kind) {
  switch (kind) {
    case InboxKind::Conflict: return "conflict";
    case InboxKind::Recovered: return "recovered";
    case InboxKind::Rejected: return "rejected";
    case InboxKind::Lost: return "lost";
  }
  return "";
}

namespace {

void end(Connection& connection, const base::Uuid& item) {
  Query(connection, "UPDATE sync_inbox SET resolved=?2 WHERE id=?1")
      .bind(item, connection.clock().wallNow())
      .run();
  shareResolution(connection, item);
}

// A newer conflict of the same record stands for the older: its texts hold what the older had.
void endOlder(Connection& connection, const InboxItem& item) {
  std::vector<base::Uuid> older;
  {
    Query row(connection,
              "SELECT id FROM sync_inbox WHERE record=?1 AND kind='conflict' AND resolved IS NULL "
              "AND mine IS ?2 AND theirs IS ?3");
    row.bind(item.agent, jsonOf(item.mine), jsonOf(item.theirs));
    while (row.next()) older.push_back(row.uuid(0));
  }
  for (const auto& id : older) end(connection, id);
}

}  // namespace

void addInboxItem(Connection& connection, InboxItem item) {
  if (item.kind == InboxKind::Conflict) endOlder(connection, item);
  const auto id = connection.ids().next();
  Query(connection,
        "INSERT INTO sync_inbox(id, kind, record, name, reason, base, mine, theirs, fields, by, version, at) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
      .bind(id, toWord(item.kind), item.agent, item.name, item.reason, jsonOf(item.base), jsonOf(item.mine),
            jsonOf(item.theirs), textsJson(item.fields), item.by, item.version, connection.clock().wallNow())
      .run();
  if (item.kind == InboxKind::Conflict) shareConflict(connection, id);
}

std::optional<SharedAgent> agentOrNothing(const std::optional<std::string>& fields) {
  return fields ? std::optional(agentFromJson(fields)) : std::nullopt;
}

void blockPending(Connection& connection, const base::Uuid& record, const std::string& why) {
  auto pending = readPending(connection, record);
  if (!pending) return;
  pending->blocked = why;
  pending->rounds = 0;
  putPending(connection, *pending);
  if (pending->type != kAgentType) return;
  const AgentId id{record};
  const auto mine = readShared(connection, id);
  addInboxItem(connection, {.kind = InboxKind::Rejected,
                            .agent = id,
                            .name = mine ? mine->content.name : std::string(),
                            .reason = why,
                            .base = agentOrNothing(pending->base),
                            .mine = mine,
                            .theirs = agentOrNothing(pending->base)});
}

Result<std::vector<InboxItem>> listInbox(Connection& connection, bool withResolved) {
  return guarded([&]() -> Result<std::vector<InboxItem>> {
    std::vector<InboxItem> items;
    Query row(connection, std::string(kItems) + (withResolved ? "" : " WHERE resolved IS NULL") +
                              " ORDER BY number DESC");
    while (row.next()) items.push_back(itemFrom(row));
    return items;
  });
}

Result<InboxItem> loadInboxItem(Connection& connection, const base::Uuid& id) {
  return guarded([&]() -> Result<InboxItem> {
    Query row(connection, std::string(kItems) + " WHERE id=?1");
    if (!row.bind(id).next()) return base::Error{.code = base::ErrorCode::NotFound, .subject = id.toString()};
    return itemFrom(row);
  });
}

Result<void> resolveInboxItem(Connection& connection, const base::Uuid& id,
                              const std::optional<domain::AgentContent>& content, const std::string& author) {
  return guarded([&]() -> Result<void> {
    const auto item = loadInboxItem(connection, id);
    if (!item) return item.error();
    if (content) {
      const auto agent = loadAgent(connection, item->agent);
      auto written = agent ? writeOver(connection, *agent, *item, *content, author)
                           : bringBack(connection, *item, *content);
      if (!written) return written;
    }
    end(connection, id);
    return {};
  });
}

Result<void> reopenInboxItem(Connection& connection, const base::Uuid& id,
                             const std::optional<domain::AgentContent>& before,
                             const std::optional<domain::AgentContent>& after, const std::string& author) {
  return guarded([&]() -> Result<void> {
    const auto item = loadInboxItem(connection, id);
    if (!item) return item.error();
    const auto agent = loadAgent(connection, item->agent);
    const auto now = agent ? std::optional(agent->content) : std::nullopt;
    if (now != after) return base::Error{.code = base::ErrorCode::Conflict, .subject = id.toString()};
    if (now != before) {
      auto written = !before ? deleteAgent(connection, item->agent)
                     : agent ? writeOver(connection, *agent, *item, *before, author)
                             : bringBack(connection, *item, *before);
      if (!written) return written;
    }
    Query(connection, "UPDATE sync_inbox SET resolved=NULL WHERE id=?1").bind(id).run();
    shareResolution(connection, id);
    return {};
  });
}

}  // namespace aiagent::store
