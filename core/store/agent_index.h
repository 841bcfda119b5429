// The agents' full-text indexes. Functions throw and run inside the caller's transaction.
//
// The indexes hold no text of their own: a row must leave them while its texts are still what they were when
// it came in. Agents of a bulk import wait in agent_index_queue instead and are indexed in slices.
#pragma once

#include <cstdint>
#include <functional>

#include "core/domain/agent.h"
#include "core/store/connection.h"

namespace aiagent::store {

// Of the names; of what the list shows; of everything.
struct AgentIndexes {
  bool names = true, heads = true, texts = true;
};
// Those in which an agent stands otherwise with `now`: an edit of the prompt leaves two of three as they are.
AgentIndexes indexesThatDiffer(const domain::AgentContent& before, const domain::AgentContent& now);

void addToAgentIndex(Connection& connection, std::int64_t agent, AgentIndexes which = {});
// Before any text of the agent changes or goes. False: it was waiting in the queue and still is.
bool removeFromAgentIndex(Connection& connection, std::int64_t agent, AgentIndexes which = {});

void queueForAgentIndex(Connection& connection, std::int64_t agent);
bool hasQueuedAgents(Connection& connection);
// Indexes queued agents for about `budget`, or until `giveWay` is true; how many.
std::int64_t indexQueuedAgents(Connection& connection, base::Milliseconds budget,
                               const std::function<bool()>& giveWay);
// For the time of a catch-up: larger pieces, merged less often. FTS5 keeps these settings in the database.
void tuneIndexesForBulk(Connection& connection, bool bulk);

// Empties the indexes and queues every agent: after a salvage, or when an index contradicts itself.
void queueAllAgents(Connection& connection);
// The same for runs, at once.
void rebuildRunIndex(Connection& connection);

// FTS5's own check of an index against the texts; throws when they differ. For tests and the doctor.
void checkIndexes(Connection& connection);

}  // namespace aiagent::store
