// Ranked search over agents: which ones, and in which order.
#pragma once

#include <cstdint>
#include <vector>

#include "core/store/agent_repository.h"
#include "core/store/search_terms.h"

namespace aiagent::store {

// At most `most` agents' numbers, best first. Every term must be found. Order: names that begin with the
// query; names holding all terms; names and descriptions; with tags; with prompts; within each the newest
// first. Each step reads its index newest first and ends when there are enough, so that a common prefix costs
// no more than a rare one. Throws.
std::vector<std::int64_t> searchAgents(Connection& connection, const AgentQuery& query,
                                       const SearchTerms& terms, std::int64_t most);

// SQL for archive and tag filters of a table aliased "a", each beginning with " AND "; tags are bound from
// parameter `firstTag` on.
std::string filterSql(const AgentQuery& query, int firstTag);

}  // namespace aiagent::store
