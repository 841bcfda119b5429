// The library's part of sync: which workspace it is, what is to be sent, what came, and what a person has to
// decide. Every function runs inside the caller's transaction (store.h).
//
// What a person edits is written at once and noted (sync_tracking.h). What is sent is worked out when it is
// sent: the difference between the record and what the server has of it. So edits of one field go as one, and
// an edit is on its way (numbered, in the outbox) or it is not; it cannot be lost in between, because it is
// the library itself.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/shared_agent.h"
#include "core/wire/sync_message.h"

namespace aiagent::store {

class Connection;

struct SyncBinding {
  std::string origin;  // of the server
  base::Uuid account;
  std::string email;
  base::Uuid workspace;
  std::string workspaceName;
  std::string role;  // admin, member, viewer
  bool operator==(const SyncBinding&) const = default;
};

struct SyncPosition {
  SyncBinding binding;
  base::Uuid client;
  std::string epoch;
  std::int64_t cursor = 0;
  std::int64_t head = 0;
  std::int64_t nextNumber = 1;
  std::string replacing;         // not empty: everything is being fetched anew, and why
  std::int64_t stageCursor = 0;  // how far the pages at hand reach
  std::int64_t floor = 0;        // to be sent with `from` (wire::PullRequest)
  wire::SyncDigest digest;       // of the rows at hand
  base::WallTime pulled{};       // when the library was last whole
  // Where the next page begins.
  std::int64_t from() const { return stageCursor > 0 || !replacing.empty() ? stageCursor : cursor; }
  // Of which history it is to be; empty: of whichever the server has. Pages of two histories never meet.
  const std::string& epochToAsk() const {
    static const std::string any;
    return replacing == "epoch_changed" && stageCursor == 0 ? any : epoch;
  }
};

// Makes the library a workspace's: all that is in it becomes an edit to be sent. A library that is already
// this workspace's takes over origin, name and role. Conflict: it is another workspace's, or account's.
base::Result<void> bindSync(Connection&, const SyncBinding& binding);
// NotFound: the library is this device's alone.
base::Result<SyncPosition> syncPosition(Connection&);
// Another name for this copy of the database, with its numbers beginning anew. What was on its way goes on
// under them, known to the server by the edits' own ids; where that was in vain already it is worked out
// again. After a copy or a restore of the file, and when the server knows more of it than it does itself.
base::Result<void> mintClient(Connection&);

// ---- sending

struct PlannedPush {
  std::vector<std::string> mutations;    // empty: there is nothing that can be sent now
  std::vector<std::string> wantedBlobs;  // hashes of files that must be there before more can be sent
  bool more = false;                     // it is as large as a request may be
};
struct PushLimits {
  int mutations = 500;  // the most that the server takes
  std::size_t bytes = 1u << 20;
  std::size_t oneMutation = 1'900'000;  // larger ones cannot be sent at all
};
// What is on its way already, else the next edits, which are then. `hasBlob`: the server has that file.
base::Result<PlannedPush> planPush(Connection&, const PushLimits& limits = {},
                                   const std::function<bool(const std::string& sha256)>& hasBlob = {});
// The edits behind those that are on their way, which are on their way then, too: sent once the server has
// answered, and by planPush if this program does not come to it.
base::Result<PlannedPush> planAhead(Connection&, const PushLimits& limits = {},
                                    const std::function<bool(const std::string& sha256)>& hasBlob = {});
struct Settled {
  bool caughtUp = false;    // the library has all that the server has: no page is needed
  bool pullWanted = false;  // an edit met another's: what is there has to come first
  int accepted = 0;
  int rejected = 0;
};
base::Result<Settled> settlePush(Connection&, const wire::PushReply& reply);

// ---- receiving

struct AgentMerge {
  domain::SharedAgent agent;        // but for headVersion; where both changed the same, it has theirs
  std::vector<std::string> fields;  // those; empty: a clean merge
};
using MergeAgents = std::function<AgentMerge(const domain::SharedAgent& base, const domain::SharedAgent& mine,
                                             const domain::SharedAgent& theirs)>;

struct Applied {
  bool complete = false;
  bool rewound = false;    // the server took edits that this database does not know it made: mintClient
  bool pushFirst = false;  // nothing was taken: the server took edits whose answers have to be heard first
  bool digestFits = true;  // what is here is what the server says it has
  int changed = 0;         // records
  int conflicts = 0, recovered = 0, lost = 0;
};
// Takes a page. Nothing of it is seen before the last: then all are applied, and the cursor moves, in this
// transaction. The very first pages of an empty library are applied as they come.
base::Result<Applied> takePage(Connection&, const wire::PullReply& page, const MergeAgents& merge);
// Everything is fetched anew and held against what is here; `reason` as the server gave it, "digest", or
// "asked". Nothing here changes before the last page.
base::Result<void> beginReplacing(Connection&, const std::string& reason);

// ---- what a person sees

struct SyncCounts {
  std::int64_t pending = 0;  // records with edits that the server has not
  std::int64_t conflicts = 0, recovered = 0, rejected = 0, lost = 0;
  std::optional<base::WallTime> oldestUnsent;
  bool operator==(const SyncCounts&) const = default;
};
base::Result<SyncCounts> syncCounts(Connection&);

enum class InboxKind { Conflict, Recovered, Rejected, Lost };
std::string_view toWord(InboxKind kind);

struct InboxItem {
  base::Uuid id;
  InboxKind kind = InboxKind::Conflict;
  domain::AgentId agent;
  std::string name;    // of the agent, as it was then
  std::string reason;  // "both_changed", "deleted_there", "deleted_here", "forbidden", "unique", "restore" …
  std::optional<domain::SharedAgent> base, mine, theirs;
  std::vector<std::string> fields;
  base::Uuid by;  // whose edit it met; null: not known
  domain::VersionId version;
  base::WallTime at{};
  bool resolved = false;
};
base::Result<std::vector<InboxItem>> listInbox(Connection&, bool withResolved = false);  // newest first
base::Result<InboxItem> loadInboxItem(Connection&, const base::Uuid& id);                // NotFound
// Ends an item. With `content` that becomes the agent's content, as an edit like any other: over what is
// there now, or brought back where it was deleted. Without, it stays as it is.
base::Result<void> resolveInboxItem(Connection&, const base::Uuid& id,
                                    const std::optional<domain::AgentContent>& content,
                                    const std::string& author);
// Takes a decision back: the item is open again, and its agent is `before` (nothing: it was not there). It
// was `after` by the decision; where it is anything else by now nothing is written. Conflict.
base::Result<void> reopenInboxItem(Connection&, const base::Uuid& id,
                                   const std::optional<domain::AgentContent>& before,
                                   const std::optional<domain::AgentContent>& after,
                                   const std::string& author);

// Knowledge files that the library's agents name.
struct SharedFile {
  std::string sha256;
  std::int64_t bytes = 0;
};
base::Result<std::vector<SharedFile>> sharedFiles(Connection&);

// Count and digest of what is here, worked out anew from every row.
base::Result<wire::SyncDigest> countedDigest(Connection&);

}  // namespace aiagent::store
