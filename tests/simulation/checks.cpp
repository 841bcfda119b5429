#include "tests/simulation/checks.h"

#include <thread>

#include "core/store/connection.h"
#include "core/store/sql.h"
#include "core/store/sync_conflict.h"
#include "core/store/sync_rows.h"
#include "core/store/version_rows.h"
#include "core/wire/json_text.h"

namespace aiagent::simulation {
namespace {

using base::Result;
using store::Connection;

std::string told(const Client& client, const std::string& what) {
  return "client " + std::to_string(client.number()) + ": " + what;
}

void checkHeads(const ServerState& state) {
  for (const auto& [id, row] : state.rows) {
    if (row.type != "agent" || row.deleted || row.head.empty()) continue;
    const auto head = state.rows.find(*base::Uuid::parse(row.head));
    if (head == state.rows.end() || head->second.deleted)
      throw Violation("I8", "the head of agent " + id.toString() + " is not there");
  }
}

bool restores(const std::string& request, const base::Uuid& id) {
  const auto at = request.find("\"op\":\"restore\"");
  return at != std::string::npos && request.find("\"id\":\"" + id.toString() + '"', at) != std::string::npos;
}

// Rows that the client knows to be live, and their versions; the server's beside them.
void checkRows(Client& client, Connection& connection, const ServerState& server) {
  store::Query row(connection, "SELECT record, version, etags FROM sync_row WHERE deleted=0");
  std::int64_t live = 0;
  while (row.next()) {
    const auto found = server.rows.find(row.uuid(0));
    if (found == server.rows.end() || found->second.deleted)
      throw Violation("I4", told(client, "knows " + row.uuid(0).toString() + " v" + row.text(1) +
                                             ", which the server has not"));
    if (found->second.version != row.integer(1))
      throw Violation("I4", told(client, "knows version " + row.text(1) + " of " + row.uuid(0).toString() +
                                             ", the server has " + std::to_string(found->second.version)));
    ++live;
    const auto mine = wire::fieldsFromJson(row.view(2).empty() ? "{}" : row.view(2));
    const auto theirs = wire::fieldsFromJson(found->second.etags);
    if (*mine != *theirs)
      throw Violation("I3",
                      told(client, "etags of " + row.uuid(0).toString() + " differ: here " + row.text(2) +
                                       ", there " + found->second.etags + " of " + found->second.fields));
  }
  if (live != server.counted.live)
    throw Violation("I4", told(client, "knows " + std::to_string(live) + " rows of " +
                                           std::to_string(server.counted.live)));
}

void checkDigests(Client& client, Connection& connection, const ServerState& server) {
  const auto position = store::syncPosition(connection);
  const auto counted = store::countedDigest(connection);
  if (position->digest != *counted)
    throw Violation("I15", told(client, "the kept digest is not that of the rows"));
  if (*counted != server.digest) throw Violation("I4", told(client, "the digest is not the server's"));
  if (position->cursor != server.head || position->epoch != server.epoch)
    throw Violation("I4", told(client, "the cursor is not at the head"));
  if (!position->replacing.empty() || position->stageCursor != 0)
    throw Violation("I4", told(client, "pages are left"));
}

// Blocked ones are the person's to decide, and are told.
std::set<base::Uuid> checkPending(Client& client, Connection& connection) {
  std::set<base::Uuid> blocked;
  if (store::integerOf(connection, "SELECT count(*) FROM sync_outbox") != 0)
    throw Violation("I12", told(client, "edits are left in the outbox"));
  store::Query row(
      connection,
      "SELECT record, type, op, blocked, EXISTS(SELECT 1 FROM sync_inbox i WHERE i.record = p.record) "
      "FROM sync_pending p");
  while (row.next()) {
    if (row.view(3).empty() || row.view(3) == "restored")
      throw Violation("I12",
                      told(client, "a pending " + row.text(2) + " of " + row.text(1) + ' ' +
                                       row.uuid(0).toString() + " is left, blocked '" + row.text(3) + "'"));
    if (row.view(1) == "agent" && !row.boolean(4))
      throw Violation("I1", told(client, "a blocked edit is told nowhere: " + row.text(3)));
    blocked.insert(row.uuid(0));
  }
  return blocked;
}

void compareAgent(Client& client, const base::Uuid& id, const std::optional<domain::SharedAgent>& local,
                  const ServerRow& row) {
  const auto theirs = wire::sharedAgentFrom(*wire::fieldsFromJson(row.fields));
  if (!local) throw Violation("I3", told(client, "agent " + id.toString() + " is missing"));
  const auto difference = wire::changedFields(wire::toFields(theirs), wire::toFields(*local));
  if (!difference.empty())
    throw Violation("I3", told(client, "agent " + id.toString() + " differs: here " +
                                           wire::toJson(difference) + ", there " + row.fields));
}

// A conflict is the same, and as open, on each device of the person who met it.
void compareConflict(Client& client, Connection& connection, const ServerRow& row) {
  const auto theirs = *wire::fieldsFromJson(row.fields);
  if (!store::isOwnConflict(connection, theirs)) return;
  const auto local = store::conflictFields(connection, row.id);
  if (!local) throw Violation("I3", told(client, "conflict " + row.id.toString() + " is missing"));
  if (store::isEnded(*local) != store::isEnded(theirs) || local->at("agent") != theirs.at("agent"))
    throw Violation("I3", told(client, "conflict " + row.id.toString() + " differs: here " +
                                           wire::toJson(*local) + ", there " + row.fields));
}

void compareVersion(Client& client, Connection& connection, const ServerRow& row) {
  const auto theirs = wire::versionFrom(domain::VersionId{row.id}, *wire::fieldsFromJson(row.fields));
  auto local = store::readVersion(connection, domain::VersionId{row.id});
  if (!local) {
    store::Query parked(connection, "SELECT parked FROM sync_row WHERE record=?1");
    parked.bind(row.id);
    if (!parked.next() || parked.isNull(0))
      throw Violation("I3", told(client, "version " + row.id.toString() + " is missing"));
    local = *wire::versionFrom(domain::VersionId{row.id}, *wire::fieldsFromJson(parked.view(0)));
  }
  if (wire::toFields(*theirs) != wire::toFields(*local))
    throw Violation("I3", told(client, "version " + row.id.toString() + " differs"));
}

void checkNothingMore(Client& client, Connection& connection, const ServerState& server,
                      const std::set<base::Uuid>& blocked) {
  store::Query row(connection,
                   "SELECT id, 'agent' FROM agent UNION ALL SELECT id, 'agent_version' FROM agent_version");
  while (row.next()) {
    const auto found = server.rows.find(row.uuid(0));
    if (blocked.contains(row.uuid(0))) continue;
    if (found == server.rows.end() || found->second.deleted)
      throw Violation("I3", told(client, "has " + row.text(1) + ' ' + row.uuid(0).toString() +
                                             ", which the server has not"));
  }
}

}  // namespace

void ServerWatch::begin() {
  m_before = m_server.state();
  m_dead.clear();
  for (const auto& [id, row] : m_before.rows)
    if (row.deleted) m_dead.insert(id);
}

void ServerWatch::after(const Call& call, const Answer& answer, bool member, bool writes) {
  if (!call.push) {
    if (!member && answer.status == 200)
      throw Violation("I10", "rows for somebody who is no member: " + answer.body);
    return;
  }
  const auto now = m_server.state();
  if (!writes &&
      (now.head != m_before.head || now.digest != m_before.digest || now.rows.size() != m_before.rows.size()))
    throw Violation("I11", "a push without the right to write changed something");
  checkHeads(now);
  for (const auto& [id, row] : now.rows) {
    if (row.deleted) {
      m_dead.insert(id);
    } else if (m_dead.contains(id)) {
      if (!restores(call.request, id))
        throw Violation("I9", "record " + id.toString() + " lives again: " + call.request);
      m_dead.erase(id);
    }
  }
  m_before = now;
}

Tokens findable(ServerSide& server, Clients& clients) {
  auto tokens = tokensIn(server.texts());
  for (auto& client : clients) {
    client->openStore();
    addTokens(client->texts(), tokens);
    if (!client->running()) client->stop();
  }
  return tokens;
}

void checkTexts(ServerSide& server, Clients& clients, const Ledger& ledger) {
  const auto found = findable(server, clients);
  for (const auto& [token, edit] : ledger.owed())
    if (!found.contains(token)) throw Violation("I1", "lost " + token + " of " + edit);
  for (const auto& [id, row] : server.state().rows) {
    if (row.type != "agent" || row.deleted) continue;
    const auto fields = wire::fieldsFromJson(row.fields);
    for (const auto& [field, value] : *fields)
      if (const auto twice = repeatedToken(value); !twice.empty())
        throw Violation("I2", twice + " stands twice in " + field + ": " + value);
  }
}

void checkServer(const ServerState& server) {
  if (server.digest != server.counted) throw Violation("I15", "the server's digest is not that of its rows");
  checkHeads(server);
}

void checkClient(Client& client, const ServerState& server) {
  const auto done = client.store().read([&](Connection& connection) -> Result<void> {
    const auto blocked = checkPending(client, connection);
    checkRows(client, connection, server);
    checkDigests(client, connection, server);
    for (const auto& [id, row] : server.rows) {
      if (row.deleted || blocked.contains(id)) continue;
      if (row.type == "agent")
        compareAgent(client, id, store::readShared(connection, domain::AgentId{id}), row);
      if (row.type == "agent_version") compareVersion(client, connection, row);
      if (row.type == "conflict") compareConflict(client, connection, row);
    }
    checkNothingMore(client, connection, server, blocked);
    return {};
  });
  if (!done) throw Violation("store", done.error().detail);
}

std::int64_t localWrites(Client& client) {
  // The search index catches up by itself, which is no matter of sync.
  while (client.store()->indexing()) std::this_thread::sleep_for(base::Milliseconds(1));
  const auto writes = client.store().write([](Connection& connection) -> Result<std::int64_t> {
    return store::integerOf(connection, "SELECT total_changes()");
  });
  return *writes;
}

}  // namespace aiagent::simulation
