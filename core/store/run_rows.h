// Runs as rows. Functions throw and run inside the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>

#include "core/domain/run.h"
#include "core/store/connection.h"

namespace aiagent::store {

std::optional<std::int64_t> runNumber(Connection& connection, domain::RunId id);

// The run's own row: everything a checkpoint may change.
std::int64_t insertRunRow(Connection& connection, const domain::RunRecord& run);
void updateRunRow(Connection& connection, std::int64_t number, const domain::RunRecord& run);

// The request, which never changes (but for its body, which is made when it is sent).
void insertRequestRows(Connection& connection, std::int64_t number, const domain::RunRecord& run);

// Messages and parts; on an update only what differs is written.
void writeMessages(Connection& connection, std::int64_t number, const std::vector<domain::Message>& messages);

std::optional<domain::RunRecord> readRun(Connection& connection, domain::RunId id);

// A run's text is searchable from its end on: before, it changes four times a second.
void addToRunIndex(Connection& connection, std::int64_t number);
// Before its text changes; nothing when it is not in the index.
void removeFromRunIndex(Connection& connection, std::int64_t number);

// Marks unfinished runs whose program has no session row any more; how many.
std::int64_t interruptRunsWithoutSession(Connection& connection);

}  // namespace aiagent::store
