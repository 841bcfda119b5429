// Runs, messages and parts. Every function runs inside the caller's transaction (store.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/run.h"

namespace aiagent::store {

class Connection;

struct RunQuery {
  std::optional<domain::AgentId> agent = {};
  std::optional<domain::RunStatus> status = {};
  std::string search = {};  // words in the person's message and the answer, of runs that are over
  int limit = 0;            // 0: all
  int offset = 0;
};

struct RunPage {
  std::vector<domain::RunSummary> rows;  // newest first
  bool more = false;
};

// Stores the run as it is, with its messages. The run belongs to this process until it is final: another
// program that finds it running after this process is gone marks it interrupted.
base::Result<void> insertRun(Connection&, const domain::RunRecord& run);
// Everything but request and messages is overwritten; messages are inserted or updated by id, their parts
// rewritten only where they differ (a checkpoint of a growing text costs one part).
base::Result<void> updateRun(Connection&, const domain::RunRecord& run);
base::Result<domain::RunRecord> loadRun(Connection&, domain::RunId id);
// By id text or a unique prefix of at least 4 characters of it; "last" is the newest.
base::Result<domain::RunRecord> findRun(Connection&, std::string_view idOrPrefix);
base::Result<RunPage> listRuns(Connection&, const RunQuery& query);
// The chain of runs that ends with `id`, oldest first: a conversation.
base::Result<std::vector<domain::RunRecord>> loadConversation(Connection&, domain::RunId id);
base::Result<void> deleteRun(Connection&, domain::RunId id);

}  // namespace aiagent::store
