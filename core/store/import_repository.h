// What an import writes beyond a new agent's content. Every function runs inside the caller's transaction
// (store.h).
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/agent_version.h"

namespace aiagent::store {

class Connection;

// As importAgents (agent_repository.h), but each agent gets the id it came with, unless that is null or
// taken.
base::Result<std::vector<domain::AgentId>> importAgentsAs(Connection&,
                                                          const std::vector<domain::AgentContent>& contents,
                                                          const std::vector<domain::AgentId>& ids);

// A version with the labels that are to point to it.
struct LabelledVersion {
  domain::AgentVersion version;  // its agent is set here; a null id gets one, and so does one that is taken
  std::vector<std::string> labels;
};
// The history that a new agent brought along, oldest first. The newest version that holds what the agent
// holds becomes its head; where none does, the agent's content becomes a version after the last. Parents that
// did not come along are left out, and a version that names none follows the one before it. InvalidInput: a
// label's name.
base::Result<void> adoptHistory(Connection&, domain::AgentId agent, std::vector<LabelledVersion> versions,
                                const std::string& by);

}  // namespace aiagent::store
