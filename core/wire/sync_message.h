// The messages of sync: what a device asks of the hosted library and what it is answered.
// Source: resources/sql/postgres: 0013_past.sql for what a pull answers, 0014_alone.sql for a push.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/wire/shared_record.h"

namespace aiagent::wire {

inline constexpr int kSyncSchema = 1;

struct PullRequest {
  base::Uuid client;
  base::Uuid space;
  std::string epoch;  // empty: none known yet
  std::int64_t cursor = 0;
  std::int64_t floor = 0;  // of the first page of those that bring everything; 0: it is another page
  int limit = 10'000;      // rows; a page is a mebibyte at most all the same
  std::int64_t least = 0;  // the newest version that is known to be there: a replica may be behind it
  bool ownBrief = false;   // what this client made and nobody changed comes without its fields
};

// A row of the stream.
struct SyncRow {
  std::string type;
  base::Uuid id;
  std::int64_t version = 0;
  bool deleted = false;
  bool own = false;    // as this client made it (PullRequest::ownBrief): only the version is told
  std::string fields;  // JSON object; empty when deleted or own
  std::string etags;   // JSON object: field -> text
  base::Uuid by;       // who wrote this version, or deleted it; null where not told
  std::string at;      // ISO 8601
};

struct SyncDigest {
  std::int64_t live = 0;
  std::uint64_t mix = 0;  // XOR over the live rows of the hash of id and version
  bool operator==(const SyncDigest&) const = default;
};

// A history of the workspace that a restore of the server ended, and the version up to which the next one
// keeps it.
struct PastHistory {
  std::string epoch;  // empty: no name is known
  std::int64_t until = 0;
  bool operator==(const PastHistory&) const = default;
};

struct PullReply {
  std::string epoch;
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t head = 0;
  std::int64_t floor = 0;       // cursors below it must begin again
  std::int64_t lastNumber = 0;  // the newest edit of this client that the server took
  std::int64_t restoredTo = 0;  // the head at which the epoch began, after a restore; 0: no restore
  bool complete = false;
  std::string role;
  SyncDigest digest;
  std::vector<SyncRow> rows;
  std::vector<PastHistory> past;  // before the epoch's, the oldest first
};

struct PushRequest {
  base::Uuid client;
  base::Uuid space;
  std::string epoch;
  std::int64_t cursor = 0;
  std::int64_t floor = 0;              // as of PullRequest
  std::vector<std::string> mutations;  // JSON objects
};

enum class MutationState { Applied, Conflict, Gone, Rejected, Unknown };

struct MutationResult {
  std::int64_t number = 0;
  MutationState state = MutationState::Unknown;  // of a duplicate: what it was the first time
  bool duplicate = false;
  std::int64_t version = 0;
  std::vector<std::string> etags;      // JSON objects, one an operation of a group, else one
  std::vector<std::int64_t> versions;  // of the records, as etags
  std::string code;                    // of a rejection: "forbidden", "unique", "invalid", …
  std::string detail;
};

struct PushReply {
  std::string epoch;
  std::optional<std::int64_t> from;  // the head before it; nothing: not told by an older server
  std::int64_t head = 0;
  SyncDigest digest;  // of what the workspace has after it, where `from` is told
  std::int64_t lastNumber = 0;
  std::vector<MutationResult> results;
};

// A refusal of the whole request.
struct SyncRefusal {
  std::string error;   // "resync", "gap", "idempotency_mismatch", "space_revoked", …
  std::string reason;  // of a resync
  std::int64_t expected = 0;
};

std::string toJson(const PullRequest& request);
std::string toJson(const PushRequest& request);
// BadResponse: not what the server would say (a proxy's page, a cut answer). Nothing of it may be used then.
base::Result<PullReply> pullReplyFrom(std::string_view json);
base::Result<PushReply> pushReplyFrom(std::string_view json);
// What a page says of itself, without reading its rows; nothing where they do not come last.
std::optional<PullReply> pageHeadFrom(std::string_view json);
// Of a body with "error"; nothing when it is no such body.
std::optional<SyncRefusal> refusalFrom(std::string_view json);

// A row as it is kept until its whole page set has come, and back.
std::string toJson(const SyncRow& row);
base::Result<SyncRow> rowFrom(std::string_view json);

// What a row adds to SyncDigest::mix: the first eight bytes, big-endian, of SHA-256 over "id:version".
std::uint64_t rowHash(const base::Uuid& id, std::int64_t version);

}  // namespace aiagent::wire
