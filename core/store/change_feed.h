// The change feed: which record changed, in the order of commits, for other programs and a later sync.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/store/connection.h"

namespace aiagent::store {

enum class ChangeOp { Put, Delete };

// A kind with more changes than this in one go is told as one change with a null id.
inline constexpr std::size_t kMostSingleChanges = 500;

// Inside the transaction of the edit; throws. Tells the connection, too (Store's `changed`).
void recordChange(Connection& connection, RecordKind kind, const base::Uuid& id, ChangeOp op);
// Providers and settings go by name; they are told with a null id.
void recordChange(Connection& connection, RecordKind kind, std::string_view name, ChangeOp op);

// Each change once, in order; kinds with very many as one with a null id.
std::vector<Change> collapsed(std::vector<Change> changes);

// The newest seq, and what other sessions than `connection`'s changed after `since`. Throws.
std::int64_t newestChange(Connection& connection);
std::vector<Change> changesOfOthers(Connection& connection, std::int64_t since);

std::string_view toWord(RecordKind kind);

}  // namespace aiagent::store
