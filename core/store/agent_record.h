// Agents as rows, for the repositories that write them. Functions throw and run inside the caller's
// transaction; each write tells the change feed.
#pragma once

#include <cstdint>
#include <optional>

#include "core/domain/agent.h"
#include "core/store/connection.h"

namespace aiagent::store {

struct NumberedAgent {
  std::int64_t number = 0;
  domain::Agent agent;
};

std::optional<NumberedAgent> readAgent(Connection& connection, domain::AgentId id);
// Rows of a new agent, without the search index. A null id gets one.
NumberedAgent writeNewAgent(Connection& connection, const domain::AgentContent& content,
                            domain::AgentId id = {});
// As that, of one that was made elsewhere; its number.
std::int64_t writeWholeAgent(Connection& connection, const domain::Agent& agent);
// Content, revision and time of an agent that is there, with the search index.
void overwriteAgent(Connection& connection, std::int64_t number, const domain::Agent& agent);
void dropDraft(Connection& connection, std::int64_t number, domain::AgentId id);
// With draft, versions and labels; runs stay.
void eraseAgent(Connection& connection, std::int64_t number, domain::AgentId id);

}  // namespace aiagent::store
