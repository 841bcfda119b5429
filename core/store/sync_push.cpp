// What is sent.
#include <algorithm>
#include <set>

#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/store/sync_conflict.h"
#include "core/store/sync_inbox.h"
#include "core/store/sync_repository.h"
#include "core/store/sync_rows.h"
#include "core/store/version_rows.h"
#include "core/wire/json_text.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::AgentId;
using domain::SharedAgent;
using domain::VersionId;
using wire::Fields;

// An edit before it has a number.
struct Draft {
  std::string op;
  std::string body;  // members of the mutation, without braces: `"op":…`
  std::optional<std::string> state;
  std::vector<VersionId> versions;  // that go along
};

std::string members(wire::JsonObject& object) {
  auto json = object.take();
  return json.substr(1, json.size() - 2);
}

// `fields` as JSON.
std::string createBody(std::string_view type, const base::Uuid& id, const std::string& fields) {
  wire::JsonObject object;
  object.text("op", "create").text("t", type).text("id", id.toString()).raw("set", fields);
  return members(object);
}

// Tags are a set for the server: what goes in and what goes out.
void addTagChanges(wire::JsonObject& object, const Fields& base, const Fields& now) {
  const auto tagsOf = [](const Fields& fields) {
    const auto found = fields.find("tags");
    return found == fields.end() ? std::vector<std::string>() : wire::textsFrom(found->second);
  };
  const auto only = [](const std::vector<std::string>& these, const std::vector<std::string>& those) {
    wire::JsonArray array;
    for (const auto& tag : these)
      if (std::find(those.begin(), those.end(), tag) == those.end()) array.text(tag);
    return array;
  };
  const auto before = tagsOf(base), after = tagsOf(now);
  auto added = only(after, before), removed = only(before, after);
  if (!added.empty()) object.raw("add", wire::JsonObject().raw("tags", added.take()).take());
  if (!removed.empty()) object.raw("remove", wire::JsonObject().raw("tags", removed.take()).take());
}

// Nothing: there is no difference.
std::optional<std::string> patchBody(const base::Uuid& id, const Fields& base, const Fields& now,
                                     const std::string& etags) {
  auto changed = wire::changedFields(base, now);
  if (changed.empty()) return std::nullopt;
  wire::JsonObject object;
  object.text("op", "patch").text("t", kAgentType).text("id", id.toString());
  if (changed.erase("tags") > 0) addTagChanges(object, base, now);
  if (!changed.empty()) object.raw("set", wire::toJson(changed));
  wire::JsonObject seen;
  bool any = false;
  if (const auto known = wire::jsonMembers(etags))
    for (const auto& etag : *known)
      if (changed.contains(etag.name)) {
        seen.raw(etag.name, etag.value);
        any = true;
      }
  if (any) object.raw("if", seen.take());
  return members(object);
}

std::string groupBody(const std::vector<std::string>& bodies) {
  wire::JsonArray operations;
  for (const auto& body : bodies) operations.raw('{' + body + '}');
  wire::JsonObject object;
  object.text("op", "group").raw("ops", operations.take());
  return members(object);
}

class Planner {
 public:
  Planner(Connection& connection, const PushLimits& limits,
          const std::function<bool(const std::string&)>& hasBlob)
      : m_connection(connection), m_limits(limits), m_hasBlob(hasBlob) {}

  PlannedPush run(bool ahead) {
    const bool setBack =
        integerOf(m_connection, "SELECT replacing IN ('epoch_changed', 'cursor_ahead') FROM sync_state") != 0;
    if (setBack) return {};  // it would not take anything before the new history is here
    if (ahead) leaveThoseUnderWay();
    if ((ahead || !resend()) && isHere()) planNext();
    if (m_number > 0) Query(m_connection, "UPDATE sync_state SET next_n=?1").bind(m_number + 1).run();
    m_plan.more = full();
    return std::move(m_plan);
  }

 private:
  // What the server has not is known when all of it is here. Until then only answers are fetched.
  bool isHere() {
    return integerOf(m_connection, "SELECT replacing IN ('', 'digest', 'asked') FROM sync_state") != 0;
  }

  bool full() const {
    return int(m_plan.mutations.size()) >= m_limits.mutations || m_bytes >= m_limits.bytes;
  }

  // Some go along with others or have to wait, so more are looked at than can be sent.
  void planNext() {
    std::int64_t after = 0;
    for (int slice = 0; slice < 4 && !full(); ++slice) {
      const auto pending = readPendingEdits(m_connection, after, std::max(m_limits.mutations, 50));
      for (const auto& edit : pending) {
        if (full()) return;
        plan(edit);
        after = edit.number;
      }
      if (pending.empty()) return;
    }
  }

  bool resend() {
    Query row(m_connection, "SELECT mutation FROM sync_outbox ORDER BY n");
    while (!full() && row.next()) {
      m_plan.mutations.push_back(row.text(0));
      m_bytes += m_plan.mutations.back().size();
    }
    return !m_plan.mutations.empty();
  }

  void leaveThoseUnderWay() {
    Query row(m_connection, "SELECT record, versions FROM sync_outbox");
    while (row.next()) {
      m_taken.insert(row.uuid(0));
      for (const auto& id : wire::textsFrom(row.view(1)))
        if (const auto version = VersionId::parse(id)) m_taken.insert(version->uuid);
    }
  }

  void plan(const PendingEdit& pending) {
    if (m_taken.contains(pending.record)) return;
    if (pending.type == kVersionType) return planVersion(pending);
    if (pending.type == kConflictType) return planConflict(pending);
    const AgentId id{pending.record};
    const auto now = readShared(m_connection, id);
    if (!now || pending.op == PendingOp::Delete) return planDelete(pending);
    if (!blobsThere(*now)) return;
    if (pending.op == PendingOp::Restore) return planRestore(pending);
    planAgent(pending, *now);
  }

  void planVersion(const PendingEdit& pending) {
    const auto version = readVersion(m_connection, VersionId{pending.record});
    if (!version) return dropPending(m_connection, pending.record);
    // The head goes together with the agent whose head it is.
    const auto agent = readShared(m_connection, version->agent);
    if (agent && agent->headVersion == version->id) {
      const auto ofAgent = readPending(m_connection, version->agent.uuid);
      if (ofAgent && ofAgent->blocked.empty()) return;
    }
    take(pending, {.op = "version",
                   .body = createBody(kVersionType, pending.record, wire::toJson(wire::toFields(*version))),
                   .versions = {version->id}});
  }

  void planConflict(const PendingEdit& pending) {
    const auto fields = conflictFields(m_connection, pending.record);
    if (!fields) return dropPending(m_connection, pending.record);
    // It waits until this person may write.
    if (integerOf(m_connection, "SELECT role='viewer' FROM sync_state") != 0) return;
    Draft draft{.op = "conflict", .state = wire::toJson(*fields)};
    if (pending.op == PendingOp::Create) {
      draft.body = createBody(kConflictType, pending.record, *draft.state);
    } else {
      const auto ended = fields->find("resolution");
      wire::JsonObject set, object;
      set.raw("resolution", ended == fields->end() ? "null" : ended->second);
      object.text("op", "patch").text("t", kConflictType).text("id", pending.record.toString());
      object.raw("set", set.take());
      if (const auto known = readSyncRow(m_connection, pending.record); known && !known->etags.empty())
        object.raw("if", known->etags);
      draft.body = members(object);
    }
    take(pending, draft);
  }

  void planDelete(const PendingEdit& pending) {
    const auto known = readSyncRow(m_connection, pending.record);
    if (!known || known->deleted) return dropPending(m_connection, pending.record);
    if (known->version == 0) return;  // taken, and not seen yet: the next pull tells its version
    wire::JsonObject object;
    object.text("op", "delete")
        .text("t", kAgentType)
        .text("id", pending.record.toString())
        .integer("if_v", known->version);
    take(pending, {.op = "delete", .body = members(object)});
  }

  void planRestore(const PendingEdit& pending) {
    wire::JsonObject object;
    object.text("op", "restore").text("t", kAgentType).text("id", pending.record.toString());
    take(pending, {.op = "restore", .body = members(object)});
  }

  void planAgent(const PendingEdit& pending, const SharedAgent& now) {
    const auto fields = wire::toFields(now);
    const auto base = pending.base ? wire::fieldsFromJson(*pending.base) : Result<Fields>(Fields{});
    Draft draft{.op = "edit", .state = wire::toJson(fields)};
    std::vector<std::string> parts;
    const auto head = headToSend(now);
    const auto version =
        head ? createBody(kVersionType, head->id.uuid, wire::toJson(wire::toFields(*head))) : std::string();
    if (head) draft.versions = {head->id};
    // The version first: who merges with this edit then has it, and the edit's own version is the agent's.
    if (head) parts.push_back(version);
    if (pending.op == PendingOp::Create) {
      draft.op = "create";
      parts.push_back(createBody(kAgentType, pending.record, *draft.state));
    } else if (auto body = patchBody(pending.record, *base, fields, etagsOf(pending.record))) {
      parts.push_back(std::move(*body));
    }
    if (parts.empty()) return dropPending(m_connection, pending.record);
    draft.body = parts.size() == 1 && !head ? parts.front() : groupBody(parts);
    take(pending, draft);
  }

  std::string etagsOf(const base::Uuid& record) {
    const auto known = readSyncRow(m_connection, record);
    return known ? known->etags : std::string();
  }

  std::optional<domain::AgentVersion> headToSend(const SharedAgent& now) {
    if (now.headVersion.isNull() || !readPending(m_connection, now.headVersion.uuid)) return std::nullopt;
    return readVersion(m_connection, now.headVersion);
  }

  bool blobsThere(const SharedAgent& agent) {
    bool all = true;
    for (const auto& file : agent.content.knowledge)
      if (m_hasBlob && !m_hasBlob(file.sha256)) {
        all = false;
        m_plan.wantedBlobs.push_back(file.sha256);
      }
    return all;
  }

  void take(const PendingEdit& pending, const Draft& draft) {
    // It stays in the library, is told, and holds up nothing.
    if (draft.body.size() > m_limits.oneMutation)
      return blockPending(m_connection, pending.record, "too_large");
    const auto number = m_number == 0 ? nextNumber() : m_number + 1;
    const auto mid = m_connection.ids().next();
    const auto now = m_connection.clock().wallNow();
    wire::JsonObject head;
    head.integer("n", number).text("mid", mid.toString()).text("at", base::toIso8601(now));
    auto mutation = '{' + members(head) + ',' + draft.body + '}';
    wire::JsonArray versions;
    for (const auto& id : draft.versions) versions.text(id.toString());
    Query(m_connection,
          "INSERT INTO sync_outbox(n, record, op, mutation, state, versions, made, pending, touched) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(number, pending.record, draft.op, mutation, draft.state, versions.take(), now, pending.number,
              pending.touched)
        .run();
    m_number = number;
    m_bytes += mutation.size();
    m_taken.insert(pending.record);
    for (const auto& id : draft.versions) m_taken.insert(id.uuid);
    m_plan.mutations.push_back(std::move(mutation));
  }

  std::int64_t nextNumber() { return integerOf(m_connection, "SELECT next_n FROM sync_state"); }

  Connection& m_connection;
  const PushLimits& m_limits;
  const std::function<bool(const std::string&)>& m_hasBlob;
  PlannedPush m_plan;
  std::set<base::Uuid> m_taken;
  std::size_t m_bytes = 0;
  std::int64_t m_number = 0;
};

}  // namespace

Result<PlannedPush> planPush(Connection& connection, const PushLimits& limits,
                             const std::function<bool(const std::string&)>& hasBlob) {
  return guarded([&]() -> Result<PlannedPush> { return Planner(connection, limits, hasBlob).run(false); });
}

Result<PlannedPush> planAhead(Connection& connection, const PushLimits& limits,
                              const std::function<bool(const std::string&)>& hasBlob) {
  return guarded([&]() -> Result<PlannedPush> { return Planner(connection, limits, hasBlob).run(true); });
}

}  // namespace aiagent::store
