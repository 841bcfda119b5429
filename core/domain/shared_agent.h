// SharedAgent: what a workspace shares of an agent. Drafts, revisions and search stay with the device.
#pragma once

#include <map>
#include <string>

#include "core/domain/agent.h"

namespace aiagent::domain {

using Labels = std::map<std::string, VersionId>;  // name -> version

struct SharedAgent {
  AgentContent content;
  bool archived = false;
  VersionId headVersion;
  Labels labels;
  UserId owner;
  base::WallTime created{};

  bool operator==(const SharedAgent&) const = default;
};

}  // namespace aiagent::domain
