// The tables of sync as values (resources/sql/sqlite/0003_sync.sql). Functions throw and run inside the
// caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/shared_agent.h"
#include "core/store/connection.h"
#include "core/wire/sync_message.h"

namespace aiagent::store {

inline constexpr std::string_view kAgentType = "agent";
inline constexpr std::string_view kVersionType = "agent_version";

// An agent as the workspace shares it; nothing when it is not here.
std::optional<domain::SharedAgent> readShared(Connection& connection, domain::AgentId id);
// Writes it over what is here, or anew. `at`: when it was changed there. `bulk`: index it later.
void writeShared(Connection& connection, domain::AgentId id, const domain::SharedAgent& agent,
                 base::WallTime at, bool bulk);
// The same for one that is known not to be here.
void addShared(Connection& connection, domain::AgentId id, const domain::SharedAgent& agent,
               base::WallTime at, bool bulk);
// Takes it out of the library, with draft, versions and labels.
void eraseShared(Connection& connection, domain::AgentId id);

struct SyncRowState {
  std::string type;
  std::int64_t version = 0;
  bool deleted = false;
  std::string etags;
  std::string extra;
};
std::optional<SyncRowState> readSyncRow(Connection& connection, const base::Uuid& record);
// What rows that come and go do to the count and the digest of sync_state, gathered until write().
class RowTally {
 public:
  void count(const base::Uuid& record, std::int64_t version, int sign);
  void write(Connection& connection);

 private:
  std::int64_t m_live = 0;
  std::uint64_t m_mix = 0;
};
// What sync_state says of the rows at hand.
wire::SyncDigest keptDigest(Connection& connection);
// `before`: as it is now. `tally` is to be written in the same transaction.
void putSyncRow(Connection& connection, const base::Uuid& record, const std::optional<SyncRowState>& before,
                const SyncRowState& row, RowTally& tally);
void putSyncRow(Connection& connection, const base::Uuid& record, const SyncRowState& row);
// The line of that number stays as it is, but goes from version `from` to the one that came.
void moveSyncRow(Connection& connection, std::int64_t number, const wire::SyncRow& came, std::int64_t from,
                 RowTally& tally);
void dropSyncRow(Connection& connection, const base::Uuid& record, RowTally& tally);
// Everything is fetched anew: store::beginReplacing.
void replaceAll(Connection& connection, const std::string& reason);
// Nothing is on its way any more, and numbers begin anew, under another name: mintClient.
void dropOutbox(Connection& connection);
// A version that waits for its agent.
void parkVersion(Connection& connection, const base::Uuid& version, domain::AgentId agent,
                 const std::string& fields);
// In the library, or waiting for its agent.
bool hasVersion(Connection& connection, domain::VersionId id);
// Versions that waited for this agent come into the library.
void unparkVersions(Connection& connection, domain::AgentId agent);

enum class PendingOp { Create, Edit, Delete, Restore };
struct PendingEdit {
  std::int64_t number = 0;
  base::Uuid record;
  std::string type;
  PendingOp op = PendingOp::Create;
  std::optional<std::string> base;  // an agent's fields
  int rounds = 0;
  std::string blocked;       // why it is not sent; "" for no reason
  std::int64_t touched = 0;  // changes with everything that is done to the line
};
std::optional<PendingEdit> readPending(Connection& connection, const base::Uuid& record);
// Those that may be sent, in order, of numbers above `after`.
std::vector<PendingEdit> readPendingEdits(Connection& connection, std::int64_t after, int limit);
void putPending(Connection& connection, const PendingEdit& pending);  // by its record
void dropPending(Connection& connection, const base::Uuid& record);
// Drops the line of that number, if nothing was done to it since `touched` was read; whether it did.
bool dropUntouched(Connection& connection, std::int64_t number, std::int64_t touched);

// An agent as the JSON text of its fields, "{}" for none, and back.
std::string fieldsJson(const std::optional<domain::SharedAgent>& agent);
domain::SharedAgent agentFromJson(const std::optional<std::string>& fields);

}  // namespace aiagent::store
