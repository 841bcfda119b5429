#include "core/store/sync_applier.h"

#include <algorithm>

#include "core/store/agent_record.h"
#include "core/store/agent_rows.h"
#include "core/store/sql.h"
#include "core/store/sync_conflict.h"
#include "core/store/sync_inbox.h"
#include "core/store/sync_lineage.h"
#include "core/store/sync_rows.h"
#include "core/store/version_rows.h"

namespace aiagent::store {

using domain::AgentId;
using domain::SharedAgent;
using domain::VersionId;
using wire::SyncRow;

namespace {

// What was sent and is not answered, and stands in the row that came, was taken: it is the base of what was
// typed since.
std::optional<std::string> baseFor(Connection& connection, const PendingEdit& pending,
                                   const wire::Fields& theirs) {
  Query row(connection,
            "SELECT state FROM sync_outbox WHERE record=?1 AND state IS NOT NULL ORDER BY n DESC");
  if (!row.bind(pending.record).next()) return pending.base;
  const auto sent = wire::fieldsFromJson(row.view(0));
  auto base = wire::fieldsFromJson(pending.base ? *pending.base : "{}");
  if (!sent || !base) return pending.base;
  for (const auto& [name, value] : *sent) {
    const auto there = theirs.find(name);
    if (there != theirs.end() && there->second == value) (*base)[name] = value;
  }
  return wire::toJson(*base);
}

}  // namespace

class RowApplier::Impl {
 public:
  Impl(Connection& connection, const MergeAgents& merge, std::string replacing, const wire::PullReply& page,
       bool bulk)
      : m_connection(connection),
        m_merge(merge),
        m_replacing(std::move(replacing)),
        m_head(page.head),
        m_kept(isOfRestore(m_replacing) ? keptVersion(connection, page) : std::nullopt),
        m_bulk(bulk) {}

  void apply(const SyncRow& row) {
    if (row.own)
      ownCame(row);
    else if (row.type == kAgentType)
      row.deleted ? agentDeleted(row) : agentChanged(row);
    else if (row.type == kVersionType)
      row.deleted ? versionDeleted(row) : versionCame(row);
    else if (row.type == kConflictType && !row.deleted)
      conflictCame(row);
    else
      unknownCame(row);
  }

  // Rows that a replacement did not name: the server does not have them.
  void dropUnnamed() {
    std::vector<std::pair<base::Uuid, SyncRowState>> missing;
    {
      Query query(m_connection,
                  "SELECT record FROM sync_row r WHERE deleted=0 AND NOT EXISTS(SELECT 1 FROM sync_stage s "
                  "WHERE s.record = r.record)");
      while (query.next()) missing.emplace_back(query.uuid(0), SyncRowState{});
    }
    for (auto& [record, state] : missing) state = *readSyncRow(m_connection, record);
    // Agents first: a version that is the head of one that is offered again goes with it.
    for (const auto& [record, state] : missing)
      if (state.type == kAgentType) agentMissing(record, newestKnown(record, state.version));
    for (const auto& [record, state] : missing)
      if (state.type != kAgentType) otherMissing(record, state);
  }

  bool ownUnknown() const { return m_ownUnknown; }

  Applied finish() {
    m_tally.write(m_connection);
    return m_applied;
  }

 private:
  void put(const base::Uuid& record, const SyncRowState& state) {
    putSyncRow(m_connection, record, readSyncRow(m_connection, record), state, m_tally);
  }

  // The server had `known` of it before it was set back, and has `version` now (0: does not have it). In one
  // history no version falls, and none is above the head, whether somebody told of a restore or not.
  bool wasLost(std::int64_t known, std::int64_t version) const {
    if (known > m_head || (version > 0 && known > version)) return true;
    if (!isOfRestore(m_replacing)) return false;
    return known > m_kept.value_or(version);
  }

  // The newest version in which this device knows the record, also of its own edits that no page has told
  // yet.
  std::int64_t newestKnown(const base::Uuid& record, std::int64_t known) const {
    Query query(m_connection, "SELECT max(version) FROM sync_archive WHERE record=?1");
    return query.bind(record).next() ? std::max(known, query.integer(0)) : known;
  }

  base::WallTime now() const { return m_connection.clock().wallNow(); }

  // What this client made, as it made it: all of it is here but for its version. Where that is not so, this
  // database was set back, or the server was, or the record was taken out meanwhile: all is fetched anew.
  void ownCame(const SyncRow& row) {
    std::int64_t number = 0, known = 0;
    bool sound = false;
    {
      Query query(m_connection,
                  "SELECT number, version, max(version, coalesce((SELECT max(a.version) FROM sync_archive a "
                  "WHERE a.record = r.record), 0)), CASE ?2 WHEN 'agent' THEN EXISTS(SELECT 1 FROM agent "
                  "WHERE id = r.record) ELSE 0 END FROM sync_row r WHERE record=?1 AND deleted=0");
      if (query.bind(row.id, row.type).next()) {
        number = query.integer(0);
        known = query.integer(1);
        sound = !wasLost(query.integer(2), row.version) && (query.boolean(3) || isHere(row));
      }
    }
    sound ? moveSyncRow(m_connection, number, row, known, m_tally) : void(m_ownUnknown = true);
  }

  // Or was deleted here, which the server does not know yet.
  bool isHere(const SyncRow& row) const {
    if (row.type == kVersionType) return hasVersion(m_connection, VersionId{row.id});
    if (row.type == kConflictType) return conflictFields(m_connection, row.id).has_value();
    return agentNumber(m_connection, AgentId{row.id}) || readPending(m_connection, row.id);
  }

  // ---- agents

  void agentChanged(const SyncRow& row) {
    const AgentId id{row.id};
    const auto fields = wire::fieldsFromJson(row.fields);
    if (!fields) return;
    const auto theirs = wire::sharedAgentFrom(*fields);
    if (m_bulk && isNew(row.id)) return newAgent(id, theirs, extraOf(*fields), row);
    const auto known = readSyncRow(m_connection, row.id);
    const auto local = readShared(m_connection, id);
    const bool older = known && !known->deleted && wasLost(newestKnown(row.id, known->version), row.version);
    auto pending = readPending(m_connection, row.id);
    if (pending && pending->blocked == "restored") pending->blocked.clear();
    if (older && local && (!pending || pending->op != PendingOp::Delete))
      offerAgain(id, *local, theirs, row.version, pending);
    else if (!pending)
      follow(id, local, theirs);
    else if (pending->op == PendingOp::Delete)
      deletedHere(id, *pending, theirs, row, known);
    else if (!local)
      follow(id, local, theirs), dropPending(m_connection, row.id);
    else
      mergeInto(id, *pending, *local, theirs, *fields, row);
    putSyncRow(m_connection, row.id, known,
               {.type = std::string(kAgentType),
                .version = row.version,
                .etags = etagsOf(row),
                .extra = extraOf(*fields)},
               m_tally);
  }

  // Nothing of it is here, nor ever was: one look instead of several.
  bool isNew(const base::Uuid& record) const {
    Query query(m_connection,
                "SELECT 1 WHERE EXISTS(SELECT 1 FROM sync_row WHERE record=?1) OR EXISTS(SELECT 1 FROM agent "
                "WHERE id=?1) OR EXISTS(SELECT 1 FROM sync_pending WHERE record=?1)");
    return !query.bind(record).next();
  }

  void newAgent(AgentId id, const SharedAgent& theirs, std::string extra, const SyncRow& row) {
    addShared(m_connection, id, theirs, now(), m_bulk);
    ++m_applied.changed;
    putSyncRow(m_connection, row.id, std::nullopt,
               {.type = std::string(kAgentType),
                .version = row.version,
                .etags = etagsOf(row),
                .extra = std::move(extra)},
               m_tally);
  }

  static std::string etagsOf(const SyncRow& row) { return row.etags == "{}" ? std::string() : row.etags; }

  static std::string extraOf(const wire::Fields& fields) {
    const auto unknown = wire::unknownAgentFields(fields);
    return unknown.empty() ? std::string() : wire::toJson(unknown);
  }

  void follow(AgentId id, const std::optional<SharedAgent>& local, const SharedAgent& theirs) {
    if (local == theirs) return;
    const auto write = local ? writeShared : addShared;
    write(m_connection, id, theirs, now(), m_bulk);
    ++m_applied.changed;
  }

  void mergeInto(AgentId id, PendingEdit pending, const SharedAgent& mine, const SharedAgent& theirs,
                 const wire::Fields& theirFields, const SyncRow& row) {
    const auto base = agentFromJson(baseFor(m_connection, pending, theirFields));
    auto merged = m_merge(base, mine, theirs);
    const bool conflict = !merged.fields.empty();
    merged.agent.headVersion = mergedHead(id, base, mine, theirs, merged.agent);
    if (conflict) {
      addInboxItem(m_connection,
                   {.kind = InboxKind::Conflict,
                    .agent = id,
                    .name = merged.agent.content.name,
                    .reason = "both_changed",
                    .base = base,
                    .mine = mine,
                    .theirs = theirs,
                    .fields = merged.fields,
                    .by = row.by,
                    .version = mine.headVersion == base.headVersion ? VersionId{} : mine.headVersion});
      ++m_applied.conflicts;
    }
    if (merged.agent != mine) {
      writeShared(m_connection, id, merged.agent, now(), m_bulk);
      ++m_applied.changed;
    }
    if (wire::toFields(merged.agent) == wire::toFields(theirs)) return dropPending(m_connection, id.uuid);
    pending.op = PendingOp::Edit;
    pending.base = fieldsJson(theirs);
    putPending(m_connection, pending);
  }

  // Where both saved a version: theirs where the merge says what theirs says, else a version of both.
  VersionId mergedHead(AgentId id, const SharedAgent& base, const SharedAgent& mine,
                       const SharedAgent& theirs, const SharedAgent& merged) {
    if (mine.headVersion == base.headVersion || mine.headVersion == theirs.headVersion)
      return theirs.headVersion;
    if (theirs.headVersion == base.headVersion || theirs.headVersion.isNull()) return mine.headVersion;
    if (domain::sameVersionedFields(merged.content, theirs.content)) return theirs.headVersion;
    return ownVersion(id, merged.content, {theirs.headVersion, mine.headVersion});
  }

  // An edit of this device, unlike what is written around it.
  VersionId ownVersion(AgentId id, const domain::AgentContent& content, std::vector<VersionId> parents) {
    m_connection.setFollowing(false);
    const auto version = makeVersion(m_connection, id, content, std::move(parents), {});
    m_connection.setFollowing(true);
    return version.id;
  }

  // Deleted here and not sent; they changed it since: the person who deletes sees that first.
  void deletedHere(AgentId id, const PendingEdit& pending, const SharedAgent& theirs, const SyncRow& row,
                   const std::optional<SyncRowState>& known) {
    if (known && known->version == row.version) return;
    if (pending.base && agentFromJson(pending.base) == theirs) return;  // this device's own edits
    writeShared(m_connection, id, theirs, now(), m_bulk);
    dropPending(m_connection, id.uuid);
    addInboxItem(m_connection, {.kind = InboxKind::Conflict,
                                .agent = id,
                                .name = theirs.content.name,
                                .reason = "deleted_here",
                                .base = agentOrNothing(pending.base),
                                .theirs = theirs,
                                .by = row.by});
    ++m_applied.conflicts;
    ++m_applied.changed;
  }

  void agentDeleted(const SyncRow& row) {
    const AgentId id{row.id};
    const auto pending = readPending(m_connection, row.id);
    const auto local = readShared(m_connection, id);
    const bool restoring = pending && pending->op == PendingOp::Restore;
    if (local && !restoring) {
      keepWords(id, *local, pending, row);
      eraseShared(m_connection, id);
      ++m_applied.changed;
    }
    if (!restoring) dropPending(m_connection, row.id);
    put(row.id, {.type = row.type, .version = row.version, .deleted = true});
  }

  // Who deleted it had seen neither what is not sent nor what a restore took from the server.
  void keepWords(AgentId id, const SharedAgent& local, const std::optional<PendingEdit>& pending,
                 const SyncRow& row) {
    if (pending && pending->op == PendingOp::Delete) return;
    const auto known = readSyncRow(m_connection, row.id);
    // What it was then is no base: of a merge with what the server has now only what was lost would go.
    if (known && !known->deleted && wasLost(newestKnown(row.id, known->version), row.version))
      return pending || wroteSince(id, keptOf(row.version)) ? recover(id, local, std::nullopt, row.by)
                                                            : tellLost(id, local, std::nullopt);
    if (pending && (!pending->base || agentFromJson(pending->base) != local))
      recover(id, local, pending->base, row.by);
  }

  // Up to where the history that has `version` is that of before a restore.
  std::int64_t keptOf(std::int64_t version) const { return std::min(m_kept.value_or(version), version); }

  void recover(AgentId id, const SharedAgent& mine, const std::optional<std::string>& base,
               const base::Uuid& by) {
    addInboxItem(m_connection, {.kind = InboxKind::Recovered,
                                .agent = id,
                                .name = mine.content.name,
                                .reason = "deleted_there",
                                .base = agentOrNothing(base),
                                .mine = mine,
                                .by = by});
    ++m_applied.recovered;
  }

  void tellLost(AgentId id, const SharedAgent& local, const std::optional<SharedAgent>& theirs) {
    addInboxItem(m_connection, {.kind = InboxKind::Lost,
                                .agent = id,
                                .name = local.content.name,
                                .reason = "restore",
                                .mine = local,
                                .theirs = theirs});
    ++m_applied.lost;
  }

  void agentMissing(const base::Uuid& record, std::int64_t known) {
    const AgentId id{record};
    const auto local = readShared(m_connection, id);
    auto pending = readPending(m_connection, record);
    if (wasLost(known, 0) && local && (!pending || pending->op != PendingOp::Delete)) {
      dropSyncRow(m_connection, record, m_tally);
      return offerAgain(id, *local, std::nullopt, 0, pending);
    }
    if (local && pending && pending->op != PendingOp::Delete) recover(id, *local, pending->base, {});
    eraseShared(m_connection, id);
    dropPending(m_connection, record);
    dropSyncRow(m_connection, record, m_tally);
    ++m_applied.changed;
  }

  void otherMissing(const base::Uuid& record, const SyncRowState& state) {
    dropSyncRow(m_connection, record, m_tally);
    if (state.type == kConflictType) return shareResolution(m_connection, record);
    if (state.type != kVersionType) return;
    const auto version = readVersion(m_connection, VersionId{record});
    if (!version) return;
    if (isOfRestore(m_replacing) || state.version == 0 || state.version > m_head || isHeadToSend(*version))
      putPending(m_connection,
                 {.record = record, .type = std::string(kVersionType), .op = PendingOp::Create});
    else
      eraseVersion(m_connection, version->id);
  }

  bool isHeadToSend(const domain::AgentVersion& version) {
    const auto agent = readShared(m_connection, version.agent);
    return agent && agent->headVersion == version.id && readPending(m_connection, version.agent.uuid);
  }

  // The server was set back. What this device wrote itself it offers again, over what it began from; what
  // others wrote is theirs to offer. That, and what met somebody's edit since, stands in the inbox until
  // somebody decides.
  void offerAgain(AgentId id, const SharedAgent& local, const std::optional<SharedAgent>& theirs,
                  std::int64_t version, std::optional<PendingEdit> pending) {
    if (local == theirs) return dropPending(m_connection, id.uuid);
    const bool own = pending || wroteSince(id, keptOf(version));
    if (own && (!theirs || isAncestor(id, *theirs, version))) {
      if (!pending) pending = PendingEdit{.record = id.uuid, .type = std::string(kAgentType)};
      pending->op = theirs ? PendingOp::Edit : PendingOp::Create;
      pending->base = theirs ? std::optional(fieldsJson(theirs)) : std::nullopt;
      putPending(m_connection, *pending);
      return haveHead(id, local, theirs);
    }
    tellLost(id, local, theirs);
    dropPending(m_connection, id.uuid);
    theirs ? writeShared(m_connection, id, *theirs, now(), m_bulk) : eraseShared(m_connection, id);
    ++m_applied.changed;
  }

  // A head that never came, because the page that had it was lost with the restore: who follows must find
  // one.
  void haveHead(AgentId id, SharedAgent local, const std::optional<SharedAgent>& theirs) {
    if (local.headVersion.isNull() || readVersion(m_connection, local.headVersion)) return;
    if (theirs && theirs->headVersion == local.headVersion) return;
    local.headVersion = ownVersion(id, local.content, {});
    writeShared(m_connection, id, local, now(), m_bulk);
    ++m_applied.changed;
  }

  // What is here came of what the server has: nobody changed that after the restore. Where nobody tells up to
  // where it kept its history, that can be seen of this device's own edits alone.
  bool isAncestor(AgentId id, const SharedAgent& theirs, std::int64_t version) {
    if (m_kept) return version <= *m_kept;
    Query row(m_connection, "SELECT state FROM sync_archive WHERE record=?1");
    row.bind(id);
    while (row.next())
      if (agentFromJson(row.text(0)) == theirs) return true;
    return false;
  }

  bool wroteSince(AgentId id, std::int64_t version) {
    Query query(m_connection, "SELECT EXISTS(SELECT 1 FROM sync_archive WHERE record=?1 AND version > ?2)");
    return query.bind(id, version).next() && query.boolean(0);
  }

  // ---- versions, and what this program does not know

  void versionCame(const SyncRow& row) {
    const auto fields = wire::fieldsFromJson(row.fields);
    const auto version = fields ? wire::versionFrom(VersionId{row.id}, *fields) : fields.error();
    dropPending(m_connection, row.id);
    if (!version) return unknownCame(row);
    put(row.id, {.type = row.type, .version = row.version});
    if (readVersion(m_connection, version->id)) return;
    if (readAgent(m_connection, version->agent))
      insertVersion(m_connection, *version);
    else
      parkVersion(m_connection, row.id, version->agent, row.fields);
    ++m_applied.changed;
  }

  void versionDeleted(const SyncRow& row) {
    dropPending(m_connection, row.id);
    eraseVersion(m_connection, VersionId{row.id});
    put(row.id, {.type = row.type, .version = row.version, .deleted = true});
  }

  void conflictCame(const SyncRow& row) {
    const auto fields = wire::fieldsFromJson(row.fields);
    if (!fields || !isOwnConflict(m_connection, *fields)) return unknownCame(row);
    const auto known = readSyncRow(m_connection, row.id);
    const bool older = known && !known->deleted && wasLost(known->version, row.version);
    const auto here = conflictFields(m_connection, row.id);
    const bool same = here && isEnded(*here) == isEnded(*fields);
    if (same) dropPending(m_connection, row.id);
    if (!same && !older) isThere(row.id, here);
    const bool asThere = same || (!older && !readPending(m_connection, row.id));
    if (takeConflict(m_connection, row.id, *fields, asThere)) ++m_applied.conflicts;
    put(row.id, {.type = row.type, .version = row.version, .etags = etagsOf(row)});
    if (older && !same) shareResolution(m_connection, row.id);
  }

  // What is to be made there is: by this device, which was set back since. An end that it knows goes over
  // that.
  void isThere(const base::Uuid& conflict, const std::optional<wire::Fields>& here) {
    auto pending = readPending(m_connection, conflict);
    if (!pending || pending->op != PendingOp::Create) return;
    if (!here || !isEnded(*here)) return dropPending(m_connection, conflict);
    pending->op = PendingOp::Edit;
    putPending(m_connection, *pending);
  }

  void unknownCame(const SyncRow& row) {
    put(row.id, {.type = row.type,
                 .version = row.version,
                 .deleted = row.deleted,
                 .etags = row.etags,
                 .extra = row.fields});
  }

  Connection& m_connection;
  const MergeAgents& m_merge;
  const std::string m_replacing;
  const std::int64_t m_head;
  const std::optional<std::int64_t> m_kept;  // up to where a restored server has the history known here
  const bool m_bulk;
  Applied m_applied;
  RowTally m_tally;
  bool m_ownUnknown = false;
};

RowApplier::RowApplier(Connection& connection, const MergeAgents& merge, std::string replacing,
                       const wire::PullReply& page, bool bulk)
    : m_impl(std::make_unique<Impl>(connection, merge, std::move(replacing), page, bulk)) {}

RowApplier::~RowApplier() = default;

void RowApplier::apply(const SyncRow& row) {
  m_impl->apply(row);
}

void RowApplier::dropUnnamed() {
  m_impl->dropUnnamed();
}

Applied RowApplier::finish() {
  return m_impl->finish();
}

bool RowApplier::ownUnknown() const {
  return m_impl->ownUnknown();
}

bool isOfRestore(const std::string& reason) {
  return reason == "epoch_changed" || reason == "cursor_ahead";
}

}  // namespace aiagent::store
