// What became of what was sent.
#include <algorithm>

#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/store/sync_conflict.h"
#include "core/store/sync_inbox.h"
#include "core/store/sync_lineage.h"
#include "core/store/sync_repository.h"
#include "core/store/sync_rows.h"
#include "core/store/version_rows.h"
#include "core/wire/json_text.h"

namespace aiagent::store {
namespace {

using base::Result;
using domain::AgentId;
using domain::VersionId;
using wire::Fields;

constexpr int kMostRounds = 5;

struct OutboxEntry {
  std::int64_t number = 0;
  base::Uuid record;
  std::string op;
  std::vector<VersionId> versions;
  std::int64_t pending = 0, touched = 0;  // the line it was made from
};

std::optional<OutboxEntry> readEntry(Connection& connection, std::int64_t number) {
  Query row(connection, "SELECT n, record, op, pending, touched, versions FROM sync_outbox WHERE n=?1");
  if (!row.bind(number).next()) return std::nullopt;
  OutboxEntry entry{.number = row.integer(0),
                    .record = row.uuid(1),
                    .op = row.text(2),
                    .pending = row.integer(3),
                    .touched = row.integer(4)};
  for (const auto& id : wire::textsFrom(row.view(5)))
    if (const auto version = VersionId::parse(id)) entry.versions.push_back(*version);
  return entry;
}

// What was sent, and the record as it would be then ("" for one that has none).
struct Sent {
  std::string mutation, state;
};
Sent readSent(Connection& connection, std::int64_t number) {
  Query row(connection, "SELECT mutation, state FROM sync_outbox WHERE n=?1");
  return row.bind(number).next() ? Sent{row.text(0), row.text(1)} : Sent{};
}

Fields fieldsOf(std::string_view json) {
  auto fields = wire::fieldsFromJson(json);
  return fields ? std::move(*fields) : Fields{};
}

// The agent's fields that an edit wrote, "null" for none. As it was sent: a page may have moved the base
// since then, so that what differs from it says less.
Fields writtenFields(std::string_view mutation, std::string_view state) {
  const auto members = wire::jsonMembers(mutation);
  if (!members) return {};
  if (const auto* several = wire::findMember(*members, "ops")) {
    const auto parts = wire::jsonElements(several->value);
    return parts && !parts->empty() ? writtenFields(parts->back(), state) : Fields{};
  }
  const auto* type = wire::findMember(*members, "t");
  if (!type || wire::stringFromJson(type->value) != kAgentType) return {};
  const auto* set = wire::findMember(*members, "set");
  Fields written;
  if (const auto fields = set ? wire::jsonMembers(set->value) : std::nullopt)
    for (const auto& field : *fields) written[field.name] = std::string(field.value);
  if (wire::findMember(*members, "add") || wire::findMember(*members, "remove")) {
    const auto after = fieldsOf(state);
    const auto tags = after.find("tags");
    written["tags"] = tags == after.end() ? "null" : tags->second;
  }
  return written;
}

// What the server has after the edit, as far as it is known here.
Fields baseAfter(const std::optional<std::string>& before, const Fields& written) {
  auto base = before ? fieldsOf(*before) : Fields{};
  for (const auto& [name, value] : written)
    if (value == "null")
      base.erase(name);
    else
      base[name] = value;
  return base;
}

// Of the etags that the answer carries only those of fields that this edit wrote: another field's may stand
// for a value that has not been seen here, and using it later would overwrite that.
std::string etagsAfter(const std::string& before, const std::string& answered, const Fields& written) {
  auto known = wire::fieldsFromJson(before.empty() ? "{}" : before);
  auto etags = known ? std::move(*known) : Fields{};
  for (const auto& [name, value] : written)
    if (value == "null") etags.erase(name);
  if (const auto fresh = wire::jsonMembers(answered))
    for (const auto& etag : *fresh)
      if (written.contains(etag.name)) etags[etag.name] = std::string(etag.value);
  return wire::toJson(etags);
}

class Settler {
 public:
  explicit Settler(Connection& connection) : m_connection(connection) {}

  Settled run(const wire::PushReply& reply) {
    m_alone = isAlone(reply);
    for (const auto& result : reply.results) {
      const auto entry = readEntry(m_connection, result.number);
      if (!entry) continue;  // an answer that came twice
      settle(*entry, result);
      Query(m_connection, "DELETE FROM sync_outbox WHERE n=?1").bind(entry->number).run();
    }
    m_tally.write(m_connection);
    forgetOld();
    // Who sends before the first page has come must know all the same which history took it.
    Query(m_connection,
          "UPDATE sync_state SET head=max(head, ?1), epoch=CASE epoch WHEN '' THEN ?2 ELSE epoch END, "
          "lineage=CASE lineage WHEN '[]' THEN ?3 ELSE lineage END")
        .bind(reply.head, reply.epoch, lineageOf(reply.epoch))
        .run();
    if (m_alone) moveCursor(reply);
    return m_settled;
  }

 private:
  // The server's history since the cursor is these edits and nothing else, in words that are known here: then
  // the answer tells what a page would.
  bool isAlone(const wire::PushReply& reply) {
    const auto position = syncPosition(m_connection);
    if (!position || !position->replacing.empty() || position->stageCursor > 0) return false;
    if (position->pulled == base::WallTime{} || position->epoch != reply.epoch) return false;
    if (reply.results.empty() || reply.from != position->cursor) return false;
    std::int64_t made = 0;
    for (const auto& result : reply.results) {
      if (result.state != wire::MutationState::Applied || result.duplicate) return false;
      made += std::ranges::count_if(result.versions, [&](auto version) { return version > *reply.from; });
    }
    if (made != reply.head - *reply.from) return false;
    Query row(m_connection,
              "SELECT count(*) FROM sync_outbox WHERE n BETWEEN ?1 AND ?2 AND op IN ('create', 'edit', "
              "'version')");
    row.bind(reply.results.front().number, reply.results.back().number);
    return row.next() && row.integer(0) == std::int64_t(reply.results.size());
  }

  // What does not fit is left to the next page, which finds out why.
  void moveCursor(const wire::PushReply& reply) {
    if (keptDigest(m_connection) != reply.digest) return;
    Query(m_connection, "UPDATE sync_state SET cursor=?1, pulled=?2")
        .bind(reply.head, m_connection.clock().wallNow())
        .run();
    m_settled.caughtUp = true;
  }

  void settle(const OutboxEntry& entry, const wire::MutationResult& result) {
    if (entry.op == "conflict") return conflictAnswered(entry, result);
    switch (result.state) {
      case wire::MutationState::Applied: ++m_settled.accepted; return applied(entry, result);
      case wire::MutationState::Gone: return cameBack(entry, result) ? met(entry) : gone(entry);
      case wire::MutationState::Rejected: return rejected(entry, result);
      case wire::MutationState::Conflict:
      case wire::MutationState::Unknown: return met(entry);
    }
  }

  // Where the server does not take it, it stays this device's; where another device was first, the next page
  // says so, and what differs then is sent over that.
  void conflictAnswered(const OutboxEntry& entry, const wire::MutationResult& result) {
    if (result.state == wire::MutationState::Conflict) {
      m_settled.pullWanted = true;
      return;
    }
    if (result.state == wire::MutationState::Rejected && result.code == "forbidden")
      return conflictForbidden(result);
    const bool taken = result.state == wire::MutationState::Applied;
    const bool there = taken || result.code == "exists";  // by a copy of this device that was set back
    if (taken) ++m_settled.accepted;
    if (there && !readSyncRow(m_connection, entry.record))
      putSyncRow(m_connection, entry.record, {.type = std::string(kConflictType), .etags = etagsOf(result)});
    dropPending(m_connection, entry.record);
    const auto sent = wire::fieldsFromJson(readSent(m_connection, entry.number).state);
    const auto now = conflictFields(m_connection, entry.record);
    if (there && sent && now && isEnded(*now) != (taken && isEnded(*sent)))
      putPending(m_connection,
                 {.record = entry.record, .type = std::string(kConflictType), .op = PendingOp::Edit});
  }

  static std::string etagsOf(const wire::MutationResult& result) {
    return result.etags.empty() || result.etags.back() == "{}" ? std::string() : result.etags.back();
  }

  // It stays decided here, and is told when this person may write again: the next page says whether. Until
  // then it would be refused again and again.
  void conflictForbidden(const wire::MutationResult& result) {
    m_settled.pullWanted = true;
    if (!result.duplicate) Query(m_connection, "UPDATE sync_state SET role='viewer'").run();
  }

  void applied(const OutboxEntry& entry, const wire::MutationResult& result) {
    for (std::size_t i = 0; i < entry.versions.size(); ++i)
      acceptVersion(entry.versions[i], i < result.versions.size() ? result.versions[i] : 0);
    if (entry.op == "version") return;
    const auto known = readSyncRow(m_connection, entry.record);
    if (isOld(known, result)) return;
    if (entry.op == "delete") return deleted(entry);
    if (entry.op == "restore") return restored(entry);
    archive(entry, result.version);
    const bool all = entry.op == "create";  // also over a base: of an agent that was brought back
    const bool untouched = dropUntouched(m_connection, entry.pending, entry.touched);
    if (all && untouched) return accept(entry.record, known, result, etagsOf(result));
    // What is here does not come of this edit any more: a page that brought another's took its place.
    if (!untouched && !isStillPending(entry)) m_alone = false;
    const auto sent = readSent(m_connection, entry.number);
    const auto written = writtenFields(sent.mutation, sent.state);
    accept(entry.record, known, result,
           etagsAfter(known && !all ? known->etags : "", etagsOf(result), written));
    if (!untouched) typedMeanwhile(entry, all, written);
  }

  bool isStillPending(const OutboxEntry& entry) {
    const auto pending = readPending(m_connection, entry.record);
    return pending && pending->number == entry.pending;
  }

  // What was typed while it was on its way is an edit of what the server has now.
  void typedMeanwhile(const OutboxEntry& entry, bool all, const Fields& written) {
    auto pending = readPending(m_connection, entry.record);
    if (!pending) return;
    const auto base = baseAfter(all ? std::nullopt : pending->base, written);
    const auto now = readShared(m_connection, AgentId{entry.record});
    if (now && pending->op != PendingOp::Delete && wire::toFields(*now) == base)
      return dropPending(m_connection, entry.record);
    if (pending->op != PendingOp::Delete) pending->op = PendingOp::Edit;
    pending->base = wire::toJson(base);
    pending->rounds = 0;
    putPending(m_connection, *pending);
  }

  // An answer of earlier, given again, to an edit that a page has told of meanwhile: what came after it
  // stands.
  static bool isOld(const std::optional<SyncRowState>& known, const wire::MutationResult& result) {
    return result.duplicate && known && known->version >= result.version;
  }

  // It was gone the first time, and somebody brought it back since.
  bool cameBack(const OutboxEntry& entry, const wire::MutationResult& result) {
    const auto known = readSyncRow(m_connection, entry.record);
    return result.duplicate && known && !known->deleted && known->version > 0;
  }

  // The server has it. Where others wrote meanwhile, its version comes with the next page, and with it what
  // they did to it.
  void accept(const base::Uuid& record, const std::optional<SyncRowState>& known,
              const wire::MutationResult& result, const std::string& etags) {
    auto row = known.value_or(SyncRowState{.type = std::string(kAgentType)});
    row.deleted = false;
    if (m_alone && !result.versions.empty()) row.version = result.versions.back();
    row.etags = etags;
    putSyncRow(m_connection, record, known, row, m_tally);
  }

  void acceptVersion(VersionId id, std::int64_t version) {
    // It went with its agent while it was on its way: a page brings it back, for when the agent is.
    if (m_alone && !hasVersion(m_connection, id)) m_alone = false;
    const auto known = readSyncRow(m_connection, id.uuid);
    if (!known || (known->version == 0 && known->deleted))
      putSyncRow(m_connection, id.uuid, known,
                 {.type = std::string(kVersionType), .version = m_alone ? version : 0}, m_tally);
    dropPending(m_connection, id.uuid);
  }

  void deleted(const OutboxEntry& entry) {
    auto row =
        readSyncRow(m_connection, entry.record).value_or(SyncRowState{.type = std::string(kAgentType)});
    row.deleted = true;
    row.etags.clear();
    putSyncRow(m_connection, entry.record, row);
    auto pending = readPending(m_connection, entry.record);
    if (!pending || pending->op == PendingOp::Delete) return dropPending(m_connection, entry.record);
    pending->op = PendingOp::Restore;  // brought back here meanwhile
    putPending(m_connection, *pending);
  }

  void restored(const OutboxEntry& entry) {
    auto pending = readPending(m_connection, entry.record);
    auto row =
        readSyncRow(m_connection, entry.record).value_or(SyncRowState{.type = std::string(kAgentType)});
    row.deleted = false;
    row.version = 0;
    putSyncRow(m_connection, entry.record, row);
    m_settled.pullWanted = true;  // what it holds there is what this device's edit is held against
    if (!pending) return;
    if (pending->op == PendingOp::Restore) pending->op = PendingOp::Edit;
    pending->blocked = "restored";
    putPending(m_connection, *pending);
  }

  void archive(const OutboxEntry& entry, std::int64_t version) {
    const auto now = m_connection.clock().wallNow();
    Query(m_connection,
          "INSERT INTO sync_archive(record, version, state, accepted) "
          "SELECT record, ?2, state, ?3 FROM sync_outbox WHERE n=?1")
        .bind(entry.number, version, now)
        .run();
  }

  // The oldest, a hundred at a time: the archive may be large.
  void forgetOld() {
    Query(m_connection,
          "DELETE FROM sync_archive WHERE number IN (SELECT number FROM sync_archive ORDER BY number LIMIT "
          "100) "
          "AND accepted < ?1")
        .bind(m_connection.clock().wallNow() - std::chrono::hours(24 * 30))
        .run();
  }

  // Somebody else was there first: what they did comes with a pull and is merged with what is here.
  void met(const OutboxEntry& entry) {
    m_settled.pullWanted = true;
    for (const auto& id : entry.versions) again(id.uuid);
    if (entry.op != "version") again(entry.record);
  }

  void again(const base::Uuid& record) {
    auto pending = readPending(m_connection, record);
    if (!pending) return;
    if (++pending->rounds > kMostRounds) return reject(record, "changing");
    putPending(m_connection, *pending);
  }

  void gone(const OutboxEntry& entry) {
    if (entry.op == "version") return dropPending(m_connection, entry.record);
    for (const auto& id : entry.versions) dropPending(m_connection, id.uuid);
    const AgentId id{entry.record};
    const auto pending = readPending(m_connection, entry.record);
    const auto mine = readShared(m_connection, id);
    if (mine && pending && pending->op != PendingOp::Delete)
      addInboxItem(m_connection, {.kind = InboxKind::Recovered,
                                  .agent = id,
                                  .name = mine->content.name,
                                  .reason = "deleted_there",
                                  .base = agentOrNothing(pending->base),
                                  .mine = mine});
    eraseShared(m_connection, id);
    dropPending(m_connection, entry.record);
    if (auto row = readSyncRow(m_connection, entry.record)) {
      row->deleted = true;
      putSyncRow(m_connection, entry.record, *row);
    }
  }

  void rejected(const OutboxEntry& entry, const wire::MutationResult& result) {
    // The server has a record of that id: it comes with a pull.
    if (result.code == "exists") return met(entry);
    ++m_settled.rejected;
    if (result.code == "forbidden") return takeBack(entry);
    for (const auto& id : entry.versions) blockPending(m_connection, id.uuid, result.code);
    reject(entry.record, result.code);
  }

  void reject(const base::Uuid& record, const std::string& code) { blockPending(m_connection, record, code); }

  // Not allowed any more: the library shows what the server has, and the edit waits in the inbox.
  void takeBack(const OutboxEntry& entry) {
    for (const auto& id : entry.versions) {
      dropPending(m_connection, id.uuid);
      eraseVersion(m_connection, id);
    }
    const auto pending = readPending(m_connection, entry.record);
    if (entry.op == "version" || !pending) return;
    const AgentId id{entry.record};
    const auto mine = readShared(m_connection, id);
    const auto base = agentOrNothing(pending->base);
    const auto& named = mine ? mine : base;
    addInboxItem(m_connection, {.kind = InboxKind::Rejected,
                                .agent = id,
                                .name = named ? named->content.name : std::string(),
                                .reason = "forbidden",
                                .base = base,
                                .mine = mine,
                                .theirs = base});
    if (base)
      writeShared(m_connection, id, *base, m_connection.clock().wallNow(), false);
    else
      eraseShared(m_connection, id);
    dropPending(m_connection, entry.record);
  }

  Connection& m_connection;
  bool m_alone = false;
  Settled m_settled;
  RowTally m_tally;
};

}  // namespace

Result<Settled> settlePush(Connection& connection, const wire::PushReply& reply) {
  return guarded([&]() -> Result<Settled> { return Settler(connection).run(reply); });
}

}  // namespace aiagent::store
